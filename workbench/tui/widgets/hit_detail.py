"""A hit in full: its passage with what stands around it, where it comes from, and what is in dispute."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from workbench.models import Claim
from workbench.store import FoundRow, QueueRow, Sought, Store
from workbench.store.finding import BEGINNING
from workbench.store.search import found_words
from workbench.told import event_label, event_type, label, subject
from workbench.told.dates import publication_date
from workbench.tui.appearance import SEVERITIES, STATUSES, VERDICTS
from workbench.tui.finding import MODALITIES
from workbench.tui.sizes import count
from workbench.visible import one_line, safe, visible
from workbench.words import _, ngettext

AROUND = 300
"""Code points of the article that are shown on either side of a hit."""
_MOST = 12
"""Differences that are listed."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A hit with the stretch of its article from `start` on, and the lines of its differences."""

    row: FoundRow
    text: str
    start: int
    cut: tuple[bool, bool]
    """Whether the article goes on before and behind the stretch."""
    claim: Claim | None
    differences: tuple[QueueRow, ...]


def read_hit(store: Store, row: FoundRow) -> Hit:
    """What there is to show of a hit."""
    text = store.source_text(row.source)
    end = row.start + len(row.text)
    first, last = max(row.start - AROUND, 0), min(end + AROUND, len(text))
    claim = store.claims_by_id([row.id]).get(row.id)
    ids = row.discrepancies[:_MOST]
    lines = store.queue_rows(ids)
    return Hit(
        row,
        text[first:last],
        first,
        (first > 0, last < len(text)),
        claim,
        tuple(lines[one] for one in ids if one in lines),
    )


def hit_content(hit: Hit, wanted: Sought) -> Content:
    """A hit as the screen shows it."""
    row = hit.row
    parts = [
        Content.styled(visible(row.title), "bold"),
        Content.styled(" · ".join(filter(None, (visible(row.publisher or ""), _day(row)))), "$muted"),
        Content(""),
        _passage(hit, wanted),
    ]
    if hit.claim:
        parts += [Content(""), *_facts(row, hit.claim)]
    if hit.differences:
        number = len(row.discrepancies)
        told = ngettext("{n} difference", "{n} differences", number).format(n=count(number))
        parts += [Content(""), Content.styled(told, "bold"), *(_difference(one) for one in hit.differences)]
        if number > len(hit.differences):
            parts.append(
                Content.styled(_("and {n} more").format(n=count(number - len(hit.differences))), "$muted")
            )
    return Content("\n").join(parts)


def _day(row: FoundRow) -> str:
    return publication_date(row.published)


def _passage(hit: Hit, wanted: Sought) -> Content:
    start = hit.row.start - hit.start
    end = start + len(hit.row.text)
    shown = Content(safe(hit.text)).stylize("$muted", 0, start).stylize("$muted", end, len(hit.text))
    for first, last in found_words(hit.text, wanted.words, beginning=BEGINNING):
        if start <= first and last <= end:
            shown = shown.stylize("bold underline $accent", first, last)
    before, behind = hit.cut
    return Content.assemble("… " if before else "", shown, " …" if behind else "")


def _facts(row: FoundRow, claim: Claim) -> list[Content]:
    said = [
        (_("event"), event_label(row.event_label)),
        (_("kind"), f"{event_type(row.event_type)}, {_(MODALITIES[claim.modality])}"),
        (_("said by"), claim.speaker or ""),
    ]
    return [Content.assemble((f"{name}  ", "$muted"), one_line(value)) for name, value in said if value]


def _difference(row: QueueRow) -> Content:
    values = " | ".join(visible(label(one, row.attribute)) for one in row.labels)
    return Content.assemble(
        (SEVERITIES[row.severity].sign, SEVERITIES[row.severity].style),
        " ",
        (VERDICTS[row.verdict].sign, VERDICTS[row.verdict].style),
        f" {visible(subject(row.attribute, row.key))}: {values}  ",
        STATUSES[row.status].content,
    )

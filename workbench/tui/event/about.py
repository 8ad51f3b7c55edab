"""The head of the event screen, and the passages of what is selected in it."""

from __future__ import annotations

from textual.content import Content

from workbench.models import Claim
from workbench.passages import Piece, passage
from workbench.records.agreement import SIGNS, Agreement
from workbench.records.grid import Cell, Given, Row
from workbench.records.said import held, source_line
from workbench.told import dates, event_label, event_type, label, told
from workbench.told.signs import MODALITIES
from workbench.tui.event.dossier import Dossier
from workbench.tui.widgets.detail import passage_content, short
from workbench.tui.widgets.grid_view import sign_of
from workbench.words import _, ngettext

PASSAGES = 12
"""Passages of one cell that are shown; the others are counted."""

_STYLES: dict[Agreement, str] = {
    "agrees": "$success",
    "differs": "bold $error",
    "superseded": "$muted",
    "open": "bold $warning",
    "several": "$secondary",
    "silent": "$faint",
}


def counted(dossier: Dossier) -> str:
    """How much is known of the event, and from how many."""
    copies, sources = len(dossier.copies()), len(dossier.telling())
    parts = [
        ngettext("{n} claim", "{n} claims", len(dossier.claims)).format(n=len(dossier.claims)),
        ngettext("{n} source", "{n} sources", sources).format(n=sources),
        ngettext("{n} origin", "{n} origins", dossier.event.origins).format(n=dossier.event.origins),
    ]
    if copies:
        parts.append("⧉ " + ngettext("{n} copy", "{n} copies", copies).format(n=copies))
    return " · ".join(parts)


def title_line(dossier: Dossier) -> Content:
    """What it is called, and whether anything is open."""
    waiting = len(dossier.undecided)
    state = (
        (_("○ {n} open").format(n=waiting), "bold $warning")
        if waiting
        else ("○ " + _("open"), "bold $warning")
        if dossier.record.state == "open"
        else ("✓ " + _("reconciled"), "$success")
    )
    return Content.assemble(state, "  ", (short(event_label(dossier.event.label)), "bold $foreground"))


def facts_line(dossier: Dossier) -> Content:
    """Type, days, place and who took part."""
    event = dossier.event
    span = event.date
    days = dates.span(span.start, span.end) if span else ""
    facts = (event_type(event.event_type), days, event.place or "", ", ".join(event.participants))
    return Content.styled(" · ".join(short(fact) for fact in facts if fact), "$muted")


def kin_line(dossier: Dossier) -> Content:
    """How much is known, of what it is a stage, and how many stages it has."""
    parts = [Content.styled(counted(dossier), "$muted")]
    if dossier.parent:
        above = _("▲ stage of {event}").format(event=event_label(dossier.parent.event.label))
        parts.append(Content.styled(short(above), "$primary"))
    if dossier.stages:
        stages = ngettext("▼ {n} stage", "▼ {n} stages", len(dossier.stages)).format(n=len(dossier.stages))
        parts.append(Content.styled(stages, "$primary"))
    return Content("   ").join(parts)


def legend() -> Content:
    """What the signs of the grid mean."""
    parts = [
        Content.assemble(("1-9" if name == "open" else one.sign, _STYLES[name]), (f" {one.word}", "$muted"))
        for name, one in SIGNS.items()
    ]
    return Content("  ").join(parts)


def claim_passage(dossier: Dossier, claim: Claim) -> Content:
    """A claim's words with where they stand."""
    source = source_line(dossier.sources[claim.source])
    return Content.assemble((short(source), "$muted"), "\n", claim_words(claim))


def claim_words(claim: Claim, value: tuple[int, int] = (0, 0)) -> Content:
    """A claim's words, those at `value` (offsets in its source) highlighted; then what it is read as."""
    pieces: tuple[Piece, ...] = (Piece(short(claim.text), "clause"),)
    start, end = value
    if claim.start <= start < end <= claim.end:
        whole = (0, len(claim.text))
        pieces = passage(claim.text, (start - claim.start, end - claim.start), whole, whole)
    facts = [event_type(claim.event_type), _(MODALITIES[claim.modality]), claim.speaker or ""]
    read = " · ".join(short(fact) for fact in facts if fact)
    return Content.assemble(passage_content(pieces), "\n", (read, "$faint"))


def cell_passages(dossier: Dossier, row: Row, cell: Cell) -> Content:
    """What a cell's claims say, and what can be done with its value."""
    lines = [_row_line(row)]
    claims = {claim.id: claim for claim in (*dossier.claims, *dossier.others)}
    if cell.given:
        source = dossier.sources[claims[cell.given[0].claim].source]
        lines.append(Content.styled(short(source_line(source)), "$muted"))
    for given in cell.given[:PASSAGES]:
        word, style = SIGNS[given.agreement].word, _STYLES[given.agreement]
        sign = sign_of(given.agreement, given.number)
        value = Content.assemble((f"{sign} {short(label(given.label))}", f"{style}"), (f"  {word}", "$muted"))
        lines.append(value + _after(dossier, claims[given.claim], given))
        lines.append(claim_words(claims[given.claim], (given.start, given.end)))
    hidden = len(cell.given) - PASSAGES
    if hidden > 0:
        more = ngettext("and {n} more passage", "and {n} more passages", hidden).format(n=hidden)
        lines.append(Content.styled(more, "$muted"))
    if not cell.given:
        lines.append(Content.styled(_("This source says nothing of it."), "$muted"))
    return Content("\n").join(lines)


def _row_line(row: Row) -> Content:
    """What holds of the attribute, and by whom or by which rule."""
    return Content.assemble(
        (_("What holds: "), "bold $primary"),
        (short(held(row)), "bold"),
        (f"  ({short(told(row.holds.rule))})", "$muted"),
    )


def _after(dossier: Dossier, claim: Claim, given: Given) -> Content:
    """Where a value comes from, if that is another article."""
    if given.origin in ("", claim.source) or given.origin not in dossier.sources:
        return Content("")
    origin = dossier.sources[given.origin]
    return Content.styled(
        "  " + _("after {source}").format(source=short(origin.publisher or origin.file)), "$muted"
    )

"""What was read of a claim, as the rows of the panel beside the text. Pure: claims in, rows out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench import told
from workbench.decisions.belonging import quoted
from workbench.decisions.claim_fields import (
    EXTENT,
    PLAIN,
    Value,
    given,
    number_text,
    quantity_field,
    shown,
)
from workbench.decisions.corrections import correction_of
from workbench.extracting import extractors_of
from workbench.models import HEARSAY, Claim, Decision
from workbench.told.dates import moment
from workbench.told.deciding import decision_phrase
from workbench.told.naming import noun
from workbench.told.signs import MODALITIES
from workbench.tui.appearance import STATUSES
from workbench.tui.articles import Around
from workbench.visible import visible
from workbench.words import N_, _

RowKind = Literal["field", "fact", "correction"]
_NAMES: dict[str, str] = {
    "extent": N_("Words"),
    "event_type": N_("What"),
    "modality": N_("How far"),
    "speaker": N_("Who says"),
    "date": N_("When"),
    "place": N_("Where"),
    "participants": N_("Who"),
}
PARTS: dict[str, str] = {"count": N_("How many"), "counted": N_("Of what"), "side": N_("Whose")}
"""The parts of a number that are corrected one by one."""
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the panel. `field` is what can be corrected; of a number "quantity:1-3.count" and so on."""

    kind: RowKind
    name: str
    value: str
    field: str = ""
    entry: str = ""
    """The id of the decision that a correction is."""

    @property
    def is_open(self) -> bool:
        """Whether something can be done with it."""
        return self.kind != "fact"


def claim_rows(claim: Claim | None, around: Around | None, corrections: Sequence[Decision]) -> list[Row]:
    """All that was read of a claim, where it stands, and the article's corrections, the latest first."""
    rows = [*_fields(claim), *_facts(claim, around)] if claim else []
    return [*rows, *_corrections(corrections)]


def field_label(field: str) -> str:
    """A field's name in the reader's language."""
    part = field.partition(".")[2]
    return _(PARTS[part] if part else _NAMES[field])


def field_text(field: str, claim: Claim) -> str:
    """A field's value as it can be typed; "-" where there is none."""
    name, _dot, part = field.partition(".")
    value = given(claim, name)
    if part and isinstance(value, dict):
        return number_text(value) if part == "count" else value[part] or "-"
    if field == "modality":
        return _(MODALITIES[claim.modality])
    return told.event_type(claim.event_type) if field == "event_type" else shown(field, value)


def _fields(claim: Claim) -> Iterator[Row]:
    yield Row("field", field_label(EXTENT), quoted_whole(claim.text), EXTENT)
    for field in PLAIN:
        text = _short(field_text(field, claim))
        if field == "speaker" and claim.speaker is None:
            text = _("the article itself")
        if field == "date" and claim.date and claim.date.expr:
            text = f"{text} {quoted_whole(claim.date.expr)}"
        yield Row("field", field_label(field), text, field)
    for one in claim.quantities:
        for part in PARTS:
            field = f"{quantity_field(one.start, one.end)}.{part}"
            text = _short(field_text(field, claim))
            if part == "count":
                text = f"{text} {quoted_whole(one.expr)}"
            if part == "counted" and one.counted:
                text = _short(noun(one.counted))
            yield Row("field", field_label(field), text, field)


def _facts(claim: Claim, around: Around | None) -> Iterator[Row]:
    if claim.times:
        yield Row("fact", _("Time"), ", ".join(_short(one.expr) for one in claim.times))
    named = {*claim.participants, claim.place, claim.speaker}
    names = dict.fromkeys(one.canonical for one in claim.mentions if one.canonical not in named)
    if names:
        yield Row("fact", _("Names"), ", ".join(map(_short, names)))
    if HEARSAY in claim.aspects:
        yield Row("fact", _("Evidence"), _("passed on as told by others"))
    if extractors := extractors_of(claim):
        # What a package of others has read is not ours to vouch for.
        yield Row("fact", _("Extractor"), ", ".join(map(_short, extractors)))
    if around is None or around.claim != claim.id:
        return
    event = _short(told.event_label(around.event.label)) if around.event else _("none yet")
    yield Row("fact", _("Event"), event)
    for found, status in around.differences:
        values = " | ".join(_short(told.label(label, found.attribute)) for label in found.labels)
        yield Row("fact", _("Difference"), f"{STATUSES[status].sign} {values} ({STATUSES[status].word})")


def quoted_whole(text: str) -> str:
    """Other people's words between quotation marks."""
    return f"“{_short(text)}”"


def _corrections(corrections: Sequence[Decision]) -> Iterator[Row]:
    for entry in corrections:
        when = moment(entry.at)
        note = f" {_short(entry.note)}" if entry.note else ""
        text = f"{decision_phrase(entry)}: {_said(entry)} ({entry.reviewer}, {when}){note}"
        yield Row("correction", _("Correction"), visible(text), entry=entry.id)


def _said(entry: Decision) -> str:
    """What an entry on how an article is read says, in the reader's language."""
    said = correction_of(entry)
    words = _short(quoted(said.text))
    if entry.kind != "correct":
        return words
    changed = [field for field in said.now if field != EXTENT]
    return ", ".join(_change(field, said.was.get(field), said.now[field]) for field in changed) or words


def _change(field: str, was: Value, now: Value) -> str:
    name = _(_NAMES.get(field, PARTS["count"]))
    return f"{name} {_value(field, was)} → {_value(field, now)}"


def _value(field: str, value: Value) -> str:
    if field == "modality":
        return _(MODALITIES[str(value)])
    if field == "event_type":
        return told.event_type(str(value))
    if isinstance(value, dict) and value["counted"]:
        value = {**value, "counted": noun(value["counted"])}
    return _short(shown(field, value))


def _short(text: str) -> str:
    return visible(text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…")

"""Entries of other logs: whether one is what it says it is, and whether this program can follow it."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date

import msgspec

from workbench.decisions.corrections import Correction, correction_of
from workbench.decisions.describing import Description, description_of
from workbench.decisions.entries import is_as_written, named, timed
from workbench.decisions.log import CORRECTING, ON_ARTICLES
from workbench.errors import DecisionError
from workbench.models import Decision
from workbench.models.order import FIRST, FULL, utc

_decoder = msgspec.json.Decoder(Decision)


def entry_from(text: str | bytes) -> Decision:
    """The entry of an export's text of JSON; DecisionError where it is none, and as `refuse_foreign`."""
    try:
        entry = _decoder.decode(text)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise DecisionError("Not an entry of the log", str(error)) from error
    refuse_foreign(entry)
    return entry


def refuse_foreign(entry: Decision) -> None:
    """Raises DecisionError where an entry's id is not made of its content, or nobody can follow the entry."""
    if not is_as_written(entry):
        raise DecisionError("The id does not fit what the entry says", entry.id)
    named(entry.reviewer)
    timed(entry.at)
    if utc(entry.at) == FIRST or entry.placed != utc(entry.placed) or entry.placed < utc(entry.at):
        raise DecisionError("The entry has no place in the log", entry.id)
    if entry.placed >= FULL:
        raise DecisionError("The entry leaves no room in the log for those behind it", entry.id)
    try:
        followed = _says_what_its_kind_says(entry)
    except (ValueError, KeyError, TypeError, RecursionError, msgspec.MsgspecError):
        followed = False
    if not followed:
        raise DecisionError("The entry does not say what its kind says", f"{entry.id}: {entry.kind}")


def _says_what_its_kind_says(entry: Decision) -> bool:
    if entry.until is not None:
        date.fromisoformat(entry.until)
    if entry.kind == "undo":
        return bool(entry.undoes)
    if entry.kind in CORRECTING:
        _as(Correction, correction_of(entry))
        return entry.attribute == "claim" and bool(entry.claims)
    if entry.kind in ON_ARTICLES:
        _as(Description, description_of(entry))
        return entry.attribute == "source"
    return entry.attribute not in ("claim", "source")


def _as(kind: type[Correction] | type[Description], said: Correction | Description) -> None:
    """Raises ValidationError where a field holds what it cannot hold."""
    names = said.__dataclass_fields__
    msgspec.convert(dict(zip(names, astuple(said), strict=True)), kind)

"""Whether an entry of the log may be taken back, or brought back: what later entries rest on it.

An entry rests on an earlier one where its reviewer had before them what the earlier one made
([why so](../../docs/decisions/0020-what-rests-on-a-decision.md)):

- a verdict, or what lets one stand, on a later verdict of the same difference;
- what lets a decision stand, on that decision;
- a decision taken on an event, on what put claims of that event together, or took others out of it;
- a decision taken on a claim, on what corrected that claim or made it, changed it by what was said of
  its article, or brought that back;
- what is said of an article, on what was said of the same before.

Remarks and undos rest on nothing, and nothing rests on a remark. An undo is rested on by what was decided
while what it takes back was gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from workbench.decisions.belonging import sides_of
from workbench.decisions.describing import same_fields
from workbench.decisions.log import BELONGING, ON_ARTICLES, READING, REMARKS, VERDICTS, in_effect
from workbench.decisions.telling import word
from workbench.errors import DecisionError
from workbench.models import Decision
from workbench.phrases.decisions import AND_EARLIER

Pieces = Sequence[frozenset[str]]
"""Claims that an entry puts together or apart: those of one piece stood together before, and stay so."""
NAMED = 5
"""Entries that a refusal names; the others are counted."""


class RestedOnError(DecisionError):
    """An entry that cannot be taken back: `entries` rest on it, oldest first."""

    def __init__(self, entries: Sequence[Decision]) -> None:
        told = [word(entry) for entry in entries[-NAMED:]]
        more = [AND_EARLIER(number=str(len(entries) - NAMED))] if len(entries) > NAMED else []
        super().__init__(
            "Later decisions rest on this",
            "; ".join([*reversed(told), *more]),
            f"Take them back first, the newest first: workbench undo {entries[-1].id}",
        )
        self.entries = tuple(entries)


class GroundGoneError(DecisionError):
    """An entry that cannot be brought back: `entries`, on which it rests, are taken back."""

    def __init__(self, entries: Sequence[Decision]) -> None:
        super().__init__(
            "What this rests on is taken back",
            "; ".join(word(entry) for entry in entries[:NAMED]),
            "Bring that back first.",
        )
        self.entries = tuple(entries)


def rests_on(log: Sequence[Decision], entry: Decision) -> tuple[Decision, ...]:
    """The later entries in effect that rest on this one, oldest first: they stand against taking it back.

    Of the log it needs the entry, what it takes back in the end, and what is later than that and either
    shares its difference or claims or, where the entry says which claims belong together, whatever it is.
    """
    places = {one.id: place for place, one in enumerate(log)}
    made, gone = _made(log, entry)
    return tuple(
        later
        for later in in_effect(log)
        if places[later.id] > places[entry.id] and _rests(later, made, gone=gone)
    )


def ground_gone(log: Sequence[Decision], entry: Decision) -> tuple[Decision, ...]:
    """The entries not in effect on which rests what undoing this undo would bring back, oldest first.

    A verdict needs no earlier verdict of its difference to stand, so that those do not count.
    """
    made, gone = _made(log, entry)
    if not gone:
        return ()
    before = log[: next(place for place, one in enumerate(log) if one.id == made.id)]
    standing = {one.id for one in in_effect(log)}
    then = in_effect(before)
    return tuple(
        one
        for one in then
        if one.id not in standing
        and (_event_made(made, one, gone=False) or (made.kind == "keep" and made.value == one.id))
    )


def refuse_resting(log: Sequence[Decision], entry: Decision) -> None:
    """Raises RestedOnError or GroundGoneError where this entry may not be taken back."""
    if resting := rests_on(log, entry):
        raise RestedOnError(resting)
    if gone := ground_gone(log, entry):
        raise GroundGoneError(gone)


def _made(log: Sequence[Decision], entry: Decision) -> tuple[Decision, bool]:
    """The entry, or what it takes back or brings back in the end; and whether that is gone by it."""
    by_id = {one.id: one for one in log}
    made, gone = entry, False
    while made.kind == "undo" and made.undoes in by_id:
        made, gone = by_id[made.undoes], not gone
    return made, gone


def _rests(later: Decision, made: Decision, *, gone: bool) -> bool:
    """Whether an entry rests on what an earlier one made, or (`gone`) on that having been taken back."""
    if later.kind == "undo" or later.kind in REMARKS or made.kind in REMARKS:
        return False
    if later.kind == "keep" and later.value == made.id:
        return True
    if later.kind in ON_ARTICLES:
        return not gone and same_fields(later, made)
    if made.kind in READING:
        # Of an article that is out there are no claims: to decide on them needs it back.
        made_them = gone == (made.kind == "remove")
        return made_them and not set(later.claims).isdisjoint(made.claims)
    return _same_difference(later, made) or _event_made(later, made, gone=gone)


def _same_difference(later: Decision, made: Decision) -> bool:
    settling = (*VERDICTS, "keep")
    if later.kind not in settling or made.kind not in settling:
        return False
    if not later.discrepancy or not made.discrepancy:
        return False
    about = (later.attribute, later.key) == (made.attribute, made.key)
    return later.discrepancy == made.discrepancy or (about and not set(later.claims).isdisjoint(made.claims))


def _event_made(later: Decision, made: Decision, *, gone: bool) -> bool:
    """Whether a later entry was taken on an event that is as it is because of an earlier one."""
    if made.kind not in BELONGING:
        return False
    joined = (made.kind == "same_event") != gone
    seen = [set(claims) for claims in later.saw or (later.claims,)]
    for pieces in _pieces(made):
        for claims in seen:
            held = sum(not piece.isdisjoint(claims) for piece in pieces)
            if held > 1 if joined else 0 < held < len(pieces):
                return True
    return False


def _pieces(made: Decision) -> list[Pieces]:
    """What an entry brings together (of one event: its parts), or takes apart of what stood together."""
    sides = [frozenset(side) for side in sides_of(made)]
    groups = [frozenset(claims) for claims in made.saw]
    found: list[list[frozenset[str]]] = []
    if made.kind == "same_event":
        for side in sides:
            alone = side.difference(chain(*groups))
            found.append([*(side & group for group in groups), *(frozenset([claim]) for claim in alone)])
    else:
        for group in groups or [frozenset(chain(*sides))]:
            found.append([side & group for side in sides])
    kept = [[piece for piece in pieces if piece] for pieces in found]
    return [pieces for pieces in kept if len(pieces) > 1]

"""Who took part in an event, states and bodies; people and those who only tell of it are left out.

A state is a party only where it is named for more than saying where a place lies ("in the Ukrainian city of
Kharkiv") or whose the speaker is ("Ukraine's President ... said"), or armed people of its own are counted
among the dead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from workbench.languages.loader import LANGUAGES, load
from workbench.models import Claim, Mention
from workbench.records.coding.killed import KILLED, is_of_civilians
from workbench.records.coding.states import State, states
from workbench.records.dossier import Dossier
from workbench.visible import visible

_WORDS_BETWEEN = 2
"""Words that may stand between a state and its place or president ("Ukrainian city of Kharkiv")."""


@dataclass(frozen=True, slots=True)
class Party:
    """`state` is None for a body that is no state's government."""

    name: str
    state: State | None


def parties(dossier: Dossier) -> tuple[Party, ...]:
    """Governments first, then others, else in the order of the record."""
    names = dict.fromkeys([*dossier.record.participants, *_counted_sides(dossier)])
    bodies = {one.canonical for one in _mentions(dossier) if one.kind == "organisation"}
    found: dict[str, Party] = {}
    for name in names:
        owner = _owner(name) if name in bodies else None
        if owner:
            found[owner.canonical] = Party(owner.canonical, owner)
        elif _acts(dossier, name) if name in states() else name in bodies:
            found[name] = Party(name, states().get(name))
    return tuple(sorted(found.values(), key=lambda one: one.state is None or not one.state.government))


def listed(found: Sequence[Party]) -> str:
    """Their names, for a reader."""
    return ", ".join(visible(one.name) for one in found)


@cache
def _owner(body: str) -> State | None:
    """The state whose ministry, army or delegation a body is; None for others."""
    for name, state in states().items():
        kind = body.removeprefix(f"{name} ")
        if kind != body and any(kind in load(code).names.institutions for code in LANGUAGES):
            return state
    return None


def _mentions(dossier: Dossier) -> Iterator[Mention]:
    return (one for claim in dossier.claims for one in claim.mentions)


def _counted_sides(dossier: Dossier) -> Iterator[str]:
    """Those whose armed dead are counted."""
    for claim in dossier.claims:
        for one in claim.quantities:
            if one.counted == KILLED and one.side and not is_of_civilians(dossier, claim, one):
                yield one.side


def _acts(dossier: Dossier, state: str) -> bool:
    if state in _counted_sides(dossier):
        return True
    told = (one for one in dossier.claims if state in one.participants and not one.heading)
    return any(_names_a_party(claim, state) for claim in told)


def _names_a_party(claim: Claim, state: str) -> bool:
    """Whether a claim names the state apart from the places in it, and from whoever only tells of it."""
    beside = [(one.start, one.end) for one in claim.mentions if _lies_in(one, state)]
    beside += _of_speaker(claim)
    named = [(one.start, one.end) for one in claim.mentions if one.canonical == state]
    return any(not any(_are_together(claim, one, other) for other in beside) for one in named)


def _of_speaker(claim: Claim) -> list[tuple[int, int]]:
    """Where the speaker is named, by a name or by an office ("Mali's army said")."""
    named = [(one.start, one.end) for one in claim.mentions if one.canonical == claim.speaker]
    if named or not claim.speaker:
        return named
    at = claim.text.casefold().find(claim.speaker.casefold())
    return [(claim.start + at, claim.start + at + len(claim.speaker))] if at >= 0 else []


def _lies_in(mention: Mention, state: str) -> bool:
    from workbench.claims.names_gazetteer import pack_ancestors  # other exports start without that room

    place = mention.canonical
    return mention.kind == "place" and (place.startswith(f"{state}/") or state in pack_ancestors(place))


def _are_together(claim: Claim, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether few words stand between two stretches."""
    (_, end), (start, _) = sorted((one, other))
    between = claim.text[end - claim.start : start - claim.start]
    return len([word for word in between.split() if word[0].isalpha()]) <= _WORDS_BETWEEN

"""Where a place lies, as far as the language packs and the table of towns tell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from workbench.records import now
from workbench.records.coding.points import Point, points
from workbench.records.coding.refusing import NotOneOfThemError
from workbench.records.coding.states import State, states
from workbench.records.dossier import Dossier
from workbench.visible import visible
from workbench.words import _

WRITTEN_IN = "en"
"""The language of what UCDP and ACLED publish."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`above` are the places between `place` and its state, the nearest first.

    `is_state` where nothing narrower is known; `holds_others` for what other places lie in: a province, also
    where its capital has its name, so that it is taken for the larger one.
    """

    place: str
    state: State
    above: tuple[str, ...]
    is_state: bool
    holds_others: bool
    point: Point | None
    """Of the town, or of the capital that gives a province its name."""


def whereabouts(place: str) -> Whereabouts | None:
    """None where no state is known that holds it, as for a sea.

    A town of which nothing but its state is known is named with it ("Mali/Kidal").
    """
    from workbench.claims.names_gazetteer import pack_ancestors  # other exports start without that room

    holder, _, own = place.rpartition("/")
    place = own or place
    chain = (place, *([holder, *pack_ancestors(holder)] if holder else pack_ancestors(place)))
    known = next((name for name in chain if name in states()), None)
    if known is None:
        return None
    above = tuple(name for name in chain[1 : chain.index(known)] if name != place)
    return Whereabouts(
        place=place,
        state=states()[known],
        above=above,
        is_state=place == known,
        holds_others=place in _holders(),
        point=None if holder or place == known else points().get(place),
    )


def located(dossier: Dossier) -> Whereabouts:
    """Where an event took place. Raises NotOneOfThemError where that, or in which state, is not known."""
    place = now.place(dossier.record)
    if place is None:
        raise NotOneOfThemError(_("its place is not known"))
    where = whereabouts(place)
    if where is None:
        raise NotOneOfThemError(_("in which state {place} lies is not known").format(place=visible(place)))
    return where


@cache
def _holders() -> frozenset[str]:
    from workbench.claims.names_gazetteer import parents  # other exports start without that room

    return frozenset(holder for place, holder in parents().items() if place != holder)


def written(dossier: Dossier, where: Whereabouts) -> list[str]:
    """A place and what it lies in below its state, the nearest first; of a state its English name alone."""
    if where.is_state:
        return [where.state.english]
    return [_as_written(dossier, name) for name in (where.place, *where.above)]


def _as_written(dossier: Dossier, canonical: str) -> str:
    """A name as an English article of the event writes it, else as the program calls it."""
    for claim in dossier.claims:
        if dossier.sources[claim.source].language != WRITTEN_IN:
            continue
        for mention in claim.mentions:
            if mention.canonical == canonical:
                return visible(mention.text)
    return visible(canonical)

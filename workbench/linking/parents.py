"""Which events have another parent when some change, and which are compared again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.decisions.parents import named_claims
from workbench.discrepancies.around import Query, answers, children
from workbench.events.outlines import outline
from workbench.events.placing import Said, Wholes, said_of
from workbench.events.stages import asks, membership, offers
from workbench.linking.base import Base
from workbench.linking.keeping import stored_keys
from workbench.models import Decision, Event


@dataclass(frozen=True, slots=True)
class Placed:
    """Events with their parents."""

    new: list[Event]
    moved: list[Event]
    """Those that stay but have another parent now."""
    again: list[Event]
    """Others that stay and have to be compared again."""


def place(base: Base, gone: Mapping[str, Event], new: Sequence[Event], told: Collection[str]) -> Placed:
    """New events, which are in the base, with their parents; and what that changes for those that stay.

    The events that stay and asked for something that events `gone` or new answer are compared again. Those
    that asked only of what they are a stage are so where that has changed, and a whole is with its stages.
    What reviewers said ties events to others: all of these are placed again. `told` are sources of which no
    event that stays has a claim.
    """
    both = [(gone[event.id], event) for event in new if event.id in gone]
    steady = {after.id: before.parent for before, after in both if _as_before(base, before, after, told)}
    keys, wholes = _offered(base, (*gone.values(), *new), steady)
    askers = base.asking(keys | wholes)
    asked = [event for event, hit in askers if hit & keys]
    given = [replace(event, parent=steady.get(event.id)) for event in new]
    said, tied = _said(base, new, gone.values())
    asking = {event.id: event for event, _ in askers}
    stay = [*asking.values(), *(event for event in tied if event.id not in asking)]
    lost = gone.keys() - steady.keys()
    fresh = {event.id for event in new} - steady.keys()
    unsure = {
        event.id
        for event in (*given, *stay)
        if event.id in fresh
        or event.id in said.events
        or event.parent in lost
        or _may_move(base, event, fresh)
    }
    _foresee(base, (*gone.values(), *given, *stay), {*gone, *(event.id for event in asked)}, unsure)
    finder = Wholes(base.find, base.outline, said)
    placed = [finder.placed(event) if event.id in unsure else event for event in given]
    there = [(event, finder.placed(event)) for event in stay if event.id in unsure]
    moved = [after for before, after in there if before.parent != after.parent]
    base.add([*placed, *moved])
    parents = {event.parent for pair in there for event in pair if pair[0].parent != pair[1].parent}
    parents |= {event.parent for event in placed}
    of_stages = base.asking(stored_keys(children(name) for name in parents if name))
    again = {event.id: event for event in (*asked, *(event for event, _ in of_stages))}
    names = again.keys() - {event.id for event in moved}
    return Placed(placed, moved, [again[name] for name in sorted(names)])


def _said(base: Base, new: Sequence[Event], gone: Iterable[Event]) -> tuple[Said, list[Event]]:
    """What reviewers say of the parents of these events, and the events that stay and are tied to them."""
    log: list[Decision] = []
    tied = {event.id: event for event in new}
    claims = {claim for event in (*new, *gone) for claim in event.claims}
    more = claims
    while more:
        log = [entry for entry in base.decisions_on(claims) if entry.attribute == "event"]
        tied |= {event.id: event for event in base.holding(named_claims(log))}
        more = {claim for event in tied.values() for claim in event.claims} - claims
        claims |= more
    known = {event.id for event in new}
    return said_of(tied.values(), log), [event for name, event in tied.items() if name not in known]


def _foresee(base: Base, events: Iterable[Event], compared: Collection[str], placed: Collection[str]) -> None:
    """Reads what is asked for to compare these events, and to find of what those are stages."""
    asked = [(event.id, stored_keys(asks(outline(event, base.claims)))) for event in events]
    keys = base.asked(compared).difference(*(held for _, held in asked))
    base.foresee(keys.union(*(held for name, held in asked if name in placed)))


def _offered(
    base: Base, events: Iterable[Event], steady: Collection[str]
) -> tuple[frozenset[int], frozenset[int]]:
    """By which keys these events are found to be compared with, and to be the wholes of others.

    As wholes those that are `steady` matter to nobody.
    """
    compared: set[Query] = set()
    wholes: set[Query] = set()
    for event in events:
        held = offers(outline(event, base.claims))
        compared |= answers(event, base.claims, base.sources) - held
        wholes |= set() if event.id in steady else held
    return stored_keys(compared), stored_keys(wholes)


def _as_before(base: Base, before: Event, after: Event, told: Collection[str]) -> bool:
    """True where an event is to other events, as a whole or as a stage, what it was before."""
    one, other = (outline(event, base.claims) for event in (before, after))
    event = replace(
        before,
        label=after.label,
        claims=after.claims,
        participants=after.participants,
        parent=after.parent,
        origins=after.origins,
        first_source=after.first_source,
    )
    return replace(one, event=event) == replace(other, sources=other.sources.difference(told))


def _may_move(base: Base, event: Event, fresh: Collection[str]) -> bool:
    """True where one of the `fresh` events may hold it: whether it does follows from the two alone."""
    own = base.outline(event)
    near = {other.id: other for query in asks(own) for other in base.offering(query) if other.id in fresh}
    return membership(own, map(base.outline, near.values())) is not None

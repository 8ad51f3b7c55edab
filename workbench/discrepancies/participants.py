"""Who took part, where sources name other people for one meeting; a longer list is no difference."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from workbench.discrepancies.kinship import alike, may_be_one_place
from workbench.discrepancies.rules import rules
from workbench.discrepancies.view import EventView, discrepancy, say, whole
from workbench.events.features import heard
from workbench.models import Claim, Discrepancy
from workbench.phrases import differences as words

_A_MEETING = 2
"""People whom a clause must name for it to say who met."""


def detect_participants(seen: EventView) -> list[Discrepancy]:
    """Clauses of two sources that name other people, none of whom the other source knows of."""
    if seen.event.event_type not in rules().met:
        return []
    met = [(claim, people) for claim in seen.claims if len(people := _who_met(claim, seen)) >= _A_MEETING]
    known = {claim.source: _named(c for c in seen.claims if c.source == claim.source) for claim, _ in met}
    differing: dict[str, tuple[Claim, frozenset[str]]] = {}
    for (a, people), (b, others) in combinations(met, 2):
        apart = a.source != b.source and not _by_sound(people) & known[b.source]
        apart = apart and not _by_sound(others) & known[a.source]
        if apart and may_be_one_place(a.place, b.place):
            differing |= {a.id: (a, people), b.id: (b, others)}
    if not differing:
        return []
    values = [
        whole(claim, label, label) for claim, people in differing.values() for label in [say(sorted(people))]
    ]
    listed = "; ".join(dict.fromkeys(value.label for value in values))
    why = words.OTHER_PEOPLE(groups=listed)
    return [discrepancy(seen, "participants", "", "tension", values, why)]


def _who_met(claim: Claim, seen: EventView) -> frozenset[str]:
    """The people who met, as the clause says; who only speaks in it did not."""
    if claim.continues or claim.modality != "occurred" or not alike(claim.event_type, seen.event.event_type):
        return frozenset()
    people = {m.canonical for m in claim.mentions if m.kind == "person"} & set(claim.participants)
    return frozenset(people - {claim.speaker})


def _named(claims: Iterable[Claim]) -> set[str]:
    return _by_sound(m.canonical for claim in claims for m in claim.mentions if m.kind == "person")


def _by_sound(people: Iterable[str]) -> set[str]:
    return set(map(heard, people))

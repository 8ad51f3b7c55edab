"""A plan and what came of it, where they stand in different events (rules 3 and 4 of the design).

The matcher puts "proposed for the 15th" and "held on the 16th" apart as often as not: other words,
another day. What answers a plan is the first like event after it was told, of the same parties or at
the same place, near the day that was named. A plan whose own event took place is answered there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.discrepancies.dates import date_value
from workbench.discrepancies.kinship import (
    AHEAD,
    alike,
    known_day,
    may_be_one_place,
    parties,
    plan_of,
    says_day,
    told_day,
)
from workbench.discrepancies.rules import rules
from workbench.discrepancies.status import SAID, went
from workbench.discrepancies.view import EventView, World, discrepancy, say, view
from workbench.models import Claim, DateSpan, Discrepancy, Event

_MOVED = 7
"""Days by which a plan may be put off and still be known by its parties and place."""
_SOON = 14
"""Days within which a plan without a day is answered."""
_EARLIER = 3
"""Days by which what was planned may be held before its day."""


_COMMON = 2
"""Words that a clause about several exchanges shares with the plan of one of them."""


@dataclass(frozen=True, slots=True)
class Deed:
    """An event that took place: `claims` say so; `day` is the one that most of them give."""

    event: Event
    claims: tuple[Claim, ...]
    day: date
    parties: frozenset[str]
    sources: frozenset[str]


@dataclass(frozen=True, slots=True)
class Plan:
    """A claim of something still to come; `day` is the one its words name."""

    claim: Claim
    event: Event
    day: DateSpan | None
    told: date
    parties: frozenset[str]


def detect_plans(world: World) -> list[Discrepancy]:
    """For each event that took place, the plans of it that other events hold: superseded."""
    by_day = _deeds(world)
    answered: dict[str, tuple[Deed, list[Plan]]] = {}
    for plan in _plans(world):
        deed = _answer(plan, by_day)
        if deed is not None:
            answered.setdefault(deed.event.id, (deed, []))[1].append(plan)
    return [one for deed, plans in answered.values() for one in _discrepancies(world, deed, plans)]


def _deeds(world: World) -> dict[date, list[Deed]]:
    by_day: dict[date, list[Deed]] = defaultdict(list)
    for event in world.events:
        if event.event_type in rules().staged:
            deed = _deed(event, [world.claims[c] for c in event.claims])
            if deed is not None:
                by_day[deed.day].append(deed)
    return by_day


def _deed(event: Event, claims: Sequence[Claim]) -> Deed | None:
    done = [c for c in claims if c.modality == "occurred" and alike(c.event_type, event.event_type)]
    spans = {c.id: known_day(c) for c in done}
    days = [span.start for span in spans.values() if span is not None]
    if not days:
        return None
    day = max(set(days), key=lambda one: (days.count(one), -one.toordinal()))
    held = tuple(c for c in done if (span := spans[c.id]) is None or span.start == day)
    named = frozenset(name for c in held for name in parties(c))
    return Deed(event, held, day, named, frozenset(c.source for c in claims))


def _plans(world: World) -> Iterable[Plan]:
    """Claims of what is still to come, where their own event did not take place after they were told."""
    kinds = rules().staged | rules().bringing_up
    for event in world.events:
        claims = [world.claims[c] for c in event.claims]
        for claim in claims:
            told = told_day(claim, world)
            if claim.modality not in AHEAD or claim.event_type not in kinds or told is None:
                continue
            exchange = claim.event_type in rules().exchanges and claim.modality == "agreed"
            day = None if exchange else says_day(claim)
            vague = claim.continues or claim.event_type in rules().bringing_up
            if (vague and day is None) or _took_place(claim, event, claims):
                continue
            yield Plan(claim, event, day, told, parties(claim))


def _took_place(plan: Claim, event: Event, claims: Iterable[Claim]) -> bool:
    """True where the plan's own event took place: not one in which the plan is only talked about."""
    done = (c for c in claims if c.modality == "occurred" and not c.continues)
    return alike(plan.event_type, event.event_type) and any(
        alike(plan.event_type, c.event_type) for c in done
    )


def _answer(plan: Plan, by_day: dict[date, list[Deed]]) -> Deed | None:
    """The first event that fits the plan, the day that it names before all others."""
    if plan.day is None:
        days = [plan.told + timedelta(ahead) for ahead in range(_SOON + 1)]
    else:
        named = plan.day.start
        days = sorted(
            (named + timedelta(by) for by in range(-_EARLIER, _MOVED + 1)), key=lambda d: abs(d - named)
        )
    for day in days:
        fits = [deed for deed in by_day.get(day, ()) if _fits(plan, deed)]
        if fits:
            return max(
                fits, key=lambda deed: (len(plan.parties & deed.parties), len(deed.claims), deed.event.id)
            )
    return None


def _fits(plan: Plan, deed: Deed) -> bool:
    """True where what took place may be what was planned: kind, ordinal, place and parties agree."""
    if deed.event.id == plan.event.id or not _of_its_kind(plan.claim, deed):
        return False
    if not may_be_one_place(plan.claim.place, deed.event.place):
        return False
    ordinals = {o.value for o in plan.claim.ordinals}
    if ordinals and deed.event.ordinal is not None and deed.event.ordinal not in ordinals:
        return False
    shared = plan.parties & deed.parties
    placed = plan.claim.place is not None and deed.event.place is not None
    if len(shared) >= 2 or (shared and placed):
        return True
    near = plan.day is not None and abs((deed.day - plan.day.start).days) <= _EARLIER
    enough = shared or near or deed.event.event_type in rules().exchanges
    return bool(enough) and plan.claim.source in deed.sources


def _of_its_kind(plan: Claim, deed: Deed) -> bool:
    """True where the plan may be of the event; an exchange may be one of several that a clause names."""
    kind = deed.event.event_type
    if plan.event_type in rules().exchanges and kind in rules().exchanges and plan.event_type != kind:
        return any(len(set(plan.lemmas) & set(c.lemmas) - parties(c)) >= _COMMON for c in deed.claims)
    return plan_of(plan.event_type, kind)


def _discrepancies(world: World, deed: Deed, plans: Sequence[Plan]) -> list[Discrepancy]:
    seen = view(deed.event, world)
    told = sorted(plans, key=lambda plan: (plan.told, plan.claim.source, plan.claim.start))
    found = [went(seen, [plan.claim for plan in told], list(deed.claims), key="planned")]
    date = _moved(seen, told, deed)
    return found if date is None else [*found, date]


def _moved(seen: EventView, plans: Sequence[Plan], deed: Deed) -> Discrepancy | None:
    """The days that were planned against the one on which it took place."""
    moved = [p.claim for p in plans if p.day is not None and not p.day.start <= deed.day <= p.day.end]
    of_its_kind = [c for c in seen.claims if alike(c.event_type, deed.event.event_type)]
    held = [c for c in of_its_kind if (span := known_day(c)) is not None and span.start == deed.day]
    if not moved or not any(says_day(c) for c in held):
        return None
    planned, took = ([date_value(c, c.date) for c in part if c.date is not None] for part in (moved, held))
    stages, days = (say(one) for one in ([SAID[c.modality] for c in moved], [v.label for v in planned]))
    return discrepancy(
        seen,
        "date",
        "planned",
        "superseded",
        "low",
        [*planned, *took],
        f"It was {stages} for {days} and took place on {took[0].label}.",
        suggestion=took[0].label,
        rule="the day it took place, not the day it was planned for",
    )

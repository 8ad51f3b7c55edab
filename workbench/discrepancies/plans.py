"""A plan and what came of it, where they stand in different events (rules 3 and 4 of the design).

The matcher puts "proposed for the 15th" and "held on the 16th" apart as often as not: other words,
another day. What answers a plan is the first like event after it was told, of the same parties or at
the same place, near the day that was named. A plan whose own event took place is answered there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.discrepancies.dates import date_value
from workbench.discrepancies.kinship import (
    alike,
    is_ahead,
    is_done,
    known_day,
    may_be_one_place,
    plan_of,
    says_day,
)
from workbench.discrepancies.parties import known_parties, parties
from workbench.discrepancies.rules import rules
from workbench.discrepancies.status import SAID, went
from workbench.discrepancies.view import EventView, World, discrepancy, say
from workbench.models import Claim, DateSpan, Discrepancy, Event
from workbench.phrases import differences as words

_MOVED = 7
"""Days by which a plan may be put off and still be known by its parties and place."""
_SOON = 14
"""Days within which a plan without a day is answered."""
_EARLIER = 3
"""Days by which what was planned may be held before its day."""
_PUT_OFF = 60
"""Days by which it may be put off where the event's own claims say that it was."""
_SAYS_SO = "moved=put off"

_COMMON = 2
"""Words that a clause about several exchanges shares with the plan of one of them."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What answers a plan: what took place, or a newer plan; `day` is the one that most claims give."""

    event: Event
    kind: str
    claims: tuple[Claim, ...]
    day: date
    parties: frozenset[str]
    sources: frozenset[str]
    places: frozenset[str]
    """Every place that a claim of the event names: where it was held, or what it was about."""
    reach: int
    """Days by which the plan may have been put off."""
    planned_on: date | None = None
    """For what is itself only a newer plan: when it was told."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A claim of something still to come; `day` is the one its words name."""

    claim: Claim
    event: Event
    day: DateSpan | None
    told: date
    parties: frozenset[str]


def detect_plans(seen: EventView) -> list[Discrepancy]:
    """The plans of an event that took place which other events hold: superseded."""
    deed = _deed_of(seen.event, seen.world) or _newer_plan(seen)
    if deed is None:
        return []
    plans = [
        p for p in _plans(seen, deed) if deed.planned_on or _best(p, seen.world) in (None, deed.event.id)
    ]
    return _discrepancies(seen, deed, plans) if plans else []


def _deed_of(event: Event, world: World) -> Deed | None:
    return world.once("deed", event.id, lambda: _deed(event, world.claims_of(event)))


def _deed(event: Event, claims: Sequence[Claim]) -> Deed | None:
    """What took place: the event itself, or the exchange that an event of another type tells of."""
    handed_over = sorted({c.event_type for c in claims} & rules().exchanges)
    itself = [event.event_type] if event.event_type in rules().staged else []
    by_word = event.event_type in rules().agreed_by_word
    kind = next(iter([*handed_over, *itself] if by_word else [*itself, *handed_over]), None)
    if kind is None:
        return None
    done = [c for c in claims if is_done(c) and alike(c.event_type, kind)]
    spans = {c.id: known_day(c) for c in done}
    days = [span.start for span in spans.values() if span is not None]
    if not days:
        return None
    day = max(set(days), key=lambda one: (days.count(one), -one.toordinal()))
    held = tuple(c for c in done if (span := spans[c.id]) is None or span.start == day)
    return _made(kind, event, claims, held, day)


def _newer_plan(seen: EventView) -> Deed | None:
    """The day that the event's latest claim plans it for, where none says that it took place."""
    dated = [
        (told, c, span) for c in seen.claims if (told := seen.world.told_day(c)) and (span := _plans_for(c))
    ]
    if not dated or seen.event.event_type not in rules().staged:
        return None
    told, _, span = max(dated, key=lambda one: (one[0], one[1].start))
    held = tuple(c for _, c, its in dated if its.start == span.start)
    return _made(seen.event.event_type, seen.event, seen.claims, held, span.start, told)


def _plans_for(claim: Claim) -> DateSpan | None:
    """The day for which a claim plans the event, or None."""
    handed_over = claim.event_type in rules().exchanges and claim.modality == "agreed"
    return says_day(claim) if is_ahead(claim) and not handed_over else None


def _made(
    kind: str,
    event: Event,
    claims: Sequence[Claim],
    held: tuple[Claim, ...],
    day: date,
    planned_on: date | None = None,
) -> Deed:
    named = frozenset(name for c in held for name in parties(c)) | known_parties(event)
    reach = _PUT_OFF if any(_SAYS_SO in c.aspects for c in claims) else _MOVED
    places = frozenset(c.place for c in claims if c.place)
    sources = frozenset(c.source for c in claims)
    return Deed(event, kind, held, day, named, sources, places, reach, planned_on)


def _plans(seen: EventView, deed: Deed) -> list[Plan]:
    """Claims of other events that the deed may answer: told shortly before it, or naming a day near it."""
    days = [deed.day + timedelta(by) for by in range(-max(_SOON, deed.reach), _EARLIER + 1)]
    near = seen.world.events_near("ahead", days, deed.parties | deed.sources)
    others = [event for event in near if event.id != deed.event.id]
    found = (plan for event in others for plan in _plans_of(event, seen.world))
    return [plan for plan in found if _in_time(plan, deed) and _fits(plan, deed)]


def _plans_of(event: Event, world: World) -> list[Plan]:
    def made() -> list[Plan]:
        found = (_plan(claim, event, world) for claim in world.claims_of(event))
        return [plan for plan in found if plan is not None]

    return world.once("plans", event.id, made)


def _plan(claim: Claim, event: Event, world: World) -> Plan | None:
    """What is still to come, unless its own event took place."""
    told = world.told_day(claim)
    if not is_ahead(claim) or told is None:
        return None
    day = _plans_for(claim)
    vague = claim.continues or claim.event_type in rules().bringing_up
    begin = day.start - timedelta(_EARLIER) if day else told
    since = [c for c in world.claims_of(event) if (world.told_day(c) or begin) >= begin]
    if (vague and day is None) or _took_place(claim, event, since):
        return None
    its_own = alike(claim.event_type, event.event_type)
    named = parties(claim) | (known_parties(event) if its_own else frozenset())
    return Plan(claim, event, day, told, named)


def _took_place(plan: Claim, event: Event, claims: Iterable[Claim]) -> bool:
    """True where the plan's own event took place: not one in which it is only talked about.

    `claims` are those told when its day had come: what was told before is a step towards it.
    """
    done = (c for c in claims if is_done(c) and not c.continues)
    return alike(plan.event_type, event.event_type) and any(
        alike(plan.event_type, c.event_type) for c in done
    )


def _in_time(plan: Plan, deed: Deed) -> bool:
    if deed.planned_on is not None and (plan.told >= deed.planned_on or plan.day is None):
        return False
    if plan.day is None:
        return timedelta() <= deed.day - plan.told <= timedelta(_SOON)
    if deed.day < plan.told <= plan.day.start:
        # What was still ahead when it was told is not what had taken place by then.
        return False
    return timedelta(-_EARLIER) <= deed.day - plan.day.start <= timedelta(deed.reach)


def _best(plan: Plan, world: World) -> str | None:
    """The event that fits the plan best, near its day or soon after it was told; None where none does."""
    return world.once("best", plan.claim.id, lambda: _best_of_all(plan, world))


def _best_of_all(plan: Plan, world: World) -> str | None:
    begin = plan.told if plan.day is None else plan.day.start
    reach = range(_SOON + 1) if plan.day is None else range(-_EARLIER, _MOVED + 1)
    days = [begin + timedelta(by) for by in reach]
    near = world.events_near("held", days, plan.parties | {plan.claim.source})
    rivals = (_deed_of(event, world) for event in near)
    fitting = [r for r in rivals if r is not None and _in_time(plan, r) and _fits(plan, r)]
    return min(fitting, key=lambda one: _rank(plan, one)).event.id if fitting else None


def _rank(plan: Plan, deed: Deed) -> tuple[int, int, str]:
    begin = plan.told if plan.day is None else plan.day.start
    return abs((deed.day - begin).days), -len(plan.parties & deed.parties), deed.event.id


def _fits(plan: Plan, deed: Deed) -> bool:
    """True where what took place may be what was planned: kind, ordinal, place and parties agree."""
    if deed.event.id == plan.event.id or not _of_its_kind(plan.claim, deed):
        return False
    ordinals = {o.value for o in plan.claim.ordinals}
    if ordinals and deed.event.ordinal is not None and deed.event.ordinal not in ordinals:
        return False
    shared = plan.parties & deed.parties
    near = plan.day is not None and abs((deed.day - plan.day.start).days) <= _EARLIER
    if deed.places and not any(may_be_one_place(plan.claim.place, place) for place in deed.places):
        # It may have been moved to another place, but only to another week as well where claims say so.
        return len(shared) >= 2 and (near or deed.reach > _MOVED)
    placed = plan.claim.place is not None and deed.event.place is not None
    if len(shared) >= 2 or (shared and placed):
        return True
    enough = shared or near or deed.kind in rules().exchanges
    return bool(enough) and plan.claim.source in deed.sources


def _of_its_kind(plan: Claim, deed: Deed) -> bool:
    """True where the plan may be of the event; an exchange may be one of several that a clause names."""
    kind = deed.kind
    if plan.event_type in rules().exchanges and kind in rules().exchanges and plan.event_type != kind:
        return any(len(set(plan.lemmas) & set(c.lemmas) - parties(c)) >= _COMMON for c in deed.claims)
    return plan_of(plan.event_type, kind)


def _discrepancies(seen: EventView, deed: Deed, plans: Sequence[Plan]) -> list[Discrepancy]:
    told = sorted(plans, key=lambda plan: (plan.told, plan.claim.source, plan.claim.start))
    found = [] if deed.planned_on else [went(seen, [p.claim for p in told], list(deed.claims), key="planned")]
    date = _moved(seen, told, deed)
    return found if date is None else [*found, date]


def _moved(seen: EventView, plans: Sequence[Plan], deed: Deed) -> Discrepancy | None:
    """The days that were planned against the one on which it took place."""
    moved = [p.claim for p in plans if p.day is not None and not p.day.start <= deed.day <= p.day.end]
    of_its_kind = [c for c in seen.claims if alike(c.event_type, deed.kind)]
    held = [c for c in of_its_kind if (span := known_day(c)) is not None and span.start == deed.day]
    if not moved or not any(says_day(c) for c in held):
        return None
    planned, took = ([date_value(c, c.date) for c in part if c.date is not None] for part in (moved, held))
    stages, days = (say(one) for one in ([SAID[c.modality] for c in moved], [v.label for v in planned]))
    moved_to = words.MOVED_TO_PLAN if deed.planned_on else words.MOVED_TO_DAY
    return discrepancy(
        seen,
        "date",
        "planned",
        "superseded",
        [*planned, *took],
        moved_to(labels=stages, days=days, day=took[0].label),
        suggestion=took[0].label,
        rule=words.NEWER_DAY(),
    )

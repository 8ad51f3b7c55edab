"""What a claim goes on about: the earlier claim of its text that it means without naming it anew."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from workbench.claims.names import places_agree
from workbench.events.cohesion import Thread, resumed
from workbench.events.spans import REPORT_DAYS, days_apart
from workbench.events.weights import weights
from workbench.models import AHEAD, Claim

if TYPE_CHECKING:
    from workbench.events.features import Features

_SLIP = 0.05
"""How far a stated sum may miss its parts and still be meant for them."""
_TERMS = 8
"""Sizes up to which sums of some of them are looked for: more meet any number by chance."""
_AFTERMATH = frozenset({"crime", "justice"})
STAGED = frozenset({"contact", "exchange"})
"""Families whose next event is announced in the report of the last one."""


def going_on(item: Features, past: Thread | None) -> Features:
    """The claim with what it goes on about, and with that event's day where it has none of its own."""
    if past is None:
        return item
    item = replace(item, topic=past.item.claim)
    if _dated_since(item, past):
        return item
    if _tells_of_an_older(item, past.item):
        item = replace(item, dated=True)
    elif not item.dated or _is_milestone(item, past.item):
        item = replace(item, date=past.item.date, dated=past.item.dated, planned_date=past.item.planned_date)
    return item


def _dated_since(item: Features, past: Thread) -> bool:
    """True where the passage gave the claim a day in words told since `past`.

    Words that name an event known only from the day of publication mean that event, whatever was dated since.
    """
    day = item.date
    if day is None or day.basis != "inherited" or not day.expr or day.expr_start < past.claim.start:
        return False
    if past.item.date is not None and past.item.date.expr_start == day.expr_start:
        return False
    return item.continues or past.item.dated


def _is_milestone(item: Features, past: Features) -> bool:
    """True where a clause without an event word says in which later year what was told before bears fruit."""
    if not item.continues or item.date is None or past.date is None or not past.dated:
        return False
    ahead = item.modality in ("planned", "expected") and item.date.precision == "year"
    return ahead and item.date.start > past.date.end


def _tells_of_an_older(item: Features, past: Features) -> bool:
    """True where a clause gives a day long before the event told last: it means one like it ("in April")."""
    if item.date is None or past.date is None or not past.dated or not item.date.expr:
        return False
    own = item.date.basis not in ("inherited", "heading")
    return own and (past.date.start - item.date.end).days > REPORT_DAYS


def topic_of(
    item: Features, claim: Claim, earlier: Sequence[Thread], current: Thread | None
) -> Thread | None:
    """The earlier claim of the section that this one goes on about.

    A clause with no event word of its own goes on about the last one; an undated one with an event
    word means the last event of that type ("depremin ardından"), where nothing speaks against it.
    """
    if item.event_type in weights().subsidiary or (claim.heading and not claim.continues):
        return None
    if claim.continues:
        if not earlier or current is None:
            return None
        if claim.context_start != current.last_context:
            current = resumed(item, claim, current, earlier)
        return None if is_stage(item, current.item) else _one_of_many(current, earlier)
    if earlier and _at_a_scene(item, claim, earlier[-1]):
        return earlier[-1]
    if item.within and _is_outcome(item) and (scene := _last_alike(item, item.within, claim, earlier)):
        return scene
    return _last_alike(item, item.event_type, claim, earlier) or _focus(item, earlier)


def _last_alike(item: Features, kind: str, claim: Claim, earlier: Sequence[Thread]) -> Thread | None:
    """The last event of a type that the claim may mean; what the text has left behind is not meant.

    Where a text tells of one meeting after the other by their days, a clause does not go back.
    """
    alike = {kind, *weights().generic.get(kind, ())} - weights().introduced
    passed: list[Features] = []
    for past in reversed(earlier):
        alike_enough = past.item.event_type in alike and _days_allow(item, past.item)
        if alike_enough and _may_be_same(item, past.item):
            return None if _left_behind(past.item, passed) else _one_of_many(past, earlier)
        passed.append(past.item)
    return None


def _left_behind(past: Features, since: Sequence[Features]) -> bool:
    """True where an event of the same family on another day was told after `past`."""
    if past.family not in STAGED or past.date is None or not past.dated:
        return False
    return any(
        later.family == past.family and later.dated and later.date and days_apart(past.date, later.date) > 0
        for later in since
    )


def _one_of_many(past: Thread, earlier: Sequence[Thread]) -> Thread:
    """Of the events that one clause lists by their days, the claim that counts them all, where it has one."""
    listed = [
        one for one in earlier if one.claim.start == past.claim.start and one.claim.end == past.claim.end
    ]
    return next((one for one in listed if one.item.plural), past)


def _days_allow(item: Features, past: Features) -> bool:
    """True where an undated clause may mean `past`, or a dated one gives the day of what `past` reports."""
    if not _has_own_day(item):
        return True
    if item.date is None or past.dated or past.date is None or item.family not in weights().one_off:
        return False
    return 0 <= (past.date.start - item.date.end).days <= REPORT_DAYS


def _focus(item: Features, earlier: Sequence[Thread]) -> Thread | None:
    """What a report is about, where it is of a happening that strikes once: the rest of it belongs there."""
    if not earlier or _has_own_day(item) or item.scene == "after" or item.running:
        return None
    lead = lead_of(earlier)
    if lead.item.family in weights().engulfing and item.family not in (lead.item.family, "contact"):
        return lead
    if lead.item.family in weights().stories and _is_outcome(item):
        return lead
    staged_alike = (item.modality in AHEAD) == (lead.item.modality in AHEAD)
    came_of_it = item.event_type in weights().outcomes and staged_alike and _may_be_same(item, lead.item)
    return lead if came_of_it and lead.item.family == "contact" else None


def lead_of(earlier: Sequence[Thread]) -> Thread:
    """What a section tells first, its heading aside."""
    return next((past for past in earlier if not past.item.heading), earlier[0])


def _has_own_day(item: Features) -> bool:
    return item.dated and item.date is not None and item.date.basis != "heading"


def _at_a_scene(item: Features, claim: Claim, past: Thread) -> bool:
    """True where the sentence names the event right before ("görüşmede | uranyum ticareti ele alındı")."""
    if past.claim.context_start != claim.context_start or past.item.scene != "during" or _has_own_day(item):
        return False
    return (
        past.item.event_type in weights().conversations
        or _is_outcome(item)
        or (item.family == "economy" and not item.counts)
    )


def _is_outcome(item: Features) -> bool:
    """True for what a report of something else tells on the side: an agreement signed, people detained."""
    return item.event_type in weights().outcomes or item.family in _AFTERMATH


def _may_be_same(a: Features, b: Features) -> bool:
    """True where nothing that `a` says of itself speaks against its being `b`, told before it."""
    if any(b.ordinals.get(name, value) != value for name, value in a.ordinals.items()):
        return False
    if is_stage(a, b):
        return False
    if a.kinds and b.kinds and not a.kinds & b.kinds:
        return False
    if not _parties_agree(a, b) or (a.family == "contact" and _elsewhere(a, b)):
        return False
    if a.modality in AHEAD and b.modality == "occurred" and a.family in STAGED:
        return False
    if a.running != b.running and a.counts and b.counts and a.family in STAGED:
        return False
    return sizes_agree(a.sizes, b.sizes)


def is_stage(a: Features, b: Features) -> bool:
    """True where `a` is a stage that `b` is not, on a day left open: it takes none from the whole."""
    numbered = a.family == "exchange" and a.date is None and "stage" in a.ordinals
    return numbered and a.ordinals["stage"] != b.ordinals.get("stage")


def _parties_agree(a: Features, b: Features) -> bool:
    """True where the people and states of one claim may be those of the other, as far as they are named."""
    if a.people and b.people:
        few, many = sorted((a.people, b.people), key=len)
        return few <= many if a.family == "contact" else bool(few & many)
    return not (len(a.states) >= 2 and len(b.states) >= 2 and a.states != b.states)


def _elsewhere(a: Features, b: Features) -> bool:
    return bool(a.place and b.place and not places_agree(a.place, b.place))


def sizes_agree(a: Collection[float], b: Collection[float]) -> bool:
    """True where two exchanges may be one by their numbers: one is shared, or parts make a whole."""
    if not a or not b or set(a) & set(b):
        return True
    return any(
        abs(sum(parts) - whole) <= _SLIP * whole
        for parts, wholes in ((_counted_once(a), b), (_counted_once(b), a))
        if len(parts) > 1
        for whole in wholes
    )


def _counted_once(sizes: Collection[float]) -> set[float]:
    """Sizes without those that two or three of the others make: 318 where 248 and 70 are told besides."""
    if len(sizes) > _TERMS:
        return set(sizes)
    return {
        size
        for size in sizes
        if not any(
            sum(some) == size
            for number in (2, 3)
            for some in combinations([other for other in sizes if other != size], number)
        )
    }

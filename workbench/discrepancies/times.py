"""The time of day at which an event happened; named zones are converted before times are compared."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations

from workbench.discrepancies.kinship import one_matter
from workbench.discrepancies.rules import rules
from workbench.discrepancies.view import EventView, discrepancy, say
from workbench.languages.loader import LANGUAGES, load
from workbench.models import AttributeValue, Claim, ClockTime, Discrepancy, Verdict
from workbench.phrases import differences as words

_LOOSE = 15
_EXACT = 1
_HOUR, _DAY = 60, 24 * 60
_REACH = 20
"""Characters on either side of a time that tell what it is the time of."""

Stated = tuple[Claim, ClockTime]


def detect_times(seen: EventView) -> list[Discrepancy]:
    """Times that cannot be one moment, where the event is one that happens at a moment.

    A whole number of hours between two times whose zones are not both known is a tension: the zones
    may explain it.
    """
    if seen.event.event_type not in rules().single_day:
        return []
    stated = [(c, t) for c in seen.claims for t in c.times if _is_when_it_happened(c, t, seen)]
    differing: dict[Verdict, dict[tuple[str, int], Stated]] = {}
    for a, b in combinations(stated, 2):
        verdict = _differ(a, b, seen)
        if verdict is not None:
            held = {(c.id, t.start): (c, t) for c, t in (a, b)}
            differing.setdefault(verdict, {}).update(held)
    verdict = "conflict" if "conflict" in differing else next(iter(differing), None)
    if verdict is None:
        return []
    return [_discrepancy(seen, verdict, list(differing[verdict].values()))]


def _is_when_it_happened(claim: Claim, time: ClockTime, seen: EventView) -> bool:
    if claim.event_type != seen.event.event_type or time.modifier not in ("exactly", "about"):
        return False
    before, after = _as_of(seen.world.sources[claim.source].language)
    start, end = time.start - claim.start, time.end - claim.start
    text = claim.text.lower()
    head = text[max(0, start - _REACH) : max(0, start)]
    expr = time.expr.lower()
    return not (before.search(head) or any(after.search(part) for part in (expr, text[end : end + _REACH])))


@cache
def _as_of(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    clock = load(code if code in LANGUAGES else LANGUAGES[0]).numbers.clock
    return re.compile(clock.as_of_before), re.compile(clock.as_of_after)


@cache
def _zone_minutes() -> dict[str, int]:
    zones = (load(code).numbers.clock.zone_hours for code in LANGUAGES)
    return {zone: round(hours * _HOUR) for found in zones for zone, hours in found.items()}


def _differ(a: Stated, b: Stated, seen: EventView) -> Verdict | None:
    (claim, time), (other, second) = a, b
    if claim.id == other.id or not one_matter(claim, other):
        return None
    ahead = [_zone_minutes().get(t.zone or "") for t in (time, second)]
    known = ahead[0] is not None and ahead[1] is not None
    shift = ahead[1] - ahead[0] if ahead[0] is not None and ahead[1] is not None else 0
    allowed = _LOOSE if "about" in (time.modifier, second.modifier) else _EXACT
    apart = _apart(_minutes(time) + shift, _minutes(second))
    if apart <= allowed:
        return None
    languages = {seen.world.sources[c.source].language for c in (claim, other)}
    unsure = not known and (time.zone != second.zone or len(languages) > 1)
    whole_hours = min(apart % _HOUR, -apart % _HOUR) <= allowed
    return "tension" if unsure and whole_hours else "conflict"


def _minutes(time: ClockTime) -> int:
    hours, minutes = time.value.split(":")[:2]
    return int(hours) * _HOUR + int(minutes)


def _apart(a: int, b: int) -> int:
    """Minutes between two times of day, the shorter way round midnight."""
    apart = abs(a - b) % _DAY
    return min(apart, _DAY - apart)


def _discrepancy(seen: EventView, verdict: Verdict, found: list[Stated]) -> Discrepancy:
    zones = [t.zone for _, t in found if t.zone in _zone_minutes()]
    values = [_value(c, t, zones[0] if zones else None) for c, t in found]
    said = say([v.label for v in values])
    cause = words.ONE_MOMENT() if verdict == "conflict" else words.TWO_ZONES()
    if len(set(zones)) > 1:
        why = words.SOURCES_TIME_IN(clocks=said, zone=str(zones[0]), cause=cause)
    else:
        why = words.SOURCES_TIME(clocks=said, cause=cause)
    return discrepancy(seen, "time", "", verdict, values, why)


def _value(claim: Claim, time: ClockTime, zone: str | None) -> AttributeValue:
    """The time in the zone given, where its own is known: claims that agree share it."""
    minutes = _minutes(time)
    if zone and time.zone in _zone_minutes():
        minutes = (minutes + _zone_minutes()[zone] - _zone_minutes()[time.zone or zone]) % _DAY
    label = f"{minutes // _HOUR:02}:{minutes % _HOUR:02}"
    return AttributeValue(claim.id, claim.source, label, label, label, label, time.expr, time.start, time.end)

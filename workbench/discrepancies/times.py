"""The time of day at which an event happened."""

from __future__ import annotations

from itertools import combinations

from workbench.discrepancies.rules import rules
from workbench.discrepancies.view import EventView, discrepancy, say
from workbench.models import AttributeValue, Claim, ClockTime, Discrepancy

_LOOSE = 15
_EXACT = 1


def detect_times(seen: EventView) -> list[Discrepancy]:
    """Times that cannot be one moment, where the event is one that happens at a moment."""
    if seen.event.event_type not in rules().single_day:
        return []
    stated = [
        (c, t)
        for c in seen.claims
        for t in c.times
        if not c.continues and c.event_type == seen.event.event_type and t.modifier in ("exactly", "about")
    ]
    differing: dict[tuple[str, int], tuple[Claim, ClockTime]] = {}
    for (a, time_a), (b, time_b) in combinations(stated, 2):
        if a.id != b.id and _apart(time_a, time_b) > _allowed(time_a, time_b):
            differing[a.id, time_a.start] = (a, time_a)
            differing[b.id, time_b.start] = (b, time_b)
    if not differing:
        return []
    values = [
        AttributeValue(c.id, c.source, t.value, t.value, t.value, t.value, t.expr, t.start, t.end)
        for c, t in differing.values()
    ]
    labels = say([v.label for v in values])
    return [
        discrepancy(
            seen,
            "time",
            "",
            "conflict",
            values,
            f"Sources time it at {labels}: one event happens at one moment.",
        )
    ]


def _minutes(time: ClockTime) -> int:
    hours, minutes = time.value.split(":")[:2]
    return int(hours) * 60 + int(minutes)


def _apart(a: ClockTime, b: ClockTime) -> int:
    return abs(_minutes(a) - _minutes(b))


def _allowed(a: ClockTime, b: ClockTime) -> int:
    return _LOOSE if "about" in (a.modifier, b.modifier) else _EXACT

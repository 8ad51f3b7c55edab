"""One happening under two years: a slip of the year parts its reports into two events.

Exact dates a year apart are never one event, so a January article that writes last year's number stands
alone. Two events alike in everything but the year are shown to a reviewer.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.claims.names import places_agree
from workbench.discrepancies.rules import rules
from workbench.discrepancies.slips import date_slip
from workbench.discrepancies.view import EventView, discrepancy, say
from workbench.events.making import say_date
from workbench.events.weights import weights
from workbench.models import AttributeValue, Claim, DateSpan, Discrepancy, Event
from workbench.phrases import differences as words

_WRITTEN = frozenset({"absolute", "heading", "year_from_publication"})
_YEARS = frozenset({1, 10})
"""A wrong year is the one before or after, or has a wrong tens digit."""
_TELLING = 2
"""A single victim is no number to know an accident by."""


def detect_years(seen: EventView) -> list[Discrepancy]:
    """Events of the same type, place and day that only the year tells apart; shown with the earlier one."""
    event = seen.event
    if event.date is None or event.place is None:
        return []
    found = []
    start = event.date.start
    day = start.day if event.date.precision == "day" else None
    for year in sorted(start.year + by for by in _YEARS):
        for other in seen.world.events_in_month(event.event_type, event.place, year, start.month, day):
            if places_agree(event.place, str(other.place)) and alike_but_year(seen, other):
                found.append(_discrepancy(seen, other))
    return found


def alike_but_year(seen: EventView, other: Event) -> bool:
    """True where another event of the type and place has this one's day, and its numbers, in another year.

    A happening that strikes once does so on one day of the year by chance so seldom that the day and the
    place are enough; a month, or an event of a kind that recurs, needs a number in common as well.
    """
    a, b = seen.event.date, other.date
    if a is None or b is None or abs(a.start.year - b.start.year) not in _YEARS:
        return False
    theirs = seen.world.claims_of(other)
    if not (_dated(seen.claims, a) and _dated(theirs, b)):
        return False
    one_day = a.precision == b.precision == "day"
    if one_day and date_slip(a.start, b.start) is None:
        return False
    if _recurs(seen.claims, theirs) or (not one_day and "month" not in (a.precision, b.precision)):
        return False
    shared = _numbers(seen.claims) & _numbers(theirs)
    strikes_once = seen.event.event_type in rules().one_place & rules().single_day
    return bool(shared) or (one_day and strikes_once)


def _recurs(a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    """True where other ordinals tell the two apart, or where one remembers the other years later."""
    ordinals = [{o.of: o.value for c in claims for o in c.ordinals} for claims in (a, b)]
    numbered = any(ordinals[0].get(of, value) != value for of, value in ordinals[1].items())
    remembered = any(q.counted == "anniversary" for c in (*a, *b) for q in c.quantities)
    return numbered or remembered or any("year" in found for found in ordinals)


def _numbers(claims: Sequence[Claim]) -> set[tuple[str, float]]:
    """What the claims count, by noun; numbers too small to know an event by are left out."""
    units = weights().time_units
    return {
        (quantity.counted, quantity.value)
        for claim in claims
        for quantity in claim.quantities
        if quantity.counted and quantity.unit not in units and quantity.value >= _TELLING
    }


def _dated(claims: Sequence[Claim], span: DateSpan) -> list[Claim]:
    """The claims whose own words give the event this date, the earliest told first."""
    return [c for c in claims if c.date is not None and c.date.basis in _WRITTEN and _same(c.date, span)]


def _same(a: DateSpan, b: DateSpan) -> bool:
    return (a.start, a.end) == (b.start, b.end)


def _discrepancy(seen: EventView, other: Event) -> Discrepancy:
    claims = [c for e in (seen.event, other) if e.date for c in _dated(seen.world.claims_of(e), e.date)]
    values = [_value(claim, claim.date) for claim in claims if claim.date]
    kind = seen.event.event_type.replace("_", " ")
    days = say([v.label for v in values])
    why = words.YEAR_APART(event=kind, place=str(seen.event.place), days=days)
    key = f"year:{other.date.start.year}" if other.date else "year"
    return discrepancy(seen, "date", key, "tension", values, why, slip="year")


def _value(claim: Claim, span: DateSpan) -> AttributeValue:
    start, end = span.start.isoformat(), span.end.isoformat()
    return AttributeValue(
        claim.id,
        claim.source,
        start,
        start,
        end,
        say_date(span),
        span.expr,
        span.expr_start,
        span.expr_end,
    )

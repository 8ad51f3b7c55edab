"""The first day of a feast in a given year, by its rule in calendar.toml (see its schema)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter
from hijridate import Gregorian, Hijri

from workbench.claims.dates_spans import nth_weekday

Announced = Mapping[str, Sequence[date]]


def feast_day(rule: str, year: int, announced: Announced) -> date:
    """ValueError where the rule says nothing of that year."""
    if rule.startswith("hijri "):
        told = next((day for day in announced.get(rule, ()) if day.year == year), None)
        return told or _lunar(rule, year)
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:]))
    if "/" in rule:
        month, nth, weekday = map(int, rule.split("/"))
        return nth_weekday(year, month, weekday, nth)[0]
    month, day = map(int, rule.split("-"))
    return date(year, month, day)


@cache
def _lunar(rule: str, year: int) -> date:
    """The first of the days in that year: the lunar year is eleven days short of ours."""
    month, day = map(int, rule.removeprefix("hijri ").split("-"))
    begun = Gregorian(year, 1, 1).to_hijri().year
    for lunar in (begun, begun + 1):
        found = Hijri(lunar, month, day).to_gregorian()
        if found.year == year:
            return date(found.year, found.month, found.day)
    raise ValueError(rule)

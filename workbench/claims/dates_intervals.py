"""The interval that a date's words mean in a given year, and how precise they are."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta

from workbench.claims import dates_spans as spans
from workbench.claims.calendar_readings import Between, Dated, InMonth, Spec
from workbench.claims.dates_feasts import Announced, feast_day
from workbench.claims.dates_spans import Interval
from workbench.models import DateSpan, Precision

_NONE: Announced = {}


def exists(spec: Dated, year: int) -> bool:
    """False for 29 February outside leap years."""
    return not (spec.month == 2 and spec.day == 29) or isleap(year)


def other_weekday(spec: Spec, first: date) -> int | None:
    """The weekday beside a day's date where the day, `first`, falls on another."""
    if isinstance(spec, Between):
        spec = spec.first
    if isinstance(spec, InMonth):
        spec = spec.dated
    if not isinstance(spec, Dated) or spec.day is None or spec.weekday == first.weekday():
        return None
    return spec.weekday


def precision_of(spec: Dated) -> Precision:
    """The precision of a date that is no range."""
    if spec.feast is not None:
        return "day"
    if spec.month is None:
        return "range" if spec.years > 1 else year_part_precision(spec.part)
    if spec.part == "week":
        return "week"
    if spec.stretch is not None:
        return "day" if abs(spec.stretch) == 1 else "range"
    if spec.day is not None or (spec.nth is not None and spec.weekday is not None):
        return "day"
    return "month" if spec.part in (None, "whole") and spec.nth is None else "part_of_month"


def year_part_precision(part: str | None) -> Precision:
    """The precision of a year, or of what its beginning, middle and end mean."""
    if part in (None, "whole"):
        return "year"
    return "range" if part == "middle" else "month"


def unit_precision(unit: str, count: int) -> Precision:
    """The precision of `count` calendar units."""
    if count > 1:
        return "range"
    table: dict[str, Precision] = {"day": "day", "week": "week", "month": "month", "quarter": "quarter"}
    return table.get(unit, "range" if unit == "weekend" else "year")


def falls_behind(first: Dated, last: Dated) -> bool:
    """Whether the end of a range lies in the year after its beginning."""
    return (first.month or 1, first.day or 1) > (last.month or 12, last.day or 31)


def interval_of(spec: Dated | Between, year: int, announced: Announced = _NONE) -> Interval:
    """The interval that begins in that year; ValueError where there is no such day."""
    if isinstance(spec, Between):
        assert isinstance(spec.first, Dated) and isinstance(spec.last, Dated)
        behind = falls_behind(spec.first, spec.last)
        first = interval_of(spec.first, year, announced)[0]
        return first, interval_of(spec.last, year + behind, announced)[1]
    if spec.feast is not None:
        day = feast_day(spec.feast, year, announced) + timedelta(days=spec.offset)
        return day, day
    if spec.month is not None:
        return _in_month(spec, year, spec.month)
    if spec.years > 1:
        return spans.part_of_years(year, spec.years, spec.part or "whole")
    return spans.year_span(year) if spec.part is None else spans.part_of_year(year, spec.part)


def _in_month(spec: Dated, year: int, month: int) -> Interval:
    if spec.day is not None:
        day = date(year, month, spec.day)
        return spans.week_span(day) if spec.part == "week" else (day, day)
    if spec.stretch is not None:
        return spans.stretch_of_month(year, month, spec.stretch)
    if spec.nth is not None and spec.weekday is not None:
        return spans.nth_weekday(year, month, spec.weekday, spec.nth)
    if spec.nth is not None:
        return spans.week_of_month(year, month, spec.nth)
    if spec.part is not None:
        return spans.part_of_month(year, month, spec.part)
    return spans.month_span(year, month)


def weekday_within(span: DateSpan, weekday: int) -> date | None:
    """The day of that name (Monday is 0) in a week or less, where it holds one."""
    day = span.start + timedelta(days=(weekday - span.start.weekday()) % 7)
    return day if day <= span.end and (span.end - span.start).days < 7 else None

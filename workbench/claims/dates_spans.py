"""Arithmetic of calendar intervals. All functions give the first and the last day, both included."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

Interval = tuple[date, date]
DAY = timedelta(days=1)


def month_span(year: int, month: int, months: int = 1) -> Interval:
    """`months` whole months from that one."""
    first = date(year, month, 1)
    years, behind = divmod(month - 1 + months, 12)
    return first, date(year + years, behind + 1, 1) - DAY


def year_span(year: int, years: int = 1) -> Interval:
    return date(year, 1, 1), date(year + years - 1, 12, 31)


def part_of_month(year: int, month: int, part: str) -> Interval:
    """Days 1-10, 11-20, or 21 to the end; days 1-15 or the others."""
    first, last = month_span(year, month)
    return {
        "start": (first, first.replace(day=10)),
        "middle": (first.replace(day=11), first.replace(day=20)),
        "end": (first.replace(day=21), last),
        "first_half": (first, first.replace(day=15)),
        "second_half": (first.replace(day=16), last),
        "whole": (first, last),
    }[part]


def stretch_of_month(year: int, month: int, days: int) -> Interval:
    """The first days of a month, or its last ones where `days` is negative."""
    first, last = month_span(year, month)
    return (first, first + (days - 1) * DAY) if days > 0 else (last + (days + 1) * DAY, last)


def part_of_years(year: int, years: int, part: str) -> Interval:
    """A part of a decade or century: its first four, middle three or last three tenths, a half, a quarter."""
    share = {
        "start": (0.0, 0.4),
        "middle": (0.4, 0.7),
        "end": (0.7, 1.0),
        "first_half": (0.0, 0.5),
        "second_half": (0.5, 1.0),
        "first_quarter": (0.0, 0.25),
        "last_quarter": (0.75, 1.0),
        "whole": (0.0, 1.0),
    }
    first, last = (round(years * edge) for edge in share[part])
    return year_span(year + first, last - first)


def part_of_year(year: int, part: str) -> Interval:
    """January, June and July, or December: what news means by a year's beginning, middle and end."""
    first, months = {"start": (1, 1), "middle": (6, 2), "end": (12, 1), "whole": (1, 12)}[part]
    return month_span(year, first, months)


def week_span(day: date, weeks: int = 1) -> Interval:
    """Monday to Sunday around `day`, and the weeks behind it."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=7 * weeks - 1)


def part_of_week(day: date, part: str) -> Interval:
    """Monday and Tuesday, Wednesday and Thursday, or the weekend."""
    monday = week_span(day)[0]
    first, last = {"start": (0, 1), "middle": (2, 3), "end": (5, 6), "whole": (0, 6)}[part]
    return monday + timedelta(days=first), monday + timedelta(days=last)


def week_of_month(year: int, month: int, nth: int) -> Interval:
    """Days 1-7, 8-14 ...; -1 is the month's last seven days."""
    first, last = month_span(year, month)
    if nth < 0:
        return last - 6 * DAY, last
    begin = first + timedelta(days=7 * (nth - 1))
    return begin, min(begin + 6 * DAY, last)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> Interval:
    """The n-th such weekday of a month; -1 is the last one."""
    first, last = month_span(year, month)
    if nth < 0:
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    else:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return day, day


def unit_span(day: date, unit: str, shift: int, count: int = 1) -> Interval:
    """`count` whole units: behind the unit around `day` (shift 1), before it (-1), or from it on (0)."""
    ahead = shift if shift >= 0 else -count
    if unit == "day":
        first = day + timedelta(days=ahead)
        return first, first + timedelta(days=count - 1)
    if unit == "week":
        return week_span(day + timedelta(days=7 * ahead), count)
    if unit == "weekend":
        return part_of_week(day + timedelta(days=7 * ahead), "end")
    if unit in ("year", "decade"):
        return year_span(day.year + ahead, count)
    size = 3 if unit == "quarter" else 1
    begin = date(day.year, (day.month - 1) // size * size + 1, 1)
    begin += relativedelta(months=size * ahead)
    return month_span(begin.year, begin.month, size * count)


def moved(day: date, unit: str, count: int) -> date:
    """The day so many units away."""
    if unit == "day":
        return day + timedelta(days=count)
    if unit == "week":
        return day + timedelta(days=7 * count)
    if unit in ("year", "decade"):
        return day + relativedelta(years=count if unit == "year" else 10 * count)
    return day + relativedelta(months=count * (3 if unit == "quarter" else 1))

"""Rules for dates counted from the one told last: the same day, the following week, that night."""

from __future__ import annotations

from dataclasses import replace

from workbench.claims import calendar_dates as dates
from workbench.claims import calendar_months as months
from workbench.claims import calendar_years as years
from workbench.claims.calendar_line import Line
from workbench.claims.calendar_readings import Anaphor, Dated, DayWord, Months, Spec

Rule = tuple[Spec, int]
_TOLD = ("day", "week", "month", "year", "period")


def anaphor(line: Line, at: int) -> Rule | None:
    """The same day, the following week, "aynı yılın ekim ayında"."""
    token, unit = line.at(at), line.at(at + 1)
    if (
        token.kind != "anaphor"
        or unit.kind != "unit"
        or unit.name not in ("day", "week", "month", "year", "period")
    ):
        return None
    if unit.name == "period" or token.value == 0:
        shift, further = dates.year_words(line, at + 2)
        if shift is not None:
            return Anaphor(unit.name, token.value, years=shift), further
    if unit.name == "period":
        return (Anaphor(unit.name, 0), at + 2) if token.value == 0 else None
    if line.is_plural(at + 1):
        return None
    behind = line.skip_times(at + 2)
    if unit.name == "year":
        same = years.same_of_year(line, behind)
        if same is not None:
            return replace(same[0], years=token.value), same[1]
    if unit.name == "year":
        finer = years.within_year(line, behind, None, None)
        if finer is not None and isinstance(finer[0], (Dated, Months)):
            return Anaphor(unit.name, token.value, within=finer[0]), finer[1]
    if unit.name == "month":
        part = months.within_month(line, Dated(), behind, numbered=True)
        if part is not None:
            return Anaphor(unit.name, token.value, within=part[0]), part[1]
    return Anaphor(unit.name, token.value), behind


def told_day(line: Line, at: int) -> Rule | None:
    """That night, the next morning, "bir gün önce": a day counted from the one told last."""
    token, calendar = line.at(at), line.calendar
    if token.name in calendar.told_days_at_end and not line.signs.stops(token.end):
        return None
    if line.signs.before(calendar.from_now, token.start):
        return DayWord(token.value), at + 1
    return Anaphor("day", token.value, near=token.value != 0), line.skip_times(at + 1)

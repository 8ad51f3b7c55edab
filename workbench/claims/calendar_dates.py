"""Rules for days, months, years and their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from workbench.claims.calendar_line import Line
from workbench.claims.calendar_readings import Between, Dated, Months, Season, Spec

Rule = tuple[Spec, int]
DatedRule = tuple[Dated, int]


def numeric(line: Line, at: int) -> DatedRule | None:
    """2025-05-16, 16.05.2025, 16/05/2025."""
    token = line.at(at)
    if token.kind not in ("iso", "numeric"):
        return None
    a, b, c = (int(part) for part in re.split(r"[-./]", token.name))
    if token.kind == "iso":
        year, month, day = a, b, c
    else:
        day, month, year = a, b, c
        slashes = "/" in token.name
        if slashes and (b > 12 or (line.calendar.numeric_order == "mdy" and a <= 12)):
            day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return tail(line, Dated(year=year, month=month, day=day), at + 1)


def tail(line: Line, spec: Dated, at: int) -> DatedRule:
    """Takes the weekday and the time of day that follow a day, with comma or brackets."""
    mark = line.kind(at) if line.kind(at) in ("comma", "open") else ""
    behind = at + 1 if mark else at
    weekday = line.weekday_beside_date(behind)
    closed = mark != "open" or line.kind(behind + 1) == "close"
    if spec.weekday is None and weekday is not None and closed:
        spec = replace(spec, weekday=weekday)
        at = behind + 2 if mark == "open" else behind + 1
    return spec, line.skip_times(at)


def year_behind(line: Line, at: int) -> tuple[int | None, int]:
    """A year, after a comma or not, and where the rest begins."""
    behind = at + 1 if line.kind(at) == "comma" else at
    year = line.year(behind)
    if year is None:
        return None, at
    return year, behind + 2 if line.is_unit(behind + 1, "year") else behind + 1


def _year_words(line: Line, at: int) -> tuple[int | None, int]:
    """ "last year", "of this year" behind a date: which year, counted from this one."""
    if line.kind(at) == "shift" and line.is_unit(at + 1, "year"):
        return line.at(at).value, at + 2
    return None, at


def day_month(line: Line, at: int) -> DatedRule | None:
    """16 May, 16 May 2025, 16 May Friday."""
    day, month = line.day_number(at), line.month_beside_day(at + 1)
    if day is None or month is None:
        return None
    year, behind = year_behind(line, at + 2) if not line.at(at + 1).ending else (None, at + 2)
    if year is None and line.is_unit(behind, "month"):
        return None
    return tail(line, Dated(year=year, month=month, day=day), behind)


def month_day(line: Line, at: int) -> DatedRule | None:
    """May 16, May 16, 2025; in Turkish also "mayısın 16'sı"."""
    month, day = line.month_beside_day(at), line.day_number(at + 1)
    if month is None or day is None:
        return None
    first, second = line.at(at), line.at(at + 1)
    year, behind = year_behind(line, at + 2)
    if first.ending:
        if not (line.signs.ends(line.calendar.of_ending, first) and second.ending):
            return None
    elif second.kind != "number" and not line.calendar.month_first and year is None:
        return None
    spec, behind = tail(line, Dated(year=year, month=month, day=day), behind)
    certain = year is not None or spec.weekday is not None or line.signs.stops(second.end) or first.ending
    if not certain and (
        not line.calendar.month_first or line.signs.before(line.calendar.month_alone_before, first.start)
    ):
        return None
    return spec, behind


def holiday(line: Line, at: int) -> DatedRule | None:
    """A feast that falls on the same day every year."""
    token = line.at(at)
    if token.kind != "holiday":
        return None
    number, day_number = (int(part) for part in token.name.split("-"))
    year, behind = year_behind(line, at + 1)
    return tail(line, Dated(year=year, month=number, day=day_number), behind)


def weekday_day(line: Line, at: int) -> DatedRule | None:
    """Friday, 16 May; Friday (16 May 2025)."""
    weekday = line.weekday_beside_date(at)
    if weekday is None:
        return None
    at = line.skip_times(at + 1)
    mark = line.kind(at) if line.kind(at) in ("comma", "open") else ""
    read = day(line, at + 1 if mark else at)
    if read is None or read[0].weekday is not None:
        return None
    spec, behind = read
    if mark == "open":
        if line.kind(behind) != "close":
            return None
        behind += 1
    return replace(spec, weekday=weekday), behind


def day(line: Line, at: int) -> DatedRule | None:
    """A day with its month, in any order."""
    return numeric(line, at) or day_month(line, at) or month_day(line, at)


def month(line: Line, at: int, *, certain: bool = False) -> DatedRule | None:
    """A month, with its year, part or week. `certain`: what came before makes it a date already."""
    number, token = line.month(at), line.at(at)
    if number is None:
        return None
    spec, behind = Dated(month=number), at + 1
    if line.is_unit(behind, "month"):
        certain, behind = True, behind + 1
    year, behind = year_behind(line, behind)
    year_shift, behind = _year_words(line, behind)
    spec = replace(spec, year=year, year_shift=year_shift)
    spec, finer = _within_month(line, spec, behind)
    certain = certain or finer > behind or year is not None or year_shift is not None
    if not certain and not line.signs.month_alone(token):
        return None
    return spec, finer


def _within_month(line: Line, spec: Dated, at: int) -> DatedRule:
    """The part, week or n-th weekday behind a month's name."""
    if line.kind(at) == "part":
        return replace(spec, part=line.at(at).name), at + 1
    nth = line.ordinal(at)
    if nth is not None and line.is_unit(at + 1, "week"):
        return replace(spec, nth=nth), at + 2
    if nth is not None and line.kind(at + 1) == "weekday":
        return replace(spec, nth=nth, weekday=line.at(at + 1).value), at + 2
    return spec, at


def part_first(line: Line, at: int) -> Rule | None:
    """Early May, mid-May 2025, the end of 2025, the first week of May."""
    if line.kind(at) == "part":
        part, behind = line.at(at).name, at + 1
        if line.kind(behind) == "dash":
            behind += 1
        read = month(line, behind, certain=True) or _bare_year(line, behind)
        return (replace(read[0], part=part), read[1]) if read and read[0].part is None else None
    nth = line.ordinal(at)
    if nth is None:
        return None
    weekday = line.at(at + 1).value if line.kind(at + 1) == "weekday" else None
    if weekday is None and not line.is_unit(at + 1, "week"):
        return None
    read = month(line, at + 2, certain=True)
    return (replace(read[0], nth=nth, weekday=weekday), read[1]) if read else None


def _bare_year(line: Line, at: int) -> DatedRule | None:
    year = line.year(at)
    return None if year is None else (Dated(year=year), at + 1)


def year(line: Line, at: int) -> Rule | None:
    """2025'te, 2025 yılında, 2025 yılının mayıs ayında, 2025'in ilk yarısında, 2022-2023."""
    number, token = line.year(at), line.at(at)
    if number is None:
        return None
    if line.kind(at + 1) == "dash":
        last = line.year(at + 2)
        if last is not None and number < last <= number + 60:
            behind = at + 4 if line.is_unit(at + 3, "year") else at + 3
            return Between(Dated(year=number), Dated(year=last)), behind
    said = line.is_unit(at + 1, "year")
    behind = at + 2 if said else at + 1
    finer = within_year(line, behind, number, None)
    if finer is not None:
        return finer
    return (Dated(year=number), behind) if said or line.signs.year_alone(token) else None


def within_year(line: Line, at: int, number: int | None, shift: int | None) -> Rule | None:
    """What may follow a year and narrow it: a month, a day, a part, a half, a season."""
    read = month(line, at, certain=True) or day_month(line, at)
    if read is not None and read[0].year is None:
        return replace(read[0], year=number, year_shift=shift), read[1]
    if line.kind(at) == "part":
        return Dated(year=number, year_shift=shift, part=line.at(at).name), at + 1
    if line.kind(at) == "season" and number is not None:
        return Season(line.at(at).name, year=number), line.skip_times(at + 1)
    parts = months(line, at)
    if parts is not None:
        return replace(parts[0], year=number, year_shift=shift), parts[1]
    return None


def months(line: Line, at: int) -> tuple[Months, int] | None:
    """The first half, the second quarter, the first nine months."""
    nth = line.ordinal(at)
    if nth is None:
        return None
    if line.is_unit(at + 1, "half") and nth in (1, 2, -1):
        return (Months(1, 6, "half_year") if nth == 1 else Months(7, 12, "half_year")), at + 2
    if line.is_unit(at + 1, "quarter") and nth in (1, 2, 3, 4, -1):
        first = 3 * (nth if nth > 0 else 4) - 2
        behind = at + 3 if line.is_unit(at + 2, "year") else at + 2
        return Months(first, first + 2, "quarter"), behind
    count = line.count(at + 1)
    if count is not None and 2 <= count <= 12 and line.is_unit(at + 2, "month") and nth in (1, -1):
        first, last = (1, count) if nth == 1 else (13 - count, 12)
        return Months(first, last, "range"), at + 3
    if line.is_unit(at + 1, "month") and nth == 1:
        return Months(1, 1, "month"), at + 2
    return None


def months_alone(line: Line, at: int) -> Rule | None:
    """The same with the year behind it or none at all. A half without a year is one of a match."""
    read = months(line, at)
    if read is None:
        return None
    spec, behind = read
    number = line.year(behind)
    if number is not None:
        return replace(spec, year=number), behind + 1
    shift, further = _year_words(line, behind)
    if shift is not None:
        return replace(spec, year_shift=shift), further
    if line.is_unit(behind, "year"):
        return spec, behind + 1
    from_the_end = line.ordinal(at) == -1
    if spec.precision in ("half_year", "month") or from_the_end:
        return None
    return spec, behind


def season(line: Line, at: int) -> Rule | None:
    """Last summer, summer 2025, in the summer months."""
    shift = line.at(at).value if line.kind(at) == "shift" else None
    begin = at if shift is None else at + 1
    if line.kind(begin) != "season":
        return None
    spec, behind = Season(line.at(begin).name, shift=shift), begin + 1
    number = line.year(behind)
    if number is not None and shift is None:
        return replace(spec, year=number), behind + 1
    if line.is_unit(behind, "month") or line.kind(behind) == "part":
        return spec, behind + 1
    return (spec, behind) if shift is not None else None


def day_list(line: Line, at: int, limit: int) -> tuple[list[int], int]:
    """Indexes of numbers joined by commas, dashes or "and", and the index behind the last of them."""
    found = [at]
    while len(found) < limit and line.kind(found[-1] + 1) in ("comma", "and", "dash", "to", "join"):
        if line.day_number(found[-1] + 2) is None:
            break
        found.append(found[-1] + 2)
    return found, found[-1] + 1


def joined_days(line: Line, days: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs of first and last index: the ends of a range, or one day twice."""
    at = 0
    while at < len(days):
        last = at
        if at + 1 < len(days) and _is_range(line, days[at], days[at + 1]):
            last = at + 1
        yield days[at], days[last]
        at = last + 1


def _is_range(line: Line, first: int, last: int) -> bool:
    joint = line.kind(first + 1)
    if joint in ("dash", "to"):
        return True
    if joint not in ("and", "join"):
        return False
    behind = last + 1
    while line.kind(behind) in ("month", "monthshort", "number", "daytime", "unit"):
        behind += 1
    return line.signs.bounds(line.at(first).start, line.at(behind - 1).end)

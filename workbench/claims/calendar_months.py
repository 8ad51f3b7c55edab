"""Rules for months and what lies in them: parts, weeks, halves, days by their number."""

from __future__ import annotations

from dataclasses import replace

from workbench.claims.calendar_dates import DatedRule, day, holiday, year_behind, year_words
from workbench.claims.calendar_line import Line
from workbench.claims.calendar_readings import Between, Dated, InMonth, Spec

Rule = tuple[Spec, int]
_SHORTEST_MONTH = 28


def month(line: Line, at: int, *, certain: bool = False) -> DatedRule | None:
    """A month, with its year, part or week. `certain`: what came before makes it a date already."""
    number, token = line.month(at), line.at(at)
    if number is None:
        return None
    spec, behind = Dated(month=number), at + 1
    genitive = token
    if line.is_unit(behind, "month"):
        certain, genitive, behind = True, line.at(behind), behind + 1
    if not token.ending:
        year, behind = year_behind(line, behind)
        shift, behind = year_words(line, behind)
        spec = replace(spec, year=year, year_shift=shift)
        certain = certain or year is not None or shift is not None
    owns = line.signs.ends(line.calendar.of_ending, genitive)
    finer = within_month(line, spec, behind, numbered=owns) or (spec, behind)
    certain = certain or finer[1] > behind
    if not certain and not line.signs.month_alone(token):
        return None
    return finer


def within_month(line: Line, spec: Dated, at: int, *, numbered: bool) -> DatedRule | None:
    """The part, week, half, days or n-th weekday behind a month; a day's number too where `numbered`."""
    if line.kind(at) == "part":
        return replace(spec, part=line.at(at).name), at + 1
    if numbered and line.kind(at) in ("number", "numeral", "daynumber") and line.at(at).ending:
        number = line.day_number(at)
        return (replace(spec, day=number), line.skip_times(at + 1)) if number else None
    return _nth_in_month(line, spec, at)


def _nth_in_month(line: Line, spec: Dated, at: int) -> DatedRule | None:
    """The third week, the last day, the first ten days, the second half, the first Friday."""
    nth = line.ordinal(at)
    if nth is None:
        return None
    count = line.count(at + 1)
    unit = 7 if line.is_unit(at + 2, "week") else 1 if line.days_named(at + 2) else 0
    if count is not None and nth in (1, -1) and unit and count * unit <= _SHORTEST_MONTH:
        return replace(spec, stretch=nth * count * unit), at + 3
    if line.kind(at + 1) == "weekday":
        return replace(spec, nth=nth, weekday=line.at(at + 1).value), line.skip_times(at + 2)
    if line.is_unit(at + 1, "week"):
        return replace(spec, nth=nth), at + 2
    if line.is_unit(at + 1, "half") and nth in (1, 2, -1):
        return replace(spec, part="first_half" if nth == 1 else "second_half"), at + 2
    if nth not in (1, -1):
        return None
    days = line.days_named(at + 1)
    if days == 2:
        return replace(spec, part="start" if nth == 1 else "end"), at + 2
    return (replace(spec, stretch=nth), at + 2) if days == 1 else None


def part_first(line: Line, at: int) -> Rule | None:
    """Early May, mid-May, the end of 2025, the first week of May, the last day of this month."""
    if line.kind(at) == "part":
        part, behind = line.at(at).name, at + 1
        if line.kind(behind) == "dash":
            behind += 1
        read = month(line, behind, certain=True) or _bare_year(line, behind)
        return (replace(read[0], part=part), read[1]) if read and read[0].part is None else None
    read = _nth_in_month(line, Dated(), at)
    if read is None:
        return None
    spec, behind = read
    named = month(line, behind, certain=True)
    if named is not None and named[1] > behind:
        whole = replace(spec, month=named[0].month, year=named[0].year, year_shift=named[0].year_shift)
        return whole, named[1]
    shift, unit = month_word(line, behind)
    return (InMonth(spec, shift), unit) if unit > behind else None


def month_word(line: Line, at: int) -> tuple[int | None, int]:
    """ "this month", "the month": which one, and the index behind, or `at` where it is none."""
    if line.kind(at) == "shift" and line.is_unit(at + 1, "month") and not line.is_plural(at + 1):
        return line.at(at).value, at + 2
    if line.is_unit(at, "month") and not line.is_plural(at):
        return None, at + 1
    return None, at


def in_month(line: Line, at: int) -> Rule | None:
    """The 16th of this month ("bu ayın 16'sında", "ayın ilk haftası")."""
    shift, behind = month_word(line, at)
    if behind == at or not line.signs.ends(line.calendar.of_ending, line.at(behind - 1)):
        return None
    read = within_month(line, Dated(), behind, numbered=True)
    if read is None or (read[0].part is not None and shift is None and read[0].part in ("start", "end")):
        return None
    return InMonth(read[0], shift), read[1]


def numbered_day(line: Line, at: int) -> Rule | None:
    """ "on the 16th", "the 16th of last month": a day that names no month."""
    token, calendar, number = line.at(at), line.calendar, line.day_number(at)
    if (
        number is None
        or not calendar.day_alone_before
        or token.kind != "number"
        or not line.signs.ends(calendar.ordinal_ending, token)
    ):
        return None
    shift, behind = month_word(line, at + 1)
    if behind > at + 1:
        return InMonth(Dated(day=number), shift), behind
    closes = line.signs.stops(token.end) or line.signs.after(calendar.day_alone_after, token.end)
    if closes and line.signs.before(calendar.day_alone_before, token.start):
        return InMonth(Dated(day=number), None), at + 1
    return None


def weekday_number(line: Line, at: int) -> Rule | None:
    """Tuesday the 19th, "salı 19'unda"."""
    weekday, number = line.weekday_beside_date(at), line.day_number(at + 1)
    if weekday is None or number is None:
        return None
    if not line.signs.ends(line.calendar.weekday_number_ending, line.at(at + 1)):
        return None
    return InMonth(Dated(day=number, weekday=weekday), None), line.skip_times(at + 2)


def _bare_year(line: Line, at: int) -> DatedRule | None:
    years = line.years(at)
    return None if years is None else (Dated(year=years[0], years=years[1]), years[2])


def week_of(line: Line, at: int) -> Rule | None:
    """The week of 12 May."""
    if not line.is_unit(at, "week") or line.at(at).ending:
        return None
    read = day(line, at + 1)
    return (replace(read[0], part="week"), read[1]) if read else None


def month_range(line: Line, at: int) -> Rule | None:
    """ "Ocak-Nisan" behind a year: months of which nothing else needs to be sure."""
    first, last = line.month(at), line.month(at + 2)
    if first is None or last is None or line.kind(at + 1) not in ("dash", "to"):
        return None
    behind = at + 4 if line.is_unit(at + 3, "month") else at + 3
    return Between(Dated(month=first), Dated(month=last)), behind


def day_of_year_words(line: Line, at: int) -> DatedRule | None:
    """What a year may own as well: a feast."""
    read = holiday(line, at)
    return read if read is not None and read[0].year is None else None

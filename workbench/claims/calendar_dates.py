"""Rules for days with their month: in any order, with year and weekday, feasts, lists of days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from workbench.claims.calendar_line import Line
from workbench.claims.calendar_readings import NEAR_FEAST, Dated

DatedRule = tuple[Dated, int]
LIST_LIMIT = 12
"""How many items of a list are looked at."""


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
    """Takes what may follow a day: its weekday, the time of day, the feast it is, the word "week"."""
    mark = line.kind(at) if line.kind(at) in ("comma", "open") else ""
    behind = at + 1 if mark else at
    weekday = line.weekday_beside_date(behind)
    closed = mark != "open" or line.kind(behind + 1) == "close"
    if spec.weekday is None and weekday is not None and closed:
        spec = replace(spec, weekday=weekday)
        at = behind + 2 if mark == "open" else behind + 1
    if line.kind(at) == "holiday" and line.at(at).name == f"{spec.month:02}-{spec.day:02}":
        at += 1
    if line.is_unit(at, "week") and line.signs.ends(line.calendar.compound_ending, line.at(at)):
        return replace(spec, part="week"), at + 1
    return spec, line.skip_times(at)


def year_behind(line: Line, at: int) -> tuple[int | None, int]:
    """A year, after a comma, a dash or not, and where the rest begins."""
    behind = at + 1 if line.kind(at) == "comma" else at
    year = line.year_beside_month(behind)
    if year is None:
        return None, at
    return year, behind + 2 if line.is_unit(behind + 1, "year") else behind + 1


def year_words(line: Line, at: int) -> tuple[int | None, int]:
    """ "last year", "of this year" behind a date: which year, counted from this one."""
    if line.kind(at) == "shift" and line.is_unit(at + 1, "year"):
        return line.at(at).value, at + 2
    return None, at


def day_month(line: Line, at: int) -> DatedRule | None:
    """16 May, 16 May 2025, 16 May Friday, 16 May last year."""
    day, month = line.day_number(at), line.month_beside_day(at + 1)
    if day is None or month is None or (line.at(at).kind == "numeral" and line.may_be_a_noun(at + 1)):
        return None
    plain = not line.at(at + 1).ending
    year, behind = year_behind(line, at + 2) if plain else (None, at + 2)
    shift, behind = year_words(line, behind) if plain and year is None else (None, behind)
    if year is None and line.is_unit(behind, "month"):
        return None
    return tail(line, Dated(year=year, year_shift=shift, month=month, day=day), behind)


def month_day(line: Line, at: int) -> DatedRule | None:
    """May 16, May 16, 2025; in Turkish also "mayısın 16'sı"."""
    month, day = line.month_beside_day(at), line.day_number(at + 1)
    if month is None or day is None:
        return None
    first, second = line.at(at), line.at(at + 1)
    year, behind = year_behind(line, at + 2)
    shift, behind = year_words(line, behind) if year is None else (None, behind)
    if first.ending:
        if not (line.signs.ends(line.calendar.of_ending, first) and second.ending):
            return None
    elif second.kind != "number" and not line.calendar.month_first and year is None:
        return None
    spec, behind = tail(line, Dated(year=year, year_shift=shift, month=month, day=day), behind)
    certain = year is not None or spec.weekday is not None or line.signs.stops(second.end) or first.ending
    if not certain and (
        not line.calendar.month_first or line.signs.before(line.calendar.month_alone_before, first.start)
    ):
        return None
    return spec, behind


def holiday(line: Line, at: int) -> DatedRule | None:
    """A feast with its year, its n-th day or its eve ("Kurban Bayramı'nın ikinci günü")."""
    token = line.at(at)
    if token.kind != "holiday":
        return None
    year, behind = year_behind(line, at + 1) if not token.ending else (None, at + 1)
    shift, behind = year_words(line, behind) if year is None and not token.ending else (None, behind)
    spec = Dated(year=year, year_shift=shift, feast=token.name)
    nth = line.ordinal(behind)
    owns = token.name != NEAR_FEAST or line.signs.ends(line.calendar.of_ending, token)
    if nth is not None and nth > 0 and line.days_named(behind + 1) == 1 and owns:
        return replace(spec, offset=nth - 1), line.skip_times(behind + 2)
    if token.name == NEAR_FEAST:
        return None
    if line.kind(behind) == "eve":
        return replace(spec, offset=-1), behind + 1
    return spec, line.skip_times(behind)


def day_of_feast(line: Line, at: int) -> DatedRule | None:
    """The second day of a feast, where the feast's name comes last."""
    nth, named = line.ordinal(at), line.at(at + 2)
    if line.calendar.of_ending or nth is None or nth < 1 or line.days_named(at + 1) != 1:
        return None
    if named.kind != "holiday":
        return None
    year, behind = year_behind(line, at + 3)
    return Dated(year=year, feast=named.name, offset=nth - 1), behind


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
        behind = line.skip_times(behind + 1)
    return replace(spec, weekday=weekday), behind


def day(line: Line, at: int) -> DatedRule | None:
    """A day with its month, in any order."""
    return numeric(line, at) or day_month(line, at) or month_day(line, at)


def day_list(line: Line, at: int, limit: int) -> tuple[list[int], int]:
    """Indexes of numbers joined by commas, dashes or "and", and the index behind the last of them."""
    found = [at]
    while len(found) < limit and line.kind(found[-1] + 1) in ("comma", "and", "dash", "to", "join"):
        if line.day_number(found[-1] + 2) is None:
            break
        found.append(found[-1] + 2)
    return found, found[-1] + 1


def joined_days(line: Line, days: list[int], begin: int) -> Iterator[tuple[int, int]]:
    """Pairs of first and last index: the ends of a range, or one day twice.

    `begin` is the index at which the list begins, with the month where that leads.
    """
    at = 0
    while at < len(days):
        last = at
        if at + 1 < len(days) and _is_range(line, days[at], days[at + 1], begin if at == 0 else days[at]):
            last = at + 1
        yield days[at], days[last]
        at = last + 1


def _is_range(line: Line, first: int, last: int, begin: int) -> bool:
    joint = line.kind(first + 1)
    if joint in ("dash", "to"):
        return True
    if joint not in ("and", "join"):
        return False
    behind = last + 1
    while line.kind(behind) in ("month", "monthshort", "number", "daytime", "unit"):
        behind += 1
    return line.signs.bounds(line.at(begin).start, line.at(behind - 1).end)

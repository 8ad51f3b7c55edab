"""Reads every date of a stretch: single dates, lists and ranges.

The rules look only at kinds of words, so all languages share them. Each looks a bounded number
of words ahead, which keeps the whole linear in the length of the stretch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workbench.claims import calendar_dates as dates
from workbench.claims import calendar_relative as relative
from workbench.claims.calendar_line import Line
from workbench.claims.calendar_readings import Between, Dated, Reading, Spec, Weekday
from workbench.claims.calendar_words import Lexicon, tokens

_LIST_LIMIT = 12
_JOINTS = ("comma", "and", "dash", "to", "join")
_LINKS = ("comma", "and", "join")

Rule = tuple[Spec, int]
_RULES: dict[str, tuple[Callable[[Line, int], Rule | None], ...]] = {
    "iso": (dates.numeric,),
    "numeric": (dates.numeric,),
    "number": (dates.day_month, dates.year, dates.part_first, dates.months_alone, relative.distance),
    "numeral": (dates.day_month, relative.distance),
    "daynumber": (dates.day_month,),
    "ordinal": (dates.day_month, dates.part_first, dates.months_alone),
    "month": (dates.month_day, dates.month),
    "monthshort": (dates.month_day,),
    "weekday": (dates.weekday_day, relative.weekday),
    "weekdayshort": (dates.weekday_day, relative.weekday),
    "holiday": (dates.holiday,),
    "shift": (relative.shifted, dates.season, dates.part_first, dates.months_alone),
    "recent": (relative.recent, dates.part_first),
    "season": (dates.season,),
    "dayword": (relative.day_word,),
    "overnight": (relative.day_word,),
    "unit": (relative.unit_part,),
    "within": (relative.within,),
    "countedfirst": (relative.counted_first,),
    "part": (dates.part_first, relative.unit_part),
    "anaphor": (relative.anaphor,),
}


def read_dates(text: str, lowered: str, words: Lexicon) -> list[Reading]:
    """Every date of the stretch, in order of appearance."""
    line = Line(text, lowered, tokens(lowered, words), words)
    found: list[Reading] = []
    at, link = 0, -1
    while at < len(line.tokens):
        read = _list_of_days(line, at) or _list_of_months(line, at) or _single(line, at)
        if read is None:
            at += 1
            continue
        readings, behind = read
        if link == at and _can_link(found[-1].spec, readings[0].spec):
            readings[0] = replace(readings[0], linked=True)
            _mark_listed(readings)
        found += readings
        at = behind
        link = at + 1 if line.kind(at) in _LINKS else -1
    return found


def _can_link(first: Spec, second: Spec) -> bool:
    kinds = (Dated, Between)
    both_dated = isinstance(first, kinds) and isinstance(second, kinds)
    return both_dated or (isinstance(first, Weekday) and isinstance(second, Weekday))


def _mark_listed(readings: list[Reading]) -> None:
    spec = readings[0].spec
    if isinstance(spec, Weekday) and spec.shift is None and spec.weeks is None:
        readings[0] = replace(readings[0], spec=replace(spec, listed=True))


def _rule(line: Line, at: int) -> Rule | None:
    """What the rule that takes most words makes of the tokens at `at`; the first of equals."""
    reads = [read for rule in _RULES.get(line.kind(at), ()) if (read := rule(line, at)) is not None]
    return max(reads, key=lambda read: read[1], default=None)


def _reading(line: Line, spec: Spec, first: int, behind: int) -> Reading:
    return Reading(spec, line.at(first).start, line.at(behind - 1).end)


def _single(line: Line, at: int) -> tuple[list[Reading], int] | None:
    """One date, or the range that it opens."""
    read = _rule(line, at)
    if read is None:
        return _weak_year(line, at) or _weak_weekday(line, at)
    spec, behind = read
    if isinstance(spec, Dated) and line.signs.names_a_thing(line.at(behind - 1).end):
        return None
    if isinstance(spec, (Dated, Weekday)):
        whole = _range(line, at, spec, behind)
        if whole is not None:
            return whole
    return [_reading(line, spec, at, behind)], behind


def _range(line: Line, at: int, first: Dated | Weekday, behind: int) -> tuple[list[Reading], int] | None:
    """From one date to another: a dash, "to", "between ... and", or case endings side by side."""
    joint = line.kind(behind)
    second = behind if joint not in ("dash", "to", "and", "join") else behind + 1
    read = _rule(line, second)
    if read is None:
        return None
    last, end = read
    if type(last) is not type(first) or not isinstance(last, (Dated, Weekday)):
        return None
    start, stop = line.at(at).start, line.at(end - 1).end
    if joint in ("and", "join"):
        if not line.signs.bounds(start, stop):
            return None
    elif second == behind:
        signs, calendar = line.signs, line.calendar
        from_to = (
            signs.ends(f".*(?:{calendar.range_from})", line.at(behind - 1)) if calendar.range_from else False
        )
        if not (from_to and signs.ends(f".*(?:{calendar.range_to})", line.at(end - 1))):
            return None
    return [Reading(Between(first, last), start, stop)], end


def _weak_year(line: Line, at: int) -> tuple[list[Reading], int] | None:
    """A bare year that is one because of the year it is listed with."""
    number = line.year(at)
    if number is None or line.at(at).ending or line.kind(at + 1) not in ("and", "join", "to", "comma"):
        return None
    if line.year(at + 2) is None:
        return None
    read = dates.year(line, at + 2)
    if read is None or not isinstance(read[0], Dated) or read[0].month is not None:
        return None
    whole = _range(line, at, Dated(year=number), at + 1)
    return whole or ([_reading(line, Dated(year=number), at, at + 1)], at + 1)


def _weak_weekday(line: Line, at: int) -> tuple[list[Reading], int] | None:
    """An ambiguous weekday ("pazar") that is one because of the weekday it is listed with."""
    token = line.at(at)
    if (
        token.kind != "weekday"
        or line.kind(at + 1) not in ("and", "dash", "comma")
        or not line.signs.weekday(token)
    ):
        return None
    read = relative.weekday(line, at + 2)
    if read is None or not isinstance(read[0], Weekday):
        return None
    whole = _range(line, at, Weekday(token.value), at + 1)
    return whole or ([_reading(line, Weekday(token.value), at, at + 1)], at + 1)


def _list_of_days(line: Line, at: int) -> tuple[list[Reading], int] | None:
    """ "9, 10 and 12 June", "25-27 June 2025", "May 15-16": days that share one month."""
    leading = line.month_beside_day(at) if line.calendar.month_first and not line.at(at).ending else None
    first = at if leading is None else at + 1
    if line.day_number(first) is None or line.kind(first + 1) not in _JOINTS:
        return None
    days, behind = dates.day_list(line, first, _LIST_LIMIT)
    if len(days) < 2 or line.kind(days[-1] - 1) == "comma":
        return None
    if leading is None:
        read = dates.day_month(line, days[-1])
    else:
        year, behind = dates.year_behind(line, behind)
        read = dates.tail(line, Dated(year=year, month=leading), behind)
    if read is None:
        return None
    spec, behind = read
    return _days_of(line, at, days, replace(spec, day=None), behind, leading is not None), behind


def _days_of(
    line: Line, at: int, days: list[int], month: Dated, behind: int, month_leads: bool
) -> list[Reading]:
    """A reading for each day or range of days; the outermost takes the month and year into its words."""
    readings = []
    for first, last in dates.joined_days(line, days):
        begin = at if month_leads and first == days[0] else first
        end = behind if last == days[-1] else last + 1
        one = replace(month, day=line.day_number(first), weekday=None)
        two = replace(month, day=line.day_number(last))
        spec: Spec = two if first == last else Between(one, two)
        readings.append(_reading(line, spec if last == days[-1] else _without_weekday(spec), begin, end))
    return readings


def _without_weekday(spec: Spec) -> Spec:
    """The day without the weekday that stands beside the last day of its list."""
    return replace(spec, weekday=None) if isinstance(spec, Dated) else spec


def _list_of_months(line: Line, at: int) -> tuple[list[Reading], int] | None:
    """ "Ekim ve kasım ayında", "January-September 2025": months of which the last is certain."""
    if line.month(at) is None:
        return None
    found = [at]
    while len(found) < _LIST_LIMIT and line.kind(found[-1] + 1) in _JOINTS and line.month(found[-1] + 2):
        found.append(found[-1] + 2)
    if len(found) < 2 or line.kind(found[-1] - 1) == "comma":
        return None
    dashed = line.kind(found[-1] - 1) in ("dash", "to")
    read = dates.month(line, found[-1], certain=dashed or line.signs.month_alone(line.at(at)))
    if read is None or read[0].day is not None:
        return None
    spec, behind = read
    bounded = line.signs.bounds(line.at(at).start, line.at(behind - 1).end)
    if len(found) == 2 and (dashed or bounded):
        first = Dated(year=spec.year, month=line.month(at), year_shift=spec.year_shift)
        return [_reading(line, Between(replace(first, year=None), spec), at, behind)], behind
    plain = replace(spec, part=None, nth=None)
    readings = [_reading(line, replace(plain, month=line.month(i)), i, i + 1) for i in found[:-1]]
    return [*readings, _reading(line, spec, found[-1], behind)], behind

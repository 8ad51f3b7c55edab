"""Reads every date of a stretch: single dates, lists and ranges.

The rules look only at kinds of words, so all languages share them. Each looks a bounded number
of words ahead, which keeps the whole linear in the length of the stretch.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workbench.claims import calendar_dates as dates
from workbench.claims import calendar_months as months
from workbench.claims import calendar_relative as relative
from workbench.claims import calendar_told as told
from workbench.claims import calendar_years as years
from workbench.claims.calendar_line import Line
from workbench.claims.calendar_ranges import Read, Rule, list_of_days, list_of_months, range_from, reading
from workbench.claims.calendar_readings import Between, Dated, DayWord, Reading, Spec, Weekday
from workbench.claims.calendar_words import Lexicon, tokens

_LINKS = ("comma", "and", "join")
_RULES: dict[str, tuple[Callable[[Line, int], Rule | None], ...]] = {
    "iso": (dates.numeric,),
    "numeric": (dates.numeric,),
    "number": (
        dates.day_month,
        years.year,
        months.part_first,
        years.months_alone,
        relative.distance,
        months.numbered_day,
    ),
    "years": (years.year,),
    "numeral": (dates.day_month, relative.distance),
    "daynumber": (dates.day_month,),
    "ordinal": (dates.day_of_feast, dates.day_month, months.part_first, years.months_alone),
    "month": (dates.month_day, months.month),
    "monthshort": (dates.month_day,),
    "monthgroup": (years.months_alone,),
    "weekday": (dates.weekday_day, relative.weekday, months.weekday_number),
    "weekdayshort": (dates.weekday_day, relative.weekday),
    "holiday": (dates.holiday,),
    "shift": (
        relative.shifted,
        years.season,
        months.part_first,
        years.months_alone,
        months.in_month,
    ),
    "recent": (relative.recent, months.part_first),
    "season": (years.season,),
    "dayword": (relative.day_word,),
    "overnight": (relative.day_word,),
    "unit": (relative.unit_part, relative.planned, months.in_month, months.week_of),
    "within": (relative.within,),
    "agofirst": (relative.ago_first,),
    "part": (months.part_first, relative.unit_part),
    "anaphor": (told.anaphor,),
    "toldday": (told.told_day,),
}


def read_dates(text: str, lowered: str, words: Lexicon) -> list[Reading]:
    """Every date of the stretch, in order of appearance."""
    line = Line(text, lowered, tokens(lowered, words), words)
    if all(token.kind not in _RULES for token in line.tokens):
        return []
    found: list[Reading] = []
    at, link = 0, -1
    while at < len(line.tokens):
        if line.tokens[at].kind not in _RULES:
            at += 1
            continue
        read = list_of_days(line, at) or list_of_months(line, at) or _single(line, at)
        if read is None:
            at += 1
            continue
        readings, behind = read
        if link == at and _can_link(found[-1].spec, readings[0].spec):
            readings[0] = replace(readings[0], linked=True)
            _mark_listed(readings)
        found += readings
        at = max(behind, at + 1)
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


def _end_of_range(line: Line, at: int) -> Rule | None:
    """What may end a range: any date, and a weekday that only its ending tells from another word."""
    read = _rule(line, at)
    if read is None and line.kind(at) == "dayword":
        return DayWord(line.at(at).value), at + 1  # "so far" is a date behind one to count from
    if read is None and line.kind(at) == "weekday" and line.signs.weekday(line.at(at)):
        return Weekday(line.at(at).value), line.skip_times(at + 1)
    return read


def _single(line: Line, at: int) -> Read | None:
    """One date, or the range or distance that it opens."""
    read = _rule(line, at)
    if read is None:
        return _weak_year(line, at) or _weak_weekday(line, at)
    spec, behind = read
    if isinstance(spec, Dated) and spec.day is not None and line.names_a_thing(behind):
        return None
    whole = range_from(line, at, spec, behind, _end_of_range) or relative.counted_from(line, at, spec, behind)
    return whole or ([reading(line, spec, at, behind)], behind)


def _weak_year(line: Line, at: int) -> Read | None:
    """A bare year that is one because of the year it is listed with, or of the range it opens."""
    number = line.year(at)
    if number is None:
        return None
    if line.signs.ends(line.calendar.range_from, line.at(at)):
        read = range_from(line, at, Dated(year=number), at + 1, _rule)
        return read if read is not None and line.signs.after(line.calendar.until, read[0][0].end) else None
    if years.listed_year(line, at) is None:
        return None
    whole = range_from(line, at, Dated(year=number), at + 1, _rule)
    return whole or ([reading(line, Dated(year=number), at, at + 1)], at + 1)


def _weak_weekday(line: Line, at: int) -> Read | None:
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
    whole = range_from(line, at, Weekday(token.value), at + 1, _rule)
    return whole or ([reading(line, Weekday(token.value), at, at + 1)], at + 1)

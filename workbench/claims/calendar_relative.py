"""Rules for dates counted from another day: yesterday, last week, three days ago, on Friday."""

from __future__ import annotations

from dataclasses import replace

from workbench.claims import calendar_dates as dates
from workbench.claims import calendar_months as months
from workbench.claims import calendar_years as years
from workbench.claims.calendar_line import Line
from workbench.claims.calendar_ranges import Read, reading
from workbench.claims.calendar_readings import (
    Dated,
    DayWord,
    Distance,
    Period,
    Spec,
    Weekday,
)
from workbench.claims.calendar_words import Token

Rule = tuple[Spec, int]
_COUNTED = ("day", "week", "month", "quarter", "year", "decade")
_HALF_DAY = 12
"""Hours."""
_UNITS_OF_ONE_DISTANCE = 3


def day_word(line: Line, at: int) -> Rule | None:
    """Yesterday, tomorrow, last night. "Until today" means "so far" and is no date."""
    token = line.at(at)
    if token.kind == "overnight":
        return DayWord(0, nights=1), at + 1
    if token.kind != "dayword":
        return None
    if token.value == 0 and line.signs.after(line.calendar.until, token.end):
        return None
    return DayWord(token.value), line.skip_times(at + 1)


def weekday(line: Line, at: int) -> Rule | None:
    """Friday, Friday night, Friday last week."""
    token = line.at(at)
    if token.kind == "weekdayshort":
        return (Weekday(token.value), at + 1) if line.signs.is_all(token) else None
    if token.kind != "weekday" or not line.signs.weekday(token):
        return None
    behind = line.skip_times(at + 1)
    if line.kind(behind) == "shift" and line.is_unit(behind + 1, "week"):
        return Weekday(token.value, weeks=line.at(behind).value), behind + 2
    if behind == at + 1 and not line.signs.weekday_alone(token):
        return None
    return Weekday(token.value), behind


def shifted(line: Line, at: int) -> Rule | None:
    """Last week, next Friday, last 21 January, last year in May, the coming three weeks."""
    token = line.at(at)
    if token.kind != "shift" or token.ending:
        return None
    if line.kind(at + 1) == "weekday" and line.signs.weekday(line.at(at + 1)):
        dated = dates.weekday_day(line, at + 1)
        if dated is None:
            return Weekday(line.at(at + 1).value, shift=token.value), line.skip_times(at + 2)
        return replace(dated[0], shift=token.value), dated[1]
    read = (
        dates.day(line, at + 1)
        or months.month(line, at + 1, certain=_certain_month(line, at + 1))
        or dates.holiday(line, at + 1)
    )
    if read is not None and read[0].year is None:
        return replace(read[0], shift=token.value), read[1]
    return _shifted_unit(line, at)


def _certain_month(line: Line, at: int) -> bool:
    token = line.at(at)
    if token.kind != "month":
        return False
    # "bu ocak" may be this hearth; nobody says "the coming hearth".
    plain = line.at(at - 1).value != 0 or token.name not in line.signs.ambiguous
    return plain or line.signs.capital(token)


def _shifted_unit(line: Line, at: int) -> Rule | None:
    token = line.at(at)
    count = line.count(at + 1)
    unit = at + 1 if count is None else at + 2
    if count is not None and token.value < 0 and line.kind(unit) == "hour":
        return _hours_just_past(line, unit, count)
    if not line.is_unit(unit) or line.signs.recurring(token.start):
        return None
    if count is not None and (
        line.at(at + 1).name in line.calendar.articles
        or line.signs.before(line.calendar.lasting_before, token.start)
    ):
        return None
    name, behind = line.at(unit).name, unit + 1
    if count is None and line.is_plural(unit):
        return None
    if count is None and name == "year":
        if line.kind(behind) == "dayword" and line.at(behind).value == 0 and not line.at(unit).ending:
            return DayWord(0, years=token.value), line.skip_times(behind + 1)
        same = years.same_of_year(line, behind)
        if same is not None:
            return replace(same[0], years=token.value), same[1]
        finer = years.within_year(line, behind, None, token.value)
        if finer is not None:
            return finer
    if count is None and name == "week" and line.kind(behind) == "weekday":
        day = line.at(behind).value
        return Weekday(day, weeks=token.value), line.skip_times(behind + 1)
    if name == "day" and count is None and token.value < 0:
        return None
    if name in ("half", "decade", "century"):
        return None
    if count is None and line.kind(behind) == "part":
        return Period(name, token.value, part=line.at(behind).name), behind + 1
    return Period(name, token.value, count or 1), behind


def recent(line: Line, at: int) -> Rule | None:
    """The past two months, the past 24 hours, "son 12 aylık dönemde"."""
    count = line.count(at + 1)
    if line.kind(at) != "recent" or count is None:
        return None
    hours = _hours_just_past(line, at + 2, count)
    if hours is not None:
        return hours
    if not line.is_unit(at + 2, *_COUNTED[:-1]) and line.kind(at + 2) != "length":
        return None
    return Period(line.at(at + 2).name, -1, count), at + 3


def _hours_just_past(line: Line, at: int, count: int) -> Rule | None:
    """So many hours that they began on another day."""
    if line.kind(at) != "hour" or count < _HALF_DAY:
        return None
    return DayWord(0, nights=-(-count // (2 * _HALF_DAY))), at + 1


def unit_part(line: Line, at: int) -> Rule | None:
    """The end of the month, at year-end, this weekend; the first half of the year."""
    token = line.at(at)
    if token.kind == "part":
        shift = line.at(at + 1).value if line.kind(at + 1) == "shift" else None
        unit = at + 1 if shift is None else at + 2
        unit += line.kind(unit) == "dash"
        if line.is_unit(unit, "week", "month", "year") and not line.signs.recurring(token.start):
            return Period(line.at(unit).name, shift, part=token.name), unit + 1
        return None
    if token.kind != "unit" or line.signs.recurring(token.start) or line.count(at - 1) is not None:
        return None
    if token.name == "weekend":
        return Period("weekend", None), line.skip_times(at + 1)
    part = at + 2 if line.kind(at + 1) == "dash" else at + 1
    if line.kind(part) == "part" and token.name in ("week", "month", "year"):
        return Period(token.name, None, part=line.at(part).name), part + 1
    if token.name == "year" and line.signs.ends(line.calendar.of_ending, token):
        return (
            years.months(line, at + 1)
            or years.length_of_year(line, at + 1)
            or years.day_of_year(line, at + 1)
            or months.month(line, at + 1, certain=True)
        )
    return None


def planned(line: Line, at: int) -> Rule | None:
    """ "haftaya", "seneye", "haftaya salı": the next one, where the clause looks ahead."""
    token = line.at(at)
    if not line.is_unit(at, "week", "year") or not line.signs.ends(line.calendar.ahead_ending, token):
        return None
    if line.kind(at - 1) != "gap" or line.signs.before(line.calendar.ahead_never_before, token.start):
        return None
    if token.name == "week" and line.kind(at + 1) == "weekday":
        return Weekday(line.at(at + 1).value, weeks=1), line.skip_times(at + 2)
    return Period(token.name, 1, planned=True), at + 1


def distance(line: Line, at: int) -> Rule | None:
    """Three days ago, two years and three months ago, two weeks later, a day after the meeting."""
    counted, behind = _counts(line, at)
    if not counted:
        return None
    (unit, count), more, word = counted[0], counted[1:], _direction(line, behind)
    signs, calendar, start = line.signs, line.calendar, line.at(at).start
    if word.kind == "within" and not more:
        alone = word.end - start == signs.size
        return Distance(unit, count, "within", alone=alone), behind + 1
    if word.kind not in ("ago", "later", "after", "hence", "agofirst"):
        ahead = signs.before(calendar.ahead_before, start) and not more
        return (Distance(unit, count, "ahead"), behind) if ahead else None
    if signs.after(calendar.again, word.end):
        return None
    spec = Distance(unit, count * word.value, "free", more=_signed(more, word.value))
    if word.kind in ("after", "agofirst"):
        return _distance_after(line, behind + 1, replace(spec, anchor="event"))
    if word.kind == "hence" or signs.before(calendar.from_now, start):
        return replace(spec, anchor="now"), behind + 1
    if signs.before(calendar.anchor, start):
        return replace(spec, anchor="event"), behind + 1
    return replace(spec, anchor="now" if word.kind == "ago" else "free"), behind + 1


def _counts(line: Line, at: int) -> tuple[list[tuple[str, int]], int]:
    """Units of time with their numbers, and the index behind the last of them."""
    found: list[tuple[str, int]] = []
    while len(found) < _UNITS_OF_ONE_DISTANCE:
        begin = at + 1 if found and line.kind(at) in ("and", "comma") else at
        count = line.count(begin)
        if count is None or not line.is_unit(begin + 1, *_COUNTED):
            break
        found.append((line.at(begin + 1).name, count))
        at = begin + 2
    return found, at


def _direction(line: Line, at: int) -> Token:
    """The word behind a stretch of time; "önceki" there is "önce" with an ending."""
    token, calendar = line.at(at), line.calendar
    if token.kind != "shift":
        return token
    text = line.lowered[token.start : token.end]
    for kind, value, words in (("ago", -1, calendar.ago), ("later", 1, calendar.later)):
        if any(text.startswith(word) for word in words):
            return Token(kind, token.name, value, token.start, token.end, token.ending)
    return token


def _signed(counted: list[tuple[str, int]], sign: int) -> tuple[tuple[str, int], ...]:
    return tuple((unit, count * sign) for unit, count in counted)


def ago_first(line: Line, at: int) -> Rule | None:
    """ "Vor zwei Wochen": the word for "ago" stands before the stretch."""
    count = line.count(at + 1)
    if count is None or not line.is_unit(at + 2, *_COUNTED):
        return None
    return Distance(line.at(at + 2).name, -count, "now"), at + 3


def within(line: Line, at: int) -> Rule | None:
    """Within two weeks."""
    count = line.count(at + 1)
    if line.kind(at) != "within" or count is None or not line.is_unit(at + 2, *_COUNTED):
        return None
    return Distance(line.at(at + 2).name, count, "within"), at + 3


def _distance_after(line: Line, at: int, spec: Distance) -> Rule:
    """Two days after 16 May: counted from that date, where one follows."""
    origin = dates.day(line, at) or dates.weekday_day(line, at) or dates.holiday(line, at)
    if origin is None:
        return spec, at
    return replace(spec, origin=origin[0]), origin[1]


def counted_from(line: Line, at: int, spec: Spec, behind: int) -> Read | None:
    """The distance that follows the day it is counted from ("2 Mayıs'tan iki gün sonra")."""
    if not isinstance(spec, (Dated, DayWord, Weekday)):
        return None
    if not line.signs.ends(line.calendar.range_from, line.at(behind - 1)):
        return None
    read = distance(line, behind)
    if read is None or not isinstance(read[0], Distance) or read[0].anchor not in ("now", "free", "event"):
        return None
    if _direction(line, read[1] - 1).kind not in ("ago", "later"):
        return None
    return [reading(line, replace(read[0], anchor="event", origin=spec), at, read[1])], read[1]

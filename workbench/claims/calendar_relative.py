"""Rules for dates counted from another day: yesterday, last week, three days ago, on Friday."""

from __future__ import annotations

from dataclasses import replace

from workbench.claims import calendar_dates as dates
from workbench.claims.calendar_line import Line
from workbench.claims.calendar_readings import Anaphor, DayWord, Distance, Period, Spec, Weekday

Rule = tuple[Spec, int]
_COUNTED = ("day", "week", "month", "quarter", "year")


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
    if token.kind != "shift":
        return None
    if line.kind(at + 1) == "weekday" and line.signs.weekday(line.at(at + 1)):
        dated = dates.weekday_day(line, at + 1)
        if dated is None:
            return Weekday(line.at(at + 1).value, shift=token.value), line.skip_times(at + 2)
        return replace(dated[0], shift=token.value), dated[1]
    read = dates.day(line, at + 1) or dates.month(line, at + 1, certain=_certain_month(line, at + 1))
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
    if not line.is_unit(unit) or line.signs.recurring(token.start):
        return None
    name, behind = line.at(unit).name, unit + 1
    if count is None and line.is_plural(unit):
        return None
    if count is None and name == "year":
        finer = dates.within_year(line, behind, None, token.value)
        if finer is not None:
            return finer
    if count is None and name == "week" and line.kind(behind) == "weekday":
        day = line.at(behind).value
        return Weekday(day, weeks=token.value), line.skip_times(behind + 1)
    if name == "day" and count is None and token.value < 0:
        return None
    if name == "half":
        return None
    if count is None and line.kind(behind) == "part":
        return Period(name, token.value, part=line.at(behind).name), behind + 1
    return Period(name, token.value, count or 1), behind


def recent(line: Line, at: int) -> Rule | None:
    """The past two months."""
    count = line.count(at + 1)
    if line.kind(at) != "recent" or count is None or not line.is_unit(at + 2):
        return None
    return Period(line.at(at + 2).name, -1, count), at + 3


def unit_part(line: Line, at: int) -> Rule | None:
    """The end of the month, at year-end, this weekend; the first half of the year."""
    token = line.at(at)
    if token.kind == "part":
        shift = line.at(at + 1).value if line.kind(at + 1) == "shift" else None
        unit = at + 1 if shift is None else at + 2
        if line.is_unit(unit, "week", "month", "year") and not line.signs.recurring(token.start):
            return Period(line.at(unit).name, shift, part=token.name), unit + 1
        return None
    if token.kind != "unit" or line.signs.recurring(token.start):
        return None
    if token.name == "weekend":
        return Period("weekend", None), line.skip_times(at + 1)
    part = at + 2 if line.kind(at + 1) == "dash" else at + 1
    if line.kind(part) == "part" and token.name in ("week", "month", "year"):
        return Period(token.name, None, part=line.at(part).name), part + 1
    if token.name == "year" and line.signs.ends(line.calendar.of_ending, token):
        return dates.months(line, at + 1) or dates.month(line, at + 1, certain=True)
    return None


def distance(line: Line, at: int) -> Rule | None:
    """Three days ago, two weeks later, a day after the meeting."""
    count = line.count(at)
    if count is None or not line.is_unit(at + 1, *_COUNTED):
        return None
    unit, word = line.at(at + 1), line.at(at + 2)
    if word.kind == "within":
        return Distance(unit.name, count, "within"), at + 3
    if word.kind == "countedfirst":
        return _distance_after(line, at + 3, Distance(unit.name, count * word.value, "event"))
    if word.kind not in ("ago", "later", "after") or line.signs.after(line.calendar.again, word.end):
        return None
    signs, start = line.signs, line.at(at).start
    if word.kind == "after":
        return _distance_after(line, at + 3, Distance(unit.name, count * word.value, "event"))
    if signs.before(line.calendar.from_now, start):
        return Distance(unit.name, count * word.value, "now"), at + 3
    if signs.before(line.calendar.anchor, start):
        return Distance(unit.name, count * word.value, "event"), at + 3
    return Distance(unit.name, count * word.value, "now" if word.kind == "ago" else "free"), at + 3


def counted_first(line: Line, at: int) -> Rule | None:
    """ "Vor zwei Wochen", "in drei Tagen": the word that says which way stands before the stretch."""
    count = line.count(at + 1)
    if count is None or not line.is_unit(at + 2, *_COUNTED):
        return None
    return Distance(line.at(at + 2).name, count * line.at(at).value, "now"), at + 3


def within(line: Line, at: int) -> Rule | None:
    """Within two weeks."""
    count = line.count(at + 1)
    if line.kind(at) != "within" or count is None or not line.is_unit(at + 2, *_COUNTED):
        return None
    return Distance(line.at(at + 2).name, count, "within"), at + 3


def _distance_after(line: Line, at: int, spec: Distance) -> Rule:
    """Two days after 16 May: counted from that date, where one follows."""
    origin = dates.day(line, at) or dates.weekday_day(line, at)
    if origin is None:
        return spec, at
    return replace(spec, origin=origin[0]), origin[1]


def anaphor(line: Line, at: int) -> Rule | None:
    """The same day, the following week."""
    token, unit = line.at(at), line.at(at + 1)
    if token.kind != "anaphor" or unit.kind != "unit" or unit.name in ("half", "weekend", "quarter"):
        return None
    if line.is_plural(at + 1):
        return None
    return Anaphor(unit.name, token.value), line.skip_times(at + 2)

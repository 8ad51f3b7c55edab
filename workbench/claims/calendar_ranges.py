"""Rules for ranges and lists: from one date to another, several days of one month, several months."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from workbench.claims import calendar_dates as dates
from workbench.claims import calendar_months as months
from workbench.claims.calendar_dates import LIST_LIMIT
from workbench.claims.calendar_line import Line
from workbench.claims.calendar_readings import (
    Between,
    Dated,
    DayWord,
    InMonth,
    Period,
    Reading,
    Spec,
    Weekday,
)

Rule = tuple[Spec, int]
Read = tuple[list[Reading], int]
JOINTS = ("comma", "and", "dash", "to", "join")
_POINTS = (Dated, Weekday, DayWord, InMonth, Period)


def reading(line: Line, spec: Spec, first: int, behind: int) -> Reading:
    """The tokens from `first` up to `behind` as one date."""
    return Reading(spec, line.at(first).start, line.at(behind - 1).end)


def range_from(
    line: Line, at: int, first: Spec, behind: int, rule: Callable[[Line, int], Rule | None]
) -> Read | None:
    """The range that the date in [at, behind) opens: a dash, "to", "between ... and", case endings."""
    if not isinstance(first, _POINTS):
        return None
    whole = _for_days(line, at, first, behind)
    if whole is not None:
        return whole
    joint = line.kind(behind) if line.kind(behind) in JOINTS else ""
    second = behind + 1 if joint else behind
    read = rule(line, second) or _same_month(line, first, second)
    if read is None or joint == "comma":
        return None
    last, end = read
    if isinstance(last, Between) and isinstance(last.first, Dated) and last.first.month is None:
        return None
    if not isinstance(last, _POINTS) or not _joined(line, joint, (at, behind), (second, end)):
        return None
    if joint in ("dash", "to") and type(first) is not type(last):
        return None
    return [reading(line, Between(first, last), at, end)], end


def _joined(line: Line, joint: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether two dates are the ends of a range, by what stands between and around them."""
    signs, calendar = line.signs, line.calendar
    opens, closes = line.at(first[1] - 1), line.at(second[1] - 1)
    if joint in ("dash", "to"):
        return True
    bounded = signs.bounds(line.at(first[0]).start, closes.end)
    if joint in ("and", "join"):
        return bounded
    if bounded and signs.ends(calendar.joined_ending, opens):
        return True
    if signs.links_nights(opens, closes):
        return True
    by_case = signs.ends(calendar.range_from, opens) and signs.ends(calendar.range_to, closes)
    return by_case and not signs.after(calendar.tense.moves, closes.end)


def _same_month(line: Line, first: Spec, at: int) -> Rule | None:
    """The day that ends a range in the month of its first ("mayısın 4'ünden 12'sine kadar")."""
    number = line.day_number(at)
    if number is None or not line.at(at).ending:
        return None
    if isinstance(first, Dated) and first.day is not None:
        return replace(first, day=number, weekday=None), at + 1
    if isinstance(first, InMonth) and first.dated.day is not None:
        return replace(first, dated=replace(first.dated, day=number)), at + 1
    return None


def _for_days(line: Line, at: int, first: Spec, behind: int) -> Read | None:
    """ "1 Haziran'dan itibaren 10 gün boyunca"."""
    calendar = line.calendar
    start, number = line.at(behind - 1), line.at(behind)
    if number.kind != "gap" or not line.signs.ends(calendar.range_from, start):
        return None
    count, unit = line.count(behind + 1), line.at(behind + 2)
    if count is None or not line.is_unit(behind + 2, "day", "week"):
        return None
    opened = line.lowered[start.end : line.at(behind + 1).start].strip()
    if not line.signs.fits(calendar.openings.from_after, opened):
        return None
    end = behind + 3
    long = line.signs.after(calendar.lasting, unit.end) or line.kind(end) == "part"
    if not long or not isinstance(first, _POINTS):
        return None
    days = count * (7 if unit.name == "week" else 1)
    # The length stays outside the date's words: it is a quantity as well.
    return [reading(line, Between(first, first, days), at, behind)], end


def list_of_days(line: Line, at: int) -> Read | None:
    """ "9, 10 and 12 June", "25-27 June 2025", "May 15-16": days that share one month."""
    leading = line.month_beside_day(at) if line.calendar.month_first and not line.at(at).ending else None
    first = at if leading is None else at + 1
    if line.day_number(first) is None:
        return None
    if line.at(first + 2).kind == "numeric":
        return _days_of_figures(line, at)
    if line.kind(first + 1) not in JOINTS:
        return _two_days_by_case(line, at) if leading is None else None
    days, behind = dates.day_list(line, first, LIST_LIMIT)
    if len(days) < 2 or (line.kind(days[-1] - 1) == "comma" and not _ascending(line, days)):
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


def _ascending(line: Line, days: list[int]) -> bool:
    """Whether three numbers or more, with commas alone between them, can be days of one list."""
    numbers = [line.day_number(at) or 0 for at in days]
    return len(numbers) > 2 and all(a < b for a, b in pairwise(numbers))


def _days_of_figures(line: Line, at: int) -> Read | None:
    """10-15.05.2025."""
    first, last = line.day_number(at), dates.numeric(line, at + 2)
    if first is None or last is None or line.kind(at + 1) != "dash" or line.at(at + 2).kind != "numeric":
        return None
    spec = Between(replace(last[0], day=first, weekday=None), last[0])
    return [reading(line, spec, at, last[1])], last[1]


def _two_days_by_case(line: Line, at: int) -> Read | None:
    """ "15'i 16 Mayıs'a bağlayan gece", "3'ünden 12 Mayıs'a kadar"."""
    if not line.at(at).ending:
        return None
    read = dates.day_month(line, at + 1)
    if read is None or not _joined(line, "", (at, at + 1), (at + 1, read[1])):
        return None
    first = replace(read[0], day=line.day_number(at), weekday=None)
    return [reading(line, Between(first, read[0]), at, read[1])], read[1]


def _days_of(
    line: Line, at: int, days: list[int], month: Dated, behind: int, month_leads: bool
) -> list[Reading]:
    """A reading for each day or range of days; the outermost takes the month and year into its words."""
    readings = []
    for first, last in dates.joined_days(line, days, at):
        begin = at if month_leads and first == days[0] else first
        end = behind if last == days[-1] else last + 1
        one = replace(month, day=line.day_number(first), weekday=None)
        two = replace(month, day=line.day_number(last))
        spec: Spec = two if first == last else Between(one, two)
        readings.append(reading(line, spec if last == days[-1] else _without_weekday(spec), begin, end))
    return readings


def _without_weekday(spec: Spec) -> Spec:
    """The day without the weekday that stands beside the last day of its list."""
    return replace(spec, weekday=None) if isinstance(spec, Dated) else spec


def list_of_months(line: Line, at: int) -> Read | None:
    """ "Ekim ve kasım ayında", "January-September 2025": months of which the last is certain."""
    if line.month(at) is None:
        return None
    found = [at]
    while len(found) < LIST_LIMIT and line.kind(found[-1] + 1) in JOINTS and line.month(found[-1] + 2):
        found.append(found[-1] + 2)
    if len(found) < 2 or line.kind(found[-1] - 1) == "comma":
        return None
    dashed = line.kind(found[-1] - 1) in ("dash", "to")
    joined = line.signs.bounds(line.at(at).start, line.at(found[-1]).end)
    read = months.month(line, found[-1], certain=dashed or joined or line.signs.month_alone(line.at(at)))
    if read is None or read[0].day is not None:
        return None
    spec, behind = read
    bounded = joined or line.signs.bounds(line.at(at).start, line.at(behind - 1).end)
    if len(found) == 2 and (dashed or bounded):
        first = Dated(month=line.month(at), year_shift=spec.year_shift)
        return [reading(line, Between(first, spec), at, behind)], behind
    plain = replace(spec, part=None, nth=None)
    readings = [reading(line, replace(plain, month=line.month(i)), i, i + 1) for i in found[:-1]]
    return [*readings, reading(line, spec, found[-1], behind)], behind

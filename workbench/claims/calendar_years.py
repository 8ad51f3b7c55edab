"""Rules for years and what lies in them: halves, quarters, seasons, decades and centuries."""

from __future__ import annotations

from dataclasses import replace

from workbench.claims.calendar_dates import LIST_LIMIT, DatedRule, day_month, year_words
from workbench.claims.calendar_line import Line
from workbench.claims.calendar_months import day_of_year_words, month, month_range
from workbench.claims.calendar_readings import Anaphor, Between, Dated, Months, Season, Spec

Rule = tuple[Spec, int]
_LENGTHS = {1: "month", 3: "quarter", 6: "half_year"}


def year(line: Line, at: int) -> Rule | None:
    """2025'te, 2025 yılında, 2025 yılının mayıs ayında, 2025'in ilk yarısında, 2022-2023."""
    paired = _pair_of_years(line, at)
    if paired is not None:
        return paired
    long = line.years(at)
    if long is not None and long[1] > 1:
        return _part_of_years(line, Dated(year=long[0], years=long[1]), long[2])
    number, token = line.year(at), line.at(at)
    if number is None:
        return _old_year(line, at)
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
    same = same_of_year(line, behind)
    if same is not None:
        return replace(same[0], year=number), same[1]
    return (Dated(year=number), behind) if said or line.signs.year_alone(token) else None


def same_of_year(line: Line, at: int) -> tuple[Anaphor, int] | None:
    """ "Aynı ayında", "aynı döneminde" behind a year."""
    same = line.kind(at) == "anaphor" and line.at(at).value == 0
    if not same or not line.is_unit(at + 1, "day", "month", "period"):
        return None
    return Anaphor(line.at(at + 1).name, 0), at + 2


def _pair_of_years(line: Line, at: int) -> Rule | None:
    """The 2024-25 season, 2024/2025 sezonu."""
    token = line.at(at)
    if token.kind == "years":
        first, behind = token.value, at + 1
    else:
        short = line.at(at + 2)
        first, behind = line.year(at) or 0, at + 3
        if line.kind(at + 1) != "dash" or short.kind != "number" or short.value != (first + 1) % 100:
            return None
    if not first or not line.signs.after(line.calendar.years.pair_after, line.at(behind - 1).end):
        return None
    return Between(Dated(year=first), Dated(year=first + 1)), behind


def _part_of_years(line: Line, spec: Dated, at: int) -> Rule:
    """The beginning, middle, end or half of a decade or century."""
    if line.kind(at) == "part":
        return replace(spec, part=line.at(at).name), at + 1
    nth = line.ordinal(at)
    if nth in (1, 2, -1) and line.is_unit(at + 1, "half"):
        return replace(spec, part="first_half" if nth == 1 else "second_half"), at + 2
    quarters = {1: "first_quarter", 4: "last_quarter", -1: "last_quarter"}
    if nth in quarters and line.is_unit(at + 1, "quarter"):
        return replace(spec, part=quarters[nth]), at + 2
    return spec, at


def _old_year(line: Line, at: int) -> Rule | None:
    """A year before 1900, which needs more to tell it from a count."""
    number, token = line.old_year(at), line.at(at)
    if number is None:
        return None
    if line.is_unit(at + 1, "year"):
        return Dated(year=number), at + 2
    years = line.calendar.years
    if line.signs.before(years.never_before, token.start):
        return None
    ended = line.signs.ends(years.old_ending, token) and number % 50 != 0
    if ended or (not token.ending and line.signs.before(years.old_before, token.start)):
        return None if line.signs.after(years.never_after, token.end) else (Dated(year=number), at + 1)
    return None


def within_year(line: Line, at: int, number: int | None, shift: int | None) -> Rule | None:
    """What may follow a year and narrow it: a month, a day, a part, a half, a season."""
    ranged = month_range(line, at)
    if ranged is not None and isinstance(ranged[0], Between):
        first, last = ranged[0].first, ranged[0].last
        assert isinstance(first, Dated) and isinstance(last, Dated)
        owned = replace(first, year=number, year_shift=shift)
        return Between(owned, replace(last, year=number, year_shift=shift)), ranged[1]
    read = (
        month(line, at, certain=True)
        or day_month(line, at)
        or day_of_year_words(line, at)
        or day_of_year(line, at)
    )
    if read is not None and read[0].year is None:
        return replace(read[0], year=number, year_shift=shift), read[1]
    if line.kind(at) == "part":
        return Dated(year=number, year_shift=shift, part=line.at(at).name), at + 1
    if line.kind(at) == "season" and number is not None:
        return Season(line.at(at).name, year=number), line.skip_times(at + 1)
    parts = months(line, at) or length_of_year(line, at) or _group(line, at)
    if parts is not None:
        return replace(parts[0], year=number, year_shift=shift), parts[1]
    return None


def _group(line: Line, at: int) -> tuple[Months, int] | None:
    """Q1, H2."""
    token = line.at(at)
    if token.kind != "monthgroup":
        return None
    first, last = line.calendar.month_groups[token.name]
    return Months(first, last, _LENGTHS.get(last - first + 1, "range")), at + 1  # type: ignore[arg-type]


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
    if count is not None and 2 <= count <= 12 and _is_months(line, at + 2) and nth in (1, -1):
        first, last = (1, count) if nth == 1 else (13 - count, 12)
        long = line.kind(at + 2) == "length" and line.is_unit(at + 3, "period")
        return Months(first, last, "range"), at + 4 if long else at + 3
    if line.is_unit(at + 1, "month") and nth == 1:
        return Months(1, 1, "month"), at + 2
    return None


def _is_months(line: Line, at: int) -> bool:
    """The word "month", or an adjective of so many months ("yedi aylık")."""
    token = line.at(at)
    return token.name == "month" and token.kind in ("unit", "length")


def length_of_year(line: Line, at: int) -> tuple[Months, int] | None:
    """ "Yedi aylık döneminde" behind a year: its first seven months."""
    count = line.count(at)
    if count is None or not 2 <= count <= 12 or line.kind(at + 1) != "length":
        return None
    if not _is_months(line, at + 1) or not line.is_unit(at + 2, "period"):
        return None
    return Months(1, count, "range"), at + 3


def day_of_year(line: Line, at: int) -> DatedRule | None:
    """The first or the last day of a year."""
    nth = line.ordinal(at)
    if nth not in (1, -1) or line.days_named(at + 1) != 1:
        return None
    return Dated(month=1, day=1) if nth == 1 else Dated(month=12, day=31), at + 2


def months_alone(line: Line, at: int) -> Rule | None:
    """The same with the year behind it or none at all. A half without a year may be one of a match."""
    group = _group(line, at)
    read = group or months(line, at)
    if read is None:
        return None
    spec, behind = read
    number = line.year(behind)
    if number is not None:
        return replace(spec, year=number), behind + 1
    shift, further = year_words(line, behind)
    if shift is not None:
        return replace(spec, year_shift=shift), further
    if line.is_unit(behind, "year"):
        return spec, behind + 1
    from_the_end = group is None and line.ordinal(at) == -1
    certain = line.signs.reads(line.calendar.year_halves, line.at(behind - 1))
    if (spec.precision in ("half_year", "month") or from_the_end) and not certain:
        return None
    return None if line.signs.after(line.calendar.played, line.at(behind - 1).end) else (spec, behind)


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
    ended = line.signs.ends(line.calendar.season_ending, line.at(begin))
    plain = shift is not None or ended or line.signs.before(line.calendar.season_before, line.at(at).start)
    return (spec, behind) if plain else None


def listed_year(line: Line, at: int) -> int | None:
    """A bare year that is one because of the year at the end of its list; the index of the next item."""
    if line.year(at) is None or line.at(at).ending:
        return None
    last = at
    for _ in range(LIST_LIMIT):
        if line.kind(last + 1) not in ("and", "join", "to", "comma") or line.year(last + 2) is None:
            break
        last += 2
        read = year(line, last)
        if read is not None and isinstance(read[0], Dated) and read[0].month is None:
            return at + 2
    return None

"""Dates as pages print them outside the running text, and the day-month words of headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from workbench.folding import fold
from workbench.languages.loader import LANGUAGES, load
from workbench.languages.schema.patterns import any_of


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A whole date in a line: the day and where it stands."""

    day: date
    start: int
    end: int


def phrases(words: Iterable[str]) -> str:
    """Regular expression, for folded text, of any of the phrases, the longest first."""
    ordered = sorted({re.escape(fold(word)) for word in words}, key=lambda word: (-len(word), word))
    return "|".join(ordered) or r"(?!)"


@cache
def months() -> dict[str, int]:
    """Folded month names of every language to their numbers."""
    return {fold(name): number for code in LANGUAGES for name, number in load(code).calendar.months.items()}


@cache
def weekdays() -> dict[str, int]:
    """Folded weekday names of every language to 0 (Monday) - 6 (Sunday)."""
    return {fold(name): number for code in LANGUAGES for name, number in load(code).calendar.weekdays.items()}


@cache
def ordinal_endings() -> str:
    """Regular expression of what some language joins to a day's number ("16th")."""
    endings = (load(code).calendar.ordinal_ending for code in LANGUAGES)
    return any_of(f"(?:{ending})" for ending in endings if ending)


@cache
def _pattern() -> re.Pattern[str]:
    month, ordinal = phrases(months()), ordinal_endings()
    return re.compile(
        r"(?<![\d.])(?P<iso_y>\d{4})-(?P<iso_m>\d{2})-(?P<iso_d>\d{2})(?:t(?=\d))?(?!\d)"
        r"|(?<![\d.])(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})(?!\d)"
        rf"|(?<![\d.])(?P<d1>\d{{1,2}})(?:{ordinal})?\.?\s+(?P<m1>{month})\.?,?\s+(?P<y1>\d{{4}})(?!\d)"
        rf"|(?<!\w)(?P<m2>{month})\.?\s+(?P<d2>\d{{1,2}})(?:{ordinal})?,?\s+(?P<y2>\d{{4}})(?!\d)"
    )


def printed_dates(line: str, *, month_first: bool = False) -> Iterator[PrintedDate]:
    """Every whole date (day, month and year) in `line`, in order.

    ``month_first`` reads "05/06/2025" as 6 May; with full stops the day always stands first.
    """
    for match in _pattern().finditer(fold(line)):
        day = _day(match, month_first)
        if day is not None:
            yield PrintedDate(day, match.start(), match.end())


def _day(match: re.Match[str], month_first: bool) -> date | None:
    if match["iso_y"]:
        return as_date(int(match["iso_y"]), int(match["iso_m"]), int(match["iso_d"]))
    if match["y1"]:
        return as_date(int(match["y1"]), months()[match["m1"]], int(match["d1"]))
    if match["y2"]:
        return as_date(int(match["y2"]), months()[match["m2"]], int(match["d2"]))
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if (month_first and match["sep"] == "/" and first <= 12) or second > 12:
        first, second = second, first
    return as_date(year, second, first)


def as_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day or no article could be so old or new."""
    try:
        return date(year, month, day) if 1800 <= year <= 2200 else None
    except ValueError:
        return None

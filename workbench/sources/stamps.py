"""The day that a stamp beside an article tells: of a table's cell, a mail's header, a file's properties."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime

from workbench.folding import fold
from workbench.models import DateSign, SignKind
from workbench.models.article import Precision
from workbench.sources.dateforms import as_date, months, printed_dates

_LONGEST = 120
"""Characters of a stamp; what is longer is text."""
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})(?P<sep>[-/.]?)(?P<m>\d{2})(?P=sep)(?P<d>\d{2})(?!\d)")
_SHORT_YEAR = re.compile(r"(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{2})(?!\d)")
_NAMED_MONTH = re.compile(r"(?:(?P<d>\d{1,2})[\s.-]+)?(?P<m>[^\W\d_]{3,})\.?[\s,.-]+(?P<y>\d{4})(?!\d)")
_NUMBERED_MONTH = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})$")
_YEAR = re.compile(r"\d{4}$")
_EPOCH = re.compile(r"(?P<seconds>\d{9,10})(?P<thousandths>\d{3})?(?:\.\d+)?$")
_CENTURY_BREAK = 70
"""Years of two digits from here on are of the last century."""


def sign_of(kind: SignKind, stamp: str, *, month_first: bool = False) -> DateSign | None:
    """What a stamp tells, word for word its evidence; None where it is no date.

    The day is the one that the stamp itself writes, whatever its zone; seconds since 1970 are counted in
    UTC. ``month_first`` reads "05/06/2025" as 6 May.
    """
    words = " ".join(stamp.split())
    if not words or len(words) > _LONGEST:
        return None
    found = _seconds(words) or _whole(words, month_first) or _in_part(words)
    return DateSign(kind, *found, words) if found else None


Told = tuple[date, date, Precision]


def _seconds(words: str) -> Told | None:
    match = _EPOCH.match(words)
    if not match:
        return None
    day = datetime.fromtimestamp(int(match["seconds"]), UTC).date()
    return day, day, "day"


def _whole(words: str, month_first: bool) -> Told | None:
    day = _year_first(words)
    if day is None:
        printed = next(printed_dates(words, month_first=month_first), None)
        day = printed.day if printed else _named(words) or _short_year(words, month_first)
    return (day, day, "day") if day else None


def _year_first(words: str) -> date | None:
    match = _YEAR_FIRST.match(words)
    return as_date(int(match["y"]), int(match["m"]), int(match["d"])) if match else None


def _short_year(words: str, month_first: bool) -> date | None:
    match = _SHORT_YEAR.match(words)
    if not match:
        return None
    century = 1900 if int(match["y"]) >= _CENTURY_BREAK else 2000
    whole = f"{match['a']}{match['sep']}{match['b']}{match['sep']}{century + int(match['y'])}"
    printed = next(printed_dates(whole, month_first=month_first), None)
    return printed.day if printed else None


def _named(words: str) -> date | None:
    match = _NAMED_MONTH.search(words)
    month = _month(match["m"]) if match else None
    if match is None or month is None or match["d"] is None:
        return None
    return as_date(int(match["y"]), month, int(match["d"]))


def _in_part(words: str) -> Told | None:
    match = _NUMBERED_MONTH.match(words) or _NAMED_MONTH.match(words)
    month = _month(match["m"]) if match else None
    if match and month and as_date(int(match["y"]), month, 1):
        year = int(match["y"])
        last = calendar.monthrange(year, month)[1]
        return date(year, month, 1), date(year, month, last), "month"
    if _YEAR.match(words) and as_date(int(words), 1, 1):
        return date(int(words), 1, 1), date(int(words), 12, 31), "year"
    return None


def _month(word: str) -> int | None:
    """The number of a month, also where its name is cut short ("Ağu", "Sept")."""
    if word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else None
    numbers = {number for name, number in months().items() if name.startswith(fold(word))}
    return numbers.pop() if len(numbers) == 1 else None

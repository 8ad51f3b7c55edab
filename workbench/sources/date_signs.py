"""What an article's address and its file's name tell of its day of publication."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import parse_qsl, unquote, urlsplit

from workbench.folding import fold
from workbench.languages.loader import LANGUAGES, load
from workbench.models import DateSign, SignKind
from workbench.sources.dateforms import as_date, months, phrases

EARLIEST = date(1990, 1, 1)
"""There was no web before, and what looks like an older day in an address is a number of another kind."""

_BETWEEN = r"[-_./ ]"
_SAVED_AT = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/", re.IGNORECASE)
"""What the Wayback Machine puts before an address: the time at which it saved the page."""
_FURTHER_ENDINGS = re.compile(r"(?:\.[a-z][a-z0-9]{1,6}){1,3}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Dated:
    start: date
    end: date
    words: str


@cache
def _day_pattern() -> re.Pattern[str]:
    """Whole dates in folded text: digits with or without marks between them, or a month's name."""
    month = phrases(_month_names())
    clock = r"(?:\d{4}|\d{6})?"
    return re.compile(
        rf"(?<!\d)(?P<y1>\d{{4}})(?P<s1>{_BETWEEN})(?P<m1>\d{{1,2}})(?P=s1)(?P<d1>\d{{1,2}})(?!\d)"
        rf"|(?<![0-9a-z])(?P<y2>\d{{4}})(?P<m2>\d\d)(?P<d2>\d\d)(?:t?{clock})(?![0-9a-z])"
        rf"|(?<!\d)(?P<a>\d{{1,2}})(?P<s3>{_BETWEEN})(?P<b>\d{{1,2}})(?P=s3)(?P<y3>\d{{4}})(?!\d)"
        rf"|(?<!\d)(?P<d4>\d{{1,2}})(?:\. |{_BETWEEN})?(?P<m4>{month}){_BETWEEN}?(?P<y4>\d{{4}})(?!\d)"
        rf"|(?<!\d)(?P<y5>\d{{4}}){_BETWEEN}(?P<m5>{month}){_BETWEEN}(?P<d5>\d{{1,2}})(?!\d)"
        rf"|(?<![a-z])(?P<m6>{month}){_BETWEEN}(?P<d6>\d{{1,2}}),?{_BETWEEN}(?P<y6>\d{{4}})(?!\d)"
    )


@cache
def _month_in_path() -> re.Pattern[str]:
    """The folders of a year and a month, or of both, with no day behind them."""
    month = phrases(_month_names())
    return re.compile(
        rf"/(?P<y>\d{{4}})[-/](?:(?P<m>\d{{1,2}})|(?P<name>{month}))(?:/(?!\d{{1,2}}(?:/|$))|$)"
    )


@cache
def _month_in_name() -> re.Pattern[str]:
    month = phrases(_month_names())
    return re.compile(
        rf"^(?P<y>\d{{4}})[-_. ](?P<m>\d\d)(?!\d)(?![-_. ]\d)"
        rf"|(?<!\d)(?<!\d[-_. ])(?P<y2>\d{{4}})[-_. ](?P<m2>\d\d)$"
        rf"|(?<![a-z])(?P<name>{month}){_BETWEEN}?(?P<y3>\d{{4}})(?!\d)"
        rf"|(?<!\d)(?P<y4>\d{{4}}){_BETWEEN}(?P<name4>{month})(?![a-z])"
    )


@cache
def _month_names() -> dict[str, int]:
    """Folded names and abbreviations of the months in every language."""
    short = {
        fold(name): number
        for code in LANGUAGES
        for name, number in load(code).calendar.month_abbreviations.items()
    }
    return short | months()


@cache
def _query_keys() -> frozenset[str]:
    """Folded names of parameters that give a day: what stands before one on a page ("tarih", "date")."""
    labels = (label for code in LANGUAGES for label in load(code).page.created_labels)
    return frozenset(fold(label) for label in labels if " " not in label)


def url_signs(url: str | None, *, month_first: bool = False) -> tuple[DateSign, ...]:
    """The day in an address: in a parameter named so, in its folders, in the words of its last part.

    Several days that are equally likely give the stretch from the first to the last one. With
    ``month_first`` "05-06-2025" is 6 May.
    """
    if not url:
        return ()
    bare = _SAVED_AT.sub("", url)
    try:
        parts = urlsplit(bare if "://" in bare else f"http://{bare}")
    except ValueError:
        return ()
    asked = [value for key, value in parse_qsl(parts.query) if fold(key) in _query_keys()]
    path = unquote(parts.path)
    folder, _, last = path.rstrip("/").rpartition("/")
    for place in (*asked, _up_to_day(path), last, folder):
        found = list(_days(place, month_first))
        if found:
            return (_sign("url", found),)
    return tuple(_sign("url", [one]) for one in _month(_month_in_path(), path))


def _up_to_day(path: str) -> str:
    """The folders of a day ("/2025/05/16"), which say more than the words behind them; or nothing."""
    whole = re.search(r"/\d{4}/(?:\d{1,2}|[^\W\d]{3,9})/\d{1,2}(?=/|$)|/\d{4}-?\d\d-?\d\d(?=/|$)", path)
    return whole[0].strip("/") if whole else ""


def file_name_signs(name: str, *, month_first: bool = False) -> tuple[DateSign, ...]:
    """The day, or the month alone, in a file's name; in the folders that it stands in where it has none."""
    folder, _, last = name.replace("\\", "/").rpartition("/")
    stem = _FURTHER_ENDINGS.sub("", last)
    found = list(_days(stem, month_first)) or list(_month(_month_in_name(), stem))
    if not found and folder:
        found = list(_days(folder, month_first))
    return (_sign("file_name", found),) if found else ()


def _sign(kind: SignKind, found: list[_Dated]) -> DateSign:
    start, end = min(one.start for one in found), max(one.end for one in found)
    words = "; ".join(dict.fromkeys(one.words for one in found))
    if start == end:
        return DateSign(kind, start, end, "day", words)
    return DateSign(kind, start, end, "month" if len({one.start for one in found}) == 1 else "range", words)


def _days(text: str, month_first: bool) -> Iterator[_Dated]:
    for match in _day_pattern().finditer(fold(text)):
        day = _day(match, month_first)
        if day and day >= EARLIEST:
            yield _Dated(day, day, text[match.start() : match.end()])


def _day(match: re.Match[str], month_first: bool) -> date | None:
    for which in "12":
        if match[f"y{which}"]:
            return as_date(int(match[f"y{which}"]), int(match[f"m{which}"]), int(match[f"d{which}"]))
    for which in "456":
        if match[f"y{which}"]:
            month = _month_names()[match[f"m{which}"]]
            return as_date(int(match[f"y{which}"]), month, int(match[f"d{which}"]))
    first, second, year = int(match["a"]), int(match["b"]), int(match["y3"])
    if (month_first and match["s3"] != "." and first <= 12) or second > 12:
        first, second = second, first
    return as_date(year, second, first)


def _month(pattern: re.Pattern[str], text: str) -> Iterator[_Dated]:
    match = pattern.search(fold(text))
    if not match:
        return
    groups = {key.rstrip("234"): value for key, value in match.groupdict().items() if value}
    year, named = int(groups["y"]), groups.get("name")
    number = _month_names()[named] if named else int(groups["m"])
    first = as_date(year, number, 1)
    if first and first >= EARLIEST:
        last = first.replace(day=monthrange(year, number)[1])
        yield _Dated(first, last, text[match.start() : match.end()].strip("/"))

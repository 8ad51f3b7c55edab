"""Day-month headings ("27 OCAK") that date what follows them, on a line of their own or glued into one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from workbench.folding import fold
from workbench.languages.loader import Language
from workbench.models import DateSpan
from workbench.sources.dateforms import as_date, months, ordinal_endings, phrases
from workbench.sources.shapes import CLOSING, MARKS, OPENING, is_capitals

_GLUED_LEFT = re.compile(
    rf"(?:^|[.!?…)][{re.escape(CLOSING + MARKS)}]*|[^\W\d_][{re.escape(CLOSING + MARKS)}]?)$"
)
_STOP_LEFT = re.compile(rf"[.!?…][{re.escape(CLOSING + MARKS)}]*\s+$")
_BULLET_LEFT = re.compile(r"\s*[-–—•*▪●·]?\s*$")
_SEPARATOR = re.compile(r"\s*[:–—-]\s+(?=\S)|\s*:(?=\S)")
_SLACK = timedelta(days=45)
"""How far a chronicle may step back without having passed into another year."""
_LEAP_YEARS = 8
"""The most years from one 29 February to the next."""
_LETTERS = re.compile(r"[^\W\d_]*")
_DAY = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class DateHeading:
    """A heading's place, separator included, and the words of its date inside it."""

    start: int
    end: int
    expr_start: int
    expr_end: int
    month: int
    day: int
    last_day: int
    year: int | None


@cache
def _day_and_month(language: Language) -> re.Pattern[str]:
    """A day and a month in either order, on folded text."""
    month, ordinal = phrases(language.calendar.months), ordinal_endings()
    weekday = phrases(language.calendar.weekdays)
    tail = rf"(?:,?\s+(?P<year>(?:19|20)\d\d)(?!\d))?(?:,?\s+(?:{weekday})(?!\w))?"
    return re.compile(
        rf"(?<!\d)(?<!\d[.,:/])(?P<day>\d{{1,2}})(?:\s?[-–]\s?(?P<last>\d{{1,2}}))?\.?\s(?P<month>{month}){tail}"
        rf"|(?<!\w)(?P<month2>{month})\s(?P<day2>\d{{1,2}})(?:{ordinal})?(?:\s?[-–]\s?(?P<last2>\d{{1,2}}))?(?!\d)"
        r"(?:,?\s+(?P<year2>(?:19|20)\d\d)(?!\d))?"
    )


class DateHeadings:
    """Finds date headings in the lines of one text, in one language."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._folded = fold(text)
        self._suffix = re.compile(language.core.noun_suffix)
        self._language = language
        self._pattern = _day_and_month(language)

    def find(self, start: int, end: int) -> list[DateHeading]:
        """The date headings inside [start, end), a single line, in order."""
        found: list[DateHeading] = []
        if not _DAY.search(self._folded, start, end):
            return found
        for match in self._pattern.finditer(self._folded, start, end):
            heading = self._heading(match, start, end)
            if heading:
                found.append(heading)
        return found

    def _heading(self, match: re.Match[str], start: int, end: int) -> DateHeading | None:
        which = "" if match["day"] else "2"
        word = self._text[slice(*match.span(f"month{which}"))]
        if not word[0].isupper():
            return None
        capitals = word.isupper()
        left = self._text[max(start, match.start() - 6) : match.start()]
        right = self._text[match.end() : min(end, match.end() + 40)]
        at_line_start = match.start() - start < 6 and bool(
            _BULLET_LEFT.fullmatch(self._text[start : match.start()])
        )
        after_end = (
            at_line_start or bool(_GLUED_LEFT.search(left)) or (capitals and bool(_STOP_LEFT.search(left)))
        )
        taken = self._taken_right(right, capitals, at_line_start) if after_end else None
        if taken is None:
            return None
        first = self._day(match, which)
        if first is None:
            return None
        begin = start if at_line_start else match.start()
        return DateHeading(begin, match.end() + taken, match.start(), match.end(), *first)

    def _taken_right(self, right: str, capitals: bool, at_line_start: bool) -> int | None:
        """Characters after the date that belong to its heading, or None where the sentence goes on."""
        if not right.strip() or right.strip() == ":":
            return len(right.rstrip())
        separator = _SEPARATOR.match(right)
        if separator and at_line_start:
            return separator.end() if _begins_block(right[separator.end() :]) else None
        if right[0].isspace():
            rest = right.lstrip()
            return 0 if capitals and _begins_block(rest) and not is_capitals(rest) else None
        if not _begins_block(right):
            return None
        word = _match_letters(right.lstrip(MARKS + OPENING + CLOSING))
        is_ending = capitals and word.isupper() and bool(self._suffix.fullmatch(self._language.lower(word)))
        return None if is_ending else 0

    def _day(self, match: re.Match[str], which: str) -> tuple[int, int, int, int | None] | None:
        month = months()[match[f"month{which}"]]
        day = int(match[f"day{which}"])
        last = int(match[f"last{which}"] or day)
        year = match[f"year{which}"]
        if as_date(2024, month, day) is None or as_date(2024, month, last) is None or last < day:
            return None
        return month, day, last, int(year) if year else None


def _match_letters(text: str) -> str:
    match = _LETTERS.match(text)
    return match.group() if match else ""


def _begins_block(text: str) -> bool:
    first = text.lstrip(MARKS + OPENING)[:1]
    return first.isupper() or first.isdigit()


def date_spans(headings: Sequence[DateHeading], published: date | None, text: str) -> list[DateSpan | None]:
    """When each heading's day was; None where neither a year nor a publication date tells.

    A chronicle runs one way through the calendar: forwards where its days only rise, as in the
    review of a year, else forwards or backwards, whichever lets it span less time. Its newest day
    is the most recent one not after the publication, and each further heading takes the year that
    keeps the order.
    """
    keys = [(heading.month, heading.day) for heading in headings]
    backwards = _days(headings, published)
    forwards = _days(headings[::-1], published)[::-1]
    is_forward = keys == sorted(keys) or _width(forwards) <= _width(backwards)
    days = forwards if is_forward else backwards
    return [_span(heading, day, text) if day else None for heading, day in zip(headings, days, strict=True)]


def _days(headings: Sequence[DateHeading], published: date | None) -> list[date | None]:
    """The headings' days, the newest heading first."""
    days: list[date | None] = []
    neighbour = published
    for heading in headings:
        latest = min(published or date.max, neighbour + _SLACK) if neighbour else None
        day = _resolve(heading, neighbour.year if neighbour else None, latest)
        days.append(day)
        neighbour = day or neighbour
    return days


def _width(days: Sequence[date | None]) -> timedelta:
    known = [day for day in days if day]
    return max(known) - min(known) if known else timedelta()


def _resolve(heading: DateHeading, from_year: int | None, latest: date | None) -> date | None:
    """The heading's own day, or the last one up to `latest` in `from_year` or before."""
    if heading.year is not None:
        return as_date(heading.year, heading.month, heading.day)
    if from_year is None or latest is None:
        return None
    for year in range(from_year, from_year - _LEAP_YEARS - 1, -1):
        day = as_date(year, heading.month, heading.day)
        if day is not None and day <= latest:
            return day
    return None


def _span(heading: DateHeading, start: date, text: str) -> DateSpan:
    end = start + timedelta(days=heading.last_day - heading.day)
    return DateSpan(
        start=start,
        end=end,
        precision="day" if end == start else "range",
        expr=text[heading.expr_start : heading.expr_end],
        expr_start=heading.expr_start,
        expr_end=heading.expr_end,
        basis="heading",
    )

"""A publication date inferred from the dates around and inside an article that does not state it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.folding import fold
from workbench.languages.loader import Language
from workbench.models import Publication
from workbench.sources.dateforms import as_date, months, phrases, printed_dates, weekdays
from workbench.sources.furniture import is_stamp
from workbench.sources.rows import Row

_DAY = timedelta(days=1)
_LISTED = timedelta(days=7)
"""Pages list the stories of about a week, so an article is hardly older or newer than its lists."""
_REPORTED = timedelta(days=30)
"""An article rarely waits longer with what it reports."""
_AHEAD = timedelta(days=14)
"""What is "coming" lies at most so far ahead."""
YEARS = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)")
_EXCERPT = 20_000


@dataclass(frozen=True, slots=True)
class _Sign:
    """A day that bounds the publication, with the words that show it."""

    day: date
    words: str


def infer_publication(text: str, rows: Sequence[Row], language: Language) -> Publication | None:
    """The likeliest day and its bounds, or None where no year can be made out.

    Stories listed beside the article are not newer than the page, which was saved soon after the
    article appeared; what the article reports with its whole date is not newer than the article;
    and what it calls coming lies ahead of it.
    """
    body = "\n".join(row.text for row in rows if row.is_content)[:_EXCERPT]
    listed = _newest(_stamps(rows))
    told = _newest(_told(body, listed, language))
    lower = max((sign for sign in (listed, told) if sign), key=lambda sign: sign.day, default=None)
    ahead = _ahead(body, language, lower)
    if lower is None:
        return _before(ahead) if ahead else None
    upper = ahead.day - _DAY if ahead else lower.day + (_LISTED if lower is listed else _REPORTED)
    start, best = lower.day, min(lower.day + _DAY, upper) if lower is listed else lower.day
    newest = "story listed beside it" if lower is listed else "day it tells of"
    reason = f"Inferred: the newest {newest} is of {lower.day}"
    if ahead:
        start = _week_before(body, ahead.day, start, language)
        best = max(best, start)
        reason += f" and it calls {ahead.day} coming"
    words = "; ".join(sign.words for sign in (lower, ahead) if sign)
    day_after = ", so the day after the former is likeliest" if best == lower.day + _DAY else ""
    return Publication(best, start, upper, "range", "inferred", f"{reason}{day_after}.", words)


def _stamps(rows: Sequence[Row]) -> Iterator[_Sign]:
    for row in rows:
        if row.role == "furniture" and is_stamp(row.text):
            for found in printed_dates(row.text):
                yield _Sign(found.day, row.text)


def _told(body: str, listed: _Sign | None, language: Language) -> Iterator[_Sign]:
    """Whole dates of the running text; one far ahead of the page's own lists is a plan."""
    folded = fold(body)
    forward = re.compile(rf"(?<!\w)(?:{phrases(language.page.forward_words)})\s+$")
    for found in printed_dates(body):
        planned = forward.search(folded[max(0, found.start - 30) : found.start])
        if not planned and (listed is None or found.day <= listed.day + _REPORTED):
            yield _Sign(found.day, body[found.start : found.end])


def _newest(signs: Iterator[_Sign]) -> _Sign | None:
    return max(signs, key=lambda sign: sign.day, default=None)


def _ahead(body: str, language: Language, lower: _Sign | None) -> _Sign | None:
    """The first day that the text calls coming, in the year that its weekday or its neighbours give."""
    month, weekday = phrases(language.calendar.months), phrases(language.calendar.weekdays)
    forward = phrases(language.page.forward_words)
    pattern = re.compile(
        rf"(?<!\w)(?:{forward})\s+(?P<day>\d{{1,2}})\s+(?P<month>{month})(?:,?\s+(?P<weekday>{weekday}))?(?!\d)"
        rf"|(?<!\w)(?:{forward})\s+(?P<weekday2>{weekday}),?\s+(?P<month2>{month})\s+(?P<day2>\d{{1,2}})(?!\d)"
    )
    found = []
    for match in pattern.finditer(fold(body)):
        which = "" if match["day"] else "2"
        named = match[f"weekday{which}"]
        day = _in_some_year(
            months()[match[f"month{which}"]],
            int(match[f"day{which}"]),
            weekdays()[named] if named else None,
            _years(body, lower),
            lower.day if lower else None,
        )
        if day:
            found.append(_Sign(day, body[match.start() : match.end()]))
    return min(found, key=lambda sign: sign.day, default=None)


def _years(body: str, lower: _Sign | None) -> list[int]:
    if lower:
        return [lower.day.year, lower.day.year + 1]
    mentioned = [int(year) for year in YEARS.findall(body)]
    return [max(mentioned), max(mentioned) + 1] if mentioned else []


def _in_some_year(
    month: int, day: int, weekday: int | None, years: list[int], after: date | None
) -> date | None:
    for year in years:
        found = as_date(year, month, day)
        fits = found and (weekday is None or found.weekday() == weekday)
        if found and fits and (after is None or after < found <= after + _REPORTED):
            return found
    return None


def _week_before(body: str, ahead: date, start: date, language: Language) -> date:
    """The later of `start` and the Monday of the week from which the coming day lies in "next week"."""
    if not re.search(rf"(?<!\w)(?:{phrases(language.page.next_week)})(?!\w)", fold(body)):
        return start
    monday = ahead - timedelta(days=ahead.weekday() + 7)
    return max(start, monday)


def _before(ahead: _Sign) -> Publication:
    reason = f"Inferred: it calls {ahead.day} coming, and nothing else on the page is dated."
    start, end = ahead.day - _AHEAD, ahead.day - _DAY
    return Publication(end, start, end, "range", "inferred", reason, ahead.words)

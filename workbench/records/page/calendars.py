"""The timeline of a page: a line of days for each month, and one of months for what is dated less exactly.

Months in which nothing happened have no line, so that an event of years ago costs one line and not the scale.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from workbench.models import DateSpan

State = Literal["open", "decided", "agreed", "single"]
"""Something is open; a reviewer decided; several articles agree; one article tells of it."""
LONGEST = 45
"""Days of the longest stretch that is drawn among days; what is longer stands among months."""
MOST_YEARS = 10
"""Years that one event takes a line of."""


@dataclass(frozen=True, slots=True)
class Dated:
    """An event on the timeline."""

    id: str
    label: str
    when: str
    date: DateSpan | None
    state: State


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a line, in percent of its width; `lane` counts from 0 downwards.

    `before` and `after` say that it goes on in another line.
    """

    event: Dated
    start: float
    width: float
    lane: int
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A month (`month` 1 to 12), or a year (0) with what is not dated to a month."""

    year: int
    month: int
    lanes: int
    marks: tuple[Mark, ...]
    ticks: tuple[float, ...]
    """Where weeks, or the months of a year, begin."""

    @property
    def events(self) -> int:
        return len(self.marks)


def lines(events: Iterable[Dated]) -> list[Line]:
    """The lines in their order, that of a year before those of its months."""
    found: dict[tuple[int, int], list[tuple[Dated, date, date]]] = defaultdict(list)
    for event in events:
        for key, first, last in _stretches(event.date) if event.date else ():
            found[key].append((event, first, last))
    return [_line(year, month, found[year, month]) for year, month in sorted(found)]


def is_long(span: DateSpan) -> bool:
    """Whether it stands among months."""
    return (span.end - span.start).days > LONGEST


def _stretches(span: DateSpan) -> Iterator[tuple[tuple[int, int], date, date]]:
    """The lines that a date reaches into, each with the first and the last day of it there."""
    for key in _years(span) if is_long(span) else _months(span):
        first, last = _reach(*key)
        yield key, max(first, span.start), min(last, span.end)


def _years(span: DateSpan) -> list[tuple[int, int]]:
    """The years that a date reaches into; of very many the first and the last."""
    years = range(span.start.year, span.end.year + 1)
    return [(year, 0) for year in (years if len(years) <= MOST_YEARS else (years[0], years[-1]))]


def _months(span: DateSpan) -> list[tuple[int, int]]:
    first, last = (12 * day.year + day.month - 1 for day in (span.start, span.end))
    return [(month // 12, month % 12 + 1) for month in range(first, last + 1)]


def _reach(year: int, month: int) -> tuple[date, date]:
    if month == 0:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _line(year: int, month: int, found: list[tuple[Dated, date, date]]) -> Line:
    first, last = _reach(year, month)
    # Every month is as wide as the longest, so that the same day stands at the same place in all.
    days = 31 if month else (last - first).days + 1
    marks: list[Mark] = []
    free: list[date] = []
    for event, start, end in sorted(found, key=lambda one: (one[1], -one[2].toordinal(), one[0].id)):
        lane = next((lane for lane, taken in enumerate(free) if taken < start), len(free))
        free[lane : lane + 1] = [end]
        whole = event.date
        assert whole is not None
        marks.append(
            Mark(
                event,
                round(100 * (start - first).days / days, 2),
                round(100 * ((end - start).days + 1) / days, 2),
                lane,
                whole.start < start,
                whole.end > end,
            )
        )
    ticks = [7 * week / 31 for week in range(1, 5)] if month else [number / 12 for number in range(1, 12)]
    return Line(year, month, len(free), tuple(marks), tuple(round(100 * tick, 2) for tick in ticks))

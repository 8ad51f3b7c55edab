"""Two days that something was moved between ("postponed from July 2 to July 23"): no range of days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from workbench.claims.calendar_readings import Between, Reading
from workbench.languages.schema.calendar import Calendar
from workbench.languages.schema.patterns import NEVER, any_of

_REACH = 80
"""Characters before a range in which the verb may stand."""


@cache
def _moved_from(moves: str, source: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'])(?:{moves})(?![\w'])[^.;,!?\n]*(?<!\w)(?:{source})\s$")


@cache
def _until(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{any_of(map(re.escape, words))})\s")


def moved_apart(readings: Sequence[Reading], lowered: str, calendar: Calendar) -> Iterator[Reading]:
    """The readings, those ranges that a verb moves something along taken apart."""
    tense = calendar.tense
    for reading in readings:
        middle = None
        if tense.moved_from != NEVER and isinstance(reading.spec, Between) and reading.spec.days is None:
            before = lowered[max(0, reading.start - _REACH) : reading.start]
            if _moved_from(tense.moves, tense.moved_from).search(before):
                middle = _until(tuple(calendar.until_words)).search(lowered, reading.start, reading.end)
        if middle is None or not isinstance(reading.spec, Between):
            yield reading
            continue
        yield replace(reading, spec=reading.spec.first, end=middle.start())
        yield Reading(reading.spec.last, middle.end(), reading.end)

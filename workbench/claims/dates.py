"""Dates of a stretch of text as intervals with precision and basis.

`DateContext` says what relative and yearless words count from. Everything here is pure.
"""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.claims.calendar_grammar import read_dates
from workbench.claims.calendar_readings import Between, Dated, Reading, Spec
from workbench.claims.calendar_words import lexicon
from workbench.claims.dates_context import DateContext
from workbench.claims.dates_intervals import other_weekday
from workbench.claims.dates_moves import moved_apart
from workbench.claims.dates_resolve import Resolver
from workbench.claims.dates_tense import local_tense
from workbench.claims.scanning import read_once
from workbench.languages.loader import Language
from workbench.languages.schema.calendar import Calendar
from workbench.models import DateSpan

__all__ = ["DateContext", "find_dates"]

_NEAR = 400
_AROUND = 4000
"""How many characters around a word, and of the text it was taken from, tell what is spoken of."""
_HALF_YEAR = 6
"""Months that a list has to go back for its dates to lie on two sides of New Year."""


def find_dates(
    text: str, start: int, end: int, language: Language, context: DateContext, *, low: str | None = None
) -> list[DateSpan]:
    """Every date said in ``text[start:end]``, in order of appearance.

    Offsets count in `text`. The words of two dates never overlap. A relative or yearless date is
    left out where the context gives nothing to count from, and so is a day that does not exist.
    ``low`` is the stretch in lower case where the caller has it.
    """
    stretch = text[start:end]
    lowered = language.lower(stretch) if low is None else low
    words = lexicon(language)
    readings = date_readings(lowered, stretch, language)
    if not readings:
        return []
    resolver = Resolver(context, words.calendar)
    found: list[DateSpan] = []
    for reading in readings:
        rival = _rival(reading, lowered, words.calendar)
        if rival is not None:
            near = text[max(0, start + reading.start - _NEAR) : start + reading.end + _NEAR]
            around = f"{context.around[:_AROUND]}\n{near}"
            if re.search(rf"(?<!\w)(?:{rival})", language.lower(around)):
                continue
        local = local_tense(stretch, lowered, words.calendar, reading)
        last = resolver.last
        touching = last is not None and not stretch[last.expr_end - start : reading.start].strip()
        try:
            resolved = resolver.resolve(reading, local, last if touching else None)
        except (ValueError, OverflowError):
            continue  # no such day in the calendar ("31 June"), or one beyond its ends
        if resolved is None:
            continue
        (first, final), precision, basis = resolved
        expr_start, expr_end = start + reading.start, start + reading.end
        weekday = other_weekday(reading.spec, first)
        words_said = text[expr_start:expr_end]
        span = DateSpan(first, final, precision, words_said, expr_start, expr_end, basis, weekday)
        resolver.last = span
        found.append(span)
    return found


@read_once
def date_readings(lowered: str, stretch: str, language: Language) -> list[Reading]:
    """What the dates of a stretch say, before it is known what they count from."""
    words = lexicon(language)
    apart = moved_apart(read_dates(stretch, lowered, words), lowered, words.calendar)
    return _with_shared_years(list(apart))


def _rival(reading: Reading, lowered: str, calendar: Calendar) -> str | None:
    """What, told of nearby, makes a bare month the other noun it looks like ("ocakta": in the mine)."""
    spec = reading.spec
    if not isinstance(spec, Dated) or not lowered[reading.start : reading.end].isalpha():
        return None
    return next(
        (words for name, words in calendar.rivals.items() if calendar.months[name] == spec.month), None
    )


def _year_of(spec: Spec, *, last: bool) -> int | None:
    if isinstance(spec, Between):
        spec = spec.last if last else spec.first
    return spec.year if isinstance(spec, Dated) else None


def _month(spec: Spec) -> int:
    if isinstance(spec, Between):
        spec = spec.first
    return spec.month or 0 if isinstance(spec, Dated) else 0


def _in_year(reading: Reading, year: int) -> Reading:
    spec = reading.spec
    if isinstance(spec, Between) and isinstance(spec.first, Dated) and isinstance(spec.last, Dated):
        both = replace(spec, first=_dated_in(spec.first, year), last=_dated_in(spec.last, year))
        return replace(reading, spec=both)
    return replace(reading, spec=_dated_in(spec, year)) if isinstance(spec, Dated) else reading


def _dated_in(spec: Dated, year: int) -> Dated:
    known = spec.year is not None or spec.year_shift is not None or spec.month is None
    return spec if known else replace(spec, year=year, shared=True)


def _with_shared_years(readings: list[Reading]) -> list[Reading]:
    """Gives the yearless dates of a list the year that one of the list names; a list may pass New Year."""
    shared = list(readings)
    for at in range(len(shared) - 2, -1, -1):
        year = _year_of(shared[at + 1].spec, last=False)
        if shared[at + 1].linked and year is not None:
            back = _month(shared[at].spec) - _month(shared[at + 1].spec) >= _HALF_YEAR
            shared[at] = _in_year(shared[at], year - back)
    for at in range(1, len(shared)):
        year = _year_of(shared[at - 1].spec, last=True)
        if shared[at].linked and year is not None:
            on = _month(shared[at - 1].spec) - _month(shared[at].spec) >= _HALF_YEAR
            shared[at] = _in_year(shared[at], year + on)
    return shared

"""The days of what goes on day by day: the second day of an exchange that began on Friday is Saturday.

"On the second day" counts from a day that stands elsewhere in the text. Without it the day is not known,
and of two such days of one text no more than one can be the day on which it was told.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from workbench.languages.loader import Language
from workbench.languages.schema.patterns import any_of
from workbench.models import Claim, DateSpan, Ordinal

_MOST = 31
_TAKEN_OVER = frozenset({"publication", "inherited"})
"""Bases of a date that the clause's own words do not give."""


def dated_by_stage(claims: Sequence[Claim], language: Language) -> list[Claim]:
    """The claims of one text, those that say which day of an event they tell of with that day's date."""
    first = {kind: _first_day(told, language) for kind, told in _by_type(claims).items()}
    return [_dated(claim, first) for claim in claims]


def _by_type(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """The claims of each type of which the text tells two days or more by their numbers."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.event_type].append(claim)
    return {kind: told for kind, told in found.items() if len(set(map(_number, told)) - {None}) > 1}


def _number(claim: Claim) -> int | None:
    ordinal = _ordinal(claim)
    return ordinal.value if ordinal else None


def _ordinal(claim: Claim) -> Ordinal | None:
    """Which day of its event the claim tells of, where it names just one."""
    days = [o for o in claim.ordinals if o.of == "day" and o.value <= _MOST]
    return days[0] if len({o.value for o in days}) == 1 else None


def _first_day(claims: Sequence[Claim], language: Language) -> date | None:
    """The event's first day as its text gives it; None where it does not, or gives several."""
    found = {day for claim in claims if (day := _counted_from(claim, language)) is not None}
    return found.pop() if len(found) == 1 else None


def _counted_from(claim: Claim, language: Language) -> date | None:
    span, number = claim.date, _number(claim)
    if span is None or span.basis in _TAKEN_OVER:
        return None
    if number is not None:
        return span.start - timedelta(number - 1) if span.precision == "day" else None
    if span.precision == "range":
        return span.start
    begins = span.precision == "day" and _begins(language).search(language.lower(claim.text))
    return span.start if begins else None


@cache
def _begins(language: Language) -> re.Pattern[str]:
    return re.compile(any_of(language.events.begins))


def _dated(claim: Claim, first: dict[str, date | None]) -> Claim:
    ordinal = _ordinal(claim)
    taken_over = claim.date is None or claim.date.basis in _TAKEN_OVER
    if ordinal is None or claim.event_type not in first or not taken_over:
        return claim
    begun = first[claim.event_type]
    others = tuple(span for span in claim.dates if span != claim.date)
    if begun is None:
        return replace(claim, date=None, dates=others)
    day = begun + timedelta(ordinal.value - 1)
    own = DateSpan(day, day, "day", ordinal.expr, ordinal.start, ordinal.end, "relative")
    return replace(claim, date=own, dates=(own, *others))

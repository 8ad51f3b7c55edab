"""One clause that tells of stops: "to Asmara on Wednesday and to Cairo on Friday" is a claim for each."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from workbench.languages.loader import Language
from workbench.languages.schema.patterns import any_of
from workbench.models import Claim, DateSpan, Mention

_LISTED = ("day", "month")


@cache
def _separators(language: Language) -> re.Pattern[str]:
    return re.compile(any_of(language.speech.separators))


def stops(claim: Claim, lowered: str, compared: Collection[DateSpan], language: Language) -> list[Claim]:
    """One claim for each day with a place of its own; the claim alone where it tells of no stops.

    The days stand in the clause's words and are divided by commas or conjunctions. `lowered` is the source's
    text in lower case, with the same offsets.
    """
    days = sorted(
        (d for d in claim.dates if claim.start <= d.expr_start < claim.end and d not in compared),
        key=lambda d: d.expr_start,
    )
    if len({d.start for d in days}) < max(2, len(days)) or any(d.precision not in _LISTED for d in days):
        return [claim]
    bounds = [claim.start, *(_divided(a, b, lowered, language) for a, b in pairwise(days)), claim.end]
    places = [_place(claim.mentions, start, end) for start, end in pairwise(bounds)]
    if None in places or len(set(places)) < len(places):
        return [claim]
    return [
        replace(
            claim,
            date=day,
            dates=(day, *(d for d in claim.dates if d.basis == "heading")),
            place=place,
            quantities=tuple(q for q in claim.quantities if start <= q.start < end),
        )
        for day, place, (start, end) in zip(days, places, pairwise(bounds), strict=True)
    ]


def _divided(a: DateSpan, b: DateSpan, lowered: str, language: Language) -> int:
    """Offset of the last comma or conjunction between two dates; that of the second where there is none."""
    found = [match.end() for match in _separators(language).finditer(lowered, a.expr_end, b.expr_start)]
    return found[-1] if found else b.expr_start


def _place(names: Sequence[Mention], start: int, end: int) -> str | None:
    """The one place that a stretch names, if it does."""
    named = {n.canonical for n in names if n.kind == "place" and start <= n.start < end}
    return named.pop() if len(named) == 1 else None

"""Reads one sentence: everything in it that a claim may carry, before it is cut into claims."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import field

import msgspec

from workbench.claims.clock import find_clock_times
from workbench.claims.dates import DateContext, find_dates
from workbench.claims.dates_roles import is_compared
from workbench.claims.ordinals import find_ordinals
from workbench.claims.quantities import find_quantities
from workbench.claims.shifting import shifted_date
from workbench.languages.loader import Language
from workbench.models import ClockTime, DateSpan, Mention, Ordinal, Quantity, Quote

_LEAD = 400
"""Code points before a sentence in which its figures find what they measure."""
SERIES_UNITS = frozenset({"round", "call", "meeting", "visit", "time"})
"""Units of quantities that count events, not people or things in one."""


class Reading(msgspec.Struct, frozen=True, gc=False):
    """What one sentence holds; all offsets are the source's."""

    start: int
    end: int
    speaker: Mention | None
    dates: Sequence[DateSpan]
    times: Sequence[ClockTime]
    ordinals: Sequence[Ordinal]
    quantities: Sequence[Quantity]
    names: Sequence[Mention]
    quotes: Sequence[Quote]
    voices: Sequence[Mention] = ()
    """Role nouns that can speak ("polis", "organisers")."""
    occasions: Mapping[int, str] = field(default_factory=dict)
    """Offsets at which what only tells of the saying is over, each "participle" or "medium"."""

    compared: Collection[DateSpan] = ()
    """Those of the dates that something is only measured against."""

    def quantities_in(self, start: int, end: int) -> list[Quantity]:
        """The quantities that begin in [start, end)."""
        return [q for q in self.quantities if start <= q.start < end]

    def counts_events(self, start: int, end: int) -> bool:
        """True where [start, end) counts several events ("üç tur", "7 kez")."""
        return any(q.unit in SERIES_UNITS and q.value > 1 for q in self.quantities_in(start, end))


def read_sentence(
    text: str,
    start: int,
    end: int,
    language: Language,
    context: DateContext,
    speaker: Mention | None,
    names: Sequence[Mention],
    quotes: Sequence[Quote],
    voices: Sequence[Mention] = (),
    occasions: Mapping[int, str] | None = None,
    low: str | None = None,
) -> Reading:
    """What text[start:end] holds; `low` is that in lower case where the caller has it.

    It is read alone: what is glued to the sentence before it is no part of a word here.
    """
    alone = text[start:end]
    if low is None:
        low = language.lower(alone).replace("\n", " ")
    dates = [shifted_date(d, start) for d in find_dates(alone, 0, len(alone), language, context, low=low)]
    times = find_clock_times(text, start, end, language, low=low)
    ordinals = [
        one
        for one in find_ordinals(text, start, end, language, low=low)
        if one.of or not any(d.expr_start <= one.start < d.expr_end for d in dates)
    ]
    taken = [
        *((d.expr_start, d.expr_end) for d in dates),
        *((t.start, t.end) for t in times),
        *((o.start, o.end) for o in ordinals),
    ]
    lead = text[max(0, start - _LEAD) : start]
    quantities = find_quantities(text, start, end, language, taken=taken, lead=lead, low=low)
    return Reading(
        start,
        end,
        speaker,
        dates,
        times,
        ordinals,
        quantities,
        [
            n
            for n in names
            if n.kind != "place" or not any(d.expr_start <= n.start < d.expr_end for d in dates)
        ],
        [q for q in quotes if q.start < end and start < q.end],
        voices,
        occasions or {},
        [d for d in dates if is_compared(text, start, end, d, language)],
    )


def _in_date(name: Mention, dates: Sequence[DateSpan]) -> bool:
    """True for a month that is a town's name too ("6 Aralık'taki")."""
    return any(date.expr_start <= name.start < date.expr_end for date in dates)

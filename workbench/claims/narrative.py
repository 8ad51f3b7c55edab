"""Where the telling of a source stands: what it is about, and the days told last in the passage.

News narrative goes forward from the day told last; a pluperfect or a step far back in time opens
background, which ends with its paragraph (Kamp and Reyle 1993, ch. 5; Lascarides and Asher 1993).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from workbench.models import AHEAD, Claim, DateSpan, Ordinal

_BACK_DAYS = 7
"""A step so far back from what a text is about leads to its background."""
_WIDEST = 31
"""Days: what is wider tells no day that a passage could go on about."""
_TOLD = frozenset({"occurred", "agreed"})
_ASIDE = frozenset({"scene=after", "scene=telling"})


class GivenDay(NamedTuple):
    """The day of what an undated clause goes on about, None where that has none."""

    date: DateSpan | None


class Narrative:
    """What one source has told so far."""

    def __init__(self, published: date | None) -> None:
        self._published = published
        self.topic: Claim | None = None
        """What a clause without an event word goes on about."""
        self._main: Claim | None = None
        self._day: Claim | None = None
        self._back: Claim | None = None
        self.span: DateSpan | None = None
        """The stretch of days told last."""
        self.told: DateSpan | None = None
        """The day told last of what is no background, in whichever paragraph."""
        self._mentioned: dict[str, DateSpan] = {}
        self._named: dict[tuple[str | None, int], DateSpan] = {}

    def new_section(self) -> None:
        """Forgets the topic: a date heading begins something else."""
        self.topic = self._main = None

    def new_passage(self) -> None:
        """A paragraph begins: what is told goes on from what the text is about, not from its background."""
        self._day = self._back = None
        if self._main is not None:
            self.topic = self._main

    def opens(self, claim: Claim, back: bool) -> None:
        """The text now tells of the claim's event; `back` says that its verb is in the pluperfect."""
        self.topic = claim
        if self._main is None or not (back or self._is_ahead(claim) or self._steps_back(claim)):
            self._main = claim

    def _is_ahead(self, claim: Claim) -> bool:
        return claim.modality in AHEAD or self._lies_ahead(claim.date)

    def _lies_ahead(self, day: DateSpan | None) -> bool:
        return day is not None and self._published is not None and day.start > self._published

    def _steps_back(self, claim: Claim) -> bool:
        main = self._main
        if main is None or main.heading or main.date is None or claim.date is None:
            return False
        return (main.date.start - claim.date.end).days > _BACK_DAYS

    def tells(self, claim: Claim, back: bool) -> None:
        """Remembers the day that the claim's own words give its event."""
        span = claim.date
        if span is None or not span.in_words or claim.modality not in _TOLD:
            return
        if _ASIDE & set(claim.aspects) or any(a.startswith("as_of=") for a in claim.aspects):
            return
        if (span.end - span.start).days > _WIDEST or self._lies_ahead(span):
            return
        if back:
            self._back = claim
        else:
            self._day = claim
            self.told = span
            self.span = span if span.precision == "range" else self.span
        self._named |= {(one.of, one.value): span for one in claim.ordinals if one.of}

    def mentions(self, events: Mapping[str, DateSpan]) -> None:
        """Events of those types were named with their days ("13 Temmuz'daki grev", "Friday's strike")."""
        self._mentioned |= {kind: day for kind, day in events.items() if not self._lies_ahead(day)}

    def given(
        self,
        ordinals: Sequence[Ordinal],
        before: Claim | None,
        kind: str | None,
        *,
        happened: bool,
        back: bool,
    ) -> GivenDay | None:
        """The day that an undated clause takes, or None where nothing before says one.

        `before` is the claim right before in its sentence, where the clause goes on about that. `happened`
        says that the clause tells of what took place, `back` that it does so in the pluperfect. `kind` is
        the type of its event word, None where it has none.
        """
        named = next((day for o in ordinals if (day := self._named.get((o.of, o.value)))), None)
        if named is not None:
            return GivenDay(_inherited(named))
        passage = (self._back if back else self._day) if happened else None
        giver = before if before is not None and before.date is not None else passage
        mentioned = self._mentioned.get(kind or "") if happened else None
        if mentioned is not None and (giver is None or giver.event_type != kind):
            return GivenDay(_inherited(mentioned))
        if giver is not None:
            # A round that nobody has dated yet was on another day than the one just told.
            other = _other_of_series(ordinals, giver.ordinals)
            return GivenDay(None if other else _inherited(giver.date))
        topic = self.topic if kind is None else None
        return GivenDay(_inherited(topic.date)) if topic else None


def _inherited(day: DateSpan | None) -> DateSpan | None:
    if day is None:
        return None
    return DateSpan(
        day.start, day.end, day.precision, day.expr, day.expr_start, day.expr_end, "inherited", day.weekday
    )


def _other_of_series(ordinals: Sequence[Ordinal], others: Sequence[Ordinal]) -> bool:
    """True where one speaks of another round, call or visit than the other."""
    return any(a.of and a.of == b.of and a.value != b.value for a in ordinals for b in others)

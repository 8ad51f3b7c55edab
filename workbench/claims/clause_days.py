"""The day of a clause's event: its own words', or that of what it goes on about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.claims.clauses import Clause, is_same_time
from workbench.claims.dating import Dating
from workbench.claims.narrative import GivenDay, Narrative
from workbench.claims.reading import Reading
from workbench.claims.scanning import MarkedText
from workbench.claims.triggers import Trigger
from workbench.languages.loader import Language
from workbench.models import Block, Claim, DateSpan, Modality, Ordinal


@dataclass(frozen=True, slots=True)
class Told:
    """A clause with what of it bears on its day."""

    clause: Clause
    reading: Reading
    block: Block
    own: Trigger | None
    """The clause's own event word."""
    trigger: Trigger | None
    """That, or the one its sentence shares with it."""
    how: Modality
    before: Claim | None
    """The claim right before in its sentence."""

    @property
    def ordinals(self) -> tuple[Ordinal, ...]:
        """The ordinals that the clause names."""
        return tuple(o for o in self.reading.ordinals if self.clause.start <= o.start < self.clause.end)

    @property
    def refers(self) -> bool:
        """True where the clause only refers to its event, so that it is of another day than what is told."""
        only_named = self.trigger is not None and self.trigger.scene in ("after", "object")
        return self.clause.scene == "after" or only_named


class ClauseDays:
    """Gives clauses their days, from the words of each and from what the text has told before."""

    def __init__(self, dating: Dating, narrative: Narrative, lowered: MarkedText, language: Language) -> None:
        self._dating = dating
        self._narrative = narrative
        self._lowered = lowered
        self._language = language

    def of(self, told: Told, dates: Sequence[DateSpan]) -> DateSpan | None:
        """The day of the clause's event, None where it is not known; `dates` stand in its own words."""
        clause, reading = told.clause, told.reading
        told_of = [d for d in dates if d not in reading.compared]
        if not dates and (told.refers or reading.counts_events(clause.start, clause.end)):
            return None
        measured = None if dates and not told_of else told.own
        given = self._given(told, measured)
        sentence = (reading.start, reading.end)
        return self._dating.own_date(told_of, clause, told.block, told.how, given, told.trigger, sentence)

    def _given(self, told: Told, own: Trigger | None) -> GivenDay | None:
        """The day of what an undated clause goes on about: its sentence's scene, its passage, the topic."""
        same = own is None or is_same_time(self._lowered, told.clause, self._language)
        before = told.before if same or _takes_the_day(told.before, told.how) else None
        back = self._dating.looks_further_back(told.clause)
        kind = told.trigger.event_type if told.trigger else None
        return self._narrative.given(told.ordinals, before, kind, happened=told.how == "occurred", back=back)


def _takes_the_day(earlier: Claim | None, how: Modality) -> bool:
    """True for what goes on from a dated deed ("stormed the station in July | and 14 people were jailed")."""
    if earlier is None or earlier.date is None or not how == earlier.modality == "occurred":
        return False
    return earlier.date.basis not in ("publication", "heading")

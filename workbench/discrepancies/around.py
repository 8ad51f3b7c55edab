"""Events beyond the one that is looked at: those of a type, and the stages of a larger one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, Protocol

from workbench.discrepancies.parties import parties
from workbench.discrepancies.rules import rules
from workbench.events.outlines import outline
from workbench.events.stages import offers
from workbench.models import Claim, Event, Publication

_TOLD = "told="
_FEW_DAYS = 7
_DAYS_A_WEEK = 7
Stage = Literal["ahead", "held"]
"""What has not taken place, and what comes in stages and has."""


class Published(Protocol):
    """What tells the day of telling of a source's claims."""

    @property
    def published(self) -> Publication | None: ...


def told_day(claim: Claim, sources: Mapping[str, Published]) -> date | None:
    """The day on which the clause was told: that of its dated entry, else of publication."""
    told = next((one for one in claim.aspects if one.startswith(_TOLD)), None)
    if told:
        return date.fromisoformat(told.removeprefix(_TOLD))
    source = sources.get(claim.source)
    return source.published.best if source and source.published else None


class Lookup(Protocol):
    """Finds events by what checks beyond one event ask for; a store may answer from its own index."""

    def of_type(self, event_type: str, naming: str) -> Sequence[Event]:
        """Events one of whose claims tells of that type, and one names that participant, by id."""
        ...

    def children(self, event: str) -> Sequence[Event]:
        """The stages of the event with this id, by id."""
        ...

    def in_week(self, stage: Stage, week: int, naming: str) -> Sequence[Event]:
        """Events one of whose claims is of that stage and was told or begins in that week, by id.

        One of their claims has that party, or is of that source. `week` counts as `week_of` does.
        """
        ...

    def stating(self, aspect: str, naming: str) -> Sequence[Event]:
        """Events one of whose claims states that aspect and names that party or place, by id."""
        ...

    def quoting(self, speaker: str, week: int) -> Sequence[Event]:
        """Events one of whose claims, told in that week, prints words of that speaker, by id."""
        ...

    def in_month(
        self, event_type: str, place: str, year: int, month: int, day: int | None
    ) -> Sequence[Event]:
        """Events of that type and region in that month, by id.

        With a `day`, those dated to that day of the month, or to the month alone.
        """
        ...


Query = tuple[str, ...]
"""What is asked of a lookup: the name of what is looked for, and by what."""


class Asking(ABC):
    """A lookup that puts every question as a query."""

    @abstractmethod
    def find(self, query: Query) -> Sequence[Event]:
        """The events that answer a query, by id."""

    def of_type(self, event_type: str, naming: str) -> Sequence[Event]:
        """Events one of whose claims tells of that type, and one names that participant, by id."""
        return self.find(("type", event_type, naming))

    def children(self, event: str) -> Sequence[Event]:
        """The stages of the event with this id, by id."""
        return self.find(children(event))

    def in_week(self, stage: Stage, week: int, naming: str) -> Sequence[Event]:
        """Events one of whose claims is of that stage and was told or begins in that week, by id.

        One of their claims has that party, or is of that source. `week` counts as `week_of` does.
        """
        return self.find(("week", stage, str(week), naming))

    def stating(self, aspect: str, naming: str) -> Sequence[Event]:
        """Events one of whose claims states that aspect and names that party or place, by id."""
        return self.find(("aspect", aspect, naming))

    def quoting(self, speaker: str, week: int) -> Sequence[Event]:
        """Events one of whose claims, told in that week, prints words of that speaker, by id."""
        return self.find(("voice", speaker, str(week)))

    def in_month(
        self, event_type: str, place: str, year: int, month: int, day: int | None
    ) -> Sequence[Event]:
        """Events of that type and region in that month, by id.

        With a `day`, those dated to that day of the month, or to the month alone.
        """
        month_of = (_region(place), event_type, str(year), str(month))
        if day is None:
            return self.find(("month", *month_of))
        found = [*self.find(("day of month", *month_of, str(day))), *self.find(("month alone", *month_of))]
        return sorted(found, key=lambda event: event.id)


class EventIndex(Asking):
    """A lookup over events that are all at hand."""

    def __init__(
        self,
        events: Sequence[Event],
        claims: Mapping[str, Claim],
        sources: Mapping[str, Published] | None = None,
    ) -> None:
        self._filed: dict[Query, list[Event]] = defaultdict(list)
        for event in sorted(events, key=lambda e: e.id):
            for query in answers(event, claims, sources or {}):
                self._filed[query].append(event)

    def find(self, query: Query) -> Sequence[Event]:
        """The events that answer a query, by id."""
        return self._filed.get(query, ())


def answers(event: Event, claims: Mapping[str, Claim], sources: Mapping[str, Published]) -> set[Query]:
    """All queries that an event answers; those of its claims that are not in `claims` are passed over."""
    held = [claims[claim] for claim in event.claims if claim in claims]
    types = {event.event_type, *(claim.event_type for claim in held)}
    found: set[Query] = {("type", kind, name) for kind in types for c in held for name in c.participants}
    named = {name for claim in held for name in (*parties(claim), claim.source)}
    weeks = {when for claim in held for when in _weeks(claim, sources)}
    found |= {("week", stage, week, name) for stage, week in weeks for name in named}
    found |= {("aspect", *stated) for claim in held for stated in _aspects(claim)}
    found |= {voice for claim in held for voice in _voices(claim, sources)}
    found |= {*_months(event), *quotations(event, claims), *offers(outline(event, claims))}
    return found | ({children(event.parent)} if event.parent else set())


def children(event: str) -> Query:
    """The query for the stages of the event with this id."""
    return "child", event


def quotations(event: Event, claims: Mapping[str, Claim]) -> list[Query]:
    """The queries for events that hold a quotation which this one holds."""
    held = (claims[claim] for claim in event.claims if claim in claims)
    return [("quotation", claim.source, str(quote.start)) for claim in held for quote in claim.quotes]


def _voices(claim: Claim, sources: Mapping[str, Published]) -> Iterator[Query]:
    told = told_day(claim, sources)
    if claim.speaker and claim.quotes and told:
        yield "voice", claim.speaker, str(week_of(told))


def _months(event: Event) -> Iterator[Query]:
    if event.place and event.date and event.date.precision in ("day", "month"):
        start = event.date.start
        month_of = (_region(event.place), event.event_type, str(start.year), str(start.month))
        yield "month", *month_of
        if event.date.precision == "day":
            yield "day of month", *month_of, str(start.day)
        else:
            yield "month alone", *month_of


def _region(place: str) -> str:
    """The widest part of a place: "Bolu" for "Bolu/Kartalkaya"."""
    return place.partition("/")[0]


def week_of(day: date) -> int:
    """Weeks are counted from the first day of the calendar."""
    return day.toordinal() // _DAYS_A_WEEK


def _weeks(claim: Claim, sources: Mapping[str, Published]) -> Iterator[tuple[Stage, str]]:
    days = [told_day(claim, sources)]
    if claim.date is not None and (claim.date.end - claim.date.start).days < _FEW_DAYS:
        days.append(claim.date.start)
    stages: list[Stage] = ["ahead"] if claim.modality not in ("occurred", "denied") else []
    if claim.modality in ("occurred", "agreed") and claim.event_type in rules().staged | rules().exchanges:
        stages.append("held")
    return ((stage, str(week_of(day))) for stage in stages for day in days if day is not None)


def _aspects(claim: Claim) -> Iterator[tuple[str, str]]:
    named = {name for name in (claim.speaker, claim.place, *claim.participants) if name}
    names = {*named, *(name.split(" ")[0] for name in named)}
    for aspect in claim.aspects:
        name = aspect.partition("=")[0]
        if name != _TOLD.removesuffix("="):
            yield from ((name, named) for named in names)

"""Events beyond the one that is looked at: those of a type, and the stages of a larger one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Protocol

from workbench.models import Claim, Event, Publication

_TOLD = "told="
_FEW_DAYS = 7


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

    def of_type(self, event_type: str, naming: str | None = None) -> Sequence[Event]:
        """Events one of whose claims tells of that type (and names that participant), by id."""
        ...

    def children(self, event: str) -> Sequence[Event]:
        """The stages of the event with this id, by id."""
        ...

    def on_day(self, event_type: str, day: date) -> Sequence[Event]:
        """Events one of whose claims tells of that type and was told or begins that day, by id."""
        ...

    def stating(self, aspect: str, naming: str | None = None) -> Sequence[Event]:
        """Events one of whose claims states that aspect (and names that party or place), by id."""
        ...

    def in_month(self, event_type: str, place: str, month: int) -> Sequence[Event]:
        """Events of that type and region dated to a day or a month of that name in any year, by id."""
        ...


class EventIndex:
    """A lookup over events that are all at hand."""

    def __init__(
        self,
        events: Sequence[Event],
        claims: Mapping[str, Claim],
        sources: Mapping[str, Published] | None = None,
    ) -> None:
        self._by_type: dict[tuple[str, str | None], list[Event]] = defaultdict(list)
        self._by_parent: dict[str, list[Event]] = defaultdict(list)
        self._by_day: dict[tuple[str, date], list[Event]] = defaultdict(list)
        self._by_aspect: dict[tuple[str, str | None], list[Event]] = defaultdict(list)
        self._by_month: dict[tuple[str, str, int], list[Event]] = defaultdict(list)
        for event in sorted(events, key=lambda e: e.id):
            for key in _keys(event, claims):
                self._by_type[key].append(event)
            held = [claims[claim] for claim in event.claims if claim in claims]
            for when in {key for claim in held for key in _days(claim, sources or {})}:
                self._by_day[when].append(event)
            for aspect in {key for claim in held for key in _aspects(claim)}:
                self._by_aspect[aspect].append(event)
            if event.place and event.date and event.date.precision in ("day", "month"):
                month = (event.event_type, _region(event.place), event.date.start.month)
                self._by_month[month].append(event)
            if event.parent is not None:
                self._by_parent[event.parent].append(event)

    def of_type(self, event_type: str, naming: str | None = None) -> Sequence[Event]:
        """Events one of whose claims tells of that type (and names that participant), by id."""
        return self._by_type.get((event_type, naming), ())

    def children(self, event: str) -> Sequence[Event]:
        """The stages of the event with this id, by id."""
        return self._by_parent.get(event, ())

    def on_day(self, event_type: str, day: date) -> Sequence[Event]:
        """Events one of whose claims tells of that type and was told or begins that day, by id."""
        return self._by_day.get((event_type, day), ())

    def stating(self, aspect: str, naming: str | None = None) -> Sequence[Event]:
        """Events one of whose claims states that aspect (and names that party or place), by id."""
        return self._by_aspect.get((aspect, naming), ())

    def in_month(self, event_type: str, place: str, month: int) -> Sequence[Event]:
        """Events of that type and region dated to a day or a month of that name in any year, by id."""
        return self._by_month.get((event_type, _region(place), month), ())


def _region(place: str) -> str:
    """The widest part of a place: "Bolu" for "Bolu/Kartalkaya"."""
    return place.partition("/")[0]


def _keys(event: Event, claims: Mapping[str, Claim]) -> set[tuple[str, str | None]]:
    held = [claims[claim] for claim in event.claims if claim in claims]
    names = {name for claim in held for name in claim.participants}
    types = {event.event_type, *(claim.event_type for claim in held)}
    return {(kind, name) for kind in types for name in (None, *names)}


def _days(claim: Claim, sources: Mapping[str, Published]) -> Iterator[tuple[str, date]]:
    told = told_day(claim, sources)
    if told is not None:
        yield claim.event_type, told
    if claim.date is not None and (claim.date.end - claim.date.start).days < _FEW_DAYS:
        yield claim.event_type, claim.date.start


def _aspects(claim: Claim) -> Iterator[tuple[str, str | None]]:
    named = {name for name in (claim.speaker, claim.place, *claim.participants) if name}
    names = {None, *named, *(name.split(" ")[0] for name in named)}
    for aspect in claim.aspects:
        name = aspect.partition("=")[0]
        if name != _TOLD.removesuffix("="):
            yield from ((name, named) for named in names)

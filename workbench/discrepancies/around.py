"""Events beyond the one that is looked at: those of a type, and the stages of a larger one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

from workbench.models import Claim, Event


class Lookup(Protocol):
    """Finds events by what checks beyond one event ask for; a store may answer from its own index."""

    def of_type(self, event_type: str, naming: str | None = None) -> Sequence[Event]:
        """Events one of whose claims tells of that type (and names that participant), by id."""
        ...

    def children(self, event: str) -> Sequence[Event]:
        """The stages of the event with this id, by id."""
        ...


class EventIndex:
    """A lookup over events that are all at hand."""

    def __init__(self, events: Sequence[Event], claims: Mapping[str, Claim]) -> None:
        self._by_type: dict[tuple[str, str | None], list[Event]] = defaultdict(list)
        self._by_parent: dict[str, list[Event]] = defaultdict(list)
        for event in sorted(events, key=lambda e: e.id):
            for key in _keys(event, claims):
                self._by_type[key].append(event)
            if event.parent is not None:
                self._by_parent[event.parent].append(event)

    def of_type(self, event_type: str, naming: str | None = None) -> Sequence[Event]:
        """Events one of whose claims tells of that type (and names that participant), by id."""
        return self._by_type.get((event_type, naming), ())

    def children(self, event: str) -> Sequence[Event]:
        """The stages of the event with this id, by id."""
        return self._by_parent.get(event, ())


def _keys(event: Event, claims: Mapping[str, Claim]) -> set[tuple[str, str | None]]:
    held = [claims[claim] for claim in event.claims if claim in claims]
    names = {name for claim in held for name in claim.participants}
    types = {event.event_type, *(claim.event_type for claim in held)}
    return {(kind, name) for kind in types for name in (None, *names)}

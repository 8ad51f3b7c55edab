"""Which event is a stage of which: found by the queries of `events.stages`, in whatever holds the events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from workbench.events.outlines import Outline, outline
from workbench.events.stages import Query, asks, membership, offers
from workbench.models import Claim, Event


class Wholes:
    """Finds the whole of an event with `find`, as far as the outlines of events tell."""

    def __init__(
        self, find: Callable[[Query], Sequence[Event]], outlined: Callable[[Event], Outline]
    ) -> None:
        self._find = find
        self._outlined = outlined

    def placed(self, event: Event) -> Event:
        """The event with the parent that it has by what is known of the others."""
        own = self._outlined(event)
        near = {other.id: other for query in sorted(asks(own)) for other in self._find(query)}
        found = membership(own, [self._outlined(near[name]) for name in sorted(near) if name != event.id])
        parent = found.whole if found else None
        return event if event.parent == parent else replace(event, parent=parent)


def placed(events: Iterable[Event], claims: Mapping[str, Claim]) -> list[Event]:
    """All events, each with its parent among them."""
    given = list(events)
    outlines = {event.id: outline(event, claims) for event in given}
    filed: dict[Query, list[Event]] = defaultdict(list)
    for event in given:
        for query in offers(outlines[event.id]):
            filed[query].append(event)
    wholes = Wholes(lambda query: filed.get(query, ()), lambda event: outlines[event.id])
    return [wholes.placed(event) for event in given]

"""Which event is a stage of which: found by the queries of `events.stages`, in whatever holds the events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workbench.decisions.parents import Parents, named_claims
from workbench.events.outlines import Outline, outline
from workbench.events.stages import Query, asks, membership, offers, stands_above
from workbench.models import Claim, Decision, Event


@dataclass(frozen=True, slots=True)
class Said:
    """What reviewers say of parents, with the events of which they say it by id."""

    parents: Parents = field(default_factory=lambda: Parents((), {}))
    events: Mapping[str, Event] = field(default_factory=dict)


class Wholes:
    """Finds the whole of an event with `find`, as far as the outlines of events tell.

    What reviewers say stands above that. The matcher puts nothing under an event that is not above all
    that reviewers put under it: so no event comes to be a stage of its own stage.
    """

    def __init__(
        self,
        find: Callable[[Query], Sequence[Event]],
        outlined: Callable[[Event], Outline],
        said: Said | None = None,
    ) -> None:
        self._find = find
        self._outlined = outlined
        self._said = said or Said()

    def placed(self, event: Event) -> Event:
        """The event with the parent that it has by what is known of the others."""
        appointed = self._said.parents.of(event.id)
        parent = appointed.whole if appointed else self._found(event)
        return event if event.parent == parent else replace(event, parent=parent)

    def _found(self, event: Event) -> str | None:
        own = self._outlined(event)
        near = {other.id: other for query in sorted(asks(own)) for other in self._find(query)}
        wholes = [self._outlined(near[name]) for name in sorted(near) if name != event.id]
        for name in self._said.parents.under(event.id):
            under = self._outlined(self._said.events[name])
            wholes = [whole for whole in wholes if stands_above(whole, under)]
        found = membership(own, wholes)
        return found.whole if found else None


def placed(events: Iterable[Event], claims: Mapping[str, Claim], log: Sequence[Decision] = ()) -> list[Event]:
    """All events, each with its parent among them; `log` has what reviewers said of them."""
    given = list(events)
    outlines = {event.id: outline(event, claims) for event in given}
    filed: dict[Query, list[Event]] = defaultdict(list)
    for event in given:
        for query in offers(outlines[event.id]):
            filed[query].append(event)
    wholes = Wholes(lambda query: filed.get(query, ()), lambda event: outlines[event.id], said_of(given, log))
    return [wholes.placed(event) for event in given]


def said_of(events: Iterable[Event], log: Sequence[Decision]) -> Said:
    """What the entries say of the parents of these events."""
    named = named_claims(log)
    if not named:
        return Said()
    known = [event for event in events if not named.isdisjoint(event.claims)]
    event_of = {claim: event.id for event in known for claim in event.claims if claim in named}
    return Said(Parents(log, event_of), {event.id: event for event in known})

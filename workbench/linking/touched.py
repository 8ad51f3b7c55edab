"""The claims that are grouped again because of new ones, with their events, features and links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from workbench.decisions.contradictions import together
from workbench.events.arriving import Pair, pair
from workbench.events.codec import decoded
from workbench.events.features import Features
from workbench.events.grouping import settled
from workbench.models import Event, Link
from workbench.store import Store


class Touched:
    """Claims of the store, always with all of their events and with what reviewers put together with them.

    A claim that does not tell which one of its kind it means may be kept out of one event by being as
    like another: all that it is linked to is taken with it.
    """

    def __init__(self, store: Store, items: Mapping[str, Features]) -> None:
        """`items` are features that are at hand already."""
        self._store = store
        self._items = dict(items)
        self._linked: dict[str, set[str]] = defaultdict(set)
        self._scores: dict[Pair, float] = {}
        self.event_of: dict[str, str] = {}
        self.events: dict[str, Event] = {}

    def add(self, claims: Iterable[str]) -> None:
        """Takes these claims in."""
        waiting = set(claims) - self.event_of.keys()
        while waiting:
            new = self._whole(waiting)
            self._read(new)
            unsure = [claim for claim in new if not settled(self._items[claim])]
            waiting = self.linked_to(unsure)

    def linked_to(self, claims: Iterable[str]) -> set[str]:
        """The claims that are not taken in yet and that these are linked to."""
        found = {other for claim in claims for other in self._linked.get(claim, ())}
        return found - self.event_of.keys()

    def items(self) -> list[Features]:
        """The features of the claims that are taken in."""
        return [self._items[claim] for claim in self.event_of]

    def links(self) -> list[Link]:
        """The links between claims that are taken in."""
        held = self.event_of
        return [Link(a, b, score) for (a, b), score in self._scores.items() if a in held and b in held]

    def _whole(self, claims: Collection[str]) -> set[str]:
        """The claims taken in: those of these claims' events and what reviewers put together with them."""
        added: set[str] = set()
        waiting = set(claims)
        while waiting:
            ids = set(self._store.event_of(waiting).values()) - self.events.keys()
            events = self._store.events_by_id(ids)
            new = {claim: event.id for event in events for claim in event.claims}
            self.events |= {event.id: event for event in events}
            self.event_of |= new
            added |= new.keys()
            groups = together(self._store.decisions_on_claims(new))
            waiting = {claim for group in groups for claim in group} - self.event_of.keys()
            waiting = set(self._store.event_of(waiting)) if waiting else waiting
        return added

    def _read(self, claims: Collection[str]) -> None:
        wanted = set(claims) - self._items.keys()
        self._items |= {one: decoded(content) for one, content in self._store.features(wanted).items()}
        for link in self._store.links_of(claims):
            self._scores[pair(link.a, link.b)] = link.score
            self._linked[link.a].add(link.b)
            self._linked[link.b].add(link.a)

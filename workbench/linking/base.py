"""The events of the store as they will be once a change is written, read as far as somebody asks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from workbench.discrepancies.around import Query, answers
from workbench.events.outlines import Outline, outline
from workbench.linking.keeping import stored_key
from workbench.models import Claim, Decision, Event
from workbench.store import SourceRow, Store


class Base:
    """The events of the store without those that are `gone`, and with those added.

    `claims` and `sources` hold what belongs to the events that were found so far.
    """

    def __init__(self, store: Store, gone: Collection[str]) -> None:
        self._store = store
        self._gone = frozenset(gone)
        self._added: dict[str, Event] = {}
        self._events: dict[str, Event] = {}
        self._answers: dict[str, set[Query]] = {}
        self._outlines: dict[str, Outline] = {}
        self._stored: dict[int, list[str]] = {}
        """Key to the events that stay and offer it, as far as read."""
        self._offered: dict[Query, set[str]] = {}
        """Query to the added events that answer it."""
        self.claims: dict[str, Claim] = {}
        self.sources: dict[str, SourceRow] = {}

    def take(self, claims: Iterable[Claim]) -> None:
        """Makes claims known, with their sources."""
        held = {claim.id: claim for claim in claims}
        self.claims |= held
        wanted = {claim.source for claim in held.values()} - self.sources.keys()
        if wanted:
            self.sources |= {row.id: row for row in self._store.source_rows(wanted)}

    def load_claims(self, claims: Iterable[str]) -> None:
        """Reads those of these claims that are not known yet."""
        wanted = set(claims) - self.claims.keys()
        if wanted:
            self.take(self._store.claims_by_id(sorted(wanted)).values())

    def add(self, events: Iterable[Event]) -> None:
        """Puts new events in, or others in the stead of those with their ids; their claims are known."""
        for event in events:
            if event.id in self._added:
                for query in self._answered(event.id):
                    self._offered[query].discard(event.id)
            self._added[event.id] = event
            self._know(event)
            for query in self._answered(event.id):
                self._offered.setdefault(query, set()).add(event.id)

    def find(self, query: Query) -> Sequence[Event]:
        """The events that answer a query, by id."""
        key = stored_key(query)
        if key not in self._stored:
            self.foresee([key])
        stored = (name for name in self._stored[key] if name not in self._added)
        names = [name for name in stored if query in self._answered(name)]
        return [self._events[name] for name in sorted((*names, *self._offered.get(query, ())))]

    def offering(self, query: Query) -> Sequence[Event]:
        """The added events that answer a query, by id."""
        return [self._events[name] for name in sorted(self._offered.get(query, ()))]

    def outline(self, event: Event) -> Outline:
        """What an event is to those that may be its stages, or of which it may be one; found once."""
        if event.id not in self._outlines:
            self._outlines[event.id] = outline(event, self.claims)
        return self._outlines[event.id]

    def asking(self, keys: Collection[int]) -> list[tuple[Event, set[int]]]:
        """The events that stay and asked for any of these keys, by id; with those."""
        asked: dict[str, set[int]] = {}
        for key, names in self._store.reaching(keys, asks=True).items():
            for name in names:
                if name not in self._gone and name not in self._added:
                    asked.setdefault(name, set()).add(key)
        self._load(asked)
        return [(self._events[name], asked[name]) for name in sorted(asked)]

    def holding(self, claims: Iterable[str]) -> list[Event]:
        """The events that hold any of these claims, by id."""
        wanted = set(claims)
        added = {event.id for event in self._added.values() if not wanted.isdisjoint(event.claims)}
        wanted -= {claim for name in added for claim in self._events[name].claims}
        stored = set(self._store.event_of(wanted).values()) - self._gone if wanted else set()
        self._load(stored)
        return [self._events[name] for name in sorted(stored | added)]

    def decisions_on(self, claims: Iterable[str]) -> list[Decision]:
        """The entries of the log that were taken on any of these claims, oldest first."""
        return self._store.decisions_on_claims(claims)

    def asked(self, events: Iterable[str]) -> frozenset[int]:
        """What these events of the store asked for, as keys."""
        return frozenset(key for reach in self._store.reaches(events) for key in reach.asks)

    def foresee(self, keys: Collection[int]) -> None:
        """Reads in one go what will be asked for one by one."""
        stored = self._store.reaching(keys, asks=False)
        for key in keys:
            self._stored[key] = [name for name in stored.get(key, ()) if name not in self._gone]
        self._load(name for key in keys for name in self._stored[key])

    def _load(self, names: Iterable[str]) -> None:
        wanted = set(names) - self._events.keys()
        events = self._store.events_by_id(wanted) if wanted else ()
        self.load_claims(claim for event in events for claim in event.claims)
        for event in events:
            self._know(event)

    def _know(self, event: Event) -> None:
        self._events[event.id] = event
        self._answers.pop(event.id, None)
        self._outlines.pop(event.id, None)

    def _answered(self, name: str) -> set[Query]:
        if name not in self._answers:
            self._answers[name] = answers(self._events[name], self.claims, self.sources)
        return self._answers[name]

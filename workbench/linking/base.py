"""The events of the store as they will be once a change is written, read as far as somebody asks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from workbench.discrepancies.around import Query, answers
from workbench.linking.keeping import stored_key, stored_keys
from workbench.models import Claim, Event
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
        self._filed: dict[int, list[str]] = {}
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
        self._filed.clear()
        for event in events:
            self._added[event.id] = event
            self._know(event)

    def find(self, query: Query) -> Sequence[Event]:
        """The events that answer a query, by id."""
        key = stored_key(query)
        if key not in self._filed:
            stored = self._store.reaching([key], asks=False).get(key, [])
            names = [name for name in stored if name not in self._gone and name not in self._added]
            self._load(names)
            self._filed[key] = sorted({*names, *self._added})
        return [self._events[name] for name in self._filed[key] if query in self._answers[name]]

    def askers(self, gone: Sequence[str]) -> list[Event]:
        """The events that stay and asked for something that events `gone` or added answer."""
        offered = {key for reach in self._store.reaches(gone) for key in reach.offers}
        offered |= {key for name in self._added for key in stored_keys(self._answers[name])}
        return self.asking(offered)

    def asking(self, keys: Collection[int]) -> list[Event]:
        """The events that stay and asked for any of these keys."""
        asking = self._store.reaching(keys, asks=True)
        names = {name for several in asking.values() for name in several}
        found = sorted(name for name in names if name not in self._gone and name not in self._added)
        self._load(found)
        return [self._events[name] for name in found]

    def _load(self, names: Iterable[str]) -> None:
        events = self._store.events_by_id(set(names) - self._events.keys())
        self.load_claims(claim for event in events for claim in event.claims)
        for event in events:
            self._know(event)

    def _know(self, event: Event) -> None:
        self._events[event.id] = event
        self._answers[event.id] = answers(event, self.claims, self.sources)

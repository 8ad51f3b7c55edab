"""Events with all that is known of them, read page by page and reconciled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from itertools import chain

from workbench.decisions.log import REGROUPING, Verdicts, in_effect
from workbench.decisions.policies import Policy
from workbench.exporting.choices import pages
from workbench.models import Claim, Decision, Discrepancy, Event
from workbench.records.dossier import Dossier
from workbench.records.reconcile import reconcile
from workbench.records.record import Record
from workbench.store import SourceRow, Store

SOURCES_KEPT = 20_000
"""Articles of which is kept what rows say of them: those of one page are often met on the next."""
TEXTS_KEPT = 64
"""Articles of which the text is kept: an event and the next one are often told by the same."""


class Sources(dict[str, SourceRow]):
    """The articles that rows name, read as they are met."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store

    def learn(self, ids: Iterable[str]) -> None:
        """Reads those that are not known yet."""
        unknown = {one for one in ids if one not in self}
        if unknown:
            self.update((row.id, row) for row in self._store.source_rows(unknown))


class Log:
    """The log of decisions, cut by what its entries are about: few of them bear on one event."""

    def __init__(self, entries: Sequence[Decision]) -> None:
        self.verdicts = Verdicts(entries)
        self._entries = entries
        self._naming: defaultdict[str, list[Decision]] = defaultdict(list)
        self._places = {entry.id: place for place, entry in enumerate(entries)}
        self._regrouping = {entry.id for entry in in_effect(entries) if entry.kind in REGROUPING}
        for entry in entries:
            for name in {entry.discrepancy, *entry.claims}:
                self._naming[name].append(entry)

    def around(self, event: Event, found: Sequence[Discrepancy]) -> list[Decision]:
        """The entries on an event and its discrepancies, in the log's order.

        Of what reviewers said of which claims it belongs with, what they took back is left out.
        """
        names = [*[one.id for one in found], *event.claims]
        if self._naming.keys().isdisjoint(names):
            return []
        entries = {entry.id: entry for name in names for entry in self._naming.get(name, ())}
        subjects = {(one.attribute, one.key) for one in found}
        on_it = [
            entry
            for entry in entries.values()
            if entry.id in self._regrouping or (entry.attribute, entry.key) in subjects
        ]
        return sorted(on_it, key=lambda entry: self._places[entry.id])

    def with_corrections(
        self, event: Event, found: Sequence[Discrepancy], claims: Sequence[Claim]
    ) -> list[Decision]:
        """The same, and the entries by which the event's claims stand as they do."""
        corrected = {key for claim in claims for key in claim.corrected_by}
        places = {self._places[entry.id] for entry in self.around(event, found)}
        places |= {self._places[key] for key in corrected if key in self._places}
        return [self._entries[place] for place in sorted(places)]


class Known:
    """What is read once of all that rows are made of: the log, and articles as they are met."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sources = Sources(store)
        self.offices = lru_cache(TEXTS_KEPT)(self._offices)

    def _offices(self, source: str, language: str) -> Collection[str]:
        from workbench.records.voices import in_office  # exports without a policy start without it

        return in_office(self._store.claims(source=source), language)

    @cached_property
    def log(self) -> Log:
        """The whole log."""
        return Log(self._store.decisions())

    def learn(self, sources: Iterable[str]) -> Sources:
        """Articles among which are these; they stay with who holds them when others have taken their room."""
        if len(self._sources) > SOURCES_KEPT:
            self._sources = Sources(self._store)
        self._sources.learn(sources)
        return self._sources


def dossiers(
    store: Store, ids: Sequence[str], today: date, policy: Policy | None = None, known: Known | None = None
) -> Iterator[Dossier]:
    """The events of these ids, in their order; `policy` chooses where nobody has decided.

    `known` spares reading the whole log again.
    """
    text = lru_cache(TEXTS_KEPT)(store.source_text)
    for page in _read(store, ids, known):
        wholes = page.wholes()
        for event in page.events:
            yield page.dossier(event, page.record(event, today, policy), wholes, text, today)


def records(
    store: Store, ids: Sequence[str], today: date, policy: Policy | None = None, known: Known | None = None
) -> Iterator[Record]:
    """The records of `dossiers`, without what else is known of the events."""
    brief = policy is None or not policy.acts
    for page in _read(store, ids, known, brief=brief):
        for event in page.events:
            yield page.record(event, today, policy)


def _read(store: Store, ids: Sequence[str], known: Known | None, *, brief: bool = False) -> Iterator[_Page]:
    """Events in pages; `brief` leaves out of their claims what only policies and dossiers need."""
    known = known or Known(store)
    for page in pages(ids):
        if brief:
            told = store.brief_events(page)
            events, claims = [event for event, _ in told], {event.id: claims for event, claims in told}
        else:
            by_id = {event.id: event for event in store.events_by_id(page)}
            events, claims = [by_id[one] for one in page], store.claims_of_events(page)
        found = store.discrepancies_of_events(page)
        named = [claim.source for several in claims.values() for claim in several]
        named += [value.source for several in found.values() for one in several for value in one.values]
        yield _Page(store, events, claims, found, known.learn(named), known.log, known.offices)


@dataclass(frozen=True, slots=True)
class _Page:
    """Events that are read together, with what is known of them."""

    store: Store
    events: Sequence[Event]
    claims: Mapping[str, Sequence[Claim]]
    found: Mapping[str, Sequence[Discrepancy]]
    sources: Sources
    log: Log
    offices: Callable[[str, str], Collection[str]]
    """Who holds an office by an article of that language."""

    def record(self, event: Event, today: date, policy: Policy | None) -> Record:
        """The event reconciled."""
        claims, found = self.claims.get(event.id, ()), self.found.get(event.id, ())
        decisions, verdicts = self.log.around(event, found), self.log.verdicts
        return reconcile(
            event,
            claims,
            found,
            decisions,
            self.sources,
            today=today,
            policy=policy,
            verdicts=verdicts,
            holders=lambda source: self.offices(source, self.sources[source].language),
        )

    def wholes(self) -> Mapping[str, Event]:
        """The events of the page and those that they are stages of, by their ids."""
        events = {event.id: event for event in self.events}
        parents = {event.parent for event in self.events if event.parent}
        return events | {one.id: one for one in self.store.events_by_id(parents - events.keys())}

    def dossier(
        self,
        event: Event,
        record: Record,
        wholes: Mapping[str, Event],
        text: Callable[[str], str],
        today: date,
    ) -> Dossier:
        """All that is known of an event, a stage of one of `wholes` if it is one."""
        claims, found = self.claims.get(event.id, ()), self.found.get(event.id, ())
        verdicts = self.log.verdicts
        return Dossier(
            record=record,
            event=event,
            claims=tuple(claims),
            others=tuple(self._others(event, found)),
            discrepancies=tuple(found),
            statuses={one.id: verdicts.status(one, today) for one in found},
            in_force={one.id: entry for one in found if (entry := verdicts.in_force(one))},
            decisions=tuple(self.log.with_corrections(event, found, claims)),
            sources=self.sources,
            whole=wholes.get(event.parent or ""),
            text=text,
        )

    def _others(self, event: Event, found: Sequence[Discrepancy]) -> Sequence[Claim]:
        """The claims of other events that its values come from; reads the articles of all that is named."""
        values = [value for one in found for value in one.values]
        strange = {value.claim for value in values} - set(event.claims)
        others = list(self.store.claims_by_id(strange).values()) if strange else []
        named = {value.origin for value in values} | {event.first_source}
        self.sources.learn(chain((one.source for one in others), filter(None, named)))
        return others

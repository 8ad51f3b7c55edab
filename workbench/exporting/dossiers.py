"""Events with all that is known of them, read page by page and reconciled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain

from workbench.decisions.log import REGROUPING, Verdicts, in_effect
from workbench.decisions.policies import Policy
from workbench.exporting.choices import pages
from workbench.models import Claim, Decision, Discrepancy, Event
from workbench.records.dossier import Dossier
from workbench.records.reconcile import reconcile
from workbench.store import SourceRow, Store

TEXTS_KEPT = 64
"""Articles of which the text is kept: an event and the next one are often told by the same."""


class Sources(dict[str, SourceRow]):
    """The articles that rows name, read as they are met and kept."""

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
        self._by_subject: defaultdict[tuple[str, str], list[Decision]] = defaultdict(list)
        self._by_claim: defaultdict[str, list[Decision]] = defaultdict(list)
        self._places = {entry.id: place for place, entry in enumerate(entries)}
        for entry in entries:
            self._by_subject[entry.attribute, entry.key].append(entry)
        for entry in in_effect(entries):
            for claim in entry.claims if entry.kind in REGROUPING else ():
                self._by_claim[claim].append(entry)

    def about(self, discrepancy: Discrepancy) -> list[Decision]:
        """The entries that can bear on a discrepancy, in the log's order."""
        return self._by_subject[discrepancy.attribute, discrepancy.key]

    def around(self, event: Event, found: Sequence[Discrepancy]) -> list[Decision]:
        """The entries that can bear on an event, in the log's order.

        Of what reviewers said of which claims it belongs with, what they took back is left out.
        """
        entries = [entry for one in found for entry in self.about(one)]
        entries += [entry for claim in event.claims for entry in self._by_claim.get(claim, ())]
        return sorted(dict.fromkeys(entries), key=lambda entry: self._places[entry.id])


def dossiers(
    store: Store, ids: Sequence[str], today: date, policy: Policy | None = None, *, log: Log | None = None
) -> Iterator[Dossier]:
    """The events of these ids, in their order; `policy` chooses where nobody has decided.

    `log` spares reading the whole log again.
    """
    reader = _Reader(store, Sources(store), log or Log(store.decisions()), today, policy)
    text = lru_cache(TEXTS_KEPT)(store.source_text)
    for page in pages(ids):
        events = {event.id: event for event in store.events_by_id(page)}
        parents = {event.parent for event in events.values() if event.parent}
        wholes = events | {one.id: one for one in store.events_by_id(parents - events.keys())}
        for event in (events[key] for key in page):
            yield reader.dossier(event, wholes.get(event.parent or ""), text)


@dataclass(frozen=True, slots=True)
class _Reader:
    """What all dossiers of an export are read with."""

    store: Store
    sources: Sources
    log: Log
    today: date
    policy: Policy | None

    def dossier(self, event: Event, whole: Event | None, text: Callable[[str], str]) -> Dossier:
        """All that is known of an event, a stage of `whole` if that is one."""
        claims, found = self.store.claims(event=event.id), self.store.discrepancies(event=event.id)
        others = self._learn(event, claims, found)
        decisions = self.log.around(event, found)
        verdicts = Verdicts(decisions)
        ids, members = {one.id for one in found}, set(event.claims)
        return Dossier(
            record=reconcile(
                event, claims, found, decisions, self.sources, today=self.today, policy=self.policy
            ),
            event=event,
            claims=tuple(claims),
            others=tuple(others),
            discrepancies=tuple(found),
            statuses={one.id: verdicts.status(one, self.today) for one in found},
            in_force={one.id: entry for one in found if (entry := verdicts.in_force(one))},
            decisions=tuple(
                one for one in decisions if one.discrepancy in ids or not members.isdisjoint(one.claims)
            ),
            sources=self.sources,
            whole=whole,
            text=text,
        )

    def _learn(self, event: Event, claims: Sequence[Claim], found: Sequence[Discrepancy]) -> Sequence[Claim]:
        """Reads the articles that its values come from; gives the claims of other events among those."""
        values = [value for one in found for value in one.values]
        strange = {value.claim for value in values} - set(event.claims)
        others = list(self.store.claims_by_id(strange).values()) if strange else []
        named = {value.origin for value in values} | {event.first_source}
        self.sources.learn(chain((one.source for one in (*claims, *others)), filter(None, named)))
        return others

"""The part of the Store that linking claims asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from workbench.models import Decision, Discrepancy, Event, Link, Verdict
from workbench.store import event_search, log_reading, matched, matching, reading
from workbench.store.connection import Connection
from workbench.store.matched import Reach, Standing
from workbench.store.matching import Change, Index
from workbench.store.rows import SourceRow, as_json
from workbench.store.writing import Judge


class MatchingStore(Connection):
    """Reads and writes of the matching, whole or as far as one article touches it."""

    def replace_matching(
        self,
        events: Sequence[Event],
        links: Iterable[Link],
        discrepancies: Sequence[Discrepancy],
        judge: Judge | None = None,
        *,
        index: Index | None = None,
    ) -> None:
        """Swaps everything derived from claims; the log stays.

        `judge` gives the discrepancies' statuses from the log as it is at that moment; without it,
        one that comes back under its id keeps its status. Without an `index`, nothing can be linked to
        this matching: the next one is made anew. Raises StoreError where a claim, source, event or
        parent is named that is not there.
        """
        with self._writing() as db:
            matching.replace_matching(db, events, links, discrepancies, judge, index)

    def change_matching(self, change: Change, judge: Judge) -> bool:
        """Writes a change; false, and nothing changed, where another program changed the matching before.

        Raises StoreError as `replace_matching` does.
        """
        with self._writing() as db:
            return matching.change_matching(db, change, judge)

    def standing(self) -> Standing:
        """Who made the matching, and how much is in it."""
        with self._reading() as db:
            return matched.standing(db)

    def verdicts(self) -> dict[Verdict, int]:
        """How many discrepancies there are of each verdict."""
        with self._reading() as db:
            return matched.verdicts(db)

    def sources_to_link(self) -> list[str]:
        """The ids of sources whose claims are not in the matching, or have to be linked again."""
        with self._reading() as db:
            return matched.sources_to_link(db)

    def claims_to_link(self) -> int:
        """How many claims are not in the matching yet."""
        with self._reading() as db:
            return matched.claims_to_link(db)

    def source_rows(self, ids: Iterable[str]) -> list[SourceRow]:
        """Those of these sources that exist, without their text, ordered by file and id."""
        with self._reading() as db:
            condition = "WHERE id IN (SELECT value FROM json_each(?))"
            return reading.source_rows(db, condition, (as_json(sorted(set(ids))),))

    def block_sizes(self, keys: Iterable[int]) -> dict[int, int]:
        """How many claims have each of these keys, where they are too many to be compared."""
        with self._reading() as db:
            return matched.block_sizes(db, keys)

    def blocks(self, keys: Iterable[int]) -> dict[int, list[str]]:
        """The claims that have each of these keys; no entry where none has it."""
        with self._reading() as db:
            return matched.blocks(db, keys)

    def features(self, claims: Iterable[str]) -> dict[str, bytes]:
        """The encoded features of those of these claims that are in the matching."""
        with self._reading() as db:
            return matched.features(db, claims)

    def links_of(self, claims: Iterable[str]) -> list[Link]:
        """Every link of these claims, to whatever claim, by their ids."""
        with self._reading() as db:
            return matched.links_of(db, claims)

    def links(self, event: str | None = None) -> list[Link]:
        """Links by their claims' ids, without parts; with `event`, those between two of its claims."""
        with self._reading() as db:
            return matched.links(db, event)

    def event_of(self, claims: Iterable[str]) -> dict[str, str]:
        """Claim id to event id, for those of these claims that are in an event."""
        with self._reading() as db:
            return matched.event_of(db, claims)

    def events_by_id(self, ids: Iterable[str]) -> list[Event]:
        """Those of these events that exist."""
        with self._reading() as db:
            return reading.events(db, sorted(set(ids)))

    def find_events(self, query: str, *, near: date | None = None, limit: int = 50) -> list[Event]:
        """Up to `limit` events that hold all words of the query, those nearest to the day `near` first.

        Words of an event's name, type, place, participants and dates count, then those of its claims; the
        last one may be the beginning of a word. Without words, the events nearest to that day.
        """
        with self._reading() as db:
            ids = event_search.find_events(db, query, near, limit)
            found = {event.id: event for event in reading.events(db, ids)}
        return [found[one] for one in ids]

    def linked_events(self, event: str, *, limit: int = 10) -> list[Event]:
        """Other events with claims that are linked to this one's, those with the most links first."""
        with self._reading() as db:
            ids = event_search.linked_events(db, event, limit)
            found = {one.id: one for one in reading.events(db, ids)}
        return [found[one] for one in ids]

    def reaching(self, keys: Iterable[int], *, asks: bool) -> dict[int, list[str]]:
        """The events that ask for (or else offer) each of these keys; a key without any is left out."""
        with self._reading() as db:
            return matched.reaching(db, keys, asks=asks)

    def reaches(self, events: Iterable[str]) -> list[Reach]:
        """What these events ask for and offer; one without either is left out."""
        with self._reading() as db:
            return matched.reaches(db, events)

    def decisions_on_claims(self, claims: Iterable[str]) -> list[Decision]:
        """The entries of the log that were taken on any of these claims, oldest first."""
        with self._reading() as db:
            return log_reading.decisions_on_claims(db, claims)

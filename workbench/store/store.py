"""The Store: every read and every write that the rest of the program asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from workbench.models import Claim, Decision, Discrepancy, Event, Status
from workbench.store import checks, judged, log_reading, reading, reviewed, search, writing
from workbench.store.activity import ActivityStore
from workbench.store.article_store import ArticleStore
from workbench.store.care_store import CareStore
from workbench.store.chosen import ChosenStore
from workbench.store.feeds import FeedStore
from workbench.store.log_store import LogStore
from workbench.store.matching_store import MatchingStore
from workbench.store.merging import MergingStore
from workbench.store.opening import connect
from workbench.store.overview import OverviewStore
from workbench.store.queue_store import QueueStore
from workbench.store.retrievals import RetrievalStore
from workbench.store.rows import SearchHit
from workbench.store.stamp import Stamp, stamp
from workbench.store.statistics import StatisticsStore
from workbench.store.tracing import TracingStore
from workbench.store.writing import Check, Judge

if TYPE_CHECKING:
    from sqlite_utils import Database


def open_store(path: Path, *, create: bool = True, cache_kib: int | None = None) -> Store:
    """Opens a database, made where it is missing (unless `create` is false) and brought up to date.

    `cache_kib` is the memory for its pages in KiB (None: what matching needs).

    Raises StoreError where the path is a folder, is missing and not to be made, is not a
    database of this program, or was written by a newer version of it.
    """
    return Store(path, connect(path, create=create, cache_kib=cache_kib))


class Store(
    ArticleStore,
    MatchingStore,
    TracingStore,
    LogStore,
    QueueStore,
    ActivityStore,
    OverviewStore,
    ChosenStore,
    RetrievalStore,
    FeedStore,
    MergingStore,
    CareStore,
    StatisticsStore,
):
    """One connection to a database; it belongs to the thread that opened it.

    Every writing method is one transaction: after a crash all of it is there, or nothing.
    Every method raises StoreError where the database cannot be read or written.
    """

    def append_decision(
        self,
        decision: Decision,
        judge: Judge | None = None,
        check: Check | None = None,
        *,
        regroups: bool = False,
    ) -> Mapping[str, Status]:
        """Adds a decision at the end of the log; StoreError where its id is there already.

        `judge` gives the statuses of the discrepancies that the decision can bear on, from the
        entries that can bear on them. They are written with it, and returned. `check` may read
        the store as it is before; where it raises, nothing is written. With `regroups`, what its
        claims are linked to is grouped again at the next matching.
        """
        with self._writing() as db:
            return writing.append_decision(db, decision, judge, check, regroups=regroups)

    def set_status(self, statuses: Mapping[str, Status]) -> None:
        """Sets the status of those of these discrepancies that exist."""
        with self._writing() as db:
            writing.set_status(db, statuses)

    def claims(self, *, source: str | None = None, event: str | None = None) -> list[Claim]:
        """Claims of everything, one source or one event, ordered by (source file, source, start, id)."""
        with self._reading() as db:
            return reading.claims(db, source=source, event=event)

    def claims_page(self, after: str | None = None, *, limit: int = reading.PAGE) -> list[Claim]:
        """The next `limit` claims behind the claim `after` (None: from the first), in the order of `claims`.

        Every page costs the same, however far down it is. StoreError where `after` is unknown.
        """
        with self._reading() as db:
            return reading.claims_page(db, after, limit)

    def claims_by_id(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Those of these claims that exist, by id."""
        with self._reading() as db:
            return reading.claims_by_id(db, ids)

    def events(self) -> list[Event]:
        """All events by their first day (those without one last) and id."""
        with self._reading() as db:
            return reading.events(db)

    def event(self, event_id: str) -> Event:
        """One event; StoreError where it is unknown."""
        with self._reading() as db:
            for event in reading.events(db, [event_id]):
                return event
        raise reading.unknown("event", event_id)

    def stages_of(self, event: str) -> list[Event]:
        """The stages of a larger event, by their first day and id."""
        with self._reading() as db:
            return reviewed.stages_of(db, event)

    def events_of_claims(self, claims: Iterable[str]) -> list[Event]:
        """The events that hold any of these claims, by their first day and id."""
        with self._reading() as db:
            return reviewed.events_of_claims(db, claims)

    def event_ids_of(self, claims: Iterable[str]) -> dict[str, str]:
        """Those of these claims that exist, with their events' ids; "" where a claim is in none."""
        with self._reading() as db:
            return reviewed.event_ids_of(db, claims)

    def reviewed_events(self) -> tuple[list[Event], list[Discrepancy]]:
        """The events that hold a claim which a decision was taken on, and all their discrepancies."""
        with self._reading() as db:
            return reviewed.reviewed_events(db)

    def ids_beginning(
        self, table: Literal["claims", "events", "decisions"], beginning: str, *, limit: int = 10
    ) -> list[str]:
        """The first ids that begin so, in order."""
        with self._reading() as db:
            return reviewed.ids_beginning(db, table, beginning, limit)

    def event_of_claim(self) -> dict[str, str]:
        """Claim id to event id, for every claim that is in an event."""
        with self._reading() as db:
            return reading.event_of_claim(db)

    def discrepancies(self, *, event: str | None = None) -> list[Discrepancy]:
        """Discrepancies of everything or one event, by severity, verdict, event label and id."""
        with self._reading() as db:
            if event is None:
                return reading.discrepancies(db)
            return reading.discrepancies(db, "event = ?", event)

    def discrepancy(self, discrepancy_id: str) -> Discrepancy:
        """One discrepancy; StoreError where it is unknown."""
        with self._reading() as db:
            for found in reading.discrepancies(db, "discrepancies.id = ?", discrepancy_id):
                return found
        raise reading.unknown("discrepancy", discrepancy_id)

    def decisions(self, *, discrepancy: str | None = None) -> list[Decision]:
        """The log, or its entries for one discrepancy id, oldest first."""
        with self._reading() as db:
            return log_reading.decisions(db, discrepancy)

    def decisions_about(self, discrepancies: Sequence[Discrepancy]) -> list[Decision]:
        """The entries of the log that can bear on these discrepancies, oldest first.

        Those that name one of them, those on one of their claims, and what those knew of. An undo names
        what the entry it takes back names, so that what is in force on them can be told from these alone.
        """
        with self._reading() as db:
            return log_reading.decisions_about(db, discrepancies)

    def search(self, query: str, *, limit: int = 50, removed: bool = False) -> list[SearchHit]:
        """Claims, then passages of sources, that hold all words of the query, the last as a beginning.

        Case, diacritics and the dots of i do not matter. The query is plain words; no character
        in it has a meaning of its own. With `removed`, only articles that are out are looked through.
        """
        with self._reading() as db:
            return (search.search_removed if removed else search.search)(db, query, limit)

    def data_version(self) -> int:
        """A number that changes when another connection, of any program, has changed the database."""
        with self._reading() as db:
            return int(db.conn.execute("PRAGMA data_version").fetchone()[0])

    def stamp(self) -> Stamp:
        """What names the content of the database."""
        with self._reading() as db:
            return stamp(db)

    def integrity(self, judge: Judge | None = None) -> list[str]:
        """What is wrong with the database, a line each; empty where all checks pass.

        With `judge`, discrepancies are held against the log, too.
        """
        with self._writing() as db:
            return checks.problems(db) + (judged.problems(db, judge) if judge else [])

    def dump(self) -> Iterator[str]:
        """The content as lines of text, the same for the same content whatever the order of import."""

        def read(lines: Callable[[Database], list[str]]) -> list[str]:
            with self._reading() as db:
                return lines(db)

        return checks.dump(read)

"""What an export chooses: events by words, kind, period and state, and what belongs to them, in pages."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from workbench.errors import UsageError
from workbench.folding import fold
from workbench.models import Claim, Discrepancy, Event
from workbench.store import claim_tuples, finding, queue, reading, streamed
from workbench.store.connection import Connection
from workbench.store.finding import Found, FoundRow, Sought
from workbench.store.opening import sqlite_errors_explained
from workbench.store.queue_models import QueueFilter
from workbench.store.rows import as_json

if TYPE_CHECKING:
    from sqlite_utils import Database

EventState = Literal["open", "reconciled"]
Day = TypeVar("Day", date, str)

_IN = "IN (SELECT value FROM json_each(?))"
_EVENT_ORDER = "ORDER BY date IS NULL, date ->> '$.start', id"
_WAITS = """EXISTS (SELECT 1 FROM discrepancies WHERE discrepancies.event = events.id
  AND (verdict <> 'superseded' AND status IN ('open', 'reopened', 'deferred') OR disputed))"""
_STATES: dict[EventState, str] = {"open": _WAITS, "reconciled": f"NOT {_WAITS}"}


def refuse_backwards(since: Day | None, until: Day | None) -> None:
    """Raises UsageError where a period ends before it begins; a day is one, or as ISO 8601 writes it."""
    if since and until and since > until:
        raise UsageError("Not a period", f"{since} – {until}", "The earlier day comes first.")


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are meant (true where any is left out); an empty part allows all.

    `events` holds beginnings of ids. `text` is plain words that the label holds, in any case and
    without diacritics. `since` and `until` bound the days on which it may have happened: an event
    without a date is in no period. `state` is that of its record.

    Raises UsageError where `since` is later than `until`.
    """

    events: tuple[str, ...] = ()
    text: str = ""
    event_types: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    state: EventState | None = None

    def __post_init__(self) -> None:
        # Events that take long would be chosen all the same: those that last from one day to the other.
        refuse_backwards(self.since, self.until)

    def __bool__(self) -> bool:
        return self != EventFilter()


def _where(db: Database, chosen: EventFilter) -> tuple[str, list[Any]]:
    words = fold(chosen.text).split()
    if words:
        db.conn.create_function("folded", 1, fold, deterministic=True)
    parts: list[tuple[str, Any]] = [("instr(folded(events.label), ?) > 0", word) for word in words]
    if chosen.events:
        begins = "substr(events.id, 1, length(given.value)) = given.value"
        parts.append((f"EXISTS (SELECT 1 FROM json_each(?) AS given WHERE {begins})", as_json(chosen.events)))
    if chosen.event_types:
        parts.append((f"events.event_type {_IN}", as_json(chosen.event_types)))
    if chosen.since:
        parts.append(("events.date ->> '$.end' >= ?", chosen.since.isoformat()))
    if chosen.until:
        parts.append(("events.date ->> '$.start' <= ?", chosen.until.isoformat()))
    conditions = [condition for condition, _ in parts]
    if chosen.state:
        conditions.append(_STATES[chosen.state])
    return (f"WHERE {' AND '.join(conditions)}" if conditions else "", [value for _, value in parts])


def event_ids(db: Database, chosen: EventFilter) -> list[str]:
    """Ids of these events by their first day (those without one last) and id."""
    where, parameters = _where(db, chosen)
    return [row[0] for row in db.conn.execute(f"SELECT id FROM events {where} {_EVENT_ORDER}", parameters)]


def _version(connection: sqlite3.Connection) -> int:
    """Another number after another connection, of any program, has changed the database."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


class ChosenStore(Connection):
    """The part of the Store that searches as somebody types, and reads what an export needs in pages."""

    _is_current: Callable[[], bool] | None = None

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Within, every read sees the database as it is at the beginning, whatever others write."""
        with sqlite_errors_explained(self.path), closing(sqlite3.connect(self.path)) as watching:
            before = _version(watching)
            with self._reading() as db:
                db.conn.execute("SELECT 1 FROM sources LIMIT 1").fetchone()
                self._is_current = lambda: _version(watching) == before
                try:
                    yield
                finally:
                    self._is_current = None

    @property
    def stands_still(self) -> bool:
        """Whether this is within `standing_still`."""
        return self._is_current is not None

    def is_current(self) -> bool:
        """Whether who begins to read now sees what is seen within `standing_still`."""
        return self._is_current is not None and self._is_current()

    def find(self, sought: Sought, *, limit: int = 1_000, seconds: float = 1.0) -> Found:
        """The hits that were imported last, those published last first; never for longer than `seconds`."""
        with self._reading() as db:
            return finding.find(db, sought, limit, seconds)

    def found_rows(self, sought: Sought, ids: Sequence[str]) -> dict[str, FoundRow]:
        """Those of these hits that exist, as lines of the list: one page at a time."""
        with self._reading() as db:
            return finding.found_rows(db, sought, ids)

    def source_text(self, source: str) -> str:
        """The text of a source without the rest of it; StoreError where it is unknown."""
        with self._reading() as db:
            row = db.conn.execute("SELECT text FROM sources WHERE id = ?", (source,)).fetchone()
            if row is None:
                raise reading.unknown("source", source)
            return str(row[0])

    def event_ids(self, chosen: EventFilter | None = None) -> list[str]:
        """Ids of these events by their first day (those without one last) and id."""
        with self._reading() as db:
            return event_ids(db, chosen or EventFilter())

    def event_types(self) -> list[str]:
        """The types of all events, in alphabetical order."""
        with self._reading() as db:
            return [row[0] for row in db.conn.execute("SELECT DISTINCT event_type FROM events ORDER BY 1")]

    def discrepancies_by_id(self, ids: Sequence[str]) -> dict[str, Discrepancy]:
        """Those of these discrepancies that exist: one page at a time."""
        with self._reading() as db:
            found = reading.discrepancies(db, f"discrepancies.id {_IN}", as_json(ids))
            return {one.id: one for one in found}

    def discrepancy_ids(self, chosen: QueueFilter, of: EventFilter) -> list[str]:
        """Ids of the discrepancies that both filters allow, in the queue's order."""
        with self._reading() as db:
            ids = queue.queue_ids(db, chosen)
            if not of:
                return ids
            where, parameters = _where(db, of)
            rows = db.conn.execute(
                f"SELECT id FROM discrepancies WHERE event IN (SELECT id FROM events {where})", parameters
            )
            allowed = {row[0] for row in rows}
            return [one for one in ids if one in allowed]

    def claim_ids(self, chosen: EventFilter) -> list[str]:
        """Ids of the claims of these events, in the order of `claims`."""
        with self._reading() as db:
            where, parameters = _where(db, chosen)
            rows = db.conn.execute(
                f"""SELECT claims.id FROM events JOIN event_claims ON event_claims.event = events.id
                    JOIN claims ON claims.seq = event_claims.claim JOIN sources ON sources.seq = claims.source
                    {where} ORDER BY sources.file, sources.id, claims.start, claims.id""",
                parameters,
            )
            return [row[0] for row in rows]

    def count_claims(self) -> int:
        """How many claims there are."""
        with self._reading() as db:
            return int(db.conn.execute("SELECT count(*) FROM claims").fetchone()[0])

    def claim_numbers(self) -> array[int]:
        """All claims in the order of `claims`, by numbers that mean them as long as nothing is written."""
        with self._reading() as db:
            return streamed.claim_numbers(db)

    def claims_with_events(self, numbers: Sequence[int]) -> list[tuple[Claim, str | None]]:
        """The claims of these of the numbers in their order, with their events' ids: one page at a time.

        They are tuples that have the fields which exports show.
        """
        with self._reading() as db:
            return claim_tuples.claims_with_events(db, numbers)

    def claims_of_events(self, events: Sequence[str]) -> dict[str, list[Claim]]:
        """The claims of each of these events, in the order of `claims`: one page at a time."""
        with self._reading() as db:
            return streamed.claims_of_events(db, events)

    def brief_events(self, events: Sequence[str]) -> list[tuple[Event, list[Claim]]]:
        """These events with as much of their claims as records are made of, in their order: one page."""
        with self._reading() as db:
            return streamed.brief_events(db, events)

    def discrepancies_of_events(self, events: Sequence[str]) -> dict[str, list[Discrepancy]]:
        """The discrepancies of those of these events that have any, in the order of `discrepancies`."""
        with self._reading() as db:
            return streamed.discrepancies_of_events(db, events)

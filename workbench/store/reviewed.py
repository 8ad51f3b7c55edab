"""Finding what reviewers have decided on, at a cost that goes with their log and not with the articles."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.models import Discrepancy, Event
from workbench.store import reading
from workbench.store.rows import as_json

if TYPE_CHECKING:
    from sqlite_utils import Database

# CROSS JOIN keeps the few claims outside and looks the rest up by index.
_EVENTS_OF = """SELECT DISTINCT event_claims.event FROM ({claims}) AS wanted
  CROSS JOIN claims ON claims.id = wanted.claim
  CROSS JOIN event_claims ON event_claims.claim = claims.seq"""


def stages_of(db: Database, event: str) -> list[Event]:
    """The events whose parent is this one, by their first day and id."""
    rows = db.conn.execute("SELECT id FROM events WHERE parent = ?", (event,))
    return reading.events(db, [row[0] for row in rows])


def events_of_claims(db: Database, claims: Iterable[str]) -> list[Event]:
    """The events that hold any of these claims, in the order of all events."""
    sql = _EVENTS_OF.format(claims="SELECT value AS claim FROM json_each(?)")
    rows = db.conn.execute(sql, (as_json(sorted(set(claims))),))
    return reading.events(db, [event for (event,) in rows])


def event_ids_of(db: Database, claims: Iterable[str]) -> dict[str, str]:
    """Those of these claims that exist, with their events' ids; "" where a claim is in none."""
    rows = db.conn.execute(
        """SELECT claims.id, coalesce(event_claims.event, '') FROM json_each(?) AS wanted
           CROSS JOIN claims ON claims.id = wanted.value
           LEFT JOIN event_claims ON event_claims.claim = claims.seq""",
        (as_json(sorted(set(claims))),),
    )
    return dict(rows.fetchall())


def reviewed_events(db: Database) -> tuple[list[Event], list[Discrepancy]]:
    """The events that hold a claim which an entry of the log was taken on, and their discrepancies."""
    rows = db.conn.execute(_EVENTS_OF.format(claims="SELECT DISTINCT claim FROM decision_claims"))
    ids = [event for (event,) in rows]
    found = reading.discrepancies(db, "event IN (SELECT value FROM json_each(?))", as_json(ids))
    return reading.events(db, ids), found


def ids_beginning(db: Database, table: str, beginning: str, limit: int) -> list[str]:
    """The first ids of a table that begin so; one looked up by index, however many there are."""
    behind = beginning + chr(sys.maxunicode)
    rows = db.conn.execute(
        f"SELECT id FROM {table} WHERE id >= ? AND id < ? ORDER BY id LIMIT ?", (beginning, behind, limit)
    )
    return [row[0] for row in rows]

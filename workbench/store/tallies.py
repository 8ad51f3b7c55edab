"""How much is in the matching, kept while it is written: to count a million rows takes long."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_TRIGGERS = (
    ("event_claims", "INSERT", "+", "'claims'"),
    ("event_claims", "DELETE", "-", "'claims'"),
    ("events", "INSERT", "+", "'events'"),
    ("events", "DELETE", "-", "'events'"),
    ("discrepancies", "INSERT", "+", "NEW.verdict"),
    ("discrepancies", "DELETE", "-", "OLD.verdict"),
)
_COUNTS = """
  SELECT 'claims', count(*) FROM event_claims
  UNION ALL SELECT 'events', count(*) FROM events
  UNION ALL SELECT column1, (SELECT count(*) FROM discrepancies WHERE verdict = column1)
            FROM (VALUES ('conflict'), ('tension'), ('superseded'))
"""
TALLIES = (
    "CREATE TABLE tallies (name TEXT PRIMARY KEY NOT NULL, number INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    f"INSERT INTO tallies {_COUNTS}",
    *(
        f"""CREATE TRIGGER {table}_are_tallied_after_{act.lower()} AFTER {act} ON {table}
            BEGIN UPDATE tallies SET number = number {sign} 1 WHERE name = {name}; END"""
        for table, act, sign, name in _TRIGGERS
    ),
)
"""As their migration makes them; never changed."""


def tallies(db: Database) -> Mapping[str, int]:
    """How many claims in events, how many events, and how many discrepancies of each verdict there are."""
    return dict(db.conn.execute("SELECT name, number FROM tallies").fetchall())


def tally_problems(db: Database) -> list[str]:
    """What is tallied wrongly."""
    held = tallies(db)
    counts = db.conn.execute(_COUNTS).fetchall()
    return [
        f"tallies: {held.get(name)} {name}, but there are {number}"
        for name, number in counts
        if held.get(name) != number
    ]


def count_anew(db: Database) -> None:
    """Counts what there is."""
    db.conn.execute("DELETE FROM tallies")
    db.conn.execute(f"INSERT INTO tallies {_COUNTS}")

"""A database of the version before the order of the log was kept apart from the order of arrival."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

_BEFORE = (
    "DELETE FROM _sqlite_migrations WHERE name >= 'm020'",
    "DROP INDEX decisions_in_order",
    "DROP INDEX discrepancies_queue",
    "ALTER TABLE decisions DROP COLUMN knew",
    "ALTER TABLE decisions DROP COLUMN placed",
    "ALTER TABLE discrepancies DROP COLUMN disputed",
    "CREATE INDEX discrepancies_queue ON discrepancies (settled)",
)


def age(path: Path) -> None:
    """Makes a database one of that version; nobody may have it open."""
    with closing(sqlite3.connect(path)) as db, db:
        for statement in _BEFORE:
            db.execute(statement)

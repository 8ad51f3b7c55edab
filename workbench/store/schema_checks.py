"""Whether a database has the tables, indexes and triggers that its migrations make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_MADE = """SELECT type, name, sql, tbl_name FROM sqlite_master
           WHERE sql IS NOT NULL AND type IN ('index', 'trigger') ORDER BY type, name"""
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL ORDER BY rowid"


def new_database() -> Database:
    """A database in memory with all that migrations make, and nothing in it."""
    from sqlite_utils import Database as Fresh

    from workbench.store.migrations import migrations

    fresh = Fresh(memory=True, execute_plugins=False)
    migrations.apply(fresh)
    return fresh


def tables(db: Database) -> list[str]:
    """Its tables, those that hold a search index among them, in the order in which they were made."""
    return [name for (name,) in db.conn.execute(_TABLES).fetchall()]


def missing_tables(db: Database) -> list[str]:
    """Tables that migrations make and that are not there."""
    held = set(tables(db))
    return [name for name in tables(new_database()) if name not in held]


def _wrong(db: Database) -> Iterator[tuple[str, str, str, bool]]:
    """Type, name, statement of the indexes and triggers that are not there or are others; whether one is."""
    there = set(tables(db))
    held = {(kind, name): sql for kind, name, sql, _ in db.conn.execute(_MADE).fetchall()}
    for kind, name, sql, table in new_database().conn.execute(_MADE).fetchall():
        # Where the table is gone, that is what there is to say.
        if table in there and held.get((kind, name)) != sql:
            yield kind, name, sql, (kind, name) in held


def schema_problems(db: Database) -> Iterator[str]:
    """Indexes and triggers that are not as migrations make them: without these the log could be changed."""
    for kind, name, _, there in _wrong(db):
        yield f"schema: the {kind} {name} is {'not what it was made as' if there else 'missing'}"


def make_schema_anew(db: Database) -> None:
    """Makes the indexes and triggers that are not there, or not as they should be."""
    for kind, name, sql, there in list(_wrong(db)):
        if there:
            db.conn.execute(f"DROP {kind} {name}")
        db.conn.execute(sql)

"""Whether a database has the tables, indexes and triggers that its migrations make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_MADE = """SELECT type, name, sql FROM sqlite_master
           WHERE sql IS NOT NULL AND type IN ('index', 'trigger') ORDER BY type, name"""


def _wrong(db: Database) -> Iterator[tuple[str, str, str, bool]]:
    """Type, name, statement of the indexes and triggers that are not there or are others; whether one is."""
    from sqlite_utils import Database as Fresh

    from workbench.store.migrations import migrations

    fresh = Fresh(memory=True, execute_plugins=False)
    migrations.apply(fresh)
    held = {(kind, name): sql for kind, name, sql in db.conn.execute(_MADE).fetchall()}
    for kind, name, sql in fresh.conn.execute(_MADE).fetchall():
        if held.get((kind, name)) != sql:
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

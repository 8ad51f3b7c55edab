"""Derived tables that are damaged or gone: made new and empty, to be filled again from what was given."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.store.schema_checks import missing_tables, new_database, tables
from workbench.store.tallies import count_anew

if TYPE_CHECKING:
    from sqlite_utils import Database

REFERRING = (
    "events",
    "event_claims",
    "links",
    "features",
    "discrepancies",
    "discrepancy_values",
    "lineages",
    "sketch_keys",
    "decision_claims",
)
"""Derived tables that refer to others."""
DERIVED = frozenset(
    (*REFERRING, "blocking_keys", "large_blocks", "reaches", "matcher", "event_words", "tallies")
)
"""Tables that are made of articles, claims and the log."""
_INDEXES = ("claims_search", "sources_search", "events_search")
"""Search indexes; their contents are in tables called after them."""
_OF_INDEXES = ("missing from index", "entries in index")
"""What is said of an index that does not fit its table, which REINDEX makes good."""


@dataclass(frozen=True, slots=True)
class Damage:
    """What SQLite says of a table's pages ("": of the file's), or that there is no such table.

    `only_index` where the table is whole.
    """

    table: str
    words: str
    only_index: bool

    @property
    def is_derived(self) -> bool:
        """Whether what it held can be made anew."""
        return self.table in DERIVED or _index_of(self.table) is not None


def damages(db: Database) -> Iterator[Damage]:
    """Tables that are gone, and what is wrong with the pages of the file, by the tables they belong to."""
    yield from (Damage(table, "there is no such table", False) for table in missing_tables(db))
    whole = _said(db, "PRAGMA integrity_check")
    if not whole:
        return
    told = False
    # The tables of a search index can be checked, the index itself is none.
    for table in (name for name in tables(db) if name not in _INDEXES):
        for words in _said(db, f"PRAGMA integrity_check('{table}')"):
            told = True
            yield Damage(table, words, any(part in words for part in _OF_INDEXES))
    if not told:
        yield from (Damage("", words, False) for words in whole)


def _said(db: Database, sql: str) -> list[str]:
    """What SQLite says line by line: some of its answers hold several."""
    try:
        answers = [str(answer) for (answer,) in db.conn.execute(sql).fetchall() if answer != "ok"]
    except sqlite3.DatabaseError as error:
        # Of some damage SQLite does not tell where it is.
        answers = [str(error)]
    lines = [line for answer in answers for line in answer.splitlines()]
    return [line for line in lines if line and not line.startswith("***")]


def _index_of(table: str) -> str | None:
    return next((index for index in _INDEXES if table == index or table.startswith(f"{index}_")), None)


def make_tables_anew(db: Database) -> None:
    """Makes derived tables that are damaged or gone new and empty, and search indexes likewise.

    Their pages are only let go of: `VACUUM` must follow, outside of any transaction.
    """
    damaged = {one.table for one in damages(db) if one.is_derived and not one.only_index}
    db.rollback()
    db.conn.execute("BEGIN IMMEDIATE")
    indexes = {index for table in damaged if (index := _index_of(table))}
    gone = {table for table in damaged if table in DERIVED} | indexes
    fresh = new_database()
    # What cannot be read cannot be dropped: it is taken out of the list of what there is.
    db.conn.execute("PRAGMA writable_schema = ON")
    db.conn.executemany("DELETE FROM sqlite_master WHERE tbl_name = ?", [(name,) for name in sorted(gone)])
    db.conn.executemany(
        "DELETE FROM sqlite_master WHERE tbl_name LIKE ? || '\\_%' ESCAPE '\\'",
        [(index,) for index in sorted(indexes)],
    )
    db.conn.execute("PRAGMA writable_schema = RESET")
    for name in sorted(gone):
        rows = fresh.conn.execute(
            """SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL
               ORDER BY type = 'trigger', type <> 'table', rowid""",
            (name,),
        ).fetchall()
        for (sql,) in rows:
            db.conn.execute(sql)
    if "matcher" in gone:
        db.conn.execute("INSERT INTO matcher VALUES (1, NULL, 0, 0)")
    if "tallies" in gone:
        count_anew(db)

"""Whether the search indexes hold the words of what they lead to, and making them anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.folding import fold
from workbench.store.event_search import event_search_problems, forget_all, index_stored_events
from workbench.store.first_tables import SEARCH

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class _Index:
    """An index without content, and what is in it: `rows` gives row number and words."""

    name: str
    columns: str
    rows: str
    """A SELECT whose words are folded by the function ``folded``."""


_INDEXES = (
    _Index("claims_search", "folded", "SELECT seq, folded(text) FROM claims"),
    _Index(
        "sources_search",
        "folded_title, folded_text",
        "SELECT seq, folded(coalesce(title, '')), folded(text) FROM sources WHERE removed IS NULL",
    ),
)
_TOKENS = "content='', tokenize='unicode61 remove_diacritics 0'"


def problems(db: Database) -> Iterator[str]:
    """Indexes that are damaged, lack a row, or hold other words than what they lead to."""
    _with_folding(db)
    for index in _INDEXES:
        yield from _index_problems(db, index)
    yield from event_search_problems(db)


def _with_folding(db: Database) -> None:
    db.conn.create_function("folded", 1, fold, deterministic=True)


def _index_problems(db: Database, index: _Index) -> Iterator[str]:
    try:
        db.conn.execute(f"INSERT INTO {index.name} ({index.name}) VALUES ('integrity-check')")
        wrong = _differing(db, index)
    except sqlite3.DatabaseError as error:
        yield f"{index.name}: {error}"
        return
    if wrong:
        yield f"{index.name}: {wrong} words lead elsewhere than they should"


def _differing(db: Database, index: _Index) -> int:
    """How many words are in other numbers of rows, or more or less often, than an index made now has them."""
    made = ("temp.fresh", "temp.fresh_words", "temp.held_words")
    try:
        db.conn.execute(f"CREATE VIRTUAL TABLE temp.fresh USING fts5 ({index.columns}, {_TOKENS})")
        db.conn.execute(f"INSERT INTO temp.fresh (rowid, {index.columns}) {index.rows}")
        db.conn.execute("CREATE VIRTUAL TABLE temp.fresh_words USING fts5vocab (temp, fresh, row)")
        db.conn.execute(f"CREATE VIRTUAL TABLE temp.held_words USING fts5vocab (main, {index.name}, row)")
        fresh, held = "SELECT * FROM temp.fresh_words", "SELECT * FROM temp.held_words"
        (words,) = db.conn.execute(
            f"""SELECT count(DISTINCT term) FROM (
                  SELECT * FROM ({fresh} EXCEPT {held}) UNION ALL SELECT * FROM ({held} EXCEPT {fresh}))"""
        ).fetchone()
        return int(words)
    finally:
        for table in reversed(made):
            db.conn.execute(f"DROP TABLE IF EXISTS {table}")


def make_words_anew(db: Database) -> None:
    """Makes the search indexes of articles, claims and events anew."""
    _with_folding(db)
    statements = {
        index.name: next(sql for sql in SEARCH.split(";\n") if f"TABLE {index.name} " in sql)
        for index in _INDEXES
    }
    for index in _INDEXES:
        # Dropped, not emptied: a damaged index may refuse to be.
        db.conn.execute(f"DROP TABLE {index.name}")
        db.conn.execute(statements[index.name])
        db.conn.execute(f"INSERT INTO {index.name} (rowid, {index.columns}) {index.rows}")
    forget_all(db)
    index_stored_events(db)

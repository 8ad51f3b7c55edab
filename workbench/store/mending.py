"""Making anew what can be made from the rest. Articles, their claims and the log are never touched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from workbench.store import log_reading, reading, writing
from workbench.store.examining import Mend
from workbench.store.examining_log import make_index_anew
from workbench.store.examining_matching import find_lineages_anew, match_anew
from workbench.store.rebuilding import REFERRING, make_tables_anew
from workbench.store.schema_checks import make_schema_anew
from workbench.store.tallies import count_anew
from workbench.store.word_checks import make_words_anew

if TYPE_CHECKING:
    from sqlite_utils import Database

    from workbench.store.writing import Judge


def mend(db: Database, which: Mend, judge: Judge) -> None:
    """Makes one part anew. What the matching is made of waits for the next one, as after an import."""
    if which == "statuses":
        writing.set_judgements(db, judge(log_reading.decisions(db), reading.discrepancies(db)))
    else:
        _MENDS[which](db)


def _reindex(db: Database) -> None:
    db.conn.execute("REINDEX")


def _drop_orphans(db: Database) -> None:
    """Drops derived rows that refer to what is gone, until nothing does: one may lead to another."""
    # Until the end of the transaction a row may refer to one that has gone already.
    db.conn.execute("PRAGMA defer_foreign_keys = ON")
    while _dropped(db):
        pass
    match_anew(db)


def _dropped(db: Database) -> int:
    dropped = 0
    for table, parent, column, key in _references(db):
        gone = f'"{column}" IS NOT NULL AND "{column}" NOT IN (SELECT "{key}" FROM {parent})'
        if (table, column) == ("events", "parent"):
            sql = f"UPDATE events SET parent = NULL WHERE {gone}"
        else:
            sql = f"DELETE FROM {table} WHERE {gone}"
        dropped += db.conn.execute(sql).rowcount
    return dropped


def _references(db: Database) -> list[tuple[str, str, str, str]]:
    """Table, what it refers to, by which column, and that one's key: of the derived tables."""
    return [
        (table, parent, column, key)
        for table in sorted(REFERRING)
        for _, _, parent, column, key, *_ in db.conn.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    ]


_MENDS: Mapping[Mend, Callable[[Database], None]] = {
    "tables": make_tables_anew,
    "indexes": _reindex,
    "schema": make_schema_anew,
    "orphans": _drop_orphans,
    "log index": make_index_anew,
    "words": make_words_anew,
    "tallies": count_anew,
    "lineages": find_lineages_anew,
    "matching": match_anew,
}

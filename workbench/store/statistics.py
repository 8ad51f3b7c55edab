"""How much there is of everything, and what takes the room. What the overview counts is counted there."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from workbench.models.order import utc
from workbench.store.activity import undone_entries
from workbench.store.chosen import refuse_backwards
from workbench.store.connection import Connection
from workbench.store.rows import as_json

if TYPE_CHECKING:
    from sqlite_utils import Database

SITTING = 30 * 60.0
"""Seconds between two decisions of one reviewer from which on the second one began anew."""
_REMARKS = ("note", "assign", "undo")
"""Entries that decide nothing."""

Numbers = Mapping[str, int]
"""How many there are of each, the most frequent first; "" is what is not known."""


@dataclass(frozen=True, slots=True)
class Period:
    """ISO days, both included; "" where it has no end. Raises UsageError where it ends before it begins."""

    since: str = ""
    until: str = ""

    def __post_init__(self) -> None:
        refuse_backwards(self.since, self.until)


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds from one decision to the next of the same reviewer: the median, and over how many.

    Only those within `SITTING` count: nobody thinks overnight.
    """

    median_seconds: float
    decisions: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """All numbers at one moment.

    Articles and their claims are those published in the period; entries of the log those written in it by
    the reviewer's own clock. Events, copies and sizes are of the whole database. ``removed`` articles are in
    no other number; ``copies`` are near copies of another article, ``versions`` those of which another
    version is in.
    ``entries`` maps a reviewer to how many entries of each kind are in effect, ``undone`` counts the others.
    ``sizes`` are bytes by what they hold, empty where SQLite cannot tell.
    """

    articles: int
    removed: int
    languages: Numbers
    publishers: Numbers
    formats: Numbers
    copies: int
    versions: int
    claims: int
    types: Numbers
    modalities: Numbers
    corrected: int
    events: int
    stages: int
    told_once: int
    entries: Mapping[str, Numbers]
    undone: int
    pace: Pace | None
    size: int
    sizes: Numbers


class StatisticsStore(Connection):
    """Numbers of the database."""

    def statistics(self, period: Period | None = None) -> Statistics:
        """The numbers as they stand. It reads most of the database: not for a screen's own thread."""
        with self._reading() as db:
            return _statistics(db, period or Period())


def _statistics(db: Database, period: Period) -> Statistics:
    undone = undone_entries(db)
    entries, taken_back = _entries(db, period, as_json(list(undone)))
    articles, removed = _row(
        db,
        f"SELECT count(*) FILTER (WHERE removed IS NULL), count(removed) FROM sources {_PUBLISHED}",
        period,
    )
    claims, corrected = _row(
        db, f"SELECT count(*), count(*) FILTER (WHERE corrected_by <> '[]') FROM {_CLAIMS}", period
    )
    events, stages, told_once = _row(
        db, "SELECT count(*), count(parent), count(*) FILTER (WHERE origins = 1) FROM events"
    )
    return Statistics(
        articles,
        removed,
        _articles_by(db, "language", period),
        _articles_by(db, "trim(coalesce(publisher, ''))", period),
        _articles_by(db, "format", period),
        _row(db, f"SELECT count(*) FROM lineages {_ITS} WHERE leader <> id AND {_IN}")[0],
        _row(db, f"SELECT count(*) FROM versions {_ITS} WHERE versions > 1 AND {_IN}")[0],
        claims,
        _numbers(db, f"SELECT event_type, count(*) FROM {_CLAIMS} GROUP BY 1", period),
        _numbers(db, f"SELECT modality, count(*) FROM {_CLAIMS} GROUP BY 1", period),
        corrected,
        events,
        stages,
        told_once,
        entries,
        taken_back,
        _pace(db, period, as_json(list(undone))),
        _row(db, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")[0],
        _sizes(db),
    )


_IN = "removed IS NULL"
_ITS = "JOIN sources ON sources.seq = source"
_PUBLISHED = """WHERE (?1 = '' OR json_extract(published, '$.best') >= ?1)
                  AND (?2 = '' OR json_extract(published, '$.best') <= ?2)"""
_CLAIMS = f"claims WHERE source IN (SELECT seq FROM sources {_PUBLISHED})"
_WRITTEN = "(?1 = '' OR substr(at, 1, 10) >= ?1) AND (?2 = '' OR substr(at, 1, 10) <= ?2)"


def _row(db: Database, sql: str, period: Period | None = None) -> tuple[int, ...]:
    found = db.conn.execute(sql, (period.since, period.until) if period else ()).fetchone()
    return tuple(map(int, found))


def _numbers(db: Database, sql: str, period: Period) -> Numbers:
    rows = db.conn.execute(f"{sql} ORDER BY 2 DESC, 1", (period.since, period.until))
    return {str(name): int(number) for name, number in rows}


def _articles_by(db: Database, what: str, period: Period) -> Numbers:
    return _numbers(db, f"SELECT {what}, count(*) FROM sources {_PUBLISHED} AND {_IN} GROUP BY 1", period)


def _entries(db: Database, period: Period, undone: str) -> tuple[Mapping[str, Numbers], int]:
    """What is in effect by reviewer and kind, and how many entries are not: undone ones, with their undos."""
    rows = db.conn.execute(
        f"""SELECT reviewer, kind, kind = 'undo' OR seq IN (SELECT value FROM json_each(?3)), count(*)
            FROM decisions WHERE {_WRITTEN} GROUP BY 1, 2, 3 ORDER BY 1, 4 DESC, 2""",
        (period.since, period.until, undone),
    )
    found: dict[str, dict[str, int]] = defaultdict(dict)
    gone = 0
    for reviewer, kind, over, number in rows:
        if over:
            gone += number if kind != "undo" else 0
        else:
            found[reviewer][kind] = number
    return dict(found), gone


def _pace(db: Database, period: Period, undone: str) -> Pace | None:
    rows = db.conn.execute(
        f"""SELECT reviewer, at FROM decisions
            WHERE {_WRITTEN} AND kind NOT IN (SELECT value FROM json_each(?4))
              AND seq NOT IN (SELECT value FROM json_each(?3)) ORDER BY reviewer, placed, id""",
        (period.since, period.until, undone, as_json(_REMARKS)),
    ).fetchall()
    gaps = [
        (datetime.fromisoformat(utc(later)) - datetime.fromisoformat(utc(earlier))).total_seconds()
        for (one, earlier), (other, later) in pairwise(rows)
        if one == other
    ]
    within = [gap for gap in gaps if 0 <= gap <= SITTING]
    return Pace(median(within), len(within)) if within else None


_HOLDS = {
    "articles": ("sources", "told", "retrievals", "feeds"),
    "claims": ("claims", "dates", "quantities", "mentions", "former_claims"),
    "log": ("decisions", "decision_claims"),
    "events and discrepancies": ("events", "event_claims", "discrepancies", "discrepancy_values"),
    "what matching keeps": ("links", "features", "blocking_keys", "large_blocks", "reaches"),
    "versions and copies": ("versions", "lineages", "sketch_keys"),
}
"""What of the database holds what: tables, each with its indexes."""


def _sizes(db: Database) -> Numbers:
    """Bytes by what they hold, the largest first; empty where SQLite was built without ``dbstat``."""
    try:
        rows = db.conn.execute(
            """SELECT coalesce(tbl_name, dbstat.name), sum(pgsize) FROM dbstat
               LEFT JOIN sqlite_master ON sqlite_master.name = dbstat.name GROUP BY 1"""
        ).fetchall()
    except sqlite3.DatabaseError:
        return {}
    holds = {table: what for what, tables in _HOLDS.items() for table in tables}
    sizes: dict[str, int] = defaultdict(int)
    for table, number in rows:
        # Tables of a search index are called after it: claims_search_data.
        search = "search" if "_search" in table or table == "event_words" else "the rest"
        sizes[holds.get(table, search)] += number
    (free,) = _row(db, "SELECT freelist_count * page_size FROM pragma_freelist_count, pragma_page_size")
    if free:
        sizes["free for what comes"] = free
    return dict(sorted(sizes.items(), key=lambda one: -one[1]))

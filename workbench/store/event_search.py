"""Finding events by the words of their names, types, places, people and dates, nearest in time first."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from workbench.folding import fold
from workbench.models import DateSpan, Event
from workbench.store.rows import Row, strings_from_json
from workbench.store.search import QUERY_LIMIT, match_expression

if TYPE_CHECKING:
    from sqlite_utils import Database

EVENT_WORDS = (
    """CREATE TABLE event_words (
         seq INTEGER PRIMARY KEY,
         event TEXT NOT NULL UNIQUE,
         day INTEGER,
         folded TEXT NOT NULL
       ) STRICT""",
    "CREATE INDEX event_words_by_day ON event_words (day)",
    """CREATE VIRTUAL TABLE events_search USING fts5 (
         folded, content='event_words', content_rowid='seq', tokenize='unicode61 remove_diacritics 0'
       )""",
    # An index whose content lies elsewhere forgets a row only when it is told the words that it was given.
    """CREATE TRIGGER event_words_go_with_their_event AFTER DELETE ON events
       BEGIN
         INSERT INTO events_search (events_search, rowid, folded)
           SELECT 'delete', seq, folded FROM event_words WHERE event = OLD.id;
         DELETE FROM event_words WHERE event = OLD.id;
       END""",
)
"""As their migration makes them; never changed."""

_MANY = 1_000
"""Events from which on making the index anew costs less than adding to it."""
_CLAIM_HITS = 200
"""Claims looked through for words that no event's name has."""


def forget_all(db: Database) -> None:
    """Empties the index, so that events can be deleted without looking each of them up in it."""
    db.conn.execute("INSERT INTO events_search (events_search) VALUES ('delete-all')")
    db.conn.execute("DELETE FROM event_words")


def index_events(db: Database, events: Iterable[Event]) -> None:
    """Makes these events findable, none of which is yet."""
    _index(
        db,
        (
            (one.id, one.label, one.event_type, one.place, one.participants, *_ends(one.date))
            for one in events
        ),
    )


def index_stored_events(db: Database) -> None:
    """Makes all events of a database findable that had no index: for its migration."""
    rows = db.conn.execute(
        """SELECT id, label, event_type, place, participants,
             json_extract(date, '$.start'), json_extract(date, '$.end') FROM events ORDER BY id"""
    )
    _index(
        db,
        (
            (
                one,
                label,
                kind,
                place,
                strings_from_json(named),
                *(date.fromisoformat(day) for day in days if day),
            )
            for one, label, kind, place, named, *days in rows
        ),
    )


def _ends(span: DateSpan | None) -> tuple[date, ...]:
    return (span.start, span.end) if span else ()


def _index(db: Database, told: Iterable[Row]) -> None:
    """Adds events as (id, label, type, place, participants, *first and last day)."""
    last = db.conn.execute("SELECT coalesce(max(seq), 0) FROM event_words").fetchone()[0]
    added = db.conn.executemany(
        "INSERT INTO event_words (event, day, folded) VALUES (?, ?, ?)",
        (
            (one, days[0].toordinal() if days else None, _folded(label, kind, place, named, days))
            # In the order of the index of ids: in any other, each row would touch another page of it.
            for one, label, kind, place, named, *days in sorted(told, key=itemgetter(0))
        ),
    ).rowcount
    if added > max(_MANY, last):
        db.conn.execute("INSERT INTO events_search (events_search) VALUES ('rebuild')")
    elif added > 0:
        sql = "INSERT INTO events_search (rowid, folded) SELECT seq, folded FROM event_words WHERE seq > ?"
        db.conn.execute(sql, (last,))


def _folded(label: str, kind: str, place: str | None, named: Sequence[str], days: Sequence[date]) -> str:
    """What an event is found by."""
    words = (label, kind.replace("_", " "), place or "", *named, *map(_typed, days))
    return fold("\n".join(dict.fromkeys(words)))


@lru_cache(maxsize=10_000)
def _typed(day: date) -> str:
    """A day as people type it, and its month in full."""
    return f"{day:%Y-%m-%d} {day.day}.{day.month}.{day.year} {day:%B}"


def find_events(db: Database, query: str, near: date | None, limit: int) -> list[str]:
    """Up to `limit` ids of events that hold all words: by name first, then by one of their claims.

    The last word may be the beginning of one. Those nearest to the day `near` come first. Without words,
    the events nearest to it.
    """
    expression = match_expression(query[:QUERY_LIMIT])
    day = near.toordinal() if near else None
    if expression is None:
        return _nearest(db, day, limit)
    rows = db.conn.execute(
        """SELECT event FROM events_search CROSS JOIN event_words ON event_words.seq = events_search.rowid
           WHERE events_search MATCH ?1
           ORDER BY day IS NULL, abs(day - coalesce(?2, day)), day, event LIMIT ?3""",
        (expression, day, limit),
    )
    found = dict.fromkeys(event for (event,) in rows)
    if len(found) < limit:
        rows = db.conn.execute(
            """SELECT event_claims.event FROM (
                 SELECT rowid FROM claims_search WHERE claims_search MATCH ?1 ORDER BY rowid LIMIT ?4) AS hits
               CROSS JOIN event_claims ON event_claims.claim = hits.rowid
               CROSS JOIN event_words ON event_words.event = event_claims.event
               GROUP BY event_claims.event
               ORDER BY day IS NULL, abs(day - coalesce(?2, day)), day, event_claims.event LIMIT ?3""",
            (expression, day, limit, _CLAIM_HITS),
        )
        found |= dict.fromkeys(event for (event,) in rows)
    return list(found)[:limit]


def _nearest(db: Database, day: int | None, limit: int) -> list[str]:
    around = 0 if day is None else day
    rows = db.conn.execute(
        """SELECT event, day FROM (SELECT event, day FROM event_words WHERE day >= ?1 ORDER BY day LIMIT ?2)
           UNION ALL
           SELECT event, day FROM (SELECT event, day FROM event_words WHERE day < ?1
                                   ORDER BY day DESC LIMIT ?2)""",
        (around, limit),
    )
    return [event for event, _ in sorted(rows, key=lambda row: (abs(row[1] - around), row))][:limit]


def linked_events(db: Database, event: str, limit: int) -> list[str]:
    """Up to `limit` other events that are alike in some claims, by how many links there are between them."""
    other = """SELECT {far} AS claim FROM event_claims AS own CROSS JOIN links ON links.{near} = own.claim
               WHERE own.event = ?1"""
    rows = db.conn.execute(
        f"""SELECT event_claims.event FROM (
              {other.format(near="a", far="b")} UNION ALL {other.format(near="b", far="a")}) AS linked
            CROSS JOIN event_claims ON event_claims.claim = linked.claim
            WHERE event_claims.event <> ?1
            GROUP BY event_claims.event ORDER BY count(*) DESC, event_claims.event LIMIT ?2""",
        (event, limit),
    )
    return [row[0] for row in rows]


def event_search_problems(db: Database) -> list[str]:
    """What of the index does not fit the events."""
    sql = """SELECT (SELECT count(*) FROM events WHERE id NOT IN (SELECT event FROM event_words))
                  + (SELECT count(*) FROM event_words WHERE event NOT IN (SELECT id FROM events))"""
    (wrong,) = db.conn.execute(sql).fetchone()
    found = [f"event_words: {wrong} rows without their event, or events without words"] if wrong else []
    try:
        db.conn.execute("INSERT INTO events_search (events_search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        found.append(f"events_search: {error}")
    return found

"""What the queue is ordered, narrowed and counted by, as its migration makes it; never changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

COLUMNS = (
    "event_type TEXT NOT NULL DEFAULT ''",
    "event_start TEXT NOT NULL DEFAULT ''",
    "event_end TEXT NOT NULL DEFAULT ''",
    "origins INTEGER NOT NULL DEFAULT 0",
    "newest TEXT NOT NULL DEFAULT ''",
    "reviewer TEXT NOT NULL DEFAULT ''",
    "decided_at TEXT NOT NULL DEFAULT ''",
    "assignee TEXT NOT NULL DEFAULT ''",
    """period TEXT GENERATED ALWAYS AS (substr(event_start, 1,
         CASE WHEN substr(event_start, 1, 7) = substr(event_end, 1, 7) THEN 7 ELSE 4 END)) VIRTUAL""",
)

STATEMENTS = (
    """UPDATE discrepancies SET
         (event_type, event_start, event_end) = (
           SELECT events.event_type, coalesce(json_extract(events.date, '$.start'), ''),
             coalesce(json_extract(events.date, '$.end'), '')
           FROM events WHERE events.id = discrepancies.event),
         (origins, newest) = (
           SELECT count(DISTINCT coalesce(nullif(found.origin, ''), sources.id)),
             coalesce(max(json_extract(sources.published, '$.best')), '')
           FROM discrepancy_values AS found JOIN sources ON sources.seq = found.source
           WHERE found.discrepancy = discrepancies.id)""",
    "DROP INDEX discrepancies_queue",
    # Holds all that the queue is narrowed and counted by, so that the wide table is not read for it.
    """CREATE INDEX discrepancies_queue ON discrepancies (
         settled, severity_rank, verdict_rank, folded_label, id, status, attribute, key, event, event_type,
         event_start, event_end, period, origins, newest, reviewer, decided_at, assignee)""",
    "CREATE INDEX discrepancy_values_by_source ON discrepancy_values (source, discrepancy)",
    """CREATE TABLE saved_filters (
         name TEXT PRIMARY KEY NOT NULL,
         filter TEXT NOT NULL CHECK (json_valid(filter)),
         sort TEXT NOT NULL
       ) STRICT, WITHOUT ROWID""",
)
"""Behind the columns."""

_NO_VERDICT = ("keep", "note", "same_event", "undo")


def name_reviewers(db: Database) -> None:
    """Writes whose decision is in force on each discrepancy, from the log of all versions before."""
    db.conn.executemany(
        """UPDATE discrepancies SET reviewer = ?1, decided_at = ?2
           WHERE id = ?3 OR id IN (
             SELECT same.id FROM decisions CROSS JOIN json_each(decisions.claims) AS named
             CROSS JOIN claims ON claims.id = named.value
             CROSS JOIN discrepancy_values AS found ON found.claim = claims.seq
             CROSS JOIN discrepancies AS same ON same.id = found.discrepancy
             WHERE decisions.seq = ?4 AND same.attribute = ?5 AND same.key = ?6)""",
        list(_verdicts(db)),
    )


def _verdicts(db: Database) -> Iterator[tuple[object, ...]]:
    """The verdicts that no undo in effect takes back, oldest first."""
    log = db.conn.execute(
        """SELECT id, kind, undoes, reviewer, at, discrepancy, seq, attribute, key
           FROM decisions ORDER BY seq DESC"""
    ).fetchall()
    undone: set[str] = set()
    standing = []
    for name, kind, undoes, *told in log:
        if name not in undone:
            undone.add(undoes)
            standing.append((kind, told))
    for kind, (reviewer, at, discrepancy, *about) in reversed(standing):
        if kind not in _NO_VERDICT and discrepancy:
            moment = datetime.fromisoformat(at).astimezone(UTC).isoformat(timespec="microseconds")
            yield reviewer, moment, discrepancy, *about

"""Whether what is derived from claims fits them: the matching, and which articles are copies and versions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_COUNTED = (
    ("events: {} hold no claim", "events WHERE id NOT IN (SELECT event FROM event_claims)"),
    (
        "discrepancies: {} have no values",
        "discrepancies WHERE id NOT IN (SELECT discrepancy FROM discrepancy_values)",
    ),
    (
        "discrepancy_values: {} are of a claim of another article",
        """discrepancy_values AS given JOIN claims ON claims.seq = given.claim
           WHERE claims.source <> given.source""",
    ),
)
_OF_MATCHER = (
    (
        "blocking_keys: {} lead to claims that are not there",
        "blocking_keys WHERE claim NOT IN (SELECT seq FROM claims)",
    ),
    (
        "reaches: {} lead to events that are not there",
        "reaches WHERE event NOT IN (SELECT id FROM events)",
    ),
    (
        "features: {} claims in events are without them",
        "event_claims WHERE claim NOT IN (SELECT claim FROM features)",
    ),
    (
        "event_claims: {} claims of linked articles are in no event",
        """claims JOIN sources ON sources.seq = claims.source
           WHERE linked = 1 AND claims.seq NOT IN (SELECT claim FROM event_claims)""",
    ),
)
"""Only where a matching stands: a new reading of an article leaves that to the next one."""


def matching_problems(db: Database) -> Iterator[str]:
    """What of the matching does not fit itself or the claims."""
    version, links = db.conn.execute("SELECT version, links FROM matcher").fetchone() or (None, 0)
    for words, rows in (*_COUNTED, *(_OF_MATCHER if version else ())):
        (number,) = db.conn.execute(f"SELECT count(*) FROM {rows}").fetchone()
        if number:
            yield words.format(number)
    (held,) = db.conn.execute("SELECT count(*) FROM links").fetchone()
    if version and held != links:
        yield f"matcher: {links} links counted, but there are {held}"


def lineage_problems(db: Database) -> Iterator[str]:
    """Articles whose versions are not numbered from first to last, and copies of what is not there."""
    # A stale row waits for the next matching, which arranges its article anew.
    rows = db.conn.execute(
        """SELECT article FROM versions JOIN sources ON sources.seq = versions.source AND removed IS NULL
           WHERE article NOT IN (SELECT article FROM versions WHERE stale = 1) GROUP BY article
           HAVING min(number) <> 1 OR max(number) <> count(*) OR count(DISTINCT number) <> count(*)
             OR min(versions) <> count(*) OR max(versions) <> count(*) ORDER BY article"""
    )
    for (article,) in rows:
        yield f"versions: those of {article} are not numbered from the first to the last"
    rows = db.conn.execute(
        """SELECT sources.id, own.leader FROM lineages AS own JOIN sources ON sources.seq = own.source
           WHERE NOT EXISTS (
             SELECT 1 FROM lineages AS other JOIN sources AS leading ON leading.seq = other.source
             WHERE leading.id = own.leader AND other.family = own.family AND other.leader = own.leader)
           ORDER BY sources.id"""
    )
    for source, leader in rows:
        yield f"lineages: {source} goes back to {leader}, which leads no near copies"


def find_lineages_anew(db: Database) -> None:
    """Has copies and versions of all articles found again at the next matching."""
    db.conn.execute("DELETE FROM sketch_keys")
    db.conn.execute("DELETE FROM lineages")
    db.conn.execute("UPDATE versions SET stale = 1")


def match_anew(db: Database) -> None:
    """Has all claims matched anew, whatever the matching says of itself."""
    db.conn.execute("UPDATE matcher SET version = NULL, generation = generation + 1")
    db.conn.execute("UPDATE sources SET linked = 0 WHERE linked <> 0")

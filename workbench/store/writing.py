"""The writes. Each is called inside one transaction, which the Store opens and ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workbench.errors import StoreError
from workbench.models import Decision, Discrepancy, Judgement, Retrieval, Status
from workbench.models.order import place_after, utc
from workbench.store import log_reading, reading, retrievals, told
from workbench.store.prepared import ClaimRows, Prepared
from workbench.store.rows import (
    CLAIM,
    DATE,
    DECISION,
    MENTION,
    QUANTITY,
    SOURCE,
    as_json,
    decision_to_row,
    insert_sql,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

Judge = Callable[[Sequence[Decision], Sequence[Discrepancy]], Mapping[str, Judgement]]
"""What the log says of discrepancies. It is asked inside the transaction that writes its answer."""
Check = Callable[[], None]
"""Raises where an entry may not follow the log as it stands. It is asked inside the transaction as well, in
which whatever it reads of the store is what stands before the entry."""


Later = Callable[[Callable[[], None]], None]
"""Does something now, or at the end of the transaction."""


def at_once(act: Callable[[], None]) -> None:
    """The `Later` that waits for nothing."""
    act()


def add_source(
    db: Database,
    prepared: Prepared,
    retrieval: Retrieval | None = None,
    said: told.Said = told.NOTHING_SAID,
    later: Later = at_once,
) -> bool:
    """Adds a source with its claims; false, and nothing changed, where its id is there already.

    Its words are made findable by `later`, which may do so at any time in the same transaction.
    """
    if db.conn.execute("SELECT 1 FROM sources WHERE id = ?", (prepared.id,)).fetchone():
        return False
    cursor = db.conn.execute(insert_sql("sources", SOURCE.names), prepared.row)
    seq = int(cursor.lastrowid or 0)
    if said != told.NOTHING_SAID:
        told.keep_said(db, seq, said)
    if said.removed is None:
        later(partial(index_source, db, seq, prepared.words))
    numbers = _claims(db, seq, prepared.claims)
    later(partial(index_claims, db, numbers, prepared.claims))
    if retrieval:
        retrievals.add(db, prepared.id, retrieval)
    return True


def index_source(db: Database, seq: int, words: tuple[str, str]) -> None:
    """Makes the words of a source findable, as `source_words` gives them."""
    db.conn.execute(
        "INSERT INTO sources_search (rowid, folded_title, folded_text) VALUES (?, ?, ?)", (seq, *words)
    )


def add_claims(db: Database, source_seq: int, claims: ClaimRows) -> None:
    """Adds claims to a source, which has the row number `source_seq`."""
    index_claims(db, _claims(db, source_seq, claims), claims)


def _claims(db: Database, source_seq: int, claims: ClaimRows) -> range:
    """Adds claims that no word leads to yet; gives their row numbers."""
    first = db.conn.execute("SELECT coalesce(max(seq), 0) + 1 FROM claims").fetchone()[0]
    numbers = range(first, first + len(claims.own))
    db.conn.executemany(
        insert_sql("claims", ("seq", "source", *CLAIM.names)),
        ((number, source_seq, *row) for number, row in zip(numbers, claims.own, strict=True)),
    )
    add_claim_parts(db, numbers, claims)
    return numbers


def index_claims(db: Database, numbers: Sequence[int], claims: ClaimRows) -> None:
    """Makes the words of claims findable, each with its row number."""
    db.conn.executemany(
        "INSERT INTO claims_search (rowid, folded) VALUES (?, ?)", zip(numbers, claims.words, strict=True)
    )


def add_claim_parts(db: Database, numbers: Sequence[int], claims: ClaimRows) -> None:
    """Adds the dates, quantities and names of claims, each with its row number."""
    for table, columns, rows in (
        ("dates", DATE, claims.dates),
        ("quantities", QUANTITY, claims.quantities),
        ("mentions", MENTION, claims.mentions),
    ):
        db.conn.executemany(
            insert_sql(table, ("claim", "position", *columns.names)),
            ((numbers[at], *row) for at, *row in rows),
        )


def mark_to_link(db: Database, sources: Iterable[str]) -> None:
    """Has the claims of these sources linked, and what they are linked to compared, at the next matching."""
    db.conn.execute(
        "UPDATE sources SET linked = 0 WHERE id IN (SELECT value FROM json_each(?)) AND linked <> 0",
        (as_json(sorted(sources)),),
    )


def append_decision(
    db: Database, decision: Decision, judge: Judge | None, check: Check | None, *, regroups: bool
) -> Mapping[str, Status]:
    """Adds a decision at the end of the log, and gives what it bears on the status that follows."""
    if check:
        check()
    if db.conn.execute("SELECT 1 FROM decisions WHERE id = ?", (decision.id,)).fetchone():
        raise StoreError("The decision is in the log already", decision.id, "Nothing was changed.")
    add_entries(db, [placed_last(db, decision)])
    if regroups:
        mark_to_link(db, reading.sources_of(db, decision.claims))
    if judge is None:
        return {}
    touched = reading.discrepancies_about(db, decision)
    judged = judge(log_reading.decisions_about(db, touched), touched)
    set_judgements(db, judged)
    return {discrepancy: judgement.status for discrepancy, judgement in judged.items()}


def placed_last(db: Database, decision: Decision) -> Decision:
    """The entry with its place behind all that the log has."""
    last = db.conn.execute("SELECT coalesce(max(placed), '') FROM decisions").fetchone()[0]
    return replace(decision, placed=place_after(decision.at, last))


def add_entries(db: Database, entries: Iterable[Decision]) -> None:
    """Adds placed entries to the log."""
    db.conn.executemany(insert_sql("decisions", DECISION.names), map(decision_to_row, entries))


def set_status(db: Database, statuses: Mapping[str, Status]) -> None:
    """Sets the status of those of these discrepancies that exist, touching only rows that change."""
    db.conn.executemany(
        "UPDATE discrepancies SET status = ?1 WHERE id = ?2 AND status <> ?1",
        ((status, discrepancy) for discrepancy, status in statuses.items()),
    )


def set_judgements(db: Database, judged: Mapping[str, Judgement]) -> None:
    """Writes what the log says of those of these discrepancies that exist, touching only rows that change."""
    db.conn.executemany(
        """UPDATE discrepancies
           SET status = ?1, reviewer = ?2, decided_at = ?3, assignee = ?4, disputed = ?5
           WHERE id = ?6 AND (status, reviewer, decided_at, assignee, disputed) <> (?1, ?2, ?3, ?4, ?5)""",
        (
            (one.status, one.reviewer, in_utc(one.at), one.assignee, one.disputed, discrepancy)
            for discrepancy, one in judged.items()
        ),
    )


def judgements(db: Database) -> dict[str, Judgement]:
    """What the log said of discrepancies when it was last asked, where it said anything."""
    rows = db.conn.execute(
        """SELECT id, status, reviewer, decided_at, assignee, disputed FROM discrepancies
           WHERE status <> 'open' OR reviewer <> '' OR assignee <> ''"""
    )
    return {
        found: Judgement(status, reviewer, at, assignee, bool(disputed))
        for found, status, reviewer, at, assignee, disputed in rows
    }


def in_utc(at: str) -> str:
    """An ISO 8601 timestamp with zone in UTC with microseconds: as text it orders as time. "" stays."""
    return utc(at) if at else ""

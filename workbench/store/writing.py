"""The writes. Each is called inside one transaction, which the Store opens and ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workbench.errors import StoreError
from workbench.folding import fold
from workbench.models import Claim, Decision, Discrepancy, Judgement, Retrieval, Source, Status
from workbench.store import reading, retrievals, told
from workbench.store.rows import (
    CLAIM,
    DATE,
    DECISION,
    MENTION,
    QUANTITY,
    SOURCE,
    as_json,
    claim_to_row,
    date_rows,
    decision_to_row,
    insert_sql,
    source_to_row,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

Judge = Callable[[Sequence[Decision], Sequence[Discrepancy]], Mapping[str, Judgement]]
"""What the log says of discrepancies. It is asked inside the transaction that writes its answer."""
Check = Callable[[], None]
"""Raises where an entry may not follow the log as it stands. It is asked inside the transaction as well, in
which whatever it reads of the store is what stands before the entry."""


def add_source(
    db: Database,
    source: Source,
    claims: Sequence[Claim],
    retrieval: Retrieval | None = None,
    said: told.Said = told.NOTHING_SAID,
) -> bool:
    """Adds a source with its claims; false, and nothing changed, where its id is there already."""
    refuse_wrong_claims(source, claims)
    if db.conn.execute("SELECT 1 FROM sources WHERE id = ?", (source.id,)).fetchone():
        return False
    cursor = db.conn.execute(insert_sql("sources", SOURCE.names), source_to_row(source))
    seq = int(cursor.lastrowid or 0)
    if said != told.NOTHING_SAID:
        told.keep_said(db, seq, said)
    if said.removed is None:
        index_source(db, seq, source)
    add_claims(db, seq, claims)
    if retrieval:
        retrievals.add(db, source.id, retrieval)
    return True


def index_source(db: Database, seq: int, source: Source) -> None:
    """Makes the words of a source findable."""
    db.conn.execute(
        "INSERT INTO sources_search (rowid, folded_title, folded_text) VALUES (?, ?, ?)",
        (seq, fold(source.title or ""), fold(source.text)),
    )


def add_claims(db: Database, source_seq: int, claims: Sequence[Claim]) -> None:
    """Adds claims to a source, which has the row number `source_seq`."""
    first = db.conn.execute("SELECT coalesce(max(seq), 0) + 1 FROM claims").fetchone()[0]
    numbered = list(enumerate(claims, start=first))
    db.conn.executemany(
        insert_sql("claims", ("seq", "source", *CLAIM.names)),
        ((number, source_seq, *claim_to_row(claim)) for number, claim in numbered),
    )
    add_claim_parts(db, numbered)
    index_claims(db, numbered)


def index_claims(db: Database, numbered: Sequence[tuple[int, Claim]]) -> None:
    """Makes the words of claims findable, each with its row number."""
    db.conn.executemany(
        "INSERT INTO claims_search (rowid, folded) VALUES (?, ?)",
        ((number, fold(claim.text)) for number, claim in numbered),
    )


def refuse_wrong_claims(source: Source, claims: Sequence[Claim]) -> None:
    """Raises StoreError where a claim is not of this source, or its text is not at its offsets."""
    for claim in claims:
        if claim.source != source.id or claim.text != source.text[claim.start : claim.end]:
            raise StoreError(
                "A claim does not match its source",
                f"{source.file}: claim {claim.id} at {claim.start}-{claim.end}",
                "Nothing of this source was stored. Please report this.",
            )


def add_claim_parts(db: Database, numbered: Sequence[tuple[int, Claim]]) -> None:
    """Adds the dates, quantities and names of claims, each with its row number."""
    db.conn.executemany(
        insert_sql("dates", ("claim", "position", *DATE.names)),
        ((number, *row) for number, claim in numbered for row in date_rows(claim)),
    )
    db.conn.executemany(
        insert_sql("quantities", ("claim", "position", *QUANTITY.names)),
        (
            (number, position, *QUANTITY.of(quantity))
            for number, claim in numbered
            for position, quantity in enumerate(claim.quantities)
        ),
    )
    db.conn.executemany(
        insert_sql("mentions", ("claim", "position", *MENTION.names)),
        (
            (number, position, *MENTION.of(mention))
            for number, claim in numbered
            for position, mention in enumerate(claim.mentions)
        ),
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
    db.conn.execute(insert_sql("decisions", DECISION.names), decision_to_row(decision))
    if regroups:
        mark_to_link(db, reading.sources_of(db, decision.claims))
    if judge is None:
        return {}
    touched = reading.discrepancies_about(db, decision)
    judged = judge(reading.decisions_about(db, touched), touched)
    set_judgements(db, judged)
    return {discrepancy: judgement.status for discrepancy, judgement in judged.items()}


def set_status(db: Database, statuses: Mapping[str, Status]) -> None:
    """Sets the status of those of these discrepancies that exist, touching only rows that change."""
    db.conn.executemany(
        "UPDATE discrepancies SET status = ?1 WHERE id = ?2 AND status <> ?1",
        ((status, discrepancy) for discrepancy, status in statuses.items()),
    )


def set_judgements(db: Database, judged: Mapping[str, Judgement]) -> None:
    """Writes what the log says of those of these discrepancies that exist, touching only rows that change."""
    db.conn.executemany(
        """UPDATE discrepancies SET status = ?1, reviewer = ?2, decided_at = ?3, assignee = ?4
           WHERE id = ?5 AND (status, reviewer, decided_at, assignee) <> (?1, ?2, ?3, ?4)""",
        (
            (one.status, one.reviewer, in_utc(one.at), one.assignee, discrepancy)
            for discrepancy, one in judged.items()
        ),
    )


def judgements(db: Database) -> dict[str, Judgement]:
    """What the log said of discrepancies when it was last asked, where it said anything."""
    rows = db.conn.execute(
        """SELECT id, status, reviewer, decided_at, assignee FROM discrepancies
           WHERE status <> 'open' OR reviewer <> '' OR assignee <> ''"""
    )
    return {found: Judgement(*judged) for found, *judged in rows}


def in_utc(at: str) -> str:
    """An ISO 8601 timestamp with zone in UTC with microseconds: as text it orders as time. "" stays."""
    return datetime.fromisoformat(at).astimezone(UTC).isoformat(timespec="microseconds") if at else ""

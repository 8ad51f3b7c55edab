"""The writes. Each is called inside one transaction, which the Store opens and ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.errors import StoreError
from workbench.folding import fold
from workbench.models import Claim, Decision, Discrepancy, Event, Link, Source, Status
from workbench.store import reading
from workbench.store.rows import (
    CLAIM,
    DATE,
    DECISION,
    DISCREPANCY,
    EVENT,
    MENTION,
    QUANTITY,
    SOURCE,
    VALUE,
    as_json,
    claim_to_row,
    date_rows,
    decision_to_row,
    event_to_row,
    insert_sql,
    source_to_row,
)
from workbench.subjects import subject

if TYPE_CHECKING:
    from sqlite_utils import Database

Judge = Callable[[Sequence[Decision], Sequence[Discrepancy]], Mapping[str, Status]]
"""What the log says of discrepancies. It is asked inside the transaction that writes its answer."""
Check = Callable[[Sequence[Decision]], None]
"""Raises where an entry may not follow the log as it stands. It is asked inside the transaction as well."""


def add_source(db: Database, source: Source, claims: Sequence[Claim]) -> bool:
    """Adds a source with its claims; false, and nothing changed, where its id is there already."""
    _refuse_wrong_claims(source, claims)
    if db.conn.execute("SELECT 1 FROM sources WHERE id = ?", (source.id,)).fetchone():
        return False
    cursor = db.conn.execute(insert_sql("sources", SOURCE.names), source_to_row(source))
    seq = cursor.lastrowid
    db.conn.execute(
        "INSERT INTO sources_search (rowid, folded_title, folded_text) VALUES (?, ?, ?)",
        (seq, fold(source.title or ""), fold(source.text)),
    )
    first = db.conn.execute("SELECT coalesce(max(seq), 0) + 1 FROM claims").fetchone()[0]
    numbered = list(enumerate(claims, start=first))
    db.conn.executemany(
        insert_sql("claims", ("seq", "source", *CLAIM.names)),
        ((number, seq, *claim_to_row(claim)) for number, claim in numbered),
    )
    _add_claim_parts(db, numbered)
    db.conn.executemany(
        "INSERT INTO claims_search (rowid, folded) VALUES (?, ?)",
        ((number, fold(claim.text)) for number, claim in numbered),
    )
    return True


def _refuse_wrong_claims(source: Source, claims: Sequence[Claim]) -> None:
    for claim in claims:
        if claim.source != source.id or claim.text != source.text[claim.start : claim.end]:
            raise StoreError(
                "A claim does not match its source",
                f"{source.file}: claim {claim.id} at {claim.start}-{claim.end}",
                "Nothing of this source was stored. Please report this.",
            )


def _add_claim_parts(db: Database, numbered: Sequence[tuple[int, Claim]]) -> None:
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


def replace_matching(
    db: Database,
    events: Sequence[Event],
    links: Sequence[Link],
    discrepancies: Sequence[Discrepancy],
    judge: Judge | None,
) -> None:
    """Swaps events, links and discrepancies; the log as it stands now gives them their statuses."""
    statuses = dict(db.conn.execute("SELECT id, status FROM discrepancies WHERE status <> 'open'").fetchall())
    for table in ("discrepancy_values", "discrepancies", "links", "event_claims", "events"):
        db.conn.execute(f"DELETE FROM {table}")
    _add_events(db, events)
    _add_links(db, links)
    _add_discrepancies(db, events, discrepancies)
    set_status(db, judge(reading.decisions(db), discrepancies) if judge else statuses)


def _add_events(db: Database, events: Sequence[Event]) -> None:
    claim_seqs = _seqs(db, "claims", (claim for event in events for claim in event.claims))
    db.conn.executemany(insert_sql("events", EVENT.names), map(event_to_row, events))
    db.conn.executemany(
        insert_sql("event_claims", ("event", "position", "claim")),
        (
            (event.id, position, claim_seqs[claim])
            for event in events
            for position, claim in enumerate(event.claims)
        ),
    )


def _add_links(db: Database, links: Sequence[Link]) -> None:
    claim_seqs = _seqs(db, "claims", (claim for link in links for claim in (link.a, link.b)))
    db.conn.executemany(
        insert_sql("links", ("a", "b", "score", "parts")),
        ((claim_seqs[link.a], claim_seqs[link.b], link.score, as_json(link.parts)) for link in links),
    )


def _add_discrepancies(db: Database, events: Sequence[Event], discrepancies: Sequence[Discrepancy]) -> None:
    values = [
        (found.id, position, value) for found in discrepancies for position, value in enumerate(found.values)
    ]
    claim_seqs = _seqs(db, "claims", (value.claim for *_, value in values))
    source_seqs = _seqs(db, "sources", (value.source for *_, value in values))
    labels = {event.id: event.label for event in events}
    db.conn.executemany(
        insert_sql("discrepancies", (*DISCREPANCY.names, "folded_label", "folded")),
        (
            (*DISCREPANCY.of(found), fold(label), _searchable(found, label))
            for found in discrepancies
            for label in (labels.get(found.event, ""),)
        ),
    )
    db.conn.executemany(
        insert_sql("discrepancy_values", ("discrepancy", "position", *VALUE.names)),
        (
            (found, position, claim_seqs[value.claim], source_seqs[value.source], *VALUE.of(value)[2:])
            for found, position, value in values
        ),
    )


def _searchable(found: Discrepancy, event_label: str) -> str:
    quotes = (value.quote for value in found.values)
    return fold("\n".join((event_label, subject(found.attribute, found.key), *found.labels, *quotes)))


def _seqs(db: Database, table: str, ids: Iterable[str]) -> dict[str, int]:
    """The row numbers of these ids; StoreError names one that the table does not have."""
    wanted = set(ids)
    found = dict(
        db.conn.execute(
            f"SELECT id, seq FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
            (as_json(sorted(wanted)),),
        ).fetchall()
    )
    missing = wanted.difference(found)
    if missing:
        raise StoreError(
            "The database does not know this",
            f"{table}: {min(missing)}",
            "Import the sources, then match again.",
        )
    return found


def append_decision(
    db: Database, decision: Decision, judge: Judge | None, check: Check | None = None
) -> Mapping[str, Status]:
    """Adds a decision at the end of the log, and gives what it bears on the status that follows."""
    if check:
        check(reading.decisions(db))
    if db.conn.execute("SELECT 1 FROM decisions WHERE id = ?", (decision.id,)).fetchone():
        raise StoreError("The decision is in the log already", decision.id, "Nothing was changed.")
    db.conn.execute(insert_sql("decisions", DECISION.names), decision_to_row(decision))
    if judge is None:
        return {}
    touched = reading.discrepancies_about(db, decision)
    statuses = judge(reading.decisions_about(db, touched), touched)
    set_status(db, statuses)
    return statuses


def set_status(db: Database, statuses: Mapping[str, Status]) -> None:
    """Sets the status of those of these discrepancies that exist, touching only rows that change."""
    db.conn.executemany(
        "UPDATE discrepancies SET status = ?1 WHERE id = ?2 AND status <> ?1",
        ((status, discrepancy) for discrepancy, status in statuses.items()),
    )

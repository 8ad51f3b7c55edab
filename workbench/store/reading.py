"""The reads of whole models. Each is called inside one read transaction, so that parts fit together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from workbench.errors import StoreError
from workbench.models import AttributeValue, Claim, Decision, Discrepancy, Event, Source
from workbench.store.rows import (
    CLAIM,
    DATE,
    DISCREPANCY,
    EVENT,
    MENTION,
    QUANTITY,
    QUEUE_ORDER,
    SOURCE,
    VERSION_COLUMNS,
    Columns,
    Row,
    SourceRow,
    as_json,
    claim_from_row,
    date_from_row,
    event_from_row,
    grouped,
    mention_from_row,
    publication_from_json,
    quantity_from_row,
    source_from_row,
    strings_from_json,
    version_of,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

Part = TypeVar("Part", bound=tuple[Any, ...])
PAGE = 1_000
"""Rows whose parts are fetched at once."""

_IN = "IN (SELECT value FROM json_each(?))"

_SOURCE_ROW = f"""SELECT published, credits, id, file, sources.title, publisher, language, url, sha256,
  (SELECT count(*) FROM claims WHERE claims.source = sources.seq), nullif(leader, id), removed, author,
  format, {VERSION_COLUMNS}
  FROM sources LEFT JOIN lineages ON lineages.source = sources.seq
  LEFT JOIN versions ON versions.source = sources.seq AND versions > 1 AND removed IS NULL"""

_OF_VERSION = len(VERSION_COLUMNS.split(", "))

# CROSS JOIN keeps the sources outside, whose index then gives the order without sorting.
_CLAIM = f"""SELECT claims.seq, sources.id, {CLAIM.select("claims")}
  FROM sources CROSS JOIN claims ON claims.source = sources.seq"""
_VALUE = Columns(AttributeValue, leave_out=("claim", "source"))
_CLAIM_ORDER = "ORDER BY sources.file, sources.id, claims.start, claims.id"


def _pages(items: Iterable[str]) -> Iterator[list[str]]:
    iterator = iter(items)
    while page := list(islice(iterator, PAGE)):
        yield page


def source_rows(db: Database, where: str = "", parameters: Sequence[str] = ()) -> list[SourceRow]:
    """Sources without their text, ordered by file and id."""
    rows = db.conn.execute(f"{_SOURCE_ROW} {where} ORDER BY file, id", parameters)
    return [_source_row(*row) for row in rows]


def _source_row(published: str | None, credited: str | None, *rest: Any) -> SourceRow:
    source_id, file, title, publisher, *more = rest[:-_OF_VERSION]
    row = SourceRow(source_id, file, title, publisher, publication_from_json(published), *more)
    outlets = strings_from_json(credited) if credited else ()
    version = version_of(rest[-_OF_VERSION:]) if rest[-_OF_VERSION] else None
    return replace(row, credits=outlets, version=version) if outlets or version else row


def source(db: Database, source_id: str) -> Source:
    """The whole source."""
    row = db.conn.execute(f"SELECT {SOURCE.select()} FROM sources WHERE id = ?", (source_id,)).fetchone()
    if row is None:
        raise unknown("source", source_id)
    return source_from_row(row)


def unknown(kind: str, name: str) -> StoreError:
    """The error for an id that is not there."""
    return StoreError(f"No such {kind}", name, "List what there is with: workbench export.")


def claims(db: Database, *, source: str | None = None, event: str | None = None) -> list[Claim]:
    """Claims in the order of their sources' files and of their places in them."""
    conditions = {
        "sources.id = ?": source,
        "claims.seq IN (SELECT claim FROM event_claims WHERE event = ?)": event,
    }
    chosen = {condition: value for condition, value in conditions.items() if value is not None}
    where = f"WHERE {' AND '.join(chosen)}" if chosen else ""
    return rebuilt(db, db.conn.execute(f"{_CLAIM} {where} {_CLAIM_ORDER}", tuple(chosen.values())))


CLAIMS_AFTER = f"""{_CLAIM}
  WHERE sources.file >= ?1 AND (sources.file, sources.id, claims.start, claims.id) > (?1, ?2, ?3, ?4)
  {_CLAIM_ORDER} LIMIT ?5"""


def claims_page(db: Database, after: str | None, limit: int) -> list[Claim]:
    """The `limit` claims that follow claim `after` in the order of `claims`."""
    key: Row | None = ("", "", -1, "")
    if after is not None:
        key = db.conn.execute(
            """SELECT sources.file, sources.id, claims.start, claims.id
               FROM claims JOIN sources ON claims.source = sources.seq WHERE claims.id = ?""",
            (after,),
        ).fetchone()
    if key is None:
        raise unknown("claim", str(after))
    return rebuilt(db, db.conn.execute(CLAIMS_AFTER, (*key, limit)))


def claims_by_id(db: Database, ids: Iterable[str]) -> dict[str, Claim]:
    """Those of these claims that exist."""
    found: dict[str, Claim] = {}
    for page in _pages(ids):
        rows = db.conn.execute(
            f"""SELECT claims.seq, sources.id, {CLAIM.select("claims")}
                FROM claims JOIN sources ON claims.source = sources.seq WHERE claims.id {_IN}""",
            (as_json(page),),
        )
        found.update((claim.id, claim) for claim in rebuilt(db, rows))
    return found


def rebuilt(db: Database, rows: Iterable[Row]) -> list[Claim]:
    """Claims out of (seq, source id, *CLAIM) rows, with the parts that other tables hold."""
    result: list[Claim] = []
    iterator = iter(rows)
    while page := list(islice(iterator, PAGE)):
        seqs = as_json([row[0] for row in page])
        dates = parts(db, "dates", DATE, seqs, tuple, first="position,")
        quantities = parts(db, "quantities", QUANTITY, seqs, tuple)
        mentions = parts(db, "mentions", MENTION, seqs, tuple)
        result += [
            claim_from_row(
                row[2:],
                row[1],
                {part[1]: date_from_row(part[2:]) for part in dates.get(row[0], ())},
                [quantity_from_row(part[1:]) for part in quantities.get(row[0], ())],
                [mention_from_row(part[1:]) for part in mentions.get(row[0], ())],
            )
            for row in page
        ]
    return result


def parts(
    db: Database, table: str, columns: Columns, seqs: str, make: Callable[[Row], Part], *, first: str = ""
) -> dict[int, list[Part]]:
    """Parts of claims by the claim, which is their first column; `seqs` is a JSON list of claims.

    `first` names columns before the model's own; `make` is given rows.
    """
    found: dict[int, list[Part]] = {}
    # CROSS JOIN keeps the claims outside; the parts' primary key (claim, position) gives the order.
    rows = db.conn.execute(
        f"""SELECT claim, {first} {columns.select(table)} FROM json_each(?) AS wanted
            CROSS JOIN {table} ON {table}.claim = wanted.value""",
        (seqs,),
    )
    for row in map(make, rows):
        found.setdefault(row[0], []).append(row)
    return found


def events(db: Database, ids: Sequence[str] | None = None) -> list[Event]:
    """Events by their first day (those without one last) and id; or those that are asked for."""
    where, parameters = (f"WHERE {{}} {_IN}", (as_json(ids),)) if ids is not None else ("", ())
    members = grouped(
        db.conn.execute(
            f"""SELECT event_claims.event, claims.id
                FROM event_claims JOIN claims ON claims.seq = event_claims.claim
                {where.format("event_claims.event")}
                ORDER BY event_claims.event, event_claims.position""",
            parameters,
        )
    )
    rows = db.conn.execute(
        f"""SELECT {EVENT.select()} FROM events {where.format("id")}
            ORDER BY date IS NULL, json_extract(date, '$.start'), id""",
        parameters,
    )
    return [event_from_row(row, [claim for (claim,) in members.get(row[0], ())]) for row in rows]


def event_of_claim(db: Database) -> dict[str, str]:
    """Claim id to event id, for every claim that is in an event."""
    return dict(
        db.conn.execute(
            """SELECT claims.id, event_claims.event
               FROM event_claims JOIN claims ON claims.seq = event_claims.claim ORDER BY claims.id"""
        ).fetchall()
    )


def discrepancies(db: Database, condition: str = "", *parameters: str) -> list[Discrepancy]:
    """Discrepancies in the order of their severity in the queue; `condition` is SQL on their table."""
    where = f"WHERE {condition}" if condition else ""
    values = grouped(
        db.conn.execute(
            f"""SELECT discrepancy, claims.id, sources.id, {_VALUE.select("found")}
                FROM discrepancies JOIN discrepancy_values AS found ON found.discrepancy = discrepancies.id
                JOIN claims ON claims.seq = found.claim JOIN sources ON sources.seq = found.source
                {where} ORDER BY discrepancy, position""",
            parameters,
        )
    )
    rows = db.conn.execute(
        f"SELECT {DISCREPANCY.select()} FROM discrepancies {where} ORDER BY {QUEUE_ORDER}", parameters
    )
    return [
        Discrepancy(
            **dict(zip(DISCREPANCY.names, row, strict=True)),
            values=tuple(AttributeValue(*value) for value in values.get(row[0], ())),
        )
        for row in rows
    ]


def discrepancies_about(db: Database, decision: Decision) -> list[Discrepancy]:
    """Those that a decision can bear on: the one it names, and those of its subject on one of its claims."""
    return discrepancies(
        db,
        f"""discrepancies.id = ? OR discrepancies.id IN (
              SELECT discrepancies.id FROM claims
              CROSS JOIN discrepancy_values ON discrepancy_values.claim = claims.seq
              CROSS JOIN discrepancies ON discrepancies.id = discrepancy_values.discrepancy
              WHERE claims.id {_IN} AND attribute = ? AND key = ?)""",
        decision.discrepancy,
        as_json(decision.claims),
        decision.attribute,
        decision.key,
    )


def sources_of(db: Database, claims: Iterable[str]) -> list[str]:
    """The ids of the sources of those of these claims that exist."""
    rows = db.conn.execute(
        f"""SELECT DISTINCT sources.id FROM claims CROSS JOIN sources ON sources.seq = claims.source
            WHERE claims.id {_IN}""",
        (as_json(sorted(set(claims))),),
    )
    return [row[0] for row in rows]

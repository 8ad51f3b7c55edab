"""Whether a database is whole, and its content as text that can be compared."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workbench.store import differing, log_reading, matched, reading, retrievals, told, word_checks
from workbench.store.rows import as_json
from workbench.store.tallies import tally_problems

if TYPE_CHECKING:
    from sqlite_utils import Database

_WRONG_OFFSETS = {
    "claims": ("text", "start", '"end"'),
    "dates": ("expr", "expr_start", "expr_end"),
    "quantities": ("expr", "start", '"end"'),
    "mentions": ("text", "start", '"end"'),
}

_IN_CLAIMS = {"times": "expr", "ordinals": "expr", "quotes": "text"}
"""What claims carry in a column of their own, and what its words are called there."""
_WRONG_PART = """substr(sources.text, json_extract(part.value, '$.start') + 1,
  json_extract(part.value, '$.end') - json_extract(part.value, '$.start'))
  <> json_extract(part.value, '$.{words}')"""


def problems(db: Database) -> list[str]:
    """What is wrong with the file, its references, search indexes and offsets; empty if nothing is."""
    found = [row[0] for row in db.conn.execute("PRAGMA integrity_check") if row[0] != "ok"]
    found += [
        f"{table}: row {row} refers to a missing row of {parent}"
        for table, row, parent, _ in db.conn.execute("PRAGMA foreign_key_check")
    ]
    found += word_checks.problems(db)
    found += offset_problems(db)
    return found + tally_problems(db) + differing.problems(db) + told.problems(db)


def offset_problems(db: Database) -> Iterator[str]:
    """Words of claims, and of what they carry, that are not at their offsets."""
    for table in _WRONG_OFFSETS:
        yield from _offset_problems(db, table)
    for column, words in _IN_CLAIMS.items():
        rows = db.conn.execute(
            f"""SELECT DISTINCT claims.id FROM claims CROSS JOIN json_each(claims.{column}) AS part
                JOIN sources ON sources.seq = claims.source
                WHERE {column} <> '[]' AND {_WRONG_PART.format(words=words)}"""
        )
        for (claim_id,) in rows:
            yield f"{column}: words of claim {claim_id} are not at their offsets"


def value_problems(db: Database) -> Iterator[str]:
    """Values of discrepancies whose words are not at their offsets."""
    rows = db.conn.execute(
        """SELECT DISTINCT discrepancy FROM discrepancy_values AS part
           JOIN sources ON sources.seq = part.source
           WHERE substr(sources.text, part.start + 1, part."end" - part.start) <> quote ORDER BY 1"""
    )
    for (found,) in rows:
        yield f"discrepancy_values: words of {found} are not at their offsets"


def hash_of(original: bytes) -> str:
    """The SHA-256 of an article's original, as it stands beside it."""
    return hashlib.sha256(original).hexdigest()


def _offset_problems(db: Database, table: str) -> Iterator[str]:
    words, start, end = _WRONG_OFFSETS[table]
    claim = "part.seq" if table == "claims" else "part.claim"
    rows = db.conn.execute(
        f"""SELECT claims.id FROM {table} AS part JOIN claims ON claims.seq = {claim}
            JOIN sources ON sources.seq = claims.source
            WHERE substr(sources.text, part.{start} + 1, part.{end} - part.{start}) <> part.{words}"""
    )
    for (claim_id,) in rows:
        yield f"{table}: words of claim {claim_id} are not at their offsets"


def dump(read: Callable[[Callable[[Database], list[str]]], list[str]]) -> Iterator[str]:
    """One line for each thing, kinds one after the other, in an order that does not depend on imports.

    `read` runs a function in a read transaction of its own, so that no transaction stays open
    while the caller goes on.
    """
    for source_id in read(partial(_ids, table="sources")):
        yield from read(partial(_source_lines, source_id=source_id))
    yield from read(_version_lines)
    claim_ids = read(partial(_ids, table="claims"))
    for start in range(0, len(claim_ids), reading.PAGE):
        page = claim_ids[start : start + reading.PAGE]
        yield from read(partial(_claim_lines, ids=page))
    yield from read(lambda db: [f"event {as_json(event)}" for event in reading.events(db)])
    yield from read(lambda db: [f"link {as_json(link)}" for link in matched.links(db)])
    yield from read(_discrepancy_lines)
    yield from read(lambda db: [f"decision {as_json(decision)}" for decision in log_reading.logged(db)])
    yield from read(_former_claims)


def _ids(db: Database, table: str) -> list[str]:
    return [row[0] for row in db.conn.execute(f"SELECT id FROM {table} ORDER BY id")]


def _source_lines(db: Database, source_id: str) -> list[str]:
    source = reading.source(db, source_id)
    lines = [f"source {as_json(replace(source, original=b''))} original {hash_of(source.original)}"]
    lines += [f"retrieval of {source_id} {as_json(one)}" for one in retrievals.of_source(db, source_id)]
    before = told.as_told(db, source)
    if before != source:
        lines.append(f"told {as_json(replace(before, original=b''))}")
    (removed,) = db.conn.execute("SELECT removed FROM sources WHERE id = ?", (source_id,)).fetchone()
    return [*lines, f"removed {source_id} {removed}"] if removed else lines


def _claim_lines(db: Database, ids: list[str]) -> list[str]:
    found = reading.claims_by_id(db, ids)
    return [f"claim {as_json(found[claim])}" for claim in ids]


def _version_lines(db: Database) -> list[str]:
    rows = db.conn.execute(
        """SELECT id, article, number FROM versions JOIN sources ON sources.seq = versions.source
           WHERE versions > 1 ORDER BY article, number"""
    )
    return [f"version {as_json(row)}" for row in rows]


def _discrepancy_lines(db: Database) -> list[str]:
    statuses = dict(db.conn.execute("SELECT id, status FROM discrepancies").fetchall())
    return sorted(f"discrepancy {as_json(found)} {statuses[found.id]}" for found in reading.discrepancies(db))


def _former_claims(db: Database) -> list[str]:
    rows = db.conn.execute(
        """SELECT former_claims.id, sources.id, start, "end", former_claims.text, heir
           FROM former_claims JOIN sources ON sources.seq = former_claims.source ORDER BY former_claims.id"""
    )
    return [f"former {as_json(row)}" for row in rows]

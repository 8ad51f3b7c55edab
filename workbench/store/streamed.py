"""Reads of many objects at once, a query a table and page, in the order in which they are exported."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from workbench.models import Claim, Discrepancy
from workbench.store import reading
from workbench.store.rows import CLAIM, as_json

if TYPE_CHECKING:
    from sqlite_utils import Database

_IN = "IN (SELECT value FROM json_each(?))"
# CROSS JOIN keeps the few that are wanted outside, in their order, and looks the rest up by index.
_CLAIMS_AT = f"""SELECT claims.seq, sources.id, {CLAIM.select("claims")} FROM json_each(?) AS wanted
  CROSS JOIN claims ON claims.seq = wanted.value CROSS JOIN sources ON sources.seq = claims.source"""
_CLAIMS_OF = f"""SELECT event_claims.event, sources.file, claims.seq, sources.id, {CLAIM.select("claims")}
  FROM json_each(?) AS wanted CROSS JOIN event_claims ON event_claims.event = wanted.value
  CROSS JOIN claims ON claims.seq = event_claims.claim CROSS JOIN sources ON sources.seq = claims.source"""
_START, _ID = CLAIM.names.index("start"), CLAIM.names.index("id")
_event_of = itemgetter(0)
_place = itemgetter(0, 1, 3, 4 + _START, 4 + _ID)
_of_claim = itemgetter(slice(2, None))


def claim_numbers(db: Database) -> array[int]:
    """All claims in the order of `claims`, by numbers that hold within this database as it is."""
    rows = db.conn.execute(
        """SELECT claims.seq FROM sources CROSS JOIN claims ON claims.source = sources.seq
           ORDER BY sources.file, sources.id, claims.start, claims.id"""
    )
    return array("q", map(itemgetter(0), rows))


def claims_at(db: Database, numbers: Sequence[int]) -> list[Claim]:
    """The claims of these numbers, in their order."""
    return reading.rebuilt(db, db.conn.execute(_CLAIMS_AT, (as_json(list(numbers)),)))


def claims_of_events(db: Database, events: Sequence[str]) -> dict[str, list[Claim]]:
    """The claims of each of these events, in the order of `claims`."""
    rows = db.conn.execute(_CLAIMS_OF, (as_json(events),)).fetchall()
    rows.sort(key=_place)
    claims = iter(reading.rebuilt(db, map(_of_claim, rows)))
    return {event: [next(claims) for _ in of_event] for event, of_event in groupby(rows, key=_event_of)}


def discrepancies_of_events(db: Database, events: Sequence[str]) -> dict[str, list[Discrepancy]]:
    """The discrepancies of those of these events that have any, in the order of `discrepancies`."""
    found: dict[str, list[Discrepancy]] = {}
    for one in reading.discrepancies(db, f"event {_IN}", as_json(events)):
        found.setdefault(one.event, []).append(one)
    return found

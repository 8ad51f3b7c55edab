"""Reads of many objects at once, a query a table and page, in the order in which they are exported."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, cast

from workbench.models import Claim, Discrepancy, Event
from workbench.store import reading
from workbench.store.claim_tuples import BriefClaim, brief_claim, brief_date, mention_tuple, quantity_tuple
from workbench.store.rows import (
    CLAIM,
    EVENT,
    MENTION,
    QUANTITY,
    Row,
    as_json,
    event_from_row,
    listed,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

_IN = "IN (SELECT value FROM json_each(?))"
# CROSS JOIN keeps the few that are wanted outside, in their order, and looks the rest up by index.
_CLAIMS_OF = f"""SELECT event_claims.event, sources.file, claims.seq, sources.id, {CLAIM.select("claims")}
  FROM json_each(?) AS wanted CROSS JOIN event_claims ON event_claims.event = wanted.value
  CROSS JOIN claims ON claims.seq = event_claims.claim CROSS JOIN sources ON sources.seq = claims.source"""
_BRIEF = """SELECT event_claims.event, event_claims.position, sources.file, claims.seq,
  claims.id, sources.id, claims.start, claims."end", speaker, claims.text, modality, place, heading,
  quotes, lemmas, dates.start, dates."end"
  FROM json_each(?) AS wanted CROSS JOIN event_claims ON event_claims.event = wanted.value
  CROSS JOIN claims ON claims.seq = event_claims.claim CROSS JOIN sources ON sources.seq = claims.source
  LEFT JOIN dates ON dates.claim = claims.seq AND dates.position = 0"""
_EVENT, _POSITION, _FILE, _SEQ, _CLAIM_ID, _SOURCE, _START_AT = range(7)
_SPEAKER, _QUOTES = (_CLAIM_ID + BriefClaim._fields.index(name) for name in ("speaker", "quotes"))
_brief_place = itemgetter(_EVENT, _FILE, _SOURCE, _START_AT, _CLAIM_ID)
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


def claims_of_events(db: Database, events: Sequence[str]) -> dict[str, list[Claim]]:
    """The claims of each of these events, in the order of `claims`."""
    rows = db.conn.execute(_CLAIMS_OF, (as_json(events),)).fetchall()
    rows.sort(key=_place)
    claims = iter(reading.rebuilt(db, map(_of_claim, rows)))
    return {event: [next(claims) for _ in of_event] for event, of_event in groupby(rows, key=_event_of)}


def brief_events(db: Database, events: Sequence[str]) -> list[tuple[Event, list[Claim]]]:
    """These events in their order, each with its claims in the order of `claims`.

    The claims have the fields that records are made of, and names only in events in which somebody speaks.
    """
    rows = db.conn.execute(_BRIEF, (as_json(events),)).fetchall()
    members: dict[str, list[tuple[int, str]]] = {event: [] for event in events}
    for row in rows:
        members[row[_EVENT]].append((row[_POSITION], row[_CLAIM_ID]))
    rows.sort(key=_brief_place)
    told = _brief_claims(db, rows)
    found = db.conn.execute(
        f"""SELECT {EVENT.select("events")} FROM json_each(?) AS wanted
            CROSS JOIN events ON events.id = wanted.value""",
        (as_json(events),),
    )
    return [
        (event_from_row(row, [claim for _, claim in sorted(members[row[0]])]), told.get(row[0], []))
        for row in found
    ]


def _brief_claims(db: Database, rows: Sequence[Row]) -> dict[str, list[Claim]]:
    """Claims of rows of `_BRIEF`, in their order, by event."""
    seqs = as_json([row[_SEQ] for row in rows])
    spoken = {row[_EVENT] for row in rows if row[_SPEAKER] is not None}
    named = as_json([row[_SEQ] for row in rows if row[_EVENT] in spoken])
    quantities = reading.parts(db, "quantities", QUANTITY, seqs, quantity_tuple)
    mentions = reading.parts(db, "mentions", MENTION, named, mention_tuple) if spoken else {}
    found: dict[str, list[Claim]] = {}
    for row in rows:
        quotes, lemmas, start, end = row[_QUOTES:]
        fields = (
            *row[_CLAIM_ID:_QUOTES],
            listed("quotes", quotes) if quotes != "[]" else (),
            brief_date(start, end),
            quantities.get(row[_SEQ], ()),
            mentions.get(row[_SEQ], ()),
            lemmas,
        )
        found.setdefault(row[_EVENT], []).append(cast("Claim", brief_claim(fields)))
    return found


def discrepancies_of_events(db: Database, events: Sequence[str]) -> dict[str, list[Discrepancy]]:
    """The discrepancies of those of these events that have any, in the order of `discrepancies`."""
    found: dict[str, list[Discrepancy]] = {}
    for one in reading.discrepancies(db, f"event {_IN}", as_json(events)):
        found.setdefault(one.event, []).append(one)
    return found

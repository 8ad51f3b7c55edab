"""Writing discrepancies, with what the queue shows, orders and counts them by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.errors import StoreError
from workbench.folding import fold
from workbench.models import Discrepancy
from workbench.store.rows import DISCREPANCY, VALUE, as_json, insert_sql
from workbench.subjects import subject

if TYPE_CHECKING:
    from sqlite_utils import Database

_IN = "IN (SELECT value FROM json_each(?))"
_OF_EVENT = ("event_type", "event_start", "event_end")
_OF_VALUES = ("origins", "newest")
_NOTHING = ("", "", "", "")
_DAYS = "coalesce(json_extract(events.date, '$.start'), ''), coalesce(json_extract(events.date, '$.end'), '')"
_NEWEST = "coalesce(max(json_extract(sources.published, '$.best')), '')"
_VALUES = "discrepancy_values AS found JOIN sources ON sources.seq = found.source"
_WRONG = f"""
  SELECT discrepancies.id FROM discrepancies JOIN events ON events.id = discrepancies.event
  WHERE (discrepancies.event_type, event_start, event_end) <> (events.event_type, {_DAYS})
  UNION
  SELECT discrepancies.id FROM discrepancies JOIN (
    SELECT discrepancy, count(DISTINCT coalesce(nullif(found.origin, ''), sources.id)) AS origins_now,
      {_NEWEST} AS newest_now
    FROM {_VALUES} GROUP BY discrepancy
  ) ON discrepancy = discrepancies.id
  WHERE (origins, newest) <> (origins_now, newest_now)
  ORDER BY 1
"""


def add_discrepancies(
    db: Database, discrepancies: Sequence[Discrepancy], claim_numbers: Mapping[str, int]
) -> None:
    """Adds discrepancies of events that are there; `claim_numbers` are the row numbers of their claims."""
    sources = numbers_of(db, "sources", (value.source for found in discrepancies for value in found.values))
    published = _days_of_publication(db, sources.values())
    events = _events(db, {found.event for found in discrepancies})
    db.conn.executemany(
        insert_sql("discrepancies", (*DISCREPANCY.names, "folded_label", "folded", *_OF_EVENT, *_OF_VALUES)),
        (
            (
                *DISCREPANCY.of(found),
                fold(label),
                _searchable(found, label),
                *about,
                len({value.origin or value.source for value in found.values}),
                max((published.get(sources[value.source], "") for value in found.values), default=""),
            )
            for found in discrepancies
            for label, *about in (events.get(found.event, _NOTHING),)
        ),
    )
    db.conn.executemany(
        insert_sql("discrepancy_values", ("discrepancy", "position", *VALUE.names)),
        (
            (
                found.id,
                position,
                number_of(claim_numbers, "claims", value.claim),
                sources[value.source],
                *VALUE.of(value)[2:],
            )
            for found in discrepancies
            for position, value in enumerate(found.values)
        ),
    )


def _events(db: Database, ids: Iterable[str]) -> dict[str, tuple[str, str, str, str]]:
    """Label, type, first and last day of events, by id."""
    rows = db.conn.execute(
        f"SELECT id, label, event_type, {_DAYS} FROM events WHERE id {_IN}", (as_json(sorted(ids)),)
    )
    return {event: (label, kind, start, end) for event, label, kind, start, end in rows}


def _days_of_publication(db: Database, sources: Iterable[int]) -> dict[int, str]:
    """The day of publication of those of these sources that have one, by row number."""
    sql = f"""SELECT seq, json_extract(published, '$.best') FROM sources
              WHERE seq {_IN} AND published IS NOT NULL"""
    return dict(db.conn.execute(sql, (as_json(sorted(sources)),)).fetchall())


def publication_changed(db: Database, source: int) -> None:
    """Brings discrepancies with a value of this source up to date with its day of publication."""
    db.conn.execute(
        f"""UPDATE discrepancies
            SET newest = (SELECT {_NEWEST} FROM {_VALUES} WHERE found.discrepancy = discrepancies.id)
            WHERE id IN (SELECT discrepancy FROM discrepancy_values WHERE source = ?)""",
        (source,),
    )


def problems(db: Database) -> list[str]:
    """Discrepancies that the queue would show, order or count wrongly."""
    return [
        f"discrepancies: {found} has not the days, type and origins of its event and values"
        for (found,) in db.conn.execute(_WRONG)
    ]


def _searchable(found: Discrepancy, event_label: str) -> str:
    quotes = (value.quote for value in found.values)
    return fold("\n".join((event_label, subject(found.attribute, found.key), *found.labels, *quotes)))


def numbers_of(db: Database, table: str, ids: Iterable[str]) -> dict[str, int]:
    """The row numbers of these ids; StoreError names one that the table does not have."""
    wanted = set(ids)
    found = dict(
        db.conn.execute(f"SELECT id, seq FROM {table} WHERE id {_IN}", (as_json(sorted(wanted)),)).fetchall()
    )
    for one in sorted(wanted.difference(found)):
        number_of(found, table, one)
    return found


def number_of(numbers: Mapping[str, int], table: str, one: str) -> int:
    """The row number of an id; StoreError names one that the table does not have."""
    try:
        return numbers[one]
    except KeyError:
        raise StoreError(
            "The database does not know this", f"{table}: {one}", "Import the sources, then match again."
        ) from None

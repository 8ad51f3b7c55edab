"""What the store hands out beside the shared models, and how models become rows and rows models."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any, Literal, TypeVar

import msgspec

from workbench.models import (
    AttributeValue,
    Block,
    Claim,
    ClockTime,
    DateSign,
    DateSpan,
    Decision,
    Discrepancy,
    Event,
    Mention,
    Ordinal,
    Publication,
    Quantity,
    Quote,
    Reading,
    Source,
    Version,
)

Row = tuple[Any, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source without its text: what lists show. `claims` is how many claims it has."""

    id: str
    file: str
    title: str | None
    publisher: str | None
    published: Publication | None
    language: str
    url: str | None
    sha256: str
    claims: int
    copy_of: str | None = None
    """The fullest of the near copies that it belongs to, or None where it stands alone or is that itself."""
    removed: str | None = None
    """The entry of the log by which it is out, or None."""
    author: str | None = None
    format: str = "text"
    credits: tuple[str, ...] = ()
    """Canonical names of the outlets that it gives as the source of its text."""
    version: Version | None = None
    """Which version of its article it is, or None where there is but one."""


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A claim or a passage of a source that was found; `text` is `source.text[start:end]`."""

    kind: Literal["claim", "source"]
    id: str
    source: str
    text: str
    start: int
    end: int


class Columns:
    """The columns of a table that carry a model's fields under their own names."""

    def __init__(self, model: type, *, leave_out: Iterable[str] = ()) -> None:
        left_out = set(leave_out)
        self.names = tuple(field.name for field in fields(model) if field.name not in left_out)
        self.of: Callable[[Any], Row] = attrgetter(*self.names)
        self._selected: dict[str, str] = {}

    def select(self, table: str = "") -> str:
        """The quoted names for a SELECT, each with its table where one is named."""
        if table not in self._selected:
            prefix = f"{table}." if table else ""
            self._selected[table] = ", ".join(f'{prefix}"{name}"' for name in self.names)
        return self._selected[table]


def insert_sql(table: str, names: Sequence[str]) -> str:
    """An INSERT with one placeholder a column."""
    quoted = ", ".join(f'"{name}"' for name in names)
    return f"INSERT INTO {table} ({quoted}) VALUES ({', '.join('?' * len(names))})"


def as_json(value: object) -> str:
    """Compact JSON; equal values give equal text."""
    return msgspec.json.encode(value).decode()


SOURCE = Columns(Source)
CLAIM = Columns(Claim, leave_out=("source", "date", "dates", "quantities", "mentions"))
DATE = Columns(DateSpan)
QUANTITY = Columns(Quantity)
MENTION = Columns(Mention)
EVENT = Columns(Event, leave_out=("claims",))
DISCREPANCY = Columns(Discrepancy, leave_out=("values",))
VALUE = Columns(AttributeValue)
DECISION = Columns(Decision)

VERSION_COLUMNS = "article, number, versions, marked, versions.time, certain, replaced"
"""What a version is made of, of the table of versions."""

QUEUE_ORDER = "severity_rank, verdict_rank, folded_label, id"
"""How the queue goes on behind what waits for a decision: by severity, verdict, event label and id."""

_CLAIM_JSON: dict[str, msgspec.json.Decoder[Any]] = {
    "times": msgspec.json.Decoder(tuple[ClockTime, ...]),
    "participants": msgspec.json.Decoder(tuple[str, ...]),
    "ordinals": msgspec.json.Decoder(tuple[Ordinal, ...]),
    "quotes": msgspec.json.Decoder(tuple[Quote, ...]),
    "lemmas": msgspec.json.Decoder(tuple[str, ...]),
    "aspects": msgspec.json.Decoder(tuple[str, ...]),
    "corrected_by": msgspec.json.Decoder(tuple[str, ...]),
}
_strings = msgspec.json.Decoder(tuple[str, ...])
_blocks = msgspec.json.Decoder(tuple[Block, ...])
_signs = msgspec.json.Decoder(tuple[DateSign, ...])
_publication = msgspec.json.Decoder(Publication)
_date_span = msgspec.json.Decoder(DateSpan)
_groups = msgspec.json.Decoder(tuple[tuple[str, ...], ...])
_readings = msgspec.json.Decoder(tuple[Reading, ...])


def source_to_row(source: Source) -> Row:
    """The row of a source, in the order of `SOURCE.names`."""
    changed = {
        "published": source.published and as_json(source.published),
        "original": zlib.compress(source.original, 6),
        "blocks": as_json(source.blocks),
        "signs": as_json(source.signs),
    }
    return tuple(
        changed.get(name, value) for name, value in zip(SOURCE.names, SOURCE.of(source), strict=True)
    )


def source_from_row(row: Row) -> Source:
    """The source of a row that was selected by `SOURCE`."""
    parts = dict(zip(SOURCE.names, row, strict=True))
    parts["published"] = publication_from_json(parts["published"])
    parts["original"] = zlib.decompress(parts["original"])
    parts["blocks"] = _blocks.decode(parts["blocks"])
    parts["signs"] = _signs.decode(parts["signs"])
    return Source(**parts)


def publication_from_json(text: str | None) -> Publication | None:
    """The publication of a `published` column."""
    return None if text is None else _publication.decode(text)


def strings_from_json(text: str) -> tuple[str, ...]:
    """A JSON column that holds a list of texts."""
    return _strings.decode(text)


def version_of(row: Sequence[Any]) -> Version:
    """The version of a row that was selected by `VERSION_COLUMNS`."""
    article, number, of, marked, time, certain, replaced = row
    return Version(article, number, of, bool(marked), time, bool(certain), bool(replaced))


def claim_to_row(claim: Claim) -> Row:
    """The claim's own row, in the order of `CLAIM.names`; its parts are rows of other tables."""
    return tuple(
        as_json(value) if name in _CLAIM_JSON else value
        for name, value in zip(CLAIM.names, CLAIM.of(claim), strict=True)
    )


def claim_from_row(
    row: Row,
    source: str,
    dates: dict[int, DateSpan],
    quantities: Sequence[Quantity],
    mentions: Sequence[Mention],
) -> Claim:
    """The claim of a row that was selected by `CLAIM`; `dates` by position, 0 being the claim's own."""
    (id_, start, end, text, speaker, event_type, modality, times, place, participants, ordinals, quotes,
     lemmas, context_start, context_end, heading, continues, aspects, corrected_by) = row  # fmt: skip
    return Claim(
        id_, source, start, end, text, speaker, event_type, modality,
        dates.get(0),
        tuple([dates[position] for position in sorted(dates) if position]),
        listed("times", times),
        place,
        listed("participants", participants),
        tuple(quantities),
        listed("ordinals", ordinals),
        tuple(mentions),
        listed("quotes", quotes),
        listed("lemmas", lemmas),
        context_start, context_end, bool(heading), bool(continues),
        listed("aspects", aspects),
        listed("corrected_by", corrected_by),
    )  # fmt: skip


def listed(name: str, text: str) -> tuple[Any, ...]:
    """What a JSON column of claims holds."""
    return () if text == "[]" else _CLAIM_JSON[name].decode(text)


def date_rows(claim: Claim) -> list[Row]:
    """(position, *DATE): 0 is the claim's own date, the listed ones follow from 1."""
    spans = [(0, claim.date)] if claim.date else []
    spans += list(enumerate(claim.dates, start=1))
    return [
        (position, span.start.isoformat(), span.end.isoformat(), *DATE.of(span)[2:])
        for position, span in spans
    ]


@lru_cache(maxsize=1_000)
def date_from_row(row: Row) -> DateSpan:
    """The span of a row that was selected by `DATE`."""
    return DateSpan(date.fromisoformat(row[0]), date.fromisoformat(row[1]), *row[2:])


def quantity_from_row(row: Row) -> Quantity:
    """The quantity of a row that was selected by `QUANTITY`."""
    value, low, high, unit, counted, side, scope, modifier, expr, start, end, part, total, qualifier = row
    return Quantity(
        value, low, high, unit, counted, side, scope, modifier, expr, start, end,
        bool(part), bool(total), qualifier,
    )  # fmt: skip


def mention_from_row(row: Row) -> Mention:
    """The mention of a row that was selected by `MENTION`."""
    return Mention(*row)


def event_to_row(event: Event) -> Row:
    """The event's row, in the order of `EVENT.names`; its claims are rows of event_claims."""
    changed = {"date": event.date and as_json(event.date), "participants": as_json(event.participants)}
    return tuple(changed.get(name, value) for name, value in zip(EVENT.names, EVENT.of(event), strict=True))


def event_from_row(row: Row, claims: Sequence[str]) -> Event:
    """The event of a row that was selected by `EVENT`."""
    id_, label, event_type, day, place, participants, *rest = row
    span = None if day is None else _date_span.decode(day)
    return Event(id_, label, event_type, tuple(claims), span, place, _strings.decode(participants), *rest)


def decision_to_row(decision: Decision) -> Row:
    """The decision's row, in the order of `DECISION.names`."""
    return tuple(
        as_json(value) if name in ("claims", "saw", "readings", "knew") else value
        for name, value in zip(DECISION.names, DECISION.of(decision), strict=True)
    )


def decision_from_row(row: Row) -> Decision:
    """The decision of a row that was selected by `DECISION`."""
    parts = dict(zip(DECISION.names, row, strict=True))
    parts["claims"] = _strings.decode(parts["claims"])
    parts["saw"] = _groups.decode(parts["saw"])
    parts["readings"] = _readings.decode(parts["readings"])
    parts["knew"] = _strings.decode(parts["knew"])
    return Decision(**parts)


def grouped(rows: Iterable[Row] | sqlite3.Cursor) -> dict[Any, list[Row]]:
    """Rows by their first column, which is left off; each group in the order of the rows."""
    groups: dict[Any, list[Row]] = {}
    for first, *rest in rows:
        groups.setdefault(first, []).append(tuple(rest))
    return groups

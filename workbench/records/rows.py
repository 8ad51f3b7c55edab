"""Exported objects as plain dictionaries, keys in the order that the export promises.

Every key is always there (None where there is nothing); keys of our own follow the promised ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol, get_args

import msgspec

from workbench.models import (
    HEARSAY,
    AttributeValue,
    Claim,
    DateSpan,
    Decision,
    Discrepancy,
    Mention,
    Publication,
    Quantity,
    Status,
)
from workbench.records.record import Record, number

What = Literal["claims", "events", "discrepancies", "attributes", "decisions"]
WHATS: tuple[What, ...] = get_args(What)
POLICED: tuple[What, ...] = ("events", "attributes")
"""What holds values that a policy may choose."""
Row = dict[str, Any]
"""One exported object: text, numbers, booleans, None, and lists and dictionaries of these."""


def as_what(name: str) -> What:
    """The kind of export of that name. Raises ValueError when there is none."""
    for what in WHATS:
        if what == name:
            return what
    raise ValueError(name)


class SourceInfo(Protocol):
    """What an export says of a source; the store's rows and whole sources both fit."""

    @property
    def id(self) -> str: ...
    @property
    def file(self) -> str: ...
    @property
    def title(self) -> str | None: ...
    @property
    def publisher(self) -> str | None: ...
    @property
    def published(self) -> Publication | None: ...
    @property
    def language(self) -> str: ...
    @property
    def url(self) -> str | None: ...
    @property
    def sha256(self) -> str: ...


def bound(value: float | str | None) -> str | None:
    """A bound as text, whatever the attribute: readers compare bounds of dates and of numbers alike."""
    return value if value is None or isinstance(value, str) else f"{value:.15g}"


def source_row(source: SourceInfo) -> Row:
    return {
        "id": source.id,
        "file": source.file,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published.best.isoformat() if source.published else None,
        "language": source.language,
        "url": source.url,
        "sha256": source.sha256,
    }


def date_row(span: DateSpan | None) -> Row | None:
    if span is None:
        return None
    return {
        "start": str(span.start),
        "end": str(span.end),
        "precision": span.precision,
        "expr": span.expr,
        "expr_start": span.expr_start,
        "expr_end": span.expr_end,
        "basis": span.basis,
        "weekday": span.weekday,
    }


def quantity_row(quantity: Quantity) -> Row:
    return {
        "value": number(quantity.value),
        "low": number(quantity.low),
        "high": number(quantity.high),
        "unit": quantity.unit,
        "counted": quantity.counted,
        "side": quantity.side,
        "scope": quantity.scope,
        "modifier": quantity.modifier,
        "expr": quantity.expr,
        "start": quantity.start,
        "end": quantity.end,
        "part": bool(quantity.part),
        "total": bool(quantity.total),
        "qualifier": quantity.qualifier,
    }


def _mention_row(mention: Mention) -> Row:
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "kind": mention.kind,
        "canonical": mention.canonical,
    }


def claim_row(
    claim: Claim, source: SourceInfo, event: str | None, *, told: Row | msgspec.Raw | None = None
) -> Row:
    """The claim with its event's id; `told` is the row of its source, made before, or its JSON."""
    return {
        "id": claim.id,
        "source": told or source_row(source),
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "speaker": claim.speaker,
        "event_type": claim.event_type,
        "modality": claim.modality,
        "date": date_row(claim.date),
        "dates": [date_row(span) for span in _dates(claim)],
        "place": claim.place,
        "participants": list(claim.participants),
        "quantities": [quantity_row(quantity) for quantity in claim.quantities],
        "event": event,
        "times": _flat(claim.times),
        "ordinals": _flat(claim.ordinals),
        "mentions": [_mention_row(mention) for mention in claim.mentions],
        "quotes": _flat(claim.quotes),
        "heading": bool(claim.heading),
        "evidence": "reported" if HEARSAY in claim.aspects else None,
        "corrected_by": list(claim.corrected_by),
    }


def _dates(claim: Claim) -> Sequence[DateSpan]:
    """All dates of a claim; words that only refer back ("after the summit") do not share their heading's."""
    if "scene=after" not in claim.aspects:
        return claim.dates
    return [span for span in claim.dates if span.basis != "heading"]


def _flat(values: Sequence[Any]) -> list[Row]:
    """Dataclasses of plain values as rows."""
    return [{name: getattr(one, name) for name in one.__slots__} for one in values] if values else []


def witnesses(told: Iterable[tuple[str, str]]) -> str:
    """How many stand behind a value, of (source, origin) pairs: "3 sources, 1 origin"."""
    pairs = set(told)
    counts = {"source": len({source for source, _ in pairs}), "origin": len({origin for _, origin in pairs})}
    return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for noun, count in counts.items())


def _value_row(value: AttributeValue, sources: Mapping[str, SourceInfo]) -> Row:
    return {
        "claim": value.claim,
        "source": source_row(sources[value.source]),
        "value": number(value.value),
        "low": bound(value.low),
        "high": bound(value.high),
        "label": value.label,
        "quote": value.quote,
        "start": value.start,
        "end": value.end,
        "origin": value.origin or value.source,
    }


def decision_row(decision: Decision | None) -> Row | None:
    if decision is None:
        return None
    return {
        "id": decision.id,
        "kind": decision.kind,
        "label": decision.label,
        "value": number(decision.value),
        "low": number(decision.low),
        "high": number(decision.high),
        "note": decision.note,
        "until": decision.until,
        "reviewer": decision.reviewer,
        "at": decision.at,
    }


def discrepancy_row(
    discrepancy: Discrepancy,
    status: Status,
    decision: Decision | None,
    sources: Mapping[str, SourceInfo],
    disagreement: Iterable[Decision] = (),
) -> Row:
    return {
        "id": discrepancy.id,
        "event": discrepancy.event,
        "attribute": discrepancy.attribute,
        "verdict": discrepancy.verdict,
        "severity": discrepancy.severity,
        "status": status,
        "values": [_value_row(value, sources) for value in discrepancy.values],
        "why": discrepancy.why,
        "decision": decision_row(decision),
        "key": discrepancy.key,
        "suggestion": discrepancy.suggestion,
        "rule": discrepancy.rule,
        "severity_why": discrepancy.severity_why,
        "slip": discrepancy.slip,
        "disagreement": [decision_row(one) for one in disagreement],
    }


def event_row(record: Record) -> Row:
    """The record's fields, in their order and under the names that they are exported by."""
    row: Row = msgspec.json.decode(msgspec.json.encode(record))
    return row


def attribute_rows(record: Record) -> Iterator[Row]:
    """The record's attributes, a row each, with the event that they are of."""
    row = event_row(record)
    for name, one in row["attributes"].items():
        yield {
            "event": record.id,
            "event_label": record.label,
            "name": name,
            **one,
            "policy": record.policy,
        }

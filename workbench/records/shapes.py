"""What every exported object looks like: the schemas in docs/schemas/ are made of it, exports checked by it.

A key that a row has and its shape has not is a fault, and so is one that is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from workbench.models import Modality, Severity, Slip, Status, Verdict
from workbench.models.review import About, Attribute, DecisionKind
from workbench.records.claim_shapes import (
    ClaimShape,
    Count,
    DateShape,
    Day,
    Exported,
    Offset,
    Scalar,
    Seal,
    Shape,
    SourceShape,
    Time,
)
from workbench.records.rows import What


class ValueShape(Shape):
    """One claim's value of an attribute."""

    claim: str
    source: SourceShape
    value: Scalar
    low: str | None
    high: str | None
    label: Annotated[str, Meta(description="Claims that agree share it, claims that differ do not.")]
    quote: Annotated[str, Meta(description="`source_text[start:end]`.")]
    start: Offset
    end: Offset
    origin: Annotated[str, Meta(description="Id of the source where the statement is first known.")]


class DecisionShape(Shape):
    """The decision in force on a difference."""

    id: str
    kind: DecisionKind
    label: str | None
    value: Scalar
    low: Scalar
    high: Scalar
    note: str | None
    until: Day | None
    reviewer: str
    at: Time


class DiscrepancyShape(Exported):
    """One attribute of one event on which claims differ."""

    id: str
    event: str
    attribute: Attribute
    verdict: Verdict
    severity: Severity
    status: Status
    values: list[ValueShape]
    why: str
    decision: DecisionShape | None
    key: str
    suggestion: str | None
    rule: str | None
    severity_why: str
    slip: Slip | None
    disagreement: list[DecisionShape]


class AttributeShape(Shape, rename={"backing": "for"}):
    """What is known of one attribute of an event, and by which rule or decision."""

    best: Scalar
    low: Scalar
    high: Scalar
    unit: str | None
    modality: Modality | None
    rule: Annotated[str, Meta(description="Who or what chose `best`.")]
    claims: list[str]
    decision: str | None
    backing: Annotated[list[str], Meta(description="The claims behind what holds.")]
    against: Annotated[list[str], Meta(description="The claims against it.")]
    origins_for: Annotated[Count, Meta(description="Independent origins behind what holds.")]
    origins_against: Annotated[Count, Meta(description="Independent origins against it.")]
    open: Annotated[list[str], Meta(description="The values between which nobody has decided.")]
    discrepancies: Annotated[list[str], Meta(description="The differences on it.")]


class EventShape(Exported):
    """One reconciled record."""

    id: str
    label: str
    event_type: str
    date: DateShape | None
    place: str | None
    participants: list[str]
    attributes: dict[str, AttributeShape]
    claims: list[str]
    sources: list[str]
    origins: Annotated[Count, Meta(description="How many independent origins tell of it.")]
    discrepancies: list[str]
    decisions: list[str]
    state: Literal["open", "reconciled"]
    first_source: str | None
    parent: Annotated[str, Meta(description="The larger event of which this one is a stage.")] | None
    policy: str


class AttributeRowShape(AttributeShape):
    """One attribute of one event, as a row of its own."""

    event: str
    event_label: str
    name: str
    policy: str
    export: str
    seal: Seal


class UndoneShape(Shape):
    """The undo that takes an entry back."""

    id: str
    reviewer: str
    at: Time
    note: str | None


class EntryShape(Exported):
    """An entry of the log of decisions."""

    id: str
    at: Time
    reviewer: str
    kind: DecisionKind
    undone: UndoneShape | None
    discrepancy: str | None
    event: str | None
    event_label: str | None
    attribute: About
    key: str
    label: str | None
    value: Scalar
    low: Scalar
    high: Scalar
    until: Day | None
    note: str | None
    undoes: str | None
    claims: list[str]
    entry: Annotated[str, Meta(description="The entry as it was written, as compact JSON.")]


class HeadShape(Shape):
    """What a document was made from."""

    tool: Annotated[str, Meta(description="The program and its version.")]
    format: Annotated[int, Meta(description="Counts changes of what is promised of the objects.")]
    schema: Annotated[int, Meta(description="Numbers the database's tables.")]
    database: Annotated[str, Meta(description="Fingerprint of what the database held.")]
    at: Annotated[str, Meta(description="When the newest decision in it was taken.")] | None
    policy: str | None


SHAPES: Mapping[What, type[msgspec.Struct]] = {
    "claims": ClaimShape,
    "events": EventShape,
    "discrepancies": DiscrepancyShape,
    "attributes": AttributeRowShape,
    "decisions": EntryShape,
}

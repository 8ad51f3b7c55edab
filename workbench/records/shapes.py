"""What every exported object looks like: the schemas in docs/schemas/ are made of it, exports checked by it.

A key that a row has and its shape has not is a fault, and so is one that is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from workbench.models import MentionKind, Modality, Modifier, Scope, Severity, Slip, Status, Verdict
from workbench.models.article import Basis, Precision
from workbench.models.review import About, Attribute, DecisionKind
from workbench.records.rows import What

Offset = Annotated[int, Meta(ge=0, description="Counts Unicode code points of the source's text; half-open.")]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", description="A day, ISO 8601.")]
Time = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}T", description="A time with its zone, ISO 8601.")]
Count = Annotated[int, Meta(ge=0)]
Scalar = int | float | str | None
"""A number where a count or a total is meant, an ISO date or a canonical name else."""
SHA256 = Annotated[str, Meta(pattern="^[0-9a-f]+$", description="Of the bytes that were read, in hex.")]
Mark = Annotated[
    str, Meta(description="What it was made from: program, format, schema and fingerprint of the database.")
]
Policy = Annotated[str, Meta(description="The policy that chose values where nobody decided.")]
Seal = Annotated[
    str,
    Meta(
        pattern="^[0-9a-f]{16}$",
        description="The first digits of the SHA-256 of the object's bytes without this key.",
    ),
]


class _Shape(msgspec.Struct, forbid_unknown_fields=True):
    """An object with these keys and no others."""


class SourceShape(_Shape):
    """The article that says it."""

    id: str
    file: Annotated[str, Meta(description="Name of the imported file.")]
    title: str | None
    publisher: str | None
    published: Day | None
    language: str
    url: str | None
    sha256: SHA256


class DateShape(_Shape):
    """When it happened, as an interval of days; both are included."""

    start: Day
    end: Day
    precision: Precision
    expr: Annotated[str, Meta(description="The words that give the date.")]
    expr_start: Offset
    expr_end: Offset
    basis: Annotated[Basis, Meta(description="How the interval follows from the words.")]
    weekday: Annotated[int, Meta(ge=0, le=6, description="Named beside a day that falls on another.")] | None


class QuantityShape(_Shape):
    """A number with what it counts."""

    value: Annotated[float, Meta(description="The number said.")]
    low: Annotated[float, Meta(description="The least that it commits the speaker to.")] | None
    high: Annotated[float, Meta(description="The most that it commits the speaker to.")] | None
    unit: str
    counted: Annotated[str, Meta(description="Canonical head noun.")] | None
    side: Annotated[str, Meta(description="The party counted, or `each`.")] | None
    scope: Scope
    modifier: Modifier
    expr: str
    start: Offset
    end: Offset
    part: Annotated[bool, Meta(description="A part of another number of the claim.")]
    total: Annotated[bool, Meta(description="The words say that it is a sum.")]
    qualifier: Annotated[str, Meta(description="Words that narrow what is counted.")] | None


class TimeShape(_Shape):
    """A time of day."""

    value: Annotated[str, Meta(pattern=r"^\d{2}:\d{2}$")]
    zone: str | None
    modifier: Modifier
    expr: str
    start: Offset
    end: Offset


class OrdinalShape(_Shape):
    """Which one of a series."""

    value: int
    of: str
    expr: str
    start: Offset
    end: Offset


class MentionShape(_Shape):
    """A name in the text, and the one that is the same for all its forms."""

    text: str
    start: Offset
    end: Offset
    kind: MentionKind
    canonical: str


class QuoteShape(_Shape):
    """Words in quotation marks; offsets exclude the marks."""

    text: str
    start: Offset
    end: Offset


class ClaimShape(_Shape):
    """The smallest clause that says something checkable about one event."""

    id: Annotated[str, Meta(description="The same text in the same source has the same id everywhere.")]
    source: SourceShape
    start: Offset
    end: Offset
    text: Annotated[str, Meta(description="The clause: `source_text[start:end]`.")]
    speaker: Annotated[str, Meta(description="Who says it; null where the source itself does.")] | None
    event_type: str
    modality: Modality
    date: DateShape | None
    dates: list[DateShape]
    place: str | None
    participants: list[str]
    quantities: list[QuantityShape]
    event: str | None
    times: list[TimeShape]
    ordinals: list[OrdinalShape]
    mentions: list[MentionShape]
    quotes: list[QuoteShape]
    heading: bool
    evidence: Literal["reported"] | None
    corrected_by: list[str]
    export: Mark
    seal: Seal


class ValueShape(_Shape):
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


class DecisionShape(_Shape):
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


class DiscrepancyShape(_Shape):
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
    disagreement: Annotated[
        list[DecisionShape],
        Meta(description="Taken without knowing of each other, they say different things."),
    ]
    export: Mark
    seal: Seal


class AttributeShape(_Shape, rename={"backing": "for"}):
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


class EventShape(_Shape):
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
    policy: Policy
    export: Mark
    seal: Seal


class AttributeRowShape(AttributeShape):
    """One attribute of one event, as a row of its own."""

    event: str
    event_label: str
    name: str
    policy: Policy
    export: Mark
    seal: Seal


class UndoneShape(_Shape):
    """The undo that takes an entry back."""

    id: str
    reviewer: str
    at: Time
    note: str | None


class EntryShape(_Shape):
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
    export: Mark
    seal: Seal


class HeadShape(_Shape):
    """What a document was made from."""

    tool: Annotated[str, Meta(description="The program and its version.")]
    format: Annotated[int, Meta(description="Counts changes of what is promised of the objects.")]
    schema: Annotated[int, Meta(description="Numbers the database's tables.")]
    database: Annotated[str, Meta(description="Fingerprint of what the database held.")]
    at: Annotated[str, Meta(description="When the newest decision in it was taken.")] | None
    policy: Policy | None


SHAPES: Mapping[What, type[msgspec.Struct]] = {
    "claims": ClaimShape,
    "events": EventShape,
    "discrepancies": DiscrepancyShape,
    "attributes": AttributeRowShape,
    "decisions": EntryShape,
}

"""What an exported claim looks like, and what the shapes of all objects are made of."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from workbench.models import MentionKind, Modality, Modifier, Scope
from workbench.models.article import Basis, Precision

Offset = Annotated[int, Meta(ge=0, description="Counts Unicode code points of the source's text; half-open.")]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", description="A day, ISO 8601.")]
Time = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}T", description="A time with its zone, ISO 8601.")]
Count = Annotated[int, Meta(ge=0)]
Scalar = int | float | str | None
"""A number where a count or a total is meant, an ISO date or a canonical name else."""
SHA256 = Annotated[str, Meta(pattern="^[0-9a-f]+$", description="Of the bytes that were read, in hex.")]
Seal = Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]


class Shape(msgspec.Struct, forbid_unknown_fields=True):
    """An object with these keys and no others."""


class Exported(Shape):
    """An object of its own."""

    export: str
    seal: Seal


class SourceShape(Shape):
    """The article that says it."""

    id: str
    file: Annotated[str, Meta(description="Name of the imported file.")]
    title: str | None
    publisher: str | None
    published: Day | None
    language: str
    url: str | None
    sha256: SHA256


class DateShape(Shape):
    """When it happened, as an interval of days; both are included."""

    start: Day
    end: Day
    precision: Precision
    expr: Annotated[str, Meta(description="The words that give the date.")]
    expr_start: Offset
    expr_end: Offset
    basis: Annotated[Basis, Meta(description="How the interval follows from the words.")]
    weekday: Annotated[int, Meta(ge=0, le=6, description="Named beside a day that falls on another.")] | None


class QuantityShape(Shape):
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


class TimeShape(Shape):
    """A time of day."""

    value: Annotated[str, Meta(pattern=r"^\d{2}:\d{2}$")]
    zone: str | None
    modifier: Modifier
    expr: str
    start: Offset
    end: Offset


class OrdinalShape(Shape):
    """Which one of a series."""

    value: int
    of: str
    expr: str
    start: Offset
    end: Offset


class MentionShape(Shape):
    """A name in the text, and the one that is the same for all its forms."""

    text: str
    start: Offset
    end: Offset
    kind: MentionKind
    canonical: str


class QuoteShape(Shape):
    """Words in quotation marks; offsets exclude the marks."""

    text: str
    start: Offset
    end: Offset


class ClaimShape(Exported):
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

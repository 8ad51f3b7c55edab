"""What an exported claim looks like, and what the shapes of all objects are made of."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from workbench.models import MentionKind, Modality, Modifier, Scope
from workbench.models.article import Basis, Precision


def says(meaning: str) -> Meta:
    """What a key means."""
    return Meta(description=meaning)


Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", extra_json_schema={"format": "date"})]
Time = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}T", extra_json_schema={"format": "date-time"})]
Count = Annotated[int, Meta(ge=0)]
Start = Annotated[Count, says("their first character in the article's text, counted in code points from 0")]
End = Annotated[Count, says("the character behind their last")]
Scalar = int | float | str | None
"""A number where a count or a total is meant, an ISO date or a canonical name else."""
SHA256 = Annotated[str, Meta(pattern="^[0-9a-f]+$")]
Seal = Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]
EXPORT = says("what it was made from: program, format, schema and fingerprint of the database")
SEAL = says("shows whether the row was changed since")


class Shape(msgspec.Struct, forbid_unknown_fields=True):
    """An object with these keys and no others."""


class Exported(Shape):
    """An object of its own."""

    export: Annotated[str, EXPORT]
    seal: Annotated[Seal, SEAL]


class SourceShape(Shape):
    """The article that says it."""

    id: Annotated[str, says("the article")]
    file: Annotated[str, says("the name of its file")]
    title: Annotated[str | None, says("its title")]
    publisher: Annotated[str | None, says("who published it")]
    published: Annotated[Day | None, says("when it was published")]
    language: Annotated[str, says("the code of its language")]
    url: Annotated[str | None, says("its address")]
    sha256: Annotated[SHA256, says("the SHA-256 of the bytes that were imported, in hex")]


class DateShape(Shape):
    """When it happened, as an interval of days; both are included."""

    start: Annotated[Day, says("the first day")]
    end: Annotated[Day, says("the last day")]
    precision: Annotated[Precision, says("how exact it is: day, range, week, month, year and more")]
    expr: Annotated[str, says("the words that say it")]
    expr_start: Start
    expr_end: End
    basis: Annotated[Basis, says("how the days follow from the words")]
    weekday: Annotated[
        Annotated[int, Meta(ge=0, le=6)] | None,
        says("the weekday that the words name, 0 for Monday, where the day's is another"),
    ]


class QuantityShape(Shape):
    """A number with what it counts."""

    value: Annotated[float, says("the number")]
    low: Annotated[float | None, says("the least that the words commit to; nothing where it is open")]
    high: Annotated[float | None, says("the most that the words commit to; nothing where it is open")]
    unit: Annotated[str, says("its unit")]
    counted: Annotated[str | None, says("what is counted")]
    side: Annotated[str | None, says("for which side; each where it holds for every one")]
    scope: Annotated[Scope, says("event, or running_total for a sum up to the time of telling")]
    modifier: Annotated[Modifier, says("exactly, at_least, about and more")]
    expr: Annotated[str, says("the words of the number")]
    start: Start
    end: End
    part: Annotated[bool, says("whether it is a part of another number of the claim")]
    total: Annotated[bool, says("whether the words say that it is a sum")]
    qualifier: Annotated[str | None, says("words that narrow what is counted")]


class TimeShape(Shape):
    """A time of day."""

    value: Annotated[str, Meta(pattern=r"^\d{2}:\d{2}$"), says("HH:MM in 24 hours")]
    zone: Annotated[str | None, says("the zone as the text has it")]
    modifier: Annotated[Modifier, says("exactly, about and more")]
    expr: Annotated[str, says("the words of the time")]
    start: Start
    end: End


class OrdinalShape(Shape):
    """Which one of a series."""

    value: Annotated[int, says("which one")]
    of: Annotated[str, says("of what")]
    expr: Annotated[str, says("the words of the ordinal")]
    start: Start
    end: End


class QuoteShape(Shape):
    """Words in quotation marks; offsets exclude the marks."""

    text: Annotated[str, says("the words")]
    start: Start
    end: End


class MentionShape(QuoteShape):
    """A name in the text, and the one that is the same for all its forms."""

    kind: Annotated[MentionKind, says("person, state, organisation, place or other")]
    canonical: Annotated[str, says("the name in one spelling")]


class ClaimShape(Exported):
    """The smallest clause that says something checkable about one event."""

    id: Annotated[str, says("the claim; the same text in the same article has the same id everywhere")]
    source: Annotated[SourceShape, says("the article that makes it")]
    start: Annotated[Count, says("its first character in the article's text, counted in code points from 0")]
    end: Annotated[Count, says("the character behind its last")]
    text: Annotated[str, says("its words")]
    speaker: Annotated[str | None, says("who says so; nothing where the article itself does")]
    event_type: Annotated[str, says("what kind of happening it tells of")]
    modality: Annotated[
        Modality, says("how far it got: occurred, agreed, proposed, planned, expected, denied")
    ]
    date: Annotated[DateShape | None, says("when it happened")]
    dates: Annotated[list[DateShape], says("all dates of the claim")]
    place: Annotated[str | None, says("where")]
    participants: Annotated[list[str], says("who took part, in one spelling each")]
    quantities: Annotated[list[QuantityShape], says("its numbers")]
    event: Annotated[str | None, says("the event that it was put in")]
    times: Annotated[list[TimeShape], says("its times of day")]
    ordinals: Annotated[list[OrdinalShape], says("which ones of a series it names")]
    mentions: Annotated[list[MentionShape], says("the names in it")]
    quotes: Annotated[list[QuoteShape], says("what stands in quotation marks")]
    heading: Annotated[bool, says("whether it is made of a title or subheading")]
    evidence: Annotated[Literal["reported"] | None, says("reported where the words pass it on as hearsay")]
    corrected_by: Annotated[list[str], says("the decisions by which it stands as it does")]

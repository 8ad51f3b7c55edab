"""What claims are about: events, and the links that hold their claims together."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.models.article import DateSpan


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One comparison level's contribution to a link's score, with its reason for a reader."""

    name: str
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims held to speak of one event; `score` is the sum of the parts' weights."""

    a: str
    b: str
    score: float
    parts: tuple[ScorePart, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """The claims of any source about one real-world happening."""

    id: str
    label: str
    event_type: str
    claims: tuple[str, ...]
    date: DateSpan | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    ordinal: int | None = None
    parent: str | None = None
    origins: int = 1
    """Independent origins: copies of one text and repeats of one quoted statement count once."""
    first_source: str | None = None
    """The source that is known to have told of it first."""

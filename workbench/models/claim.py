"""What an article says: claims with their numbers, dates, names and quotations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.models.article import DateSpan

Modifier = Literal["exactly", "at_least", "more_than", "about", "up_to", "less_than", "between"]
Modality = Literal["occurred", "agreed", "proposed", "planned", "expected", "denied"]
Scope = Literal["event", "running_total"]
MentionKind = Literal["person", "state", "organisation", "place", "other"]
AHEAD: frozenset[Modality] = frozenset({"planned", "expected", "proposed"})
"""What is still to come."""
NOT_YET: frozenset[Modality] = AHEAD | {"agreed"}
"""What is not said to have taken place, though it may be settled."""
ABOUT_SHARE = 0.1
"""How far from the number "about" reaches either way, as a share of it."""
EACH_SIDE = "each"
"""`Quantity.side` of per-side forms ("biner", "1.200'er", "390 each")."""
HEARSAY = "evidence=reported"
"""Aspect of a claim whose own words pass it on as told by others ("-miş", "reportedly")."""


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day: ``value`` is ``HH:MM`` in 24 hours, ``zone`` as the text says it ("TSİ")."""

    value: str
    zone: str | None
    modifier: Modifier
    expr: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts; `low` and `high` are what it commits the speaker to (None: unbounded)."""

    value: float
    low: float | None
    high: float | None
    unit: str
    counted: str | None
    side: str | None
    scope: Scope
    modifier: Modifier
    expr: str
    start: int
    end: int
    part: bool = False
    """True for a part of another number of the same claim ("12'si metruk toplam 16 bina": 12)."""
    total: bool = False
    """True where the words say that it is a sum ("toplam 538 asker")."""
    qualifier: str | None = None
    """Lemmas that narrow what is counted ("boş", "4.0 ve üzeri"), or None."""


@dataclass(frozen=True, slots=True)
class Ordinal:
    """Which one of a series: "3. tur" is value 3 of "round"; never a count."""

    value: int
    of: str
    expr: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text; `canonical` is the same for every case ending, alias and language."""

    text: str
    start: int
    end: int
    kind: MentionKind
    canonical: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words printed in quotation marks as somebody's own; offsets exclude the marks."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """The smallest clause that says something checkable about one event."""

    id: str
    source: str
    start: int
    end: int
    text: str
    speaker: str | None
    event_type: str
    modality: Modality
    date: DateSpan | None
    dates: tuple[DateSpan, ...] = ()
    times: tuple[ClockTime, ...] = ()
    place: str | None = None
    participants: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    ordinals: tuple[Ordinal, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    lemmas: tuple[str, ...] = ()
    """Content lemmas of the clause in order, names canonical: the same for every inflection."""
    context_start: int = 0
    """Offset of the sentence that holds the clause."""
    context_end: int = 0
    heading: bool = False
    """True for a claim made of a title or subheading: it repeats the body and never stands alone."""
    continues: bool = False
    """True where the clause names no event of its own: it goes on about the one before it."""
    aspects: tuple[str, ...] = ()
    """Smaller facts the clause states, as "name=value" ("initiator=Vladimir Putin", "evidence=reported")."""
    corrected_by: tuple[str, ...] = ()
    """Ids of the decisions that made or changed it, oldest first; empty where it stands as read."""

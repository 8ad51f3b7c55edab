"""The frozen values that pass between rooms.

Offsets everywhere count Unicode code points in the source's stored text, half-open: ``expr ==
source.text[start:end]``. Dates are `datetime.date`, intervals hold both ends.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Precision = Literal[
    "day", "range", "week", "part_of_month", "month", "quarter", "season", "half_year", "year"
]
Basis = Literal["absolute", "heading", "year_from_publication", "relative", "inherited", "publication"]
Modifier = Literal["exactly", "at_least", "more_than", "about", "up_to", "less_than", "between"]
Modality = Literal["occurred", "agreed", "proposed", "planned", "expected", "denied"]
Scope = Literal["event", "running_total"]
BlockKind = Literal["title", "heading", "date_heading", "paragraph", "dateline", "furniture"]
MentionKind = Literal["person", "state", "organisation", "place", "other"]
Attribute = Literal[
    "count", "date", "time", "place", "participants", "speaker", "wording", "status", "total", "name"
]
Verdict = Literal["conflict", "tension", "superseded"]
Severity = Literal["high", "medium", "low"]
Status = Literal["open", "resolved", "dismissed", "deferred", "reopened"]
DecisionKind = Literal["accept", "enter", "dismiss", "different_events", "defer", "note", "undo"]

EACH_SIDE = "each"
"""`Quantity.side` of per-side forms ("biner", "1.200'er", "390 each")."""
HEARSAY = "evidence=reported"
"""Aspect of a claim whose own words pass it on as told by others ("-miş", "reportedly")."""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A dated expression as an interval (TIMEX3-like).

    ``start`` and ``end`` are the first and the last day; ``expr_start``/``expr_end`` are the offsets of
    ``expr``. ``basis`` tells how the interval follows from the words. A date that has no words of its own
    (``publication``, ``inherited``) points at the words it was taken from, or at an empty range at the
    claim's start. ``weekday`` is the one that the words name, 0 (Monday) to 6, where the day's is another.
    """

    start: date
    end: date
    precision: Precision
    expr: str
    expr_start: int
    expr_end: int
    basis: Basis
    weekday: int | None = None


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
class Block:
    """A stretch of a source's text of one kind. Furniture and datelines give no claims."""

    start: int
    end: int
    kind: BlockKind
    date: DateSpan | None = None
    """Set on a date heading ("27 OCAK") and on every block that such a heading dates."""


@dataclass(frozen=True, slots=True)
class Publication:
    """When a source was published: `best` in [start, end], how it is known and why."""

    best: date
    start: date
    end: date
    precision: Precision
    basis: Literal["stated", "inferred"]
    reason: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Source:
    """One article as imported.

    ``text`` is the decoded text (line ends ``\\n``, NFC, no control characters) with its furniture;
    ``blocks`` cover all but its blanks, in order without overlap. ``id`` derives from ``sha256``.
    """

    id: str
    file: str
    title: str | None
    publisher: str | None
    published: Publication | None
    language: str
    url: str | None
    sha256: str
    encoding: str
    text: str
    original: bytes = field(repr=False)
    blocks: tuple[Block, ...] = ()


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
    parts: tuple[ScorePart, ...]


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


@dataclass(frozen=True, slots=True)
class AttributeValue:
    """One claim's value of an attribute. Claims that agree share the `label`, claims that differ do not."""

    claim: str
    source: str
    value: float | str
    low: float | str | None
    high: float | str | None
    label: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """One attribute of one event on which claims differ; `key` narrows it ("prisoner_of_war")."""

    id: str
    event: str
    attribute: Attribute
    key: str
    verdict: Verdict
    severity: Severity
    values: tuple[AttributeValue, ...]
    why: str
    suggestion: str | None = None
    """Label the machine would choose, or None; `rule` says why. Only ever a suggestion."""
    rule: str | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """The differing values as a reviewer reads them, in order of first appearance: the choices 1-9."""
        return tuple(dict.fromkeys(value.label for value in self.values))


@dataclass(frozen=True, slots=True)
class Decision:
    """One reviewer's act, in a log that is only ever added to; `undoes` names the entry an undo takes back.

    ``at`` is an ISO 8601 timestamp with zone. ``label``/``value`` are what was accepted or entered, or
    the claims kept apart ("c1,c2|c3"); ``until`` an ISO date for a deferral. ``claims`` are those seen
    when it was taken, so that a decision finds its discrepancy again after re-matching.
    """

    id: str
    kind: DecisionKind
    discrepancy: str
    event: str
    attribute: Attribute
    key: str
    claims: tuple[str, ...]
    reviewer: str
    at: str
    label: str | None = None
    value: float | str | None = None
    low: float | str | None = None
    high: float | str | None = None
    note: str | None = None
    until: str | None = None
    undoes: str | None = None

"""What is imported: articles, their blocks, their days of publication, and dates in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Precision = Literal[
    "day", "range", "week", "part_of_month", "month", "quarter", "season", "half_year", "year"
]
Basis = Literal["absolute", "heading", "year_from_publication", "relative", "inherited", "publication"]
BlockKind = Literal["title", "heading", "date_heading", "paragraph", "dateline", "furniture"]
SignKind = Literal["given", "metadata", "text", "url", "file_name", "feed", "sent", "made"]
"""What can tell when an article was published, in the order in which it is trusted; the last two are when a
mail was sent and when a file was made, both after it had been written."""


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

    @property
    def in_words(self) -> bool:
        """True where the clause's own words give the date: no heading, no clause before, no publication."""
        return self.basis not in ("publication", "heading", "inherited")


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
class DateSign:
    """One thing that tells when an article was published: the first and the last day that it allows.

    ``evidence`` is what says it, word for word ("2025-05-16T09:30:00+03:00").
    """

    kind: SignKind
    start: date
    end: date
    precision: Precision
    evidence: str


@dataclass(frozen=True, slots=True)
class Source:
    """One article as imported.

    ``text`` is the article's text (line ends ``\\n``, NFC, no control characters) with its furniture;
    ``blocks`` cover all but its blanks, in order without overlap. ``id`` derives from ``sha256``, the hash of
    ``original``: the bytes that the reader called ``format`` reads it from. ``signs`` are all that tells when
    it was published; ``published`` is what follows from them.
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
    author: str | None = None
    format: str = "text"
    signs: tuple[DateSign, ...] = ()

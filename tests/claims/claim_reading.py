"""Reads test sentences the way the claims room does, step by step."""

from __future__ import annotations

import hashlib
from datetime import date

from workbench.claims import read_claims
from workbench.claims.attribution import Attribution
from workbench.claims.attribution_quotes import quotations
from workbench.claims.clauses import Clause
from workbench.claims.dates import DateContext
from workbench.claims.names import find_names
from workbench.claims.reading import Reading, read_sentence
from workbench.claims.statements import statements
from workbench.languages.loader import load
from workbench.models import Block, Claim, DateSpan, Publication, Source
from workbench.sources import source_from_bytes

DAY = date(2025, 8, 14)
PUBLISHED = Publication(DAY, DAY, DAY, "day", "stated", "", "")
DATELINE = {"tr": "14.08.2025 - 11:20", "en": "August 14, 2025"}


def reading_of(text: str, code: str) -> Reading:
    """All that one sentence holds."""
    language = load(code)
    context = DateContext(published=PUBLISHED)
    names, quotes = find_names(text, language), quotations(text, 0, len(text))
    return read_sentence(text, 0, len(text), language, context, None, names, quotes)


def statements_of(text: str, code: str) -> list[Clause]:
    """The statements of one sentence."""
    language = load(code)
    return statements(language.lower(text), reading_of(text, code), language)


def attribution_of(text: str, code: str) -> Attribution:
    """Attribution over one block; names inside quotations speak nowhere."""
    language = load(code)
    names, quotes = find_names(text, language), quotations(text, 0, len(text))
    outside = [n for n in names if not any(q.start <= n.start < q.end for q in quotes)]
    return Attribution(text, language.lower(text), outside or names, language)


def source_of(text: str, code: str = "tr", *, published: Publication | None = PUBLISHED) -> Source:
    """A source that is one paragraph."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    blocks = (Block(0, len(text), "paragraph"),) if text.strip() else ()
    return Source(
        f"s{digest[:16]}", "a.txt", None, None, published, code, None, digest, "utf-8", text, b"", blocks
    )


def article(*paragraphs: str, title: str = "", code: str = "tr", dateline: bool = True) -> Source:
    """An article as a file would hold it: a title, the day, paragraphs with blank lines between."""
    head = [title or {"tr": "Günün öne çıkan haberi", "en": "The day in brief"}[code]]
    parts = [*head, *([DATELINE[code]] if dateline else []), *paragraphs]
    return source_from_bytes("\n\n".join(parts).encode(), "a.txt")


def said(*paragraphs: str, title: str = "", code: str = "tr", dateline: bool = True) -> list[Claim]:
    """The claims of an article's running text."""
    found = read_claims(article(*paragraphs, title=title, code=code, dateline=dateline))
    return [claim for claim in found if not claim.heading]


def days(span: DateSpan | None) -> tuple[str, str] | None:
    """First and last day as ISO dates."""
    return (span.start.isoformat(), span.end.isoformat()) if span else None

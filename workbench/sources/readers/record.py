"""One article as a JSON object: how a table's row and a feed's entry are kept, to be read again."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from workbench.errors import SourceError
from workbench.languages.loader import load_or_neutral
from workbench.models import DateSign, Retrieval, SignKind
from workbench.sources.documents import Article, Document, Found, Known, Limits, only_article
from workbench.sources.language import detect_language
from workbench.sources.stamps import sign_of

KEYS = (
    "title",
    "text",
    "html",
    "url",
    "published",
    "published_by",
    "date_order",
    "publisher",
    "author",
    "language",
)
"""`text` or `html` is there. `published` is the stamp as it stands where the article was found,
`published_by` who gives it ("feed", else "metadata" is meant), `date_order` "mdy" or "dmy" where that is
known."""

_HALVES = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class RecordReader:
    """Reads the records that other readers make; no file is one by its name."""

    name = "record"
    endings: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    holds_many = False

    def recognises(self, head: bytes) -> bool:
        """A record is told by its format alone: other JSON begins like it."""
        return False

    def read(self, document: Document, limits: Limits) -> Iterator[Found]:
        """The article of a record. Raises SourceError where it is none or has no text."""
        data = document.data(limits)
        fields = _fields(data, document.name)
        yield _article(fields, data, document, limits)


READER = RecordReader()


def record(fields: Mapping[str, object]) -> bytes:
    """The record with these fields, of `KEYS`, without empty ones; the same fields give the same bytes."""
    kept = {key: _HALVES.sub(_REPLACEMENT, str(fields[key])) for key in KEYS if fields.get(key)}
    return json.dumps(kept, ensure_ascii=False, indent=0).encode()


def article_of(
    name: str,
    fields: Mapping[str, object],
    limits: Limits,
    *,
    known: Known | None = None,
    retrieval: Retrieval | None = None,
) -> Article:
    """The article of a record with these fields (see `record`); `known` is told of it besides.

    Raises SourceError where there is no text.
    """
    document = Document(name, record(fields), known=known or Known(), retrieval=retrieval)
    return only_article(READER.read(document, limits), name)


def _fields(data: bytes, name: str) -> dict[str, str]:
    try:
        held: Any = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise SourceError("Not a record", f"{name}: {error}", "Import the file that it came from.") from error
    if not isinstance(held, dict):
        raise SourceError("Not a record", f"{name} is no object", "Import the file that it came from.")
    return {key: value for key in KEYS if isinstance(value := held.get(key), str)}


def _article(fields: Mapping[str, str], data: bytes, document: Document, limits: Limits) -> Article:
    text, beside = fields.get("text", ""), Known()
    if not text.strip() and fields.get("html"):
        page = _page(fields["html"], document, limits)
        text, beside = page.text, page.known
    if not text.strip():
        raise SourceError("No text", f"{document.name} has no text", "Name the column of the text.")
    told = Known(
        fields.get("title"),
        fields.get("publisher"),
        fields.get("author"),
        fields.get("url"),
        fields.get("language"),
        _signs(fields, text),
    )
    known = told.over(document.known).over(beside)
    return Article(document.name, text, data, READER.name, "utf-8", known, retrieval=document.retrieval)


def _page(html: str, document: Document, limits: Limits) -> Article:
    from workbench.sources.registry import reader_named

    page = replace(document, payload=html.encode(errors="replace"), media_type="text/html; charset=utf-8")
    return only_article(reader_named("html").read(page, limits), document.name)


def _signs(fields: Mapping[str, str], text: str) -> tuple[DateSign, ...]:
    """When it was published; in an order that nobody has told, "05/06/2025" is read as its language would."""
    stamp, order = fields.get("published", ""), fields.get("date_order")
    if "/" in stamp and order is None:
        order = load_or_neutral(detect_language(text)).calendar.numeric_order
    kind: SignKind = "feed" if fields.get("published_by") == "feed" else "metadata"
    found = sign_of(kind, stamp, month_first=order == "mdy")
    return (found,) if found else ()

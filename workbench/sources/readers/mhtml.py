"""Pages saved as one file with all that they show (MHTML), by Chrome, Edge, Opera and Internet Explorer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parsedate_to_datetime

from workbench.errors import SourceError
from workbench.sources.documents import Article, Document, Found, Known, Limits

_SAVED = re.compile(
    rb"^(?:snapshot-content-location:|from:\s*(?:\"?<?)?saved by)", re.IGNORECASE | re.MULTILINE
)
_HEADERS_END = re.compile(rb"\r?\n\r?\n")
_LONGEST = 100_000
"""Bytes of the headers of a part."""
_PARTS = 5_000
"""Parts that are looked through for the page."""


class MhtmlReader:
    """Reads the page; its pictures and frames stay in the original."""

    name = "mhtml"
    endings = (".mhtml", ".mht")
    media_types = ("multipart/related", "application/x-mimearchive", "message/rfc822+mhtml")
    holds_many = False

    def recognises(self, head: bytes) -> bool:
        """True where its headers say that a browser saved it; a mail has others."""
        headers = _HEADERS_END.split(head, maxsplit=1)[0]
        return b"ontent-" in headers and bool(_SAVED.search(headers))

    def read(self, document: Document, limits: Limits) -> Iterator[Found]:
        """The article of the page. Raises SourceError where there is no page in it, or no text."""
        from workbench.sources.webpages.page import read_page

        data = document.data(limits)
        saved = _saved_page(data, document.name)
        page = read_page(
            saved.data, document.name, charset=saved.charset, url=saved.url or document.known.url
        )
        known = page.known.over(Known(url=saved.url)).over(document.known)
        notes = (*page.notes, *([f"the page was saved on {saved.day}"] if saved.day else []))
        yield Article(
            document.name, page.text, data, self.name, page.encoding, known, notes, document.retrieval
        )


@dataclass(frozen=True, slots=True)
class _Saved:
    data: bytes
    charset: str | None
    url: str | None
    day: str | None
    """When the browser saved it: no day of publication."""


def _saved_page(data: bytes, name: str) -> _Saved:
    whole = _headers(data)
    day, location = _day(whole), _header(whole, "Snapshot-Content-Location")
    part = _page_part(data, whole)
    if part is None:
        raise SourceError("No page in it", f"{name} holds no HTML page", "Save the page again.")
    body = part.get_payload(decode=True)
    url = location or _header(part, "Content-Location")
    return _Saved(
        body if isinstance(body, bytes) else b"",
        part.get_content_charset(),
        url if url and url.startswith(("http://", "https://")) else None,
        day,
    )


def _page_part(data: bytes, whole: Message) -> Message | None:
    """The part that the headers call the first, else the first page; only its own bytes are taken apart."""
    if whole.get_content_type() == "text/html":
        return message_from_bytes(data)
    start, found = whole.get_param("start"), None
    for part in _parts(data, whole.get_boundary()):
        headers = _headers(part)
        if headers.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        if start and _header(headers, "Content-ID") == start:
            return message_from_bytes(part)
        found = found or part
    return message_from_bytes(found) if found else None


def _parts(data: bytes, boundary: str | None) -> Iterator[bytes]:
    if not boundary:
        return
    mark = b"\n--" + boundary.encode("ascii", errors="replace")
    at = data.find(mark)
    for _ in range(_PARTS):
        begin = data.find(b"\n", at + 1) + 1
        end = data.find(mark, begin)
        if at < 0 or begin == 0:
            return
        yield data[begin : end if end >= 0 else len(data)]
        at = end


def _headers(data: bytes) -> Message:
    end = _HEADERS_END.search(data)
    return BytesHeaderParser().parsebytes(data[: end.end() if end else len(data)][:_LONGEST])


def _header(message: Message, name: str) -> str | None:
    value = message.get(name)
    if value is None:
        return None
    try:
        return "".join(str(make_header(decode_header(value))).split())
    except (LookupError, ValueError):
        return None


def _day(message: Message) -> str | None:
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (TypeError, ValueError, IndexError):
        return None


READER = MhtmlReader()

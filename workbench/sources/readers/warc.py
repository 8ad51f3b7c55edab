"""Web archives (WARC) by warcio: the pages that a crawler kept, each with how it was had."""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from datetime import datetime
from typing import Any, BinaryIO

from workbench.errors import SourceError
from workbench.models import Retrieval
from workbench.phrases import errors
from workbench.sources.documents import Document, Found, Known, Limits, Unread, too_large
from workbench.sources.extras import needs
from workbench.sources.member_names import tidy_name

_PAGES = frozenset(
    {
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
)
"""What is read of a crawl; scripts, styles, pictures and data are left."""
_FOUND = 200
_GZIPPED, _CHUNK = zlib.MAX_WBITS | 16, 1 << 14
_GZIP, _MARK = b"\x1f\x8b", b"WARC/"
_KEPT = ("WARC-Date", "WARC-IP-Address", "WARC-Record-ID", "WARC-Payload-Digest")


class WarcReader:
    """Reads the answers of status 200 that are pages, one after the other."""

    name = "warc"
    endings = (".warc", ".warc.gz")
    media_types = ("application/warc",)
    holds_many = True

    def recognises(self, head: bytes) -> bool:
        """The mark that every record begins with, packed or not."""
        if not head.startswith(_GZIP):
            return head.startswith(_MARK)
        try:
            return zlib.decompressobj(_GZIPPED).decompress(head, len(_MARK)) == _MARK
        except zlib.error:
            return False

    def read(self, document: Document, limits: Limits) -> Iterator[Found]:
        """The pages, called by their addresses. What stands behind a broken record is not read."""
        warcio = needs("warcio.archiveiterator", "warc", document)
        writing = needs("warcio.warcwriter", "warc", document)
        number, pages = 0, 0
        with document.open() as stream:
            try:
                for record in _quietly(warcio.ArchiveIterator(_unpacked(stream))):
                    number += 1
                    if _is_page(record):
                        pages += 1
                        yield _page(record, document, limits, writing)
            except Exception as error:
                # warcio lets through whatever its parsers and decompressors raise.
                detail = f"{document.name}, after {number} records: {type(error).__name__}: {error}"
                fault = SourceError("Damaged web archive", detail, "What stands behind it was not read.")
                yield Unread(document.name, fault)
                return
        if not pages:
            raise SourceError(
                "No articles", errors.NO_PAGE_OF_A_CRAWL(file=document.name), "Name another file."
            )


READER = WarcReader()


def _unpacked(stream: BinaryIO) -> io.RawIOBase | BinaryIO:
    """The records as a stream, whether each is packed by itself, all together, or none."""
    packed = stream.read(len(_GZIP)) == _GZIP
    stream.seek(0)
    return _Unpacked(stream) if packed else stream


class _Unpacked(io.RawIOBase):
    """What is packed with gzip, in one member or in many; all that stands before a fault is given."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self._member = zlib.decompressobj(_GZIPPED)
        self._packed, self._begun = b"", False
        self._given = 0

    def read(self, size: int = -1) -> bytes:
        """Up to so many bytes; none at the end. Raises zlib.error at a fault."""
        while True:
            if self._member.eof:
                self._packed = self._member.unused_data + self._packed
                self._member, self._begun = zlib.decompressobj(_GZIPPED), False
            self._packed = self._packed or self._stream.read(_CHUNK)
            if not self._packed:
                if self._begun and not self._member.eof:
                    raise zlib.error("it is cut off")
                return b""
            self._begun = True
            found = self._member.decompress(self._packed, size if size > 0 else _CHUNK)
            self._packed = self._member.unconsumed_tail
            if found:
                self._given += len(found)
                return found

    def tell(self) -> int:
        """How many bytes were given: packed streams are read once, from the beginning."""
        return self._given


def _quietly(records: Iterator[Any]) -> Iterator[Any]:
    """The records, without what warcio writes to the terminal where one ends oddly: bytes of the archive."""
    while True:
        with redirect_stderr(io.StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def _is_page(record: Any) -> bool:
    if record.rec_type == "resource":
        return _media_type(record).partition(";")[0].strip().lower() in _PAGES
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = _media_type(record).partition(";")[0].strip().lower()
    return record.http_headers.get_statuscode() == str(_FOUND) and kind in _PAGES


def _media_type(record: Any) -> str:
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    return headers.get_header("Content-Type") or ""


def _page(record: Any, document: Document, limits: Limits, writing: Any) -> Found:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    name = tidy_name(url.strip("<>").partition("://")[2]) or "page"
    place = f"{document.name}/{name}"
    sent = record.raw_stream.read(limits.document + 1)
    if len(sent) > limits.document:
        return Unread(place, too_large(place, limits.document))
    if getattr(record.raw_stream, "limit", 0):
        raise EOFError("it is cut off")
    record.raw_stream = io.BytesIO(sent)
    body = record.content_stream().read(limits.document + 1)
    if len(body) > limits.document:
        return Unread(place, too_large(place, limits.document))
    found = document.member(name, body, media_type=_media_type(record), known=Known(url=url or None))
    return replace(found, retrieval=_retrieval(record, sent, body, url, writing))


def _retrieval(record: Any, sent: bytes, body: bytes, url: str, writing: Any) -> Retrieval | None:
    """How the crawler had it; None where it does not say when."""
    at = record.rec_headers.get_header("WARC-Date") or ""
    try:
        datetime.fromisoformat(at)
    except ValueError:
        return None
    writer = writing.BufferWARCWriter(gzip=True)
    writer.write_record(_copy(record, sent, url, writing))
    headers = tuple(record.http_headers.headers) if record.http_headers else ()
    digest = hashlib.sha256(body).hexdigest()
    return Retrieval(url, url, at, _FOUND, headers, digest, bytes(writer.get_contents()))


def _copy(record: Any, sent: bytes, url: str, writing: Any) -> Any:
    """The record with its body as it was sent, which can be read once."""
    told = {name: record.rec_headers.get_header(name) for name in _KEPT}
    return writing.BufferWARCWriter(gzip=True).create_warc_record(
        url,
        record.rec_type,
        payload=io.BytesIO(sent),
        length=len(sent),
        warc_content_type="" if record.http_headers else _media_type(record),
        warc_headers_dict={name: value for name, value in told.items() if value},
        http_headers=record.http_headers,
    )

"""What was received as WARC records (ISO 28500), and what stands in them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench import __version__

if TYPE_CHECKING:
    from workbench.fetching.exchange import Answer

_NOT_AS_SENT = "transfer-encoding"
"""Undone before the body is kept: under its own name it would make the record unreadable."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer of a record: when it came from where, what it said, the body unpacked."""

    url: str
    at: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = field(repr=False)


def warc_of(answers: Sequence[Answer]) -> bytes:
    """Each answer with what was asked, in their order, as gzipped records."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import BufferWARCWriter

    writer = BufferWARCWriter(gzip=True, warc_version="1.1")
    for answer in answers:
        told = {"WARC-Date": answer.at.replace("+00:00", "Z")}
        if answer.address:
            told["WARC-IP-Address"] = answer.address
        headers = [
            (f"X-Archive-Orig-{name}" if name.lower() == _NOT_AS_SENT else name, value)
            for name, value in answer.headers
        ]
        line = f"{answer.status} {answer.reason}".strip()
        response = writer.create_warc_record(
            answer.url,
            "response",
            payload=io.BytesIO(answer.sent),
            http_headers=StatusAndHeaders(line, headers, answer.version),
            warc_headers_dict=dict(told),
        )
        path = answer.url.partition("://")[2].partition("/")[2]
        request = writer.create_warc_record(
            answer.url,
            "request",
            http_headers=StatusAndHeaders(f"GET /{path} HTTP/1.1", list(answer.asked), is_http_request=True),
            warc_headers_dict=dict(told),
        )
        writer.write_request_response_pair(request, response)
    return bytes(writer.get_contents())


def records_in(warc: bytes) -> Iterator[Kept]:
    """The answers in records that `warc_of` has made."""
    from warcio.archiveiterator import ArchiveIterator

    for record in ArchiveIterator(io.BytesIO(warc)):
        if record.rec_type != "response":
            continue
        yield Kept(
            record.rec_headers.get_header("WARC-Target-URI"),
            record.rec_headers.get_header("WARC-Date"),
            int(record.http_headers.get_statuscode()),
            tuple(record.http_headers.headers),
            record.content_stream().read(),
        )


def file_of(warcs: Sequence[bytes], name: str) -> bytes:
    """A whole WARC file of such records, with the record that says who made it."""
    from warcio.warcwriter import BufferWARCWriter

    writer = BufferWARCWriter(gzip=True, warc_version="1.1")
    told = {"software": f"workbench/{__version__}", "format": "WARC File Format 1.1"}
    writer.write_record(writer.create_warcinfo_record(name, told))
    return b"".join((writer.get_contents(), *warcs))

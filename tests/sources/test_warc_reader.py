"""Web archives written by warcio: their pages come back with address, time and evidence."""

from __future__ import annotations

import gzip
import io
from datetime import date

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import BufferWARCWriter

from workbench.fetching.evidence import records_in
from workbench.importing.expanding import Options, expand
from workbench.importing.reading import Read, read_leaf
from workbench.sources.documents import LIMITS, Document, Limits, Unread
from workbench.sources.making import read_again
from workbench.sources.registry import reader_for

BODY = (
    "Limanda dün gece çıkan yangında 12 kişi yaralandı; Vali Sedef Arıkan soruşturmanın sürdüğünü söyledi. "
)
PAGE = f"""<!doctype html><html lang="tr"><head><meta charset="utf-8"><title>Limanda yangın</title>
<meta property="article:published_time" content="2025-05-16T09:30:00+03:00"></head>
<body><article><h1>Limanda yangın</h1><p>{BODY * 3}</p></article></body></html>""".encode()


def archive(
    *answers: tuple[str, bytes, dict[str, str]], packed: bool = True, day: str = "2025-05-17"
) -> bytes:
    """A crawl: for each answer its address, its body, and headers besides."""
    writer = BufferWARCWriter(gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for url, body, more in answers:
        status = more.pop("status", "200 OK")
        headers = StatusAndHeaders(status, list(({"Content-Type": "text/html"} | more).items()), "HTTP/1.1")
        told = {"WARC-Date": f"{day}T10:00:00Z"}
        response = writer.create_warc_record(
            url, "response", payload=io.BytesIO(body), http_headers=headers, warc_headers_dict=told
        )
        asked = StatusAndHeaders("GET / HTTP/1.1", [], is_http_request=True)
        request = writer.create_warc_record(url, "request", http_headers=asked)
        writer.write_request_response_pair(request, response)
    return bytes(writer.get_contents())


def leaves(data: bytes, limits: Limits = LIMITS, name: str = "a.warc.gz") -> dict[str, str]:
    found = expand(Document(name, data), Options(limits))
    return {one.name: one.error.title if isinstance(one, Unread) else "" for one in found}  # type: ignore[union-attr]


URL = "https://haber.example/2025/05/16/liman"
NAME = "a.warc.gz/haber.example/2025/05/16/liman"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(archive((URL, PAGE, {})), id="packed record by record"),
        pytest.param(archive((URL, PAGE, {}), packed=False), id="not packed"),
        pytest.param(gzip.compress(archive((URL, PAGE, {}), packed=False)), id="packed as a whole"),
        pytest.param(archive((URL, gzip.compress(PAGE), {"Content-Encoding": "gzip"})), id="sent packed"),
        pytest.param(
            archive((URL, b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), {"Transfer-Encoding": "chunked"})),
            id="sent in chunks",
        ),
    ],
)
def test_round_trip(data: bytes) -> None:
    assert reader_for(Document("x", data)).name == "warc"
    (leaf,) = expand(Document("a.warc.gz", data), Options())
    assert isinstance(leaf, Document)
    assert leaf.payload == PAGE
    read = read_leaf(leaf, LIMITS)
    assert isinstance(read, Read)
    source = read.source
    assert (source.file, source.title, source.url) == (NAME, "Limanda yangın", URL)
    assert BODY.strip() in source.text
    assert source.published is not None and source.published.best == date(2025, 5, 16)
    assert read_again(source) == source
    had = read.retrieval
    assert had is not None
    assert (had.url, had.at, had.status) == (URL, "2025-05-17T10:00:00Z", 200)
    (kept,) = records_in(had.warc)
    assert (kept.url, kept.at, kept.body) == (URL, had.at, PAGE)


def test_what_is_no_page_is_passed_over() -> None:
    data = archive(
        (URL, PAGE, {}),
        ("https://haber.example/x.css", b"p {}", {"Content-Type": "text/css"}),
        ("https://haber.example/gone", PAGE, {"status": "404 Not Found"}),
        ("https://haber.example/moved", b"", {"status": "301 Moved", "Location": "/"}),
        ("https://haber.example/../../etc/not.txt", b"Bir not.", {"Content-Type": "text/plain"}),
    )
    assert leaves(data) == {NAME: "", "a.warc.gz/haber.example/etc/not.txt": ""}


SECOND = "http://a.example/b"
TWO = archive((URL, PAGE, {}), (SECOND, PAGE, {}), packed=False)
PACKED = archive((URL, PAGE, {}), (SECOND, PAGE, {}))
BOTH = {NAME: "", "a.warc.gz/a.example/b": ""}
SMALL = Limits(document=5_000)
LARGE = b"<html>" + b"a" * 6_000


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"WARC/1.0 and no more", {"a.warc.gz": "No articles"}, id="no record"),
        pytest.param(TWO[:-900], {NAME: "", "a.warc.gz": "Damaged web archive"}, id="cut off"),
        pytest.param(PACKED[:-400], {NAME: "", "a.warc.gz": "Damaged web archive"}, id="packed and cut off"),
        pytest.param(
            PACKED + b"\x1f\x8b\x08\0" + b"x" * 50,
            {**BOTH, "a.warc.gz": "Damaged web archive"},
            id="damaged behind",
        ),
        pytest.param(
            archive((URL, LARGE, {}), ("http://a.example/b", PAGE, {})),
            {NAME: "Too large", "a.warc.gz/a.example/b": ""},
            id="a large page",
        ),
        pytest.param(
            archive((URL, gzip.compress(LARGE), {"Content-Encoding": "gzip"})),
            {NAME: "Too large"},
            id="a bomb",
        ),
    ],
)
def test_what_is_broken(data: bytes, expected: dict[str, str]) -> None:
    assert leaves(data, SMALL) == expected


def test_nothing_of_a_record_that_ends_oddly_reaches_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    data = archive((URL, PAGE, {}), packed=False).replace(b"</html>", b"</html>more")
    leaves(data)
    assert capsys.readouterr() == ("", "")


def test_a_time_that_is_none_is_no_evidence() -> None:
    (leaf,) = expand(Document("a.warc", archive((URL, PAGE, {}), day="yesterday")), Options())
    assert isinstance(leaf, Document)
    assert leaf.retrieval is None

"""One small real document of each format, made by a real writer: what attacks and fuzzing begin with.

Keys are names of readers; a format whose writer is not installed is left out.
"""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from email.message import EmailMessage

TITLE = "Limanda yangın"
BODY = "Akçakum limanında 16 Mayıs 2025 günü çıkan yangında 12 kişi yaralandı."
TEXT = f"{TITLE}\n\n16.05.2025\n\n{BODY}\n"
PAGE = (
    f"<!doctype html><html lang=tr><head><title>{TITLE}</title>"
    '<meta property="article:published_time" content="2025-05-16T09:30:00+03:00"></head>'
    f"<body><article><h1>{TITLE}</h1>" + f"<p>{BODY} Olayın ardından bölgeye ekipler geldi.</p>" * 4
)
FEED = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Haber</title>'
    f"<item><title>{TITLE}</title><link>https://a.example/1</link><description>{BODY * 4}</description>"
    "<pubDate>Fri, 16 May 2025 09:30:00 +0300</pubDate></item></channel></rss>"
)
SITEMAP = (
    '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    "<url><loc>https://a.example/1</loc><lastmod>2025-05-16</lastmod></url></urlset>"
)


def _mail() -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = TITLE, "Haber <a@a.example>"
    message["Date"] = "Fri, 16 May 2025 09:30:00 +0300"
    message.set_content(BODY)
    message.add_alternative(PAGE, subtype="html")
    message.add_attachment(TEXT.encode(), maintype="text", subtype="plain", filename="ek.txt")
    return message.as_bytes()


def _mhtml() -> bytes:
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/1\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: text/html; charset=utf-8\r\nContent-Location: https://a.example/1\r\n\r\n"
    )
    return f"{head}{PAGE}\r\n--b--\r\n".encode()


def _zip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("a.txt"), TEXT)
        archive.writestr(zipfile.ZipInfo("b/page.html"), PAGE)
    return held.getvalue()


def _docx() -> bytes:
    import docx

    held = io.BytesIO()
    written = docx.Document()
    written.add_heading(TITLE)
    written.add_paragraph(BODY)
    written.save(held)
    return held.getvalue()


def _pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    held = io.BytesIO()
    canvas = Canvas(held, invariant=1)
    canvas.drawString(72, 720, "A fire in the harbour of Akcakum injured 12 people on 16 May 2025.")
    canvas.save()
    return held.getvalue()


def _warc() -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    held = io.BytesIO()
    writer = WARCWriter(held, gzip=False)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    record = writer.create_warc_record(
        "https://a.example/1", "response", payload=io.BytesIO(PAGE.encode()), http_headers=headers
    )
    writer.write_record(record)
    return held.getvalue()


def _row() -> dict[str, str]:
    return {"title": TITLE, "text": BODY, "url": "https://a.example/1", "published": "2025-05-16"}


_MAKERS: dict[str, Callable[[], bytes]] = {
    "text": lambda: TEXT.encode(),
    "html": PAGE.encode,
    "mhtml": _mhtml,
    "archive": _zip,
    "zip": _zip,
    "gzip": lambda: gzip.compress(TEXT.encode(), mtime=0),
    "csv": lambda: f'title,text,published\n"{TITLE}","{BODY}",2025-05-16\n'.encode(),
    "json": lambda: json.dumps([_row()]).encode(),
    "record": lambda: json.dumps(_row()).encode(),
    "mail": _mail,
    "mbox": lambda: b"From a@a.example Fri May 16 09:30:00 2025\n" + _mail() + b"\n",
    "feed": FEED.encode,
    "sitemap": SITEMAP.encode,
    "docx": _docx,
    "pdf": _pdf,
    "warc": _warc,
}


def seeds() -> Iterator[tuple[str, bytes]]:
    """The formats whose writers are installed, each with its document."""
    for name, make in _MAKERS.items():
        with suppress(ImportError):
            yield name, make()


def name_of(name: str) -> str:
    """A file name under which the document of a format is read as that: most are known by their bytes."""
    return {"csv": "haber.csv", "json": "haber.json"}.get(name, "haber")

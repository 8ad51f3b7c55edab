"""Pages saved as MHTML give the article of their page and its address."""

from __future__ import annotations

from email.message import MIMEPart
from email.policy import SMTP

import pytest

from tests import page_making
from tests.page_making import BRIDGE
from workbench.errors import SourceError
from workbench.sources.documents import LIMITS, Article, Document, only_article
from workbench.sources.making import read_again, source_from_article
from workbench.sources.registry import read, reader_for

FRAME = "<html><body><p>Reklam çerçevesi 5 kişi kazandı.</p></body></html>"


def saved(
    page: str, *, charset: str = "utf-8", coding: str = "quoted-printable", start: bool = False
) -> bytes:
    """What Chrome writes: headers, the page, a picture, a frame; with `start` the frame comes first."""
    whole = MIMEPart(policy=SMTP)
    whole["From"] = "<Saved by Blink>"
    whole["Snapshot-Content-Location"] = BRIDGE.url
    whole["Date"] = "Sat, 17 May 2025 11:02:03 -0000"
    whole["MIME-Version"] = "1.0"
    parts = [(page, "<main@mhtml.blink>"), (FRAME, "<frame@mhtml.blink>")]
    for text, number in reversed(parts) if start else parts:
        part = MIMEPart(policy=SMTP)
        part.set_content(text, subtype="html", charset=charset, cte=coding)
        part["Content-ID"] = number
        part["Content-Location"] = BRIDGE.url
        whole.make_related() if not whole.is_multipart() else None
        whole.attach(part)
    if start:
        whole.set_param("start", "<main@mhtml.blink>")
    picture = MIMEPart(policy=SMTP)
    picture.set_content(b"\x89PNG" * 1000, "image", "png")
    whole.attach(picture)
    return whole.as_bytes()


def article_of(data: bytes, name: str = "page.mhtml") -> Article:
    return only_article(read(Document(name, data), LIMITS), name)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(saved(page_making.agency(BRIDGE)), id="as Chrome saves it"),
        pytest.param(saved(page_making.agency(BRIDGE), coding="base64"), id="in base64"),
        pytest.param(saved(page_making.agency(BRIDGE), coding="8bit"), id="in plain bytes"),
        pytest.param(saved(page_making.agency(BRIDGE), start=True), id="the page is not the first part"),
        pytest.param(saved(page_making.agency(BRIDGE), charset="cp1254"), id="windows-1254"),
    ],
)
def test_the_article_of_a_saved_page(data: bytes) -> None:
    article = article_of(data)
    source = source_from_article(article)
    assert (source.title, source.url, source.format) == (BRIDGE.title, BRIDGE.url, "mhtml")
    assert source.published is not None
    assert source.published.best.isoformat() == "2025-05-16"
    assert BRIDGE.paragraphs[2] in source.text.splitlines()
    assert "Reklam çerçevesi" not in source.text
    assert article.notes == ("the page was saved on 2025-05-17",)
    assert read_again(source) == source


@pytest.mark.parametrize(
    ("head", "is_page"),
    [
        pytest.param(saved(FRAME)[:4096], True, id="saved by Chrome"),
        pytest.param(
            b'From: "Saved by Windows Internet Explorer 8"\r\nContent-Type: text/html\r\n\r\n',
            True,
            id="saved by Internet Explorer",
        ),
        pytest.param(
            b"From: Ali <ali@a.example>\r\nContent-Type: multipart/related\r\n\r\nSaved by",
            False,
            id="a mail",
        ),
    ],
)
def test_a_saved_page_is_no_mail(head: bytes, is_page: bool) -> None:
    assert (reader_for(Document("x", head)).name == "mhtml") is is_page


HEADERS = b"Snapshot-Content-Location: x\nContent-Type: multipart/related"


@pytest.mark.parametrize(
    "rest",
    [
        pytest.param(b"\n\nText.", id="no boundary"),
        pytest.param(b"; boundary=a\n\n", id="no parts"),
        pytest.param(b"; boundary=a\n\n--a\n\nText.\n--a--", id="no page"),
        pytest.param(b"; boundary=a\n" + b"\n--a" * 100_000, id="nothing but boundaries"),
    ],
)
def test_what_holds_no_page(rest: bytes) -> None:
    with pytest.raises(SourceError, match="No page in it"):
        article_of(HEADERS + rest)

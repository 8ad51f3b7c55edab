"""What fuzzing of pages, feeds and sitemaps has found, and other people's collections of trouble."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import feed_making, page_making, page_shapes
from tests.page_making import BRIDGE
from workbench.errors import SourceError
from workbench.phrases import notes
from workbench.sources.decoding import clean
from workbench.sources.documents import LIMITS, Address, Article, Document, Found
from workbench.sources.making import read_again, source_from_article
from workbench.sources.registry import reader_named

STRINGS = Path(__file__).parents[3] / "shared" / "peers" / "naughty" / "blns.json"


NO_CHARACTER = "\ufffe"


def found_in(data: bytes, form: str, media_type: str = "") -> list[Found]:
    return list(reader_named(form).read(Document("x", data, media_type), LIMITS))


def article_of(data: bytes) -> Article:
    (one,) = found_in(data, "html")
    assert isinstance(one, Article)
    return one


@pytest.mark.parametrize(
    "reference", ["&#xD800;", "&#55296;", "&#0;", "&#x1b;[2J", "&#x110000;", "&#" + "9" * 9000]
)
def test_references_to_no_character(reference: str) -> None:
    page = page_making.agency(BRIDGE).replace("<p>", f"<p>{reference}<q>{reference}</q>").encode()
    text = source_from_article(article_of(page)).text
    assert text.encode()
    assert not {"\x00", "\x1b"} & set(text)
    feed = feed_making.rss([BRIDGE]).replace(b"<title>", f"<title>{reference}".encode())
    (address,) = found_in(feed.replace(b"<channel>", b"<channel><x & y>"), "feed")
    assert isinstance(address, Address)
    sitemap = feed_making.news_sitemap([BRIDGE]).replace(b"<news:title>", f"<news:title>{reference}".encode())
    (address,) = found_in(sitemap, "sitemap")
    assert str(address).encode()


@pytest.mark.parametrize(
    "media_type", ["text/html; charset=\udcff", "x;;;=", "text/html; charset=punycode", ";"]
)
def test_media_types_that_are_none(media_type: str) -> None:
    (one,) = found_in(page_making.agency(BRIDGE).encode(), "html", media_type)
    assert isinstance(one, Article)
    assert BRIDGE.paragraphs[0] in one.text


@pytest.mark.parametrize("make", page_shapes.SHAPES)
@pytest.mark.parametrize("hurt", ["<h1>", "</h1>", "</p>", "</div>", "<article>", "</head>", "<body>", '"'])
def test_a_hurt_page_gives_the_same_text_every_time(make: object, hurt: str) -> None:
    assert callable(make)
    data = make(BRIDGE).replace(hurt, "", 1).encode()
    source = source_from_article(article_of(data))
    assert BRIDGE.paragraphs[1] in source.text
    assert article_of(data).text == article_of(data).text
    assert read_again(source) == source


def test_a_page_too_large_to_look_for_its_article_is_read_line_by_line() -> None:
    lines = [f"Selde {number} kişi tahliye edildi." for number in range(26_000)]
    page = f"<html><body><nav><a>Gündem</a></nav>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>"
    article = article_of(page.encode())
    assert article.text.split("\n\n") == lines
    assert article.notes == (notes.ALL_TEXT.text,)


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn")), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_any_text_comes_back_as_it_is_shown(words: list[str]) -> None:
    told = [" ".join(f"Selde 66 kişi {word} tahliye edildi.".split()) for word in words]
    piece = "".join(f"<p>{escape(one)}</p>" for one in told).encode()
    assert clean(article_of(piece).text) == "\n\n".join(map(clean, told))


@pytest.mark.skipif(not STRINGS.is_file(), reason="the collected strings are not beside this checkout")
def test_collected_strings_as_titles_texts_and_names() -> None:
    strings = [one for one in json.loads(STRINGS.read_text(encoding="utf-8")) if clean(one).strip()]
    shown = [" ".join(clean(one).replace(NO_CHARACTER, "").split()) for one in strings]
    piece = "".join(f"<p>{escape(one)}</p>" for one in strings)
    lines = source_from_article(article_of(piece.encode(errors="replace"))).text.split("\n\n")
    assert [one for one in shown if one and one not in lines] == []
    items = "".join(
        f"<item><title>{escape(one)}</title><link>https://a.example/</link></item>" for one in strings
    )
    feed = f"<rss version='2.0'><channel>{items}</channel></rss>".encode(errors="replace")
    assert len(found_in(feed, "feed")) == len(strings)


@pytest.mark.parametrize("form", ["html", "mhtml", "feed", "sitemap"])
@pytest.mark.parametrize(
    "data", [b"", b"\x00" * 1000, b"\xff" * 1000, b"\xff\xfe", b"\xef\xbb\xbf", b"<p>", b"\n" * 100_000]
)
def test_what_is_nothing_is_refused(form: str, data: bytes) -> None:
    with pytest.raises(SourceError):
        found_in(data, form)

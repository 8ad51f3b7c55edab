"""Feeds and sitemaps give their articles' addresses, and the articles where they hold them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests import feed_making
from tests.page_making import BRIDGE, QUAKE, Story
from workbench.errors import SourceError
from workbench.sources.documents import LIMITS, Address, Article, Document, Found, Known, Limits, Unread
from workbench.sources.making import read_again, source_from_article
from workbench.sources.registry import read, reader_for

STORIES = (BRIDGE, QUAKE)
BOMBS = Path(__file__).parents[2] / ".." / "shared" / "peers" / "naughty" / "xmltestdata"


def found_in(data: bytes, **facts: object) -> list[Found]:
    document = Document("feed", data, **facts)  # type: ignore[arg-type]
    assert reader_for(document).holds_many
    return list(read(document, LIMITS))


def addresses_in(data: bytes, **facts: object) -> list[Address]:
    return [one for one in found_in(data, **facts) if isinstance(one, Address)]


@pytest.mark.parametrize("make", [feed_making.rss, feed_making.atom, feed_making.rdf, feed_making.json_feed])
def test_articles_come_back_from_their_feed(make: Callable[[Sequence[Story]], bytes]) -> None:
    addresses = addresses_in(make(STORIES))
    assert [address.url for address in addresses] == [story.url for story in STORIES]
    for address, story in zip(addresses, STORIES, strict=True):
        assert address.instead is not None
        source = source_from_article(address.instead)
        assert (source.title, source.url, source.format) == (story.title, story.url, "record")
        assert source.text == "\n\n".join((story.title, *story.paragraphs))
        assert source.published is not None
        assert source.published.best == date(2025, 5, 16)
        assert source.author == story.author
        assert read_again(source) == source


def test_what_a_feed_tells_goes_with_the_address() -> None:
    known = addresses_in(feed_making.rss(STORIES))[0].known
    assert (known.title, known.url, known.publisher) == (BRIDGE.title, BRIDGE.url, None)
    assert [(sign.kind, sign.start) for sign in known.signs] == [("feed", date(2025, 5, 16))]


def test_a_summary_is_no_article() -> None:
    assert [address.instead for address in addresses_in(feed_making.rss(STORIES, kept="summary"))] == [
        None
    ] * 2


def test_a_long_summary_is_read_where_nothing_is_fetched() -> None:
    story = replace(BRIDGE, standfirst=" ".join((*BRIDGE.paragraphs, *BRIDGE.paragraphs)))
    article = addresses_in(feed_making.rss([story], kept="summary"))[0].instead
    assert article is not None
    assert article.text == story.standfirst


RSS = "<rss version='2.0'><channel><title>Son dakika</title>{}</channel></rss>"


def test_an_entry_without_an_address_is_its_own_article() -> None:
    text = "<item><title>Köprü</title><description>Selde 66 kişi tahliye edildi.</description></item>"
    (article,) = found_in(RSS.format(text).encode())
    assert isinstance(article, Unread)
    long = text.replace("edildi.", "edildi. " + " ".join(BRIDGE.paragraphs * 2))
    (article,) = found_in(RSS.format(long).encode())
    assert isinstance(article, Article)
    assert (article.known.publisher, article.name) == ("Son dakika", "feed/1")


@pytest.mark.parametrize(
    ("item", "title"),
    [
        pytest.param("<title>Tom &amp;amp; Jerry</title>", "Tom & Jerry", id="an entity twice"),
        pytest.param("<title><![CDATA[<b>66</b> kişi]]></title>", "66 kişi", id="markup"),
        pytest.param("<title>5 &lt; 6 kişi</title>", "5 < 6 kişi", id="a sign that is no markup"),
    ],
)
def test_titles_are_text(item: str, title: str) -> None:
    data = RSS.format(f"<item>{item}<link>https://a.example/1</link></item>").encode()
    assert addresses_in(data)[0].known.title == title


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.example/x", "https://" + "a" * 3000],
    ids=["a script", "a file", "ftp", "too long"],
)
def test_addresses_of_the_web_alone(link: str) -> None:
    (one,) = found_in(RSS.format(f"<item><title>Haber</title><link>{link}</link></item>").encode())
    assert isinstance(one, Unread)


def test_addresses_relative_to_the_feed() -> None:
    data = RSS.format("<item><title>Haber</title><link>/haber/1</link></item>").encode()
    (one,) = addresses_in(data, known=Known(url="https://kha.example/rss.xml"))
    assert one.url == "https://kha.example/haber/1"


def test_windows_1254_that_says_so() -> None:
    data = feed_making.rss([replace(BRIDGE, paragraphs=("Iğdırova şeker fabrikası açıldı.",))])
    text = data.decode().replace("UTF-8", "windows-1254").encode("cp1254")
    assert addresses_in(text)[0].known.title == BRIDGE.title


def test_a_broken_feed_gives_what_is_whole() -> None:
    data = feed_making.rss(STORIES).replace(b"<channel>", b"<channel><x & y>", 1)
    assert [address.url for address in addresses_in(data)] == [story.url for story in STORIES]


def test_news_sitemaps() -> None:
    address = addresses_in(feed_making.news_sitemap(STORIES))[0]
    known = address.known
    assert (address.url, known.title, known.publisher, known.language) == (
        BRIDGE.url,
        BRIDGE.title,
        BRIDGE.publisher,
        "tr",
    )
    assert [(sign.kind, sign.start) for sign in known.signs] == [("feed", date(2025, 5, 16))]


def test_an_index_leads_one_step_further_in() -> None:
    index = feed_making.sitemap_index(["https://kha.example/a.xml", "https://kha.example/b.xml.gz"])
    found = addresses_in(index)
    assert [(one.url, one.inside) for one in found] == [
        ("https://kha.example/a.xml", 1),
        ("https://kha.example/b.xml.gz", 1),
    ]


def test_a_long_sitemap_is_gone_through() -> None:
    place = "<url><loc>https://kha.example/{}</loc></url>"
    data = f"<urlset>{''.join(place.format(number) for number in range(5_000))}</urlset>".encode()
    assert len(addresses_in(data)) == 5_000


LAUGHS = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))
BOMB = f"<!DOCTYPE rss [<!ENTITY a0 'ha'>{LAUGHS}]>{RSS.format('<item>&a9;</item>')}"
ABROAD = f"<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>{RSS.format('&x;')}"
HIDDEN = f"<!DOCTYPE rss [<!-- <a> --><!ENTITY x 'y'>]>{RSS.format('&x;')}"
IN_SITEMAP = "<!DOCTYPE urlset [<!ENTITY x 'y'>]><urlset><url><loc>&x;</loc></url></urlset>"
FILES = "<urlset><url><loc>file:///etc/passwd</loc></url></urlset>"
JSON = '{"version": "https://jsonfeed.org/version/1", "items": '


@pytest.mark.parametrize(
    ("data", "title"),
    [
        pytest.param(BOMB, "Refused", id="a billion laughs"),
        pytest.param(ABROAD, "Refused", id="a file as entity"),
        pytest.param(HIDDEN, "Refused", id="behind a comment"),
        pytest.param(IN_SITEMAP, "Refused", id="in a sitemap"),
        pytest.param("<rdf>" + "<a>" * 100_000, "Refused", id="deep"),
        pytest.param("<urlset>" + "<a>" * 100_000, "Refused", id="a deep sitemap"),
        pytest.param(RSS.format(""), "Nothing in the feed", id="no entries"),
        pytest.param("<urlset></urlset>", "Nothing in the sitemap", id="an empty sitemap"),
        pytest.param(FILES, "Nothing in the sitemap", id="a sitemap of files"),
        pytest.param(JSON, "Not a feed", id="cut JSON"),
        pytest.param(JSON + "5}", "Nothing in the feed", id="no items"),
        pytest.param(JSON + "[" * 100_000, "Not a feed", id="deep JSON"),
    ],
)
def test_what_is_refused(data: str, title: str) -> None:
    with pytest.raises(SourceError) as refused:
        found_in(data.encode())
    assert refused.value.title == title


def test_other_xml_is_no_feed() -> None:
    with pytest.raises(SourceError, match="Not a feed"):
        list(read(Document("notes.xml", b"<notes><note>Haber.</note></notes>"), LIMITS))


def test_a_feed_over_its_limit_is_refused() -> None:
    data = RSS.format("<item/>").encode() + b" " * 40_000_000
    with pytest.raises(SourceError, match="Too large"):
        found_in(data)


@pytest.mark.skipif(not BOMBS.is_dir(), reason="the collected XML bombs are not beside this checkout")
@pytest.mark.parametrize("wide", [False, True], ids=["UTF-8", "UTF-16"])
def test_collected_bombs(wide: bool) -> None:
    for file in sorted(BOMBS.glob("*.xml")):
        data = file.read_bytes()
        if b"<!DOCTYPE html" in data:
            continue
        data = data.decode().encode("utf-16") if wide else data
        with pytest.raises(SourceError):
            list(read(Document(file.name, data), Limits()))

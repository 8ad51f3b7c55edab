"""Pages of the shapes that news sites have give their article: title, day, paragraphs, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests import page_making
from tests.page_making import BRIDGE, QUAKE, Story
from tests.page_shapes import FLASH, SHAPES
from workbench.errors import SourceError
from workbench.models import Source
from workbench.sources.documents import LIMITS, Article, Document, Known, only_article
from workbench.sources.making import source_from_article
from workbench.sources.registry import read


def article_of(page: str | bytes, **facts: object) -> Article:
    data = page.encode() if isinstance(page, str) else page
    document = Document("page.html", data, **facts)  # type: ignore[arg-type]
    return only_article(read(document, LIMITS), document.name)


def source_of(page: str | bytes, **facts: object) -> Source:
    return source_from_article(article_of(page, **facts))


def texts(source: Source, *kinds: str) -> list[str]:
    return [source.text[block.start : block.end] for block in source.blocks if block.kind in kinds]


@pytest.mark.parametrize("story", [BRIDGE, QUAKE, FLASH], ids=["Turkish", "English", "one sentence"])
@pytest.mark.parametrize("make", SHAPES)
def test_an_article_comes_back_from_its_page(make: Callable[[Story], str], story: Story) -> None:
    source = source_of(make(story))
    assert texts(source, "title") == [story.title]
    told = {story.standfirst, *(f"Post number {at}" for at in range(9))}
    assert [one for one in texts(source, "paragraph", "heading") if one not in told] == list(story.paragraphs)
    assert source.published is not None
    assert source.published.best == date(2025, 5, 16)


@pytest.mark.parametrize("make", [page_making.agency, page_making.newspaper])
def test_what_metadata_tell_is_kept(make: Callable[[Story], str]) -> None:
    source = source_of(make(BRIDGE))
    assert (source.title, source.author, source.publisher, source.url) == (
        BRIDGE.title,
        BRIDGE.author,
        BRIDGE.publisher,
        BRIDGE.url,
    )
    assert next((sign.kind, sign.evidence) for sign in source.signs) == ("metadata", BRIDGE.day)
    assert BRIDGE.standfirst in texts(source, "paragraph", "heading")
    assert texts(source, "dateline")


def test_headings_keep_their_place_among_the_posts_of_a_live_blog() -> None:
    source = source_of(page_making.liveblog(QUAKE))
    expected = [part for at, told in enumerate(QUAKE.paragraphs) for part in (f"Post number {at}", told)]
    assert texts(source, "heading", "paragraph") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Kaza <time datetime='2025-06-03'>3 Haziran</time> günü oldu.",
            "Kaza 3 Haziran günü oldu.",
            id="a day in a time element",
        ),
        pytest.param(
            "<output>66</output> kişi tahliye edildi.",
            "66 kişi tahliye edildi.",
            id="a number in an output element",
        ),
        pytest.param("Vali <q>66 kişi</q> dedi.", "Vali “66 kişi” dedi.", id="a quotation in a q element"),
        pytest.param(
            "Vali <q>tam <b>66</b> kişi</q> dedi.",
            "Vali “tam 66 kişi” dedi.",
            id="a quotation with bold letters",
        ),
        pytest.param(
            "<b>66</b>&nbsp;ki<wbr>şi &Ccedil;ay&#39;dan ge&ccedil;ti.",
            "66 kişi Çay'dan geçti.",
            id="entities and joints",
        ),
        pytest.param("Selde <s>66</s> <ins>76</ins> kişi öldü.", "Selde 76 kişi öldü.", id="struck out"),
        pytest.param("Selde<br>üç kişi öldü.", "Selde üç kişi öldü.", id="a break inside a sentence"),
        pytest.param(
            "&lt;script&gt;x&lt;/script&gt; yazılıydı.", "<script>x</script> yazılıydı.", id="markup as text"
        ),
        pytest.param("Köprü<script>var x=1</script> açıldı.", "Köprü açıldı.", id="a script inside"),
        pytest.param("<ruby>漢<rt>kan</rt></ruby> yazısı 4 kez geçti.", "漢 yazısı 4 kez geçti.", id="ruby"),
        pytest.param("Köprü\n   yeniden\taçıldı.", "Köprü yeniden açıldı.", id="blanks of the markup"),
    ],
)
def test_sentences_are_what_a_reader_sees(sentence: str, expected: str) -> None:
    story = replace(BRIDGE, paragraphs=())
    paragraphs = [
        *page_making.prose(BRIDGE).split("</p>")[:2],
        f"<p>{sentence}",
        "<p>Son cümle de burada duruyor.",
    ]
    body = f"<article><h1>{story.title}</h1>{'</p>'.join(paragraphs)}</p></article>"
    assert expected in source_of(page_making.page(story, body=body)).text.splitlines()


def test_lists_and_tables_keep_their_lines() -> None:
    body = (
        f"<article><h1>{BRIDGE.title}</h1>{page_making.prose(BRIDGE)}"
        "<ul><li>İlk araç saat 08.00'de geçti.</li><li>Ağır taşıtlar bekliyor.</li></ul>"
        "<table><tr><th>Mahalle</th><th>Tahliye</th></tr>"
        "<tr><td>Ulubey</td><td>40 kişi</td></tr></table></article>"
    )
    lines = source_of(page_making.page(BRIDGE, body=body)).text.splitlines()
    assert lines[-5:] == [
        "- İlk araç saat 08.00'de geçti.",
        "- Ağır taşıtlar bekliyor.",
        "",
        "- Mahalle | Tahliye",
        "- Ulubey | 40 kişi",
    ]


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        pytest.param("2025-05-16T23:30:00Z", date(2025, 5, 16), id="the day as its own offset says"),
        pytest.param("2025-05-16", date(2025, 5, 16), id="a day"),
        pytest.param("Fri, 16 May 2025 06:30:00 GMT", date(2025, 5, 16), id="as in mail"),
        pytest.param("16.05.2025 09:30", date(2025, 5, 16), id="day first"),
    ],
)
def test_stamps(stamp: str, expected: date) -> None:
    head = f"<meta property='article:published_time' content='{stamp}'>"
    sign = article_of(page_making.page(BRIDGE, head)).known.signs[0]
    assert (sign.kind, sign.start, sign.evidence) == ("metadata", expected, stamp)


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("<meta property='article:modified_time' content='2025-05-16'>", id="a day of change"),
        pytest.param("<meta name='date' content='0001-01-01T00:00:00Z'>", id="no day"),
        pytest.param("<script type='application/ld+json'>[[[</script>", id="JSON-LD that is no JSON"),
        pytest.param(
            "<script type='application/ld+json'>" + "[" * 100_000 + "</script>", id="JSON-LD too deep"
        ),
    ],
)
def test_no_day_from_what_tells_none(head: str) -> None:
    assert article_of(page_making.page(BRIDGE, head)).known.signs == ()


IN_CDATA = page_making.schema(BRIDGE).replace("{", "//<![CDATA[\n{", 1).replace("}</", "}\n//]]></")
OTHER = page_making.schema(replace(BRIDGE, title="İlgili haber", day="2024-01-01"))
BROKEN = page_making.schema(BRIDGE).replace('"@type"', 'x "@type"', 1)


@pytest.mark.parametrize(
    ("told", "title"),
    [
        pytest.param(page_making.schema(BRIDGE), BRIDGE.title, id="the headline"),
        pytest.param(IN_CDATA, BRIDGE.title, id="in a CDATA section"),
        pytest.param(OTHER + page_making.schema(BRIDGE), BRIDGE.title, id="of several the page's own"),
        pytest.param(BROKEN, BRIDGE.title, id="broken"),
    ],
)
def test_json_ld(told: str, title: str) -> None:
    known = article_of(page_making.page(BRIDGE, told)).known
    assert known.title == title
    assert [sign.start for sign in known.signs][:1] == [date(2025, 5, 16)]


@pytest.mark.parametrize(
    ("above", "url", "expected"),
    [
        pytest.param(
            "<!-- saved from url=(0019)https://k.example/x -->", None, "https://k.example/x", id="saved"
        ),
        pytest.param(
            "<!--\n Page saved with SingleFile \n url: https://k.example/x \n saved date: x -->",
            None,
            "https://k.example/x",
            id="saved with SingleFile",
        ),
        pytest.param("", "https://k.example/f?utm=1", "https://k.example/f?utm=1", id="as it was fetched"),
        pytest.param("", None, None, id="nobody says"),
    ],
)
def test_addresses(above: str, url: str | None, expected: str | None) -> None:
    page = page_making.page(BRIDGE).replace("<html", f"{above}<html", 1)
    assert source_of(page, known=Known(url=url)).url == expected


def test_the_canonical_address_counts_on_its_own_site_alone() -> None:
    head = f"<link rel='canonical' href='{BRIDGE.url}'>"
    page = page_making.page(BRIDGE, head)
    assert source_of(page, known=Known(url="https://www.kha.example/amp?x=1")).url == BRIDGE.url
    assert source_of(page, known=Known(url="https://evil.example/copy")).url == "https://evil.example/copy"


@pytest.mark.parametrize("tag", ["article", "div class='news'"])
@pytest.mark.parametrize("times", [1, 5], ids=["a short one", "a long one"])
def test_articles_appended_below_are_not_its_own(tag: str, times: int) -> None:
    other = replace(QUAKE, paragraphs=QUAKE.paragraphs * times)
    end = tag.split()[0]
    body = "".join(
        f"<{tag}><h1>{story.title}</h1><section>{page_making.prose(story)}</section></{end}>"
        for story in (BRIDGE, other, other)
    )
    source = source_of(page_making.page(BRIDGE, page_making.schema(BRIDGE), f"<div>{body}</div>"))
    assert source.text.split("\n\n") == [BRIDGE.title, *BRIDGE.paragraphs]


def test_main_headings_inside_an_article_are_its_own() -> None:
    first, *rest = page_making.prose(BRIDGE).split("</p>")
    body = f"<article><h1>{BRIDGE.title}</h1>{first}</p><h1>Vali konuştu</h1>{'</p>'.join(rest)}</article>"
    source = source_of(page_making.page(BRIDGE, page_making.schema(BRIDGE), body))
    assert texts(source, "paragraph") == list(BRIDGE.paragraphs)


def test_a_title_that_is_no_main_heading() -> None:
    body = f"<h1><a href='/'>Kuzey</a></h1><div><h2>{BRIDGE.title}</h2>{page_making.prose(BRIDGE)}</div>"
    assert source_of(page_making.page(BRIDGE, "", body)).title == BRIDGE.title


def test_the_text_in_json_ld_stands_in_for_one_that_comes_by_script() -> None:
    told = page_making.schema(BRIDGE, articleBody="\n".join(BRIDGE.paragraphs))
    lines = source_of(page_making.page(BRIDGE, told, "<div id='root'></div>")).text.split("\n\n")
    assert lines == [BRIDGE.title, *BRIDGE.paragraphs]


def test_a_piece_of_a_page_is_read_as_a_whole() -> None:
    text = article_of("<p>Selde <b>66</b> kişi tahliye edildi.</p><p>Üç kişi öldü.</p>").text
    assert text == "Selde 66 kişi tahliye edildi.\n\nÜç kişi öldü."


NO_TEXT = "No text in the page"
EMPTY = "<!doctype html><html><head><title>Haber</title><script src='/app.js'></script></head><body>{}</body>"


@pytest.mark.parametrize(
    ("page", "title"),
    [
        pytest.param(EMPTY.format("<div id='root'></div>"), NO_TEXT, id="a page of scripts"),
        pytest.param(
            EMPTY.format("<p>Please enable JavaScript to continue.</p>"),
            NO_TEXT,
            id="one that asks for scripts",
        ),
        pytest.param(
            EMPTY.format("<noscript>Enable JavaScript.</noscript>"), NO_TEXT, id="one that asks those without"
        ),
        pytest.param("<html><body></body></html>", NO_TEXT, id="no text"),
        pytest.param("<html></html>", NO_TEXT, id="nothing at all"),
        pytest.param("<html><body>" + "<div>" * 100_000 + "Haber.", NO_TEXT, id="too deep"),
        pytest.param("<html><body>" + "<p>a</p>" * 1_400_000, "Too large", id="too large"),
    ],
)
def test_what_is_refused(page: str, title: str) -> None:
    with pytest.raises(SourceError) as refused:
        article_of(page)
    assert refused.value.title == title


def test_a_page_of_one_long_line_is_read_without_its_pictures() -> None:
    picture = f"<img src='data:image/png;base64,{'A' * 12_000_000}'>"
    page = page_making.agency(BRIDGE).replace("<h1>", f"{picture}<h1>", 1)
    assert all(paragraph in article_of(page).text for paragraph in BRIDGE.paragraphs)


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "table", "ul", "font"])
def test_elements_that_nobody_closed_hide_nothing(tag: str) -> None:
    body = f"<article>{f'<{tag}>' * 300}<h1>{BRIDGE.title}</h1>{page_making.prose(BRIDGE)}</article>"
    assert all(
        paragraph in article_of(page_making.page(BRIDGE, body=body)).text for paragraph in BRIDGE.paragraphs
    )

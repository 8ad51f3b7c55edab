"""Pages in the encodings of the web, rightly declared or not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests import page_making
from tests.page_making import BRIDGE
from workbench.sources.documents import LIMITS, Article, Document, only_article
from workbench.sources.making import read_again, source_from_article
from workbench.sources.registry import read


def article_of(data: bytes, *, media_type: str = "") -> Article:
    return only_article(read(Document("page.html", data, media_type), LIMITS), "page.html")


PLAIN = str.maketrans("“”", '""')


@pytest.mark.parametrize(
    ("encoding", "declared", "media_type"),
    [
        pytest.param("utf-8", "utf-8", "", id="UTF-8"),
        pytest.param("utf-8", "iso-8859-9", "", id="UTF-8 that says otherwise"),
        pytest.param("cp1254", "windows-1254", "", id="windows-1254"),
        pytest.param("cp1254", "iso-8859-1", "", id="windows-1254 that says Latin 1"),
        pytest.param("cp1254", "utf-8", "", id="windows-1254 that says UTF-8"),
        pytest.param("cp1254", "utf-8", "text/html; charset=ISO-8859-9", id="as its sender says"),
        pytest.param("iso8859-9", "iso-8859-9", "", id="ISO-8859-9"),
        pytest.param("utf-16", "utf-16", "", id="UTF-16 with its mark"),
        pytest.param("cp1254", "cp1251", "", id="windows-1254 that says Cyrillic"),
        pytest.param("cp1254", "no-such", "", id="an encoding that is none"),
    ],
)
def test_encodings(encoding: str, declared: str, media_type: str) -> None:
    story = replace(BRIDGE, paragraphs=tuple(told.translate(PLAIN) for told in BRIDGE.paragraphs))
    data = page_making.page(story, charset=declared).encode(encoding)
    article = article_of(data, media_type=media_type)
    assert all(paragraph in article.text for paragraph in story.paragraphs)
    again = read_again(source_from_article(article))
    assert again.text == source_from_article(article).text


def test_cyrillic_is_read_as_it_is_declared() -> None:
    story = replace(
        BRIDGE, paragraphs=("Мост через реку открыли после наводнения, сообщил губернатор области.",) * 2
    )
    data = page_making.page(story, charset="windows-1251").encode("cp1251", errors="replace")
    assert story.paragraphs[0] in article_of(data).text

"""Languages without a pack: told apart, stored, searched, and read by nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.claims import read_claims, read_passages, read_transcript
from workbench.importing.report import lacking
from workbench.languages.loader import LANGUAGES
from workbench.models import Source
from workbench.pipeline import import_paths, link_pending
from workbench.sources import source_from_bytes
from workbench.sources.language import UNKNOWN, detect_language
from workbench.sources.making import read_again
from workbench.store import open_store

LINES = [
    line.split("\t")
    for line in (Path(__file__).parent / "other_languages.tsv").read_text(encoding="utf-8").splitlines()
]
CODES = sorted({code for code, _ in LINES})
SISTERS = {"hr": {"hr", "bs", "sr", "sh"}}
"""What one language is called by those who count it as several."""


def article(code: str) -> str:
    sentences = [text for found, text in LINES if found == code]
    return f"{sentences[0].rstrip('.。')}\n\n{' '.join(sentences[1:8])}\n\n{' '.join(sentences[8:])}\n"


def source(code: str) -> Source:
    return source_from_bytes(article(code).encode(), f"{code}.txt")


@pytest.mark.parametrize("code", CODES)
def test_a_short_article_is_in_its_language(code: str) -> None:
    assert detect_language(article(code)) in SISTERS.get(code, {code})


def test_few_sentences_by_themselves_are_taken_for_a_language_that_is_read() -> None:
    found = [detect_language(text) for _, text in LINES]
    assert len(LINES) >= 20 * 15
    assert sum(code in LANGUAGES for code in found) <= 0.03 * len(LINES)


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        pytest.param("Komandalar heç-heçə edib.", None, "az", id="no word of the page"),
        pytest.param("Presidenten träffade ministrarna.", "sv-SE", "sv", id="the page's word"),
        pytest.param(
            "Bakan bugün Ankara'da konuştu, görüşmelerin süreceğini söyledi.", "en", "tr", id="a wrong one"
        ),
        pytest.param("Kabine dun toplandi ve karar aldi", None, "tr", id="Turkish without its letters"),
        pytest.param("\N{SNOWMAN}", None, "tr", id="no letters"),
    ],
)
def test_what_decides(text: str, told: str | None, expected: str) -> None:
    assert detect_language(text, told) == expected


def test_what_nothing_tells_is_undetermined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.sources.language._asked", lambda text: {"eo": 0.05})
    assert detect_language("qqq xxx") == UNKNOWN


@pytest.mark.parametrize("code", [*CODES, UNKNOWN])
def test_blocks_cover_the_text_and_nothing_is_claimed(code: str) -> None:
    text = article(code if code in CODES else "fr")
    read = source_from_bytes(text.encode(), "a.txt", code=code)
    blocks = [read.text[block.start : block.end] for block in read.blocks]
    assert "".join("".join(blocks).split()) == "".join(read.text.split())
    assert [block.kind for block in read.blocks] == ["title", "paragraph", "paragraph"]
    assert read_claims(read) == ()
    assert read_transcript(read).sentences == ()
    assert not read_passages(read, [(read.blocks[1].start, read.blocks[1].end)]).popitem()[1].quantities


def test_a_stated_day_is_read_in_any_language() -> None:
    text = article("fr").replace("\n\n", "\n\n16.05.2025\n\n", 1)
    published = source_from_bytes(text.encode(), "a.txt").published
    assert published is not None
    assert published.best.isoformat() == "2025-05-16"


def test_it_is_said_that_there_is_no_reader() -> None:
    assert "in French: no reader for it yet" in lacking(source("fr"), ())
    assert "no claims found" not in lacking(source("fr"), ())


def test_it_is_stored_searched_and_read_again(tmp_path: Path) -> None:
    for code in ("fr", "uk", "ar"):
        (tmp_path / f"{code}.txt").write_text(article(code), encoding="utf-8")
    with open_store(tmp_path / "claims.db") as store:
        report = import_paths(store, [tmp_path])
        link_pending(store)
        assert [one.claims for one in report.added] == [0, 0, 0]
        for word, code in (("tempête", "fr"), ("шторму", "uk"), ("الميناء", "ar")):
            assert {hit.source for hit in store.search(word)} == {source(code).id}
        stored = store.source(source("uk").id)
    assert stored == read_again(stored)

"""What holds for every text: blocks cover it, nothing but SourceError is raised, growth is linear."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from workbench.errors import SourceError
from workbench.models import Source
from workbench.sources import source_from_bytes
from workbench.sources.decoding import clean

PIECES = [
    " date 2026-02-03 ",
    "31.12.2025",
    "Giriş Tarihi: 25 Mayıs 2025 21:05",
    "27 OCAK",
    "16 MAYIS",
    "23 Temmuz'da ",
    "May 3",
    "Banka yeni hizmete başladı",
    "Bankacılık sektörü büyüdü.",
    "Vali “geldik.”",
    '"Söz verdik"',
    "'tamam'",
    "TürkAkım",
    "A.Ş. ",
    "17. BRICS ",
    "1.200’er",
    "\n",
    "\n\n",
    " ",
    "#Liman#Deniz",
    "Paylaş Tweetle",
    "EN ÇOK OKUNANLAR",
    "1 Yolda kaza",
    "İlgili Haberler",
    "2025-05-26 15:21 - Asayiş",
    "Dünya - 8 ay önce",
    "LİMANDA SON DURUM",
    "önümüzdeki 2 Haziran Pazartesi günü ",
    "gelecek hafta ",
    "×",
    "- ",
    "The talks ended on Friday.",
    "=HYPERLINK(1)",
    "[bold]",
    "\x1b[2J",
    "\u202e",
    "\u00a0",
    "x" * 300,
    "29 ŞUBAT",
    "99 OCAK",
    "31.02.2025",
]


def check(source: Source) -> None:
    covered = 0
    for block in source.blocks:
        assert covered <= block.start < block.end <= len(source.text)
        assert not source.text[covered : block.start].strip()
        assert source.text[block.start : block.end] == source.text[block.start : block.end].strip()
        covered = block.end
        if block.date:
            assert block.date.expr == source.text[block.date.expr_start : block.date.expr_end]
            assert block.date.start <= block.date.end
            assert block.kind not in ("furniture", "dateline")
    assert not source.text[covered:].strip()
    assert sum(block.kind == "title" for block in source.blocks) <= 1
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]", source.text)
    if source.published:
        assert source.published.start <= source.published.best <= source.published.end


def read(data: bytes) -> Source | None:
    try:
        return source_from_bytes(data, "sayfa.txt")
    except SourceError as error:
        assert "sayfa.txt" in error.detail
        return None


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(max_examples=250, deadline=None)
def test_blocks_cover_pages_in_order(text: str) -> None:
    source = read(text.encode())
    assert (source is None) == (not clean(text).strip())
    if source:
        check(source)


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_blocks_cover_any_text_in_order(text: str) -> None:
    data = text.encode(errors="ignore")
    source = read(data)
    if source:
        check(source)
        assert source.original == data


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_a_source_or_an_error_that_names_the_file(data: bytes) -> None:
    source = read(data)
    if source:
        check(source)
        assert data == source.original


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@given(
    st.text(alphabet="abcçğıiöşüABCÇĞIİÖŞÜ .,’“”\n", min_size=1, max_size=80),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1254"]),
)
@settings(max_examples=100, deadline=None)
def test_turkish_survives_every_encoding(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assume(encoding != "cp1254" or text.isascii() or not _is_utf8(data))  # nobody can tell which was meant
    source = read(data)
    assert (source is None) == (not text.strip())
    assert source is None or text == source.text


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("Köprü açıldıVali konuştu.27 OCAKYeni hat. ", id="glued blocks"),
        pytest.param("aB", id="capitals"),
        pytest.param(".A", id="full stops"),
        pytest.param('"a"B', id="quotes"),
        pytest.param("27 OCAK", id="dates"),
        pytest.param(")A", id="brackets"),
        pytest.param("“A ", id="quotes that never close"),
        pytest.param("Kısa başlık\n", id="headlines"),
        pytest.param("#a", id="tags"),
        pytest.param("12.05.2025\n", id="datelines"),
        pytest.param("x\n\n", id="blank lines"),
    ],
)
def test_hostile_repetition_is_read_whole(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    source = source_from_bytes(text.encode(), "uzun.txt")
    check(source)
    assert source.text == text

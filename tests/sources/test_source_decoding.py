"""Encodings, unreadable files and the removal of what is not safe to show."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import SourceError
from workbench.sources import article_paths, read_source, source_from_bytes

TURKISH = "Şırnak'ta ağaç dikildi. Yağış sürüyor, ölçüm güç oldu."
QUOTED = "Vali “yağış sürüyor” dedi – ölçüm güç…"
ENGLISH = "The café opened its doors in Ankara."


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        pytest.param(TURKISH.encode(), TURKISH, "utf-8", id="UTF-8"),
        pytest.param(TURKISH.encode("utf-8-sig"), TURKISH, "utf-8-sig", id="UTF-8 with a mark"),
        pytest.param(TURKISH.encode("utf-16"), TURKISH, "utf-16", id="UTF-16 with a mark"),
        pytest.param(TURKISH.encode("utf-16-le"), TURKISH, "utf-16-le", id="UTF-16 little-endian, no mark"),
        pytest.param(TURKISH.encode("utf-16-be"), TURKISH, "utf-16-be", id="UTF-16 big-endian, no mark"),
        pytest.param(TURKISH.encode("utf-32"), TURKISH, "utf-32", id="UTF-32 with a mark"),
        pytest.param(TURKISH.encode("iso8859_9"), TURKISH, "iso8859_9", id="Latin-5: no bytes 80-9f"),
        pytest.param(QUOTED.encode("cp1254"), QUOTED, "cp1254", id="Windows-1254: quotes in 80-9f"),
        pytest.param("Kış".encode("iso8859_9"), "Kış", "iso8859_9", id="one Turkish word"),
        pytest.param(ENGLISH.encode("latin-1"), ENGLISH, "iso8859_9", id="é is the same in all of them"),
        pytest.param(b"Plain ASCII text.", "Plain ASCII text.", "utf-8", id="ASCII"),
    ],
)
def test_encodings(data: bytes, text: str, encoding: str) -> None:
    source = source_from_bytes(data, "haber.txt")
    assert (text, encoding) == (source.text, source.encoding)
    assert data == source.original


@pytest.mark.parametrize(
    ("data", "word"),
    [
        pytest.param(b"", "empty", id="no bytes"),
        pytest.param(b" \r\n\t\n", "empty", id="blanks only"),
        pytest.param("\ufeff\u200b".encode(), "no visible text", id="invisible characters only"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "PNG", id="an image"),
        pytest.param(b"%PDF-1.7\nhello", "PDF", id="a PDF document"),
        pytest.param(b"PK\x03\x04rest", "ZIP", id="an archive"),
        pytest.param(b"text\x00with\x00\x00\x00zeros\x01\x02 and more of it", "binary", id="zero bytes"),
        pytest.param(bytes(range(1, 256)) * 4, "", id="every byte there is"),
    ],
)
def test_what_is_no_text_names_the_file(data: bytes, word: str) -> None:
    with pytest.raises(SourceError) as caught:
        source_from_bytes(data, "dosya.txt")
    assert "dosya.txt" in caught.value.detail
    assert word in caught.value.detail
    assert caught.value.title
    assert caught.value.hint


def test_a_damaged_letter_does_not_turn_utf8_into_something_else() -> None:
    data = TURKISH.encode().replace("ğ".encode(), b"\xff", 1)
    source = source_from_bytes(data, "haber.txt")
    assert source.encoding == "utf-8"
    assert TURKISH.replace("ğ", "\ufffd", 1) == source.text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("bir\r\niki\rüç\u2028dört", "bir\niki\nüç\ndört", id="line ends"),
        pytest.param("gu\u0308n", "gün", id="letters are composed"),
        pytest.param(
            "kırmızı \x1b[31mmetin\x07", "kırmızı [31mmetin", id="escape sequences lose their sting"
        ),
        pytest.param("a\u202eb\u2066c\u2069 d", "abc d", id="direction overrides"),
        pytest.param("gö\u00adrüş\u200bme\ufeff", "görüşme", id="invisible characters"),
        pytest.param("bir\tiki", "bir\tiki", id="tabs stay"),
        pytest.param("10\u00a0kişi", "10\u00a0kişi", id="unbreakable blanks stay"),
        pytest.param("x\x9b31m", "x31m", id="C1 controls"),
    ],
)
def test_text_is_safe_to_show(raw: str, text: str) -> None:
    assert text == source_from_bytes(raw.encode(), "haber.txt").text


def test_identity_comes_from_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "haber.txt"
    path.write_bytes(TURKISH.encode())
    source = read_source(path)
    again = source_from_bytes(TURKISH.encode(), "başka.txt")
    other = source_from_bytes(TURKISH.encode("utf-16"), "haber.txt")
    assert source.id == again.id != other.id
    assert source.id == "s" + source.sha256[:16]
    assert (source.file, again.file) == ("haber.txt", "başka.txt")


@pytest.mark.parametrize("name", ["yok.txt", "."])
def test_unreadable_paths(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_source(tmp_path / name)
    assert str(tmp_path / name) in caught.value.detail


def test_folders_give_their_articles_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.TEXT", "d.pdf", ".hidden"):
        (tmp_path / name).write_text("x")
    single = tmp_path / "d.pdf"
    found = article_paths([single, tmp_path])
    assert [path.name for path in found] == ["d.pdf", "a.md", "b.txt", "c.TEXT"]


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        article_paths([tmp_path])
    assert str(tmp_path) in caught.value.detail
    with pytest.raises(SourceError):
        article_paths([])

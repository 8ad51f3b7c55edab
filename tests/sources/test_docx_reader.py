"""Word documents written by python-docx come back as they were written."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from workbench.errors import SourceError
from workbench.sources.documents import LIMITS, Article, Document, only_article
from workbench.sources.making import read_again, source_from_article
from workbench.sources.readers import docx as reader
from workbench.sources.registry import read

TITLE = "Limanda yangın: 12 yaralı"
PARAGRAPHS = (
    "Limanda çıkan yangında 12 kişi yaralandı.",
    "Vali Sedef Arıkan, “söndürüldü” dedi; 3 ekip çalıştı.",
)


def saved(written: object) -> bytes:
    held = io.BytesIO()
    written.save(held)  # type: ignore[attr-defined]
    return held.getvalue()


def article(data: bytes, name: str = "a.docx") -> Article:
    return only_article(read(Document(name, data), LIMITS), name)


def written() -> bytes:
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph(PARAGRAPHS[0])
    document.add_heading("Soruşturma", 1)
    document.add_paragraph(PARAGRAPHS[1])
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Ölü", "3", "Yaralı", "12"), strict=True):
        cell.text = text
    document.add_paragraph("İlk madde", style="List Bullet")
    document.add_paragraph("Son söz.")
    properties = document.core_properties
    properties.author, properties.title = "Sedef Arıkan", "Word Document"
    properties.created, properties.modified = datetime(2020, 1, 2), datetime(2025, 5, 16, 9, 30)
    return saved(document)


def test_round_trip() -> None:
    found = article(written())
    assert found.text.split("\n\n") == [
        TITLE,
        PARAGRAPHS[0],
        "Soruşturma",
        PARAGRAPHS[1],
        "Ölü | 3",
        "Yaralı | 12",
        "- İlk madde",
        "Son söz.",
    ]
    source = source_from_article(found)
    assert (source.title, source.author) == (TITLE, "Sedef Arıkan")
    assert source.published is not None and source.published.best == date(2025, 5, 16)
    assert source.published.basis == "inferred"
    assert read_again(source) == source


@pytest.mark.parametrize("name", ["a.docx", "download", "a.zip"])
def test_it_is_known_by_its_first_bytes(name: str) -> None:
    assert article(written(), name).format == "docx"


RUN = "<w:r><w:t>{}</w:t></w:r>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        pytest.param(
            f"{RUN.format('Bir ')}<w:ins w:id='1'>{RUN.format('iki.')}</w:ins>", "Bir iki.", id="put in"
        ),
        pytest.param(
            "<w:r><w:t>Bir.</w:t></w:r><w:del w:id='1'><w:r><w:delText> İki.</w:delText></w:r></w:del>",
            "Bir.",
            id="struck out",
        ),
        pytest.param(f"<w:hyperlink>{RUN.format('Bağ')}</w:hyperlink>", "Bağ", id="a link"),
        pytest.param(
            f"<w:sdt><w:sdtContent>{RUN.format('Alan')}</w:sdtContent></w:sdt>", "Alan", id="a field"
        ),
        pytest.param(
            "<w:r><w:t>2024</w:t><w:noBreakHyphen/><w:t>2025</w:t></w:r>", "2024-2025", id="a hyphen"
        ),
        pytest.param("<w:r><w:instrText>PAGE</w:instrText><w:t>Metin</w:t></w:r>", "Metin", id="a formula"),
    ],
)
def test_text_stands_in_many_places(inside: str, expected: str) -> None:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>"))
    assert article(saved(document)).text == expected


def test_tables_in_tables_and_tables_for_layout() -> None:
    document = docx.Document()
    outer = document.add_table(1, 1)
    outer.cell(0, 0).text = "Çerçeve içindeki yazı."
    inner = outer.cell(0, 0).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Ölü", "3"
    assert article(saved(document)).text.split("\n\n") == ["Çerçeve içindeki yazı.", "Ölü | 3"]


def with_part(name: str, data: bytes) -> bytes:
    """The document with a part put in, or put in another's place."""
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(written())) as given,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for info in given.infolist():
            if info.filename != name:
                kept.writestr(info, given.read(info))
        kept.writestr(name, data)
    return held.getvalue()


LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><w:document>&b;</w:document>'


def packed(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "title"),
    [
        pytest.param(with_part("word/document.xml", LAUGHS), "Not a Word document", id="entities"),
        pytest.param(
            with_part("word/document.xml", LAUGHS.decode().encode("utf-16")),
            "Not a Word document",
            id="in UTF-16",
        ),
        pytest.param(
            with_part("docProps/core.xml", LAUGHS), "Not a Word document", id="entities in properties"
        ),
        pytest.param(
            with_part("word/document.xml", b" " * 17_000_000), "Too large", id="a part that is a bomb"
        ),
        pytest.param(with_part("word/document.xml", b"<a/>"), "Damaged Word document", id="other XML"),
        pytest.param(with_part("word/document.xml", b"<w:p>"), "Damaged Word document", id="broken XML"),
        pytest.param(
            with_part("word/document.xml", b"<a>" * 100_000), "Damaged Word document", id="nested deep"
        ),
        pytest.param(written()[:-100], "Damaged archive", id="cut off"),
        pytest.param(
            packed("[Content_Types].xml", "xl/workbook.xml"), "Not a Word document", id="a workbook"
        ),
        pytest.param(packed("word/other.xml"), "Not a Word document", id="something else"),
    ],
)
def test_what_is_refused(data: bytes, title: str) -> None:
    with pytest.raises(SourceError, match=title):
        article(data)


def test_what_all_parts_unpack_to_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_PARTS", 1_000_000)
    with pytest.raises(SourceError, match="Too large"):
        article(with_part("word/media/a.bin", b" " * 1_000_000))


def test_footnotes_are_said_to_be_left_out() -> None:
    assert article(with_part("word/footnotes.xml", b"<w:t>1</w:t>")).notes == ("its footnotes are left out",)

"""Word documents by python-docx: paragraphs, headings and tables in their order."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from workbench.errors import SourceError
from workbench.folding import fold
from workbench.models import DateSign
from workbench.phrases import errors, notes
from workbench.sources.documents import Article, Document, Found, Known, Limits
from workbench.sources.extras import needs
from workbench.sources.readers.archives import BROKEN, OFFICE, UNPACK, broken, check_directory

_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
"""Parts that Word writes always, mostly without a text in them."""
_MAIN = "word/document.xml"
_OTHERS = {"xl/": "an Excel workbook", "ppt/": "a PowerPoint presentation"}
_PART, _PARTS = 16_000_000, 200_000_000
"""Bytes of one part of XML, and of all parts: a tree takes some ten times as much memory."""
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PROLOGUE = 1 << 16
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_LEFT_OUT = frozenset({"del", "moveFrom", "instrText", "delText", "rPr", "pPr", "tbl"})
"""What is struck out, computed, or no text of the paragraph's own."""
_TITLE_STYLES = frozenset({"title", "konu basligi"})
_NO_TITLE = re.compile(r"microsoft|word document|adsiz|untitled|(?:document|belge)\d*$|\.docx?$|^\W*$")
_NO_NAME = re.compile(r"python-docx|admin\w*|user|kullanici|windows\W|microsoft|\W*$")
"""Titles and authors, folded, that programs make up."""
_TEMPLATE = datetime(2013, 12, 23, 23, 15)
"""What python-docx leaves in each document that it makes, from its template."""
_DEEP = 20


class DocxReader:
    """Reads what stands in the document's body; headers, footers, notes and comments are left out."""

    name = "docx"
    endings = (".docx",)
    media_types = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)
    holds_many = False

    def recognises(self, head: bytes) -> bool:
        """Any office document of Microsoft's kind: which one it is stands farther in."""
        return bool(OFFICE.match(head)) and b"mimetype" not in head[:50]

    def read(self, document: Document, limits: Limits) -> Iterator[Found]:
        """The one article. Raises SourceError where it is no Word document or would fill memory."""
        data = document.data(limits)
        has_footnotes = _checked(document, limits)
        opened = _opened(document)
        parts = list(_blocks(opened.element.body, 0))
        title = _title(opened, parts)
        known = Known(title, author=_author(opened), signs=_signs(opened))
        yield Article(
            document.name,
            "\n\n".join(text for text, _ in parts),
            data,
            self.name,
            known=known.over(document.known),
            notes=(notes.FOOTNOTES(),) if has_footnotes else (),
            retrieval=document.retrieval,
        )


READER = DocxReader()


def _checked(document: Document, limits: Limits) -> bool:
    """True where there are footnotes. Raises SourceError where a part is a bomb or the main one lacks."""
    with document.open() as stream:
        check_directory(stream, document.name, limits)
        try:
            with zipfile.ZipFile(stream) as archive:
                names = archive.namelist()
                _check_kind(names, document.name)
                for info in archive.infolist():
                    _check_part(archive, info, document.name)
                has_notes = any(b"<w:t" in archive.read(name) for name in _NOTES if name in names)
                if sum(info.file_size for info in archive.infolist()) > _PARTS:
                    raise _too_large(document.name, _PARTS)
        except (*BROKEN, RuntimeError, NotImplementedError) as error:
            raise broken(document.name, error) from error
    return has_notes


def _check_kind(names: list[str], name: str) -> None:
    if _MAIN in names:
        return
    for folder, kind in _OTHERS.items():
        if any(one.startswith(folder) for one in names):
            raise SourceError("Not a Word document", f"{name} is {kind}", "Save it as CSV, or as PDF.")
    raise SourceError("Not a Word document", f"{name} is an archive of another kind", UNPACK)


def _check_part(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> None:
    if not info.filename.lower().endswith((".xml", ".rels")):
        return
    if info.file_size > _PART:
        raise _too_large(name, _PART)
    with archive.open(info) as part:
        # A declaration may be written with two bytes a letter.
        if _DECLARES.search(part.read(_PROLOGUE).replace(b"\0", b"")):
            detail = f"{name}: {info.filename} declares entities, as no Word document does"
            raise SourceError("Not a Word document", detail, "Open and save it again.")


def _too_large(name: str, limit: int) -> SourceError:
    return SourceError(
        "Too large", errors.UNPACKS_TO(file=name, number=str(limit // 1_000_000)), "Import it in parts."
    )


def _opened(document: Document) -> Any:
    docx = needs("docx", "docx", document)
    try:
        with document.open() as stream:
            opened = docx.Document(stream)
            # Parts beside the main one are looked at only when they are asked for.
            list(opened.styles)
            list(opened.element.body)
            _ = opened.core_properties.title
        return opened
    except Exception as error:
        # python-docx lets through whatever its parsers and dictionaries raise on a broken package.
        detail = f"{document.name}: {type(error).__name__}: {error}"
        raise SourceError("Damaged Word document", detail, "Open and save it again.") from error


def _blocks(parent: Any, deep: int) -> Iterator[tuple[str, str]]:
    """Paragraphs and rows of tables below an element, in order, each with the id of its style."""
    for child in parent:
        tag = _plain(child)
        if tag == "p":
            text = _text(child).strip()
            if text:
                yield _item(child, text), _style(child)
            for box in child.iter(f"{_W}txbxContent"):
                if not any(above.tag == _FALLBACK for above in box.iterancestors()) and deep < _DEEP:
                    yield from _blocks(box, deep + 1)
        elif tag == "tbl" and deep < _DEEP:
            yield from _rows(child, deep + 1)
        elif tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag") and deep < _DEEP:
            yield from _blocks(child, deep + 1)


def _rows(table: Any, deep: int) -> Iterator[tuple[str, str]]:
    """A table's rows as lines; of one with a single column its cells' paragraphs."""
    for row in table.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl")) is not table:
            continue
        cells = [list(_blocks(cell, deep)) for cell in row.iter(f"{_W}tc") if _row_of(cell) is row]
        if len(cells) == 1:
            yield from cells[0]
        else:
            texts = [" ".join(" ".join(text.split()) for text, _ in cell) for cell in cells]
            if any(texts):
                yield " | ".join(texts), ""


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors(f"{_W}tr"))


def _text(paragraph: Any) -> str:
    """A paragraph's text as it reads with all changes accepted; what stands in text boxes is left to them."""
    found: list[str] = []
    for one in paragraph:
        tag = _plain(one)
        if tag == "t":
            found.append(one.text or "")
        elif tag in _SIGNS:
            found.append(_SIGNS[tag])
        elif tag not in _LEFT_OUT and tag != "txbxContent" and one.tag != _FALLBACK:
            found.append(_text(one))
    return "".join(found)


def _plain(element: Any) -> str:
    return element.tag.removeprefix(_W) if isinstance(element.tag, str) else ""


def _style(paragraph: Any) -> str:
    styled = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if styled is None else styled.get(f"{_W}val", "")


def _item(paragraph: Any, text: str) -> str:
    """The text with a mark in front where it is an item of a list, whose marks Word draws itself."""
    listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or _style(paragraph).startswith("List")
    return f"- {text}" if listed and not _style(paragraph).startswith("Heading") else text


def _title(opened: Any, parts: list[tuple[str, str]]) -> str | None:
    """The paragraph that is set as the title, else what the properties say, if no program wrote that."""
    styles = {style.style_id: fold(style.name or "") for style in opened.styles}
    styled = next((text for text, style in parts if styles.get(style) in _TITLE_STYLES), None)
    if styled:
        return styled
    stated = str(opened.core_properties.title or "").strip()
    return stated if stated and not _NO_TITLE.search(fold(stated)) else None


def _author(opened: Any) -> str | None:
    stated = str(opened.core_properties.author or "").strip()
    return stated if stated and not _NO_NAME.match(fold(stated)) else None


def _signs(opened: Any) -> tuple[DateSign, ...]:
    """When it was saved last: it may have been made of an older document."""
    saved = _moment(opened, "modified") or _moment(opened, "created")
    if saved is None:
        return ()
    day = saved.date()
    return (DateSign("made", day, day, "day", saved.isoformat()),)


def _moment(opened: Any, name: str) -> datetime | None:
    try:
        found = getattr(opened.core_properties, name)
    except ValueError:
        return None
    return found if isinstance(found, datetime) and found.replace(tzinfo=None) != _TEMPLATE else None

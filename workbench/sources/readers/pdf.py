"""PDF documents by pypdfium2: the text of their pages in the order in which it is read."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock
from typing import Any

from workbench.errors import SourceError
from workbench.folding import fold
from workbench.models import DateSign
from workbench.phrases import errors, notes
from workbench.sources.documents import Article, Document, Found, Known, Limits
from workbench.sources.extras import needs
from workbench.sources.layout.columns import SOFT_HYPHEN, Word, regions
from workbench.sources.layout.paragraphs import Paragraph, paragraphs
from workbench.sources.layout.running import Page, address_in, without_running
from workbench.sources.readers.archives import locked
from workbench.sources.stamps import sign_of

_MOST_PAGES = 5_000
_MOST_CHARACTERS = 6_000_000
_HYPHEN = 2
"""What pdfium gives for a hyphen that divides a word at the end of a line."""
_CODED_STAMP = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_NO_TITLE = re.compile(r"microsoft|untitled|adsiz|document\d*$|belge\d*$|\.\w{2,5}$|^[\W\d_]*$")
"""Titles, folded, that programs make up."""
_NO_NAME = re.compile(
    r"\W*(?:anonymous|unknown|unspecified|admin\w*|user|kullanici|owner|windows user|pc|hp|\W*)\W*$"
)
"""Authors, folded, that programs make up."""
_UNREADABLE = 0.3
"""Share of characters without meaning from which on a document's fonts do not say what its signs are."""
_TITLE_AMONG = 6
"""Paragraphs from the first among which the title is looked for."""
_NAMED_PAGES = 10
_FONT_NAME = 64

_one_at_a_time = Lock()
"""pdfium must not be entered by two threads."""


@dataclass(frozen=True, slots=True)
class _Read:
    pages: list[Page]
    without_text: list[int]
    metadata: dict[str, str]


class PdfReader:
    """Reads columns one after another, joins lines and divided words, leaves running lines out."""

    name = "pdf"
    endings = (".pdf",)
    media_types = ("application/pdf", "application/x-pdf")
    holds_many = False

    def recognises(self, head: bytes) -> bool:
        """The mark of a PDF, which may stand behind some other bytes."""
        return b"%PDF-" in head[:1024]

    def read(self, document: Document, limits: Limits) -> Iterator[Found]:
        """The one article. Raises SourceError where it cannot be opened, or is a scan without text."""
        data = document.data(limits)
        with _one_at_a_time:
            read = _read(data, document)
        pages, running = without_running(read.pages)
        found = [paragraph for paragraph in paragraphs(pages) if paragraph.text.strip()]
        title = _title(found, read.metadata.get("Title", ""))
        known = Known(
            title=title,
            author=_author(read.metadata.get("Author", "")),
            url=address_in(running),
            signs=_signs(read.metadata),
        )
        yield Article(
            document.name,
            "\n\n".join(paragraph.text for paragraph in found),
            data,
            self.name,
            known=known.over(document.known),
            notes=_notes(read.without_text),
            retrieval=document.retrieval,
        )


READER = PdfReader()


def _read(data: bytes, document: Document) -> _Read:
    pdfium = needs("pypdfium2", "pdf", document)
    try:
        opened = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise locked(document.name) from error
        raise SourceError("Damaged PDF", f"{document.name}: {error}", "Open and save it again.") from error
    try:
        if len(opened) > _MOST_PAGES:
            raise _too_long(document.name, errors.SO_MANY_PAGES(number=f"{_MOST_PAGES:,}"))
        pages, empty, characters = [], [], 0
        for number in range(len(opened)):
            words, count = _words_of_page(opened, number, pdfium)
            characters += count
            if characters > _MOST_CHARACTERS:
                raise _too_long(document.name, errors.SO_MANY_CHARACTERS(number=f"{_MOST_CHARACTERS:,}"))
            pages.append(regions(words))
            if not words:
                empty.append(number + 1)
        _refuse_without_text(pages, document.name)
        return _Read(pages, empty, opened.get_metadata_dict())
    finally:
        opened.close()


def _too_long(name: str, most: str) -> SourceError:
    return SourceError("Too large", f"{name} has over {most}", "Import it in parts.")


def _refuse_without_text(pages: list[Page], name: str) -> None:
    text = "".join(line.text for page in pages for region in page for line in region)
    if not text.strip():
        raise SourceError(
            "No text: it is a scan", name, "Run OCR first, as with `ocrmypdf scan.pdf read.pdf`."
        )
    unread = sum(unicodedata.category(char) in ("Co", "Cn", "Cc") or char == "\ufffd" for char in text)
    if unread > _UNREADABLE * len(text):
        detail = f"{name}: its fonts do not say which letters they hold"
        raise SourceError("No readable text", detail, "Run OCR first, as with `ocrmypdf --force-ocr`.")


def _words_of_page(opened: Any, number: int, pdfium: Any) -> tuple[list[Word], int]:
    """The words of a page, and how many characters it has; a page that cannot be loaded has none."""
    try:
        page = opened[number]
        text = page.get_textpage()
    except pdfium.PdfiumError:
        return [], 0
    try:
        turned = _Turned(page.get_rotation(), *page.get_size())
        return list(_words(text, turned, pdfium.raw)), text.count_chars()
    finally:
        text.close()
        page.close()


class _Turned:
    """Places on a page as they are seen when the page is shown turned."""

    def __init__(self, degrees: int, width: float, height: float) -> None:
        self._degrees, self._width, self._height = degrees, width, height

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        match self._degrees:
            case 90:
                return y, self._height - x
            case 180:
                return self._width - x, self._height - y
            case 270:
                return self._width - y, x
            case _:
                return x, y


def _words(text: Any, turned: _Turned, raw: Any) -> Iterator[Word]:
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    letters: list[str] = []
    places: list[tuple[float, float, float, float]] = []
    first = 0
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        char = SOFT_HYPHEN if code == _HYPHEN else chr(code) if code < 0x110000 else "\ufffd"
        if not char.isspace() and code:
            raw.FPDFText_GetLooseCharBox(text, index, box)
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            first = first if letters else index
            letters.append(char)
            places.append((*turned(box.left, y.value), *turned(box.right, y.value + box.top - box.bottom)))
        if letters and (char.isspace() or char == SOFT_HYPHEN or not code):
            yield _word(letters, places, _font(text, first, raw))
            letters, places = [], []
    if letters:
        yield _word(letters, places, _font(text, first, raw))


def _word(letters: list[str], places: list[tuple[float, float, float, float]], font: str) -> Word:
    left = min(min(place[0], place[2]) for place in places)
    right = max(max(place[0], place[2]) for place in places)
    height = min(abs(place[3] - place[1]) for place in places)
    return Word("".join(letters), left, right, places[0][1], max(height, 1.0), font)


def _font(text: Any, index: int, raw: Any) -> str:
    name = ctypes.create_string_buffer(_FONT_NAME)
    raw.FPDFText_GetFontInfo(text, index, name, _FONT_NAME, None)
    return name.value.decode(errors="replace")


def _title(found: list[Paragraph], stated: str) -> str | None:
    """The title in the metadata, where it is printed at the beginning; it is moved there to the front.

    What is not printed is the name of a file, of a template or of an older document as often as a title.
    """
    words = fold(" ".join(stated.split()))
    if len(words) < 3 or _NO_TITLE.search(words):
        return None
    for at, paragraph in enumerate(found[:_TITLE_AMONG]):
        if fold(" ".join(paragraph.text.split())) == words:
            found.insert(0, found.pop(at))
            return found[0].text
    return None


def _author(stated: str) -> str | None:
    return None if _NO_NAME.match(fold(stated.strip())) else stated


def _signs(metadata: dict[str, str]) -> tuple[DateSign, ...]:
    match = _CODED_STAMP.match(metadata.get("CreationDate", ""))
    sign = sign_of("made", "-".join(match.groups())) if match else None
    return (sign,) if sign else ()


def _notes(without_text: list[int]) -> tuple[str, ...]:
    if not without_text:
        return ()
    named = ", ".join(map(str, without_text[:_NAMED_PAGES]))
    return (notes.PAGES_WITHOUT_TEXT(text=named + (", ..." if len(without_text) > _NAMED_PAGES else "")),)

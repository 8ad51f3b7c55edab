"""A file or its bytes to a Source: reading, decoding, blocks, title, language and publication date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from workbench.errors import SourceError
from workbench.folding import fold
from workbench.models import Source
from workbench.sources.decoding import decode
from workbench.sources.documents import LIMITS, Document, Unread, only_article
from workbench.sources.gathering import gather
from workbench.sources.making import read_again, source_from_article, source_from_text
from workbench.sources.registry import read as read_document

__all__ = [
    "Pasted",
    "article_paths",
    "read_again",
    "read_source",
    "source_from_article",
    "source_from_bytes",
    "source_from_document",
    "source_from_paste",
    "source_from_text",
]


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text that somebody has pasted, with what they know of it; empty parts are left to the text."""

    text: str
    title: str = ""
    publisher: str = ""
    published: date | None = None


_NAME = 60
"""Characters of a title that name the file of a pasted text."""


def read_source(path: Path, *, published: date | None = None, code: str | None = None) -> Source:
    """The article in the file `path`; `published` and `code` as for `source_from_text`.

    Raises SourceError naming the file, also where it holds several articles.
    """
    return source_from_document(Document(path.name, path), published=published, code=code)


def source_from_document(
    document: Document, *, published: date | None = None, code: str | None = None
) -> Source:
    """The article in a document of any format; `published` and `code` as for `source_from_text`.

    Raises SourceError naming it, also where it holds several articles.
    """
    article = only_article(read_document(document, LIMITS), document.name)
    return source_from_article(article, published=published, code=code)


def source_from_bytes(
    data: bytes, file: str, *, published: date | None = None, code: str | None = None
) -> Source:
    """The article in the plain text `data`, which came under the name `file`.

    Raises SourceError naming it.
    """
    text, encoding = decode(data, file)
    return source_from_text(text, file=file, data=data, encoding=encoding, published=published, code=code)


def source_from_paste(pasted: Pasted) -> Source:
    """The article in a pasted text, in a file named after its title.

    A title that does not begin the text is set above it, so that it is read like any other. Raises
    SourceError where there is no text.
    """
    text, title = pasted.text.strip(), " ".join(pasted.title.split())
    if not text:
        raise SourceError("Nothing to import", "the text is empty", "Paste the text of an article.")
    if title and not fold(text).startswith(fold(title)):
        text = f"{title}\n\n{text}"
    name = title or text.splitlines()[0]
    file = "".join(char if char.isalnum() else " " for char in name[:_NAME])
    data = f"{text}\n".encode(errors="replace")
    source = source_from_bytes(data, f"{' '.join(file.split()) or 'text'}.txt", published=pasted.published)
    return replace(source, title=title or source.title, publisher=pasted.publisher.strip() or None)


def article_paths(paths: Iterable[Path]) -> list[Path]:
    """The files to read: files as given, for a folder its articles in order of name.

    Raises SourceError where a path does not exist or a folder holds no article.
    """
    found = []
    for one in gather(list(paths), LIMITS):
        if isinstance(one, Unread):
            raise one.error
        if isinstance(one, Document) and isinstance(one.payload, Path):
            found.append(one.payload)
    if not found:
        raise SourceError(
            "No articles", "no file or folder was named", "Name a file or a folder of articles."
        )
    return found

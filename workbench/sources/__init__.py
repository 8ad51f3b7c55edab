"""A file or its bytes to a Source: decoding, blocks, title, language and publication date."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from workbench.errors import SourceError
from workbench.folding import fold
from workbench.languages.loader import load
from workbench.models import Publication, Source
from workbench.sources.blocks import cut_parts, dated_blocks
from workbench.sources.decoding import decode
from workbench.sources.language import detect_language
from workbench.sources.publication import read_publication
from workbench.sources.rows import read_rows

__all__ = [
    "ARTICLE_ENDINGS",
    "Pasted",
    "article_paths",
    "read_source",
    "source_from_bytes",
    "source_from_paste",
    "source_from_text",
]

ARTICLE_ENDINGS = (".txt", ".text", ".md")
"""File name endings of the articles that a folder is searched for."""


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

    Raises SourceError naming the file.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SourceError(
            "Cannot read the file", f"{path}: {reason}", "Check the name and the permissions."
        ) from error
    return source_from_bytes(data, path.name, published=published, code=code)


def source_from_bytes(
    data: bytes, file: str, *, published: date | None = None, code: str | None = None
) -> Source:
    """The article in `data`, which came under the name `file`. Raises SourceError naming it."""
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


def source_from_text(
    text: str,
    *,
    file: str,
    data: bytes | None = None,
    encoding: str = "utf-8",
    published: date | None = None,
    code: str | None = None,
) -> Source:
    """The article in `text`, which is clean already; `data` is what it was decoded from.

    `published` and `code` (of the language) are what is known beforehand; else the text tells.
    Raises LanguageError where there is no such language pack.
    """
    code = code or detect_language(text)
    language = load(code)
    rows = read_rows(text, language)
    publication = _given(published) if published else read_publication(text, rows, language)
    blocks = dated_blocks(text, cut_parts(text, rows, language), publication.best if publication else None)
    title = next((block for block in blocks if block.kind == "title"), None)
    original = text.encode(errors="surrogatepass") if data is None else data
    sha256 = hashlib.sha256(original).hexdigest()
    return Source(
        id=f"s{sha256[:16]}",
        file=file,
        title=text[title.start : title.end] if title else None,
        publisher=None,
        published=publication,
        language=code,
        url=None,
        sha256=sha256,
        encoding=encoding,
        text=text,
        original=original,
        blocks=blocks,
    )


def _given(day: date) -> Publication:
    return Publication(day, day, day, "day", "stated", "Stated: it was given with the text.", "")


def article_paths(paths: Iterable[Path]) -> list[Path]:
    """The files to read: files as given, for a folder its articles in order of name.

    Raises SourceError where a path does not exist or a folder holds no article.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        inside = sorted(
            entry for entry in path.iterdir() if entry.suffix.lower() in ARTICLE_ENDINGS and entry.is_file()
        )
        if not inside:
            raise SourceError(
                "No articles", f"{path} holds no {', '.join(ARTICLE_ENDINGS)} file", "Name another folder."
            )
        found += inside
    if not found:
        raise SourceError(
            "No articles", "no file or folder was named", "Name a file or a folder of articles."
        )
    return found

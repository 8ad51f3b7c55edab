"""A file or its bytes to a Source: decoding, blocks, title, language and publication date."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from workbench.errors import SourceError
from workbench.languages.loader import load
from workbench.models import Source
from workbench.sources.blocks import cut_parts, dated_blocks
from workbench.sources.decoding import decode
from workbench.sources.language import detect_language
from workbench.sources.publication import read_publication
from workbench.sources.rows import read_rows

__all__ = ["ARTICLE_ENDINGS", "article_paths", "read_source", "source_from_bytes"]

ARTICLE_ENDINGS = (".txt", ".text", ".md")
"""File name endings of the articles that a folder is searched for."""


def read_source(path: Path) -> Source:
    """The article in the file `path`. Raises SourceError naming the file."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SourceError(
            "Cannot read the file", f"{path}: {reason}", "Check the name and the permissions."
        ) from error
    return source_from_bytes(data, path.name)


def source_from_bytes(data: bytes, file: str) -> Source:
    """The article in `data`, which came under the name `file`. Raises SourceError naming it."""
    text, encoding = decode(data, file)
    code = detect_language(text)
    language = load(code)
    rows = read_rows(text, language)
    published = read_publication(text, rows, language)
    blocks = dated_blocks(text, cut_parts(text, rows, language), published.best if published else None)
    title = next((block for block in blocks if block.kind == "title"), None)
    sha256 = hashlib.sha256(data).hexdigest()
    return Source(
        id=f"s{sha256[:16]}",
        file=file,
        title=text[title.start : title.end] if title else None,
        publisher=None,
        published=published,
        language=code,
        url=None,
        sha256=sha256,
        encoding=encoding,
        text=text,
        original=data,
        blocks=blocks,
    )


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

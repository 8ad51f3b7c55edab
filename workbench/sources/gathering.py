"""What a user names on the command line to documents and addresses: files, folders, patterns, `-`, URLs."""

from __future__ import annotations

import glob
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from workbench.errors import SourceError
from workbench.sources.documents import Address, Document, Found, Limits, Unread, passed_over
from workbench.sources.registry import endings

STANDARD_INPUT = "-"
_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_PATTERN = re.compile(r"[*?\[]")


def is_url(named: str) -> bool:
    """True for what is fetched, or refused as a scheme that is not."""
    return bool(_URL.match(named))


def gather(
    named: Sequence[str | Path], limits: Limits, *, standard_input: BinaryIO | None = None
) -> list[Found]:
    """Each document once, in the order named; a folder's by name. What is not there is `Unread`."""
    found: dict[str, Found] = {}
    for one in named:
        for piece in _named(str(one), limits, standard_input):
            key = piece.url if isinstance(piece, Address) else piece.name
            if isinstance(piece, Document) and isinstance(piece.payload, Path):
                key = str(piece.payload)
            found.setdefault(key, piece)
    return list(found.values())


def _named(named: str, limits: Limits, standard_input: BinaryIO | None) -> Iterator[Found]:
    if named == STANDARD_INPUT and standard_input is not None:
        yield Document("-", standard_input.read(limits.document + 1))
    elif is_url(named):
        yield Address(named)
    else:
        yield from _paths(named)


def _paths(named: str) -> Iterator[Found]:
    path = Path(named)
    try:
        if path.is_dir():
            yield from _folder(path)
            return
        if "\0" in named:
            raise SourceError("No such file", repr(named), "Check the name.")
        if not path.exists() and _PATTERN.search(named):
            # Path.glob takes no pattern that begins at the root.
            matches = sorted(glob.glob(named, recursive=True))  # noqa: PTH207
            if not matches:
                raise SourceError("No such file", f"nothing is named like {named}", "Check the pattern.")
            for match in matches:
                yield from _paths(match)
            return
    except SourceError as error:
        yield Unread(named, error)
        return
    yield document_at(path)


def document_at(path: Path, name: str | None = None) -> Found:
    """The document in a file; Unread where no database or export could hold its name."""
    name = name or path.name
    try:
        name.encode()
    except UnicodeEncodeError:
        return Unread(repr(name), SourceError("File name cannot be kept", repr(name), "Rename the file."))
    return Document(name, path)


def _folder(path: Path) -> Iterator[Found]:
    known = endings()
    files = [
        entry
        for entry in sorted(path.rglob("*"))
        if not any(part.startswith(".") for part in entry.relative_to(path).parts) and entry.is_file()
    ]
    inside = [entry for entry in files if entry.name.lower().endswith(known)]
    others = [entry.name for entry in files if not entry.name.lower().endswith(known)]
    if not inside:
        raise SourceError("No articles", f"{path} holds no file that is read", "Name another folder.")
    for entry in inside:
        yield document_at(entry)
    yield from passed_over(str(path), others)

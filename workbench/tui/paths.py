"""Paths as people type them: completed from the file system, and told from addresses of pages."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from workbench.errors import UsageError
from workbench.folding import fold
from workbench.sources.gathering import is_url
from workbench.words import _

_LOOKED_AT = 5_000
"""Entries of a folder that are looked at: a key may not wait for the rest."""
_ADDRESS = re.compile(r"https?://\S", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Completion:
    """What was typed, as far as it can be completed, and the names that it may go on to."""

    text: str
    names: tuple[str, ...] = ()


def completed(typed: str) -> Completion:
    """The path with as much added as all entries that begin so have in common; a folder ends in "/".

    Case and diacritics do not matter. Unreadable and missing folders complete nothing.
    """
    if typed == "~":
        return Completion("~/")
    folder, slash, name = typed.rpartition("/")
    names = sorted(_entries(Path(folder + slash).expanduser(), name))
    if not names:
        return Completion(typed)
    # All of them fold alike as far as this goes, so that the first stands for the others.
    common, exact = _shared([fold(one) for one in names]), _shared(names)
    begun = names[0][: exact if exact >= len(name) else common]
    return Completion(folder + slash + begun, tuple(names))


def _shared(names: list[str]) -> int:
    """How many characters all names begin with."""
    first, last = min(names), max(names)
    pairs = enumerate(zip(first, last, strict=False))
    return next((place for place, (one, other) in pairs if one != other), len(first))


def _entries(folder: Path, beginning: str) -> Iterator[str]:
    wanted = fold(beginning)
    try:
        with os.scandir(folder) as entries:
            for entry in islice(entries, _LOOKED_AT):
                hidden = entry.name.startswith(".") and not beginning.startswith(".")
                if fold(entry.name).startswith(wanted) and entry.name.isprintable() and not hidden:
                    yield entry.name + ("/" if entry.is_dir() else "")
    except OSError:
        return


def path_typed(typed: str) -> Path:
    """The file or folder that is meant: "~" is the home folder, quotes of a dragged name are taken off.

    Raises UsageError where nothing is typed, or the address of a page.
    """
    text = typed.strip()
    if not text:
        raise UsageError(_("Nothing is named"), "", _("type a file, a folder or an address, or paste a text"))
    if _ADDRESS.match(text):
        raise UsageError(
            _("This is the address of a page"),
            text,
            _("type a file or a folder"),
        )
    path = Path(text).expanduser()
    if not path.exists():
        bare = Path(_bare(text)).expanduser()
        return bare if bare.exists() else path
    return path


def named(typed: str) -> Path | str:
    """What is to be imported: an address as it was typed, else the file or folder that is meant.

    Raises UsageError where nothing is typed.
    """
    text = typed.strip()
    return text if is_url(text) and not text.lower().startswith("file:") else path_typed(typed)


def _bare(text: str) -> str:
    """A name without the quotes, escapes or scheme that terminals and file managers put around it."""
    text = text.removeprefix("file://")
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return text[1:-1]
    return _ESCAPED.sub(r"\1", text)

"""What leaves the desk: words for the clipboard, and originals for the system's own viewer."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from workbench.models import Source
from workbench.told.dates import publication_date
from workbench.visible import one_line, pasteable

if TYPE_CHECKING:
    from textual.app import App


def cache() -> Path:
    """The folder for what is written for other programs to read."""
    from platformdirs import user_cache_path

    folder = user_cache_path("workbench")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def copy(app: App[None], text: str) -> Path | None:
    """Puts a text on the clipboard, and into a file, since not every terminal takes it.

    Returns that file, None where it cannot be written. What could act where it is pasted is made visible.
    """
    app.copy_to_clipboard(text)
    try:
        path = cache() / "clipboard.txt"
        path.write_text(pasteable(text), encoding="utf-8")
    except OSError:
        return None
    return path


def with_source(words: str, source: Source) -> str:
    """Words with a line that says where they stand."""
    facts = (source.title, source.publisher, publication_date(source.published), source.url or source.file)
    return f"{words}\n— {', '.join(one_line(fact) for fact in facts if fact)}\n"


def is_page(url: str | None) -> bool:
    """Whether an address is one that a browser may be sent to."""
    return url is not None and urlsplit(url).scheme in ("http", "https")


def original_file(source: Source) -> Path:
    """The original as it was imported, written to a file that opens as text whatever it is."""
    folder = cache() / "originals"
    folder.mkdir(exist_ok=True)
    path = folder / f"{source.id}.txt"
    path.write_bytes(source.original)
    return path


def can_open(app: App[None]) -> bool:
    """Whether there is a screen here on which another program could show something."""
    if app.is_web:
        return False
    return sys.platform in ("darwin", "win32") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def open_outside(address: str) -> bool:
    """Opens an address or a file's URI in the system's own viewer; false where that refuses."""
    import webbrowser

    return webbrowser.open(address)

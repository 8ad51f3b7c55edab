"""Names of what stands in archives: other people's, so they lead nowhere and can be kept."""

from __future__ import annotations

import re
import unicodedata

_DRIVE = re.compile(r"^[A-Za-z]:")
_UNKEPT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_LONGEST = 300
_SYSTEM = frozenset({"__macosx", "thumbs.db", "desktop.ini"})


def tidy_name(name: str) -> str:
    """The name as a path below its archive: no drive, no root, no way up, no control characters.

    Empty where nothing is left of it.
    """
    plain = _UNKEPT.sub("", unicodedata.normalize("NFC", name).replace("\\", "/"))
    parts = [part.strip() for part in _DRIVE.sub("", plain).split("/")]
    return "/".join(part for part in parts if part not in ("", ".", ".."))[-_LONGEST:]


def is_hidden(name: str) -> bool:
    """True for what systems put into archives beside their contents, and for names with a leading dot."""
    parts = name.lower().split("/")
    return any(part.startswith(".") or part in _SYSTEM for part in parts)


def legacy_name(name: str) -> str:
    """A ZIP's name that is not marked as UTF-8, as it was most likely meant.

    Without the mark it is read as code page 437; writers put UTF-8 or, on Turkish systems, 857 there.
    """
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    for encoding in ("utf-8", "cp857"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name

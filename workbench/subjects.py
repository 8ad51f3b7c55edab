"""What a discrepancy is about: its attribute and key, for the program and in a reader's words.

A key narrows an attribute ("prisoner_of_war:each"). It may hold what only the program needs to tell
two discrepancies of one event apart: the places of two quotations, the offset of a stated total, or
the mark of a figure that was replaced. None of that is shown to a reader.
"""

from __future__ import annotations

import re

from workbench.models import About

_SUPERSEDED = "~superseded"
_VERSIONS = "~versions:"
_PLACES = re.compile(r"s\w+\.\d+-s\w+\.\d+", re.ASCII)
"""Two quotations, each as its source's id and its offset."""


def superseded_key(key: str) -> str:
    """The key of a superseded figure, so that a decision on it leaves a conflict of the same key alone."""
    return key + _SUPERSEDED


def open_key(key: str) -> str:
    """The key without the mark of a superseded figure."""
    return key.removesuffix(_SUPERSEDED)


def version_key(key: str, article: str, number: int) -> str:
    """The key of what changed between versions of an article; `number` tells namesakes apart, from 0."""
    return f"{key}{_VERSIONS}{article}" + (f":{number}" if number else "")


def plain_key(key: str) -> str:
    """The key without the marks of a superseded figure and of an article's versions."""
    return open_key(key).partition(_VERSIONS)[0]


def narrowing(attribute: About, key: str) -> tuple[str, ...]:
    """The parts of a key that say something to a reader, as the program writes them ("prisoner_of_war")."""
    if attribute in ("claim", "source"):
        return ()
    parts = [part for part in plain_key(key).split(":") if part and part != attribute]
    if attribute == "wording":
        parts = [part for part in parts if not _PLACES.fullmatch(part)]
    if attribute == "total" and parts and parts[-1].isdecimal():
        parts.pop()
    return tuple(parts)


def subject(attribute: About, key: str) -> str:
    """What differs, in words: "count: prisoner of war, each" for the key "prisoner_of_war:each"."""
    narrowed = in_words(":".join(narrowing(attribute, key)))
    return f"{attribute}: {narrowed}" if narrowed else attribute


def in_words(name: str) -> str:
    """A name made of parts as a reader's words: "prisoner of war, each" for "prisoner_of_war:each"."""
    return name.replace("_", " ").replace(":", ", ")

"""Lists as the core writes them ("a, b and c"), in the reader's language."""

from __future__ import annotations

from collections.abc import Callable

from workbench.words import _

_AND = " and "


def joined(text: str, say: Callable[[str], str]) -> str:
    """The list with each of its parts as `say` gives it."""
    head, found, last = text.rpartition(_AND)
    if not found:
        return ", ".join(map(say, text.split(", ")))
    first = ", ".join(map(say, head.split(", ")))
    return _("{first} and {last}").format(first=first, last=say(last))

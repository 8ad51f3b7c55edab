"""Folding letters one to one, so that offsets in folded text are offsets in the text itself.

`str.lower` turns "İ" into two code points and would shift every offset behind it; SQLite's own
folding knows neither "İ/i" nor "I/ı". Both rooms that match words and the store that searches
them fold here.
"""

from __future__ import annotations

import sys
import unicodedata
from functools import cache

_QUOTES = dict.fromkeys(map(ord, "’‘‛ʼ′´`"), "'") | dict.fromkeys(map(ord, "“”„‟″«»"), '"')
_BLANKS = dict.fromkeys((0xA0, 0x2007, 0x2009, 0x200A, 0x202F), " ")


def _plain(char: str) -> str:
    """The letter without case and marks, as one code point; the letter itself where none exists."""
    if char in "Iıİi":
        return "i"
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char


class _SearchTable(dict[int, str]):
    """A translate table filled on demand: most of Unicode is never met."""

    def __missing__(self, code: int) -> str:
        folded = _plain(chr(code))
        self[code] = folded
        return folded


_SEARCH = _SearchTable()


def fold(text: str) -> str:
    """Text for searching: no case, no diacritics, all four Turkish i's alike. Same length as `text`."""
    return text.translate(_SEARCH)


@cache
def _lower_table(pairs: tuple[tuple[str, str], ...]) -> dict[int, str]:
    table = {
        code: lowered
        for code in range(sys.maxunicode + 1)
        if (lowered := chr(code).lower()) != chr(code) and len(lowered) == 1
    }
    table.update({ord("İ"): "i", **_QUOTES, **_BLANKS})
    table.update({ord(upper): lower for upper, lower in pairs})
    return table


def lower(text: str, pairs: tuple[tuple[str, str], ...] = ()) -> str:
    """Lower case by a language's own `pairs` (Turkish: I to ı), quotes and blanks made plain. Same length."""
    return text.translate(_lower_table(pairs))

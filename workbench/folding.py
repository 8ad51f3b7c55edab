"""Folding letters one to one, so that offsets in folded text are offsets in the text itself.

`str.lower` turns "İ" into two code points and would shift every offset behind it; SQLite's own
folding knows neither "İ/i" nor "I/ı". Both rooms that match words and the store that searches
them fold here.
"""

from __future__ import annotations

import unicodedata

_QUOTES = dict.fromkeys(map(ord, "’‘‛ʼ′´`"), "'") | dict.fromkeys(map(ord, "“”„‟″«»"), '"')
_BLANKS = dict.fromkeys((0xA0, 0x2007, 0x2009, 0x200A, 0x202F), " ")
# "İ" is the only letter whose lower case takes two code points; a "Σ" that ends a word has its own.
_PLAIN = [(chr(code), plain) for code, plain in {ord("İ"): "i", ord("Σ"): "σ", **_QUOTES, **_BLANKS}.items()]

CAPITALS = "".join(char for char in map(chr, range(0x530)) if char.isupper())
"""Capital letters of the Latin, Greek and Cyrillic alphabets, for a character class."""


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
_FEW = 40
"""Different letters beyond ASCII in a text that are replaced one by one: far quicker than a table."""
_WORD = 32
"""Code points of a text so short that to look for those letters costs more than the table."""


def fold(text: str) -> str:
    """Text for searching: no case, no diacritics, all four Turkish i's alike. Same length as `text`."""
    if text.isascii():
        return text.lower()
    if len(text) <= _WORD:
        return text.translate(_SEARCH)
    marked = {char for char in set(text) if char > "\x7f"}
    if len(marked) > _FEW:
        return text.translate(_SEARCH)
    for char in marked:
        text = text.replace(char, _SEARCH[ord(char)])
    return text.lower()


def lower(text: str, pairs: tuple[tuple[str, str], ...] = ()) -> str:
    """Lower case by a language's own `pairs` (Turkish: I to ı), quotes and blanks made plain. Same length."""
    for upper, lowered in pairs:
        text = text.replace(upper, lowered)
    if text.isascii():
        return text.lower().replace("`", "'")
    for mark, plain in _PLAIN:
        if mark in text:
            text = text.replace(mark, plain)
    return text.lower()

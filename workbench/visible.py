"""Other people's text made safe to show: none may steer a terminal, hide, reorder or pile up.

Every character that does is replaced by one that shows: offsets hold. Which ones, and why, is written in
docs/decisions/0022-hostile-text.md.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MARKS_SHOWN = 4
"""Characters without width that may follow one with width: Vietnamese and Arabic need two, Hebrew three, a
Tibetan stack four. What follows them is replaced."""
HIDDEN = "·"
"""Stands for a character that shows nothing."""
REFUSED = "\ufffd"
"""Stands for one that would act."""

_SPACES = re.compile(r"\s+")
_ORDINARY = re.compile(
    "[\n -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0400-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20c0]*"
)
"""What Latin, Greek and Cyrillic text is made of: no character of it needs a stand-in."""
_JOINER = re.compile(
    "(?<=[\u0620-\u065f\u066e-\u06d3\u0750-\u077f\u08a0-\u08c7\u0900-\u0dff])[\u200c\u200d]"
    "(?=[\u0620-\u065f\u066e-\u06d3\u0750-\u077f\u08a0-\u08c7\u0900-\u0dff])"
)
"""A joiner between letters of Arabic script (Persian writes with it) or of an Indic one: it shows in them."""
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters, marks and symbols that look like nothing."""
_SKIN = range(0x1F3FB, 0x1F400)
_JAMO = (range(0x1161, 0x1200), range(0xD7B0, 0xD800))
"""Korean vowels and finals that join the letter before."""


def _stand_in(char: str) -> str:
    """One code point for a character that must not reach a terminal, or the character."""
    if char == "\n":
        return char
    if char in "\t\u2028\u2029\x85":
        return " "
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if char in _BLANK or _is_selector(code):
        return HIDDEN
    match unicodedata.category(char):
        case "Cc" | "Cs":
            return REFUSED
        case "Cf":
            return HIDDEN if unicodedata.bidirectional(char) == "BN" else REFUSED
        case "Cn" if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF or _is_ignorable(code):
            return REFUSED
        case _:
            return char


def _is_selector(code: int) -> bool:
    """Variation selectors: they show nothing themselves, and any number of them can hide a message."""
    return 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF or 0x180B <= code <= 0x180F


def _is_ignorable(code: int) -> bool:
    """Code points without a character yet that programs are told to draw as nothing."""
    return 0xE0000 <= code <= 0xE0FFF or 0xFFF0 <= code <= 0xFFF8 or code == 0x2065


class _StandIns(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = _stand_in(chr(code))
        return self[code]


_STAND_INS = _StandIns()


def safe(text: str) -> str:
    """The text with everything that acts, hides or piles up made visible. Same length; line ends stay."""
    if _ORDINARY.fullmatch(text):
        return text
    shown = text.translate(_STAND_INS)
    if "\u200c" in text or "\u200d" in text:
        chars = list(shown)
        for joiner in _JOINER.finditer(text):
            chars[joiner.start()] = joiner[0]
        shown = "".join(chars)
    marks = "".join(sorted(char for char in set(shown) if _is_mark(char)))
    return _too_many(marks).sub(lambda found: HIDDEN * len(found[0]), shown) if marks else shown


@lru_cache(maxsize=1024)
def _is_mark(char: str) -> bool:
    """Whether a character takes no width of its own but joins the one before."""
    code = ord(char)
    if code < 0x300:
        return False
    if unicodedata.category(char) in ("Mn", "Me", "Mc") or code in _SKIN:
        return True
    return any(code in jamo for jamo in _JAMO)


@lru_cache(maxsize=64)
def _too_many(marks: str) -> re.Pattern[str]:
    """Marks with nothing to join, at the start of the text or of a line, and those behind enough others."""
    one = f"[{re.escape(marks)}]"
    return re.compile(f"^{one}+|(?<={one * MARKS_SHOWN}){one}+", re.MULTILINE)


def pasteable(text: str) -> str:
    """`safe` text for the clipboard: tabs stay, they part the cells of a table."""
    return "\t".join(map(safe, text.split("\t")))


def one_line(text: str) -> str:
    """`safe` text with its line ends as spaces. Same length, so offsets hold."""
    return safe(text).replace("\n", " ")


def visible(text: str) -> str:
    """`one_line` text with runs of white space as one space and none at its ends."""
    return _SPACES.sub(" ", one_line(text)).strip()

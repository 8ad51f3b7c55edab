"""Other people's text made safe to show: nothing in it may steer a terminal, hide or reorder a line."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"\s+")


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
    match unicodedata.category(char):
        case "Cc" | "Cs":
            return "\ufffd"
        case "Cf":
            return "·" if unicodedata.bidirectional(char) == "BN" else "\ufffd"
        case _:
            return char


class _StandIns(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = _stand_in(chr(code))
        return self[code]


_STAND_INS = _StandIns()


def safe(text: str) -> str:
    """The text with controls, escapes and direction overrides made visible. Same length; line ends stay."""
    return text if text.isprintable() else text.translate(_STAND_INS)


def one_line(text: str) -> str:
    """`safe` text with its line ends as spaces. Same length, so offsets hold."""
    return safe(text).replace("\n", " ")


def visible(text: str) -> str:
    """`one_line` text with runs of white space as one space and none at its ends."""
    return _SPACES.sub(" ", one_line(text)).strip()

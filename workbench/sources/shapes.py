"""What a stretch of text looks like: letters of either case, sentence ends, headline shape."""

from __future__ import annotations

import re

_LETTERS = [chr(code) for code in (*range(0x41, 0x530), *range(0x1E00, 0x2000))]
UPPER = "".join(char for char in _LETTERS if char.isupper() or char.istitle())
LOWER = "".join(char for char in _LETTERS if char.islower())
OPENING = "“«‘„‹([{"
CLOSING = "”»’›)]}"
MARKS = "\"'"

HEADLINE_WORDS = 25
HEADLINE_LENGTH = 200

_OTHER_STOPS = "。۔।"
"""Full stops of Chinese and Japanese, Urdu and Persian, and Hindi."""
_FINAL = re.compile(rf"[.!?…:;！？؟{_OTHER_STOPS}][{re.escape(CLOSING + MARKS)}]*$")
_STOP = re.compile(rf"[.…;{_OTHER_STOPS}][{re.escape(CLOSING + MARKS)}]*$")
_INNER_STOP = re.compile(
    rf"(?<![{UPPER}0-9.])[.…][{re.escape(CLOSING + MARKS)}]*\s+[{re.escape(OPENING + MARKS)}]?[{UPPER}0-9]"
)
_BULLET = re.compile(r"[-–—•*▪●·]\s")


def is_capitals(text: str) -> bool:
    """True where nearly all letters (four at least) are capitals, as in a subheading."""
    letters = [char for char in text[: 2 * HEADLINE_LENGTH] if char.isalpha()]
    return len(letters) >= 4 and sum(not char.islower() for char in letters) >= 0.9 * len(letters)


def ends_sentence(text: str) -> bool:
    """True where the text ends in any mark that closes a sentence or opens what follows."""
    return bool(_FINAL.search(text[-8:]))


def ends_in_stop(text: str) -> bool:
    """True where the text ends in a full stop or its like; headlines may end in "?" or "!"."""
    return bool(_STOP.search(text[-8:]))


def has_inner_stop(text: str, abbreviations: frozenset[str]) -> bool:
    """True where a sentence ends inside the text, an ordinal's or abbreviation's full stop aside."""
    for match in _INNER_STOP.finditer(text):
        word = text[: match.start() + 1].rsplit(None, 1)[-1].lstrip(OPENING + MARKS)
        if word.lower() not in abbreviations and len(word) > 2:
            return True
    return False


def is_headline(text: str, abbreviations: frozenset[str]) -> bool:
    """True for a run as short as a headline that is not closed by a full stop and holds one sentence."""
    return (
        len(text) <= HEADLINE_LENGTH
        and len(text.split()) <= HEADLINE_WORDS
        and any(char.isalpha() for char in text)
        and not ends_in_stop(text)
        and not text.endswith((":", ","))
        and not has_inner_stop(text, abbreviations)
    )


def is_bullet(text: str) -> bool:
    """True for an item of a list inside the article."""
    return bool(_BULLET.match(text))

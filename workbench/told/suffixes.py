"""Endings that Turkish puts behind a value, by the sound of what it is read as: 390'ar, 6'dan, 5 tondan.

A translation asks for one by the format of its place: "{stated:ar}" (each), "{amount:dan}" (than).

Source of the rules: the spelling guide of the Turkish Language Association (numerals, apostrophe).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_NUMBER = re.compile(r"\d+(?:\.\d{3})*(?:,\d+)?(?: (?:milyon|milyar|trilyon))?")
_UNITS = ("sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_TENS = ("", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
_THOUSANDS = ("", "bin", "milyon", "milyar", "trilyon")
_BACK = frozenset("aıou")
_VOWELS = _BACK | frozenset("eiöü")
_HARD = frozenset("fstkçşhp")
_FRONT_IN_SPITE_OF_A = ("saat",)
"""Ends of words that take front endings, as they are spoken ("saatten")."""


class Value(str):
    """A value in a translation, which may ask for an ending behind it."""

    __slots__ = ()

    def __format__(self, ending: str) -> str:
        return _ENDINGS[ending](self) if ending else str(self)


def each(text: str) -> str:
    """The text with the distributive ending behind its last number ("5 ton": "5'er ton")."""
    found = list(_NUMBER.finditer(text))
    if not found or text[found[-1].end() :].startswith("'"):
        return f"taraf başına {text}"
    number = found[-1].group()
    word = last_word(number)
    ending = ("ş" if word[-1] in _VOWELS else "") + ("ar" if _is_back(word) else "er")
    end = found[-1].end()
    return text[:end] + _mark(number) + ending + text[end:]


def than(text: str) -> str:
    """The text with the ablative ending behind it ("1.000": "1.000'den", "5 ton": "5 tondan")."""
    found = list(_NUMBER.finditer(text))
    ends_in_number = bool(found) and found[-1].end() == len(text)
    word = last_word(found[-1].group()) if ends_in_number else text.casefold()
    ending = ("t" if word[-1] in _HARD else "d") + ("an" if _is_back(word) else "en")
    return text + (_mark(found[-1].group()) if ends_in_number else "") + ending


_ENDINGS: Mapping[str, Callable[[str], str]] = {"ar": each, "dan": than}


def _mark(number: str) -> str:
    """The apostrophe that parts an ending from digits."""
    return "'" if number[-1].isdecimal() else ""


def _is_back(word: str) -> bool:
    """True where the last vowel is spoken at the back of the mouth, so that an ending has an a."""
    if word.endswith(_FRONT_IN_SPITE_OF_A):
        return False
    return next((letter for letter in reversed(word) if letter in _VOWELS), "e") in _BACK


def last_word(number: str) -> str:
    """The last word of a number as it is read: "bin" for "1.000", "beş" for "2,5"."""
    if number[-1].isalpha():
        return number.rpartition(" ")[2]
    digits = number.rpartition(",")[2] if "," in number else number.replace(".", "")
    bare = digits.rstrip("0")
    if not bare:
        return _UNITS[0]
    zeros = len(digits) - len(bare)
    if zeros >= 3:
        return _THOUSANDS[min(zeros // 3, len(_THOUSANDS) - 1)]
    return "yüz" if zeros == 2 else _TENS[int(bare[-1])] if zeros else _UNITS[int(bare[-1])]

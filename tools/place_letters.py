"""Letters of place names: marks taken off, and the sounds that transliterations share."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ı": "i", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "ß": "ss"}
)
_SIGNS = str.maketrans(dict.fromkeys("‘’ʻʼ`´′ʿʾ", "'"))
_SCHOLARLY = frozenset("\u0304\u0323\u0324\u0331\u0327\u0326")
_TURKISH = frozenset("abcçdefgğhıijklmnoöprsştuüvyzâîû '-")
_MARKED = (("ş", "sh"), ("š", "sh"), ("ç", "ch"), ("č", "ch"), ("ć", "ch"), ("ž", "zh"))
_SOUNDS = (
    ("sch", "ş"), ("sh", "ş"), ("ch", "ç"), ("kh", "h"), ("zh", "j"), ("ts", "ts"), ("dj", "c"), ("j", "c"),
    ("gh", "g"), ("ğ", "g"), ("w", "v"), ("ph", "f"), ("q", "k"), ("x", "ks"), ("y", "i"), ("'", ""),
)  # fmt: skip


def plain(text: str) -> str:
    """The text without marks on its letters, case kept."""
    bare = unicodedata.normalize("NFD", text.translate(_LETTERS).translate(_SIGNS))
    return "".join(char for char in bare if not unicodedata.combining(char))


def tidy(text: str) -> str:
    """GeoNames' name without the marks of scholarly romanisation ("Ḩalab"), those of real alphabets kept."""
    parts = unicodedata.normalize("NFD", text.translate(_SIGNS))
    if {"\u0304", "\u0323", "\u0324", "\u0331"} & set(parts):
        parts = "".join(char for char in parts if char not in _SCHOLARLY)
    return unicodedata.normalize("NFC", parts).strip("'")


def is_turkish(text: str) -> bool:
    """True for a capitalised name in the letters of the Turkish alphabet."""
    low = text.replace("I", "ı").replace("İ", "i").lower()
    return text[:1].isupper() and set(low) <= _TURKISH and not text.isupper()


def _sound(text: str) -> str:
    """The name as it sounds, however it is transliterated."""
    low = text.replace("İ", "i").lower()
    for marked, written in _MARKED:
        low = low.replace(marked, written)
    low = plain(low)
    for written, sound in _SOUNDS:
        low = low.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"\W", "", low))


def _consonants(text: str) -> str:
    sound = _sound(text)
    return re.sub(r"[aeiou]", "", sound) + sound[:1]


def sounds_like(form: str, name: str) -> bool:
    """True for two spellings of the same sounds."""
    return _sound(form) == _sound(name)


def is_said_alike(form: str, names: Iterable[str]) -> bool:
    """True for a spelling of one of `names`: the same sounds, or in Turkish letters the same consonants."""
    marked = bool(set("şçğıöü") & set(form.lower()))
    return any(
        _sound(form) == _sound(name) or (marked and _consonants(form) == _consonants(name)) for name in names
    )

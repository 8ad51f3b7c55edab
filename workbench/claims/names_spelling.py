"""Spellings of one name: transliterations that sound alike are one, what merely resembles is not.

Two spellings are the same where they differ in marks alone, or sound alike however they are
transliterated ("Zelenskyy", "Zelenskiy"); in a full name one long word may also differ in one vowel
("Umerov", "Umarov"), since the others vouch for it. All other nearness is only resemblance: it is
shown to a reviewer, never merged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import product

from rapidfuzz.distance import OSA

from workbench.folding import fold
from workbench.languages.loader import Language
from workbench.models import Mention

_SOUNDING = 5
"""Letters that a word needs for its sound to tell it from others."""
_LONG = 6
"""Letters that a word needs for one differing vowel not to matter beside an equal name."""
_SOUNDS = (
    ("tsch", "ç"), ("tch", "ç"), ("sch", "ş"), ("sh", "ş"), ("ch", "ç"), ("zh", "c"), ("dj", "c"),
    ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ğ", "g"), ("w", "v"), ("q", "k"), ("x", "ks"), ("ou", "u"),
    ("y", "i"), ("-", ""), ("'", ""), ("’", ""),
)  # fmt: skip
_SLAVIC = str.maketrans({"š": "ş", "č": "ç", "ć": "ç", "ž": "j"})
_PAIR = re.compile(r"(.)\1+")
_GLIDE = re.compile(r"(?<=[aeou])i(?=e)")
_SILENT = re.compile(r"(?<=[aeiou])h$")
_NEAR_VOWELS = str.maketrans("eoy", "aui")
"""Vowels that transliterations of one name exchange."""
_ARTICLE = re.compile(r"^(?:el|al|ül|ul|es|as|er|ar|ed|ad|ez|az|en|an)[- ](?=\w{3})", re.IGNORECASE)
"""The Arabic article, which one spelling writes and the other leaves out."""
_VOWELS = str.maketrans("", "", "aeiou")


def _marked(word: str) -> str:
    """Lower case with those marks kept that make another sound."""
    low = word.replace("İ", "i").lower().translate(_SLAVIC)
    return "".join(char if char in "şçğ" else fold(char) for char in low)


@lru_cache(maxsize=50_000)
def sounds(word: str) -> frozenset[str]:
    """How a word may sound: "j" is read as in English and Turkish, and as in German and Polish."""
    low = _marked(word)
    return frozenset(_sound(low.replace("j", read)) for read in ("c", "i"))


def _sound(low: str) -> str:
    for written, sound in _SOUNDS:
        low = low.replace(written, sound)
    return _SILENT.sub("", _PAIR.sub(r"\1", _GLIDE.sub("", _PAIR.sub(r"\1", low))))


@lru_cache(maxsize=50_000)
def sounding(name: str) -> str:
    """A foreign name by its sound, the same as each language spells it ("Şuaybe", "Shuaiba"; "El-Ubeyd")."""
    words = _ARTICLE.sub("", name).split()
    return " ".join(fold(min(sounds(word))).translate(_NEAR_VOWELS) for word in words)


def _same_word(a: str, b: str) -> bool:
    if fold(a) == fold(b):
        return True
    return min(len(a), len(b)) >= _SOUNDING and bool(sounds(a) & sounds(b))


def _one_vowel_apart(a: str, b: str) -> bool:
    """True for long words that differ in one vowel that is not an ending ("Petrov", "Petrova")."""
    if min(len(a), len(b)) < _LONG or fold(a[0]) != fold(b[0]):
        return False
    x, y = (min(sounds(word)) for word in (a, b))
    consonants = x.translate(_VOWELS) == y.translate(_VOWELS)
    return consonants and OSA.distance(x, y) == 1 and not x.startswith(y) and not y.startswith(x)


def same_name(a: str, b: str) -> bool:
    """True for two spellings of one name."""
    left, right = a.split(), b.split()
    if len(left) != len(right):
        return False
    unlike = [pair for pair in zip(left, right, strict=True) if not _same_word(*pair)]
    return not unlike or (len(left) > 1 and len(unlike) == 1 and _one_vowel_apart(*unlike[0]))


def resemble(a: str, b: str) -> bool:
    """True for names that one slip of a letter tells apart: one, or two of somebody else."""
    left, right = a.split(), b.split()
    if len(left) != len(right) or fold(a) == fold(b):
        return False
    unlike = [pair for pair in zip(left, right, strict=True) if fold(pair[0]) != fold(pair[1])]
    if len(unlike) != 1:
        return len(left) > 1 and same_name(a, b)
    one, other = (fold(word) for word in unlike[0])
    shortest = 4 if len(left) > 1 else _LONG
    if min(len(one), len(other)) < shortest:
        return False
    return OSA.distance(one, other) == 1 or same_name(a, b)


def _keys(name: str) -> Iterator[tuple[str, ...]]:
    """What any two spellings of one name share: the consonants of each word, as it may sound."""
    return product(*({sound.translate(_VOWELS) for sound in sounds(word)} for word in name.split()))


def shared_keys(name: str) -> Iterator[tuple[str, ...]]:
    """What two names that may resemble each other share: all words but one, or a lone word's two ends."""
    words = fold(name).split()
    if len(words) == 1:
        yield ("start", words[0][:3])
        yield ("end", words[0][-3:])
    elif len(words) < 6:
        yield from ((str(at), *words[:at], *words[at + 1 :]) for at in range(len(words)))


@cache
def _known(language: Language) -> Mapping[tuple[str, ...], list[tuple[str, str]]]:
    """The pack's people by what their spellings share: (spelling, canonical)."""
    found: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for canonical, aliases in language.names.people.items():
        for spelling in dict.fromkeys((canonical, *aliases)):
            for key in _keys(spelling):
                found.setdefault(key, []).append((spelling, canonical))
    return found


@lru_cache(maxsize=50_000)
def known_person(name: str, language: Language) -> str | None:
    """Whom of the pack's people this spelling means; a last name must be long enough to tell."""
    if " " not in name and len(name) < _LONG:
        return None
    for key in _keys(name):
        for spelling, canonical in _known(language).get(key, ()):
            if same_name(spelling, name):
                return canonical
    return None


def one_spelling(names: Sequence[Mention], language: Language) -> list[Mention]:
    """The names of one text in order, each unknown person under the first of his spellings."""
    people = dict.fromkeys(m.canonical for m in names if m.kind == "person")
    first: dict[tuple[str, ...], list[str]] = {}
    means: dict[str, str] = {}
    for name in people:
        if name in language.names.people or " " not in name:
            continue
        means[name] = known_person(name, language) or _earlier(name, first)
    return [
        replace(m, canonical=means.get(m.canonical, m.canonical)) if m.kind == "person" else m for m in names
    ]


def _earlier(name: str, first: dict[tuple[str, ...], list[str]]) -> str:
    """The spelling that the text used before, or else this one, which is remembered."""
    for key in _keys(name):
        for spelling in first.get(key, ()):
            if same_name(spelling, name):
                return spelling
        first.setdefault(key, []).append(name)
    return name

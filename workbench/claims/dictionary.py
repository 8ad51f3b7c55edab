"""Dictionary forms of words, as simplemma 2.0 gives them, from its tables of the languages of our packs.

simplemma itself carries the tables of fifty languages, 19 MB. What it does for a word in small letters is
this: look it up, else go by endings (English, German), by prefixes (German) or by the longest parts that are
words (Turkish). A test holds the two against each other. Tables and rules: MIT, and for the tables the
licences of their sources (`lemmas/README.md`).
"""

from __future__ import annotations

import io
import lzma
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from unicodedata import normalize

SAME, GOES_ON = "=", "~"
"""In a table: a form that is its lemma, and one that begins with it."""

_LEAST = 4
"""Letters of the shortest part into which a word is taken."""
_TAKEN_APART = range(9, 101)
"""Letters of words that are taken apart."""
_ENDING = 5
"""Letters of the longest Turkish ending that is left out as one."""

_NOUNS_EN = ("doms", "isms", "ists", "ments", "nces", "ships", "tions", "ums")
_ADJECTIVE_DE = re.compile(r"^(.{4,})(artig|esk|oid|op|phil|phob|selig|schig)(?:er|e?st)?(?:e|em|en|er|es)?$")
_PARTICIPLE_DE = re.compile(r"^(.{2,}ge.+?[^aes]t)(?:e|em|er|es)$")
_VERBS_DE = frozenset({"abgespeckt", "mitgeliefert", "angewandt", "herausgebracht", "angekratzt"})
_PRESENT_DE = re.compile(r"^(.{2,}end)(?:em|es|er)$")
_AGENTS_DE = ("anwend", "vorsitzend")
_PREFIX_DE = re.compile(
    "runter|weiter|wieder|nieder|innen|neben|hinzu|unter|gegen|durch|miss|raus|rein|nach|heim|über"
    "|los|ver|mit|ent|her|hin|ran|rum|zer|ein|auf|weg|vor|aus|ab|um|da|er|be|an"
)


def dictionary_form(word: str, code: str) -> str | None:
    """The dictionary form of a word of small letters, itself where none is known; None without a table."""
    word = normalize("NFC", word)
    if word.isnumeric():
        return word
    table = _table(code)
    if table is None:
        return None
    found = _looked_up(word, table)
    if found is None and code in _BY_PARTS:
        found = _BY_PARTS[code](word, table)
    return word if found is None else found


@cache
def _table(code: str) -> Mapping[bytes, bytes] | None:
    """Forms to their dictionary forms, in UTF-8, which takes half the memory of strings."""
    file = resources.files("workbench.claims") / "lemmas" / f"{code}.xz"
    return read_table(file.read_bytes()) if file.is_file() else None


def read_table(data: bytes) -> dict[bytes, bytes]:
    """A table as `tools/build_lemmas.py` writes it: a line a lemma, its forms behind it."""
    same, goes_on = SAME.encode(), GOES_ON.encode()
    found: dict[bytes, bytes] = {}
    with lzma.open(io.BytesIO(data)) as lines:
        for line in lines:
            lemma, *forms = line.rstrip(b"\n").split(b" ")
            for form in forms:
                if form == same:
                    found[lemma] = lemma
                elif form.startswith(goes_on):
                    found[lemma + form[1:]] = lemma
                else:
                    found[form] = lemma
    return found


def _looked_up(word: str, table: Mapping[bytes, bytes]) -> str | None:
    """The word as it stands, else with the first letter in the other case."""
    found = table.get(word.encode())
    if found is None:
        found = table.get(_in_other_case(word).encode())
    return None if found is None else found.decode()


def _in_other_case(word: str) -> str:
    return word.lower() if word[:1].isupper() else word.capitalize()


def _english(word: str, _table: Mapping[bytes, bytes]) -> str | None:
    if len(word) > 7 and word.endswith("cies"):
        return f"{word[:-3]}y"
    if word.endswith((*_NOUNS_EN, "erves")):
        return word[:-1]
    return f"{word[:-4]}ize" if word.endswith("ized") else None


def _german(word: str, table: Mapping[bytes, bytes]) -> str | None:
    found = _german_ending(word) if len(word) >= 7 else None
    prefix = _PREFIX_DE.match(word)
    if found is not None or not prefix or prefix[0] == word:
        return found
    rest = _looked_up(word[prefix.end() :], table)
    return prefix[0] + rest.lower() if rest else None


def _german_ending(word: str) -> str | None:
    if word[-1] not in "emnrs":
        return None
    if match := _ADJECTIVE_DE.match(word):
        return match[1] + match[2]
    if (match := _PARTICIPLE_DE.match(word)) and match[1] not in _VERBS_DE:
        return match[1]
    if (match := _PRESENT_DE.match(word)) and not match[1].endswith(_AGENTS_DE):
        return match[1]
    return None


def _turkish(word: str, table: Mapping[bytes, bytes]) -> str | None:
    if len(word) not in _TAKEN_APART:
        return None
    other = _in_other_case(word)
    for count in range(1, len(word) - _LEAST + 1):
        first = table.get(word[:-count].encode()) or table.get(other[:-count].encode())
        if first is None:
            continue
        if count <= _ENDING:
            return first.decode()
        last = _looked_up(word[-count:], table)
        if last is not None and len(last) < count + _ENDING:
            return word[:-count] + last.lower()
    for count in range(len(word) - _LEAST, _LEAST - 1, -1):
        last = _looked_up(word[-count:].capitalize(), table)
        if last is not None and len(last) <= count:
            return word[:-count] + last.lower()
    return None


_BY_PARTS: Mapping[str, Callable[[str, Mapping[bytes, bytes]], str | None]] = {
    "de": _german,
    "en": _english,
    "tr": _turkish,
}

"""Runs of capitalised words: what a name that no table knows is made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from workbench.folding import CAPITALS
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import any_of

UPPER = f"[{CAPITALS}]"
_TAIL = re.compile(rf"['’]{UPPER}(?!{UPPER})\w+(?:-\w+)*|(?:-\w+)+|\.(?:{UPPER}\.)*(?!\w)")
"""What belongs to a capitalised word: "O'Connor", "Jean-Noel", "F.", "A.Ş."; no case ending."""
_TAILS, _HYPHENS = frozenset("'’-."), frozenset("-‑")
_BEFORE_HYPHEN = re.compile(r"(?<!\w)\w+$")
_APART = " \u00a0"
_STOPS = frozenset('"();,:?!')
_BEFORE = 40
"""Letters before a run in which the words that introduce it stand."""


class Run(msgspec.Struct, frozen=True, gc=False):
    """Capitalised words with nothing but a blank or a name's particle between them, as spans."""

    words: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Where the first word begins."""
        return self.words[0][0]

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.words[-1][1]


@cache
def _particles(language: Language) -> re.Pattern[str]:
    joined = any_of(re.escape(particle) for particle in language.names.name_particles)
    return re.compile(rf"[ \u00a0](?:(?:{joined}) ){{0,2}}")


@cache
def _joined_particles(language: Language) -> frozenset[str]:
    return frozenset(language.names.joined_particles)


def runs(text: str, capitals: Sequence[tuple[int, int]], language: Language) -> list[Run]:
    """The runs of the capitalised words of a text, which are `capitals`, in order."""
    gap, found, held = _particles(language), list[Run](), list[tuple[int, int]]()
    for start, end in capitals:
        if held and start < held[-1][1]:
            continue
        if text[end : end + 1] in _TAILS and (tail := _TAIL.match(text, end)):
            end = tail.end() if tail[0] != "." or end - start == 1 else end
        if text[start - 1 : start] in _HYPHENS:
            start = _with_particle(text, start, language)
        if held and text[held[-1][1] : start] != " " and not gap.fullmatch(text, held[-1][1], start):
            found.append(Run(tuple(held)))
            held = []
        held.append((start, end))
    return [*found, Run(tuple(held))] if held else found


def _with_particle(text: str, start: int, language: Language) -> int:
    """Where a name with its particle begins ("eş-Şara")."""
    before = _BEFORE_HYPHEN.search(text, max(0, start - 6), start - 1)
    return before.start() if before and before[0] in _joined_particles(language) else start


def words_before(lowered: str, start: int) -> list[str]:
    """The words of the same sentence right before `start`, the nearest last."""
    if start and lowered[start - 1] not in _APART:
        return []
    found: list[str] = []
    for word in reversed(lowered[max(0, start - _BEFORE) : start].split()[-4:]):
        if word[-1] in _STOPS:
            break
        found.append(word)
    return found[::-1]


def opens_sentence(text: str, start: int) -> bool:
    """True for a word that begins a sentence, and so is capitalised whatever it is."""
    return text[max(0, start - 2) : start].rstrip(" \n\u00a0\"'“‘")[-1:] in ("", ".", "!", "?", ":")


def joined(text: str, words: Sequence[tuple[int, int]]) -> str:
    """The text that the words span."""
    return text[words[0][0] : words[-1][1]]

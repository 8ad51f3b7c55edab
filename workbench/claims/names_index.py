"""Phrases found by their first word: a lookup costs a word of the text, whatever the table holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")
_WORD = re.compile(r"\w+")
_LONGEST_ENDING = 14
"""Letters that case, number and person add to a word at most."""


def words(text: str) -> list[tuple[int, int]]:
    """The words of a text, as spans."""
    return [match.span() for match in _WORD.finditer(text)]


@dataclass(frozen=True, slots=True)
class Index(Generic[T]):
    """Lower-cased phrases to what they mean; `ending` is what may follow a phrase inside its last word."""

    phrases: Mapping[str, tuple[tuple[str, T], ...]]
    """First word of a phrase to the phrases that begin with it, the longest first."""
    ending: re.Pattern[str]
    inflected: bool
    """True where an ending may follow a one-word phrase without an apostrophe."""

    def at(self, lowered: str, start: int, end: int) -> tuple[int, T] | None:
        """The longest phrase that begins with the word lowered[start:end]: its end and its meaning."""
        word = lowered[start:end]
        found = self._phrase(lowered, start, word)
        if found is not None or not self.inflected:
            return found
        for cut in range(len(word) - 1, max(1, len(word) - _LONGEST_ENDING) - 1, -1):
            for phrase, value in self.phrases.get(word[:cut], ()):
                if len(phrase) == cut and self.ending.match(lowered, start + cut):
                    return start + cut, value
        return None

    def _phrase(self, lowered: str, start: int, word: str) -> tuple[int, T] | None:
        for phrase, value in self.phrases.get(word, ()):
            stop = start + len(phrase)
            if lowered.startswith(phrase, start) and self.ending.match(lowered, stop):
                return stop, value
        return None


def index(entries: Iterable[tuple[str, T]], ending: str, *, inflected: bool = False) -> Index[T]:
    """An index of lower-cased phrases; of two meanings of one phrase the later one holds.

    `ending` is a regular expression; what follows it must be no letter.
    """
    by_word: dict[str, list[tuple[str, T]]] = {}
    for phrase, value in dict(entries).items():
        first = _WORD.match(phrase)
        if first:
            by_word.setdefault(first[0], []).append((phrase, value))
    phrases = {word: tuple(sorted(group, key=lambda p: -len(p[0]))) for word, group in by_word.items()}
    return Index(phrases, re.compile(rf"(?:{ending})(?!\w)"), inflected)

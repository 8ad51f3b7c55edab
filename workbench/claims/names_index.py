"""Phrases found by their first word: a lookup costs a word of the text, whatever the table holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

from workbench.claims.scanning import places_in
from workbench.claims.word_heads import ListedHeads

T = TypeVar("T")
_WORD = re.compile(r"\w+")
_KNOWN_WORDS = 1 << 15
"""Words of the text whose phrases are remembered."""
_LONGEST_ENDING = 14
"""Letters that case, number and person add to a word at most."""


def words(text: str) -> list[tuple[int, int]]:
    """The words of a text, as spans."""
    return [match.span() for match in _WORD.finditer(text)]


class Index(Generic[T]):
    """Lower-cased phrases to what they mean.

    `phrases` maps the first word of a phrase to the phrases that begin with it, the longest first;
    `ending` is what may follow a phrase inside its last word; `inflected` tells that it may follow a
    one-word phrase without an apostrophe.
    """

    def __init__(
        self, phrases: Mapping[str, tuple[tuple[str, T], ...]], ending: re.Pattern[str], inflected: bool
    ) -> None:
        self.phrases, self.ending, self.inflected = phrases, ending, inflected
        self.heads = [ListedHeads(phrases, self._begin_with)]
        """What words a phrase may begin with, for a text that is marked with such places."""
        self._beginning = lru_cache(_KNOWN_WORDS)(self._begin_with)

    def at(self, lowered: str, start: int, end: int) -> tuple[int, T] | None:
        """The longest phrase that begins with the word lowered[start:end]: its end and its meaning."""
        for phrase, value in self._beginning(lowered[start:end]):
            stop = start + len(phrase)
            if (stop <= end or lowered.startswith(phrase, start)) and self.ending.match(lowered, stop):
                return stop, value
        return None

    def spans(self, lowered: str) -> list[tuple[int, int]]:
        """The words of the text with which a phrase may begin; all where the text is not marked."""
        places = places_in(self, lowered)
        if places is None:
            return words(lowered)
        return [match.span() for at in places if (match := _WORD.match(lowered, at))]

    def _begin_with(self, word: str) -> tuple[tuple[str, T], ...]:
        """The phrases that may begin with a word: those with it whole, then those it may be a form of."""
        found = self.phrases.get(word, ())
        if not self.inflected:
            return found
        for cut in range(len(word) - 1, max(1, len(word) - _LONGEST_ENDING) - 1, -1):
            if entries := self.phrases.get(word[:cut]):
                found += tuple(entry for entry in entries if len(entry[0]) == cut)
        return found


def index(entries: Iterable[tuple[str, T]], ending: str, *, inflected: bool = False) -> Index[T]:
    """An index of lower-cased phrases; of two meanings of one phrase the later one holds.

    `ending` is a regular expression; what follows it must be no letter.
    """
    by_word: dict[str, tuple[tuple[str, T], ...]] = {}
    for entry in dict(entries).items():
        phrase = entry[0]
        first = phrase if phrase.isalpha() else _first_word(phrase)
        if first in by_word:
            by_word[first] = tuple(sorted((*by_word[first], entry), key=lambda other: -len(other[0])))
        else:
            by_word[first] = (entry,)
    return Index(by_word, re.compile(rf"(?:{ending})(?!\w)"), inflected)


def _first_word(phrase: str) -> str:
    match = _WORD.match(phrase)
    return match[0] if match else ""

"""Which language a text is in, told by its most frequent words and its own letters."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from workbench.languages.loader import LANGUAGES, load

_WORD = re.compile(r"(?<!['\w])[^\W\d_]+")
"""A word; what stands behind an apostrophe is an ending ("100'den")."""
_SAMPLE = 20_000
_LETTERS = 0.6
"""What a word with a letter of the language's own weighs beside one of its frequent words."""


def detect_language(text: str) -> str:
    """Code of the language pack that fits `text` best; the first one where nothing tells."""
    sample = text[:_SAMPLE]

    def score(code: str) -> float:
        tells, own = _signs(code)
        words = Counter(_WORD.findall(load(code).lower(sample)))
        weights = {word: (word in tells) or _LETTERS * (not own.isdisjoint(word)) for word in words}
        return sum(times * weights[word] for word, times in words.items())

    return max(LANGUAGES, key=score)


@cache
def _signs(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words that tell the language, numbers and months among them for short texts, and its own letters."""
    language = load(code)
    core, calendar = language.core, language.calendar
    words = {*core.tells, *core.stop_words, *language.numbers.words, *calendar.months, *calendar.weekdays}
    return frozenset(map(language.lower, words)), frozenset(language.core.own_letters)

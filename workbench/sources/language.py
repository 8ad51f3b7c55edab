"""Which language a text is in, told by its most frequent words and its own letters."""

from __future__ import annotations

import re

from workbench.languages.loader import LANGUAGES, load

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_LETTER = 0.3
"""What a letter of the language's own weighs beside one of its frequent words."""


def detect_language(text: str) -> str:
    """Code of the language pack that fits `text` best; the first one where nothing tells."""
    sample = text[:_SAMPLE]

    def score(code: str) -> float:
        language = load(code)
        tells = {language.lower(word) for word in language.core.tells}
        words = _WORD.findall(language.lower(sample))
        own = frozenset(language.core.own_letters)
        return sum(word in tells for word in words) + _LETTER * sum(char in own for char in sample)

    return max(LANGUAGES, key=score)

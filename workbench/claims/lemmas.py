"""Content lemmas of a clause: the same for every inflection, names canonical."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from workbench.folding import fold
from workbench.languages.loader import Language
from workbench.models import Mention

_WORD = re.compile(r"[^\W\d_]{2,}")


@cache
def _stop_words(language: Language) -> frozenset[str]:
    return frozenset(fold(word) for word in language.core.stop_words)


@lru_cache(maxsize=200_000)
def lemma(word: str, code: str) -> str:
    """The dictionary form of a lower-cased word, folded."""
    from simplemma import lemmatize  # its dictionaries take over a second to load

    return fold(str(lemmatize(word, lang=code)))


def lemmas(
    lowered: str, start: int, end: int, names: Sequence[Mention], language: Language
) -> tuple[str, ...]:
    """Lemmas of the content words of lowered[start:end] in order; a name counts as one word."""
    found: list[str] = []
    at = start
    inside = [n for n in names if start <= n.start and n.end <= end]
    for name in [*inside, None]:
        stop = name.start if name else end
        found += _content(lowered, at, stop, language)
        if name:
            found.append(fold(name.canonical))
            ending = re.compile(r"'\w{1,12}").match(lowered, name.end, end)
            at = ending.end() if ending else name.end
    return tuple(found)


def _content(lowered: str, start: int, end: int, language: Language) -> list[str]:
    stop_words = _stop_words(language)
    out = []
    for match in _WORD.finditer(lowered, start, end):
        word = match[0]
        if fold(word) in stop_words:
            continue
        base = lemma(word, language.code)
        if base not in stop_words and len(base) > 1:
            out.append(base)
    return out

"""Content lemmas of a clause: the same for every inflection, names canonical."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from workbench.claims.dictionary import dictionary_form
from workbench.folding import fold
from workbench.languages.loader import Language
from workbench.models import Mention

_WORD = re.compile(r"[^\W\d_]{2,}")
_ENDING = re.compile(r"'\w{1,12}")
_KNOWN_WORDS = 1 << 14
"""Words whose lemmas are remembered: most words of an article stood in the last ones, too."""
_LONGEST = 80
"""Letters of the longest word that is looked up: a stretch of noise would be taken apart for hours."""


@cache
def _stop_words(language: Language) -> frozenset[str]:
    return frozenset(fold(word) for word in language.core.stop_words)


def lemma(word: str, code: str) -> str:
    """The dictionary form of a lower-cased word, folded; the word itself where no dictionary is known."""
    if len(word) > _LONGEST:
        return fold(word)
    return fold(dictionary_form(word, code) or _further(word, code) or word)


def _further(word: str, code: str) -> str | None:
    """What simplemma, where it is installed, gives for a language whose table does not come along."""
    try:
        from simplemma import lemmatize

        return str(lemmatize(word, lang=code))
    except (ImportError, ValueError):
        return None


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
            ending = _ENDING.match(lowered, name.end, end)
            at = ending.end() if ending else name.end
    return tuple(found)


@cache
def _content_lemma(language: Language) -> Callable[[str], str | None]:
    """What gives the lemma of a lower-cased content word; None for a word that says nothing by itself."""
    stop_words = _stop_words(language)

    @lru_cache(_KNOWN_WORDS)
    def content_lemma(word: str) -> str | None:
        if fold(word) in stop_words:
            return None
        base = lemma(word, language.code)
        return base if base not in stop_words and len(base) > 1 else None

    return content_lemma


def _content(lowered: str, start: int, end: int, language: Language) -> list[str]:
    return [*filter(None, map(_content_lemma(language), _WORD.findall(lowered, start, end)))]

"""Numbers that no numeral says: vague words ("dozens"), and the one in "more than an hour".

They become numerals, so that what counts and measures around them is read as for any other number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from workbench.claims.numeral import Numeral
from workbench.claims.quantity_words import words_of
from workbench.claims.scanning import WordPattern
from workbench.languages.loader import Language
from workbench.languages.schema.patterns import NEVER, any_of


class ImpliedWords:
    """The compiled words of one language for numbers that are not said."""

    def __init__(self, language: Language) -> None:
        numbers = language.numbers
        self.vague = numbers.vague
        self.units = words_of(language).units
        scales = {**dict.fromkeys(numbers.hundreds, 100.0), **numbers.scales}
        self.scales = scales
        scale = _any(scales)
        self.counted = re.compile(rf"(?:\d|(?<![\w'])(?:{_any([*numbers.words, *scales])})) $")
        plain, times = (
            _any(w for w, v in numbers.vague.items() if v.times is kind) for kind in (False, True)
        )
        self.words = WordPattern(
            rf"(?<![\w'])(?:(?P<plain>{plain})|(?P<times>{times})(?P<scales>(?: (?:{scale})){{0,2}}))"
            rf"(?P<link>{numbers.vague_link})(?= )"
        )
        self.goes_on = re.compile(f"{numbers.and_half}|{numbers.and_more}")
        number = rf"(?:\d|(?:{_any([*numbers.words, *scales])})(?!\w))"
        self.often = numbers.repeats
        self.repeats = WordPattern(rf"(?<![\w-])(?:{_any(numbers.repeats)})(?![\w-])")
        self.one_part = WordPattern(
            rf"(?<!\w)(?:{numbers.one_part})(?= [^\W\d_]+(?: [^\W\d_]+)? {number})"
            if numbers.one_part
            else NEVER
        )
        self.article: WordPattern | None = None
        if numbers.articles:
            bounds = "|".join(bound.pattern for bound in numbers.bounds_before)
            article = "|".join(numbers.articles)
            own = rf"(?P<own>{article})(?= \w+(?:{numbers.and_half}|{numbers.and_more}|\s*\Z))"
            self.article = WordPattern(rf"(?<!\w)(?:(?:{bounds}) (?P<bounded>{article})(?= \w)|{own})")


def _any(words: Iterable[str]) -> str:
    return any_of(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def implied_words(language: Language) -> ImpliedWords:
    """The compiled words of a language."""
    return ImpliedWords(language)


def may_be_implied(low: str, language: Language) -> bool:
    """False where a marked text shows that `implied_numerals` finds none in it."""
    words = implied_words(language)
    patterns = (words.words, words.article, words.one_part, words.repeats)
    return any(pattern.may_stand_in(low) for pattern in patterns if pattern is not None)


def implied_numerals(low: str, language: Language) -> list[Numeral]:
    """The numbers that `low` says without a numeral, in no order; they do not overlap."""
    words = implied_words(language)
    return [*_vague(low, words), *_ones(low, words), *_one_parts(low, words), *_repeats(low, words)]


def _vague(low: str, words: ImpliedWords) -> list[Numeral]:
    found = []
    for match in words.words.finditer(low):
        value = words.vague[match["plain"] or match["times"]].low
        scales = (match["scales"] or "").split()
        for scale in scales:
            value *= words.scales[scale]
        few = match["times"] is not None and not scales
        unit = words.units.at(low, match.end() + 1)
        if unit is not None and few:
            continue
        start, end = match.span()
        if words.counted.search(low, max(0, start - 20), start):
            continue
        found.append(Numeral(value, start, end, end, "", "words", 2, vague=True))
    return found


def _repeats(low: str, words: ImpliedWords) -> list[Numeral]:
    """How often in one word ("twice")."""
    return [
        Numeral(float(words.often[m[0]]), m.start(), m.end(), m.end(), "", "words", 1, repeats=True)
        for m in words.repeats.finditer(low)
    ]


def _one_parts(low: str, words: ImpliedWords) -> list[Numeral]:
    """The one in "biri ağır dört kişi"."""
    spans = [match.span() for match in words.one_part.finditer(low)]
    return [Numeral(1.0, start, end, end, "possessive", "words", 1) for start, end in spans]


def _ones(low: str, words: ImpliedWords) -> list[Numeral]:
    """The article before a measure that is bounded or goes on ("more than an hour", "an hour and a half")."""
    if words.article is None:
        return []
    found = []
    for match in words.article.finditer(low):
        start, end = match.span("own" if match["bounded"] is None else "bounded")
        if match["own"] and low[:start].strip() and not words.goes_on.search(low, end):
            continue
        if words.units.at(low, end + 1) is not None:
            found.append(Numeral(1.0, start, end, end, "", "words", 2))
    return found

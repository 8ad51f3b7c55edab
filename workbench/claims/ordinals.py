"""Ordinals: which one of a series ("3. tur", "ikinci kez", "the 65th swap"), never how many."""

from __future__ import annotations

import re

from workbench.claims.numeral import Numeral
from workbench.claims.numerals import find_numerals
from workbench.claims.quantity_words import Words, words_of
from workbench.languages.loader import Language
from workbench.models import Ordinal

_STOP = re.compile(r"\.(?= )")
_WORD = re.compile(r" ?[^\W\d_]+(?:'[^\W\d_]+)?")
_FAR = 4
"""Words between an ordinal and the series it belongs to ("17. BRICS Liderler Zirvesi")."""
_ALONE = 40
"""Characters of the longest text that is looked at as an ordinal and nothing else."""
_LARGEST = 500
"""A larger number before a full stop ends a sentence."""


def find_ordinals(
    text: str, start: int, end: int, language: Language, *, low: str | None = None
) -> list[Ordinal]:
    """Every ordinal in `text[start:end]`, in order; `of` is the canonical series noun or empty.

    Anniversaries and birthdays are counts of years and are left to `find_quantities`.
    `low` is the stretch in lower case where the caller has it, on one line.
    """
    words = words_of(language)
    plain = text[start:end]
    if low is None:
        low = language.lower(plain).replace("\n", " ")
    found: list[Ordinal] = []
    series = ""
    for numeral in find_numerals(plain, low, language):
        of, last = read_ordinal(numeral, plain, low, words) or (None, 0)
        if of is None:
            continue
        if not of and found and "." not in low[found[-1].end - start : numeral.start]:
            of = series
        word = low[numeral.start : numeral.stop]
        if not of and word in language.numbers.ordinals and word != low.strip():
            continue
        series = of or series
        found.append(
            Ordinal(int(numeral.value), of, plain[numeral.start : last], start + numeral.start, start + last)
        )
    return found


def read_ordinal(numeral: Numeral, plain: str, low: str, words: Words) -> tuple[str | None, int] | None:
    """The series of an ordinal numeral and where its expression ends; None for a cardinal.

    The series is None for an anniversary, which counts.
    """
    stop = numeral.stop
    written_out = numeral.suffix == "ordinal"
    if not written_out:
        point = _STOP.match(low, numeral.end)
        if point is None or numeral.written != "digits" or not 0 < numeral.value <= _LARGEST:
            return _alone(numeral, low)
        if numeral.decimals or numeral.grouped:
            return None
        stop = point.end()
    month_before = words.month_before.search(low, max(0, numeral.start - 12), numeral.start)
    if month_before or words.month_after.match(low, stop):
        return None
    of, last = _series(plain, low, stop, words)
    if of is None or of:
        return of, last
    if written_out:
        word = low[numeral.start : numeral.stop]
        known = word in words.language.numbers.ordinals and word != low.strip()
        nameless = known and not words.ordinal_before.search(low, max(0, numeral.start - 6), numeral.start)
        return None if nameless else ("", numeral.stop)
    following = plain[stop + 1 : stop + 2]
    goes_on = following.isalpha() if words.language.core.capital_nouns else following.islower()
    return ("", stop) if goes_on else None


def _alone(numeral: Numeral, low: str) -> tuple[str, int] | None:
    """ "4." as all there is."""
    if (
        len(low) < _ALONE
        and low.strip() == f"{low[numeral.start : numeral.end]}."
        and numeral.value == int(numeral.value)
    ):
        return "", numeral.end + 1
    return None


def _series(plain: str, low: str, place: int, words: Words) -> tuple[str | None, int]:
    """The first series noun in the next words; (None, …) for an anniversary, ("", place) for none."""
    at = place
    for _ in range(_FAR):
        begins = at + 1 if low[at : at + 1] in (" ", "-") else at
        if hit := words.anniversaries.at(low, begins):
            return None, hit.end
        if hit := words.series.at(low, begins):
            return hit.name, hit.end
        step = _WORD.match(low, begins)
        if step is None or low[begins : step.end()] in words.ends_series:
            break
        at = step.end()
    return "", place

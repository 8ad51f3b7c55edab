"""How alike the words of two claims are."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache

from workbench.events.features import Features
from workbench.events.rarity import rarity
from workbench.folding import fold


class Words:
    """How alike the words of two claims are: TF-IDF by how rare a lemma is in the language.

    Names are left out, other levels compare them. The vectors of claims once met are kept.
    """

    def __init__(self) -> None:
        self._vectors: dict[str, Mapping[str, float]] = {}

    def _vector(self, item: Features) -> Mapping[str, float]:
        known = self._vectors.get(item.claim)
        if known is None:
            known = self._vectors[item.claim] = word_weights(item)
        return known

    def cosine(self, a: Features, b: Features) -> float:
        """Cosine of the two claims' vectors, 0 to 1."""
        left, right = self._vector(a), self._vector(b)
        if len(right) < len(left):
            left, right = right, left
        return sum(v * right.get(word, 0.0) for word, v in left.items())


_folded = lru_cache(maxsize=1 << 14)(fold)


def word_weights(item: Features) -> Mapping[str, float]:
    """The claim's lemmas without its names, as a vector of length 1 (empty where it has no other words)."""
    names = {_folded(name) for name in (*item.people, *item.spelled.values(), *item.states, item.place or "")}
    raw = {word: rarity(word) for word in dict.fromkeys(item.lemmas) if word not in names}
    size = math.sqrt(sum(v * v for v in raw.values())) or 1.0
    return {word: v / size for word, v in raw.items()}

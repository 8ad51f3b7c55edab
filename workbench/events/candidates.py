"""Which pairs of claims are worth comparing: blocking, so that cost grows close to linearly.

Two claims are compared when they share a block that is small enough. A larger block is left to the finer
keys of its claims: a day is split by place, person, number and word, and each of these by what kind of
event it was. Pairs that no key brings together any more are counted, by kind of key.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.events.features import Features
from workbench.events.keys import FINEST, SPLIT, Kind, blocking_keys, kind_of
from workbench.events.weights import weights

FEW_CLAIMS = weights().few_claims
"""Up to so many claims in all, blocks may be large: there is time to compare more."""
_SMALL_BASE = 200
_COARSE, _FINE, _FINEST = 30, 75, 160
"""Chosen by what blocks of each size bring together of a million made-up claims that no others do."""
_ONE_TEXT = 1_000
"""What goes on about one claim stands in one text, however many claims the base has."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of positions (i < j) in the order compared, and the pairs forgone by kind of key."""

    pairs: list[tuple[int, int]]
    forgone: Mapping[Kind, int]


def largest_block(key: int, claims: int) -> int:
    """Of how many claims a block may be to be compared whole, in a base of so many claims."""
    kind = kind_of(key)
    if kind == "topic":
        return _ONE_TEXT
    if claims <= FEW_CLAIMS:
        return _SMALL_BASE
    return _COARSE if kind in SPLIT else _FINEST if kind in FINEST else _FINE


def candidates(items: Sequence[Features]) -> Candidates:
    """The pairs that share a block, each once."""
    blocks: dict[int, list[int]] = defaultdict(list)
    keys = [blocking_keys(item) for item in items]
    for position, held in enumerate(keys):
        for key in held:
            blocks[key].append(position)
    large = {
        key: len(members) for key, members in blocks.items() if len(members) > largest_block(key, len(items))
    }
    for key in large:
        del blocks[key]
    pairs = [(i, j) for i, held in enumerate(keys) for j in sorted(_later(i, held, blocks))]
    return Candidates(pairs, forgone(large, pairs, keys) if large else {})


def _later(position: int, held: Iterable[int], blocks: Mapping[int, Sequence[int]]) -> Iterator[int]:
    """The later claims that share a block with the one at `position`, each once."""
    found: set[int] = set()
    for key in held:
        found.update(blocks.get(key, ()))
    return (other for other in found if other > position)


def forgone(
    large: Mapping[int, int], pairs: Iterable[tuple[int, int]], keys: Sequence[Sequence[int]]
) -> dict[Kind, int]:
    """By kind of key, the pairs of large blocks (key to size) that nothing brings together.

    A pair that two large blocks of a kind held counts twice.
    """
    found: Counter[Kind] = Counter()
    for key, size in large.items():
        found[kind_of(key)] += size * (size - 1) // 2
    held = [{key for key in each if key in large} for each in keys]
    for i, j in pairs:
        for key in held[i] & held[j]:
            found[kind_of(key)] -= 1
    return {kind: count for kind, count in sorted(found.items()) if count}

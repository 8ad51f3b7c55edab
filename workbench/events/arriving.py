"""What claims that arrive change in the blocks of those that are there.

Which pairs are compared follows from who is in the blocks, never from the order in which they came: a
block that grows too large compares nobody any more, so that pairs of claims that were there before may
have nothing left that brings them together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Protocol

from workbench.events.candidates import largest_block
from workbench.events.keys import Kind, kind_of

Pair = tuple[str, str]
"""Two claim ids, the lower first."""


class Known(Protocol):
    """The blocks as they are before claims arrive."""

    def block_sizes(self, keys: Iterable[int]) -> Mapping[int, int]:
        """How many claims have each of these keys, where they are too many to be compared."""
        ...

    def blocks(self, keys: Iterable[int]) -> Mapping[int, Sequence[str]]:
        """The claims that have each of these keys; no entry where none has it."""
        ...


@dataclass(slots=True)
class Arrival:
    """Pairs to compare, and what no longer is."""

    pairs: set[Pair] = field(default_factory=set)
    """Pairs of which one at least arrives."""
    closed: list[Sequence[str]] = field(default_factory=list)
    """The claims that were there before of each block that has grown too large now."""
    sizes: dict[int, int] = field(default_factory=dict)
    """The new number of claims of the blocks that are too large."""
    forgone: Counter[Kind] = field(default_factory=Counter)
    """By kind of key, the pairs more that its blocks would compare, were they smaller."""


def arrive(keys: Mapping[str, Iterable[int]], known: Known, claims: int) -> Arrival:
    """What the claims of `keys` change by joining their blocks, in a base that then has so many `claims`."""
    joining: dict[int, list[str]] = defaultdict(list)
    for claim, own in keys.items():
        for key in own:
            joining[key].append(claim)
    found = Arrival()
    sizes = known.block_sizes(joining)
    members = known.blocks(key for key in joining if key not in sizes)
    for key, new in joining.items():
        before, old = sizes.get(key, 0), members.get(key, ())
        size = (before or len(old)) + len(new)
        if size <= largest_block(key, claims):
            found.pairs.update(pair(a, b) for a, b in (*product(new, old), *combinations(new, 2)))
            continue
        found.sizes[key] = size
        found.forgone[kind_of(key)] += (size * (size - 1) - before * (before - 1)) // 2
        if old:
            found.closed.append(old)
    return found


def pair(a: str, b: str) -> Pair:
    """The two claims, the lower id first."""
    return (a, b) if a < b else (b, a)


def no_longer_compared(
    arrival: Arrival, pairs: Iterable[Pair], keys: Mapping[str, Iterable[int]], known: Known
) -> list[Pair]:
    """Those of these pairs, compared before, that no block brings together once the claims have arrived.

    `keys` are those of the claims of the pairs, `known` the blocks as they were before.
    """
    shared = {one: set(keys[one[0]]).intersection(keys[one[1]]) for one in pairs}
    large = {*known.block_sizes({key for held in shared.values() for key in held}), *arrival.sizes}
    return [one for one, held in shared.items() if held <= large]

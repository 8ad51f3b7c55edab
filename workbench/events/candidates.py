"""Which pairs of claims are worth comparing: blocking, so that cost grows close to linearly.

Two claims are compared when they share a block of at most `MAX_BLOCK` claims. A larger block is left to
the finer keys of its claims; one that no finer key stands for is narrowed to neighbours in the order of
time. Pairs that no key brings together any more are counted, by kind of key.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.events.features import Features
from workbench.events.keys import BlockingKey, blocking_keys

MAX_BLOCK = 200
"""Claims up to which a block is compared whole."""
NEIGHBOURS = 40


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of positions (i < j) in the order compared, and the pairs forgone by kind of key."""

    pairs: list[tuple[int, int]]
    forgone: Mapping[str, int]


def candidates(items: Sequence[Features]) -> Candidates:
    """The pairs that share a block, each once."""
    blocks: dict[BlockingKey, list[int]] = defaultdict(list)
    for position, item in enumerate(items):
        for key in blocking_keys(item):
            blocks[key].append(position)
    large = {key: members for key, members in blocks.items() if len(members) > MAX_BLOCK}
    pairs: set[tuple[int, int]] = set()
    for key, members in blocks.items():
        if key not in large:
            pairs.update(_pairs(members, len(members)))
        elif not key.coarse:
            pairs.update(_pairs(sorted(members, key=lambda at: _when(items[at])), NEIGHBOURS))
    return Candidates(sorted(pairs), _forgone(large, pairs))


def _pairs(members: Sequence[int], reach: int) -> Iterator[tuple[int, int]]:
    for at, a in enumerate(members):
        for b in members[at + 1 : at + 1 + reach]:
            yield (a, b) if a < b else (b, a)


def _when(item: Features) -> tuple[str, str, int]:
    return (item.date.start.isoformat() if item.date else "", item.source, item.index)


def _forgone(large: Mapping[BlockingKey, Sequence[int]], pairs: set[tuple[int, int]]) -> dict[str, int]:
    """By kind of key, the pairs of its large blocks that nothing brings together.

    A pair that two large blocks held counts in each.
    """
    found: Counter[str] = Counter()
    homes: dict[int, list[BlockingKey]] = defaultdict(list)
    for key, members in large.items():
        found[key.kind] += len(members) * (len(members) - 1) // 2
        for member in members:
            homes[member].append(key)
    for i, j in pairs if large else ():
        for key in homes.get(i, ()):
            if key in homes.get(j, ()):
                found[key.kind] -= 1
    return {kind: count for kind, count in sorted(found.items()) if count}

"""Which pairs of claims are worth comparing: blocking, so that cost grows close to linearly.

A pair is compared when both claims fall in one block. A block that grows too large is narrowed to
neighbours in the order of time and position; the pairs forgone are counted by key. Nothing shows
that count to the user yet.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from workbench.claims.names import ancestors
from workbench.events.features import Features
from workbench.events.spans import length

MAX_BLOCK = 200
_NEIGHBOURS = 40
_RARE = 12


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of positions (i < j) in the order compared, and the pairs forgone by kind of key."""

    pairs: list[tuple[int, int]]
    forgone: dict[str, int]


def candidates(items: Sequence[Features]) -> Candidates:
    """The pairs that share a block, each once."""
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    frequency = Counter(lemma for item in items for lemma in set(item.lemmas))
    for position, item in enumerate(items):
        for key in _keys(item, frequency):
            blocks[key].append(position)
    seen: set[tuple[int, int]] = set()
    forgone: Counter[str] = Counter()
    for key, members in blocks.items():
        if len(members) > MAX_BLOCK:
            full = len(members) * (len(members) - 1) // 2
            kept = sum(min(_NEIGHBOURS, len(members) - 1 - at) for at in range(len(members)))
            forgone[str(key[0])] += full - kept
            members = sorted(members, key=lambda at: _when(items[at]))
        seen.update(_pairs(members))
    return Candidates(sorted(seen), dict(forgone))


def _pairs(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    reach = _NEIGHBOURS if len(members) > MAX_BLOCK else len(members)
    for at, a in enumerate(members):
        for b in members[at + 1 : at + 1 + reach]:
            yield (a, b) if a < b else (b, a)


def _when(item: Features) -> tuple[str, str, int]:
    return (item.date.start.isoformat() if item.date else "", item.source, item.index)


def _keys(item: Features, frequency: Counter[str]) -> Iterator[tuple[object, ...]]:
    family = item.family
    if item.date is not None and length(item.date) <= 31:
        day = item.date.start
        while day <= item.date.end:
            yield ("day", family, day)
            day += timedelta(days=1)
        if length(item.date) == 1:
            yield ("day", family, item.date.start + timedelta(days=1))
    for series, value in item.ordinals.items():
        yield ("ordinal", series, value, item.event_type)
    for counted, numbers in item.counts.items():
        for number in numbers:
            yield ("count", counted, number)
    if len(item.people) >= 2:
        for a in item.people:
            yield ("people", item.event_type, a, _month(item))
    if item.place:
        for place in (item.place, *ancestors(item.place)):
            yield ("place", family, place, _month(item))
    for lemma in sorted(set(item.lemmas)):
        if 1 < frequency[lemma] <= _RARE:
            yield ("rare", lemma)
    if item.topic:
        yield ("topic", item.topic)
    yield ("topic", item.claim)


def _month(item: Features) -> str:
    return item.date.start.isoformat()[:7] if item.date else ""

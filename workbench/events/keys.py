"""What a claim can be found by: blocking keys, after the blocking of record linkage (Christen 2012).

A key stands for a fact that two reports of one event are likely to share. Coarse keys hold for many
claims (a day and a family of events); fine ones join two or more facts (a day and a place). Where a
coarse block grows too large to compare, the fine keys of its claims still bring the likeliest together.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - `date` is a field of features
from datetime import timedelta
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import Literal

from workbench.claims.names import ancestors
from workbench.events.features import Features
from workbench.events.rarity import rarity
from workbench.events.spans import length

Kind = Literal[
    "topic", "day", "ordinal", "count", "people", "place", "word",
    "day and place", "day and person", "day and count", "day and states", "day and word",
    "month and count", "month and people", "month and ordinal", "two words", "quotation",
]  # fmt: skip
COARSE: frozenset[Kind] = frozenset({"day", "ordinal", "count", "people", "place", "word"})
"""Kinds whose blocks may grow without end; every claim in one has finer keys too."""

Facts = tuple[object, ...]
_LONGEST = 31
"""A stretch of more days than this says nothing of when."""
_EDGE = 5
"""So many days before the end of a month its claims are looked for in the next one too."""
_SCARCE = 0.6
"""Rarity from which a word may bring two claims together alone."""
_WORDS = 5
_PAIRED = 3
"""Of so many of the rarest words each pair is a key."""
_PEOPLE = 4
_QUOTED = 6


@dataclass(frozen=True, slots=True)
class BlockingKey:
    """One key of a claim; `value` is its hash, a signed 64-bit number that is the same everywhere."""

    kind: Kind
    value: int

    @property
    def coarse(self) -> bool:
        """True where a block grown too large may be left to finer keys."""
        return self.kind in COARSE


def blocking_keys(item: Features) -> tuple[BlockingKey, ...]:
    """What the claim can be found by, each key once."""
    return tuple(dict.fromkeys(BlockingKey(kind, _hash(kind, facts)) for kind, facts in _facts(item)))


@lru_cache(maxsize=200_000)
def _digest(text: str) -> int:
    return int(struct.unpack("<q", blake2b(text.encode(), digest_size=8).digest())[0])


def _hash(kind: Kind, facts: Facts) -> int:
    return _digest("\x1f".join([kind, *map(str, facts)]))


def _facts(item: Features) -> Iterator[tuple[Kind, Facts]]:
    days, months = _days(item), _months(item)
    places = (item.place, *ancestors(item.place)) if item.place else ()
    people = sorted(item.people)[:_PEOPLE]
    words = _telling(item)
    yield "topic", (item.topic or item.claim,)
    if item.topic:
        yield "topic", (item.claim,)
    yield from _by_day(item, days, places, people, words)
    yield from _by_month(item, months, places, people)
    for series, value in item.ordinals.items():
        yield "ordinal", (item.event_type, series, value)
    for counted, numbers in item.counts.items():
        for number in numbers:
            yield "count", (counted, number)
    for word in words:
        yield "word", (word,)
    for pair in combinations(sorted(words[:_PAIRED]), 2):
        yield "two words", (*pair,)
    for shingle in _shingles(item):
        yield "quotation", (shingle,)


def _by_day(
    item: Features, days: list[int], places: tuple[str, ...], people: list[str], words: list[str]
) -> Iterator[tuple[Kind, Facts]]:
    for day in days:
        yield "day", (item.family, day)
    for day in days if len(days) <= _EDGE else (days[0], days[-1]):
        for place in places:
            yield "day and place", (place, day)
        for person in people:
            yield "day and person", (person, day)
        for counted, numbers in item.counts.items():
            for number in numbers:
                yield "day and count", (counted, number, day)
        if len(item.states) > 1:
            yield "day and states", (item.family, *sorted(item.states), day)
        for word in words[:_PAIRED]:
            yield "day and word", (word, day)


def _by_month(
    item: Features, months: list[str], places: tuple[str, ...], people: list[str]
) -> Iterator[tuple[Kind, Facts]]:
    for month in months:
        for place in places:
            yield "place", (item.family, place, month)
        if len(people) > 1:
            for person in people:
                yield "people", (item.event_type, person, month)
            for pair in combinations(people, 2):
                yield "month and people", (item.family, *pair, month)
        for series, value in item.ordinals.items():
            yield "month and ordinal", (item.event_type, series, value, month)
        for counted, numbers in item.counts.items():
            for number in numbers:
                yield "month and count", (counted, number, month)


def _days(item: Features) -> list[int]:
    """The days it may have been, and the day after a single one: reports date one event a day apart."""
    if item.date is None or length(item.date) > _LONGEST:
        return []
    first, last = item.date.start.toordinal(), item.date.end.toordinal()
    return list(range(first, last + (2 if first == last else 1)))


def _months(item: Features) -> list[str]:
    if item.date is None or length(item.date) > _LONGEST:
        return [""]
    return list(dict.fromkeys((_month(item.date.start), _month(item.date.end + timedelta(_EDGE)))))


def _month(day: Day) -> str:
    return f"{day.year}-{day.month}"


def _telling(item: Features) -> list[str]:
    """The rarest words of a claim, rarest first."""
    rare = {word for word in item.lemmas if rarity(word) >= _SCARCE}
    return sorted(rare, key=lambda word: (-rarity(word), word))[:_WORDS]


def _shingles(item: Features) -> list[int]:
    """The three lowest of the hashes of a quotation's runs of words (min-wise sampling, Broder 1997)."""
    words = item.quote.casefold().split()
    runs = {" ".join(words[at : at + _QUOTED]) for at in range(len(words) - _QUOTED + 1)}
    return sorted(map(_digest, runs))[:3]

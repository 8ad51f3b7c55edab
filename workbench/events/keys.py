"""What a claim can be found by: blocking keys, after the blocking of record linkage (Christen 2012).

A key stands for a fact that two reports of one event are likely to share. Coarse keys hold for many
claims (a day and a family of events); fine ones join two or more facts (a day and a place). Where a
block grows too large to compare, the finer keys of its claims still bring the likeliest together.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations, product
from typing import Literal, get_args

from workbench.claims.names import ancestors
from workbench.events.features import Features
from workbench.events.rarity import rarity
from workbench.events.spans import SEASON, length

Kind = Literal[
    "topic", "day", "ordinal", "count", "people", "place", "word",
    "day and place", "day and person", "day and count", "day and states", "day and word",
    "month and count", "month and people", "month and ordinal", "two words", "quotation",
    "day and place and type", "day and person and type", "day and word and type", "day and place and person",
    "place and person", "count and type",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
SPLIT: frozenset[Kind] = frozenset(
    {"day", "people", "place", "day and place", "day and person", "day and word", "two words"}
)
"""Kinds that finer ones split where many claims have the key."""
FINEST: frozenset[Kind] = frozenset(
    {"day and count", "day and place and type", "day and person and type", "day and place and person",
     "place and person", "count and type"}
)  # fmt: skip
"""Kinds whose claims are likely of one event; nothing splits them. All but the first hold the type."""

_LONGEST = 31
"""A stretch of more days than this says nothing of when."""
DAYS_AROUND = {True: (0, 1), False: (-2, -1, 0)}
"""For a day in words and for a day of publication: the steps to the days under which it is looked for."""
MONTH = 31
EDGE = 5
"""So many days before the end of a month its claims are looked for in the next one too."""
_SCARCE = 0.6
"""Rarity from which a word may bring two claims together alone."""
_WORDS = 5
PAIRED = 3
"""Of so many of the rarest words each pair is a key."""
_PEOPLE = 4
_QUOTED = 6
KIND_BITS = 5
_MASK, FACTOR, SHIFT = (1 << 64) - 1, 0x9E3779B97F4A7C15, 29
"""Of multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4)."""


def blocking_keys(item: Features) -> tuple[int, ...]:
    """What the claim can be found by, each key once: signed 64-bit numbers that are the same everywhere.

    The lowest bits of a key are its kind (`kind_of`).
    """
    return tuple(dict.fromkeys(_keys(item)))


def kind_of(key: int) -> Kind:
    """What a key stands for."""
    return KINDS[key & (1 << KIND_BITS) - 1]


@lru_cache(maxsize=500_000)
def text_number(text: str) -> int:
    """A 64-bit number of a text, the same on every machine."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little")


def _key(kind: Kind, *facts: int) -> int:
    value = 0
    for fact in facts:
        value = (value ^ fact & _MASK) * FACTOR & _MASK
        value ^= value >> SHIFT
    value = value >> KIND_BITS << KIND_BITS | NUMBERS[kind]
    return value - (1 << 64) if value >> 63 else value


NUMBERS = {kind: number for number, kind in enumerate(KINDS)}


def _keys(item: Features) -> Iterator[int]:
    days, months = _days(item), _months(item)
    family, kind = text_number(item.family), text_number(item.event_type)
    places = [text_number(place) for place in (item.place, *ancestors(item.place))] if item.place else []
    people = [text_number(person) for person in sorted(item.people)[:_PEOPLE]]
    counts = [(text_number(of), round(n * 1000)) for of, numbers in item.counts.items() for n in numbers]
    ordinals = [(text_number(of), value) for of, value in item.ordinals.items()]
    words = telling(item)
    for topic in (item.claim, item.topic) if item.topic else (item.claim,):
        yield _key("topic", text_number(topic))
    for day in days:
        yield _key("day", family, day)
    for day in days if len(days) <= EDGE else (days[0], days[-1]):
        yield from (_key("day and place", place, day) for place in places)
        yield from (_key("day and person", person, day) for person in people)
        yield from (_key("day and count", *count, day) for count in counts)
        yield from (_key("day and word", word, day) for word in words[:PAIRED])
        yield from (_key("day and place and type", place, kind, day) for place in places)
        yield from (_key("day and person and type", person, kind, day) for person in people)
        yield from (_key("day and word and type", word, kind, day) for word in words[:PAIRED])
        yield from (_key("day and place and person", *two, kind, day) for two in product(places, people))
        if len(item.states) > 1:
            yield _key("day and states", family, *map(text_number, sorted(item.states)), day)
    for month in months:
        yield from (_key("place", family, place, month) for place in places)
        if len(people) > 1:
            yield from (_key("people", kind, person, month) for person in people)
        yield from (_key("month and people", family, *two, month) for two in combinations(people, 2))
        yield from (_key("month and ordinal", kind, *ordinal, month) for ordinal in ordinals)
        yield from (_key("month and count", *count, month) for count in counts)
    yield from (_key("ordinal", kind, *ordinal) for ordinal in ordinals)
    yield from (_key("count", *count) for count in counts)
    yield from (_key("count and type", *count, kind) for count in counts)
    yield from (_key("word", word) for word in words)
    yield from (_key("place and person", *two, kind) for two in product(places, people))
    yield from (_key("two words", *two) for two in combinations(sorted(words[:PAIRED]), 2))
    yield from (_key("quotation", run) for run in _runs(item.quote))


def _days(item: Features) -> list[int]:
    """The days it may have been: reports date one event a day apart, and are printed in the days after it."""
    if item.date is None or length(item.date) > _LONGEST:
        return []
    first, last = item.date.start.toordinal(), item.date.end.toordinal()
    if first != last:
        return list(range(first, last + 1))
    return [first + step for step in DAYS_AROUND[item.dated]]


def _months(item: Features) -> tuple[int, ...]:
    """Months since year 0 in which it may be looked for; 0 where no month is told."""
    if item.date is None or length(item.date) > SEASON:
        return (0,)
    first, last = item.date.start, item.date.end
    until = last.year * 12 + last.month + (last.day > MONTH - EDGE)
    return tuple(range(first.year * 12 + first.month, until + 1))


def telling(item: Features) -> list[int]:
    """The numbers of the rarest words of a claim, rarest first."""
    rare = [(-rarity(word), word) for word in set(item.lemmas)]
    return [text_number(word) for tells, word in sorted(rare)[:_WORDS] if -tells >= _SCARCE]


def _runs(quote: str) -> list[int]:
    """The three lowest of the numbers of a quotation's runs of words (min-wise sampling, Broder 1997)."""
    words = quote.casefold().split()
    runs = {" ".join(words[at : at + _QUOTED]) for at in range(len(words) - _QUOTED + 1)}
    return sorted(map(text_number, runs))[:3]

"""Made-up claims of many sources on many events, with the truth of which speak of one event.

Names, places, words and days are drawn by Zipf's law, so that some are everywhere and most are rare; an
event has 2 to 20 reports, and each report errs: the day is missing or a day off, the place missing, a
person left out, a number changed, other words chosen. The same seed gives the same claims.
"""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from workbench.models import Claim, DateSpan, Mention, Quantity

FIRST = date(2020, 1, 1)
REPORTS = (2, 20)
DAYS_A_MILLION = 3650
"""Days over which a million claims are spread where the period grows with their number."""
_TYPES = (
    "phone_call", "meeting", "visit", "talks", "attack", "fire", "accident", "earthquake", "protest",
    "prisoner_exchange", "agreement", "statement", "trade", "election",
)  # fmt: skip
_HARMFUL = frozenset({"attack", "fire", "accident", "earthquake", "protest"})
"""Types of events that people are killed or injured in."""
_HARMED = ("killed", "injured")
_COUNTED = ("person", "soldier", "vehicle", "building", "prisoner_of_war", "tourist")
_PEOPLE, _PLACES, _WORDS = 20_000, 4_000, 30_000
_EVENTS_A_SEED = 10_000_000
_HEAVY = 0.8
"""How steeply days differ: the exponent of Zipf's law for them; names and words have 1."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What is true of an event."""

    number: int
    kind: str
    day: date
    place: str
    people: tuple[str, ...]
    counted: str
    value: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A claim and the number of the event that it speaks of."""

    claim: Claim
    event: int


@cache
def _scale(size: int, steepness: float) -> Sequence[float]:
    return tuple(accumulate(1 / (rank + 1) ** steepness for rank in range(size)))


def _zipf(chance: random.Random, size: int, steepness: float = 1.0) -> int:
    """A rank below `size`, 0 the most frequent."""
    scale = _scale(size, steepness)
    return bisect(scale, chance.random() * scale[-1])


def period(claims: int) -> int:
    """Days over which so many claims are spread where the period grows with their number."""
    return max(30, claims * DAYS_A_MILLION // 1_000_000)


def articles(claims: int, *, days: int | None = None, seed: int = 1) -> Iterator[list[Report]]:
    """About so many claims, article by article, in an order that mixes events.

    `days` is the length of the period (default: `period`). Other seeds give other events, articles and
    claims on the same days, places and people.
    """
    chance = random.Random(seed)
    shuffled = list(range(days or period(claims)))
    random.Random(0).shuffle(shuffled)
    waiting: list[tuple[float, Happening]] = []
    made = number = article = 0
    while made < claims or waiting:
        while made < claims and len(waiting) < 4_000:
            happening = _happening(chance, seed * _EVENTS_A_SEED + number, shuffled)
            reports = chance.randint(*REPORTS)
            waiting += [(chance.random(), happening) for _ in range(reports)]
            number, made = number + 1, made + reports
        waiting.sort(key=lambda one: one[0])
        taken, waiting = waiting[:2_000], waiting[2_000:]
        while taken:
            length = chance.randint(4, 16)
            told, taken = taken[:length], taken[length:]
            yield [
                Report(_told(chance, happening, f"s{seed:05}-{article:05}", at), happening.number)
                for at, (_, happening) in enumerate(told)
            ]
            article += 1


def _happening(chance: random.Random, number: int, days: Sequence[int]) -> Happening:
    people = {f"Kişi {_zipf(chance, _PEOPLE)}" for _ in range(chance.randint(1, 3))}
    kind = _TYPES[_zipf(chance, len(_TYPES))]
    return Happening(
        number,
        kind,
        FIRST + timedelta(days[_zipf(chance, len(days), _HEAVY)]),
        f"Yer {_zipf(chance, _PLACES)}",
        tuple(sorted(people)),
        chance.choice((*_HARMED, *_COUNTED) if kind in _HARMFUL else _COUNTED),
        float(chance.choice((chance.randint(3, 60), chance.randint(60, 5_000)))),
        tuple(f"söz{_zipf(chance, _WORDS)}" for _ in range(8)),
    )


def _told(chance: random.Random, of: Happening, source: str, at: int) -> Claim:
    """The event as one source tells it."""
    start, name = at * 200, f"c{source}{at:02}"
    people = tuple(p for p in of.people if chance.random() > 0.15)
    quantities = (_quantity(chance, of, start),) if chance.random() > 0.2 else ()
    kept = [word for word in of.words if chance.random() > 0.4]
    other = [f"söz{_zipf(chance, _WORDS)}" for _ in range(8 - len(kept))]
    return Claim(
        name, source, start, start + 100, "x", None, of.kind, "occurred",
        _date(chance, of.day, start),
        place=of.place if chance.random() > 0.25 else None,
        participants=people,
        quantities=quantities,
        mentions=tuple(Mention(p, start, start + 1, "person", p) for p in people),
        lemmas=(*kept, *other),
        context_start=start,
        context_end=start + 100,
    )  # fmt: skip


def _date(chance: random.Random, day: date, start: int) -> DateSpan:
    """The day as it was, a day off, or only the day of publication."""
    luck = chance.random()
    if luck < 0.15:
        printed = day + timedelta(chance.randint(0, 2))
        return DateSpan(printed, printed, "day", "", start, start, "publication")
    told = day + timedelta(chance.choice((-1, 1))) if luck < 0.18 else day
    return DateSpan(told, told, "day", "x", start, start + 1, "absolute")


def _quantity(chance: random.Random, of: Happening, start: int) -> Quantity:
    value = of.value if chance.random() > 0.15 else of.value + chance.randint(1, 5)
    return Quantity(
        value, value, value, "person", of.counted, None, "event", "exactly", "1", start + 1, start + 2
    )

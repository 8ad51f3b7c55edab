"""Claims as columns of numbers: what most comparisons need of them.

Texts become 64-bit numbers (`events.keys.text_number`), days proleptic ordinals, 0 where nothing is told.
Rows of several values are filled up with zeros. A claim that says more than the columns hold is not
`plain`: its pairs are compared one by one, from its features.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from workbench.claims.names import ancestors
from workbench.claims.names_places import PATH
from workbench.claims.names_spelling import sounding
from workbench.events.features import Features
from workbench.events.flow import AHEAD
from workbench.events.keys import telling, text_number
from workbench.events.likeness import LONG_QUOTE, TELLING
from workbench.events.story import KEPT
from workbench.events.words import word_weights

PEOPLE, COUNTS, PLACES, WORDS, TELLING_WORDS = 4, 3, 4, 16, 5
Numbers = npt.NDArray[np.uint64]
Days = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Columns:
    """One row a claim."""

    plain: Flags
    """The columns hold all that is compared."""
    whole: Flags
    """At least its type, days, people, place and speaker are whole."""
    source: Numbers
    kind: npt.NDArray[np.int16]
    start: Days
    end: Days
    dated: Flags
    planned_date: Flags
    ahead: Flags
    """Planned or proposed: its day may move."""
    coming: Flags
    """Not yet carried out, as `flow.AHEAD` lists it."""
    awaited: Flags
    """Planned or expected by a claim that goes on about nothing else."""
    occurred: Flags
    told: Days
    place: Numbers
    """The place and what it lies in, nearest first."""
    top: Numbers
    """What the place lies in at last."""
    place_sound: Numbers
    """The place alone by its sound: spellings of one foreign place share it."""
    setting: Numbers
    """Where it is told of, with what that lies in."""
    speaker: Numbers
    people: Numbers
    counted: Numbers
    values: Numbers
    """What `counted` gives the number of, in thousandths."""
    counts: Numbers
    """Each number with what it counts, those too common to tell anything left out."""
    words: Numbers
    word_weights: npt.NDArray[np.float64]
    telling: Numbers
    story: Numbers
    story_weights: npt.NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.plain)


def joined(parts: Sequence[Columns]) -> Columns:
    """The rows of all parts, in order."""
    return Columns(*(np.concatenate([getattr(part, one.name) for part in parts]) for one in fields(Columns)))


def columns(items: Sequence[Features], kinds: Sequence[str]) -> Columns:
    """The columns of these claims; `kinds` lists the event types, whose places are their numbers."""
    number = {kind: at for at, kind in enumerate(kinds)}
    numbers = [_counts(item) for item in items]
    weighed = [word_weights(item) for item in items]
    return Columns(
        np.array([_is_plain(item, number) for item in items], bool),
        np.array([_is_whole(item, number) for item in items], bool),
        _numbers(item.source for item in items),
        np.array([number.get(item.event_type, -1) for item in items], np.int16),
        np.array([item.date.start.toordinal() if item.date else 0 for item in items], np.int32),
        np.array([item.date.end.toordinal() if item.date else 0 for item in items], np.int32),
        np.array([item.dated for item in items], bool),
        np.array([item.planned_date for item in items], bool),
        np.array([item.modality in ("planned", "proposed") for item in items], bool),
        np.array([item.modality in AHEAD for item in items], bool),
        np.array([item.modality in ("planned", "expected") and not item.topic for item in items], bool),
        np.array([item.modality == "occurred" for item in items], bool),
        np.array([item.told.toordinal() if item.told else 0 for item in items], np.int32),
        _rows((_places(item) for item in items), len(items), PLACES),
        _numbers(_top(item.place) for item in items),
        _numbers(sounding(item.place.rpartition(PATH)[2]) if item.place else None for item in items),
        _rows(([text_number(place) for place in sorted(item.setting)] for item in items), len(items), PLACES),
        _numbers(item.speaker for item in items),
        _rows(([text_number(name) for name in sorted(item.people)] for item in items), len(items), PEOPLE),
        _rows(([of for of, _ in held] for held in numbers), len(items), COUNTS),
        _rows(([value for _, value in held] for held in numbers), len(items), COUNTS),
        _rows((_telling(held) for held in numbers), len(items), COUNTS),
        _rows(([text_number(word) for word in held] for held in weighed), len(items), WORDS),
        _weights(weighed, WORDS),
        _rows((telling(item) for item in items), len(items), TELLING_WORDS),
        _rows(([text_number(key) for key, _ in item.story] for item in items), len(items), KEPT),
        _weights([dict(item.story) for item in items], KEPT),
    )


def _is_plain(item: Features, number: Mapping[str, int]) -> bool:
    """True where the columns hold all that the levels and barriers look at."""
    return _is_whole(item, number) and not (
        item.ordinals or item.kinds or item.plural or item.running or item.sizes
        or len(item.quote) >= LONG_QUOTE
        or len(item.states) > 1
        or len(item.setting) > PLACES
        or sum(map(len, item.counts.values())) > COUNTS
        or len(item.lemmas) > WORDS
        or (item.family == "economy" and item.counts and item.date and item.date.start != item.date.end)
        or (item.place and len(ancestors(item.place)) >= PLACES)
        or any(n < 0 for numbers in item.counts.values() for n in numbers)
    )  # fmt: skip


def _is_whole(item: Features, number: Mapping[str, int]) -> bool:
    return item.event_type in number and len(item.people) <= PEOPLE


def _numbers(texts: Iterable[str | None]) -> Numbers:
    return np.array([text_number(text) if text else 0 for text in texts], np.uint64)


def _rows(held: Iterable[Sequence[int]], size: int, width: int) -> Numbers:
    found = np.zeros((size, width), np.uint64)
    for at, values in enumerate(held):
        if values:
            found[at, : len(values)] = values[:width]
    return found


def _weights(weighed: Sequence[Mapping[str, float]], width: int) -> npt.NDArray[np.float64]:
    found = np.zeros((len(weighed), width), np.float64)
    for at, held in enumerate(weighed):
        if held:
            values = list(held.values())[:width]
            found[at, : len(values)] = values
    return found


def _top(place: str | None) -> str | None:
    above = ancestors(place) if place else []
    return above[-1] if above else place


def _places(item: Features) -> list[int]:
    return [text_number(place) for place in (item.place, *ancestors(item.place))] if item.place else []


def _counts(item: Features) -> list[tuple[int, int]]:
    return [(text_number(of), round(n * 1000)) for of, numbers in item.counts.items() for n in numbers]


def _telling(counts: Sequence[tuple[int, int]]) -> list[int]:
    return [text_number(f"{of}:{value}") for of, value in counts if value > TELLING * 1000]

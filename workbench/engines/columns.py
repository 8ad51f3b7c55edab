"""Claims as columns of numbers: what most comparisons need of them.

Texts become 64-bit numbers (`events.keys.text_number`), days proleptic ordinals, 0 where nothing is told.
Rows of several values are filled up with zeros. A claim that says more than the columns hold is not
`plain`: its pairs are compared one by one, from its features.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import chain
from typing import Any, Literal, get_args

import numpy as np
import numpy.typing as npt

from workbench.claims.names import ancestors
from workbench.claims.names_places import PATH
from workbench.claims.names_spelling import sounding
from workbench.events.features import Features
from workbench.events.keys import telling, text_number
from workbench.events.likeness import LONG_QUOTE, TELLING
from workbench.events.story import KEPT
from workbench.events.words import word_weights
from workbench.models import AHEAD

PEOPLE, COUNTS, PLACES, WORDS, TELLING_WORDS = 4, 3, 4, 16, 5
Numbers = npt.NDArray[np.uint64]
Days = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]

HEAD = np.dtype(
    [("source", "u8"), ("start", "i4"), ("end", "i4"), ("told", "i4"), ("kind", "i2"), ("has", "u2"),
     *((flag, "?") for flag in (
         "plain", "whole", "dated", "planned_date", "ahead", "coming", "awaited", "occurred"))]
)  # fmt: skip
"""What is looked at first, of one claim, side by side: reading it costs one miss of the cache, not fourteen.

`plain`: the columns hold all that is compared; `whole`: at least its type, days, people, place and speaker.
`ahead`: planned or proposed, its day may move; `coming`: not yet carried out, as `models.AHEAD` lists it;
`awaited`: planned or expected by a claim that goes on about nothing else. `has`: bits of `HAS`.
"""
Has = Literal["person", "people", "place", "setting", "speaker", "count", "size", "story", "words", "ordinal",
              "states", "quote"]  # fmt: skip
HAS: Mapping[Has, int] = {name: 1 << at for at, name in enumerate(get_args(Has))}
"""What a claim tells of: a level that looks at it gives nothing where either claim does not."""


@dataclass(frozen=True, slots=True)
class Columns:
    """One row a claim."""

    head: npt.NDArray[np.void]
    """Of the type `HEAD`."""
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
        return len(self.head)


def joined(parts: list[Columns]) -> Columns:
    """The rows of all parts, in order; columns that none of them fills are left out.

    The parts are given up on the way, so that rows are not held twice: `parts` is empty in the end.
    """
    held = [[getattr(part, one.name) for part in parts] for one in fields(Columns)]
    parts.clear()
    return Columns(*(_below(held.pop(0)) for _ in fields(Columns)))


def _below(parts: Sequence[npt.NDArray[Any]]) -> npt.NDArray[Any]:
    if parts[0].ndim == 1:
        return np.concatenate(parts)
    filled = max(_filled(part) for part in parts)
    return np.concatenate([part[:, :filled] for part in parts])


def _filled(held: npt.NDArray[Any]) -> int:
    """How many columns have a value in some row; 1 at least."""
    return max(1, int(held.any(axis=0).sum()))


def columns(items: Sequence[Features], kinds: Sequence[str]) -> Columns:
    """The columns of these claims; `kinds` lists the event types, whose places are their numbers."""
    number = {kind: at for at, kind in enumerate(kinds)}
    counted = [_counts(item) for item in items]
    places = [_places(item) for item in items]
    weighed = [word_weights(item) for item in items]
    return Columns(
        np.array([_head(item, number) for item in items], HEAD),
        _rows(places, PLACES),
        _numbers(_top(item.place) for item in items),
        _numbers(sounding(item.place.rpartition(PATH)[2]) if item.place else None for item in items),
        _rows([[text_number(place) for place in sorted(item.setting)] for item in items], PLACES),
        _numbers(item.speaker for item in items),
        _rows([[text_number(name) for name in sorted(item.people)] for item in items], PEOPLE),
        _rows([[of for of, _ in held] for held in counted], COUNTS),
        _rows([[value for _, value in held] for held in counted], COUNTS),
        _rows([_telling(held) for held in counted], COUNTS),
        _rows([[text_number(word) for word in held] for held in weighed], WORDS),
        _rows([list(held.values()) for held in weighed], WORDS, np.float64),
        _rows([telling(item) for item in items], TELLING_WORDS),
        _rows([[text_number(key) for key, _ in item.story] for item in items], KEPT),
        _rows([[told for _, told in item.story] for item in items], KEPT, np.float64),
    )


def _head(item: Features, number: Mapping[str, int]) -> tuple[int | bool, ...]:
    """The values of `HEAD`, in its order."""
    start, end = (item.date.start.toordinal(), item.date.end.toordinal()) if item.date else (0, 0)
    whole = item.event_type in number and len(item.people) <= PEOPLE
    return (
        text_number(item.source), start, end, item.told.toordinal() if item.told else 0,
        number.get(item.event_type, -1), _has(item), whole and _is_plain(item), whole,
        item.dated, item.planned_date, item.modality in ("planned", "proposed"), item.modality in AHEAD,
        item.modality in ("planned", "expected") and not item.topic, item.modality == "occurred",
    )  # fmt: skip


def _has(item: Features) -> int:
    there: dict[Has, bool] = {
        "person": bool(item.people), "people": len(item.people) > 1, "place": bool(item.place),
        "setting": bool(item.setting), "speaker": bool(item.speaker), "count": bool(item.counts),
        "size": bool(item.sizes), "story": bool(item.story), "words": bool(item.lemmas),
        "ordinal": bool(item.ordinals), "states": len(item.states) > 1,
        "quote": len(item.quote) >= LONG_QUOTE,
    }  # fmt: skip
    return sum(HAS[name] for name, is_there in there.items() if is_there)


def _is_plain(item: Features) -> bool:
    """True where the columns hold all that the levels and barriers look at of a claim that is whole."""
    return not (
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


def _numbers(texts: Iterable[str | None]) -> Numbers:
    return np.array([text_number(text) if text else 0 for text in texts], np.uint64)


def _rows(
    held: Sequence[Sequence[float]], width: int, kind: type[np.uint64 | np.float64] = np.uint64
) -> npt.NDArray[Any]:
    """A row each, filled up with zeros; what is more than `width` is left out."""
    held = [values[:width] if len(values) > width else values for values in held]
    lengths = np.fromiter(map(len, held), np.int64, len(held))
    found = np.zeros((len(held), width), kind)
    found[np.arange(width) < lengths[:, None]] = np.fromiter(chain.from_iterable(held), kind, lengths.sum())
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

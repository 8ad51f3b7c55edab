"""Finds patterns only at the words with which they can begin.

A `MarkedText` knows, from one pass over its words, where the patterns of some groups may begin; there
`PatternGroup` and `WordPattern` give what `re` gives, but try a pattern at those places alone. Which
patterns a word may begin is remembered by the word, in a cache of fixed size. In any other text they
search as `re` does.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache, wraps
from itertools import groupby, islice
from operator import itemgetter, le
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from workbench.claims.pattern_heads import heads
from workbench.claims.word_heads import PREVIOUS, Beginnings, WordHeads, either
from workbench.languages.schema.patterns import NEVER

_TOKEN = re.compile(r"\w{1,64}|[^\w\s]")
"""A word or a mark; no pattern is about a word of more characters, and what is remembered stays small."""
_KNOWN_WORDS = 1 << 14
"""Words whose marks are remembered: each process that reads holds its own."""
_BEGINNINGS = 1 << 12
"""First letters of words for which it is remembered what may begin with them."""

_REMEMBERED = 64
"""Stretches of a text of which it is remembered what was read in them."""

T = TypeVar("T")
Rest = ParamSpec("Rest")
Ids = tuple[int, ...]
"""Patterns' places in their group."""
Places = tuple[list[int], list[Ids]]
"""Offsets in a text in order, and which patterns may begin at each."""


def _in_order(found: tuple[int, re.Match[str]]) -> tuple[int, int]:
    return found[1].start(), found[0]


class PatternGroup:
    """Patterns on lower-cased text that are looked for together."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        self.patterns = tuple(patterns)
        self.heads = [WordHeads(heads(pattern)) for pattern in self.patterns]

    def finditer(self, low: str, start: int, end: int) -> list[tuple[int, re.Match[str]]]:
        """Every match of every pattern in low[start:end] with the pattern's number, in order of offset.

        The matches of one pattern do not overlap: they are those of `pattern.finditer(low, start, end)`.
        """
        found: list[tuple[int, re.Match[str]]] = []
        if not isinstance(low, MarkedText) or (places := low.places.get(self)) is None:
            for number, pattern in enumerate(self.patterns):
                found += ((number, match) for match in pattern.finditer(low, start, end))
            return sorted(found, key=_in_order)
        offsets, ids = places
        if not offsets:
            return found
        base = low.base
        first = bisect_left(offsets, start + base)
        behind: dict[int, int] = {}
        patterns = self.patterns
        for at in range(first, bisect_left(offsets, end + base, first)):
            place = offsets[at] - base
            for number in ids[at]:
                if place >= behind.get(number, 0) and (match := patterns[number].match(low, place, end)):
                    behind[number] = match.end()
                    found.append((number, match))
        # Two words may mark one place, each for other patterns.
        return sorted(found, key=_in_order) if len(found) > 1 else found

    def first(self, low: str, start: int, end: int) -> int | None:
        """The number of the first pattern in the group's order that stands anywhere in low[start:end]."""
        if not isinstance(low, MarkedText) or (places := low.places.get(self)) is None:
            numbers = (n for n, pattern in enumerate(self.patterns) if pattern.search(low, start, end))
            return next(numbers, None)
        offsets, ids = places
        if not offsets:
            return None
        base = low.base
        first = bisect_left(offsets, start + base)
        best = len(self.patterns)
        for at in range(first, bisect_left(offsets, end + base, first)):
            for number in ids[at]:
                if number >= best:
                    break
                if self.patterns[number].match(low, offsets[at] - base, end):
                    best = number
                    break
        return best if best < len(self.patterns) else None

    def may_stand_in(self, low: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """False where a marked text shows that none of them stands in low[start:end]."""
        if not isinstance(low, MarkedText) or (places := low.places.get(self)) is None:
            return True
        offsets = places[0]
        if not offsets:
            return False
        at, size = bisect_left(offsets, start + low.base), len(low)
        return at < len(offsets) and offsets[at] < (end if end < size else size) + low.base


class WordPattern:
    """One pattern with the methods of `re.Pattern`, quick on a text in which its words are marked."""

    def __init__(self, pattern: str) -> None:
        self.pattern = re.compile(pattern)
        self.group = PatternGroup([self.pattern])
        self.match = self.pattern.match
        self.fullmatch = self.pattern.fullmatch

    def search(self, low: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in low[start:end]."""
        if not isinstance(low, MarkedText) or (places := low.places.get(self.group)) is None:
            return self.pattern.search(low, start, end)
        offsets = places[0]
        if not offsets:
            return None
        base, size, tries = low.base, len(low), self.match
        stop = (end if end < size else size) + base
        for at in range(bisect_left(offsets, start + base), len(offsets)):
            place = offsets[at]
            if place >= stop:
                break
            if match := tries(low, place - base, end):
                return match
        return None

    def finditer(self, low: str, start: int = 0, end: int = sys.maxsize) -> list[re.Match[str]]:
        """The matches in low[start:end], in order, without overlaps."""
        if not isinstance(low, MarkedText) or (places := low.places.get(self.group)) is None:
            return list(self.pattern.finditer(low, start, end))
        found: list[re.Match[str]] = []
        offsets = places[0]
        if not offsets:
            return found
        base, size, tries = low.base, len(low), self.match
        stop = (end if end < size else size) + base
        behind = start + base
        for at in range(bisect_left(offsets, behind), len(offsets)):
            place = offsets[at]
            if place >= stop:
                break
            if place >= behind and (match := tries(low, place - base, end)):
                behind = match.end() + base
                found.append(match)
        return found

    def may_stand_in(self, low: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """False where a marked text shows that it stands nowhere in low[start:end]."""
        return self.group.may_stand_in(low, start, end)


class Markable(Protocol):
    """What looks for something that begins with certain words."""

    @property
    def heads(self) -> Sequence[WordHeads]:
        """What the words are that each of its patterns may begin with."""


def places_in(group: Markable, low: str) -> list[int] | None:
    """Where in a marked text something of a group may begin; None where the text is not marked."""
    marks = _marks(group, low)
    if marks is None:
        return None
    (offsets, _), base = marks
    first = bisect_left(offsets, base)
    return [at - base for at in offsets[first : bisect_left(offsets, base + len(low), first)]]


def _marks(group: Markable, low: str) -> tuple[Places, int] | None:
    """The places of a group in a marked text, and what they are ahead of the text's own offsets."""
    if not isinstance(low, MarkedText):
        return None
    places = low.places.get(group)
    return (places, low.base) if places is not None else None


class MarkedText(str):
    """Lower-cased text that knows where the patterns of some groups may begin.

    It may be a part of a larger text, whose offsets `places` hold; the part itself begins at `base`.
    """

    places: Mapping[Markable, Places]
    base: int
    memory: dict[Hashable, Any]
    """What was read in this very text a moment ago."""

    @classmethod
    def of(cls, low: str, places: Mapping[Markable, Places], base: int = 0) -> MarkedText:
        """`low` with its marks."""
        text = cls(low)
        text.places, text.base, text.memory = places, base, {}
        return text

    def part(self, start: int, end: int) -> MarkedText:
        """The text in [start, end) alone, with its marks."""
        return MarkedText.of(self[start:end], self.places, self.base + start)


def read_once(read: Callable[Concatenate[str, Rest], T]) -> Callable[Concatenate[str, Rest], T]:
    """A reader of stretches of a text that does not read one again which it has just read.

    What it returns must not be changed. Only a few stretches of a `MarkedText` are remembered.
    """

    @wraps(read)
    def remembered(low: str, *args: Rest.args, **kwargs: Rest.kwargs) -> T:
        if kwargs or not isinstance(low, MarkedText):
            return read(low, *args, **kwargs)
        key = (read, args)
        found: T | None = low.memory.get(key)
        if found is None:
            if len(low.memory) >= _REMEMBERED:
                low.memory.clear()
            found = low.memory[key] = read(low, *args, **kwargs)
        return found

    return remembered  # type: ignore[return-value]  # `low` is only ever given by its place


class Marker:
    """Marks texts with the places of several groups in one pass."""

    def __init__(self, groups: Sequence[Markable]) -> None:
        self.groups = tuple(groups)
        self._entry = lru_cache(_KNOWN_WORDS)(self._look_up)
        self._near = lru_cache(_BEGINNINGS)(self._begin_with)
        self._heads = [
            ((group, number), heads)
            for group, own in enumerate(self.groups)
            for number, heads in enumerate(own.heads)
        ]
        loose = [(own, at, word) for own, heads in self._heads for at, word in heads.loose]
        self._loose = [(own, at, re.compile(word).match) for own, at, word in loose]
        self._any_loose = re.compile(either(word for *_, word in loose) or NEVER).match
        self._inside = [(own, heads) for own, heads in self._heads if heads.inside]
        self._any_inside = re.compile(either(heads.inside for _, heads in self._inside) or NEVER).search

    def _begin_with(self, letters: str) -> Beginnings:
        """What may begin in words with these two first letters."""
        found = Beginnings()
        for (group, number), own in self._heads:
            for at, near in own.near(letters):
                found.add((group, at, number), near)
        return found

    def _look_up(self, word: str) -> tuple[tuple[int, int, Ids], ...]:
        """What may begin in a word: each group's number, an offset, and what of the group may begin there."""
        found = self._near(word[:2]).of(word)
        if self._any_loose(word):
            found.update((group, at, number) for (group, number), at, fit in self._loose if fit(word))
        if self._any_inside(word):
            for (group, number), heads in self._inside:
                found.update((group, at, number) for at in heads.inner(word))
        if len(found) < 2:
            return tuple((group, at, (number,)) for group, at, number in found)
        places = groupby(sorted(found), key=itemgetter(0, 1))
        return tuple((*place, tuple(number for *_, number in own)) for place, own in places)

    def marked(self, low: str, spans: Iterable[tuple[int, int]]) -> MarkedText:
        """The text with its marks in `spans`, which are in order and do not overlap.

        A span is read alone: a word glued to what stands before it begins there too.
        """
        places: list[Places] = [([], []) for _ in self.groups]
        entry = self._entry
        for start, end in spans:
            previous = -1
            for token in _TOKEN.finditer(low, start, end):
                begin = token.start()
                for number, at, ids in entry(token[0]):
                    offsets, which = places[number]
                    offsets.append(begin + at if at > PREVIOUS else previous)
                    which.append(ids)
                previous = begin
        marks = {group: _ordered(*own) for group, own in zip(self.groups, places, strict=True)}
        return MarkedText.of(low, marks)


def _ordered(offsets: list[int], ids: list[Ids]) -> Places:
    if all(map(le, offsets, islice(offsets, 1, None))):
        return offsets, ids
    order = sorted(range(len(offsets)), key=offsets.__getitem__)
    return [offsets[at] for at in order], [ids[at] for at in order]

"""Tells of a word whether, and where in it, a pattern may begin; asked once a word, not once a text.

What is asked of a word is chosen by its first two letters: few patterns begin with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from workbench.claims.pattern_heads import Head

PREVIOUS = -2
"""Instead of an offset: the pattern may begin with the word or mark before."""
_END = r"\Z"
_LETTERS = re.compile(r"[^\W_]{1,2}")
_TELLING = re.compile(r"[^\W_]{4,}(?!\\Z)(?=\W)")
"""Letters that few other words begin with, before more than the word's end."""

Fit = Callable[[str], object]
"""What gives something true for a word with which a pattern may begin."""
Place = tuple[int, int, int]
"""The number of a group, where beside a word's start, and the number of the pattern in its group."""


def _letters(expression: str) -> str:
    """The first letters, two at most, of whatever an expression for a word's beginning fits."""
    found = _LETTERS.match(expression)
    return found[0] if found else ""


def _weakened(expression: str) -> str:
    """The expression, or its first letters where they tell enough: endings cost more than they tell."""
    found = _TELLING.match(expression)
    return found[0] if found else expression


@dataclass(frozen=True, slots=True)
class Near:
    """What tells of words with certain first letters that something may begin with them."""

    whole: Sequence[str] = ()
    """It may begin with these words,"""
    begun: Sequence[str] = ()
    """with words that begin so,"""
    fit: Fit | None = None
    """and with words of which this is true."""


class Beginnings:
    """What may begin in words with the same two first letters: looked up by the word's own beginnings."""

    def __init__(self) -> None:
        self._whole: dict[str, list[Place]] = {}
        self._begun: dict[str, list[Place]] = {}
        self._fits: list[tuple[Fit, Place]] = []

    def add(self, place: Place, near: Near) -> None:
        """Notes with which of these words something may begin."""
        for words, known in ((near.whole, self._whole), (near.begun, self._begun)):
            for word in words:
                known.setdefault(word, []).append(place)
        if near.fit is not None:
            self._fits.append((near.fit, place))

    @cached_property
    def _sizes(self) -> list[int]:
        return sorted({len(word) for word in self._begun})

    def of(self, word: str) -> set[Place]:
        """What may begin in a word with these letters."""
        found = set(self._whole.get(word, ()))
        for size in self._sizes:
            if places := self._begun.get(word[:size]):
                found.update(places)
        for fit, place in self._fits:
            if fit(word):
                found.add(place)
        return found


class _Words:
    """Expressions for what a word begins with; most are plain letters, which need none compiled."""

    def __init__(self, expressions: Iterable[str]) -> None:
        self.words = list(dict.fromkeys(map(_weakened, expressions)))
        self._near: dict[str, list[str]] = {}
        for word in self.words:
            self._near.setdefault(_letters(word), []).append(word)
        self.loose = self._near.get("", [])
        """Those that words with any first letters may fit."""

    def near(self, letters: str) -> Near | None:
        """What tells of words with these first letters whether one fits them that is not loose, or None."""
        near = [word for own in {letters[:1], letters} if own for word in self._near.get(own, ())]
        if not near:
            return None
        whole = [bare for word in near if (bare := word.removesuffix(_END)) != word and bare.isalnum()]
        begun = [word for word in near if word.isalnum()]
        regular = [word for word in near if not word.removesuffix(_END).isalnum()]
        return Near(whole, begun, re.compile(either(regular)).match if regular else None)

    @cached_property
    def _search(self) -> Callable[..., re.Match[str] | None]:
        return re.compile(either(self.words)).search

    def offsets(self, word: str) -> Iterator[int]:
        """The offsets at which one of them fits the word."""
        found = self._search(word)
        while found:
            yield found.start()
            found = self._search(word, found.start() + 1)


def either(words: Iterable[str]) -> str:
    """One expression for all."""
    return "|".join(f"(?:{word})" for word in words)


class WordHeads:
    """The heads of one pattern."""

    def __init__(self, found: Sequence[Head]) -> None:
        plain = [head for head in found if not (head.blank or head.second)]
        self._places = [
            (PREVIOUS, _Words(head.word for head in found if head.second)),
            (-1, _Words(head.word for head in found if head.blank)),
            (0, _Words(head.word for head in plain if head.anchored)),
        ]
        self._inner = _Words(head.word for head in plain if not head.anchored)

    def near(self, letters: str) -> list[tuple[int, Near]]:
        """Where before or at the start of words with these first letters it may begin, and what tells.

        Without what begins words with any letters: that is `loose`.
        """
        return [(at, near) for at, words in self._places if (near := words.near(letters))]

    @property
    def loose(self) -> list[tuple[int, str]]:
        """Where before or at the start of any word it may begin, and an expression that fits there."""
        return [(at, either(words.loose)) for at, words in self._places if words.loose]

    @property
    def inside(self) -> str:
        """An expression found in every word inside which it may begin; empty where there is none."""
        return either(self._inner.words)

    def inner(self, word: str) -> Iterator[int]:
        """Where in a word with `inside` it may begin, its start among those places."""
        return self._inner.offsets(word)


class ListedHeads(WordHeads):
    """The words with which something begins that is looked up in a table."""

    def __init__(self, words: Iterable[str], begins: Fit) -> None:
        """`begins` gives something true for one of the `words`, and for its forms where it has any."""
        super().__init__(())
        self._letters = frozenset(word[:2] for word in words)
        self._begins = begins

    def near(self, letters: str) -> list[tuple[int, Near]]:
        """The beginning of the word, where one of the table's begins with these letters."""
        known = letters in self._letters or letters[:1] in self._letters
        return [(0, Near(fit=self._begins))] if known else []

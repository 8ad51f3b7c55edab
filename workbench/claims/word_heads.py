"""Tells of a word whether, and where in it, a pattern may begin; asked once a word, not once a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from workbench.claims.pattern_heads import Head

PREVIOUS = -2
"""Instead of an offset: the pattern may begin with the word or mark before."""
_LETTERS = re.compile(r"[^\W_]{1,2}")


def _letters(expression: str) -> str:
    """The first letters, two at most, of whatever an expression for a word's beginning fits."""
    found = _LETTERS.match(expression)
    return found[0] if found else ""


class _Words:
    """Expressions for what a word begins with; most are plain letters, which need none compiled."""

    def __init__(self, words: Sequence[str]) -> None:
        self.beginnings = {_letters(word) for word in words}
        self._plain = tuple(word for word in words if word.isalnum())
        self._all = "|".join(f"(?:{word})" for word in words)
        regular = [word for word in words if not word.isalnum()]
        self._near = tuple({_letters(word) for word in regular})
        self._regular = "|".join(f"(?:{word})" for word in regular)

    @cached_property
    def _match(self) -> Callable[..., re.Match[str] | None]:
        return re.compile(self._regular).match

    @cached_property
    def _search(self) -> Callable[..., re.Match[str] | None]:
        return re.compile(self._all).search

    def fit(self, word: str) -> bool:
        """True where one of them fits the beginning of the word."""
        if word.startswith(self._plain):
            return True
        return word.startswith(self._near) and self._match(word) is not None

    def offsets(self, word: str) -> Iterator[int]:
        """The offsets at which one of them fits the word."""
        found = self._search(word)
        while found:
            yield found.start()
            found = self._search(word, found.start() + 1)


def _words(words: Iterable[str]) -> _Words | None:
    found = list(dict.fromkeys(words))
    return _Words(found) if found else None


class WordHeads:
    """The heads of one pattern."""

    def __init__(self, found: Sequence[Head]) -> None:
        plain = [head for head in found if not (head.blank or head.second)]
        self._first = _words(head.word for head in plain if head.anchored)
        self._inner = _words(head.word for head in plain if not head.anchored)
        self._second = _words(head.word for head in found if head.second)
        self._behind_blank = _words(head.word for head in found if head.blank)
        anchored = filter(None, (self._first, self._second, self._behind_blank))
        self.beginnings = {begin for words in anchored for begin in words.beginnings}
        """First letters, two at most, of the words that it may begin in; "" stands for any."""
        if self._inner:
            self.beginnings = {""}

    def offsets(self, word: str) -> list[int]:
        """Where in a word, or before it, the pattern may begin."""
        found: list[int] = []
        if self._second and self._second.fit(word):
            found.append(PREVIOUS)
        if self._behind_blank and self._behind_blank.fit(word):
            found.append(-1)
        if self._first and self._first.fit(word):
            found.append(0)
        if self._inner:
            found += (at for at in self._inner.offsets(word) if at or 0 not in found)
        return found

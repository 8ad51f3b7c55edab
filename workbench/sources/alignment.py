"""Cleans a text and remembers where each character came from: offsets can be given in the original."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.sources.decoding import clean

_COMBINING = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_CLUSTER = re.compile(rf"\r\n|[\s\S][{_COMBINING}]*")
"""Characters that cleaning may turn into fewer or more, together; all others are cleaned one by one."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """A cleaned text with, for each of its characters, the span of the original it stands for."""

    original: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the original for the one of the cleaned text."""
        if start >= len(self.text):
            return len(self.original), len(self.original)
        first = self.starts[start]
        return first, max(first, self.ends[end - 1]) if end > start else first


def align(original: str) -> Aligned:
    """`original` cleaned as an imported article is, with the way back."""
    if clean(original) == original:
        return Aligned(original, original, range(len(original)), range(1, len(original) + 1))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _CLUSTER.finditer(original):
        piece = clean(match[0])
        pieces.append(piece)
        starts += [match.start()] * len(piece)
        ends += [match.end()] * len(piece)
    return Aligned(original, "".join(pieces), starts, ends)

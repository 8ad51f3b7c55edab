"""Stretches of an article that look different on the screen. Pure: marks in, marks without overlap out.

Offsets count code points, half-open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

MarkKind = Literal[
    "plain", "furniture", "heading", "claim", "corrected", "name", "date", "number", "value", "focus"
]

_KINDS: tuple[MarkKind, ...] = get_args(MarkKind)
"""From the weakest to the strongest."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A stretch of an article that looks different. Where marks overlap, the stronger kind shows."""

    start: int
    end: int
    kind: MarkKind


def flatten(marks: Iterable[Mark]) -> list[Mark]:
    """Marks without overlap, in order: the strongest kind at each place, equal neighbours joined."""
    edges: list[tuple[int, int, int]] = []
    for mark in marks:
        if mark.end > mark.start:
            strength = _KINDS.index(mark.kind)
            edges += [(mark.start, 1, strength), (mark.end, -1, strength)]
    edges.sort()
    active = [0] * len(_KINDS)
    flat: list[Mark] = []
    position = 0
    for offset, change, strength in edges:
        strongest = max((index for index, count in enumerate(active) if count), default=None)
        if strongest is not None and offset > position:
            kind = _KINDS[strongest]
            if flat and flat[-1].kind == kind and flat[-1].end == position:
                flat[-1] = Mark(flat[-1].start, offset, kind)
            else:
                flat.append(Mark(position, offset, kind))
        position = offset
        active[strength] += change
    return flat

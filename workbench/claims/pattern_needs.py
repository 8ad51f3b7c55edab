"""The letters that stand in every match of a pattern: where none of them stands, it need not be tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from workbench.claims.scanning import WordPattern

_FEWEST = 3
"""Letters that tell enough: fewer stand in every other word."""
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


class Hint:
    """The letters that patterns cannot do without, marked in texts like other patterns (`marks.py`)."""

    def __init__(self, patterns: Iterable[str]) -> None:
        letters = _of_all(patterns)
        self.pattern = WordPattern("|".join(sorted(letters))) if letters else None
        """What is to be marked; None where the patterns are too unlike for that."""

    def may_stand_in(self, low: str, start: int, end: int) -> bool:
        """False where a marked text shows that none of the patterns stands in low[start:end]."""
        return self.pattern is None or self.pattern.may_stand_in(low, start, end)


def _of_all(patterns: Iterable[str]) -> set[str] | None:
    """One of these stands in every match of any of the patterns; None where that cannot be said."""
    found: set[str] = set()
    for pattern in patterns:
        parsed = _parser.parse(pattern)
        needed = None if parsed.state.flags & re.IGNORECASE else _needed(parsed)
        if needed is None:
            return None
        found |= needed
    return found


def _needed(items: Iterable[tuple[Any, Any]]) -> set[str] | None:
    """One of these stands in whatever the items match: those of the item that has the longest."""
    choices = [choice for choice in _choices(items) if min(map(len, choice)) >= _FEWEST]
    return max(choices, key=lambda choice: (min(map(len, choice)), -len(choice)), default=None)


def _choices(items: Iterable[tuple[Any, Any]]) -> Iterator[set[str]]:
    run = ""
    for code, value in items:
        if code is op.LITERAL and chr(value).isalpha():
            run += chr(value)
            continue
        if run:
            yield {run}
        run = ""
        inside = None
        if code is op.SUBPATTERN and not (value[1] or value[2]):
            inside = _needed(value[3])
        elif code is op.ATOMIC_GROUP:
            inside = _needed(value)
        elif code is op.BRANCH:
            each = [_needed(branch) for branch in value[1]]
            inside = set().union(*filter(None, each)) if all(each) else None
        elif code in _REPEATS and value[0]:
            inside = _needed(value[2])
        if inside:
            yield inside
    if run:
        yield {run}

"""Axes: where a value stands in percent of a width, and which round numbers or days are marked."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

_STEPS = (1, 2, 5, 10)
_SMALLEST = 1e-6
"""Of the largest number: what lies closer together is one place on an axis."""
MARKS = 4
"""Marks that an axis has about."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From `low` at 0 % to `high` at 100 %; `marks` are the values that the axis names."""

    low: float
    high: float
    marks: tuple[float, ...]

    def at(self, value: float) -> float:
        """Where a value stands, in percent, two decimals; what lies outside stands at the edge."""
        share = (value - self.low) / (self.high - self.low)
        return round(100 * min(max(share, 0.0), 1.0), 2)


def numbers(values: list[float]) -> Scale:
    """A scale with round marks that holds all values; it begins at 0 where that costs little room."""
    low, high = min(values), max(values)
    if low > 0 and low < 0.6 * high:
        low = 0.0
    largest = max(abs(low), abs(high), 1.0)
    if high - low < _SMALLEST * largest:
        low, high = low - largest / 7, high + largest / 7
    step = _round_step((high - low) / MARKS)
    first, last = math.floor(low / step), math.ceil(high / step)
    marks = tuple(round(number * step, 10) for number in range(first, last + 1))
    return Scale(marks[0], marks[-1], marks)


def _round_step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in _STEPS if step * power >= rough * 0.999)


def days(values: list[date]) -> Scale:
    """A scale of days, by their ordinals, with a day more on either side."""
    low, high = min(values).toordinal() - 1, max(values).toordinal() + 1
    step = max(math.ceil((high - low) / MARKS), 1)
    marks = tuple(float(number) for number in range(low + 1, high, step))
    return Scale(low, high, marks)

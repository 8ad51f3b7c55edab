"""Comparing values as intervals: what two numbers or dates commit their speakers to.

Rules 1-3 of the design. A number agrees with another when their intervals meet; a round number
stands for the stretch that rounds to it; what is left is a difference, and its size tells whether
it may be explained (tension) or both cannot hold (conflict).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from workbench.models import Quantity

_HALF = 0.5
Relation = Literal["agree", "tension", "conflict"]


@dataclass(frozen=True, slots=True)
class Interval:
    """[low, high], an end None where unbounded; `open_low`/`open_high` exclude the end itself."""

    low: float | None
    high: float | None
    open_low: bool = False
    open_high: bool = False


def interval(quantity: Quantity) -> Interval:
    """What a quantity commits its speaker to."""
    return Interval(
        quantity.low,
        quantity.high,
        open_low=quantity.modifier == "more_than",
        open_high=quantity.modifier == "less_than",
    )


def meet(a: Interval, b: Interval) -> bool:
    """True when some number fits both."""
    return _before_or_at(a.low, b.high, a.open_low or b.open_high) and _before_or_at(
        b.low, a.high, b.open_low or a.open_high
    )


def _before_or_at(low: float | None, high: float | None, strict: bool) -> bool:
    if low is None or high is None:
        return True
    return low < high or (low == high and not strict)


def rounded(value: float) -> Interval:
    """The stretch a round number may stand for: half a unit of its last non-zero digit each way.

    A number is round where at least its last two digits are zero ("6000", "2400"); others stand for
    themselves. The upper end is excluded: 1500 is no longer a rounded 1000.
    """
    if value < 100 or value != int(value) or int(value) % 100:
        return Interval(value, value)
    step = 1
    while int(value) % (step * 10) == 0:
        step *= 10
    return Interval(value - step / 2, value + step / 2, open_high=True)


def _coarseness(interval: Interval) -> float:
    return (interval.high or 0) - (interval.low or 0)


def compare(a: Quantity, b: Quantity) -> Relation:
    """How two quantities of the same thing stand to each other."""
    if meet(interval(a), interval(b)):
        return "agree"
    if (a.modifier == "exactly") != (b.modifier == "exactly") and _rounding_explains(a, b):
        return "agree"
    if a.unit == b.unit == "percent" and _rounds_to(a.value, b.value):
        return "agree"
    if a.modifier != "exactly" or b.modifier != "exactly":
        return "tension" if _close(a.value, b.value) else "conflict"
    coarse, fine = sorted((a.value, b.value), key=lambda value: -_coarseness(rounded(value)))
    if meet(rounded(coarse), Interval(fine, fine)):
        return "tension"
    return "conflict"


def _rounding_explains(a: Quantity, b: Quantity) -> bool:
    """True where a round figure given as exact meets a bound whose own figure it rounds ("36 billion")."""
    exact, bound = (a, b) if a.modifier == "exactly" else (b, a)
    stretch = rounded(exact.value)
    return meet(stretch, interval(bound)) and meet(stretch, Interval(bound.value, bound.value))


def _rounds_to(a: float, b: float) -> bool:
    """True where one percentage has no decimals and is the other one, rounded."""
    whole = min(a, b, key=lambda value: (value != int(value), value))
    return whole == int(whole) and 0 < abs(a - b) < _HALF


def _close(a: float, b: float) -> bool:
    """Within a tenth of each other: rounding may explain it."""
    return math.isclose(a, b, rel_tol=0.1)

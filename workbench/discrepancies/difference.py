"""One number as one claim states it, and how two of them differ."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.discrepancies.slips import Slipped
from workbench.models import EACH_SIDE, Claim, Quantity, Verdict
from workbench.phrases import values as words
from workbench.phrases.phrase import Phrase

_BOUNDS: dict[str, Phrase] = {
    "at_least": words.AT_LEAST,
    "more_than": words.MORE_THAN,
    "about": words.ABOUT,
    "up_to": words.UP_TO,
    "less_than": words.LESS_THAN,
}
_SILENT_UNITS = frozenset({"person", "magnitude", "body", "number"})


@dataclass(frozen=True, slots=True)
class Stated:
    """One number as one claim states it; `told` is when, sortable."""

    claim: Claim
    quantity: Quantity
    told: str

    @property
    def label(self) -> str:
        """The value for a reader, its side and bound included."""
        return say_quantity(self.quantity)


@dataclass(frozen=True, slots=True)
class Difference:
    """Two statements that differ, and how."""

    a: Stated
    b: Stated
    verdict: Verdict
    why: str
    slip: Slipped | None = None
    """The mistake of writing that explains it, if one does."""


def gap(a: Stated, b: Stated) -> float:
    """The difference as a share of the larger value, 0 to 1."""
    low, high = sorted((abs(a.quantity.value), abs(b.quantity.value)))
    return 1.0 if high == 0 else (high - low) / high


def say_quantity(quantity: Quantity) -> str:
    """ "1000 each", "more than 6000", "4 to 5", "538 in total"."""
    bound = _BOUNDS.get(quantity.modifier)
    stated = bound(amount=_amount(quantity)) if bound else _amount(quantity)
    if quantity.side == EACH_SIDE:
        return words.EACH(stated=stated)
    if quantity.side is not None:
        return words.OF_SIDE(stated=stated, side=quantity.side)
    return words.IN_TOTAL(stated=stated) if quantity.total else stated


def _amount(quantity: Quantity) -> str:
    """The number or the range with its unit."""
    if quantity.modifier == "between" and quantity.low is not None and quantity.high is not None:
        ends = {"low": say_number(quantity.low), "high": say_number(quantity.high)}
        with_percent, with_unit, alone = words.PERCENT_RANGE, words.RANGE_OF, words.RANGE(**ends)
    else:
        ends = {"number": say_number(quantity.value)}
        with_percent, with_unit, alone = words.PERCENT, words.NUMBER_OF, ends["number"]
    if quantity.unit == "percent":
        return with_percent(**ends)
    if quantity.unit in _SILENT_UNITS or quantity.unit == quantity.counted:
        return alone
    return with_unit(**ends, unit=quantity.unit.replace("_", " "))


def say_number(value: float) -> str:
    """Digits up to a million, then words, as editors write ("36 billion")."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= size:
            return f"{value / size:.10g} {word}"
    return f"{value:.10g}"

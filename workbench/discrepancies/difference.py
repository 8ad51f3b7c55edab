"""One number as one claim states it, and how two of them differ."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.discrepancies.slips import Slipped
from workbench.models import EACH_SIDE, Claim, Quantity, Verdict

_SAID = {
    "at_least": "at least ",
    "more_than": "more than ",
    "about": "about ",
    "up_to": "up to ",
    "less_than": "less than ",
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
    if quantity.modifier == "between" and quantity.low is not None and quantity.high is not None:
        number = f"{say_number(quantity.low)} to {say_number(quantity.high)}"
    else:
        number = _SAID.get(quantity.modifier, "") + say_number(quantity.value)
    side = {EACH_SIDE: " each", None: ""}.get(quantity.side, f" ({quantity.side})")
    return number + _unit(quantity) + side + (" in total" if quantity.total and quantity.side is None else "")


def _unit(quantity: Quantity) -> str:
    if quantity.unit == "percent":
        return "%"
    if quantity.unit in _SILENT_UNITS or quantity.unit == quantity.counted:
        return ""
    return f" {quantity.unit.replace('_', ' ')}"


def say_number(value: float) -> str:
    """Digits up to a million, then words, as editors write ("36 billion")."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= size:
            return f"{value / size:.10g} {word}"
    return f"{value:.10g}"

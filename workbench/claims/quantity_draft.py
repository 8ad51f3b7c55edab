"""A quantity while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.claims.numeral import Numeral
from workbench.models import ABOUT_SHARE, Modifier

NUMBER = "number"
"""Unit of a number that says nothing of what it counts."""


@dataclass(slots=True)
class Draft:
    """One number or range with what has been read around it; offsets count in the stretch searched.

    ``at`` is where reading goes on to the right of it, ``kind`` the kind of its unit (or "noun").
    """

    numeral: Numeral
    value: float
    low: float | None
    high: float | None
    start: int
    end: int
    at: int
    sentence: tuple[int, int]
    modifier: Modifier = "exactly"
    unit: str | None = None
    counted: str | None = None
    side: str | None = None
    kind: str = ""
    general: bool = False
    part: bool = False
    total: bool = False
    running: bool = False
    qualifier: str | None = None
    each: bool = False
    joined: bool = False
    further: bool = False
    of_whole: bool = False
    after: Draft | None = None
    """The number whose noun this one takes up; the verb of that one's clause holds for this one too."""
    dropped: bool = False
    extra: list[Numeral] = field(default_factory=list)

    @property
    def bare(self) -> bool:
        """True while nothing says what the number counts."""
        return self.unit is None

    def bound(self, modifier: Modifier) -> None:
        """Sets low and high after the modifier; a range keeps its ends."""
        if self.modifier == "between" or modifier == "exactly":
            return
        self.modifier = modifier
        value = self.value
        if modifier in ("at_least", "more_than"):
            self.low, self.high = value, None
        elif modifier in ("up_to", "less_than"):
            self.low, self.high = None, value
        else:
            spread = abs(value) * ABOUT_SHARE
            self.low, self.high = round(value - spread, 6), round(value + spread, 6)

"""Which claims of a difference tell of which event: the sides that a split is made of. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.tui.cases import Case

NEITHER = 0
"""The side of claims that are kept apart from none."""


@dataclass(frozen=True, slots=True)
class Row:
    """A claim that can stand on a side; `labels` are its values."""

    claim: str
    source: str
    text: str
    labels: tuple[str, ...]


class Sides:
    """The claims of a difference by their first value, each on a side from 1 on, or on none.

    They start with the sides by label; a claim with two labels starts on none.
    """

    def __init__(self, case: Case) -> None:
        labels: dict[str, list[str]] = {}
        sources: dict[str, str] = {}
        for value in case.values:
            labels.setdefault(value.claim, []).append(value.label)
            sources[value.claim] = value.source
        self.rows: Sequence[Row] = [
            Row(claim, sources[claim], _text(case, claim), tuple(dict.fromkeys(said)))
            for claim, said in labels.items()
        ]
        numbers = {label: number for number, label in enumerate(case.labels, 1)}
        self._of = {
            row.claim: numbers[row.labels[0]] if len(row.labels) == 1 else NEITHER for row in self.rows
        }
        # Claims that all have two labels leave empty sides: there are always two to move between.
        self.count = max(len(case.labels), 2)

    def of(self, claim: str) -> int:
        """The side of a claim; `NEITHER` where it stands on none."""
        return self._of[claim]

    def put(self, claim: str, side: int) -> None:
        """Puts a claim on a side, if there is one of that number."""
        if NEITHER <= side <= self.count:
            self._of[claim] = side

    def move(self, claim: str) -> None:
        """Puts a claim on the next side, around the end."""
        self._of[claim] = self._of[claim] % self.count + 1

    @property
    def chosen(self) -> list[list[str]]:
        """The claims of each side that has any."""
        sides = [
            [row.claim for row in self.rows if self.of(row.claim) == n] for n in range(1, self.count + 1)
        ]
        return [side for side in sides if side]


def _text(case: Case, claim: str) -> str:
    if claim in case.claims:
        return case.claims[claim].text
    return next(value.quote for value in case.values if value.claim == claim)

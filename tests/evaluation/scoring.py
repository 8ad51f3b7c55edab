"""What every score says, whatever was scored."""

from __future__ import annotations

from typing import NamedTuple


class Score(NamedTuple):
    """How many cases are right of those there are; a line, or what prints as one, for each that is not."""

    right: int
    total: int
    misses: tuple[object, ...]

    @property
    def share(self) -> float:
        return self.right / self.total

"""How well the links between two events back that they are one."""

from __future__ import annotations


class Backing:
    """For any two of some clusters, how many links between them have been met so far.

    A link counts for whatever clusters its two claims are in by now, so the number follows from these two
    clusters and the links between them alone.
    """

    def __init__(self) -> None:
        self._met: dict[int, dict[int, int]] = {}

    def met(self, a: int, b: int) -> int:
        """One link more between two clusters; how many there are now."""
        count = self._met.setdefault(a, {}).get(b, 0) + 1
        self._met[a][b] = self._met.setdefault(b, {})[a] = count
        return count

    def merge(self, into: int, other: int) -> None:
        """What was met between `other` and the rest now counts for `into`."""
        kept, moved = self._met.get(into, {}), self._met.pop(other, {})
        kept.pop(other, None)
        moved.pop(into, None)
        for rest, count in moved.items():
            theirs = self._met[rest]
            del theirs[other]
            kept[rest] = theirs[into] = kept.get(rest, 0) + count
        self._met[into] = kept

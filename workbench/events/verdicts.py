"""What reviewers said about which claims belong together, as constraints on the grouping."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.decisions.contradictions import kept_apart, together
from workbench.models import Decision


@dataclass(frozen=True, slots=True)
class Constraints:
    """`must`: claims of one event, group by group. `cannot`: a claim to those that are of other events."""

    must: tuple[tuple[str, ...], ...] = ()
    cannot: Mapping[str, frozenset[str]] = field(default_factory=dict)


def constraints(decisions: Sequence[Decision]) -> Constraints:
    """What the verdicts in effect ask of the events; where two contradict each other, "same" holds."""
    must = tuple(together(decisions))
    group = {claim: number for number, claims in enumerate(must) for claim in claims}
    apart: dict[str, set[str]] = {}
    for _, a, b in kept_apart(decisions):
        if a != b and (a not in group or group[a] != group.get(b)):
            apart.setdefault(a, set()).add(b)
            apart.setdefault(b, set()).add(a)
    return Constraints(must, {claim: frozenset(others) for claim, others in apart.items()})


class Told:
    """Which claims reviewers and the matcher have put together so far, and which may never be.

    Positions count the claims that were given. The matcher may only `join` what `may_join`.
    """

    def __init__(self, claims: Sequence[str], said: Constraints) -> None:
        at = {claim: position for position, claim in enumerate(claims)}
        self._head = list(range(len(claims)))
        self._apart: dict[int, set[int]] = {}
        for claim, others in said.cannot.items():
            if claim in at:
                self._apart[at[claim]] = {at[other] for other in others if other in at}
        for group in said.must:
            known = [at[claim] for claim in group if claim in at]
            for position in known[1:]:
                self.join(known[0], position)

    def head(self, position: int) -> int:
        """A position that stands for all that are together with this one."""
        while self._head[position] != position:
            self._head[position] = position = self._head[self._head[position]]
        return position

    def may_join(self, a: int, b: int) -> bool:
        """Whether no reviewer keeps any claim of the one side apart from one of the other."""
        if not self._apart:
            return True
        first, second = self.head(a), self.head(b)
        return all(self.head(position) != second for position in self._apart.get(first, ()))

    def join(self, a: int, b: int) -> None:
        """Puts two positions, and all that is together with either, together."""
        first, second = self.head(a), self.head(b)
        if first == second:
            return
        self._head[second] = first
        if second in self._apart:
            self._apart.setdefault(first, set()).update(self._apart.pop(second))

    def groups(self) -> list[list[int]]:
        """All positions by what is together, in order."""
        found: dict[int, list[int]] = {}
        for position in range(len(self._head)):
            found.setdefault(self.head(position), []).append(position)
        return sorted(found.values())

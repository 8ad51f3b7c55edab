"""Claims by one letter, and what reviewers say of them."""

from __future__ import annotations

from collections.abc import Sequence

from decision_samples import at

from workbench.decisions import undo
from workbench.decisions.belonging import different, same
from workbench.models import Claim, Decision

Act = str | int
"""Claims with "=" for one event or "/" for two ("a=b", "a/c"), or the undo of the entry at a place."""


def sample_claim(name: str) -> Claim:
    return Claim(name, f"s-{name}", 0, 6, f"told {name}", None, "fire", "occurred", None)


def said(act: str, moment: str, reviewer: str = "Ayşe") -> Decision:
    """What a reviewer says: "a=b=c" or "a/b"."""
    if "/" in act:
        one, other = map(sample_claim, act.split("/"))
        return different(one, other, [], reviewer=reviewer, at=moment)
    return same([sample_claim(name) for name in act.split("=")], [], reviewer=reviewer, at=moment)


def log_of(*acts: Act) -> list[Decision]:
    """One entry an act, a second after the one before; nothing is refused."""
    log: list[Decision] = []
    for act in acts:
        moment = at(len(log))
        entry = undo(log[act], log, reviewer="Ayşe", at=moment) if isinstance(act, int) else said(act, moment)
        log.append(entry)
    return log


def pairs(groups: Sequence[Sequence[str]]) -> set[frozenset[str]]:
    """Every two claims that stand in one group."""
    return {frozenset((a, b)) for group in groups for a in group for b in group if a != b}

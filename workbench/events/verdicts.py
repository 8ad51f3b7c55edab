"""What reviewers said about which claims belong together, as constraints on the grouping."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from workbench.decisions.log import in_effect
from workbench.models import Decision


def cannot_links(decisions: Sequence[Decision]) -> Mapping[str, frozenset[str]]:
    """Claim id to the claims that a reviewer put in other events. Verdicts taken back do not count."""
    apart: dict[str, set[str]] = {}
    for decision in in_effect(decisions):
        if decision.kind != "different_events" or not isinstance(decision.value, str):
            continue
        groups = [group.split(",") for group in decision.value.split("|")]
        for left, right in combinations(groups, 2):
            for claim in left:
                apart.setdefault(claim, set()).update(right)
            for claim in right:
                apart.setdefault(claim, set()).update(left)
    return {claim: frozenset(others) for claim, others in apart.items()}

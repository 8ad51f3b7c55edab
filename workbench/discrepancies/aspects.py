"""Smaller facts stated differently: who began it, what part another played, how far work has got."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from workbench.discrepancies.view import EventView, discrepancy, say, whole
from workbench.models import Attribute, Claim, Discrepancy

_ATTRIBUTE: dict[str, Attribute] = {"initiator": "participants", "role": "wording", "progress": "wording"}
_WHY = {
    "initiator": "each names another initiator",
    "role": "the part played is not the same",
    "progress": "one sees progress where the other sees none",
}


def detect_aspects(seen: EventView) -> list[Discrepancy]:
    """Tensions between what claims say of one aspect, and phases that go backwards."""
    stated: dict[str, list[tuple[Claim, str]]] = defaultdict(list)
    for claim in seen.claims:
        for aspect in claim.aspects:
            name, _, value = aspect.partition("=")
            stated[name].append((claim, value))
    found = []
    for name, attribute in _ATTRIBUTE.items():
        values = stated[name]
        if len({value for _, value in values}) > 1:
            shown = [whole(claim, value, value) for claim, value in values]
            found.append(
                discrepancy(
                    seen,
                    attribute,
                    name,
                    "tension",
                    shown,
                    f"Claims speak of {say([value for _, value in values])}: {_WHY[name]}.",
                )
            )
    return found + _phases(seen, stated["phase"])


def _phases(seen: EventView, stated: list[tuple[Claim, str]]) -> list[Discrepancy]:
    """Told later, yet not as far: work that had begun is said to be still in preparation."""
    back: dict[str, tuple[Claim, str]] = {}
    for (early, phase), (late, other) in combinations(stated, 2):
        # "Completed" may be said of a part, so only a beginning is held against preparations.
        if seen.told(early) < seen.told(late) and (phase, other) == ("begun", "preparing"):
            back |= {early.id: (early, phase), late.id: (late, other)}
    if not back:
        return []
    values = [whole(claim, phase, phase) for claim, phase in back.values()]
    why = "Told as begun first and as still in preparation later: it cannot go backwards."
    return [discrepancy(seen, "status", "phase", "tension", values, why)]

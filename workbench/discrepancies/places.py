"""Where an event took place, where sources name places that do not lie in each other."""

from __future__ import annotations

from itertools import combinations

from workbench.claims.names import places_agree
from workbench.discrepancies.rules import rules
from workbench.discrepancies.view import EventView, discrepancy, say, whole
from workbench.models import Claim, Discrepancy


def detect_places(seen: EventView) -> list[Discrepancy]:
    """Two sources of an event that strikes one place, none of whose places agree."""
    if seen.event.event_type not in rules().one_place:
        return []
    named: dict[str, list[Claim]] = {}
    for claim in seen.claims:
        if claim.place and claim.event_type == seen.event.event_type and not claim.continues:
            named.setdefault(claim.source, []).append(claim)
    apart: dict[str, Claim] = {}
    for a, b in combinations(named, 2):
        pairs = [(x, y) for x in named[a] for y in named[b]]
        if not any(places_agree(str(x.place), str(y.place)) for x, y in pairs):
            apart |= {named[a][0].id: named[a][0], named[b][0].id: named[b][0]}
    if not apart:
        return []
    values = [whole(c, str(c.place), str(c.place)) for c in apart.values()]
    why = f"Sources place it in {say([v.label for v in values])}, and neither lies in the other."
    return [discrepancy(seen, "place", "", "tension", values, why)]

"""Which values of a difference no longer stand, since a later one replaced them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from workbench.models import AttributeValue, Claim, Discrepancy
from workbench.records.backing import quantity_of
from workbench.records.disputed import Dated, replacing

if TYPE_CHECKING:
    from workbench.discrepancies.difference import Stated
    from workbench.discrepancies.view import EventView

Place = tuple[str, int]
"""A claim, and where in its source a value begins."""


def outgrown(
    standing: Discrepancy,
    seen: EventView,
    claims: Mapping[str, Claim],
    sources: Mapping[str, Dated],
) -> frozenset[Place]:
    """The values of a difference that were replaced.

    A conflict of numbers may hold earlier figures of a toll beside those that conflict: each pair of them
    is compared again. Of two values neither replaced the other where the difference is a conflict.
    """
    if standing.verdict == "superseded":
        stays = replacing(standing, sources).label
        return frozenset((value.claim, value.start) for value in standing.values if value.label != stays)
    if standing.attribute != "count" or len(standing.labels) <= 2:
        return frozenset()
    return frozenset(_earlier_figures(standing.values, seen, claims))


def _earlier_figures(
    values: Sequence[AttributeValue], seen: EventView, claims: Mapping[str, Claim]
) -> set[Place]:
    from workbench.discrepancies.comparing import difference
    from workbench.discrepancies.difference import Stated

    group: list[Stated] = []
    for value in values:
        quantity = quantity_of(value, claims)
        if quantity is not None:
            claim = claims[value.claim]
            group.append(Stated(claim, quantity, seen.counted(claim)))
    found: set[Place] = set()
    for a, b in combinations(group, 2):
        told = difference(seen, a, b, group)
        if told is not None and told.verdict == "superseded":
            earlier = min(a, b, key=lambda one: (one.told, one.quantity.value))
            found.add((earlier.claim.id, earlier.quantity.start))
    return found

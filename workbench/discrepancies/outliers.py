"""Which differences of one count are shown as open, where some figures merely replace one another.

A figure that fits none of a toll that rises (12, 120, 15) differs from each of them. Shown all together
they would read as if 12 and 15 contradicted each other; so it is held against the figure told nearest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from workbench.discrepancies.difference import Difference, Stated


def families(found: Sequence[Difference]) -> list[list[Difference]]:
    """What is open and what is superseded, each as one list; empty ones are left out."""
    superseded = [one for one in found if one.verdict == "superseded"]
    replaced = {frozenset((one.a.label, one.b.label)) for one in superseded}
    still_open = _without_replaced([one for one in found if one.verdict != "superseded"], replaced)
    return [family for family in (still_open, superseded) if family]


def _without_replaced(found: list[Difference], replaced: set[frozenset[str]]) -> list[Difference]:
    """The open differences, of figures that replace one another only the one told nearest to the outlier."""
    degree = Counter(label for one in found for label in {one.a.label, one.b.label})
    kept = list(found)
    for outlier, _ in sorted(degree.items(), key=lambda item: (-item[1], item[0])):
        against = [one for one in kept if outlier in (one.a.label, one.b.label)]
        others = {_other(one, outlier).label for one in against}
        if not any(frozenset(pair) in replaced for pair in combinations(sorted(others), 2)):
            continue
        nearest = _other(min(against, key=_days), outlier).label
        given_up = {label for label in others if frozenset((label, nearest)) in replaced}
        kept = [one for one in kept if one not in against or _other(one, outlier).label not in given_up]
    return kept


def _other(one: Difference, label: str) -> Stated:
    return one.b if one.a.label == label else one.a


def _days(one: Difference) -> tuple[int, str, str]:
    """Days between the telling of two figures, the earliest told first among equals."""
    a, b = (_day(stated) for stated in (one.a, one.b))
    apart = abs((a - b).days) if a and b else date.max.toordinal()
    return apart, one.a.told + one.b.told, one.a.label + one.b.label


def _day(stated: Stated) -> date | None:
    try:
        return date.fromisoformat(stated.told[:10])
    except ValueError:
        return None

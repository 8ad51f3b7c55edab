"""Numbers of one event that go into one sum, or are parts beside each other: no difference (rule 6)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from workbench.discrepancies.difference import Stated
from workbench.discrepancies.nouns import meant
from workbench.discrepancies.rules import rules
from workbench.discrepancies.view import EventView
from workbench.models import Quantity

_FURTHER = 3
"""How many numbers beside the two a sum may have: more of them meet any number by chance."""
_TERMS = 12
"""The smallest numbers of a source that are tried as terms of a sum."""


def adds_up(seen: EventView, a: Stated, b: Stated, group: Sequence[Stated]) -> bool:
    """True where one is the other plus further numbers of one source, or both go into one sum (rule 6).

    390 and 307 are no difference where a source makes 1,000 of 390, 307 and 303; nor are 390 and 1,000.
    """
    if _measure(a.quantity):
        return False
    if _shares_of_one_whole(seen, a, b):
        return True
    low, high = sorted((a.quantity.value, b.quantity.value))
    said_by: dict[str, set[float]] = {}
    for stated in group:
        said_by.setdefault(stated.claim.source, set()).add(stated.quantity.value)
    for source, said in said_by.items():
        mine = source in (a.claim.source, b.claim.source)
        beside = {value for one in (a, b) if one.claim.source == source for value in _beside(seen, one)}
        if mine and _sums_to(high - low, (said | beside) - {low, high}, _FURTHER):
            return True
        if (
            low in said
            and high in said
            and any(
                _sums_to(whole - low - high, said - {low, high, whole}, _FURTHER)
                for whole in said
                if whole > high
            )
        ):
            return True
    return False


def other_parts(a: Stated, b: Stated, group: Sequence[Stated]) -> bool:
    """True for two parts of which one source counts both: each is a part of its own."""
    if not (a.quantity.part and b.quantity.part) or a.claim.source == b.claim.source:
        return False
    said = {(s.claim.source, s.quantity.value) for s in group}
    return (a.claim.source, b.quantity.value) in said or (b.claim.source, a.quantity.value) in said


def _shares_of_one_whole(seen: EventView, a: Stated, b: Stated) -> bool:
    """True where the article that tells both makes one whole of each: by days 318 + 292, by sides 370 + 240.

    Tolls are left out: what was counted first and what was counted last may add up to anything.
    """
    source = a.claim.source
    if source != b.claim.source or meant(seen, a.quantity) in rules().tolls:
        return False
    kinds = {a.quantity.unit, b.quantity.unit, "number"}
    mine = [claim for claim in seen.claims if claim.source == source]
    told = {q.value for claim in mine for q in claim.quantities if q.unit in kinds}
    parts = (a.quantity.value, b.quantity.value)
    return any(
        all(_sums_to(whole - part, told - {part, whole}, _FURTHER) for part in parts)
        for whole in told
        if whole > max(parts)
    )


def _beside(seen: EventView, stated: Stated) -> list[float]:
    """Whom the same clause hands over besides ("270 soldiers and 120 civilians")."""
    if seen.event.event_type not in rules().exchanges:
        return []
    return [q.value for q in stated.claim.quantities if q.unit == stated.quantity.unit]


def _measure(quantity: Quantity) -> bool:
    """True for what is read off an instrument: magnitudes are not added."""
    return (quantity.counted or quantity.unit) in rules().measures


def _sums_to(rest: float, terms: set[float], most: int) -> bool:
    """True where one to `most` of the terms make `rest`."""
    usable = sorted(term for term in terms if 0 < term <= rest)
    return any(
        round(sum(some) - rest, 6) == 0
        for number in range(1, most + 1)
        for some in combinations(usable[:_TERMS], number)
    )

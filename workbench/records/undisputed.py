"""What the claims of an event say where nobody was found to differ."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from workbench.models import Claim, DateSpan, Discrepancy, Event, Modality, Quantity
from workbench.phrases import records as words
from workbench.records.backing import Bound, Origins, meet
from workbench.records.record import RecordAttribute

AGREED = words.AGREED()
SINGLE = words.SINGLE()
NOT_COMPARED = words.NOT_COMPARED()


def undisputed(
    event: Event, claims: Sequence[Claim], discrepancies: Sequence[Discrepancy], origins: Origins
) -> dict[str, RecordAttribute]:
    """Date, place and every count on which nobody was found to differ."""
    found: dict[str, RecordAttribute] = {}
    if event.date:
        dated = [claim for claim in claims if _overlap(claim.date, event.date)]
        start, end = event.date.start.isoformat(), event.date.end.isoformat()
        best = start if start == end else f"{start}/{end}"
        found["date"] = _agreed(best, (start, end), dated, origins)
    if event.place:
        placed = [claim for claim in claims if claim.place == event.place]
        found["place"] = _agreed(event.place, (event.place, event.place), placed, origins)
    for name, said in counted(claims, discrepancies).items():
        found[name] = _undisputed_count(said, origins)
    return found


def counted(
    claims: Sequence[Claim], discrepancies: Sequence[Discrepancy]
) -> dict[str, list[tuple[Claim, Quantity]]]:
    """Undisputed quantities by name; the unit joins the name where one name has several."""
    disputed = {
        (value.claim, value.start, value.end)
        for one in discrepancies
        if one.attribute == "count"
        for value in one.values
    }
    by_name: dict[tuple[str, str], list[tuple[Claim, Quantity]]] = {}
    for claim in claims:
        for quantity in claim.quantities:
            if not quantity.part and (claim.id, quantity.start, quantity.end) not in disputed:
                by_name.setdefault((quantity_name(quantity), quantity.unit), []).append((claim, quantity))
    units: dict[str, int] = {}
    for name, _ in by_name:
        units[name] = units.get(name, 0) + 1
    return {f"{name}:{unit}" if units[name] > 1 else name: said for (name, unit), said in by_name.items()}


def _undisputed_count(said: Sequence[tuple[Claim, Quantity]], origins: Origins) -> RecordAttribute:
    """What every claim allows, the number from the tightest; where they allow nothing together, all of it.

    Where the numbers all lie outside of what every claim allows, there is no best one.
    """
    claims = [claim for claim, _ in said]
    unlike = _unlike(said)
    low = max([one.low for _, one in unlike if one.low is not None], default=None)
    high = min([one.high for _, one in unlike if one.high is not None], default=None)
    if low is not None and high is not None and low > high:
        lowest = extreme([one.low for _, one in unlike], largest=False)
        highest = extreme([one.high for _, one in unlike], largest=True)
        unit, labels = tightest(unlike)[1].unit, _labels(said)
        ids = tuple({claim.id: None for claim in claims})
        return RecordAttribute(None, lowest, highest, unit, None, NOT_COMPARED, ids, None, open=labels)
    within = [pair for pair in unlike if meet(pair[1].value, pair[1].value, low, high)]
    claim, chosen = tightest(within or unlike)
    best = chosen.value if within else None
    return _agreed(best, (low, high), claims, origins, unit=chosen.unit, modality=claim.modality)


def _unlike(said: Sequence[tuple[Claim, Quantity]]) -> Sequence[tuple[Claim, Quantity]]:
    """The first of those that leave the same open: mostly all do."""
    found: dict[tuple[float, float | None, float | None], tuple[Claim, Quantity]] = {}
    for pair in said:
        found.setdefault((pair[1].value, pair[1].low, pair[1].high), pair)
    return list(found.values())


def _agreed(
    best: Bound,
    bounds: tuple[Bound, Bound],
    claims: Sequence[Claim],
    origins: Origins,
    *,
    unit: str | None = None,
    modality: Modality | None = None,
) -> RecordAttribute:
    source_of = {claim.id: claim.source for claim in claims}
    ids = tuple(source_of)
    rule = AGREED if len(set(source_of.values())) > 1 else SINGLE
    low, high = bounds
    return RecordAttribute(
        best, low, high, unit, modality, rule, ids, None, ids, origins_for=origins.number(ids)
    )


def tightest(said: Sequence[tuple[Claim, Quantity]]) -> tuple[Claim, Quantity]:
    """The number that leaves the least open; of several the first."""
    return min(said, key=lambda pair: _width(pair[1]))


def _labels(said: Sequence[tuple[Claim, Quantity]]) -> tuple[str, ...]:
    from workbench.discrepancies.difference import say_quantity  # most exports start without that room

    return tuple(dict.fromkeys(say_quantity(one) for _, one in said))


def _overlap(one: DateSpan | None, other: DateSpan) -> bool:
    return one is not None and one.start <= other.end and other.start <= one.end


def _width(quantity: Quantity) -> float:
    if quantity.low is None or quantity.high is None:
        return float("inf")
    return quantity.high - quantity.low


def quantity_name(quantity: Quantity) -> str:
    """The same for what a quantity counts: what, what narrows it, for which side, in which scope."""
    scope = quantity.scope if quantity.scope == "running_total" else None
    return _joined(quantity.counted or quantity.unit, quantity.qualifier, quantity.side, scope)


@lru_cache(maxsize=1_000)
def _joined(*parts: str | None) -> str:
    return ":".join([part for part in parts if part])


def extreme(bounds: Sequence[float | str | None], *, largest: bool) -> float | str | None:
    """The largest or smallest bound; None where one is open or numbers stand beside words."""
    numbers = [one for one in bounds if isinstance(one, int | float)]
    words = [one for one in bounds if isinstance(one, str)]
    if len(numbers) == len(bounds):
        return max(numbers) if largest else min(numbers)
    if len(words) == len(bounds):
        return max(words) if largest else min(words)
    return None

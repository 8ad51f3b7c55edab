"""Sums (rule 6 of the design): parts against their total, a stated number of events against those dated."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.discrepancies.difference import say_quantity
from workbench.discrepancies.rules import rules
from workbench.discrepancies.view import EventView, discrepancy, say, whole
from workbench.events.spans import holds
from workbench.models import EACH_SIDE, AttributeValue, Claim, Discrepancy, Event, Quantity


def detect_totals(seen: EventView) -> list[Discrepancy]:
    """Totals that their parts do not make, and counts of events that the dated ones do not make."""
    return [*_sums(seen), *_series(seen)]


def _sums(seen: EventView) -> list[Discrepancy]:
    """A total of both sides against the sides that the same source counts."""
    found = []
    for source in dict.fromkeys(c.source for c in seen.claims):
        claims = [c for c in seen.claims if c.source == source]
        stated = [(c, q) for c in claims for q in c.quantities if q.modifier == "exactly" and not q.part]
        for claim, total in stated:
            if not total.total or total.side is not None:
                continue
            parts = [(c, q) for c, q in stated if _is_side_of(q, total)]
            sides = {q.side for _, q in parts}
            if len(parts) == len(sides) >= 2 and sum(q.value for _, q in parts) != total.value:
                found.append(_sum_discrepancy(seen, (claim, total), parts))
    return found


def _is_side_of(quantity: Quantity, total: Quantity) -> bool:
    return quantity.side not in (None, EACH_SIDE) and quantity.unit == total.unit


def _sum_discrepancy(
    seen: EventView, total: tuple[Claim, Quantity], parts: Sequence[tuple[Claim, Quantity]]
) -> Discrepancy:
    made = sum(q.value for _, q in parts)
    values = [_value(*total, say_quantity(total[1])), *(_value(c, q, say_quantity(q)) for c, q in parts)]
    terms = " + ".join(f"{q.value:g}" for _, q in parts)
    return discrepancy(
        seen,
        "total",
        total[1].counted or total[1].unit,
        "conflict",
        "high",
        values,
        f"{terms} make {made:g}, not the stated total of {total[1].value:g}.",
        suggestion=None,
    )


def _value(claim: Claim, quantity: Quantity, label: str) -> AttributeValue:
    return AttributeValue(
        claim.id,
        claim.source,
        quantity.value,
        quantity.low,
        quantity.high,
        label,
        quantity.expr,
        quantity.start,
        quantity.end,
    )


def _series(seen: EventView) -> list[Discrepancy]:
    found = []
    for claim in seen.claims:
        for quantity in claim.quantities:
            event_type = rules().counted_by.get(quantity.unit)
            if event_type and quantity.modifier == "exactly" and quantity.value > 1 and claim.date:
                found += _series_discrepancy(seen, claim, quantity, event_type)
    return found


def _people(names: Sequence[str], seen: EventView) -> set[str]:
    return {name for name in names if " " in name}


def _series_discrepancy(
    seen: EventView, claim: Claim, quantity: Quantity, event_type: str
) -> list[Discrepancy]:
    people = _people(claim.participants, seen)
    dated = [
        e for e in seen.world.events if len(people) >= 2 and _is_one_of(e, event_type, people, claim, seen)
    ]
    if len(dated) < 2 or len(dated) == quantity.value:
        return []
    others = [
        _first(e, seen, people, event_type) for e in sorted(dated, key=lambda e: str(e.date and e.date.start))
    ]
    noun = event_type.replace("_", " ") + "s"
    label = f"{len(dated)} dated"
    values = [
        _value(claim, quantity, f"{quantity.value:g} {noun}"),
        *(whole(c, c.text, label) for c in others),
    ]
    days = say([f"{e.date.start.day} {e.date.start:%B}" for e in dated if e.date])
    return [
        discrepancy(
            seen,
            "total",
            f"{event_type}:{quantity.start}",
            "tension",
            "medium",
            values,
            f"{quantity.value:g} {noun} are stated, and the sources date {len(dated)}: {days}.",
        )
    ]


def _is_one_of(event: Event, event_type: str, people: set[str], claim: Claim, seen: EventView) -> bool:
    if event.event_type != event_type or event.date is None or claim.date is None:
        return False
    if event.date.precision != "day" or event.id == seen.event.id or not holds(claim.date, event.date):
        return False
    return people <= {p for c in event.claims for p in seen.world.claims[c].participants}


def _first(event: Event, seen: EventView, people: set[str], event_type: str) -> Claim:
    """The claim that tells the event best: of its type, naming all, in running text."""
    claims = [seen.world.claims[c] for c in event.claims]
    return min(
        claims,
        key=lambda c: (
            c.event_type != event_type,
            not people <= set(c.participants),
            c.heading,
            c.source,
            c.start,
        ),
    )

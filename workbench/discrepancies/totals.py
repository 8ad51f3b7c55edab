"""A stated number of events against those that the sources date one by one (rule 6 of the design)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from workbench.discrepancies.rules import rules
from workbench.discrepancies.view import EventView, discrepancy, say, stated_number, whole
from workbench.events.spans import holds
from workbench.models import Claim, Discrepancy, Quantity
from workbench.phrases.differences import STATED_AND_DATED
from workbench.phrases.values import DATED, NUMBER_OF


def detect_totals(seen: EventView) -> list[Discrepancy]:
    """Counts of events that the dated ones do not make."""
    found = []
    for claim in seen.claims:
        for quantity in claim.quantities:
            event_type = rules().counted_by.get(quantity.unit)
            if event_type and quantity.modifier == "exactly" and quantity.value > 1 and claim.date:
                found += _series_discrepancy(seen, claim, quantity, event_type)
    return found


def _series_discrepancy(
    seen: EventView, claim: Claim, quantity: Quantity, event_type: str
) -> list[Discrepancy]:
    people = {name for name in claim.participants if " " in name}
    dated = _dated_one_by_one(seen, claim, event_type, people) if len(people) >= 2 else {}
    if len(dated) < 2 or len(dated) == quantity.value:
        return []
    noun = event_type.replace("_", " ") + "s"
    stated, label = f"{quantity.value:g}", DATED(number=str(len(dated)))
    days = sorted(dated)
    values = [stated_number(claim, quantity, NUMBER_OF(number=stated, unit=noun))]
    values += [whole(dated[day], dated[day].text, label) for day in days]
    listed = say([f"{day.day} {day:%B}" for day in days])
    why = STATED_AND_DATED(stated=stated, noun=noun, number=str(len(dated)), days=listed)
    return [discrepancy(seen, "total", f"{event_type}:{quantity.start}", "tension", values, why)]


def _dated_one_by_one(seen: EventView, stated: Claim, event_type: str, people: set[str]) -> dict[date, Claim]:
    """Each day on which the sources tell of such an event, with the claim that tells it best."""
    found: dict[date, Claim] = {}
    events = {e.id: e for name in sorted(people) for e in seen.world.events_of_type(event_type, name)}
    for event in events.values():
        claims = [seen.world.claims[c] for c in event.claims]
        persons = _persons(claims)
        named = {p for c in claims for p in c.participants if p in persons}
        if not (people <= named or (named and named <= people)):
            continue
        for claim in claims:
            day = _day(claim, event_type, stated)
            if day is not None and (day not in found or _rank(claim, people) < _rank(found[day], people)):
                found[day] = claim
    return found


def _persons(claims: Sequence[Claim]) -> set[str]:
    return {m.canonical for c in claims for m in c.mentions if m.kind == "person"}


def _day(claim: Claim, event_type: str, stated: Claim) -> date | None:
    """The day of one such event, or None where the claim tells of none inside the stated stretch."""
    own = claim.event_type == event_type and not claim.continues and claim.id != stated.id
    if not own or claim.date is None or stated.date is None or claim.date.precision != "day":
        return None
    if any(q.unit in rules().series_units and q.value > 1 for q in claim.quantities):
        return None
    return claim.date.start if holds(stated.date, claim.date) else None


def _rank(claim: Claim, people: set[str]) -> tuple[bool, bool, str, int]:
    return (not people <= set(claim.participants), claim.heading, claim.source, claim.start)

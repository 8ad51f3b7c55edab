"""Event and decisions -> Record: for each attribute what holds now, who or what chose it, and the claims.

A person's decision stands above every rule. Without one, values that agree are narrowed to what
all of them allow; values that differ stay open, and only low and high are given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain, count
from typing import Protocol

from workbench.decisions.log import REGROUPING, RESOLVING, VALUED, in_effect, in_force, status_of
from workbench.models import (
    AttributeValue,
    Claim,
    Decision,
    DecisionKind,
    Discrepancy,
    Event,
    Modality,
    Publication,
    Quantity,
)
from workbench.phrases import records as words
from workbench.phrases.phrase import Phrase
from workbench.records.record import Record, RecordAttribute
from workbench.records.undisputed import extreme, quantity_name, undisputed
from workbench.subjects import narrowing, plain_key

LATEST = words.LATEST()
OPEN = words.OPEN()
COMPATIBLE = words.COMPATIBLE()
ORDERED = ("count", "total", "date", "time")
"""Attributes whose values have a lowest and a highest."""
_CHOSEN: Mapping[DecisionKind, Phrase] = {
    "accept": words.ACCEPTED,
    "enter": words.ENTERED,
    "range": words.RANGE_GIVEN,
    "supersede": words.SUPERSEDING,
    "unsettled": words.NOT_TO_SETTLE,
}
"""What a reviewer did, in the words of the rule."""
UNDECIDED = ("open", "reopened", "deferred")


class Dated(Protocol):
    """What reconciling needs to know of a source."""

    @property
    def id(self) -> str: ...
    @property
    def published(self) -> Publication | None: ...


def reconcile(
    event: Event,
    claims: Sequence[Claim],
    discrepancies: Sequence[Discrepancy],
    decisions: Sequence[Decision],
    sources: Mapping[str, Dated],
    *,
    today: date,
) -> Record:
    """The record of one event. `claims` are the event's, `decisions` the whole log in its order."""
    by_id = {claim.id: claim for claim in claims}
    taken = {one.id: in_force(decisions, one) for one in discrepancies}
    attributes = undisputed(event, _standing(claims, sources), discrepancies)
    names = attribute_names(discrepancies, by_id)
    for one in sorted(discrepancies, key=lambda one: _rank(one, taken[one.id])):
        attributes[names[one.id]] = _disputed(one, taken[one.id], by_id, sources)
    members = set(event.claims)
    said = [one for one in in_effect(decisions) if one.kind in REGROUPING]
    belonging = [one for one in said if not members.isdisjoint(one.claims)]
    undecided = [
        one
        for one in discrepancies
        if one.verdict != "superseded" and status_of(decisions, one, today=today) in UNDECIDED
    ]
    return Record(
        id=event.id,
        label=event.label,
        event_type=event.event_type,
        date=event.date,
        place=event.place,
        participants=event.participants,
        attributes=dict(sorted(attributes.items())),
        claims=event.claims,
        sources=tuple(dict.fromkeys(claim.source for claim in claims)),
        origins=event.origins,
        first_source=event.first_source,
        parent=event.parent,
        discrepancies=tuple(one.id for one in discrepancies),
        decisions=tuple(dict.fromkeys(one.id for one in (*taken.values(), *belonging) if one)),
        state="open" if undecided else "reconciled",
    )


def _standing(claims: Sequence[Claim], sources: Mapping[str, Dated]) -> Sequence[Claim]:
    """The claims that their articles still make, where any came in several versions."""
    if not any(getattr(sources.get(claim.source), "version", None) for claim in claims):
        return claims
    from workbench.events.counterparts import standing  # most exports start without that room

    return standing(claims, sources)


def attribute_name(discrepancy: Discrepancy) -> str:
    """The record's name for what a discrepancy is about: "prisoner_of_war:each", "date", "total:body"."""
    attribute = discrepancy.attribute
    parts = narrowing(attribute, discrepancy.key)
    return ":".join(parts if attribute == "count" and parts else (attribute, *parts))


def _rank(discrepancy: Discrepancy, decision: Decision | None) -> tuple[bool, bool]:
    """Of two discrepancies about one attribute the higher stands: decided, then not merely superseded."""
    return (
        decision is not None and decision.kind in RESOLVING,
        discrepancy.verdict != "superseded",
    )


def attribute_names(discrepancies: Sequence[Discrepancy], claims: Mapping[str, Claim]) -> dict[str, str]:
    """Each discrepancy's attribute: a count that all mean alike is named as if undisputed.

    A conflict and a superseded figure of one key share a name; other namesakes are numbered.
    """
    names: dict[str, str] = {}
    subjects: dict[str, tuple[str, str]] = {}
    for one in sorted(discrepancies, key=lambda one: (one.verdict == "superseded", one.attribute, one.key)):
        counted = {quantity_name(quantity) for quantity in _disputed_quantities(one, claims)}
        plain = counted.pop() if one.attribute == "count" and len(counted) == 1 else attribute_name(one)
        about = (one.attribute, plain_key(one.key))
        candidates = chain([plain], (f"{plain}:{number}" for number in count(2)))
        names[one.id] = next(name for name in candidates if subjects.setdefault(name, about) == about)
    return names


def _disputed_quantities(discrepancy: Discrepancy, claims: Mapping[str, Claim]) -> list[Quantity]:
    return [
        quantity
        for value in discrepancy.values
        for quantity in (claims[value.claim].quantities if value.claim in claims else ())
        if (quantity.start, quantity.end) == (value.start, value.end)
    ]


def _disputed(
    discrepancy: Discrepancy,
    decision: Decision | None,
    claims: Mapping[str, Claim],
    sources: Mapping[str, Dated],
) -> RecordAttribute:
    values = discrepancy.values
    low, high = _extremes(discrepancy)
    chosen: AttributeValue | None = None
    rule = OPEN
    if decision and decision.kind in VALUED:
        return _decided(discrepancy, decision, claims)
    if decision and decision.kind == "unsettled":
        rule = _CHOSEN[decision.kind](name=decision.reviewer)
    elif decision and decision.kind == "dismiss":
        chosen, rule = _suggested(discrepancy) or values[0], COMPATIBLE
    elif discrepancy.verdict == "superseded":
        suggested = _suggested(discrepancy)
        chosen, rule = (
            suggested or _latest(values, sources),
            (discrepancy.rule if suggested else None) or LATEST,
        )
    return RecordAttribute(
        best=chosen.value if chosen else None,
        low=low,
        high=high,
        unit=_unit(values, claims),
        modality=_modality(chosen, claims),
        rule=rule,
        claims=tuple(dict.fromkeys(value.claim for value in values)),
        decision=decision.id if decision else None,
    )


def _decided(discrepancy: Discrepancy, decision: Decision, claims: Mapping[str, Claim]) -> RecordAttribute:
    chosen = next((one for one in discrepancy.values if one.label == decision.label), None)
    best = decision.value
    if best is None and decision.kind != "range":
        best = decision.label
    return RecordAttribute(
        best=best,
        low=decision.low,
        high=decision.high,
        unit=_unit(discrepancy.values, claims),
        modality=_modality(chosen, claims),
        rule=_CHOSEN[decision.kind](name=decision.reviewer),
        claims=tuple(dict.fromkeys(value.claim for value in discrepancy.values)),
        decision=decision.id,
    )


def _extremes(discrepancy: Discrepancy) -> tuple[float | str | None, float | str | None]:
    """The lowest low and the highest high; None where one is open, or words have no order."""
    lows = [one.low for one in discrepancy.values]
    highs = [one.high for one in discrepancy.values]
    if discrepancy.attribute not in ORDERED:
        return None, None
    return extreme(lows, largest=False), extreme(highs, largest=True)


def replacing(discrepancy: Discrepancy, sources: Mapping[str, Dated]) -> AttributeValue:
    """Of figures that replace each other the one that stands, while nobody decided otherwise."""
    return _suggested(discrepancy) or _latest(discrepancy.values, sources)


def _suggested(discrepancy: Discrepancy) -> AttributeValue | None:
    return next((one for one in discrepancy.values if one.label == discrepancy.suggestion), None)


def _latest(values: Sequence[AttributeValue], sources: Mapping[str, Dated]) -> AttributeValue:
    """The value of the source published last; of several, the one that stands last in it."""

    def told(value: AttributeValue) -> tuple[date, str, int]:
        published = sources[value.source].published
        return (published.best if published else date.min, value.source, value.start)

    return max(values, key=told)


def _unit(values: Sequence[AttributeValue], claims: Mapping[str, Claim]) -> str | None:
    """The unit of the quantity that the first value's words are."""
    for value in values:
        for quantity in claims[value.claim].quantities if value.claim in claims else ():
            if quantity.start < value.end and value.start < quantity.end and quantity.value == value.value:
                return quantity.unit
    return None


def _modality(chosen: AttributeValue | None, claims: Mapping[str, Claim]) -> Modality | None:
    return claims[chosen.claim].modality if chosen and chosen.claim in claims else None

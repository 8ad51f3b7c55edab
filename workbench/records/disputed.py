"""What holds of an attribute on which claims differ: by a decision, or by the rule of the difference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from workbench.decisions.log import VALUED
from workbench.folding import fold
from workbench.models import (
    AttributeValue,
    Claim,
    Decision,
    DecisionKind,
    Discrepancy,
    Modality,
    Publication,
)
from workbench.phrases import records as words
from workbench.phrases.phrase import Phrase
from workbench.records.backing import Origins, Sides, sides_of_label, sides_of_range
from workbench.records.record import RecordAttribute
from workbench.records.undisputed import extreme

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


class Dated(Protocol):
    """What reconciling needs to know of a source."""

    @property
    def id(self) -> str: ...
    @property
    def published(self) -> Publication | None: ...


def disputed(
    discrepancy: Discrepancy,
    decision: Decision | None,
    claims: Mapping[str, Claim],
    sources: Mapping[str, Dated],
    origins: Origins,
) -> RecordAttribute:
    """The attribute as the decision in force has it, or as the difference's own rule; else open."""
    values = discrepancy.values
    low, high = _extremes(discrepancy)
    chosen: AttributeValue | None = None
    rule = OPEN
    sides: Sides = ((), ())
    if decision and decision.kind in VALUED:
        return _decided(discrepancy, decision, claims, origins)
    if decision and decision.kind == "unsettled":
        rule = _CHOSEN[decision.kind](name=decision.reviewer)
    elif decision and decision.kind == "dismiss":
        chosen, rule = _suggested(discrepancy) or values[0], COMPATIBLE
        sides = _claims(values), ()
    elif discrepancy.verdict == "superseded":
        suggested = _suggested(discrepancy)
        chosen = suggested or _latest(values, sources)
        rule = (discrepancy.rule if suggested else None) or LATEST
        sides = sides_of_label(values, chosen.label, chosen.value, claims)
    return RecordAttribute(
        best=chosen.value if chosen else None,
        low=low,
        high=high,
        unit=_unit(values, claims),
        modality=_modality(chosen, claims),
        rule=rule,
        claims=_claims(values),
        decision=decision.id if decision else None,
        backing=sides[0],
        against=sides[1],
        origins_for=origins.number(sides[0]),
        origins_against=origins.number(sides[1]),
    )


def sides_of(
    values: Sequence[AttributeValue],
    discrepancy: Discrepancy,
    decision: Decision,
    claims: Mapping[str, Claim],
) -> Sides:
    """Whose of these values a decision that says what holds leaves standing, and whose not."""
    chosen, best = _chosen(discrepancy, decision)
    if chosen is not None and best is not None:
        return sides_of_label(values, chosen.label, best, claims)
    return sides_of_range(values, decision.low, decision.high, best)


def _chosen(discrepancy: Discrepancy, decision: Decision) -> tuple[AttributeValue | None, float | str | None]:
    """The first value that is what was decided, however its letters were typed, and the best one."""
    said = fold(decision.label or "")
    same = [one for one in discrepancy.values if said and fold(one.label) == said]
    chosen = next((one for one in same if one.label == decision.label), same[0] if same else None)
    best = decision.value
    if best is None and decision.kind != "range":
        best = decision.label
    return chosen, best


def _decided(
    discrepancy: Discrepancy, decision: Decision, claims: Mapping[str, Claim], origins: Origins
) -> RecordAttribute:
    values = discrepancy.values
    chosen, best = _chosen(discrepancy, decision)
    backing, against = sides_of(values, discrepancy, decision, claims)
    return RecordAttribute(
        best=best,
        low=decision.low,
        high=decision.high,
        unit=_unit(values, claims),
        modality=_modality(chosen, claims),
        rule=_CHOSEN[decision.kind](name=decision.reviewer),
        claims=_claims(values),
        decision=decision.id,
        backing=backing,
        against=against,
        origins_for=origins.number(backing),
        origins_against=origins.number(against),
    )


def _claims(values: Sequence[AttributeValue]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.claim for value in values))


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

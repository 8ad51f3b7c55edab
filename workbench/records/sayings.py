"""What claims say of an attribute, as a policy looks at it: in one unit, with voice and origin."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from workbench.decisions.policies import Said
from workbench.decisions.policies.rules import Subject
from workbench.discrepancies.rules import rules
from workbench.discrepancies.units import base_unit, in_base
from workbench.discrepancies.view import World, view
from workbench.models import HEARSAY, Attribute, AttributeValue, Claim, Event, Quantity
from workbench.records.backing import quantity_of
from workbench.records.disputed import ORDERED
from workbench.records.outgrown import Place
from workbench.records.undisputed import extreme
from workbench.records.voices import Holders, Voices

End = float | str | None
_COUNTED = frozenset({"person", "body", "number", "call", "round", "time"})
"""Units that count; any other that is not what is counted itself measures."""


def subject_of(attribute: Attribute, numbers: Iterable[Quantity]) -> Subject | None:
    """What the rule of a policy for an attribute with these numbers is for; None where none is for it."""
    if attribute == "total":
        return None
    return "measure" if attribute == "count" and any(map(_measures, numbers)) else attribute


def _measures(quantity: Quantity) -> bool:
    if quantity.counted in rules().measures:
        return True
    return quantity.unit not in _COUNTED and quantity.unit != quantity.counted


class Sayings:
    """What is known of the claims of one event, besides their values."""

    def __init__(
        self,
        event: Event,
        claims: Mapping[str, Claim],
        sources: Mapping[str, Any],
        holders: Holders | None = None,
    ) -> None:
        self.claims = claims
        world = World((event,), claims, sources)
        self.seen = view(event, world)
        held = list(claims.values())
        self._voices = Voices(held, sources, holders)
        self._origins = world.origins(event, held)

    def of(
        self,
        value: AttributeValue,
        attribute: Attribute,
        units: Collection[str] = (),
        gone: Collection[Place] = (),
    ) -> Said:
        """A value as a policy looks at it. `units` are all that are compared, `gone` is what was replaced."""
        claim = self.claims[value.claim]
        quantity = quantity_of(value, self.claims)
        number, low, high, least, most = _in_one_unit(value, quantity, attribute, units)
        return Said(
            claim=value.claim,
            label=value.label,
            value=value.value if number is None else number,
            low=low,
            high=high,
            least=least,
            most=most,
            origin=self._origins.get(value.claim) or value.origin or value.source,
            told=self.seen.counted(claim),
            voice=self._voices.of(claim),
            above=quantity is not None and quantity.modifier == "more_than",
            below=quantity is not None and quantity.modifier == "less_than",
            replaced=(value.claim, value.start) in gone,
            hearsay=HEARSAY in claim.aspects,
        )


def _in_one_unit(
    value: AttributeValue, quantity: Quantity | None, attribute: Attribute, units: Collection[str]
) -> tuple[End, End, End, End, End]:
    """Value, bounds and ends, in the base unit where units differ; without an order where none is common."""
    ends = _ends(value, quantity, ordered=attribute in ORDERED)
    given = (value.value, value.low, value.high, *ends)
    if quantity is None or len(units) < 2:
        return given
    if len({base_unit(unit) for unit in units}) > 1:
        return (value.label, value.label, value.label, None, None)
    size = in_base(quantity.unit)
    number, low, high, least, most = (one * size if isinstance(one, int | float) else one for one in given)
    return number, low, high, least, most


def _ends(value: AttributeValue, quantity: Quantity | None, *, ordered: bool) -> tuple[End, End]:
    """The lowest and the highest that the words name: "about 300" names 300, whatever it allows."""
    if quantity is not None and quantity.modifier != "between":
        return quantity.value, quantity.value
    return (value.low, value.high) if ordered else (None, None)


def span(said: Iterable[Said]) -> tuple[End, End]:
    """The lowest low and the highest high; None where one is open."""
    told = list(said)
    low = extreme([one.low for one in told], largest=False)
    return low, extreme([one.high for one in told], largest=True)


def back_in(unit: str, one: End) -> End:
    """What was compared in the base unit, in this one; what dividing adds behind the twelfth digit goes."""
    return float(f"{one / in_base(unit):.12g}") if isinstance(one, int | float) else one

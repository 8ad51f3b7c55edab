"""A policy on the attributes of one event: it chooses where nobody has decided, and settles nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec.structs import replace

from workbench.decisions.policies import Policy, choose
from workbench.decisions.policies.rules import Rule
from workbench.discrepancies.difference import say_quantity
from workbench.discrepancies.view import stated_number
from workbench.models import Claim, Decision, Discrepancy, Event, Quantity
from workbench.records.backing import Origins, quantity_of, sides_of_label
from workbench.records.disputed import ORDERED
from workbench.records.outgrown import outgrown
from workbench.records.record import RecordAttribute
from workbench.records.sayings import End, Sayings, back_in, span, subject_of
from workbench.records.told_rule import tell
from workbench.records.undisputed import AGREED, SINGLE, counted
from workbench.records.voices import Holders


class Policed:
    """What a policy makes of one event."""

    def __init__(
        self,
        policy: Policy,
        event: Event,
        claims: Sequence[Claim],
        sources: Mapping[str, Any],
        holders: Holders | None = None,
    ) -> None:
        self._policy = policy
        self._event = event
        self._sources = sources
        self._holders = holders
        self._claims = {claim.id: claim for claim in claims}

    @cached_property
    def _sayings(self) -> Sayings:
        """Made where something is to be chosen: most events have nothing of that."""
        return Sayings(self._event, self._claims, self._sources, self._holders)

    def apply(
        self,
        attributes: Mapping[str, RecordAttribute],
        about: Mapping[str, Sequence[Discrepancy]],
        taken: Mapping[str, Decision | None],
        held: Sequence[Claim],
        origins: Origins,
    ) -> dict[str, RecordAttribute]:
        """The attributes, those chosen anew on which nobody has decided.

        `about` has the differences on an attribute, the one in force last; `held` are the claims that
        articles still make.
        """
        made = dict(attributes)
        for name, found in about.items():
            decision = taken[found[-1].id]
            if decision is None or decision.kind == "defer":
                made[name] = self._disputed(attributes[name], found[-1], origins)
        every = [one for found in about.values() for one in found]
        for name, said in counted(held, every).items():
            if name not in about and attributes[name].rule in (AGREED, SINGLE):
                made[name] = self._undisputed(attributes[name], said)
        return made

    def _disputed(self, holds: RecordAttribute, standing: Discrepancy, origins: Origins) -> RecordAttribute:
        found = (quantity_of(value, self._claims) for value in standing.values)
        numbers = [one for one in found if one is not None]
        rule = self._policy.rule(subject_of(standing.attribute, numbers))
        if not rule.choose or not self._only_the_value(standing, numbers):
            return holds
        chosen = self._chosen(rule, holds, standing, {one.unit for one in numbers})
        same = (chosen.best, chosen.low, chosen.high) == (holds.best, holds.low, holds.high)
        if same:
            return holds
        behind, against = origins.number(chosen.backing), origins.number(chosen.against)
        return replace(chosen, origins_for=behind, origins_against=against)

    def _only_the_value(self, standing: Discrepancy, numbers: Sequence[Quantity]) -> bool:
        """False where more is in dispute than the value, so that choosing one would settle more.

        A number may be each side's or both sides' together; and a total may be held against what claims of
        other events tell.
        """
        own = all(value.claim in self._claims for value in standing.values)
        return own and len({one.side for one in numbers}) <= 1

    def _chosen(
        self, rule: Rule, holds: RecordAttribute, standing: Discrepancy, units: set[str]
    ) -> RecordAttribute:
        """What the rule makes of an attribute on which claims differ; as it is where it chooses nothing."""
        gone = outgrown(standing, self._sayings.seen, self._claims, self._sources)
        said = {self._sayings.of(one, standing.attribute, units, gone): one for one in standing.values}
        chosen = choose(rule, list(said))
        if chosen is None:
            return holds
        value = said[chosen.said]
        quantity = quantity_of(value, self._claims)
        unit = quantity.unit if quantity else holds.unit
        best: End = chosen.best
        low, high = holds.low, holds.high
        if standing.attribute in ORDERED and (rule.bounds == "credible" or len(units) > 1):
            low, high = span(chosen.credible if rule.bounds == "credible" else said)
        if unit and len(units) > 1:
            best, low, high = (back_in(unit, one) for one in (best, low, high))
        backing, against = sides_of_label(standing.values, value.label, value.value, self._claims)
        return replace(
            holds,
            best=best,
            low=low,
            high=high,
            unit=unit,
            modality=self._claims[value.claim].modality,
            rule=tell(self._policy.name, chosen),
            backing=backing,
            against=against,
        )

    def _undisputed(self, holds: RecordAttribute, said: Sequence[tuple[Claim, Quantity]]) -> RecordAttribute:
        """Of a range that nobody disputes the end that the policy prefers."""
        if all(one.modifier != "between" for _, one in said):
            return holds
        rule = self._policy.rule(subject_of("count", [one for _, one in said]))
        values = [stated_number(claim, one, say_quantity(one)) for claim, one in said]
        chosen = choose(rule, [self._sayings.of(value, "count") for value in values])
        if chosen is None or chosen.best == chosen.said.value or not isinstance(chosen.best, int | float):
            return holds
        best = max(chosen.best, holds.low) if isinstance(holds.low, int | float) else chosen.best
        best = min(best, holds.high) if isinstance(holds.high, int | float) else best
        return replace(holds, best=best, rule=tell(self._policy.name, chosen))

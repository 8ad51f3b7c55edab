"""How the values of a decided difference stand to what was decided: a fact, not a rating."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.decisions.log import RESOLVING
from workbench.models import AttributeValue, Claim, Decision, Discrepancy
from workbench.records.disputed import sides_of
from workbench.records.scale import Relation


def relations(
    discrepancy: Discrepancy, decision: Decision, claims: Mapping[str, Claim]
) -> Mapping[str, Relation]:
    """Each label to its relation; empty where the decision says nothing of the values."""
    if decision.kind not in (*RESOLVING, "dismiss"):
        return {}
    first = {value.label: value for value in reversed(discrepancy.values)}
    return {label: _relation(first[label], discrepancy, decision, claims) for label in discrepancy.labels}


def _relation(
    value: AttributeValue, discrepancy: Discrepancy, decision: Decision, claims: Mapping[str, Claim]
) -> Relation:
    if decision.kind == "unsettled":
        return "unsettled"
    if decision.kind == "dismiss":
        return "compatible"
    replaces = decision.kind == "supersede" or (
        decision.kind == "accept" and discrepancy.verdict == "superseded"
    )
    if replaces and value.label != decision.label:
        return "superseded"
    stands, _ = sides_of([value], discrepancy, decision, claims)
    return "agrees" if stands else "differs"

"""How the values of a decided difference stand to what was decided: a fact, not a rating."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.decisions.log import RESOLVING
from workbench.models import AttributeValue, Decision, Discrepancy
from workbench.records.scale import Relation

_Bound = float | str | None


def relations(discrepancy: Discrepancy, decision: Decision) -> Mapping[str, Relation]:
    """Each label to its relation; empty where the decision says nothing of the values."""
    if decision.kind not in (*RESOLVING, "dismiss"):
        return {}
    first = {value.label: value for value in reversed(discrepancy.values)}
    return {label: _relation(first[label], discrepancy, decision) for label in discrepancy.labels}


def _relation(value: AttributeValue, discrepancy: Discrepancy, decision: Decision) -> Relation:
    match decision.kind:
        case "unsettled":
            return "unsettled"
        case "dismiss":
            return "compatible"
        case "enter" | "range":
            return "agrees" if _fits(value, decision) else "differs"
        case "supersede":
            return "agrees" if value.label == decision.label else "superseded"
    if value.label == decision.label:
        return "agrees"
    return "superseded" if discrepancy.verdict == "superseded" else "differs"


def _fits(value: AttributeValue, decision: Decision) -> bool:
    """Whether what the claim commits its speaker to allows what was decided; words must be the same."""
    mine, theirs = (value.low, value.high), (decision.low, decision.high)
    if not any(one is not None for one in (*mine, *theirs)):
        said = decision.label if decision.value is None else decision.value
        return str(value.value).casefold() == str(said).casefold()
    return _not_above(mine[0], theirs[1]) and _not_above(theirs[0], mine[1])


def _not_above(low: _Bound, high: _Bound) -> bool:
    """Whether a lower end leaves room under an upper one; an open end always does."""
    if low is None or high is None:
        return True
    if isinstance(low, str) or isinstance(high, str):
        return str(low) <= str(high)
    return low <= high

"""How a value stands to what holds of its attribute."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from workbench.models import AttributeValue, Decision, Discrepancy
from workbench.records.backing import meet
from workbench.records.disputed import Dated, replacing
from workbench.told.signs import Sign
from workbench.words import N_

Agreement = Literal["agrees", "differs", "superseded", "open", "several", "silent"]
"""How a value stands to what holds: "open" while nothing does, "several" where nothing was compared."""

SIGNS: dict[Agreement, Sign] = {
    "agrees": Sign("=", N_("agrees")),
    "differs": Sign("≠", N_("differs")),
    "superseded": Sign("»", N_("superseded")),
    "open": Sign("○", N_("open")),
    "several": Sign("~", N_("not compared")),
    "silent": Sign("·", N_("silent")),
}
"""What stands beside each value, so that no colour says it alone."""


def agreement_of(
    value: AttributeValue,
    discrepancy: Discrepancy,
    decision: Decision | None,
    sources: Mapping[str, Dated],
) -> Agreement:
    """How a value stands to what was decided on its difference, or else to what replaced the others."""
    replaced = discrepancy.verdict == "superseded"
    if decision is None or decision.kind in ("defer", "unsettled"):
        if not replaced:
            return "open" if decision is None or decision.kind == "defer" else "differs"
        return "agrees" if value.label == replacing(discrepancy, sources).label else "superseded"
    if decision.kind == "dismiss":
        return "agrees"
    if value.label == decision.label or (decision.value is not None and value.value == decision.value):
        return "agrees"
    if decision.kind == "supersede" or replaced:
        return "superseded"
    if decision.low is None and decision.high is None:
        return "differs"
    return "agrees" if meet(value.low, value.high, decision.low, decision.high) else "differs"

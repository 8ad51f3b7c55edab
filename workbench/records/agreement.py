"""How a value stands to what holds of its attribute."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from workbench.models import AttributeValue, Claim, Decision, Discrepancy
from workbench.records.disputed import Dated, replacing, sides_of
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
    claims: Mapping[str, Claim],
) -> Agreement:
    """How a value stands to what was decided on its difference, or else to what replaced the others.

    `claims` are those of the event: what they say tells whether a value leaves room for the one that holds.
    """
    replaced = discrepancy.verdict == "superseded"
    if decision is None or decision.kind in ("defer", "unsettled"):
        if not replaced:
            return "open" if decision is None or decision.kind == "defer" else "differs"
        return "agrees" if value.label == replacing(discrepancy, sources).label else "superseded"
    if decision.kind == "dismiss":
        return "agrees"
    backing, _ = sides_of([value], discrepancy, decision, claims)
    if backing:
        return "agrees"
    return "superseded" if decision.kind == "supersede" or replaced else "differs"

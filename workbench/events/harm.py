"""Whose harm a claim counts: nobody dies of a trial, but of what the trial is about."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.events.cohesion import Thread
from workbench.events.weights import weights
from workbench.models import Claim


def harmed_by(claim: Claim, family: str, earlier: Sequence[Thread]) -> str | None:
    """The type of the happening told last that may harm people, where a claim of another family counts the
    harmed ("118 were detained | nine died"); None where it counts none, or nothing told before harms."""
    counts = any(quantity.counted in weights().casualties for quantity in claim.quantities)
    if not counts or family in weights().deadly:
        return None
    threads = (past.item for past in reversed(earlier))
    return next((item.event_type for item in threads if item.family in weights().deadly), None)

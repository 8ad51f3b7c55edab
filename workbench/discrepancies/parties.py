"""Who a claim has as parties: what tells that events of different days belong to one matter."""

from __future__ import annotations

from workbench.events.features import behind
from workbench.models import Claim, Event


def parties(claim: Claim) -> frozenset[str]:
    """Who takes part and who speaks, an office or delegation as its state."""
    named = (*claim.participants, *([claim.speaker] if claim.speaker else []))
    return frozenset(map(behind, named))


def known_parties(event: Event) -> frozenset[str]:
    """Who is known to have taken part in an event, an office or delegation as its state."""
    return frozenset(map(behind, event.participants))

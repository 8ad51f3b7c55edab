"""Who a claim has as parties: what tells that events of different days belong to one matter."""

from __future__ import annotations

from functools import lru_cache

from workbench.events.features import states
from workbench.models import Claim, Event


@lru_cache(maxsize=1 << 14)
def behind(name: str) -> str:
    """The state that an office or delegation is of ("Ukrayna heyeti"), or the name itself."""
    words = name.split(" ")
    heads = (" ".join(words[:size]) for size in range(len(words) - 1, 0, -1))
    return next((head for head in heads if head in states()), name)


def parties(claim: Claim) -> frozenset[str]:
    """Who takes part and who speaks, an office or delegation as its state."""
    named = (*claim.participants, *([claim.speaker] if claim.speaker else []))
    return frozenset(map(behind, named))


def known_parties(event: Event) -> frozenset[str]:
    """Who is known to have taken part in an event, an office or delegation as its state."""
    return frozenset(map(behind, event.participants))

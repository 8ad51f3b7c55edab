"""What came of linking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.events.keys import Kind
from workbench.models import Verdict
from workbench.store import Store


@dataclass(frozen=True, slots=True)
class MatchReport:
    """How many events, links and discrepancies of each verdict the store holds now, and what was done."""

    events: int
    links: int
    verdicts: Mapping[Verdict, int]
    changed: int | None = None
    """Events that were written, or None where all claims were matched anew."""
    forgone: Mapping[Kind, int] = field(default_factory=dict)
    """By kind of key, the pairs of claims left uncompared since too many share the key."""
    why_anew: str | None = None
    """Why all claims were matched anew though others were in already, in words."""
    left: int = 0
    """Claims whose events might have changed too, but were too many to be grouped again."""


def standing_report(
    store: Store,
    changed: int | None,
    forgone: Mapping[Kind, int],
    why_anew: str | None = None,
    left: int = 0,
) -> MatchReport:
    """The report on the matching as the store holds it."""
    standing = store.standing()
    return MatchReport(standing.events, standing.links, store.verdicts(), changed, forgone, why_anew, left)

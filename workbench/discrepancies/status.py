"""How far an event got (rule 4 of the design): progress is no contradiction, done against denied is."""

from __future__ import annotations

from workbench.discrepancies.rules import rules
from workbench.discrepancies.view import EventView, discrepancy, say, whole
from workbench.models import Claim, Discrepancy, Modality

_SAID: dict[Modality, str] = {
    "occurred": "carried out",
    "agreed": "agreed",
    "proposed": "proposed",
    "planned": "planned",
    "expected": "expected",
    "denied": "denied",
}
_AHEAD: tuple[Modality, ...] = ("proposed", "expected", "planned", "agreed")


def detect_status(seen: EventView) -> list[Discrepancy]:
    """Done against denied (conflict), and plans that were carried out (superseded)."""
    if seen.event.event_type not in rules().staged:
        return []
    own = [c for c in seen.claims if not c.continues and c.event_type == seen.event.event_type]
    found = []
    done = [c for c in own if c.modality == "occurred"]
    denied = [c for c in own if c.modality == "denied"]
    if done and denied:
        found.append(_discrepancy(seen, done, denied))
    ahead = [c for c in own if c.modality in _AHEAD]
    if ahead and done:
        found.append(_progress(seen, ahead, done))
    return found


def _discrepancy(seen: EventView, done: list[Claim], denied: list[Claim]) -> Discrepancy:
    values = [whole(c, c.modality, _SAID[c.modality]) for c in seen.claims if c in done or c in denied]
    return discrepancy(
        seen,
        "status",
        "",
        "conflict",
        values,
        "One source reports it carried out, another denies it: both cannot hold.",
    )


def _progress(seen: EventView, ahead: list[Claim], done: list[Claim]) -> Discrepancy:
    values = [whole(c, c.modality, _SAID[c.modality]) for c in seen.claims if c in ahead or c in done]
    return discrepancy(
        seen,
        "status",
        "",
        "superseded",
        values,
        f"It went from {say([_SAID[c.modality] for c in ahead])} to carried out: this is progress.",
        suggestion=_SAID["occurred"],
        rule="the furthest stage told",
    )

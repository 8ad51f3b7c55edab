"""What a detector sees of one event, and how it puts a discrepancy together."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from workbench.models import (
    Attribute,
    AttributeValue,
    Claim,
    Discrepancy,
    Event,
    Publication,
    Severity,
    Verdict,
)
from workbench.subjects import superseded_key


class SourceInfo(Protocol):
    """What detectors need of a source."""

    @property
    def id(self) -> str: ...

    @property
    def published(self) -> Publication | None: ...

    @property
    def file(self) -> str: ...

    @property
    def language(self) -> str: ...


@dataclass(frozen=True, slots=True)
class World:
    """All events and claims, for checks that look beyond one event."""

    events: Sequence[Event]
    claims: Mapping[str, Claim]
    sources: Mapping[str, SourceInfo]


@dataclass(frozen=True, slots=True)
class EventView:
    """One event with its claims in order of telling."""

    event: Event
    claims: tuple[Claim, ...]
    world: World

    def told(self, claim: Claim) -> str:
        """When a claim was told, as a sortable ISO date with its time where known; unknown sorts last."""
        published = self.world.sources[claim.source].published
        if published is None:
            return "9999-12-31"
        return f"{published.best.isoformat()}{_time_of_day(published.evidence)}"


_CLOCK = re.compile(r"(?<![\d.])([01]?\d|2[0-3]):([0-5]\d)(?::\d\d)?(?:\s?([AaPp])\.?[Mm])?")
Detector = Callable[[EventView], list[Discrepancy]]


def _time_of_day(evidence: str) -> str:
    """ "T09:15" where the words that give the date of publication give a time as well, else ""."""
    match = _CLOCK.search(evidence)
    if match is None:
        return ""
    hour = (
        int(match[1]) % 12 + (12 if (match[3] or "").lower().startswith("p") else 0)
        if match[3]
        else int(match[1])
    )
    return f"T{hour:02}:{match[2]}"


def view(event: Event, world: World) -> EventView:
    """The event with its claims, the earliest told first."""
    held = [world.claims[c] for c in event.claims]
    bare = EventView(event, (), world)
    return EventView(event, tuple(sorted(held, key=lambda c: (bare.told(c), c.source, c.start, c.id))), world)


def discrepancy(
    seen: EventView,
    attribute: Attribute,
    key: str,
    verdict: Verdict,
    severity: Severity,
    values: Sequence[AttributeValue],
    why: str,
    *,
    suggestion: str | None = None,
    rule: str | None = None,
) -> Discrepancy:
    """A discrepancy whose id derives from its event, attribute, key and verdict's family."""
    family = "superseded" if verdict == "superseded" else "open"
    digest = hashlib.sha256(f"{seen.event.id}:{attribute}:{key}:{family}".encode()).hexdigest()
    key = superseded_key(key) if verdict == "superseded" else key
    return Discrepancy(
        "d" + digest[:16],
        seen.event.id,
        attribute,
        key,
        verdict,
        severity,
        tuple(values),
        why,
        suggestion,
        rule,
    )


def whole(claim: Claim, value: float | str, label: str) -> AttributeValue:
    """A value that the claim as a whole carries."""
    text = value if isinstance(value, str) else None
    return AttributeValue(
        claim.id, claim.source, value, text or value, text or value, label, claim.text, claim.start, claim.end
    )


def say(labels: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    unique = list(dict.fromkeys(labels))
    return unique[0] if len(unique) == 1 else f"{', '.join(unique[:-1])} and {unique[-1]}"

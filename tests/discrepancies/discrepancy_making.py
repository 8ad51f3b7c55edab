"""Small events with claims that agree or differ in one thing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from workbench.discrepancies import detect
from workbench.models import (
    AttributeValue,
    Claim,
    ClockTime,
    DateSpan,
    Discrepancy,
    Event,
    Mention,
    Publication,
    Quantity,
    Quote,
)


@dataclass(frozen=True)
class Origin:
    """What detectors need of a source."""

    id: str
    file: str
    published: Publication | None
    language: str = "tr"


def origin(name: str, day: date | None) -> Origin:
    told = Publication(day, day, day, "day", "stated", "", "") if day else None
    return Origin(name, f"{name}.txt", told)


FIRST, LATER = date(2025, 5, 4), date(2025, 5, 9)
SOURCES = {"s1": origin("s1", FIRST), "s2": origin("s2", LATER), "s3": origin("s3", LATER)}


def number(value: float, counted: str | None = "prisoner_of_war", **changes: Any) -> Quantity:
    """An exact number of persons; bounds follow from a modifier unless they are given."""
    low: float | None = value
    high: float | None = value
    modifier = changes.get("modifier", "exactly")
    if modifier in ("at_least", "more_than"):
        high = None
    elif modifier in ("up_to", "less_than"):
        low = None
    elif modifier == "about":
        low, high = value * 0.95, value * 1.05
    base = Quantity(value, low, high, "person", counted, None, "event", "exactly", "n", 0, 1)
    return replace(base, **changes)


def on(start: date, end: date | None = None, basis: str = "absolute") -> DateSpan:
    precision = "range" if end else "day"
    return DateSpan(start, end or start, precision, "x", 0, 1, basis)  # type: ignore[arg-type]


def at(value: str, modifier: str = "exactly") -> ClockTime:
    return ClockTime(value, None, modifier, value, 0, 5)  # type: ignore[arg-type]


def told(source: str, event_type: str = "prisoner_exchange", **changes: Any) -> Claim:
    """A claim; `start` tells claims of one source apart, and with them their sentences."""
    start = changes.pop("start", 0)
    name = changes.pop("id", f"c-{source}-{start}")
    people = changes.pop("people", ())
    if people:
        changes["participants"] = tuple(people)
        changes["mentions"] = tuple(Mention(p, start, start + 1, "person", p) for p in people)
    if isinstance(changes.get("quotes"), str):
        words = changes["quotes"]
        changes["quotes"] = (Quote(words, start + 1, start + 1 + len(words)),)
    for many in ("quantities", "times"):
        if many in changes and not isinstance(changes[many], tuple):
            changes[many] = (changes[many],)
    fields: dict[str, Any] = {
        "id": name,
        "source": source,
        "start": start,
        "end": start + 10,
        "text": "ten signs.",
        "speaker": None,
        "event_type": event_type,
        "modality": "occurred",
        "date": None,
        "context_start": start,
        "context_end": start + 10,
    }
    return Claim(**fields | changes)


def event_of(claims: Sequence[Claim], name: str = "e1", **changes: Any) -> Event:
    kind = changes.pop("event_type", claims[0].event_type)
    return Event(name, kind, kind, tuple(c.id for c in claims), **changes)


def found(
    *claims: Claim, sources: Mapping[str, Origin] = SOURCES, events: Sequence[Event] = (), **event: Any
) -> list[Discrepancy]:
    """What is detected when the claims are one event's (or those of the events given)."""
    held = {c.id: c for c in claims}
    return detect(list(events) or [event_of(claims, **event)], held, sources)


def only(discrepancies: Sequence[Discrepancy], attribute: str) -> list[Discrepancy]:
    return [d for d in discrepancies if d.attribute == attribute]


def labels(discrepancy: Discrepancy) -> set[str]:
    return {value.label for value in discrepancy.values}


def sound(discrepancy: Discrepancy, claims: Sequence[Claim]) -> bool:
    """Every value names a claim that is there, and the reader is told why."""
    known = {c.id: c.source for c in claims}

    def fits(value: AttributeValue) -> bool:
        return known.get(value.claim) == value.source and value.label != ""

    return bool(discrepancy.why) and len(discrepancy.values) >= 2 and all(map(fits, discrepancy.values))

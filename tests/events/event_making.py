"""Small claims for the matcher, each with only what a test is about."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from workbench.claims import read_claims
from workbench.events.features import Features, features
from workbench.models import Block, Claim, DateSpan, Link, Mention, Ordinal, Publication, Quantity, Source


@dataclass(frozen=True)
class Origin:
    """What matcher and detectors need of a source."""

    id: str
    file: str
    published: Publication | None


def published(day: date) -> Publication:
    return Publication(day, day, day, "day", "stated", "", "")


def origin(name: str, day: date | None = None) -> Origin:
    return Origin(name, f"{name}.txt", published(day) if day else None)


def on(start: date, end: date | None = None, *, basis: str = "absolute", at: int = 0) -> DateSpan:
    """A date that the words give at offset `at`."""
    precision = "range" if end else "day"
    return DateSpan(start, end or start, precision, "x", at, at + 1, basis)  # type: ignore[arg-type]


def count(value: float, counted: str | None = "prisoner_of_war", **changes: Any) -> Quantity:
    base = Quantity(value, value, value, "person", counted, None, "event", "exactly", "n", 0, 1)
    return replace(base, **changes)


def ordinal(value: int, of: str) -> Ordinal:
    return Ordinal(value, of, f"{value}.", 0, 2)


def claim(source: str, start: int, event_type: str, **changes: Any) -> Claim:
    """A claim of ten characters at `start`; its date's words lie inside it unless said otherwise."""
    text = f"{event_type:<10.10}"
    name = hashlib.sha256(f"{source}:{start}".encode()).hexdigest()[:16]
    fields: dict[str, Any] = {
        "id": f"c{name}",
        "source": source,
        "start": start,
        "end": start + 10,
        "text": text,
        "speaker": None,
        "event_type": event_type,
        "modality": "occurred",
        "date": None,
        "context_start": start,
        "context_end": start + 10,
    }
    day = changes.get("date")
    if isinstance(day, DateSpan) and day.basis not in ("publication", "heading"):
        changes["date"] = replace(day, expr_start=start, expr_end=start + 1)
    people = changes.pop("people", ())
    if people:
        changes["participants"] = tuple(people)
        changes["mentions"] = tuple(Mention(p, start, start + 1, "person", p) for p in people)
    return Claim(**fields | changes)


def feature(**changes: Any) -> Features:
    """The features of one lone claim, with `changes` made to them afterwards."""
    (item,) = features([claim("s1", 0, changes.pop("event_type", "talks"))])
    return replace(item, **changes)


def read(text: str, name: str, day: date, code: str = "tr") -> tuple[Origin, tuple[Claim, ...]]:
    """A source of one paragraph and its claims."""
    told = published(day)
    source = Source(
        name, f"{name}.txt", None, None, told, code, None, name, "utf-8", text, b"",
        (Block(0, len(text), "paragraph"),),
    )  # fmt: skip
    return Origin(name, f"{name}.txt", told), read_claims(source)


def joined(links: list[Link]) -> set[frozenset[str]]:
    return {frozenset((link.a, link.b)) for link in links}

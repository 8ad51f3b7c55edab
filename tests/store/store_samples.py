"""Small sources, claims and what is derived from them, coherent enough for the store to take."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from workbench.models import (
    AttributeValue,
    Claim,
    DateSpan,
    Decision,
    Discrepancy,
    Event,
    Link,
    Mention,
    Quantity,
    Source,
)
from workbench.store import Change, Kept, Reach


def sample_source(text: str, file: str = "a.txt", **changes: Any) -> Source:
    original = f"{file}\n{text}".encode()
    digest = hashlib.sha256(original).hexdigest()
    fields: dict[str, Any] = {
        "id": f"s{digest[:16]}",
        "file": file,
        "title": None,
        "publisher": None,
        "published": None,
        "language": "tr",
        "url": None,
        "sha256": digest,
        "encoding": "utf-8",
        "text": text,
        "original": original,
    }
    return Source(**fields | changes)


def sample_claim(source: Source, words: str, **changes: Any) -> Claim:
    start = source.text.index(words)
    fields: dict[str, Any] = {
        "id": f"c{hashlib.sha256(f'{source.id}{start}{words}'.encode()).hexdigest()[:16]}",
        "source": source.id,
        "start": start,
        "end": start + len(words),
        "text": words,
        "speaker": None,
        "event_type": "fire",
        "modality": "occurred",
        "date": None,
    }
    return Claim(**fields | changes)


def sample_quantity(source: Source, words: str, value: float) -> Quantity:
    start = source.text.index(words)
    end = start + len(words)
    return Quantity(value, value, value, "person", "injured", None, "event", "exactly", words, start, end)


def sample_date(source: Source, words: str, day: date) -> DateSpan:
    start = source.text.index(words)
    return DateSpan(day, day, "day", words, start, start + len(words), "absolute")


def sample_mention(source: Source, words: str, canonical: str) -> Mention:
    start = source.text.index(words)
    return Mention(words, start, start + len(words), "place", canonical)


@dataclass(frozen=True)
class World:
    """Two sources that tell of one fire with different figures, and of a second thing each."""

    sources: tuple[Source, Source]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    links: tuple[Link, ...]
    discrepancies: tuple[Discrepancy, ...]

    def of(self, source: Source) -> list[Claim]:
        return [claim for claim in self.claims if claim.source == source.id]


def sample_world() -> World:
    first = sample_source(
        "İzmir'de 3 Mayıs gecesi depo yandı, 4 kişi yaralandı. Vali sabah konuştu.", "b.txt"
    )
    second = sample_source("Depo yangınında 7 yaralı var. Ekipler Iğdır yolunu kapattı.", "a.txt")
    fire = sample_claim(
        first,
        "İzmir'de 3 Mayıs gecesi depo yandı, 4 kişi yaralandı",
        date=sample_date(first, "3 Mayıs", date(2025, 5, 3)),
        dates=(sample_date(first, "3 Mayıs", date(2025, 5, 3)),),
        quantities=(sample_quantity(first, "4 kişi", 4),),
        mentions=(sample_mention(first, "İzmir", "İzmir"),),
        place="İzmir",
    )
    speech = sample_claim(first, "Vali sabah konuştu", event_type="statement", speaker="Vali")
    other = sample_claim(
        second, "Depo yangınında 7 yaralı var", quantities=(sample_quantity(second, "7", 7),)
    )
    road = sample_claim(second, "Ekipler Iğdır yolunu kapattı", event_type="other")
    whole = Event(
        "e1", "Depo yangını", "fire", (other.id, fire.id), fire.date, "İzmir", ("Vali",), 2, None, 2
    )
    stage = Event("e2", "Yol kapandı", "other", (road.id,), parent="e1")
    values = (
        AttributeValue(fire.id, first.id, 4.0, 4.0, 4.0, "4", "4 kişi", 37, 43),
        AttributeValue(other.id, second.id, 7.0, 7.0, None, "7", "7", 16, 17),
    )
    return World(
        (first, second),
        (fire, speech, other, road),
        (whole, stage),
        (Link(*sorted((fire.id, other.id)), score=0.75),),
        (
            sample_discrepancy("d1", whole, values, severity="medium"),
            sample_discrepancy("d2", whole, values, severity="high", key="killed"),
            sample_discrepancy(
                "d3", stage, values[:1], severity="high", verdict="tension", attribute="place"
            ),
        ),
    )


def sample_discrepancy(
    name: str, event: Event, values: tuple[AttributeValue, ...], **changes: Any
) -> Discrepancy:
    fields: dict[str, Any] = {
        "attribute": "count",
        "key": "injured",
        "verdict": "conflict",
        "severity": "high",
        "why": "4 against 7.",
    }
    return Discrepancy(id=name, event=event.id, values=values, **fields | changes)


def sample_decision(name: str, world: World, **changes: Any) -> Decision:
    fields: dict[str, Any] = {
        "kind": "accept",
        "discrepancy": "d1",
        "event": "e1",
        "attribute": "count",
        "key": "injured",
        "claims": tuple(claim.id for claim in world.claims[:2]),
        "reviewer": "Ayşe",
        "at": "2025-06-01T10:00:00.000001+03:00",
        "label": "4",
        "value": 4.0,
    }
    return Decision(id=name, **fields | changes)


def sample_change(world: World, **changes: Any) -> Change:
    """The road that was closed turns out to belong to the fire."""
    fire, _, other, road = world.claims
    whole = replace(world.events[0], claims=(other.id, fire.id, road.id))
    values = (AttributeValue(road.id, road.source, 2.0, 2.0, 2.0, "2", "2", 0, 1),)
    fields: dict[str, Any] = {
        "generation": 1,
        "sources": [source.id for source in world.sources],
        "kept": [Kept(road.id, b"road", (7, -9))],
        "large_blocks": {7: 300},
        "linked": [Link(*sorted((road.id, fire.id)), score=2.5)],
        "unlinked": [(fire.id, other.id)],
        "gone": ["e1", "e2"],
        "events": [whole],
        "compared": [],
        "discrepancies": [sample_discrepancy("d4", whole, values)],
        "reaches": [Reach("e1", frozenset({3}), frozenset({4}))],
    }
    return Change(**fields | changes)

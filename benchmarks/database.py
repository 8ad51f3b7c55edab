"""A database of any size, made up from a seed: as many discrepancies as are asked for, three to an event."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from workbench.decisions import verdicts
from workbench.models import (
    Attribute,
    AttributeValue,
    Claim,
    DateSpan,
    Discrepancy,
    Event,
    Severity,
    Source,
    Verdict,
)
from workbench.store import open_store

_SUBJECTS: tuple[tuple[Attribute, str], ...] = (
    ("count", "injured"),
    ("date", ""),
    ("count", "prisoner_of_war"),
)
_VERDICTS: tuple[Verdict, ...] = ("conflict", "tension", "superseded")
_SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
_TYPES = ("fire", "meeting", "attack", "protest", "prisoner_exchange", "agreement", "trade", "election")
_FIRST, _DAYS = date(2022, 1, 1), 4 * 365
_CLAUSES_A_SOURCE = 100
_DECIDED = 0.1
"""Share of the discrepancies that somebody has decided already."""


def build(path: Path, discrepancies: int, seed: int = 1) -> None:
    """Writes the database; `discrepancies` is rounded up to whole events."""
    random = Random(seed)
    events = -(-discrepancies // len(_SUBJECTS))
    claims: list[Claim] = []
    with open_store(path) as store:
        for source in _sources(2 * events):
            held = list(_claims(source))
            store.add_source(source, held)
            claims += held
        made = [_event(number, claims[2 * number : 2 * number + 2], random) for number in range(events)]
        found = [one for event, differing in made for one in differing]
        store.replace_matching([event for event, _ in made], [], found)
        for number, one in enumerate(random.sample(found, int(len(found) * _DECIDED))):
            at = f"2025-06-01T10:00:00.{number % 1_000_000:06}+03:00"
            store.append_decision(verdicts.dismiss(one, reviewer="bench", at=at))


def _sources(claims: int) -> Iterator[Source]:
    for number in range(-(-claims // _CLAUSES_A_SOURCE)):
        text = " ".join(f"Depo {number}-{index} için {index + 3} kişi." for index in range(_CLAUSES_A_SOURCE))
        digest = hashlib.sha256(text.encode()).hexdigest()
        name, identity = f"{number:06}.txt", f"s{digest[:16]}"
        yield Source(identity, name, None, None, None, "tr", None, digest, "utf-8", text, text.encode())


def _claims(source: Source) -> Iterator[Claim]:
    start = 0
    for index in range(_CLAUSES_A_SOURCE):
        end = source.text.index(".", start) + 1
        text = source.text[start:end]
        yield Claim(f"c{source.id}{index}", source.id, start, end, text, None, "fire", "occurred", None)
        start = end + 1


def _day(day: date) -> DateSpan:
    return DateSpan(day, day, "day", "", 0, 0, "absolute")


def _event(number: int, claims: list[Claim], random: Random) -> tuple[Event, list[Discrepancy]]:
    event = Event(
        f"e{number:09}",
        f"Yangın {number}, İzmir",
        _TYPES[number % len(_TYPES)],
        tuple(claim.id for claim in claims),
        _day(_FIRST + timedelta(random.randrange(_DAYS))),
    )
    found = []
    for attribute, key in _SUBJECTS:
        values = tuple(
            AttributeValue(c.id, c.source, 1.0, 1.0, 1.0, f"{n} kişi", c.text, c.start, c.end)
            for n, c in enumerate(claims)
        )
        verdict, severity = random.choice(_VERDICTS), random.choice(_SEVERITIES)
        identity = f"d{random.getrandbits(64):016x}"
        found.append(
            Discrepancy(identity, event.id, attribute, key, verdict, severity, values, "They differ.")
        )
    return event, found

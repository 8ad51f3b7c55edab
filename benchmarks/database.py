"""A database of any size, made up from a seed: as many discrepancies as are asked for, three to an event."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import chain, islice
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
    Publication,
    Severity,
    Source,
    Verdict,
)
from workbench.store import Store, open_store, prepared, writing

_SUBJECTS: tuple[tuple[Attribute, str], ...] = (
    ("count", "injured"),
    ("date", ""),
    ("count", "prisoner_of_war"),
)
_VERDICTS: tuple[Verdict, ...] = ("conflict", "tension", "superseded")
_SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
_CLAUSES_A_SOURCE = 100
_CLAIMS_AN_EVENT = 6
"""Of the events without a discrepancy; the others have two."""
_FIRST = date(2015, 1, 1)
_DAYS = 3650
_PUBLISHERS = 40


def build(path: Path, discrepancies: int, claims: int = 0, noted: float = 0.1, seed: int = 1) -> None:
    """Writes the database; `discrepancies` is rounded up to whole events, `claims` to whole articles.

    At least the claims are made that the discrepancies need. `noted` is the share of discrepancies that
    somebody has written a note on; all are open.
    """
    random = Random(seed)
    differing = -(-discrepancies // len(_SUBJECTS))
    with open_store(path) as store:
        names = _add_sources(store, max(claims, 2 * differing))
        told = iter(names)
        made = [_event(number, list(islice(told, 2)), random) for number in range(differing)]
        found = [one for _, several in made for one in several]
        store.replace_matching([*(event for event, _ in made), *_quiet(differing, told)], [], found)
        with store._writing() as db:
            for number, one in enumerate(random.sample(found, int(len(found) * noted))):
                at = f"2025-06-01T10:00:00.{number % 1_000_000:06}+03:00"
                note = verdicts.note(one, "arandı", reviewer="bench", at=at)
                writing.append_decision(db, note, None, None, regroups=False)


def _add_sources(store: Store, claims: int) -> Iterator[Claim]:
    """Adds articles with so many claims in one transaction; gives their claims again, one by one."""
    with store._writing() as db:
        for source in _sources(claims):
            writing.add_source(db, prepared(source, list(_claims(source))))
    return chain.from_iterable(map(_claims, _sources(claims)))


def _sources(claims: int) -> Iterator[Source]:
    for number in range(-(-claims // _CLAUSES_A_SOURCE)):
        text = " ".join(
            f"İtfaiyenin sabaha kadar çalıştığı {number}-{index} sayılı depoda {index + 3} kişi yaralandı."
            for index in range(_CLAUSES_A_SOURCE)
        )
        digest = hashlib.sha256(text.encode()).hexdigest()
        day = _FIRST + timedelta(number % _DAYS)
        yield Source(
            id=f"s{digest[:16]}",
            file=f"{number:06}.txt",
            title=f"Depo yangınları {number}",
            publisher=f"Gazete {number % _PUBLISHERS}",
            published=Publication(day, day, day, "day", "stated", "made up", ""),
            language="tr",
            url=None,
            sha256=digest,
            encoding="utf-8",
            text=text,
            original=text.encode(),
        )


def _claims(source: Source) -> Iterator[Claim]:
    start = 0
    for index in range(_CLAUSES_A_SOURCE):
        end = source.text.index(".", start) + 1
        text = source.text[start:end]
        yield Claim(f"c{source.id}{index}", source.id, start, end, text, None, "fire", "occurred", None)
        start = end + 1


def _quiet(first: int, told: Iterator[Claim]) -> Iterator[Event]:
    """Events of the claims that are left, numbered from `first`, on which all agree."""
    number = first
    while claims := list(islice(told, _CLAIMS_AN_EVENT)):
        yield _named(number, claims)
        number += 1


def _named(number: int, claims: Sequence[Claim]) -> Event:
    day = _FIRST + timedelta(number % _DAYS)
    span = DateSpan(day, day, "day", "", 0, 0, "publication")
    return Event(
        f"e{number:09}", f"Yangın {number}, İzmir", "fire", tuple(one.id for one in claims), date=span
    )


def _event(number: int, claims: Sequence[Claim], random: Random) -> tuple[Event, list[Discrepancy]]:
    event = _named(number, claims)
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

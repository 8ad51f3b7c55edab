"""A database of any size as exports meet it: events that two or three articles tell of, few disputed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from workbench import reviewing
from workbench.decisions import verdicts
from workbench.models import (
    AttributeValue,
    Claim,
    DateSpan,
    Discrepancy,
    Event,
    Mention,
    Publication,
    Quantity,
    Source,
)
from workbench.store import Store, open_store, prepared, writing

_CLAIMS_A_SOURCE = 20
_FIRST = date(2015, 1, 1)
_DAYS = 3650
_EVENTS_AT_ONCE = 10_000
_DISPUTED = 10
"""One event in so many is disputed."""
_DECIDED = 400
_PUBLISHERS = 40
_SPEAKERS = ("Ayşe Demir", "Mehmet Kaya", "Valilik")
_WORDS = ("depo", "yangın", "söndür", "sabah", "ekip", "semt", "hasar", "duman", "komşu", "rapor")


def build(path: Path, events: int, seed: int = 1) -> None:
    """Writes the database; all that is made up follows from the seed."""
    random = Random(seed)
    with open_store(path) as store:
        made, found = [], []
        told: dict[int, list[Claim]] = {}
        for number, claim in _told(store, events, random):
            told.setdefault(number, []).append(claim)
        for number, claims in sorted(told.items()):
            event = _event(number, claims)
            made.append(event)
            if number % _DISPUTED == 0:
                found.append(_discrepancy(event, claims))
        store.replace_matching(made, [], found)
        chosen = random.sample(found, min(_DECIDED, len(found)))
        for number, one in enumerate(chosen):
            at = f"2025-06-01T10:{number // 60 % 60:02}:{number % 60:02}+03:00"
            reviewing.decide(store, verdicts.accept(one, 1, reviewer="bench", at=at))


def _told(store: Store, events: int, random: Random) -> Iterator[tuple[int, Claim]]:
    """Adds the articles; gives each claim with the number of its event. No article tells of one twice."""
    for first in range(0, events, _EVENTS_AT_ONCE):
        several = range(first, min(events, first + _EVENTS_AT_ONCE))
        order = [number for telling in range(3) for number in several if telling < 2 or number % 2]
        starts = range(0, len(order), _CLAIMS_A_SOURCE)
        with store._writing() as db:
            for start in starts:
                numbers = order[start : start + _CLAIMS_A_SOURCE]
                source, claims = _article(f"{first:08}-{start:06}", numbers, random)
                writing.add_source(db, prepared(source, claims))
                yield from zip(numbers, claims, strict=True)


def _article(name: str, numbers: Sequence[int], random: Random) -> tuple[Source, list[Claim]]:
    sentences = [
        f"İzmir'in {number}. semtindeki depo yangınında {_persons(number, random)} kişi yaralandı ({name})."
        for number in numbers
    ]
    text = "\n".join(sentences)
    digest = hashlib.sha256(text.encode()).hexdigest()
    day = _FIRST + timedelta(numbers[0] % _DAYS)
    source = Source(
        id=f"s{digest[:16]}",
        file=f"{name}.txt",
        title=f"Depo yangınları, {name}",
        publisher=f"Gazete {numbers[0] % _PUBLISHERS}",
        published=Publication(day, day, day, "day", "stated", "made up", ""),
        language="tr",
        url=f"https://gazete.example/{name}",
        sha256=digest,
        encoding="utf-8",
        text=text,
        original=text.encode(),
    )
    claims, start = [], 0
    for at, (number, sentence) in enumerate(zip(numbers, sentences, strict=True)):
        claims.append(_claim(source.id, at, number, start, sentence, random))
        start += len(sentence) + 1
    return source, claims


def _persons(number: int, random: Random) -> int:
    """All say the same, but for those that tell of a disputed event."""
    return number % 60 + 3 + (random.randint(0, 9) if number % _DISPUTED == 0 else 0)


def _claim(source: str, at: int, number: int, start: int, text: str, random: Random) -> Claim:
    place = start + text.index(f"{number}. semt")
    amount = text.split(" yangınında ")[1].split(" ")[0]
    begin = start + text.index(f" {amount} kişi") + 1
    day = _FIRST + timedelta(number % _DAYS)
    span = DateSpan(day, day, "day", "", start, start, "publication")
    low = float(amount)
    return Claim(
        id=f"c{source[1:]}{at:02}",
        source=source,
        start=start,
        end=start + len(text),
        text=text,
        speaker=random.choice(_SPEAKERS) if random.random() < 0.2 else None,
        event_type="fire",
        modality="occurred",
        date=span,
        dates=(span,),
        place="İzmir",
        participants=("İzmir", "İtfaiye"),
        quantities=(
            Quantity(
                low, low, low, "person", "injured", None, "event", "exactly", f"{amount} kişi",
                begin, begin + len(amount) + 5,
            ),
        ),
        mentions=(
            Mention("İzmir'in", start, start + 8, "place", "İzmir"),
            Mention("semt", place, place + 4, "place", f"{number}. semt"),
        ),
        lemmas=tuple(random.sample(_WORDS, 8)),
        context_start=start,
        context_end=start + len(text),
    )  # fmt: skip


def _event(number: int, claims: Sequence[Claim]) -> Event:
    label = f"fire, İzmir, {number}. semt, {claims[0].date and claims[0].date.start.isoformat()}"
    sources = [claim.source for claim in claims]
    return Event(
        f"e{number:016x}", label, "fire", tuple(one.id for one in claims), claims[0].date, "İzmir",
        ("İzmir", "İtfaiye"), origins=len(claims), first_source=sources[0],
    )  # fmt: skip


def _discrepancy(event: Event, claims: Sequence[Claim]) -> Discrepancy:
    values = tuple(
        AttributeValue(
            one.id, one.source, said.value, said.low, said.high, said.expr, said.expr, said.start, said.end,
            one.source,
        )
        for one in claims
        for said in one.quantities
    )  # fmt: skip
    return Discrepancy(
        f"d{event.id[1:]}", event.id, "count", "injured", "conflict", "high", values,
        "They differ.", severity_why="a made-up gap",
    )  # fmt: skip

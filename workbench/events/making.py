"""What an event is: its type, date, place, people and name, as most of its claims give them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date as Day  # noqa: N812 - `date` is a parameter here
from typing import Protocol

from workbench.events.features import Features, families
from workbench.events.origins import trace
from workbench.events.spans import length
from workbench.events.weights import weights
from workbench.models import Claim, DateSpan, Event, Publication


class Published(Protocol):
    """What the matcher needs of a source."""

    @property
    def published(self) -> Publication | None: ...

    @property
    def file(self) -> str: ...


def make_event(claims: Sequence[Claim], items: Sequence[Features], sources: Mapping[str, Published]) -> Event:
    """The event of these claims; `items` are their features, in the same order.

    Its id follows from the claim that was told first.
    """
    anchor = min(claims, key=lambda c: (_told(c, sources), c.source, c.start, c.id))
    event_type = _event_type(claims, items)
    typed = [c for c in claims if c.event_type == event_type and not c.continues] or list(claims)
    date = _date(typed) or _date(claims)
    places = Counter(c.place for c in typed if c.place)
    place = places.most_common(1)[0][0] if places else None
    participants = _participants(typed, event_type)
    ordinals = Counter(value for item in items for value in item.ordinals.values())
    origins = trace(claims, sources)
    return Event(
        id="e" + hashlib.sha256(anchor.id.encode()).hexdigest()[:16],
        label=_label(event_type, participants, place, date),
        event_type=event_type,
        claims=tuple(c.id for c in claims),
        date=date,
        place=place,
        participants=participants,
        ordinal=ordinals.most_common(1)[0][0] if ordinals else None,
        origins=origins.count,
        first_source=origins.first,
    )


def _event_type(claims: Sequence[Claim], items: Sequence[Features]) -> str:
    """The type most claims give the event in their own words, what is only talked about left out."""
    votes: Counter[str] = Counter()
    for claim, item in zip(claims, items, strict=True):
        if claim.continues or item.scene or (item.event_type in weights().generic and item.topic):
            continue
        votes[claim.event_type] += _vote(item.family, len(claims))
    votes = votes or Counter(c.event_type for c in claims)
    return min(votes, key=lambda kind: (-votes[kind], kind))


def _vote(family: str, most: int) -> int:
    """How much a claim's word on its event's type weighs among `most`: a rank outweighs all below it."""
    if family in weights().soft:
        return 1
    return most if family in weights().matters else most * most


def _participants(claims: Sequence[Claim], event_type: str) -> tuple[str, ...]:
    """Who took part, the most often named first; meetings are of people, other events of states."""
    named = Counter(p for c in claims for p in c.participants)
    persons = {m.canonical for c in claims for m in c.mentions if m.kind == "person"}
    personal = families().get(event_type) == "contact"
    return tuple(sorted(named, key=lambda p: ((p in persons) != personal, -named[p], p))[:6])


def _told(claim: Claim, sources: Mapping[str, Published]) -> str:
    published = sources[claim.source].published
    return published.best.isoformat() if published else "9999"


def _date(claims: Sequence[Claim]) -> DateSpan | None:
    """The date most claims give, the most precise first, dates in words before days of publication."""
    dated = [c.date for c in claims if c.date is not None and c.modality == "occurred"]
    dated = dated or [c.date for c in claims if c.date is not None]
    if not dated:
        return None
    votes = Counter((d.start, d.end) for d in dated)
    return min(
        dated,
        key=lambda d: (d.basis == "publication", length(d) > 1, -votes[d.start, d.end], length(d), d.start),
    )


def _label(event_type: str, participants: Sequence[str], place: str | None, date: DateSpan | None) -> str:
    """ "phone call, Recep Tayyip Erdoğan, Vladimir Putin, 24 Nov 2025"."""
    parts = [event_type.replace("_", " "), *participants[:2]]
    if place:
        parts.append(place)
    if date:
        parts.append(say_date(date))
    return ", ".join(parts)


def say_date(date: DateSpan) -> str:
    """A date interval for a reader ("24 Nov 2025", "May 2025", "16-25 May 2025")."""
    if date.start != date.end and date.precision == "year":
        return f"{date.start:%Y}"
    if date.start != date.end and date.precision == "month":
        return f"{date.start:%b %Y}"
    return say_days(date.start, date.end)


def say_days(first: Day, last: Day) -> str:
    """A stretch of days for a reader ("24 Nov 2025", "16 May 2025 to 25 May 2025")."""
    days = [f"{day.day} {day:%b %Y}" for day in dict.fromkeys((first, last))]
    return " to ".join(days)

"""Claims to events: candidates, likeness, grouping, and what each event is."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol

from workbench.events.candidates import candidates
from workbench.events.features import Features, families, features
from workbench.events.grouping import by_position, cannot_link, group
from workbench.events.likeness import Words, likeness
from workbench.events.origins import count_origins
from workbench.events.spans import length
from workbench.events.verdicts import constraints
from workbench.events.weights import weights
from workbench.models import Claim, DateSpan, Decision, Event, Link, Publication


class Published(Protocol):
    """What the matcher needs of a source."""

    @property
    def published(self) -> Publication | None: ...

    @property
    def file(self) -> str: ...


def match(
    claims: Sequence[Claim],
    sources: Mapping[str, Published],
    decisions: Sequence[Decision] = (),
) -> tuple[list[Event], list[Link]]:
    """The events that claims speak of, and the links that made them, both in a stable order.

    `sources` maps source ids to what is known of them. A pure function: the same claims give the
    same events on every machine, in whatever order they were imported.
    """
    ordered = sorted(claims, key=lambda c: (c.source, c.start, c.end, c.id))
    items = features(ordered)
    words = Words(items)
    found = candidates(items)
    scored: list[tuple[float, int, int]] = []
    links: dict[tuple[int, int], Link] = {}
    bar = weights().threshold
    for i, j in found.pairs:
        if cannot_link(items[i], items[j]):
            continue
        parts = likeness(items[i], items[j], words)
        score = round(sum(part.weight for part in parts), 4)
        if score >= bar:
            scored.append((score, i, j))
            links[i, j] = Link(items[i].claim, items[j].claim, score, parts)
    said = constraints(decisions)
    groups = group(items, scored, bar, said.cannot, said.must)
    home = by_position(groups)
    kept = [link for (i, j), link in sorted(links.items()) if home[i] == home[j]]
    events = [
        _event([ordered[at] for at in members], [items[at] for at in members], sources) for members in groups
    ]
    return sorted(events, key=lambda e: e.id), kept


def _event(claims: Sequence[Claim], items: Sequence[Features], sources: Mapping[str, Published]) -> Event:
    anchor = min(claims, key=lambda c: (_told(c, sources), c.source, c.start, c.id))
    event_type = _event_type(claims, items)
    typed = [c for c in claims if c.event_type == event_type and not c.continues] or list(claims)
    date = _date(typed) or _date(claims)
    places = Counter(c.place for c in typed if c.place)
    place = places.most_common(1)[0][0] if places else None
    participants = _participants(typed, event_type)
    ordinals = Counter(value for item in items for value in item.ordinals.values())
    return Event(
        id="e" + hashlib.sha256(anchor.id.encode()).hexdigest()[:16],
        label=_label(event_type, participants, place, date),
        event_type=event_type,
        claims=tuple(c.id for c in claims),
        date=date,
        place=place,
        participants=participants,
        ordinal=ordinals.most_common(1)[0][0] if ordinals else None,
        origins=count_origins(claims),
    )


def _event_type(claims: Sequence[Claim], items: Sequence[Features]) -> str:
    """The type most claims give the event in their own words, what is only talked about left out."""
    votes: Counter[str] = Counter()
    for claim, item in zip(claims, items, strict=True):
        if claim.continues or item.scene or (item.event_type in weights().generic and item.topic):
            continue
        votes[claim.event_type] += 1 if item.family in weights().soft else len(claims)
    votes = votes or Counter(c.event_type for c in claims)
    return min(votes, key=lambda kind: (-votes[kind], kind))


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
    if date.start == date.end:
        return f"{date.start.day} {date.start:%b %Y}"
    if date.precision == "year":
        return f"{date.start:%Y}"
    if date.precision == "month":
        return f"{date.start:%b %Y}"
    return f"{date.start.day} {date.start:%b %Y} to {date.end.day} {date.end:%b %Y}"

"""What a detector sees of one event, and how it puts a discrepancy together."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Protocol, TypeVar, cast

from workbench.discrepancies.around import EventIndex, Lookup, Stage, told_day, week_of
from workbench.discrepancies.severity import weigh
from workbench.events.counterparts import standing
from workbench.events.origins import trace
from workbench.events.telling import told
from workbench.models import (
    Attribute,
    AttributeValue,
    Claim,
    Discrepancy,
    Event,
    Publication,
    Quantity,
    Slip,
    Verdict,
)
from workbench.subjects import superseded_key

T = TypeVar("T")


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


@dataclass(frozen=True)
class World:
    """Events with their claims, and a lookup of others, for checks that look beyond one event.

    `claims` holds those of `events` and of whatever `lookup` finds. Without a lookup, `events` are all
    there are.
    """

    events: Sequence[Event]
    claims: Mapping[str, Claim]
    sources: Mapping[str, SourceInfo]
    lookup: Lookup | None = None

    @cached_property
    def _around(self) -> Lookup:
        return self.lookup or EventIndex(self.events, self.claims, self.sources)

    @cached_property
    def _origins(self) -> dict[str, Mapping[str, str]]:
        return {}

    def events_of_type(self, event_type: str, naming: str) -> Sequence[Event]:
        """Events one of whose claims tells of that type, and one names that participant, by id."""
        return self._around.of_type(event_type, naming)

    def children(self, event: Event) -> Sequence[Event]:
        """The stages of a larger event, by id."""
        return self._around.children(event.id)

    def events_near(self, stage: Stage, days: Iterable[date], naming: Iterable[str]) -> Sequence[Event]:
        """Events one of whose claims is of that stage and was told or begins in the weeks of these days.

        One of their claims has one of those parties, or is of one of those sources. They come by id, and
        a few are told of on other days of those weeks.
        """
        names, weeks = tuple(naming), {week_of(day) for day in days}
        found = {e.id: e for w in weeks for name in names for e in self._around.in_week(stage, w, name)}
        return [found[name] for name in sorted(found)]

    def events_stating(self, aspect: str, naming: str) -> Sequence[Event]:
        """Events one of whose claims states that aspect and names that party or place, by id."""
        return self._around.stating(aspect, naming)

    def events_quoting(self, speaker: str, weeks: Iterable[int]) -> Sequence[Event]:
        """Events one of whose claims, told in one of those weeks, prints words of that speaker, by id."""
        found = {e.id: e for week in weeks for e in self._around.quoting(speaker, week)}
        return [found[name] for name in sorted(found)]

    def events_in_month(
        self, event_type: str, place: str, year: int, month: int, day: int | None
    ) -> Sequence[Event]:
        """Events of that type and region in that month, by id.

        With a `day`, those dated to that day of the month, or to the month alone.
        """
        return self._around.in_month(event_type, place, year, month, day)

    def told_day(self, claim: Claim) -> date | None:
        """The day on which the clause was told: that of its dated entry, else of publication."""
        return told_day(claim, self.sources)

    @cached_property
    def _kept(self) -> dict[tuple[str, str], object]:
        return {}

    def once(self, what: str, name: str, make: Callable[[], T]) -> T:
        """What `make` gives, made only the first time that it is asked for by this name."""
        key = (what, name)
        if key not in self._kept:
            self._kept[key] = make()
        return cast(T, self._kept[key])

    def claims_of(self, event: Event) -> list[Claim]:
        """The claims of an event that its articles still make, in the order in which it holds them."""
        return standing([self.claims[claim] for claim in event.claims], self.sources)

    def origins(self, event: Event, claims: Sequence[Claim]) -> Mapping[str, str]:
        """Claim id to the source where what it says of the event is first known, found once an event."""
        if event.id not in self._origins:
            self._origins[event.id] = trace(claims, self.sources).of_claim
        return self._origins[event.id]


@dataclass(frozen=True, slots=True)
class EventView:
    """One event with its claims in order of telling.

    ``former`` are those of earlier versions of articles, which hold no more: only what the articles say now
    is held against what others say.
    """

    event: Event
    claims: tuple[Claim, ...]
    world: World
    former: tuple[Claim, ...] = ()

    def told(self, claim: Claim) -> str:
        """When a claim was told, as a sortable ISO date with its time where known; unknown sorts last."""
        return told(self.world.sources[claim.source].published)

    def counted(self, claim: Claim) -> str:
        """When its numbers held: the day up to which they were counted where that is said, else when told.

        What is told again as an earlier figure held on the day that goes with it, or before the article.
        """
        said = self.told(claim)
        days = [a.removeprefix("as_of=") for a in claim.aspects if a.startswith("as_of=")]
        if is_former(claim):
            published = self.world.sources[claim.source].published
            days += [claim.date.end.isoformat()] if claim.date and claim.date.expr else []
            days += [(published.best - timedelta(1)).isoformat()] if published and not days else []
        return min((day for day in days if day < said[:10]), default=said)


def is_former(claim: Claim) -> bool:
    """True where a clause tells a figure again that was given before ("officials had said 12")."""
    return "update=former" in claim.aspects


Detector = Callable[[EventView], list[Discrepancy]]


def view(event: Event, world: World) -> EventView:
    """The event with its claims, the earliest told first."""
    held = [world.claims[c] for c in event.claims]
    bare = EventView(event, (), world)
    ordered = sorted(held, key=lambda c: (bare.told(c), c.source, c.start, c.id))
    kept = standing(ordered, world.sources)
    if len(kept) == len(ordered):
        return EventView(event, tuple(ordered), world)
    stay = {claim.id for claim in kept}
    return EventView(event, tuple(kept), world, tuple(c for c in ordered if c.id not in stay))


def discrepancy(
    seen: EventView,
    attribute: Attribute,
    key: str,
    verdict: Verdict,
    values: Sequence[AttributeValue],
    why: str,
    *,
    suggestion: str | None = None,
    rule: str | None = None,
    slip: Slip | None = None,
    gap: float | None = None,
) -> Discrepancy:
    """A discrepancy whose id derives from its event, attribute, key and verdict's family.

    Its severity is weighed here, for every detector alike; `gap` is for numbers that do not show their
    distance themselves (see `severity.weigh`).
    """
    origins = seen.world.origins(seen.event, (*seen.former, *seen.claims))
    values = [replace(v, origin=origins.get(v.claim, v.source)) for v in values]
    severity, severity_why = weigh(attribute, key, verdict, values, gap=gap)
    return Discrepancy(
        discrepancy_id(seen.event.id, attribute, key, verdict),
        seen.event.id,
        attribute,
        superseded_key(key) if verdict == "superseded" else key,
        verdict,
        severity,
        tuple(values),
        why,
        suggestion,
        rule,
        severity_why,
        slip,
    )


def discrepancy_id(event: str, attribute: Attribute, key: str, verdict: Verdict) -> str:
    """The id of what is said of an event; `key` without the mark of a superseded figure."""
    family = "superseded" if verdict == "superseded" else "open"
    return "d" + hashlib.sha256(f"{event}:{attribute}:{key}:{family}".encode()).hexdigest()[:16]


def stated_number(claim: Claim, quantity: Quantity, label: str) -> AttributeValue:
    """A number that a claim states, at its own characters."""
    return AttributeValue(
        claim.id,
        claim.source,
        quantity.value,
        quantity.low,
        quantity.high,
        label,
        quantity.expr,
        quantity.start,
        quantity.end,
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

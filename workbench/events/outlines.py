"""What an event's claims say of its extent: its days, its size, which stage it is, how many it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources

import msgspec

from workbench.claims.aspects import LAST_STAGE
from workbench.claims.names import ancestors
from workbench.claims.reading import SERIES_UNITS
from workbench.events.features import states
from workbench.events.spans import length
from workbench.events.weights import weights
from workbench.models import Claim, DateSpan, Event, Quantity
from workbench.phrases import likeness as reasons

Days = tuple[date, date]
"""The first and the last day."""
_FEW = 7
"""A date of more days than this says little of when a single event was."""
_WITHIN = "within="


class After(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What comes after an event of type `whole`, up to so many days later."""

    whole: str
    days: int


class StageRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """stages.toml; every name is a canonical event type, but for the series."""

    courses: frozenset[str]
    sized: frozenset[str]
    series: frozenset[str]
    most: int
    slack: int
    occasions: dict[str, list[str]]
    after: dict[str, After]
    rank: dict[str, int]


@cache
def stage_rules() -> StageRules:
    """The rules of `stages.toml`."""
    path = resources.files("workbench.events") / "stages.toml"
    return msgspec.toml.decode(path.read_bytes(), type=StageRules)


@dataclass(frozen=True, slots=True)
class Outline:
    """An event as far as it tells whether it is a stage, or made of stages."""

    event: Event
    days: Days | None
    """When it was, where that is known to a few days."""
    course: Days | None
    """From its first to its last day, where it is told of as going on for several, or counts several."""
    lasting: int | None
    """How many days it is said to have gone on for."""
    counts: int | None
    """How many events of its type it counts ("seven calls this year")."""
    stage: str | None
    """The stage that its claims call it ("day 2")."""
    within: frozenset[str]
    """Types of the events at which its own is said to have taken place."""
    people: frozenset[str]
    foremost: frozenset[str]
    """The people whom most of its claims name."""
    states: frozenset[str]
    sources: frozenset[str]
    size: float | None
    """The largest number of what tells a whole from its stages: those handed over, a magnitude."""


def outline(event: Event, claims: Mapping[str, Claim]) -> Outline:
    """The outline of an event; those of its claims that are not in `claims` are passed over."""
    held = [claims[claim] for claim in event.claims if claim in claims]
    own = [claim for claim in held if claim.event_type == event.event_type] or held
    counts, stage = _counts(own), _stage(event.event_type, own)
    # What is itself the second of three days says of the first two how many were freed "in two days".
    lasting = None if stage else _lasting(own)
    persons = {m.canonical for claim in held for m in claim.mentions if m.kind == "person"}
    named = Counter(name for claim in held for name in claim.participants if name in persons)
    most = max(named.values(), default=0)
    return Outline(
        event=event,
        days=(event.date.start, event.date.end) if event.date and length(event.date) <= _FEW else None,
        course=_counted_course(event) if counts else _course(own, lasting),
        lasting=lasting,
        counts=counts,
        stage=stage,
        within=frozenset(a.removeprefix(_WITHIN) for c in own for a in c.aspects if a.startswith(_WITHIN)),
        people=frozenset(named),
        foremost=frozenset(name for name, votes in named.items() if votes == most),
        states=frozenset(name for claim in held for name in claim.participants) & states(),
        sources=frozenset(claim.source for claim in held),
        size=_size(event.event_type, own),
    )


def _stage(event_type: str, claims: Sequence[Claim]) -> str | None:
    """What its claims call it; None where as many speak of it as a whole."""
    votes = Counter(
        reasons.NUMBERED_STAGE(noun=o.of, number=str(o.value))
        for claim in claims
        for o in claim.ordinals
        if _is_stage(o.of, o.value)
    )
    votes.update(reasons.LAST_STAGE() for claim in claims if LAST_STAGE in claim.aspects)
    size = _size(event_type, claims)
    plain = [c for c in claims if not any(_is_stage(o.of, o.value) for o in c.ordinals)]
    wholes = (
        sum(map(_is_whole, plain))
        + sum(size is not None and _size(event_type, [c]) == size for c in plain) // 2
    )
    if not votes or wholes >= sum(votes.values()):
        return None
    return min(votes, key=lambda name: (-votes[name], name))


def _is_stage(series: str, value: int) -> bool:
    return series in stage_rules().series and value <= stage_rules().most


def _is_whole(claim: Claim) -> bool:
    """True where a claim speaks of all days of an event: it says how many, or from when to when."""
    return _days_said(claim) is not None or (claim.date is not None and _is_range(claim.date))


def _is_range(span: DateSpan) -> bool:
    return span.precision == "range" and span.basis != "inherited" and 1 < length(span) <= stage_rules().most


def _days_said(claim: Claim) -> int | None:
    """How many days a claim says that its event went on for."""
    said = (q for q in claim.quantities if q.unit == "day" and q.modifier == "exactly" and not q.part)
    return next((int(q.value) for q in said if 1 < q.value <= stage_rules().most), None)


def _lasting(claims: Sequence[Claim]) -> int | None:
    votes = Counter(days for claim in claims if (days := _days_said(claim)) is not None)
    votes.update(length(c.date) for c in claims if c.date is not None and _is_range(c.date))
    return min(votes, key=lambda days: (-votes[days], days), default=None)


def _course(claims: Sequence[Claim], lasting: int | None) -> Days | None:
    """From the first to the last day that claims give, as far as the days that it lasted allow."""
    if lasting is None:
        return None
    dated = [c.date for c in claims if c.date is not None and (length(c.date) == 1 or _is_range(c.date))]
    ranges = [span for span in dated if _is_range(span)]
    if ranges:
        return min(span.start for span in ranges), max(span.end for span in ranges)
    if not dated:
        return None
    days = Counter(span.start for span in dated if span.basis != "publication") or Counter(
        span.start for span in dated
    )
    day = min(days, key=lambda one: (-days[one], one))
    return day - timedelta(lasting - 1), day + timedelta(lasting - 1)


def _counts(claims: Sequence[Claim]) -> int | None:
    numbers = [q.value for c in claims for q in c.quantities if q.unit in SERIES_UNITS and q.value > 1]
    return int(max(numbers)) if numbers else None


def _counted_course(event: Event) -> Days | None:
    """The stretch over which events are counted, where the words give one."""
    span = event.date
    if span is None or length(span) == 1 or span.basis in ("publication", "inherited"):
        return None
    return span.start, span.end


def _size(event_type: str, claims: Sequence[Claim]) -> float | None:
    sizes = [q.value for claim in claims for q in claim.quantities if _tells_size(event_type, q)]
    return max(sizes, default=None)


def _tells_size(event_type: str, quantity: Quantity) -> bool:
    if quantity.part or quantity.scope == "running_total":
        return False
    if event_type in stage_rules().sized:
        return quantity.counted in weights().exchanged | {"body"} or quantity.unit == "number"
    return quantity.unit == "magnitude"


def regions(event: Event) -> frozenset[str]:
    """The event's place with all that it lies in."""
    return frozenset((event.place, *ancestors(event.place))) if event.place else frozenset()

"""What of a claim tells which event it speaks of: type, days, people, place, ordinals, counts, words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day  # noqa: N812 - `date` is a field here
from functools import cache

from workbench.events.weights import weights
from workbench.languages.loader import LANGUAGES, load
from workbench.models import Claim, DateSpan, Quantity

REPORT_DAYS = 7
"""A report of a happening that strikes once appears within so many days of it."""
_SLIP = 0.05
"""How far a stated sum may miss its parts and still be meant for them."""
_HANDED_OVER = "handed_over"
_AHEAD = frozenset({"planned", "expected", "proposed", "agreed"})
_SERIES_UNITS = frozenset({"round", "time", "call", "meeting", "visit"})


@cache
def families() -> Mapping[str, str]:
    """Event type to its family, over all language packs."""
    return {kind.name: kind.family for code in LANGUAGES for kind in load(code).events.types} | {
        "aftershock": "aftershock",
        "other": "other",
    }


@cache
def states() -> frozenset[str]:
    """Canonical names of all states the packs know."""
    return frozenset(name for code in LANGUAGES for name in load(code).names.states)


@cache
def series() -> frozenset[str]:
    """Series whose ordinal tells which event is meant ("3. tur"), as against which thing ("ilk ünite")."""
    return weights().series


@dataclass(frozen=True, slots=True)
class Features:
    """A claim as the matcher sees it. `index` counts claims of one source in order of position."""

    claim: str
    source: str
    index: int
    event_type: str
    family: str
    modality: str
    date: DateSpan | None
    dated: bool
    """True where the words (or a heading) give the date; False where it is only the publication day."""
    ordinals: Mapping[str, int]
    people: frozenset[str]
    states: frozenset[str]
    place: str | None
    speaker: str | None
    counts: Mapping[str, frozenset[float]]
    lemmas: tuple[str, ...]
    quote: str
    scene: str | None
    continues: bool
    heading: bool
    section: tuple[str, int | None]
    """Source and place of the dated heading: claims of one dated entry share it."""
    planned_date: bool
    """True where `date` is the day of agreeing or announcing, not of the event itself."""
    told: Day | None
    """The day on which the clause was told, where that is known."""
    running: bool
    plural: bool
    """True where the claim counts several events ("7 kez görüştü"): it is none of them."""
    sizes: frozenset[float] = frozenset()
    """Numbers handed over in an exchange: its size, by which one of a series is told from another."""
    topic: str | None = None
    """The claim that this one goes on about, where it names no event of its own."""


def features(claims: Sequence[Claim]) -> list[Features]:
    """The features of claims, in the order given; claims of one source must come in order of position."""
    found: list[Features] = []
    focus: dict[tuple[str, int | None], list[tuple[Features, Claim]]] = {}
    counter: dict[str, int] = {}
    for claim in claims:
        index = counter[claim.source] = counter.get(claim.source, -1) + 1
        section = (claim.source, _heading(claim))
        earlier = focus.setdefault(section, [])
        bare = _one(claim, index, section)
        topic = _topic(bare, claim, earlier)
        item = replace(bare, topic=topic)
        if any(past.claim == topic and told.context_start == claim.context_start for past, told in earlier):
            # One sentence speaks of one exchange, whatever numbers it names for it.
            item = replace(item, sizes=frozenset())
        found.append(item)
        opens = not claim.continues or not earlier
        if opens and item.scene != "after" and item.event_type not in weights().subsidiary:
            earlier.append((item, claim))
    return found


def _topic(item: Features, claim: Claim, earlier: Sequence[tuple[Features, Claim]]) -> str | None:
    """The earlier claim of the section that this one goes on about.

    A clause with no event word of its own goes on about the last one; an undated one with an event
    word means the last event of that type ("depremin ardından"), where nothing speaks against it.
    """
    if claim.continues:
        return earlier[-1][0].claim if earlier else None
    alike = {item.event_type, *weights().generic.get(item.event_type, ())}
    for past, told in reversed(earlier):
        if (
            past.event_type in alike
            and _days_allow(item, past)
            and _may_be_same(item, past, told.context_start == claim.context_start)
        ):
            return past.claim
    return _focus(item, earlier)


def _days_allow(item: Features, past: Features) -> bool:
    """True where an undated clause may mean `past`, or a dated one gives the day of what `past` reports."""
    if not item.dated or item.date is None or item.date.basis == "heading":
        return True
    if past.dated or past.date is None or item.family not in weights().one_off:
        return False
    return 0 <= (past.date.start - item.date.end).days <= REPORT_DAYS


def _focus(item: Features, earlier: Sequence[tuple[Features, Claim]]) -> str | None:
    """What a report is about, where it is of a happening that strikes once: the rest of it belongs there."""
    kept_out = item.family == "contact" or item.event_type in weights().subsidiary
    own_day = item.dated and item.date is not None and item.date.basis != "heading"
    if not earlier or kept_out or own_day or item.scene == "after" or item.running:
        return None
    lead = next((past for past, _ in earlier if not past.heading), earlier[0][0])
    if lead.family in weights().one_off and item.family != lead.family:
        return lead.claim
    return None


def _may_be_same(a: Features, b: Features, same_sentence: bool) -> bool:
    if any(b.ordinals.get(name, value) != value for name, value in a.ordinals.items()):
        return False
    if a.people and b.people and not a.people & b.people:
        return False
    if len(a.states) >= 2 and len(b.states) >= 2 and a.states != b.states:
        return False
    if a.running != b.running and a.counts and b.counts:
        return False
    return same_sentence or sizes_agree(a.sizes, b.sizes)


def sizes_agree(a: Collection[float], b: Collection[float]) -> bool:
    """True where two exchanges may be one by their numbers: one is shared, or parts make a whole."""
    if not a or not b or set(a) & set(b):
        return True
    return any(
        abs(sum(parts) - whole) <= _SLIP * whole
        for parts, wholes in ((a, b), (b, a))
        if len(parts) > 1
        for whole in wholes
    )


def _heading(claim: Claim) -> int | None:
    """Offset of the dated heading over the claim, or None."""
    return next(
        (d.expr_start for d in (claim.date, *claim.dates) if d is not None and d.basis == "heading"), None
    )


def _says_date(claim: Claim) -> bool:
    """True where the claim's own words, or the heading over it, give the day of the event itself."""
    span = claim.date
    if span is None or span.basis == "publication":
        return False
    if claim.continues and families().get(claim.event_type) in weights().one_off:
        # "Cesedi dün bulundu" dates the finding, not the flood.
        return False
    return span.basis == "heading" or claim.start <= span.expr_start < claim.end


def _aspect(claim: Claim, name: str) -> str | None:
    return next((a.removeprefix(f"{name}=") for a in claim.aspects if a.startswith(f"{name}=")), None)


def _one(claim: Claim, index: int, section: tuple[str, int | None]) -> Features:
    family = families().get(claim.event_type, "other")
    counts: dict[str, set[float]] = {}
    for quantity in claim.quantities:
        if not quantity.part and quantity.unit in _SERIES_UNITS:
            counts.setdefault(f"{quantity.unit}s", set()).add(quantity.value)
        elif not quantity.part:
            counts.setdefault(_counted(quantity, family), set()).add(quantity.value)
    people = {p for p in claim.participants if p not in states()}
    return Features(
        claim=claim.id,
        source=claim.source,
        index=index,
        event_type=claim.event_type,
        family=family,
        modality=claim.modality,
        date=claim.date,
        dated=_says_date(claim),
        ordinals=_ordinals(claim),
        people=frozenset(people),
        states=frozenset(claim.participants) & states(),
        place=claim.place,
        speaker=claim.speaker,
        counts={name: frozenset(values) for name, values in counts.items()},
        lemmas=claim.lemmas,
        quote=" ".join(q.text for q in claim.quotes),
        scene=_aspect(claim, "scene"),
        continues=claim.continues,
        heading=claim.heading,
        section=section,
        planned_date=claim.modality in _AHEAD and family == "exchange",
        told=Day.fromisoformat(told) if (told := _aspect(claim, "told")) else None,
        plural=any(q.unit in _SERIES_UNITS and q.value > 1 for q in claim.quantities),
        running=any(q.scope == "running_total" for q in claim.quantities),
        sizes=frozenset(counts.get(_HANDED_OVER, ())),
    )


def _ordinals(claim: Claim) -> dict[str, int]:
    """Which one of its series the event is; "3. kez" is the third of whatever the clause speaks of."""
    found = {o.of: o.value for o in claim.ordinals if o.of in series()}
    own = weights().series_of.get(claim.event_type)
    for ordinal in claim.ordinals:
        if ordinal.of == "time" and ordinal.value > 1 and own:
            found.setdefault(own, ordinal.value)
    return found


def _counted(quantity: Quantity, family: str) -> str:
    """What is counted; in an exchange all who are handed over are one kind, whatever the noun."""
    name = quantity.counted or quantity.unit
    if family == "exchange" and (quantity.counted is None or name in weights().exchanged):
        return _HANDED_OVER if quantity.unit not in weights().time_units else name
    return name

"""What of a claim tells which event it speaks of: type, days, people, place, ordinals, counts, words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as Day  # noqa: N812 - `date` is a field here
from functools import cache, lru_cache

from workbench.claims.names import ancestors
from workbench.claims.names_spelling import sounding
from workbench.events.chronicle import placed
from workbench.events.cohesion import Thread, says_day
from workbench.events.flow import going_on, lead_of, topic_of
from workbench.events.harm import harmed_by
from workbench.events.spans import days_apart
from workbench.events.story import Story, stories
from workbench.events.weights import weights
from workbench.languages.loader import LANGUAGES, load
from workbench.models import NOT_YET, Claim, DateSpan, Quantity

_HANDED_OVER = "handed_over"
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


@lru_cache(maxsize=1 << 14)
def behind(name: str) -> str:
    """The state that an office or delegation is of ("Ukrayna heyeti"), or the name itself."""
    words = name.split(" ")
    heads = (" ".join(words[:size]) for size in range(len(words) - 1, 0, -1))
    return next((head for head in heads if head in states()), name)


@cache
def _known_people() -> frozenset[str]:
    return frozenset(name for code in LANGUAGES for name in load(code).names.people)


@lru_cache(maxsize=1 << 14)
def heard(name: str) -> str:
    """A person's name as every spelling of it sounds ("Andrés", "Andres"); itself where the packs know it."""
    return name if name in _known_people() else sounding(name)


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
    """By their sound (`heard`); `spelled` holds their names."""
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
    setting: frozenset[str] = frozenset()
    """Places and states named, with all they lie in; where none is named, those of what the text is about."""
    kinds: frozenset[str] = frozenset()
    """What the words narrow the type to: a strike is no rally."""
    within: str | None = None
    """Type of the event at which the claim's own happened ("toplantıda", "mitingde")."""
    story: Story = ()
    """The most telling names and numbers told around the claim."""
    spelled: Mapping[str, str] = field(default_factory=dict)
    """The people's names as the text spells them, by their sound."""
    topic: str | None = None
    """The claim that this one goes on about, where it names no event of its own."""


def features(claims: Sequence[Claim]) -> list[Features]:
    """The features of claims, in the order given; claims of one source must come in order of position."""
    found: list[Features] = []
    told: dict[tuple[str, int | None], list[Thread]] = {}
    current: dict[tuple[str, int | None], Thread] = {}
    counter: dict[str, int] = {}
    for claim, story in zip(claims, stories(claims), strict=True):
        index = counter[claim.source] = counter.get(claim.source, -1) + 1
        section = (claim.source, _heading(claim))
        earlier = told.setdefault(section, [])
        item = _one(_retyped(claim, earlier), index, section, story)
        past = topic_of(item, claim, earlier, current.get(section))
        item = going_on(item, past)
        if not item.setting and earlier:
            item = replace(item, setting=_setting_of(item, earlier))
        found.append(item)
        opens = not claim.continues or not earlier or _elsewhen(item, past)
        if opens and item.scene != "after" and item.event_type not in weights().subsidiary:
            past = Thread(item, claim)
            earlier.append(past)
        if past is not None:
            past.add(claim)
            current[section] = past
    return placed(_headed(found))


def _elsewhen(item: Features, past: Thread | None) -> bool:
    """True where a clause that goes on about another gives a day of its own: what follows is of that day."""
    if past is None or item.date is None or past.item.date is None:
        return False
    return says_day(item) and days_apart(item.date, past.item.date) > 0


def _headed(items: Sequence[Features]) -> list[Features]:
    """A heading without an event word tells of what stands under it, not of what stands above."""
    found = list(items)
    for at in range(len(found) - 2, -1, -1):
        item, below = found[at], found[at + 1]
        if not (item.heading and item.continues) or below.section != item.section:
            continue
        item = replace(item, topic=below.topic or below.claim)
        own = items[at].dated and items[at].topic is None
        found[at] = item if own else replace(item, date=below.date, dated=below.dated)
    return found


def _setting_of(item: Features, earlier: Sequence[Thread]) -> frozenset[str]:
    """Where what the claim goes on about happened, or what the section tells first."""
    topic = next((past.item for past in reversed(earlier) if past.item.claim == item.topic), None)
    return (topic.setting if topic else None) or earlier[0].item.setting


def _retyped(claim: Claim, earlier: Sequence[Thread]) -> Claim:
    """The claim with the type of the event that it means.

    Who proposes talks for a day speaks of those talks. In a report of an exchange whoever was released or
    flown home was exchanged, not tried or received.
    """
    brought_up = _aspect(claim, "brought_up")
    if brought_up and claim.event_type in weights().introduced and _names_day(claim):
        return replace(claim, event_type=brought_up)
    if not earlier:
        return claim
    lead = lead_of(earlier).item
    harm = harmed_by(claim, families().get(claim.event_type, "other"), earlier)
    if harm is not None:
        return replace(claim, event_type=harm, continues=False)
    if lead.family in weights().consequences.get(claim.event_type, ()):
        return replace(claim, event_type=lead.event_type, continues=True)
    if claim.event_type not in weights().taken_over:
        return claim
    handed = any(quantity.counted in weights().exchanged for quantity in claim.quantities)
    return replace(claim, event_type=lead.event_type) if handed and lead.family == "exchange" else claim


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
    once = families().get(claim.event_type) in weights().one_off or claim.event_type in weights().courses
    if once and claim.quantities and claim.modality == "occurred" and _aspect(claim, "as_of"):
        return False
    if claim.continues and families().get(claim.event_type) in weights().one_off:
        # "Cesedi dün bulundu" dates the finding, not the flood; what is to come is an event of its own.
        return claim.modality in NOT_YET and claim.start <= span.expr_start < claim.end
    return span.basis == "heading" or claim.start <= span.expr_start < claim.end


def _names_day(claim: Claim) -> bool:
    """True where the claim's own words give its day."""
    span = claim.date
    given = span is not None and span.basis not in ("publication", "heading")
    return given and span is not None and claim.start <= span.expr_start < claim.end


def _aspect(claim: Claim, name: str) -> str | None:
    return next((a.removeprefix(f"{name}=") for a in claim.aspects if a.startswith(f"{name}=")), None)


def _one(claim: Claim, index: int, section: tuple[str, int | None], story: Story) -> Features:
    family = families().get(claim.event_type, "other")
    counts: dict[str, set[float]] = {}
    for quantity in claim.quantities:
        if not quantity.part and quantity.unit in _SERIES_UNITS:
            counts.setdefault(f"{quantity.unit}s", set()).add(quantity.value)
        elif not quantity.part:
            counts.setdefault(_counted(quantity, family), set()).add(quantity.value)
    bodies = {m.canonical for m in claim.mentions if m.kind == "organisation"}
    spelled = {heard(p): p for p in claim.participants if p not in states() and p not in bodies}
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
        people=frozenset(spelled),
        spelled=spelled,
        states=_states(claim),
        place=claim.place,
        speaker=claim.speaker,
        counts={name: frozenset(values) for name, values in counts.items()},
        lemmas=claim.lemmas,
        quote=" ".join(q.text for q in claim.quotes),
        scene=_aspect(claim, "scene"),
        continues=claim.continues,
        heading=claim.heading,
        section=section,
        planned_date=claim.modality in NOT_YET and family == "exchange",
        told=Day.fromisoformat(told) if (told := _aspect(claim, "told")) else None,
        plural=any(q.unit in _SERIES_UNITS and q.value > 1 for q in claim.quantities),
        running=any(q.scope == "running_total" for q in claim.quantities),
        sizes=frozenset(counts.get(_HANDED_OVER, ())),
        setting=frozenset((claim.place, *ancestors(claim.place)) if claim.place else ())
        | frozenset(claim.participants) & states(),
        kinds=frozenset(a.removeprefix("kind=") for a in claim.aspects if a.startswith("kind=")),
        within=_aspect(claim, "within"),
        story=story,
    )


def _states(claim: Claim) -> frozenset[str]:
    """The states that take part, by a delegation too; who only hosts or mediates is no party."""
    found = frozenset(map(behind, claim.participants)) & states()
    helpers = {a.removeprefix("helper=") for a in claim.aspects if a.startswith("helper=")}
    if helpers:
        named = Counter(mention.canonical for mention in claim.mentions)
        found -= {name for name in helpers if named[name] == 1}
    return found


def _ordinals(claim: Claim) -> dict[str, int]:
    """Which one of its series the event is; "3. kez" is the third of whatever the clause speaks of."""
    found = {o.of: o.value for o in claim.ordinals if o.of in series()}
    own = weights().series_of.get(claim.event_type)
    by_day = families().get(claim.event_type) == "exchange"
    for ordinal in claim.ordinals:
        if by_day and ordinal.of == "day":
            # What is handed over on the second day of an exchange is its second stage.
            found.setdefault("stage", ordinal.value)
        if ordinal.of == "time" and ordinal.value > 1 and own:
            found.setdefault(own, ordinal.value)
    return found


def _counted(quantity: Quantity, family: str) -> str:
    """What is counted; in an exchange all who are handed over are one kind, whatever the noun."""
    name = quantity.counted or quantity.unit
    if family == "exchange" and (quantity.counted is None or name in weights().exchanged):
        return _HANDED_OVER if quantity.unit not in weights().time_units else name
    return name

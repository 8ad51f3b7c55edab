"""What tells that claims of different events belong to one matter: kind, parties, place, day of telling."""

from __future__ import annotations

from workbench.claims.names import places_agree
from workbench.claims.names_places import ancestors
from workbench.discrepancies.parties import parties
from workbench.discrepancies.rules import rules
from workbench.discrepancies.view import EventView
from workbench.events.features import states
from workbench.events.spans import length
from workbench.folding import fold
from workbench.models import NOT_YET, Claim, DateSpan, Event

"""How far a thing got that has not taken place."""

_PROCESS = 366
"""Days over which talks of the same parties are one process."""
_DEMAND = 3
"""Days within which one demand is reported."""
_WORDS_SHARED = 3
"""Lemmas that show two clauses without an event word of their own to speak of one moment of it."""
_NOUN = 5
"""Letters from which a shared lemma is taken for the noun of a paper."""
_NO_WORDS = frozenset({"publication", "heading"})


def is_ahead(claim: Claim) -> bool:
    """True for what has not taken place; an agreement takes place by being agreed."""
    by_word = claim.modality == "agreed" and claim.event_type in rules().agreed_by_word
    return claim.modality in NOT_YET and not by_word


def is_done(claim: Claim) -> bool:
    """True for what has taken place."""
    return claim.modality == "occurred" or (claim.modality == "agreed" and not is_ahead(claim))


def one_matter(a: Claim, b: Claim) -> bool:
    """True unless one clause only goes on about the event: then two sources must share its words."""
    goes_on = any(claim.continues and not is_ahead(claim) for claim in (a, b))
    return not goes_on or (a.source != b.source and len(set(a.lemmas) & set(b.lemmas)) >= _WORDS_SHARED)


def alike(a: str, b: str) -> bool:
    """True where reports use two event types for one another ("toplantı", "müzakere")."""
    return a == b or {a, b} in rules().alike


def plan_of(a: str, b: str) -> bool:
    """True where a plan told as type `a` may be of what is told as type `b`: a proposal is of something."""
    about = a in rules().bringing_up and b in rules().brought_up
    return alike(a, b) or {a, b} in rules().planned_as or about


def may_be_one_place(a: str | None, b: str | None) -> bool:
    """True unless both name a place and neither lies in the other."""
    return a is None or b is None or places_agree(a, b)


def says_day(claim: Claim) -> DateSpan | None:
    """The claim's date where its own words give a day or a few, or None."""
    span = claim.date
    if span is None or span.basis in _NO_WORDS or span.precision not in ("day", "range") or length(span) > 7:
        return None
    own = span.basis != "inherited" or (claim.start <= span.expr_start < claim.end and span.expr)
    return span if own else None


def known_day(claim: Claim) -> DateSpan | None:
    """The claim's date where its words or the heading over it give a day or a few, or None."""
    heading = claim.date is not None and claim.date.basis == "heading"
    return claim.date if heading else says_day(claim)


def process_places(claim: Claim) -> frozenset[str]:
    """Places by which a process is known: where it is, and those that a body of it is named after."""
    heads = {name.split(" ")[0] for name in claim.participants if " " in name}
    named_after = {head for head in heads if ancestors(head)} - states()
    return frozenset({claim.place} - {None} | named_after)  # type: ignore[arg-type]


def one_process(early: Claim, late: Claim, seen: EventView, _: Event) -> bool:
    """True where two claims speak of one process: talks of the same parties, known by one place.

    A clause that names no place speaks of the process of its article, or of that of the same two states.
    """
    kinds, shared = rules().diplomatic, parties(early) & parties(late)
    if early.event_type not in kinds or late.event_type not in kinds or not shared:
        return False
    if _days_between(early, late, seen) > _PROCESS:
        return False
    places, others = process_places(early), process_places(late)
    if not places or not others:
        return early.source == late.source or len(shared & states()) > 1
    return any(places_agree(a, b) for a in places for b in others)


def _days_between(early: Claim, late: Claim, seen: EventView) -> int:
    """Days from the telling of one claim to that of the other; 0 where one is not known."""
    told, other = seen.world.told_day(early), seen.world.told_day(late)
    return abs((other - told).days) if told and other else 0


def one_demand(early: Claim, late: Claim, seen: EventView, _: Event) -> bool:
    """True where two claims, told within days, speak of what one state is to give up."""
    shared = parties(early) & parties(late) & states()
    return bool(shared) and _days_between(early, late, seen) <= _DEMAND


def one_document(early: Claim, late: Claim, _seen: EventView, _: Event) -> bool:
    """True where two claims speak of a paper by the same noun, and of the same parties."""
    named = {word for name in parties(early) | parties(late) for word in fold(name).split()}
    common = {word for word in set(early.lemmas) & set(late.lemmas) - named if len(word) >= _NOUN}
    return bool(common) and bool(parties(early) & parties(late))


def one_undertaking(early: Claim, late: Claim, seen: EventView, event: Event) -> bool:
    """True where two claims speak of one undertaking that goes on for years: one body or site, one unit."""
    kind = early.event_type
    if kind != late.event_type or kind not in rules().lasting:
        return False
    units = {o.of: o.value for o in early.ordinals}
    if any(units.get(o.of, o.value) != o.value for o in late.ordinals):
        return False
    named = {event.place, *event.participants} & {seen.event.place, *seen.event.participants}
    return bool(named - {None} - states())

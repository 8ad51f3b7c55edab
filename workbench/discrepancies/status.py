"""How far an event got (rule 4 of the design): progress is no contradiction."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import product

from workbench.discrepancies.kinship import alike, is_ahead, is_done
from workbench.discrepancies.parties import parties
from workbench.discrepancies.rules import rules
from workbench.discrepancies.view import EventView, discrepancy, say, whole
from workbench.models import Claim, Discrepancy, Modality
from workbench.phrases import differences as words
from workbench.phrases import values as labels

SAID: dict[Modality, str] = {
    "occurred": labels.CARRIED_OUT(),
    "agreed": labels.AGREED(),
    "proposed": labels.PROPOSED(),
    "planned": labels.PLANNED(),
    "expected": labels.EXPECTED(),
    "denied": labels.DENIED(),
}
_ANNOUNCED = frozenset({"planned", "agreed"})
_FEW = 2
"""Up to this a number says nothing of what it counts."""
_HANDED_OVER = frozenset({"person", "body"})


def detect_status(seen: EventView) -> list[Discrepancy]:
    """Plans that were carried out (superseded), and what is agreed to some and proposed to others."""
    kind = seen.event.event_type
    if kind not in rules().staged:
        return _announced_and_done(seen, ())
    own = [c for c in seen.claims if not c.continues and alike(c.event_type, kind)]
    done = [c for c in own if is_done(c)]
    ahead = [c for c in own if is_ahead(c) and not _of_the_next(c, seen)]
    found = [went(seen, ahead, done)] if ahead and done else []
    return [
        *found,
        *_announced_and_done(seen, (*ahead, *done) if found else ()),
        *_agreed_or_proposed(seen, own),
    ]


def _announced_and_done(seen: EventView, shown: Collection[Claim]) -> list[Discrepancy]:
    """What was announced with the very number that another clause, told later, tells as done.

    `shown` are claims of the event's own stages, which are told of already.
    """
    counting = [c for c in seen.claims if c not in shown and _numbers(c)]
    ahead = [c for c in counting if c.modality in _ANNOUNCED]
    done = [c for c in counting if is_done(c)]
    pairs = [
        (plan, deed)
        for plan, deed in product(ahead, done)
        if seen.told(plan)[:10] < seen.told(deed)[:10] and _numbers(plan) & _numbers(deed)
    ]
    if not pairs:
        return []
    plans, deeds = (list(dict.fromkeys(side)) for side in zip(*pairs, strict=True))
    return [went(seen, plans, deeds, key="counted")]


def _numbers(claim: Claim) -> set[tuple[str, float]]:
    """What a clause counts, by noun; numbers too small to know anything by are left out."""
    return {(q.counted, q.value) for q in claim.quantities if q.counted and q.value > _FEW}


def said(claim: Claim) -> str:
    """How far a claim says it got, in words: what takes place by being agreed is agreed, not carried out."""
    by_word = claim.event_type in rules().agreed_by_word
    return SAID["agreed"] if by_word and is_done(claim) else SAID[claim.modality]


def _agreed_or_proposed(seen: EventView, own: Sequence[Claim]) -> list[Discrepancy]:
    """What one clause calls agreed and another, told that day, only proposed.

    An exchange of other size is another one. The two may stand in events of their own: the matcher keeps
    a deal and a proposal apart.
    """
    if seen.event.event_type not in rules().exchanges:
        return []
    differing: dict[str, Claim] = {}
    for agreed in (c for c in own if c.modality == "agreed"):
        for proposed in _proposed_that_day(seen, agreed):
            differing |= {agreed.id: agreed, proposed.id: proposed}
    if not differing:
        return []
    values = [whole(c, c.modality, SAID[c.modality]) for c in differing.values()]
    why = words.AGREED_OR_PROPOSED()
    return [discrepancy(seen, "status", "agreed", "tension", values, why)]


def _proposed_that_day(seen: EventView, agreed: Claim) -> list[Claim]:
    told = seen.world.told_day(agreed)
    if told is None:
        return []
    known = parties(agreed) | {agreed.source}
    events = seen.world.events_near("ahead", [told], known)
    claims = {c.id: c for event in events for c in seen.world.claims_of(event)}
    return [
        claim
        for claim in claims.values()
        if claim.modality == "proposed"
        and claim.event_type in rules().exchanges
        and seen.world.told_day(claim) == told
        and (claim.source == agreed.source or parties(claim) & parties(agreed))
        and _sizes(claim) >= _sizes(agreed)
    ]


def _sizes(claim: Claim) -> set[float]:
    """The numbers of people or bodies handed over."""
    return {q.value for q in claim.quantities if q.unit in _HANDED_OVER}


def _of_the_next(claim: Claim, seen: EventView) -> bool:
    """True for what a meeting agreed on: it is no stage of the meeting, but of one still to come."""
    if claim.modality != "agreed" or seen.event.event_type in rules().exchanges or seen.event.date is None:
        return False
    told = seen.world.told_day(claim)
    return told is not None and told >= seen.event.date.start


def went(seen: EventView, ahead: Sequence[Claim], done: Sequence[Claim], *, key: str = "") -> Discrepancy:
    """Plans that were carried out; `key` tells those of other events from the event's own."""
    values = [whole(c, c.modality, said(c)) for c in (*ahead, *done)]
    return discrepancy(
        seen,
        "status",
        key,
        "superseded",
        values,
        words.WENT_ON(labels=say([said(c) for c in ahead]), label=said(done[0])),
        suggestion=said(done[0]),
        rule=words.FURTHEST_STAGE(),
    )

"""Telling a reader which events are stages of a larger one, and why."""

from __future__ import annotations

from workbench.decisions.parents import Parents, named_claims
from workbench.decisions.telling import word
from workbench.events.barriers import cannot_link
from workbench.events.codec import decoded
from workbench.events.outlines import outline
from workbench.events.stages import part_of
from workbench.models import Event
from workbench.phrases.likeness import A_STAGE, STAGE_AND_WHOLE, TWO_STAGES
from workbench.store import Store

MOST_COMPARED = 40
"""Claims of an event that are held against those of another."""


def why_stage(store: Store, stage: Event, whole: Event) -> str:
    """Why one event is a stage of the other; a plain word where the claims no longer say it."""
    log = store.decisions_on_claims(stage.claims)
    named = named_claims(log)
    appointed = Parents(log, store.event_of(named)).of(stage.id) if named else None
    if appointed and appointed.whole == whole.id:
        return word(appointed.decision)
    claims = store.claims_by_id([*stage.claims, *whole.claims])
    return part_of(outline(stage, claims), outline(whole, claims)) or A_STAGE()


def why_apart(store: Store, one: Event, other: Event) -> str | None:
    """What keeps two events apart for the matcher: the first two of their claims that exclude each other.

    Of very large events only the first claims are looked at.
    """
    sides = [store.features(event.claims[:MOST_COMPARED]).values() for event in (one, other)]
    first, second = ([decoded(content) for content in side] for side in sides)
    reasons = (cannot_link(a, b) for a in first for b in second)
    return next((reason for reason in reasons if reason), None)


def stage_and_whole(store: Store, first: str, second: str) -> str | None:
    """How the events of two claims lie to each other as stages; None where neither is one of the other's."""
    event_of = store.event_of((first, second))
    if len(event_of) < 2:
        return None
    one, other = (store.event(event_of[claim]) for claim in (first, second))
    for stage, whole in ((one, other), (other, one)):
        if stage.parent == whole.id:
            why = why_stage(store, stage, whole)
            return STAGE_AND_WHOLE(event=stage.label, why=why, whole=whole.label)
    if one.parent and one.parent == other.parent:
        return TWO_STAGES(event=store.event(one.parent).label)
    return None

"""What would come of joining two events, or of putting one under the other: looked at before it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from workbench.decisions import belonging, parents
from workbench.errors import DecisionError, StoreError
from workbench.linking.telling import stage_and_whole, why_apart
from workbench.models import Decision, Event
from workbench.reviewing import contradiction
from workbench.store import Store

Aim = Literal["merge", "parent"]
HITS = 40
"""Events that one search shows."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """`refused` names the earlier decision that stands against it; the others are warnings."""

    refused: DecisionError | None
    linked: bool
    """Whether the matcher holds some of their claims to be alike."""
    sources: int
    shared: int
    """Sources that tell of both."""
    apart: str | None
    """What keeps the matcher from joining them."""
    stages: str | None
    """How they lie to each other as stages."""


@dataclass(frozen=True, slots=True)
class Found:
    """An event that a search offers; `linked` where the matcher holds claims of both to be alike."""

    event: Event
    linked: bool


def search_events(store: Store, query: str, event: Event) -> list[Found]:
    """Other events with these words, nearest in time first; without words, first those that are alike."""
    near: date | None = event.date.start if event.date else None
    linked = {one.id: one for one in store.linked_events(event.id)}
    found = {} if query.strip() else dict(linked)
    for one in store.find_events(query, near=near, limit=HITS):
        found.setdefault(one.id, one)
    return [Found(one, name in linked) for name, one in found.items() if name != event.id]


def entry_of(
    aim: Aim, store: Store, event: str, other: str | None, *, reviewer: str, at: str, note: str | None = None
) -> Decision:
    """The entry that joins the events, or makes the first a stage of the other (None: of none)."""
    one = store.event(event)
    if aim == "merge":
        if other is None:
            raise StoreError("No such event", "", "Choose one of those that are listed.")
        return belonging.merge(one, store.event(other), reviewer=reviewer, at=at, note=note)
    whole = store.event(other) if other else None
    return parents.stage(one, whole, reviewer=reviewer, at=at, note=note)


def outlook(aim: Aim, store: Store, event: str, other: str, *, reviewer: str, at: str) -> Outlook:
    """What would come of it."""
    entry = entry_of(aim, store, event, other, reviewer=reviewer, at=at)
    one, second = store.event(event), store.event(other)
    told = [{claim.source for claim in store.claims_by_id(each.claims).values()} for each in (one, second)]
    return Outlook(
        refused=contradiction(store, entry),
        linked=other in (linked.id for linked in store.linked_events(event)),
        sources=len(told[0] | told[1]),
        shared=len(told[0] & told[1]),
        apart=why_apart(store, one, second) if aim == "merge" else None,
        stages=stage_and_whole(store, one.claims[0], second.claims[0]),
    )

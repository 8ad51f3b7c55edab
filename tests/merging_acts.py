"""What two people decide apart, on the articles of `correcting_acts`, and how one takes it over."""

from __future__ import annotations

from collections.abc import Callable

from correcting_acts import TODAY, at, claim_with, take, undo

from workbench import pipeline, reviewing
from workbench.decisions import belonging, parents, verdicts
from workbench.merging import MergeReport, merge
from workbench.merging.reading import Offered
from workbench.models import Decision, Discrepancy
from workbench.store import Store

Act = Callable[[Store], object]


def offered(store: Store) -> list[Offered]:
    found = store.entries_as_written(entry.id for entry in store.decisions())
    return [Offered("theirs", entry) for entry in found.values()]


def take_over(store: Store, other: Store) -> MergeReport:
    report = merge(store, offered(other), today=TODAY)
    if report.matches:
        pipeline.link_pending(store, today=TODAY)
    assert store.integrity(reviewing.judge(TODAY)) == []
    return report


def content(store: Store) -> list[str]:
    """All that is there but the claims that were; those of an article that came in removed never were."""
    return [line for line in store.dump() if not line.startswith("former ")]


def injured(store: Store) -> Discrepancy:
    return next(one for one in store.discrepancies() if one.attribute == "count")


def accept(label: int, reviewer: str, minute: int) -> Act:
    return lambda store: take(store, verdicts.accept(injured(store), label, reviewer=reviewer, at=at(minute)))


def part(store: Store) -> Decision:
    one, other = claim_with(store, "a.txt", "4 kişi"), claim_with(store, "b.txt", "7 kişi")
    events = store.events_of_claims([one.id, other.id])
    entry = take(store, belonging.different(one, other, events, reviewer="Mehmet", at=at(7)))
    pipeline.link_pending(store, today=TODAY)
    return entry


def join(store: Store) -> Decision:
    one, other = claim_with(store, "a.txt", "4 kişi"), claim_with(store, "b.txt", "7 kişi")
    events = store.events_of_claims([one.id, other.id])
    return take(store, belonging.same([one, other], events, reviewer="Ayşe", at=at(6)))


def stage_of(below: str, above: str, minute: int) -> Act:
    def act(store: Store) -> Decision:
        claims = [claim_with(store, *words) for words in (WORDS[below], WORDS[above])]
        one, other = (store.events_of_claims([claim.id])[0] for claim in claims)
        return take(store, parents.stage(one, other, reviewer="Ayşe", at=at(minute)))

    return act


WORDS = {"fire": ("a.txt", "4 kişi"), "talks": ("c.txt", "Talks are due")}


def taken_back(act: Act) -> Act:
    return lambda store: undo(store, act(store))  # type: ignore[arg-type]

"""A reviewer's word on which event is a stage of which: it stands above what the matcher finds.

An entry of kind "parent" names claims, since events are made anew by every matching: its `value` holds the
stage's claims and, behind a bar, those of the larger event ("c1,c2|c3"; "c1,c2": a stage of none).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.decisions.belonging import written
from workbench.decisions.entries import on_claims, surrounded
from workbench.decisions.log import in_effect
from workbench.decisions.telling import cited
from workbench.errors import DecisionError
from workbench.models import Decision, Event
from workbench.phrases.decisions import MADE_STAGE

BETWEEN = " | "
"""What stands between the two events' names in an entry's label."""


@dataclass(frozen=True, slots=True)
class Appointed:
    """What an entry says of an event: that it is a stage of the event `whole`, or (None) of none."""

    decision: Decision
    whole: str | None


def stage(event: Event, whole: Event | None, *, reviewer: str, at: str, note: str | None = None) -> Decision:
    """The event is a stage of `whole`, or (None) of no other event, whatever the matcher finds."""
    if whole is not None and whole.id == event.id:
        raise DecisionError("An event is no stage of itself", event.label, "Choose another event.")
    others = whole.claims if whole else ()
    both = [one for one in (event, whole) if one]
    entry = on_claims(
        "parent",
        "event",
        (*event.claims, *others),
        both,
        label=BETWEEN.join(one.label for one in both),
        value=written([event.claims, others]),
        reviewer=reviewer,
        at=at,
        note=note,
    )
    return surrounded(entry, both)


def parts_of(decision: Decision) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The claims of the stage and of the larger event of an entry of this kind; empty for any other."""
    if decision.kind != "parent":
        return (), ()
    stage_side, _, whole_side = str(decision.value).partition("|")
    return tuple(stage_side.split(",")), tuple(whole_side.split(",")) if whole_side else ()


class Parents:
    """The parents that reviewers gave, for events as they are: `event_of` has claims with their events.

    The last entry in effect on one of an event's claims holds. The larger event is the one with the most
    of the claims that were named for it. An entry says nothing where none of those stands in another
    event. Where entries make a loop of events that have come together since, the oldest of them yields.
    """

    def __init__(self, log: Sequence[Decision], event_of: Mapping[str, str]) -> None:
        self._said: dict[str, tuple[int, Appointed]] = {}
        for position, entry in enumerate(in_effect(log)):
            stage_side, whole_side = parts_of(entry)
            votes = Counter(event_of[claim] for claim in whole_side if claim in event_of)
            for event in {event_of[claim] for claim in stage_side if claim in event_of}:
                others = [name for name in votes if name != event]
                if others or not whole_side:
                    whole = min(others, key=lambda name: (-votes[name], name), default=None)
                    self._said[event] = position, Appointed(entry, whole)
        for loop in self._loops():
            del self._said[min(loop, key=lambda event: self._said[event][0])]

    def of(self, event: str) -> Appointed | None:
        """What reviewers say of this event's parent; None where they say nothing."""
        return self._said[event][1] if event in self._said else None

    def under(self, event: str) -> Iterator[str]:
        """The events that reviewers made stages of this one, and stages of those."""
        for stage_event, (_, told) in self._said.items():
            if told.whole == event:
                yield stage_event
                yield from self.under(stage_event)

    def above(self, event: str) -> Iterator[tuple[str, Appointed]]:
        """What reviewers say of the event, of the one of which it is a stage, and so on."""
        told = self.of(event)
        while told is not None:
            yield event, told
            event, told = told.whole or "", self.of(told.whole or "")

    def _loops(self) -> list[list[str]]:
        """Each event has one parent at most, so that no two loops meet."""
        loops, seen = [], set[str]()
        for start in self._said:
            way: list[str] = []
            event: str | None = start
            while event in self._said and event not in seen:
                seen.add(event)
                way.append(event)
                event = self._said[event][1].whole
            if event in way:
                loops.append(way[way.index(event) :])
        return loops


def named_claims(log: Iterable[Decision]) -> set[str]:
    """The claims that entries of this kind name."""
    return {claim for entry in log if entry.kind == "parent" for claim in entry.claims}


def refuse_loop(log: Sequence[Decision], decision: Decision, event_of: Mapping[str, str]) -> None:
    """Raises DecisionError where what reviewers said makes the larger event a stage of its own stage.

    Its detail names the earlier entries. What the matcher alone finds yields, and is not held against it.
    """
    stage_side, whole_side = parts_of(decision)
    stages = {event_of[claim] for claim in stage_side if claim in event_of}
    parents = Parents(log, event_of)
    told: list[Appointed] = []
    for whole in {event_of[claim] for claim in whole_side if claim in event_of} - stages:
        for _, appointed in parents.above(whole):
            told.append(appointed)
            if appointed.whole in stages:
                raise DecisionError(
                    "An event cannot be a stage of its own stage",
                    "; ".join(_said(one.decision) for one in told),
                    f"Take it back first: workbench undo {told[-1].decision.id}",
                )


def _said(entry: Decision) -> str:
    stage, _, whole = str(entry.label).partition(BETWEEN)
    return MADE_STAGE(event=stage, whole=whole, by=cited(entry)) if whole else f"{stage} ({cited(entry)})"

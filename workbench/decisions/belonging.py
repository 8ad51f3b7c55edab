"""A reviewer's word on claims rather than values: they tell of one event, or of different ones.

An entry's `value` holds the claims: ids of one side joined by commas, sides by bars ("c1,c2|c3"). Its
`label` says in words what it was about, so that the log can be read when the claims are gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.decisions.entries import on_claims, surrounded
from workbench.errors import DecisionError
from workbench.models import Claim, Decision, DecisionKind, Event
from workbench.phrases.decisions import CLAIMS_LEAVE

Sides = Sequence[Sequence[str]]
QUOTED = 60
"""Characters of a claim that an entry's label quotes."""


def same(
    claims: Sequence[Claim], events: Sequence[Event], *, reviewer: str, at: str, note: str | None = None
) -> Decision:
    """The claims tell of one event. `events` are those in which they stand now."""
    _need_two({claim.id for claim in claims})
    sides = [[claim.id for claim in claims]]
    return _entry("same_event", sides, events, [quoted(claim.text) for claim in claims], reviewer, at, note)


def different(
    one: Claim,
    other: Claim,
    events: Sequence[Event],
    *,
    reviewer: str,
    at: str,
    note: str | None = None,
) -> Decision:
    """The two claims tell of different events. `events` are those in which they stand now."""
    _need_two({one.id, other.id})
    words = [quoted(one.text), quoted(other.text)]
    return _entry("different_events", [[one.id], [other.id]], events, words, reviewer, at, note)


def merge(one: Event, other: Event, *, reviewer: str, at: str, note: str | None = None) -> Decision:
    """The two events are one: all their claims belong together."""
    if one.id == other.id:
        raise DecisionError("Two events are needed", f"{one.id} was named twice")
    sides = [[*one.claims, *other.claims]]
    return _entry("same_event", sides, (one, other), [one.label, other.label], reviewer, at, note)


def split(
    event: Event, leaving: Sequence[str], *, reviewer: str, at: str, note: str | None = None
) -> Decision:
    """These claims of the event tell of another one than its other claims do."""
    outside = [claim for claim in leaving if claim not in event.claims]
    if outside:
        raise DecisionError(
            "Not a claim of this event", outside[0], f"`workbench event {event.id}` lists them"
        )
    staying = [claim for claim in event.claims if claim not in leaving]
    if not leaving or not staying:
        raise DecisionError("Nothing to split", event.label, "Name some of its claims, but not all.")
    sides = [list(dict.fromkeys(leaving)), staying]
    leaving, held = str(len(sides[0])), str(len(event.claims))
    return _entry(
        "different_events",
        sides,
        (event,),
        [CLAIMS_LEAVE(event=event.label, number=leaving, all=held)],
        reviewer,
        at,
        note,
    )


def sides_of(decision: Decision) -> tuple[tuple[str, ...], ...]:
    """The claims of each side of a decision on which claims belong together; empty for any other."""
    if decision.kind not in ("same_event", "different_events") or not isinstance(decision.value, str):
        return ()
    return tuple(tuple(side.split(",")) for side in decision.value.split("|"))


def written(sides: Sides) -> str:
    """The sides as an entry's value keeps them."""
    return "|".join(",".join(side) for side in sides if side)


def quoted(text: str) -> str:
    """The beginning of a claim's words between quotation marks."""
    words = " ".join(text.split())
    return f"“{words if len(words) <= QUOTED else words[: QUOTED - 1] + '…'}”"


def _need_two(claims: Iterable[str]) -> None:
    named_claims = sorted(claims)
    if len(named_claims) < 2:
        raise DecisionError("Two claims are needed", f"{''.join(named_claims)} was named twice")


def _entry(
    kind: DecisionKind,
    sides: Sides,
    events: Sequence[Event],
    words: Sequence[str],
    reviewer: str,
    at: str,
    note: str | None,
) -> Decision:
    claims = [claim for side in sides for claim in side]
    label = " | ".join(words)
    entry = on_claims(
        kind,
        "event",
        claims,
        events,
        label=label,
        value=written(sides),
        reviewer=reviewer,
        at=at,
        note=note,
    )
    return surrounded(entry, events)

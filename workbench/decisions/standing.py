"""Which claims stand for which when an article is read anew: whether a decision still has its claim.

A claim's id is made of its place, so that one read at the same characters keeps its id whatever it now
says. One read at almost the same characters has another id; it takes a decision over only where it says
the same of what was decided.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workbench.decisions.log import READING, REMARKS, in_effect
from workbench.models import About, Claim, Decision

ALMOST = 0.8
"""Share of the characters of two claims, taken together, that both must cover to be almost the same."""

How = Literal["taken_over", "read_otherwise", "gone"]


@dataclass(frozen=True, slots=True)
class Displaced:
    """A decision whose claim is not what it was; `now` is what stands at its characters, or None.

    `taken_over`: under another id, and it says the same. `read_otherwise`: under its own id, and it says
    something else of what was decided. `gone`: the decision has this claim no more.
    """

    decision: Decision
    claim: Claim
    now: Claim | None
    how: How


def gives(claim: Claim, about: About) -> Hashable:
    """What a claim says of an attribute, or ("event") of what happened when."""
    match about:
        case "count" | "total":
            return frozenset((q.value, q.low, q.high, q.unit, q.counted, q.side) for q in claim.quantities)
        case "date":
            return claim.date and (claim.date.start, claim.date.end)
        case "time":
            return frozenset(time.value for time in claim.times)
        case "place":
            return claim.place
        case "participants":
            return frozenset(claim.participants)
        case "speaker":
            return claim.speaker
        case "wording":
            return frozenset(quote.text for quote in claim.quotes)
        case "status":
            return claim.modality
        case "name":
            return frozenset(mention.canonical for mention in claim.mentions)
        case "event":
            return claim.event_type, claim.date and (claim.date.start, claim.date.end)
        case "claim" | "source":
            return replace(claim, id="", start=0, end=0)


def heirs(
    gone: Iterable[Claim], fresh: Iterable[Claim], decided: Mapping[str, Collection[About]], *, moved: bool
) -> dict[str, str]:
    """Ids of claims that are gone to those of the fresh ones that stand for them, each for one at most.

    `decided` names what was decided on a claim. `moved`: the article's own text has changed, so that
    offsets cannot be compared, and only the same words are the same place.
    """
    found: dict[str, str] = {}
    free = {claim.id: claim for claim in fresh}
    for old in sorted(gone, key=_place):
        same = [
            (likeness(old, new, moved=moved), new)
            for new in free.values()
            if all(gives(old, about) == gives(new, about) for about in decided.get(old.id, ()))
        ]
        near = [(share, new) for share, new in same if share >= ALMOST]
        if near:
            _, best = min(near, key=lambda pair: (-pair[0], abs(pair[1].start - old.start), _place(pair[1])))
            found[old.id] = best.id
            del free[best.id]
    return found


def displaced(
    log: Sequence[Decision],
    before: Mapping[str, Claim],
    after: Mapping[str, Claim],
    taken_over: Mapping[str, str],
    *,
    moved: bool,
) -> list[Displaced]:
    """The decisions in effect on claims of one article that are not what they were, in the order of the log.

    `before` and `after` are the article's claims by id; `taken_over` is what `heirs` gave.
    """
    found = []
    for entry in in_effect(log):
        if entry.kind in (*READING, *REMARKS, "keep", "undo"):
            continue
        for key in entry.claims:
            if key not in before:
                continue
            old = before[key]
            if key in taken_over:
                found.append(Displaced(entry, old, after[taken_over[key]], "taken_over"))
            elif key not in after:
                found.append(Displaced(entry, old, _at_its_place(old, after.values(), moved=moved), "gone"))
            elif gives(old, entry.attribute) != gives(after[key], entry.attribute):
                found.append(Displaced(entry, old, after[key], "read_otherwise"))
    return found


def _at_its_place(old: Claim, claims: Iterable[Claim], *, moved: bool) -> Claim | None:
    shared = [(likeness(old, new, moved=moved), new) for new in claims]
    overlapping = [(share, new) for share, new in shared if share > 0]
    if not overlapping:
        return None
    return min(overlapping, key=lambda pair: (-pair[0], _place(pair[1])))[1]


def likeness(old: Claim, new: Claim, *, moved: bool) -> float:
    """The share of both claims' characters that they have in common; words instead where the text moved."""
    if moved:
        return float(old.text.split() == new.text.split())
    common = min(old.end, new.end) - max(old.start, new.start)
    either = max(old.end, new.end) - min(old.start, new.start)
    return max(common, 0) / either if either else 0.0


def _place(claim: Claim) -> tuple[int, int, str]:
    return claim.start, claim.end, claim.id

"""Whether what reviewers said of claims can all hold: no two claims both in one event and in two.

"Same event" carries over: a with b and b with c puts a with c. A claim kept apart from another is
kept apart from all that is put together with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from workbench.decisions.belonging import sides_of
from workbench.decisions.log import in_effect
from workbench.decisions.telling import cited
from workbench.errors import DecisionError
from workbench.models import Decision
from workbench.phrases.decisions import PUT_APART, PUT_TOGETHER


@dataclass(frozen=True, slots=True)
class Step:
    """What one entry says of two claims: that they tell of one event, or (the last step) of two."""

    decision: Decision
    a: str
    b: str


def together(log: Sequence[Decision]) -> list[tuple[str, ...]]:
    """The claims that reviewers put into one event, each group in order; verdicts taken back do not count."""
    head: dict[str, str] = {}
    for entry in in_effect(log):
        if entry.kind == "same_event":
            for side in sides_of(entry):
                _tie(head, side)
    groups: dict[str, list[str]] = {}
    for claim in sorted(head):
        groups.setdefault(_head(head, claim), []).append(claim)
    return [tuple(group) for group in groups.values()]


def kept_apart(log: Sequence[Decision]) -> Iterator[tuple[Decision, str, str]]:
    """Each pair of claims that an entry in effect puts in different events."""
    for entry in in_effect(log):
        if entry.kind == "different_events":
            for left, right in combinations(sides_of(entry), 2):
                for a, b in product(left, right):
                    yield entry, a, b


def contradictions(log: Sequence[Decision]) -> Iterator[tuple[Decision, str, str]]:
    """The pairs kept apart by an entry that other entries put into one event."""
    group = {claim: number for number, claims in enumerate(together(log)) for claim in claims}
    for entry, a, b in kept_apart(log):
        if a in group and group[a] == group.get(b):
            yield entry, a, b


def refuse_contradiction(
    log: Sequence[Decision], decision: Decision, say: Callable[[str], str] = str
) -> None:
    """Raises DecisionError where the log with this entry has two claims both in one event and in two.

    Its detail names each earlier entry that the contradiction runs through; `say` puts a claim in words.
    What the log contradicted before is not held against the entry.
    """
    longer = [*log, decision]
    known = {(a, b) for _, a, b in contradictions(log)}
    found = next((one for one in contradictions(longer) if one[1:] not in known), None)
    if found is None:
        return
    entry, a, b = found
    chain = [*way(longer, a, b), Step(entry, a, b)]
    earlier = [step for step in chain if step.decision.id in {one.id for one in log}]
    raise DecisionError(
        "This contradicts what was decided before",
        "; ".join(_said(step, say) for step in earlier),
        f"Take it back first: workbench undo {earlier[-1].decision.id}" if earlier else "",
    )


def way(log: Sequence[Decision], first: str, last: str) -> list[Step]:
    """The fewest entries that put two claims into one event, one behind the other."""
    groups = [
        (entry, side) for entry in in_effect(log) if entry.kind == "same_event" for side in sides_of(entry)
    ]
    of_claim: dict[str, list[int]] = {}
    for number, (_, side) in enumerate(groups):
        for claim in side:
            of_claim.setdefault(claim, []).append(number)
    ways: dict[str, list[Step]] = {first: []}
    used: set[int] = set()
    waiting = [first]
    for claim in waiting:
        for number in of_claim.get(claim, ()):
            if number in used:
                continue
            used.add(number)
            entry, side = groups[number]
            for other in side:
                if other not in ways:
                    ways[other] = [*ways[claim], Step(entry, claim, other)]
                    waiting.append(other)
    return ways.get(last, [])


def parting(log: Sequence[Decision], left: Iterable[str], right: Iterable[str]) -> Decision | None:
    """An entry that keeps a claim of the one side apart from one of the other, or None."""
    one, other = set(left), set(right)
    for entry, a, b in kept_apart(log):
        if (a in one and b in other) or (a in other and b in one):
            return entry
    return None


def _tie(head: dict[str, str], claims: Sequence[str]) -> None:
    first = _head(head, claims[0])
    for claim in claims[1:]:
        head[_head(head, claim)] = first


def _head(head: dict[str, str], claim: str) -> str:
    head.setdefault(claim, claim)
    while head[claim] != claim:
        head[claim] = claim = head[head[claim]]
    return claim


def _said(step: Step, say: Callable[[str], str]) -> str:
    said = PUT_TOGETHER if step.decision.kind == "same_event" else PUT_APART
    return said(one=say(step.a), other=say(step.b), by=cited(step.decision))

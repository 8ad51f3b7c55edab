"""Pairs of claims as examples of one event and of two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection as Some
from collections.abc import Mapping, Sequence

from tools.fitting.gold import Collection
from tools.fitting.judging import Topic
from tools.fitting.regression import Example


def examples(collections: Sequence[Collection], topics: Some[Topic] | None = None) -> list[Example]:
    """The compared pairs of claims that each hold facts of one event, of the topics or of all.

    A claim counts as much in few pairs as in many: of an event told by thirty claims there are 435 pairs,
    and it is one event. Look-alikes that the gold names count in full.
    """
    return [example for each in collections for example in _examples(each, topics)]


def _examples(each: Collection, topics: Some[Topic] | None) -> list[Example]:
    event = _events(each, topics)
    rows = [(pair, event[pair.a] == event[pair.b]) for pair in each.pairs if {pair.a, pair.b} <= event.keys()]
    met = Counter((claim, same) for pair, same in rows for claim in (pair.a, pair.b))
    hard = {frozenset((each.facts[a].claim, each.facts[b].claim)) for a, b in each.apart}
    return [
        Example(
            pair.outcomes,
            same,
            1.0 if {pair.a, pair.b} in hard else (1 / met[pair.a, same] + 1 / met[pair.b, same]) / 2,
        )
        for pair, same in rows
    ]


def _events(each: Collection, topics: Some[Topic] | None) -> Mapping[int, str]:
    """Claim to its event; a claim that holds facts of several events tells nothing of any."""
    held: dict[int, set[str]] = defaultdict(set)
    for fact in each.facts.values():
        if fact.claim is not None and (topics is None or (each.name, fact.topic) in topics):
            held[fact.claim].add(fact.event)
    return {claim: next(iter(events)) for claim, events in held.items() if len(events) == 1}

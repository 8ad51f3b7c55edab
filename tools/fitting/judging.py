"""How well weights put the facts of some topics into events: B-cubed F1, recall and separation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection as Some
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import NamedTuple

from tools.fitting.gold import Collection, Pair
from workbench.events.grouping import group

Topic = tuple[str, str]
"""A set and a topic of it."""
SEPARATION = 0.95
"""Share of look-alikes that have to be kept apart."""
_SAME = "one event"


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights by outcome, and the score from which two claims are one event."""

    threshold: float
    parts: Mapping[str, float]


class Share(NamedTuple):
    """B-cubed precision and recall of one fact (Bagga and Baldwin 1998)."""

    precision: float
    recall: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What weights make of the facts of some topics.

    `joined` of `same` pairs of facts of one event were put in one event, and so were `mixed` of `apart`
    pairs of look-alikes.
    """

    shares: Mapping[Topic, Sequence[Share]]
    joined: int
    same: int
    mixed: int
    apart: int

    @property
    def f1(self) -> float:
        """B-cubed F1 over all facts."""
        return _f1([share for shares in self.shares.values() for share in shares])

    @property
    def topic_f1(self) -> float:
        """The mean over topics, so that none weighs more for being told at length."""
        return fmean(map(_f1, self.shares.values()))

    @property
    def recall(self) -> float:
        return self.joined / self.same if self.same else 1.0

    @property
    def separation(self) -> float:
        return 1 - self.mixed / self.apart if self.apart else 1.0


def judge(collections: Sequence[Collection], fit: Fit, topics: Some[Topic] | None = None) -> Figures:
    """The figures of these weights over the facts of the topics, or over all.

    A fact of another topic in an event of theirs counts as the mistake that it is.
    """
    return together([_judge(each, fit, topics) for each in collections if _among(each, topics)])


def together(figures: Sequence[Figures]) -> Figures:
    """The figures of parts that were judged one by one."""
    return Figures(
        shares={topic: shares for one in figures for topic, shares in one.shares.items()},
        joined=sum(one.joined for one in figures),
        same=sum(one.same for one in figures),
        mixed=sum(one.mixed for one in figures),
        apart=sum(one.apart for one in figures),
    )


def score(outcomes: Iterable[tuple[str, float]], parts: Mapping[str, float]) -> float:
    """The score that the matcher gives a pair with these outcomes, rounded as it rounds."""
    return round(sum(round(parts[name] * factor, 4) for name, factor in outcomes), 4)


def events_of(each: Collection, fit: Fit) -> dict[str, str]:
    """Fact id to the event that the matcher would put it in; a fact without a claim stands alone."""
    scored = [(score(pair.outcomes, fit.parts), pair.a, pair.b) for pair in each.pairs]
    groups = group(each.items, [one for one in scored if one[0] >= fit.threshold], fit.threshold, {})
    home = {member: str(number) for number, members in enumerate(groups) for member in members}
    return {
        key: f"none:{key}" if fact.claim is None else home[fact.claim] for key, fact in each.facts.items()
    }


def ceiling(collections: Sequence[Collection]) -> Figures:
    """The figures if every score were right: what is amiss then is misread, forbidden or never compared."""
    return together([_judge(_perfect(each), Fit(1.0, {_SAME: 1.0}), None) for each in collections])


def _perfect(each: Collection) -> Collection:
    """Only the pairs of claims that mostly tell of one event, under one outcome."""
    told: dict[int | None, Counter[str]] = defaultdict(Counter)
    for fact in each.facts.values():
        told[fact.claim][fact.event] += 1
    event = {claim: max(told[claim], key=lambda one: (told[claim][one], one)) for claim in told}
    right = [pair for pair in each.pairs if pair.a in event and event.get(pair.b) == event[pair.a]]
    return replace(each, pairs=tuple(Pair(pair.a, pair.b, ((_SAME, 1.0),)) for pair in right))


def _among(each: Collection, topics: Some[Topic] | None) -> list[str]:
    """The facts of the topics."""
    return [key for key, fact in each.facts.items() if topics is None or (each.name, fact.topic) in topics]


def _judge(each: Collection, fit: Fit, topics: Some[Topic] | None) -> Figures:
    judged, events = _among(each, topics), events_of(each, fit)
    shares = dict(zip(each.facts, _shares(events, each), strict=True))
    by_topic: dict[Topic, list[Share]] = defaultdict(list)
    for key in judged:
        by_topic[each.name, each.facts[key].topic].append(shares[key])
    chosen = set(judged)
    same, apart = ([pair for pair in pairs if chosen.issuperset(pair)] for pairs in (each.same, each.apart))
    return Figures(
        shares=by_topic,
        joined=sum(events[a] == events[b] for a, b in same),
        same=len(same),
        mixed=sum(events[a] == events[b] for a, b in apart),
        apart=len(apart),
    )


def _shares(events: Mapping[str, str], each: Collection) -> Iterator[Share]:
    """B-cubed of every fact, in the order of the collection's facts."""
    found, meant = Counter(events.values()), Counter(fact.event for fact in each.facts.values())
    both = Counter((events[key], fact.event) for key, fact in each.facts.items())
    for key, fact in each.facts.items():
        shared = both[events[key], fact.event]
        yield Share(shared / found[events[key]], shared / meant[fact.event])


def _f1(shares: Sequence[Share]) -> float:
    precision, recall = fmean(one.precision for one in shares), fmean(one.recall for one in shares)
    return 2 * precision * recall / (precision + recall)

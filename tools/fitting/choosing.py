"""Which weights: a regression held to the hand-set ones, its strength and the threshold by cross-validation.

Each topic of the half is judged by weights fitted on the others. What is judged is B-cubed F1 (Bagga and
Baldwin 1998), as long as look-alikes stay apart: grouping uses scores best first, so that a
likelier regression need not make better events. Then single weights are moved where that makes the
events better, if such moves also do on topics left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from tools.fitting.examples import examples
from tools.fitting.gold import Collection
from tools.fitting.judging import SEPARATION, Figures, Fit, Topic, judge, together
from tools.fitting.regression import BIAS, Prior, regress

DEVIATIONS = (0.1, 0.2, 0.4, 0.8, 1.6)
"""How far the gold may move weights, from hardly at all to almost freely: a share of what each weighs."""
_OFFSETS = tuple(step / 4 for step in range(-6, 9))
"""What is put on the regression's threshold: false links cost more than missing ones."""
_AS_GOOD = 0.01
"""What differs by less does as well on so few topics. Then the stronger prior is taken, and of thresholds the
highest: a database holds many more look-alikes than a dozen topics do."""
_PENALTY = 4.0
"""What a share of look-alikes joined beyond what is allowed costs, in F1: no gain in F1 may buy them."""
_MOVES = (1.0, -1.0, 0.5, -0.5)
_ROUNDS = 3
_FOLDS = 5
_FARTHEST = 9.0
"""No weight is larger than this, in the unit of the weights."""

Fitter = Callable[[Sequence[Topic]], Fit]


@dataclass(frozen=True, slots=True)
class Choice:
    """The weights chosen, how, and what was reached on topics left out with each way tried."""

    fit: Fit
    how: str
    tried: Mapping[str, float]


def choose(collections: Sequence[Collection], start: Fit) -> Choice:
    """The best weights for the collections; `start` are those set by hand. Looks at nothing else."""
    plain = judge(collections, start)
    floor = min(SEPARATION, plain.separation)
    tried = {"set by hand": worth(plain, floor)}
    left_out = {one: _by_offset(collections, start, one, floor) for one in DEVIATIONS}
    for deviation, found in left_out.items():
        tried[f"regression, deviation {deviation:g}"] = max(found.values())
    good = max(max(found.values()) for found in left_out.values()) - _AS_GOOD
    deviation = min(one for one, found in left_out.items() if max(found.values()) >= good)
    reached = left_out[deviation]
    offset = max(one for one in reached if reached[one] >= max(reached.values()) - _AS_GOOD)
    regression = _regression(collections, start, deviation, offset)
    searched = _searched(collections, regression, bounds(start), floor)
    halted, moved = (worth(_left_out(collections, each), floor) for each in (regression, searched))
    tried |= {"the best of these in folds": halted, "and single weights moved": moved}
    how = f"logistic regression, deviation {deviation:g}, threshold {offset:+g}"
    topics = topics_of(collections)
    if max(halted, moved) <= tried["set by hand"]:
        return Choice(start, "as set by hand: nothing fitted does better on topics left out", tried)
    if moved > halted:
        return Choice(searched(topics), f"{how}, single weights moved", tried)
    return Choice(rounded(regression(topics)), how, tried)


def worth(figures: Figures, floor: float) -> float:
    """What is maximised. `floor` is the separation below which more look-alikes joined cost.

    It is the lower of what is asked and what the hand-set weights keep: pairs that no weights keep
    apart, since they are misread, must not decide all weights.
    """
    return figures.f1 - _PENALTY * max(0.0, floor - figures.separation)


def raised(fit: Fit, offset: float) -> Fit:
    return replace(fit, threshold=fit.threshold + offset)


def rounded(fit: Fit) -> Fit:
    """To two places, so that the last bits of a machine's arithmetic do not show."""
    return Fit(round(fit.threshold, 2), {name: round(weight, 2) + 0.0 for name, weight in fit.parts.items()})


def bounds(start: Fit) -> dict[str, tuple[float, float]]:
    """What speaks for one event may not come to speak against it, nor the other way round."""
    sides = {1: (0.0, _FARTHEST), -1: (-_FARTHEST, 0.0), 0: (-2.0, 2.0)}
    return {name: sides[(weight > 0) - (weight < 0)] for name, weight in start.parts.items()}


def search(
    collections: Sequence[Collection],
    start: Fit,
    topics: Sequence[Topic],
    allowed: Mapping[str, tuple[float, float]],
    floor: float,
) -> Fit:
    """Coordinate search: one weight after the other moved where that makes the events of the topics better.

    Of moves that do as well the shortest is made; a weight stays where no move is better by a thousandth.
    """
    now = rounded(start)
    best = worth(judge(collections, now, topics), floor)
    for _ in range(_ROUNDS):
        before = best
        for name in sorted(now.parts):
            low, high = allowed[name]
            values = {min(max(now.parts[name] + move, low), high) for move in _MOVES} - {now.parts[name]}
            tries = {value: replace(now, parts={**now.parts, name: round(value, 2)}) for value in values}
            judged = {value: worth(judge(collections, one, topics), floor) for value, one in tries.items()}
            value = max(judged, key=lambda one: (judged[one], -abs(one - now.parts[name]), one), default=None)
            if value is not None and judged[value] > best + 0.001:
                now, best = tries[value], judged[value]
        if best == before:
            break
    return now


def topics_of(collections: Sequence[Collection]) -> list[Topic]:
    return sorted({(each.name, fact.topic) for each in collections for fact in each.facts.values()})


def _by_offset(
    collections: Sequence[Collection], start: Fit, deviation: float, floor: float
) -> dict[float, float]:
    """What is reached on each topic by weights fitted on the others, by what is put on the threshold.

    The mean with the offsets to both sides: a threshold that is good by chance has bad neighbours.
    """
    topics = topics_of(collections)
    fitter = _regression(collections, start, deviation)
    fits = {topic: fitter([other for other in topics if other != topic]) for topic in topics}
    reached = [
        worth(together([judge(collections, raised(fit, offset), [one]) for one, fit in fits.items()]), floor)
        for offset in _OFFSETS
    ]
    return {
        offset: fmean(reached[at - 1 : at + 2])
        for at, offset in enumerate(_OFFSETS)
        if 0 < at < len(_OFFSETS) - 1
    }


def _left_out(collections: Sequence[Collection], fitter: Fitter) -> Figures:
    """The figures of each fold of topics under weights fitted on the others."""
    topics = topics_of(collections)
    folds = [topics[first::_FOLDS] for first in range(min(_FOLDS, len(topics)))]
    fits = [fitter([topic for topic in topics if topic not in fold]) for fold in folds]
    return together([judge(collections, fit, fold) for fit, fold in zip(fits, folds, strict=True)])


def _regression(
    collections: Sequence[Collection], start: Fit, deviation: float, offset: float = 0.0
) -> Fitter:
    """What fits the weights on some topics, held to the hand-set ones by a prior of this deviation."""
    mean = {**start.parts, BIAS: start.threshold}
    prior = Prior(
        mean, {name: deviation * (1 + abs(weight)) / 2 for name, weight in mean.items()}, bounds(start)
    )

    def fitter(topics: Sequence[Topic]) -> Fit:
        weights = regress(examples(collections, topics), prior)
        return Fit(weights.pop(BIAS) + offset, weights)

    return fitter


def _searched(
    collections: Sequence[Collection],
    fitter: Fitter,
    allowed: Mapping[str, tuple[float, float]],
    floor: float,
) -> Fitter:
    return lambda topics: search(collections, fitter(topics), topics, allowed, floor)

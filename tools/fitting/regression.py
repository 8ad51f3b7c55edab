"""Logistic regression of "the same event" on the outcomes of the comparison levels.

A pair's score is a sum of weights, as in record linkage (Fellegi and Sunter 1969, JASA 64:1183-1210), and
the weights are those that make the gold's pairs likeliest. A Gaussian prior around weights set by
hand keeps what the gold says little about where it was; the sign of an outcome that speaks for or
against one event is a bound. Found by cyclic coordinate descent within a trust region, one Newton step
a weight (Zhang and Oles 2001; Genkin, Lewis and Madigan 2007, Technometrics 49:291-304).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_SWEEPS = 200
_ENOUGH = 1e-4
"""A sweep that moves no weight by more than this is the last."""
BIAS = "threshold"
"""Name of the constant: what is taken off every score."""


@dataclass(frozen=True, slots=True)
class Example:
    """The outcomes of a pair with their factors, whether it is one event, and how much it counts."""

    outcomes: tuple[tuple[str, float], ...]
    same: bool
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Prior:
    """Weights by outcome before the gold is seen, in log odds, and how far the gold may move each."""

    mean: Mapping[str, float]
    deviation: Mapping[str, float]
    bounds: Mapping[str, tuple[float, float]]


def regress(examples: Sequence[Example], prior: Prior) -> dict[str, float]:
    """The likeliest weight of each outcome of the prior, in log odds; ``threshold`` is the constant's.

    Raises KeyError for an outcome that the prior does not name.
    """
    columns: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for row, example in enumerate(examples):
        for name, factor in (*example.outcomes, (BIAS, -1.0)):
            columns[name].append((row, factor))
    weights = {name: _held(mean, prior.bounds.get(name)) for name, mean in prior.mean.items()}
    scores = [_score(example, weights) for example in examples]
    reach = dict.fromkeys(weights, 1.0)
    for _ in range(_SWEEPS):
        moved = 0.0
        for name in sorted(weights):
            step = _step(name, columns[name], examples, scores, weights[name], prior, reach[name])
            reach[name] = max(2 * abs(step), reach[name] / 2)
            if not step:
                continue
            weights[name] += step
            for row, factor in columns[name]:
                scores[row] += step * factor
            moved = max(moved, abs(step))
        if moved < _ENOUGH:
            break
    return weights


def _held(value: float, bounds: tuple[float, float] | None) -> float:
    return min(max(value, bounds[0]), bounds[1]) if bounds else value


def _score(example: Example, weights: Mapping[str, float]) -> float:
    return sum(weights[name] * factor for name, factor in example.outcomes) - weights[BIAS]


def _step(
    name: str,
    column: Sequence[tuple[int, float]],
    examples: Sequence[Example],
    scores: Sequence[float],
    now: float,
    prior: Prior,
    reach: float,
) -> float:
    """How far to move one weight: Newton's step on its penalised likelihood, within reach and bounds."""
    precision = prior.deviation[name] ** -2
    slope = (now - prior.mean[name]) * precision
    curve = precision
    for row, factor in column:
        chance = _chance(scores[row])
        slope += examples[row].weight * (chance - examples[row].same) * factor
        curve += examples[row].weight * chance * (1 - chance) * factor * factor
    step = min(max(-slope / curve, -reach), reach)
    return _held(now + step, prior.bounds.get(name)) - now


def _chance(score: float) -> float:
    """The logistic function, which never overflows."""
    return 1 / (1 + math.exp(-score)) if score >= 0 else math.exp(score) / (1 + math.exp(score))

"""Which claims stand behind what holds of an attribute, and which against it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from workbench.models import AttributeValue, Claim, Event, Quantity

Bound = float | str | None
Sides = tuple[tuple[str, ...], tuple[str, ...]]
"""Claims for and against."""
_BEYOND = ("more_than", "less_than")
"""Bounds that do not allow the number they name."""


def meet(low: Bound, high: Bound, other_low: Bound, other_high: Bound) -> bool:
    """True where some number or day lies in both intervals; None is an open end."""
    return _before(low, other_high) and _before(other_low, high)


def _before(low: Bound, high: Bound) -> bool:
    if low is None or high is None:
        return True
    if isinstance(low, str) or isinstance(high, str):
        return isinstance(low, str) and isinstance(high, str) and low <= high
    return low <= high


def quantity_of(value: AttributeValue, claims: Mapping[str, Claim]) -> Quantity | None:
    """The quantity whose words a value is; None where it is none."""
    claim = claims.get(value.claim)
    held = claim.quantities if claim else ()
    return next((one for one in held if (one.start, one.end) == (value.start, value.end)), None)


def sides_of_label(
    values: Sequence[AttributeValue], label: str, best: Bound, claims: Mapping[str, Claim]
) -> Sides:
    """Behind a value stand the claims that give it, and those of a range or a bound that it lies in."""

    def backs(value: AttributeValue) -> bool:
        if value.label == label:
            return True
        quantity = quantity_of(value, claims)
        beyond = quantity is not None and quantity.modifier in _BEYOND and quantity.value == best
        return value.low != value.high and not beyond and meet(value.low, value.high, best, best)

    return _sides(values, backs)


def sides_of_range(values: Sequence[AttributeValue], low: Bound, high: Bound, best: Bound = None) -> Sides:
    """Behind a range stand the claims that may be right if it holds; without one those that give `best`."""
    if low is None and high is None:
        return _sides(values, lambda value: best in (value.value, value.label))
    return _sides(values, lambda value: meet(value.low, value.high, low, high))


def _sides(values: Sequence[AttributeValue], backs: Callable[[AttributeValue], bool]) -> Sides:
    backing = dict.fromkeys(value.claim for value in values if backs(value))
    against = dict.fromkeys(value.claim for value in values if value.claim not in backing)
    return tuple(backing), tuple(against)


class Origins:
    """How many independent origins stand behind claims of one event; they are traced when that is asked."""

    def __init__(self, event: Event, claims: Sequence[Claim], sources: Mapping[str, Any]) -> None:
        self._event = event
        self._claims = claims
        self._sources = sources
        self._traced: Mapping[str, str] | None = None

    def number(self, ids: Collection[str]) -> int:
        """How many stand behind these claims."""
        if len(ids) < 2 or self._event.origins == 1:
            return min(len(ids), 1)
        if self._traced is None:
            self._traced = self._of_claim()
        traced = self._traced
        return len({traced.get(claim, claim) for claim in ids})

    def _of_claim(self) -> Mapping[str, str]:
        """Claim to the source where what it says is first known."""
        if self._all_their_own():
            return {claim.id: claim.source for claim in self._claims}
        from workbench.events.origins import trace  # many exports start without that room

        return trace(self._claims, self._sources).of_claim

    def _all_their_own(self) -> bool:
        """True where each article is the origin of all that it says, so that nothing has to be traced.

        There are as many origins as articles, nobody speaks in two, and nothing is quoted or credited.
        """
        articles = {claim.source for claim in self._claims}
        if self._event.origins != len(articles) or [one for one in self._claims if one.quotes]:
            return False
        told = {(claim.speaker, claim.source) for claim in self._claims if claim.speaker}
        if len(told) > len({speaker for speaker, _ in told}):
            return False
        return not [one for one in articles if getattr(self._sources.get(one), "credits", ())]

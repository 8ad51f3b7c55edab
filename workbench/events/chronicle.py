"""Texts that tell of one event after the other: what has no date lies between its dated neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from workbench.events.spans import length
from workbench.models import DateSpan

if TYPE_CHECKING:
    from workbench.events.features import Features

_LEAST = 4
"""Dated events in order that make a chronicle."""
_BACKWARDS = 0.2
"""Share of its steps that may lead back."""
_MONTH = 31


def placed(items: Sequence[Features]) -> list[Features]:
    """The claims of each section; those that a chronicle leaves undated with their stretch of time."""
    found: list[Features] = []
    for _, section in groupby(items, key=lambda item: item.section):
        claims = list(section)
        found += _placed(claims) if _is_chronicle(claims) else claims
    return found


def _is_chronicle(claims: Sequence[Features]) -> bool:
    days = [_day(item) for item in claims if _dates(item)]
    if len(set(days)) < _LEAST:
        return False
    steps = [later >= earlier for earlier, later in pairwise(days)]
    return steps.count(False) <= _BACKWARDS * len(steps)


def _placed(claims: Sequence[Features]) -> list[Features]:
    found: list[Features] = []
    given: dict[str, Features] = {}
    for at, item in enumerate(claims):
        if item.date is None and item.topic in given:
            item = replace(item, date=given[item.topic].date, dated=given[item.topic].dated)
        elif item.date is None and item.scene != "after" and (span := _between(claims, at)):
            item = replace(item, date=span, dated=True)
        given[item.claim] = item
        found.append(item)
    return found


def _between(claims: Sequence[Features], at: int) -> DateSpan | None:
    """From the start of the last date told before to the end of the next one, where they come in order."""
    before = next((item.date for item in reversed(claims[:at]) if _dates(item)), None)
    behind = next((item.date for item in claims[at + 1 :] if _dates(item)), None)
    if before is None or behind is None or behind.start < before.start:
        return None
    return replace(before, end=max(before.end, behind.end), precision="range", basis="inherited")


def _dates(item: Features) -> bool:
    """True where the claim's own words give its day or month."""
    told = item.dated and item.date is not None and item.date.basis not in ("heading", "inherited")
    return told and item.scene != "after" and item.date is not None and length(item.date) <= _MONTH


def _day(item: Features) -> int:
    return item.date.start.toordinal() if item.date else 0

"""Texts that tell of one event after the other."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from event_making import claim, on

from workbench.events.features import Features, features
from workbench.models import Claim


def months(*numbers: int) -> list[Claim]:
    """One visit told for each month, in this order; 0 is a call without a date."""
    return [
        claim("s1", 20 * at, "visit", date=on(date(2025, month, 1), date(2025, month, 28)))
        if month
        else claim("s1", 20 * at, "phone_call")
        for at, month in enumerate(numbers)
    ]


def undated(claims: list[Claim]) -> Features:
    return next(item for item in features(claims) if item.event_type == "phone_call")


@pytest.mark.parametrize(
    ("told", "stretch"),
    [
        pytest.param((1, 3, 0, 6, 9), (date(2025, 3, 1), date(2025, 6, 28)), id="between its neighbours"),
        pytest.param((1, 3, 6, 0), None, id="nothing behind it"),
        pytest.param((0, 1, 3, 6, 9), None, id="nothing before it"),
        pytest.param((1, 0, 3), None, id="too few dates for a chronicle"),
        pytest.param((9, 3, 0, 6, 1), None, id="dates in no order"),
        pytest.param((1, 2, 3, 9, 0, 5, 6, 7), None, id="where the order breaks"),
    ],
)
def test_what_a_chronicle_leaves_undated(told: tuple[int, ...], stretch: tuple[date, date] | None) -> None:
    item = undated(months(*told))
    assert (item.date and (item.date.start, item.date.end)) == stretch
    assert item.dated is (stretch is not None)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"aspects": ("scene=after",)}, id="what only sets the scene may lie further back"),
        pytest.param({"date": on(date(2025, 12, 1))}, id="a date of its own stays"),
    ],
)
def test_what_keeps_its_own_time(changes: dict[str, Any]) -> None:
    claims = months(1, 3, 0, 6, 9)
    claims[2] = claim("s1", 40, "phone_call", **changes)
    assert undated(claims).date == claims[2].date

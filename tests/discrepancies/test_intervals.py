"""Numbers as intervals (rule 1 of the design)."""

from __future__ import annotations

from typing import Any

import pytest
from discrepancy_making import number
from hypothesis import given
from hypothesis import strategies as st

from workbench.discrepancies.intervals import Interval, compare, interval, meet, rounded

CASES: list[tuple[str, float, dict[str, Any], float, dict[str, Any], str]] = [
    ("the same", 390, {}, 390, {}, "agree"),
    ("a round number and what rounds to it", 6000, {}, 6057, {}, "tension"),
    ("two exact numbers", 6057, {}, 6063, {}, "conflict"),
    ("more than, and above it", 2300, {"modifier": "more_than"}, 2400, {}, "agree"),
    ("more than, and itself", 2311, {"modifier": "more_than"}, 2311, {}, "tension"),
    ("more than, and a round number", 2300, {"modifier": "more_than"}, 2300, {}, "agree"),
    ("more than, and just below", 2300, {"modifier": "more_than"}, 2251, {}, "tension"),
    ("more than, and far below", 2300, {"modifier": "more_than"}, 900, {}, "conflict"),
    ("at least, and itself", 2300, {"modifier": "at_least"}, 2300, {}, "agree"),
    ("at least, and below", 2300, {"modifier": "at_least"}, 1000, {}, "conflict"),
    ("less than, and itself", 51, {"modifier": "less_than"}, 51, {}, "tension"),
    ("up to, and itself", 50, {"modifier": "up_to"}, 50, {}, "agree"),
    ("up to, and above", 50, {"modifier": "up_to"}, 80, {}, "conflict"),
    ("about, and near", 2400, {"modifier": "about"}, 2390, {}, "agree"),
    ("about, and a little off", 2400, {"modifier": "about"}, 2600, {}, "tension"),
    ("about, and far", 2400, {"modifier": "about"}, 3111, {}, "conflict"),
    ("between, and inside", 4.5, {"modifier": "between", "low": 4.0, "high": 5.0}, 5, {}, "agree"),
    ("between, and outside", 4.5, {"modifier": "between", "low": 4.0, "high": 5.0}, 9, {}, "conflict"),
    (
        "more than one, less than another",
        5,
        {"modifier": "more_than"},
        5,
        {"modifier": "less_than"},
        "tension",
    ),
    ("two lower bounds", 5, {"modifier": "more_than"}, 900, {"modifier": "at_least"}, "agree"),
    ("two round numbers apart", 2300, {}, 2500, {}, "conflict"),
    ("small numbers are never round", 5, {}, 6, {}, "conflict"),
    ("a magnitude", 4.8, {}, 5.1, {}, "conflict"),
    ("zero and one", 0, {}, 1, {}, "conflict"),
    ("the pair of the design", 6057, {}, 6060, {}, "conflict"),
    ("twice as much is no rounding", 1000, {}, 2000, {}, "conflict"),
    ("a percentage and its rounding", 81.3, {"unit": "percent"}, 81, {"unit": "percent"}, "agree"),
    ("half a point is no rounding", 36.5, {"unit": "percent"}, 36, {"unit": "percent"}, "conflict"),
]


@pytest.mark.parametrize(
    ("a", "more", "b", "less", "expected"),
    [pytest.param(*case, id=name) for name, *case in CASES],
)
def test_two_numbers(a: float, more: dict[str, Any], b: float, less: dict[str, Any], expected: str) -> None:
    assert expected == compare(number(a, **more), number(b, **less))


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        pytest.param(6000, 5500, 6500, id="thousands"),
        pytest.param(2400, 2350, 2450, id="hundreds"),
        pytest.param(120, 120, 120, id="tens are not round"),
        pytest.param(123, 123, 123, id="not round"),
        pytest.param(7, 7, 7, id="one digit"),
        pytest.param(4.8, 4.8, 4.8, id="a fraction"),
        pytest.param(0, 0, 0, id="zero"),
    ],
)
def test_what_a_round_number_stands_for(value: float, low: float, high: float) -> None:
    assert rounded(value) == Interval(low, high, open_high=low < high)


def test_strict_bounds_leave_their_own_number_out() -> None:
    assert interval(number(5, modifier="more_than")) == Interval(5, None, open_low=True)
    assert interval(number(5, modifier="less_than")) == Interval(None, 5, open_high=True)
    assert interval(number(5, modifier="at_least")) == Interval(5, None)


VALUES = st.integers(0, 20_000).map(float) | st.floats(0, 10, allow_nan=False)
MODIFIERS = st.sampled_from(["exactly", "at_least", "more_than", "about", "up_to", "less_than"])


@given(VALUES, MODIFIERS, VALUES, MODIFIERS)
def test_comparing_is_the_same_both_ways(a: float, how: str, b: float, other: str) -> None:
    first, second = number(a, modifier=how), number(b, modifier=other)
    assert compare(first, second) == compare(second, first)


@given(VALUES, MODIFIERS)
def test_a_number_agrees_with_itself(value: float, how: str) -> None:
    assert compare(number(value, modifier=how), number(value, modifier=how)) == "agree"


@given(VALUES, VALUES)
def test_exact_numbers_agree_only_when_equal(a: float, b: float) -> None:
    assert (compare(number(a), number(b)) == "agree") == (a == b)


ENDS = st.none() | st.integers(-5, 5).map(float)


@given(ENDS, ENDS, st.booleans(), st.booleans(), ENDS, ENDS, st.booleans(), st.booleans())
def test_intervals_meet_both_ways(
    low: float | None,
    high: float | None,
    a: bool,
    b: bool,
    low2: float | None,
    high2: float | None,
    c: bool,
    d: bool,
) -> None:
    one, two = Interval(low, high, a, b), Interval(low2, high2, c, d)
    assert meet(one, two) == meet(two, one)
    assert meet(Interval(None, None), Interval(None, None))


@given(st.integers(1, 10**9))
def test_a_number_lies_in_the_stretch_it_may_stand_for(value: int) -> None:
    stretch = rounded(float(value))
    assert stretch.low is not None
    assert stretch.high is not None
    assert stretch.low <= value <= stretch.high
    assert stretch.high - value == value - stretch.low

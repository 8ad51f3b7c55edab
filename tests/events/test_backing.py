"""Among many claims, a few chance links do not make two events one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations, product

import pytest
from event_making import feature, on
from hypothesis import given
from hypothesis import strategies as st

from workbench.events.backing import Backing
from workbench.events.grouping import group

DAY = date(2025, 5, 3)
FIRST, SECOND = range(5), range(5, 10)
EACH_ALONE = [(9.0, i, j) for some in (FIRST, SECOND) for i, j in combinations(some, 2)]
BETWEEN = [(5.0, i, j) for i, j in product(FIRST, SECOND)]


@pytest.mark.parametrize(
    ("between", "backing", "events"),
    [
        pytest.param(1, 0.0, 1, id="the best link joins where nothing more is asked"),
        pytest.param(1, 0.1, 2, id="one link of twenty-five pairs is too little"),
        pytest.param(2, 0.1, 2, id="and so are two"),
        pytest.param(3, 0.1, 1, id="three are enough"),
        pytest.param(25, 1.0, 1, id="all of them are always enough"),
    ],
)
def test_two_events_are_joined_once_enough_of_their_pairs_are_linked(
    between: int, backing: float, events: int
) -> None:
    items = [replace(feature(date=on(DAY), dated=True), claim=f"c{at}", source=f"s{at}") for at in range(10)]
    scored = [*EACH_ALONE, *BETWEEN[:between]]
    assert len(group(items, scored, 4.5, {}, (), backing)) == events


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.booleans()), max_size=40))
def test_links_are_counted_between_what_clusters_have_become(steps: list[tuple[int, int, bool]]) -> None:
    backing, home, met = Backing(), list(range(8)), list[tuple[int, int]]()
    for i, j, joins in steps:
        a, b = home[i], home[j]
        if a == b:
            continue
        met.append((i, j))
        assert backing.met(a, b) == sum({home[x], home[y]} == {a, b} for x, y in met)
        if joins:
            backing.merge(a, b)
            home = [a if held == b else held for held in home]

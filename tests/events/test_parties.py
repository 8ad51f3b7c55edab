"""Who met whom."""

from __future__ import annotations

import pytest
from event_making import feature

from workbench.events.parties import parties_apart

PEOPLE = {
    "AB": frozenset({"A", "B"}),
    "AC": frozenset({"A", "C"}),
    "A": frozenset({"A"}),
    "ABC": frozenset("ABC"),
}


@pytest.mark.parametrize(
    ("kind", "field", "a", "b", "apart"),
    [
        pytest.param("phone_call", "people", "AB", "AC", True, id="calls with two others"),
        pytest.param("meeting", "people", "AB", "AC", True, id="meetings with two others"),
        pytest.param("meeting", "people", "AB", "A", False, id="the other left unsaid"),
        pytest.param("meeting", "people", "AB", "ABC", False, id="a third was there"),
        pytest.param("summit", "people", "AB", "AC", False, id="a summit has many pairs"),
        pytest.param("talks", "states", "AB", "AC", True, id="talks of other states"),
        pytest.param("talks", "states", "AB", "ABC", False, id="talks with a mediator"),
        pytest.param("talks", "people", "AB", "AC", False, id="talks are of states, not of those who speak"),
        pytest.param("fire", "people", "AB", "AC", False, id="nobody met"),
    ],
)
def test_other_people_met(kind: str, field: str, a: str, b: str, apart: bool) -> None:
    first = feature(event_type=kind, **{field: PEOPLE[a]})
    second = feature(event_type=kind, **{field: PEOPLE[b]})
    assert bool(parties_apart(first, second)) is bool(parties_apart(second, first)) is apart

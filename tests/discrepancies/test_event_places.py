"""Where one event took place."""

from __future__ import annotations

from typing import Any

import pytest
from discrepancy_making import found, labels, only, sound, told

CASES: list[tuple[str, str, dict[str, Any], dict[str, Any], bool]] = [
    ("one place", "fire", {"place": "Bolu"}, {"place": "Bolu"}, False),
    ("one in the other", "fire", {"place": "Kartalkaya"}, {"place": "Bolu"}, False),
    ("two places", "fire", {"place": "Rize"}, {"place": "Bolu"}, True),
    ("not told by one", "fire", {"place": "Rize"}, {}, False),
    ("what may be in many places", "protest", {"place": "Rize"}, {"place": "Bolu"}, False),
    ("one that goes on", "fire", {"place": "Rize"}, {"place": "Bolu", "continues": True}, False),
]


@pytest.mark.parametrize(
    ("kind", "a", "b", "differs"), [pytest.param(*case, id=name) for name, *case in CASES]
)
def test_two_places(kind: str, a: dict[str, Any], b: dict[str, Any], differs: bool) -> None:
    claims = (told("s1", kind, **a), told("s2", kind, **b))
    for order in (claims, claims[::-1]):
        differences = only(found(*order), "place")
        assert [d.verdict for d in differences] == (["tension"] if differs else [])
        assert all(sound(d, claims) and labels(d) == {"Rize", "Bolu"} for d in differences)


def test_one_source_may_name_several_places() -> None:
    claims = (told("s1", "fire", place="Rize"), told("s1", "fire", place="Bolu", start=30))
    assert only(found(*claims), "place") == []


def test_a_source_that_names_the_other_s_place_too_agrees_with_it() -> None:
    claims = (
        told("s1", "fire", place="Rize"),
        told("s1", "fire", place="Bolu", start=30),
        told("s2", "fire", place="Bolu"),
    )
    assert only(found(*claims), "place") == []

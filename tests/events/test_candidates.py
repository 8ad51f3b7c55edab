"""Which pairs are worth comparing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from event_making import feature, on
from hypothesis import given
from hypothesis import strategies as st

from workbench.events.candidates import FEW_CLAIMS, candidates, largest_block
from workbench.events.features import Features
from workbench.events.keys import blocking_keys, kind_of

DAY = date(2025, 5, 3)
DATED: dict[str, Any] = {"date": on(DAY), "dated": True}
LARGEST = 200
"""Claims of a block in a small base."""
WORD_KEY = 196346529214132774
LONG = "bu kentte kırk kişi birden sokağa çıktı ve yürüdü"


def two(a: dict[str, Any], b: dict[str, Any]) -> list[Features]:
    kinds = [dict(a), dict(b)]
    return [
        replace(feature(event_type=kind.pop("event_type", "talks"), **kind), claim=f"c{n}", source=f"s{n}")
        for n, kind in enumerate(kinds)
    ]


CASES: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("one day", {"date": on(DAY)}, {"date": on(DAY)}, True),
    ("the next day", {"date": on(DAY)}, {"date": on(DAY + timedelta(1))}, True),
    ("two days apart", DATED, {**DATED, "date": on(DAY + timedelta(2))}, False),
    ("printed two days after", DATED, {"date": on(DAY + timedelta(2))}, True),
    ("a day in a stretch", {"date": on(DAY, DAY + timedelta(9))}, {"date": on(DAY + timedelta(5))}, True),
    ("one day, two families", {"date": on(DAY)}, {"date": on(DAY), "event_type": "fire"}, False),
    ("one day, one family", {"date": on(DAY)}, {"date": on(DAY), "event_type": "visit"}, True),
    ("a year is no block", {"date": on(DAY, date(2026, 5, 3))}, {"date": on(DAY)}, False),
    ("one ordinal", {"ordinals": {"round": 2}}, {"ordinals": {"round": 2}}, True),
    ("two ordinals", {"ordinals": {"round": 2}}, {"ordinals": {"round": 3}}, False),
    ("one count", {"counts": {"killed": frozenset({12.0})}}, {"counts": {"killed": frozenset({12.0})}}, True),
    ("one place", {"place": "Bolu"}, {"place": "Bolu"}, True),
    ("a place in a place", {"place": "Kartalkaya"}, {"place": "Bolu"}, True),
    ("one place in two months", {"place": "Bolu", "date": on(DAY)}, {"place": "Bolu"}, False),
    ("going on about it", {"topic": "c1"}, {}, True),
    ("a rare word", {"lemmas": ("heyelan",)}, {"lemmas": ("heyelan",)}, True),
    ("a common word", {"lemmas": ("yil",)}, {"lemmas": ("yil",)}, False),
    ("one quotation", {"quote": LONG}, {"quote": f"bence {LONG}"}, True),
    ("nothing", {}, {}, False),
]


@pytest.mark.parametrize(
    ("a", "b", "compared"), [pytest.param(a, b, compared, id=name) for name, a, b, compared in CASES]
)
def test_pairs_that_share_a_block(a: dict[str, Any], b: dict[str, Any], compared: bool) -> None:
    found = candidates(two(a, b))
    assert found.pairs == ([(0, 1)] if compared else [])
    assert found.forgone == {}


def test_a_pair_in_several_blocks_is_compared_once() -> None:
    same: dict[str, Any] = {"date": on(DAY), "place": "Bolu", "ordinals": {"round": 2}, "lemmas": ("baraj",)}
    assert candidates(two(same, same)).pairs == [(0, 1)]


def crowd(size: int, **changes: Any) -> list[Features]:
    return [replace(feature(**changes), claim=f"c{n}", source=f"s{n:04}") for n in range(size)]


def test_a_large_coarse_block_is_left_to_finer_keys_and_the_rest_is_counted() -> None:
    """Of many claims on one day only those that share a place are compared."""
    far = crowd(LARGEST, **DATED)
    near = [replace(item, claim=f"n{item.claim}") for item in crowd(60, **DATED, place="Bolu")]
    found = candidates([*far, *near])
    assert found.pairs == [(i, j) for i in range(200, 260) for j in range(i + 1, 260)]
    assert found.forgone == {"day": 2 * (260 * 259 // 2 - 60 * 59 // 2)}


def test_a_large_block_of_two_facts_is_split_by_what_happened() -> None:
    """Of many claims on one day in one place only those of one type are compared."""
    far = crowd(LARGEST, **DATED, place="Bolu")
    near = [
        replace(item, claim=f"n{item.claim}", event_type="visit") for item in crowd(60, **DATED, place="Bolu")
    ]
    found = candidates([*far, *near])
    assert {pair for pair in found.pairs if pair[1] >= LARGEST} == set(
        combinations(range(LARGEST, LARGEST + 60), 2)
    )


def test_what_goes_on_about_one_claim_is_compared_whole() -> None:
    items = crowd(260, topic="c0")
    assert len(candidates(items).pairs) == 260 * 259 // 2


def test_blocks_may_be_larger_where_there_are_few_claims() -> None:
    (key,) = (key for key in blocking_keys(feature(ordinals={"round": 2})) if kind_of(key) == "ordinal")
    assert largest_block(key, FEW_CLAIMS) > largest_block(key, FEW_CLAIMS + 1) > 1


def test_a_block_at_the_cap_is_compared_whole() -> None:
    items = [replace(feature(date=on(DAY)), claim=f"c{n}", source=f"s{n:04}") for n in range(LARGEST)]
    found = candidates(items)
    assert len(found.pairs) == LARGEST * (LARGEST - 1) // 2
    assert found.forgone == {}


def test_keys_are_the_same_on_every_machine() -> None:
    """They are stored: a change of this number needs every base to be matched anew."""
    (key,) = (key for key in blocking_keys(feature(lemmas=("heyelan",))) if kind_of(key) == "word")
    assert key == WORD_KEY


def test_no_claims_make_no_pairs() -> None:
    assert candidates([]).pairs == []
    assert candidates([feature()]).pairs == []


KINDS = st.fixed_dictionaries(
    {
        "event_type": st.sampled_from(["talks", "visit", "fire", "other"]),
        "date": st.none() | st.integers(0, 5).map(lambda n: on(DAY + timedelta(n))),
        "place": st.sampled_from([None, "Bolu", "Kartalkaya", "Rize"]),
        "lemmas": st.lists(st.sampled_from(["baraj", "takas", "yol"]), max_size=3).map(tuple),
    }
)


@given(st.lists(KINDS, max_size=8))
def test_pairs_are_ordered_unique_and_of_known_claims(kinds: list[dict[str, Any]]) -> None:
    items = [replace(feature(**kind), claim=f"c{n}") for n, kind in enumerate(kinds)]
    pairs = candidates(items).pairs
    assert pairs == sorted(set(pairs))
    assert all(0 <= i < j < len(items) for i, j in pairs)

"""Parts that cannot be parts of their whole, in one article."""

from __future__ import annotations

from typing import Any

import pytest
from discrepancy_making import found, labels, number, only, told

from workbench.models import Claim, Quantity


def drones(value: float, at: int, **changes: Any) -> Quantity:
    return number(value, "drone", unit="drone", start=at, end=at + 2, **changes)


def share(value: float, at: int) -> Quantity:
    return number(value, None, unit="percent", start=at, end=at + 2)


PARTS: list[tuple[str, tuple[Quantity, ...], list[set[str]]]] = [
    ("more than there were", (drones(9, 0), drones(11, 5, part=True)), [{"9", "11 of them"}]),
    ("as many as there were", (drones(9, 0), drones(9, 5, part=True)), []),
    ("one of two numbers before holds it", (drones(35, 0), drones(4, 5), drones(31, 9, part=True)), []),
    ("the whole has no upper end", (drones(9, 0, modifier="more_than"), drones(11, 5, part=True)), []),
    ("a part that comes first", (drones(11, 0, part=True), drones(9, 5)), []),
]


@pytest.mark.parametrize(("quantities", "expected"), [pytest.param(*case, id=name) for name, *case in PARTS])
def test_a_part_is_no_larger_than_its_whole(
    quantities: tuple[Quantity, ...], expected: list[set[str]]
) -> None:
    assert [labels(d) for d in only(found(told("s1", "attack", quantities=quantities)), "total")] == expected


REST: list[tuple[str, float, str, int]] = [
    ("the parts make the whole", 41, "30'u kentte, 11'i diğer ilçelerde", 0),
    ("the parts do not", 400, "30'u kentte, 11'i diğer ilçelerde", 1),
    ("others may be left", 400, "30'u kentte, 11'i ilçelerde", 0),
    ("a round whole", 4000, "3900'ü kentte, 90'ı diğer ilçelerde", 0),
]


@pytest.mark.parametrize(("whole", "text", "shown"), [pytest.param(*case, id=name) for name, *case in REST])
def test_where_the_rest_is_named_the_parts_make_the_whole(whole: float, text: str, shown: int) -> None:
    parts = [float(word.split("'")[0]) for word in text.split() if word[0].isdigit()]
    counted = number(whole, "case", unit="case", start=0, end=3)
    divided = tuple(
        number(value, "case", unit="case", part=True, start=50 + at, end=52 + at)
        for at, value in enumerate(parts)
    )
    claims = (
        told("s1", "epidemic", quantities=counted),
        told("s1", "epidemic", start=40, text=text, quantities=divided),
    )
    assert len(only(found(*claims), "total")) == shown


def owners(source: str, *values: float, text: str = "hisseleri üç ortak paylaşıyor") -> Claim:
    shares = tuple(share(value, at) for at, value in enumerate(values))
    return told(source, "agreement", text=text, quantities=shares)


SHARES: list[tuple[str, tuple[Claim, ...], list[set[str]]]] = [
    ("one whole", (owners("s1", 40, 40, 20),), []),
    ("more than a whole", (owners("s1", 40, 40, 30),), [{"40%", "30%"}]),
    ("of different things", (owners("s1", 90, 80, 70),), []),
    ("nothing is divided", (owners("s1", 40, 40, 30, text="fiyatlar arttı"),), []),
    ("one share differs", (owners("s1", 50, 30, 20), owners("s2", 50, 30, 15)), [{"20%", "15%"}]),
    ("two shares differ", (owners("s1", 50, 30, 20), owners("s2", 50, 35, 15)), []),
]


@pytest.mark.parametrize(("claims", "expected"), [pytest.param(*case, id=name) for name, *case in SHARES])
def test_shares_of_one_whole(claims: tuple[Claim, ...], expected: list[set[str]]) -> None:
    assert [labels(d) for d in only(found(*claims), "total")] == expected

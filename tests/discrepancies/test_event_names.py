"""Names that resemble each other in the sources of one event."""

from __future__ import annotations

from dataclasses import replace

import pytest
from discrepancy_making import SOURCES, found, labels, only, sound, told

CASES = [
    ("a slip in the last name", ["Ali Yılmaz"], ["Ali Yılmas"], True),
    ("a letter left out", ["Numan Kurtulmuş"], ["Numan Kurtuluş"], True),
    ("another transliteration", ["Anton Dedusenko"], ["Anton Dedusenka"], True),
    ("both words transliterated", ["Sergiy Kushnir"], ["Serhiy Kuşnir"], False),
    ("the same name", ["Ali Yılmaz"], ["Ali Yılmaz"], False),
    ("two people", ["Ali Yılmaz"], ["Ali Yıldız"], False),
    ("two of one family", ["Ayşe Yılmaz"], ["Fatma Yılmaz"], False),
    ("one source names both", ["Ali Yılmaz", "Ali Yılmas"], ["Ali Yılmas"], False),
    ("states never", ["Rusya"], ["Rusva"], False),
]


@pytest.mark.parametrize(("a", "b", "differs"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_resembling_names(a: list[str], b: list[str], differs: bool) -> None:
    claims = (told("s1", people=a), told("s2", people=b))
    for order in (claims, claims[::-1]):
        differences = only(found(*order), "name")
        assert [d.verdict for d in differences] == (["tension"] if differs else [])
        assert all(sound(d, claims) and labels(d) == {*a, *b} for d in differences)


@pytest.mark.parametrize(
    ("language", "differs"),
    [pytest.param("en", False, id="two languages"), pytest.param("tr", True, id="one language")],
)
def test_another_vowel_is_a_slip_in_one_language_and_a_transliteration_in_two(
    language: str, differs: bool
) -> None:
    sources = {"s1": SOURCES["s1"], "s2": replace(SOURCES["s2"], language=language)}
    claims = (told("s1", people=["Rüstem Kerimli"]), told("s2", people=["Rustam Kerimli"]))
    assert [d.verdict for d in only(found(*claims, sources=sources), "name")] == (
        ["tension"] if differs else []
    )


def test_one_source_that_writes_a_name_two_ways_is_not_held_against_itself() -> None:
    claims = (told("s1", people=["Ali Yılmaz"]), told("s1", people=["Ali Yılmas"], start=30))
    assert only(found(*claims), "name") == []


def test_a_name_that_resembles_is_shown_where_it_is_written() -> None:
    claims = (told("s1", people=["Ali Yılmaz"], start=40), told("s2", people=["Ali Yılmas"]))
    (difference,) = only(found(*claims), "name")
    assert [(v.source, v.start, v.quote) for v in difference.values] == [
        ("s2", 0, "Ali Yılmas"),
        ("s1", 40, "Ali Yılmaz"),
    ]
    assert difference.severity == "low"


@pytest.mark.parametrize(
    ("a", "b", "differs"),
    [
        pytest.param("Begenç Atay", "Begench Atay", False, id="one sound in two languages"),
        pytest.param("Begenç Atay", "Begens Atay", True, id="another sound"),
    ],
)
def test_each_language_spells_a_foreign_name_in_its_own_way(a: str, b: str, differs: bool) -> None:
    english = {**SOURCES, "s2": replace(SOURCES["s2"], language="en")}
    claims = (told("s1", people=[a]), told("s2", people=[b]))
    assert bool(only(found(*claims, sources=english), "name")) is differs

"""Where one event took place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from discrepancy_making import SOURCES, found, labels, only, sound, told

from workbench.models import Claim, Mention

AHEAD = {"modality": "planned"}
CASES: list[tuple[str, str, dict[str, Any], dict[str, Any], bool]] = [
    ("one place", "fire", {"place": "Bolu"}, {"place": "Bolu"}, False),
    ("one in the other", "fire", {"place": "Kartalkaya"}, {"place": "Bolu"}, False),
    ("one place by its sound", "fire", {"place": "El Obeid"}, {"place": "Ubeyd"}, False),
    ("two places", "fire", {"place": "Rize"}, {"place": "Bolu"}, True),
    ("planned for one, held at the other", "talks", {"place": "Rize", **AHEAD}, {"place": "Bolu"}, False),
    ("planned for two", "talks", {"place": "Rize", **AHEAD}, {"place": "Bolu", **AHEAD}, True),
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


def test_a_source_that_mentions_the_other_s_place_knows_of_it() -> None:
    claims = (
        told("s1", "fire", place="Rize"),
        told("s2", "fire", place="Bolu", mentions=(Mention("Rize", 0, 4, "place", "Rize"),)),
    )
    assert only(found(*claims), "place") == []


@pytest.mark.parametrize("water", ["Marmara Denizi", "Karadeniz", "Van Gölü", "Gulf of Oman", "Black Sea"])
def test_a_water_touches_many_places(water: str) -> None:
    assert (
        only(found(told("s1", "accident", place=water), told("s2", "accident", place="Rize")), "place") == []
    )


@pytest.mark.parametrize("town", ["Denizli", "Gölcük", "Bayburt"])
def test_a_town_is_no_water_for_its_name(town: str) -> None:
    assert only(found(told("s1", "fire", place=town), told("s2", "fire", place="Rize")), "place")


def choosing(text: str, language: str, **changes: Any) -> Claim:
    """A claim whose text names Viyana or Vienna and Cenevre or Geneva."""
    names = {"Viyana": "Viyana", "Vienna": "Viyana", "Cenevre": "Cenevre", "Geneva": "Cenevre"}
    mentions = tuple(
        Mention(name, text.index(name), text.index(name) + len(name), "place", canonical)
        for name, canonical in names.items()
        if name in text
    )
    return told("s1", "summit", text=text, end=len(text), mentions=mentions, **{"place": "Viyana"} | changes)


CHOICES: list[tuple[str, str, str, dict[str, Any], str | None]] = [
    (
        "open, and one of them named",
        "Zirve Viyana'da veya Cenevre'de",
        "tr",
        AHEAD,
        "tension",
    ),
    ("in English", "a summit in Vienna or Geneva", "en", AHEAD, "tension"),
    ("held in one of them", "Zirve Viyana'da veya Cenevre'de", "tr", {}, "superseded"),
    ("both, not one of them", "Zirve Viyana'da ve Cenevre'de", "tr", AHEAD, None),
    (
        "another place",
        "Zirve Viyana'da veya Cenevre'de",
        "tr",
        AHEAD | {"place": "Oslo"},
        None,
    ),
]


@pytest.mark.parametrize(
    ("text", "language", "named", "expected"), [pytest.param(*case, id=name) for name, *case in CHOICES]
)
def test_a_choice_of_places(text: str, language: str, named: dict[str, Any], expected: str | None) -> None:
    sources = {"s1": replace(SOURCES["s1"], language=language), "s2": SOURCES["s2"]}
    claims = (
        choosing(text, language, modality="planned"),
        told("s2", "summit", **{"place": "Cenevre"} | named),
    )
    differences = [d for d in only(found(*claims, sources=sources), "place") if d.key.startswith("choice")]
    assert [d.verdict for d in differences] == ([expected] if expected else [])
    assert all(sound(d, claims) and labels(d) == {"Cenevre or Viyana", "Cenevre"} for d in differences)

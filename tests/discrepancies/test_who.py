"""Who said it, and who took part."""

from __future__ import annotations

from typing import Any

import pytest
from discrepancy_making import found, labels, only, sound, told

from workbench.models import Mention

SAID = "Kapıları bu gece kimse açmaya kalkmasın dedik"
MINISTRY = "Türkiye Dışişleri Bakanlığı"
AB, CD = {"people": ("A A", "B B")}, {"people": ("C C", "D D")}
CHANGED = SAID.replace("gece", "akşam")
OTHER = "Köprünün ayakları bu kış hiç onarılmadı maalesef"


def _spoken(source: str, speaker: str | None, kind: str = "person", words: str = SAID) -> Any:
    mentions = (Mention(speaker, 0, 1, kind, speaker),) if speaker else ()  # type: ignore[arg-type]
    return told(source, "fire", speaker=speaker, mentions=mentions, quotes=words)


SPEAKERS: list[tuple[str, tuple[Any, ...], tuple[Any, ...], bool]] = [
    ("one speaker", ("Ayşe Ak",), ("Ayşe Ak",), False),
    ("two speakers", ("Ayşe Ak",), ("Beth Blue",), True),
    (
        "two speakers, a word changed",
        ("Ayşe Ak",),
        ("Beth Blue", "person", CHANGED),
        True,
    ),
    ("two speakers, a part of it", ("Ayşe Ak",), ("Beth Blue", "person", SAID.removesuffix(" dedik")), True),
    ("two speakers of other words", ("Ayşe Ak",), ("Beth Blue", "person", OTHER), False),
    ("no speaker in one", ("Ayşe Ak",), (None,), False),
    ("a spokeswoman and her ministry", ("Ayşe Ak",), (MINISTRY, "organisation"), False),
    (
        "a state and its ministry",
        ("Türkiye", "state"),
        (MINISTRY, "organisation"),
        False,
    ),
    ("bodies of two states", ("Türkiye", "state"), ("Rusya Dışişleri Bakanlığı", "organisation"), True),
    ("a surname alone", ("Ayşe Ak",), ("Ak",), False),
]


@pytest.mark.parametrize(("a", "b", "differs"), [pytest.param(*case, id=name) for name, *case in SPEAKERS])
def test_one_quotation(a: tuple[Any, ...], b: tuple[Any, ...], differs: bool) -> None:
    claims = (_spoken("s1", *a), _spoken("s2", *b))
    for order in (claims, claims[::-1]):
        differences = only(found(*order), "speaker")
        assert [d.verdict for d in differences] == (["conflict"] if differs else [])
        assert all(sound(d, claims) and labels(d) == {a[0], b[0]} for d in differences)


MET: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("the same", AB, {"people": ("B B", "A A")}, False),
    ("others", AB, CD, True),
    ("a longer list", AB, {"people": ("A A", "B B", "C C")}, False),
    ("one of them with others", AB, {"people": ("B B", "C C")}, False),
    ("one name says not who met", AB, {"people": ("C C",)}, False),
    ("still to come", AB, CD | {"modality": "planned"}, False),
    (
        "at another place",
        {"people": ("A A", "B B"), "place": "Rize"},
        {"people": ("C C", "D D"), "place": "Bolu"},
        False,
    ),
    (
        "who speaks did not meet",
        {"people": ("A A", "B B"), "speaker": "B B"},
        {"people": ("C C", "D D")},
        False,
    ),
    (
        "no meeting",
        {"people": ("A A", "B B"), "event_type": "fire"},
        {"people": ("C C", "D D"), "event_type": "fire"},
        False,
    ),
]


@pytest.mark.parametrize(("a", "b", "differs"), [pytest.param(*case, id=name) for name, *case in MET])
def test_who_met(a: dict[str, Any], b: dict[str, Any], differs: bool) -> None:
    claims = [told(source, **{"event_type": "talks"} | fields) for source, fields in (("s1", a), ("s2", b))]
    differences = only(found(*claims), "participants")
    assert [d.verdict for d in differences] == (["tension"] if differs else [])
    assert all(sound(d, claims) and labels(d) == {"A A and B B", "C C and D D"} for d in differences)


def test_a_source_that_knows_of_both_meetings_means_two() -> None:
    claims = (
        told("s1", "talks", people=("A A", "B B")),
        told("s1", "talks", people=("C C", "D D"), start=40),
        told("s2", "talks", people=("C C", "D D")),
    )
    assert not only(found(*claims), "participants")

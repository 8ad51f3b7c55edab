"""Clauses: stretches of a sentence that speak of one event each."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.claims.clauses import Anchors, clauses
from workbench.languages.loader import load

NOTHING = Anchors([], [], [], [])


def cut(text: str, code: str, anchors: Anchors = NOTHING) -> list[str]:
    language = load(code)
    return [text[c.start : c.end] for c in clauses(language.lower(text), (0, len(text)), anchors, language)]


CASES = [
    ("tr", "one verb", "Ekipler köprüyü açtı.", ["Ekipler köprüyü açtı."]),
    ("tr", "a converb in -erek", "Bölgeye gelerek yolu açtılar.", ["Bölgeye gelerek", "yolu açtılar."]),
    ("tr", "a converb in -ip", "Masaya oturup anlaştılar.", ["Masaya oturup", "anlaştılar."]),
    ("tr", "a converb in -ken", "Tören sürerken yağmur indi.", ["Tören sürerken", "yağmur indi."]),
    ("tr", "olarak is no converb", "Kent tek olarak kaldı.", ["Kent tek olarak kaldı."]),
    ("tr", "a noun that looks like one", "Ekip kitap okudu.", ["Ekip kitap okudu."]),
    (
        "tr",
        "nominalised verbs",
        "Yolun kapandığını, köprünün çöktüğünü ve yağışın sürdüğünü anlattı.",
        ["Yolun kapandığını", "köprünün çöktüğünü", "ve yağışın sürdüğünü anlattı."],
    ),
    ("tr", "finite verbs", "Yol açıldı, köprü kapandı.", ["Yol açıldı", "köprü kapandı."]),
    ("tr", "a comma in a list", "Elma, armut ve kiraz sattı.", ["Elma, armut ve kiraz sattı."]),
    (
        "tr",
        "an event followed by the next",
        "Bakanların toplantısını liderlerin telefon görüşmesi izledi.",
        ["Bakanların toplantısını", "liderlerin telefon görüşmesi izledi."],
    ),
    (
        "tr",
        "watching an event",
        "Vatandaşlar zirveyi ekrandan izledi.",
        ["Vatandaşlar zirveyi ekrandan izledi."],
    ),
    ("tr", "a semicolon", "Yol açık; köprü kapalı.", ["Yol açık", "köprü kapalı."]),
    (
        "tr",
        "a reporting participle with its speaker",
        "Yolun açıldığını hatırlatan Bakan Kaya, köprünün kapalı olduğunu ekledi.",
        ["Yolun açıldığını hatırlatan Bakan Kaya", "köprünün kapalı olduğunu ekledi."],
    ),
    (
        "tr",
        "-dikten sonra",
        "Yol açıldıktan sonra araçlar geçti.",
        ["Yol açıldıktan sonra", "araçlar geçti."],
    ),
    ("en", "one verb", "Crews opened the bridge.", ["Crews opened the bridge."]),
    (
        "en",
        "but",
        "The road was open but the bridge was shut.",
        ["The road was open", "but the bridge was shut."],
    ),
    (
        "en",
        "a participle is part of its event",
        "The wall fell, killing two.",
        ["The wall fell, killing two."],
    ),
    ("en", "a relative clause", "He met the mayor, who left.", ["He met the mayor", "who left."]),
    ("en", "and between nouns", "Bread and milk sold out.", ["Bread and milk sold out."]),
]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [pytest.param(code, text, expected, id=f"{code}: {name}") for code, name, text, expected in CASES],
)
def test_clauses(code: str, text: str, expected: list[str]) -> None:
    assert expected == cut(text, code)


SCENES = [
    ("during", "Zirvede iki bakan el sıkıştı.", ["during", None]),
    ("after", "Müzakerelerin ardından yol açıldı.", ["after", None]),
    ("after, ablative", "Ziyaretten sonra yol açıldı.", ["after", None]),
    ("a postposition", "Zirve sırasında yol kapandı.", ["during", None]),
    ("an object is no cut", "Antalya Zirvesi'ni uzun uzun anlattı.", [None]),
    ("a scene at the end is no cut", "Yol kapandı zirvede.", [None]),
    ("no scene", "Zirve başladı.", [None]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, expected, id=name) for name, text, expected in SCENES]
)
def test_scenes(text: str, expected: list[str | None]) -> None:
    language = load("tr")
    found = clauses(language.lower(text), (0, len(text)), NOTHING, language)
    assert expected == [clause.scene for clause in found]


def test_no_cut_falls_inside_a_date_or_a_number() -> None:
    text = "Yol açıldı, köprü kapandı."
    at = text.index(",")
    assert cut(text, "tr", Anchors([(at - 3, at + 5)], [], [], [])) == [text]
    assert cut(text, "tr", Anchors([], [(at - 3, at + 5)], [], [])) == [text]


def test_coordinated_parts_need_a_date_and_a_number_each() -> None:
    text = "dün 12 ev, bugün 20 ev"
    days = [(0, 3), (text.index("bugün"), text.index("bugün") + 5)]
    values = [(4, 6), (text.index("20"), text.index("20") + 2)]
    assert cut(text, "tr", Anchors(days, values, [], [])) == ["dün 12 ev", "bugün 20 ev"]
    assert cut(text, "tr", Anchors(days[:1], values, [], [])) == [text]


def test_only_the_sentence_asked_for_is_cut() -> None:
    language = load("tr")
    text = "Yol açıldı, köprü kapandı. Tünel çöktü, yağmur indi."
    start = text.index("Tünel")
    found = clauses(language.lower(text), (start, len(text)), NOTHING, language)
    assert [text[c.start : c.end] for c in found] == ["Tünel çöktü", "yağmur indi."]


PIECES = [
    *("Yol açıldı", ", ", " ", "; ", "gelerek ", "kapandığını, ", "zirvede ", "ardından ", "müzakerelerin "),
    *(
        "hatırlatan Bakan Kaya,",
        "takasının ilk aşamasında ",
        "12 ",
        " ve ",
        " ise ",
        "was shut",
        " but ",
        "İI",
    ),
]


@given(
    st.lists(st.sampled_from(PIECES), max_size=20).map("".join),
    st.lists(st.tuples(st.integers(0, 80), st.integers(1, 9)), max_size=6),
    st.sampled_from(["tr", "en"]),
)
def test_clauses_are_ordered_apart_and_inside(text: str, spots: list[tuple[int, int]], code: str) -> None:
    language = load(code)
    ends = sorted({(at, min(len(text), at + size)) for at, size in spots})
    spans = [(s, e) for s, e in ends if text[s:e] and text[s:e].strip(" ,;") == text[s:e]]
    anchors = Anchors(spans[::2], spans[1::2], spans, spans, spans[:1])
    found = clauses(language.lower(text), (0, len(text)), anchors, language)
    assert all(0 <= c.start < c.end <= len(text) for c in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    kept = "".join(text[c.start : c.end] for c in found)
    assert "".join(ch for ch in text if ch not in " ,;") == "".join(ch for ch in kept if ch not in " ,;")
    assert not any(s < c.start < e for c in found for s, e in (*anchors.dates, *anchors.values))

"""Places: known and unknown, their case endings and prepositions, and which place lies in which."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.claims.names import ancestors, find_names, places_agree, settled
from workbench.languages.loader import load
from workbench.models import Mention


def _names(text: str, code: str) -> list[Mention]:
    language = load(code)
    return settled(text, find_names(text, language), language)


def _places(text: str, code: str) -> list[str]:
    return [m.canonical for m in _names(text, code) if m.kind == "place"]


PLACES = [
    ("locative of a province", "tr", "Uşak'ta iki ev yandı.", ["Uşak"]),
    ("accusative before what strikes", "tr", "Ordu'yu vuran fırtına dindi.", ["Ordu"]),
    ("accusative of an unknown place", "tr", "Dereköy'ü etkileyen yağış sürüyor.", ["Dereköy"]),
    ("the army is no province", "tr", "Ordu sınırda tatbikat yaptı.", []),
    ("a given name is no province", "tr", "Vali Aydın Serin konuştu.", []),
    ("dative of motion", "tr", "Ekipler dün Dereköy'e gitti.", ["Dereköy"]),
    ("near an unknown town", "tr", "Craiova yakınlarında bir köprü çöktü.", ["Craiova"]),
    ("genitive and district", "tr", "Bartın'ın Saraylı beldesinde sel oldu.", ["Bartın", "Bartın/Saraylı"]),
    ("province and town side by side", "tr", "Bartın Saraylı'da sel oldu.", ["Bartın", "Bartın/Saraylı"]),
    ("a known district needs no path", "tr", "Ankara Çankaya'da kaza oldu.", ["Ankara", "Çankaya"]),
    (
        "a square lies in its city",
        "tr",
        "İzmir'de grev var. Lale Meydanı'nda miting yapıldı.",
        ["İzmir", "İzmir/Lale Meydanı"],
    ),
    ("ile is no province", "tr", "Duvalier ile telefonda konuştu.", []),
    ("an event opens the title", "tr", "Deprem bölgesinde çadırlar kuruldu.", []),
    ("a body in the ablative", "tr", "Tarım Birliği Sendikası'ndan açıklama geldi.", []),
    ("a network is no place", "tr", "Facebook'ta yayımlandı.", []),
    ("English spelling of a province", "en", "A bus overturned in Sanliurfa.", ["Şanlıurfa"]),
    ("English name of a capital", "en", "They met in Tbilisi.", ["Tiflis"]),
    ("unknown behind near", "en", "A bridge fell near Craiova on Sunday.", ["Craiova"]),
    (
        "one place in another",
        "en",
        "A mine at Sarayli in Zonguldak closed.",
        ["Zonguldak/Sarayli", "Zonguldak"],
    ),
    ("a month is no place", "en", "Prices fell in March.", []),
    ("a weekday is no place", "en", "Nothing changed from Monday.", []),
    ("a party is no place", "en", "He has friends in Labour Party.", []),
]


@pytest.mark.parametrize(("code", "text", "expected"), [c[1:] for c in PLACES], ids=[c[0] for c in PLACES])
def test_places_of_a_text(code: str, text: str, expected: list[str]) -> None:
    assert _places(text, code) == expected


AGREE = [
    ("a path and its bare name", "Bartın/Saraylı", "Saraylı", True),
    ("a path and what holds it", "Bartın/Saraylı", "Türkiye", True),
    ("a path by the state and one by the province", "Türkiye/Saraylı", "Bartın/Saraylı", True),
    ("two places of one name", "Bartın/Saraylı", "Rize/Saraylı", False),
    ("a district and its province", "Başakşehir", "İstanbul", True),
    ("two districts of one province", "Başakşehir", "Sarıyer", False),
    ("a path and another province", "Bartın/Saraylı", "Rize", False),
]


@pytest.mark.parametrize(("a", "b", "agree"), [c[1:] for c in AGREE], ids=[c[0] for c in AGREE])
def test_places_agree_either_way_round(a: str, b: str, agree: bool) -> None:
    assert places_agree(a, b) is agree
    assert places_agree(b, a) is agree


def test_a_path_is_learnt_for_every_mention_of_the_text() -> None:
    assert _places("Saraylı'da yangın çıktı. Bartın Saraylı'da rüzgar var.", "tr") == [
        "Bartın/Saraylı",
        "Bartın",
        "Bartın/Saraylı",
    ]


def test_every_province_lies_in_the_state() -> None:
    provinces = load("tr").names.within["Türkiye"]
    assert all(ancestors(province) == ("Türkiye",) for province in provinces)
    aliased = [name for name, place in load("tr").names.places.items() if place.inside == "Türkiye"]
    assert len(provinces) + len(aliased) == 81


PEOPLE = [
    (
        "a person with a foreign office",
        "tr",
        "Estonya Cumhurbaşkanı Jaan Tamm dün konuştu.",
        ["Estonya", "Jaan Tamm"],
    ),
    (
        "two people and two states",
        "en",
        "Estonian President Jaan Tamm met Georgian Prime Minister Gia Lomidze.",
        ["Estonya", "Jaan Tamm", "Gürcistan", "Gia Lomidze"],
    ),
    ("an office in lower case", "en", "The road is open, governor Cem Batur said.", ["Cem Batur"]),
    (
        "a member of a body",
        "tr",
        "Maden Sendikası'ndan Cem Batur konuştu.",
        ["Maden Sendikası", "Cem Batur"],
    ),
    (
        "a last name in a case of place is the person",
        "tr",
        "Bakan Ece Toprak geldi. Toprak'tan yanıt geldi.",
        ["Ece Toprak", "Ece Toprak"],
    ),
]


@pytest.mark.parametrize(("code", "text", "expected"), [c[1:] for c in PEOPLE], ids=[c[0] for c in PEOPLE])
def test_people_and_states_of_a_text(code: str, text: str, expected: list[str]) -> None:
    assert [m.canonical for m in _names(text, code)] == expected


@pytest.mark.parametrize("code", ["tr", "en"])
@given(
    words=st.lists(
        st.sampled_from(
            ["Uşak'ta", "Bartın", "Saraylı", "in", "Vali", "Cem", "Batur,", "ve", "X.", "İl", "’", "\n"]
        )
    )
)
def test_offsets_hold_the_words(code: str, words: list[str]) -> None:
    text = " ".join(words)
    found = _names(text, code)
    assert all(m.text == text[m.start : m.end] for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Bolu Valiliği uyardı.", ["Bolu Valiliği"], id="a governorate is its province's"),
        pytest.param("Hatay Valiliğinin uyarısı", ["Hatay Valiliği"], id="of another province, another one"),
        pytest.param(
            "Dışişleri Bakanlığı uyardı.", ["Türkiye Dışişleri Bakanlığı"], id="a ministry is the state's"
        ),
    ],
)
def test_institutions_belong_to_their_place_or_state(text: str, expected: list[str]) -> None:
    found = find_names(text, load("tr"))
    assert [m.canonical for m in found if m.kind == "organisation"] == expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("El-Ubeyd", "El Obeid", True, id="one Arabic name, spelled in two languages"),
        pytest.param("Ubeyd", "El Obeid", True, id="with the article and without"),
        pytest.param("Şuaybe", "Shuaiba", True, id="sh and y"),
        pytest.param("Şuaybe", "Basra", False, id="another place"),
        pytest.param("Bursa", "Bursa", True, id="the same"),
    ],
)
def test_spellings_of_one_place_agree(a: str, b: str, expected: bool) -> None:
    assert places_agree(a, b) is expected

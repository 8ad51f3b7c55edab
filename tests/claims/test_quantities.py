"""Quantities: what news sentences count and measure, in both languages."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.claims.quantities import find_quantities
from workbench.languages.loader import load
from workbench.models import Quantity

DUCKLING = Path(__file__).parents[3] / "shared/peers/duckling-tr/cases.jsonl"


def quantities(code: str, text: str, taken: tuple[tuple[int, int], ...] = ()) -> list[Quantity]:
    return find_quantities(text, 0, len(text), load(code), taken=taken)


def brief(quantity: Quantity) -> tuple[float, str, str | None]:
    return quantity.value, quantity.unit, quantity.counted


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        pytest.param("tr", "Ödül 1.500 lira oldu.", [(1500, "TRY", None)], id="grouped money"),
        pytest.param("tr", "100 lira 75 kuruş ödedi.", [(100.75, "TRY", None)], id="hundredths"),
        pytest.param("tr", "İhracat 13,4 milyar dolar.", [(13.4e9, "USD", "exports")], id="decimal money"),
        pytest.param(
            "tr", "Borç 5 milyar ABD doları.", [(5e9, "USD", "debt")], id="a state before the currency"
        ),
        pytest.param(
            "tr",
            "Fiyat €300 ve 250 avro.",
            [(300, "EUR", "price"), (250, "EUR", "price")],
            id="a sign and a word",
        ),
        pytest.param(
            "tr", "Enflasyon yüzde 37,2'si kadardı.", [(37.2, "percent", "inflation")], id="percent in words"
        ),
        pytest.param("tr", "Faiz %3,6 oldu.", [(3.6, "percent", "interest_rate")], id="percent sign"),
        pytest.param("tr", "Toplantı iki buçuk saat sürdü.", [(2.5, "hour", None)], id="a half"),
        pytest.param("tr", "Sınav yarım saat sürdü.", [(0.5, "hour", None)], id="half an hour"),
        pytest.param("tr", "Yarım kalan inşaat sürüyor.", [], id="half-finished"),
        pytest.param(
            "tr",
            "24 veya 48 saatlik ara önerildi.",
            [(24, "hour", None), (48, "hour", None)],
            id="alternatives share a unit",
        ),
        pytest.param("tr", "Bir hafta sonra döndü.", [(1, "week", None)], id="one week later"),
        pytest.param("tr", "Bir gün herkes anlayacak.", [], id="one day, some day"),
        pytest.param(
            "tr",
            "72 yaşındaki bir kadın öldü.",
            [(72, "year", "age"), (1, "person", "killed")],
            id="age and one person",
        ),
        pytest.param(
            "tr",
            "Vakfın 40. yıl dönümü kutlandı.",
            [(40, "year", "anniversary")],
            id="an anniversary counts years",
        ),
        pytest.param(
            "tr", "Günde 280 bin varil/gün üretildi.", [(280000, "barrel_per_day", None)], id="a rate"
        ),
        pytest.param(
            "tr",
            "Köy 40 km uzakta, 850 metre yüksekte.",
            [(40, "kilometre", None), (850, "metre", None)],
            id="lengths",
        ),
        pytest.param(
            "tr", "Derinlik 8,4 kilometre ölçüldü.", [(8.4, "kilometre", "depth")], id="depth before"
        ),
        pytest.param(
            "tr", "Merkez 12 kilometre derinlikteydi.", [(12, "kilometre", "depth")], id="depth behind"
        ),
        pytest.param(
            "tr", "5,4 büyüklüğünde sallandı.", [(5.4, "magnitude", "magnitude")], id="magnitude behind"
        ),
        pytest.param("tr", "Mw 5.4 ölçüldü.", [(5.4, "magnitude", "magnitude")], id="magnitude scale before"),
        pytest.param(
            "tr",
            "3,9'luk iki artçı geldi.",
            [(3.9, "magnitude", "magnitude"), (2, "aftershock", "aftershock")],
            id="magnitude as adjective and a count",
        ),
        pytest.param(
            "tr",
            "Bir kuruma göre 4,4, ötekine göre 4,7 büyüklüğündeydi.",
            [(4.4, "magnitude", "magnitude"), (4.7, "magnitude", "magnitude")],
            id="the unit carries back",
        ),
        pytest.param(
            "tr",
            "Büyüklüğü 3.8, derinliği 9.1 kilometre.",
            [(3.8, "magnitude", "magnitude"), (9.1, "kilometre", "depth")],
            id="names before the numbers",
        ),
        pytest.param(
            "tr", "Artçıların en büyüğü 4.2 oldu.", [(4.2, "magnitude", "magnitude")], id="the largest"
        ),
        pytest.param(
            "tr",
            "Liderler 5 kez telefonda görüştü.",
            [(5, "call", "phone_call")],
            id="times on the telephone",
        ),
        pytest.param("tr", "Takım 5 kez şampiyon oldu.", [(5, "time", None)], id="other times"),
        pytest.param(
            "tr",
            "Selde ölenlerin sayısı 31'e yükseldi.",
            [(31, "person", "killed")],
            id="a tally before its number",
        ),
        pytest.param(
            "en",
            "It spent $1.2 billion and €300m.",
            [(1.2e9, "USD", None), (3e8, "EUR", None)],
            id="en: money signs",
        ),
        pytest.param("en", "Growth was 5.5 percent.", [(5.5, "percent", "growth")], id="en: percent"),
        pytest.param(
            "en",
            "A 4.9-magnitude quake struck.",
            [(4.9, "magnitude", "magnitude")],
            id="en: magnitude behind",
        ),
        pytest.param(
            "en",
            "A magnitude 6.2 quake at a depth of 9 km.",
            [(6.2, "magnitude", "magnitude"), (9, "kilometre", "depth")],
            id="en: magnitude and depth",
        ),
        pytest.param("en", "An 81-year-old man died.", [(81, "year", "age")], id="en: age"),
        pytest.param(
            "en",
            "Twins aged 9 and a boy aged 11 were found.",
            [(9, "year", "age"), (11, "year", "age")],
            id="en: aged",
        ),
        pytest.param("en", "He died at the age of 90.", [(90, "year", "age")], id="en: at the age of"),
        pytest.param(
            "en", "Children aged 14 may attend.", [(14, "year", "age")], id="en: a verb like a month"
        ),
        pytest.param(
            "en", "They held three-day talks.", [(3, "day", None)], id="en: a duration as adjective"
        ),
        pytest.param(
            "en",
            "They spoke three times by phone.",
            [(3, "call", "phone_call")],
            id="en: times on the telephone",
        ),
        pytest.param("en", "The death toll rose to 78.", [(78, "person", "killed")], id="en: a tally"),
        pytest.param(
            "en", "Output hit 323,000 barrels per day.", [(323000, "barrel_per_day", None)], id="en: a rate"
        ),
    ],
)
def test_measures(code: str, text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert expected == [brief(quantity) for quantity in quantities(code, text)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param("tr", "2024'te yapılan 2021 görüşmeleri ve 2027 bütçesi", id="years"),
        pytest.param("tr", "Su-35, F-16, S-400, Covid-19 ve G20", id="models and names"),
        pytest.param("tr", "Karşılaşmayı 3-1 kazandı, 2-0 yenildi.", id="scores"),
        pytest.param("tr", "Telefon: 0212 555 12 34", id="a telephone number"),
        pytest.param("tr", "İki lider yüz yüze görüştü.", id="face to face"),
        pytest.param("tr", "Muhammed bin Selman bir adım attı.", id="a name and an article"),
        pytest.param("tr", "Bir görüşme yapıldı, bir kez daha bir araya geldiler.", id="articles"),
        pytest.param("tr", "Masanın altında uyudu, yemeğini yedi.", id="number words that are others"),
        pytest.param("tr", "Madde 5 ve 6698 sayılı kanun", id="labels"),
        pytest.param("tr", "12 Mayıs'ta ve 3 Haziran 2025 günü", id="day numbers"),
        pytest.param("tr", "Yılın ilk beş ayında arttı.", id="the first months"),
        pytest.param("tr", "Saat 14.30'da başladı.", id="a time of day"),
        pytest.param("tr", "2 katlı evler, 5 yıldızlı tesis", id="attributes"),
        pytest.param("tr", "Çok sayıda insan izledi.", id="a vague word with no honest figure"),
        pytest.param("en", "Many people watched it.", id="en: a vague word with no honest figure"),
        pytest.param("tr", "Görüşme birkaç saat sürdü.", id="vague words measure nothing"),
        pytest.param("en", "In 2022 and the 2023 elections", id="en: years"),
        pytest.param("en", "A Boeing 737 and F-16 jets on Sunday", id="en: models"),
        pytest.param("en", "A 3-1 win at one point", id="en: score"),
    ],
)
def test_no_quantities(code: str, text: str) -> None:
    assert quantities(code, text) == []


def test_numbers_in_dates_are_taken_but_offsets_are_kept() -> None:
    text = "3 yıl önce, 16 Mayıs'ta 40 kişi geldi."
    found = quantities("tr", text, ((0, 10), (12, 23)))
    assert [(q.value, q.unit) for q in found] == [(3, "year"), (40, "person")]


def test_a_bare_number_is_a_quantity_where_it_is_all_there_is() -> None:
    (found,) = quantities("tr", "yüz on altı")
    assert (found.value, found.unit, found.expr) == (116, "number", "yüz on altı")


_WORDS = st.sampled_from(
    ["3", "1.200'er", "bin", "kişi", "yaralandı", ",", ".", "yüzde", "%", "en az", "16", "Mayıs", "'ü",
     "toplam", "büyüklüğünde", "4,2", "-", "each", "for", "1,000", "people", "killed", "\n\n", "“", "é̂", "İ",
     "ı", "$", "saat", "ilk"]
)  # fmt: skip


@given(st.lists(_WORDS | st.text(max_size=4), max_size=25), st.integers(0, 8), st.sampled_from([" ", ""]))
def test_quantities_give_their_own_words(parts: list[str], start: int, glue: str) -> None:
    text = glue.join(parts)
    for code in ("tr", "en"):
        for found in find_quantities(text, start, len(text), load(code), taken=[(2, 5)]):
            assert start <= found.start < found.end <= len(text)
            assert found.expr == text[found.start : found.end]
            assert found.low is None or found.low <= found.value
            assert found.high is None or found.value <= found.high


@pytest.mark.skipif(not DUCKLING.exists(), reason="the peer corpus is not here")
@pytest.mark.parametrize(
    ("dimension", "floor"),
    [("Numeral", 0.99), ("AmountOfMoney", 1.0), ("Duration", 1.0), ("Distance", 1.0), ("Volume", 1.0)],
)
def test_duckling(dimension: str, floor: float) -> None:
    right: Counter[bool] = Counter()
    for line in DUCKLING.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["dim"] != dimension:
            continue
        unit = {"Cent": "try_cent"}.get(case.get("unit"), case.get("unit", "number").lower())
        found = [(q.value, q.unit.lower()) for q in quantities("tr", case["input"])]
        right[found == [(case["value"], unit)]] += 1
    assert right[True] / right.total() >= floor

"""Fractions, vague words and ranges, in both languages."""

from __future__ import annotations

import pytest

from workbench.claims.quantities import find_quantities
from workbench.languages.loader import load
from workbench.models import Quantity


def quantities(code: str, text: str) -> list[Quantity]:
    return find_quantities(text, 0, len(text), load(code))


@pytest.mark.parametrize(
    ("code", "text", "value", "unit", "counted"),
    [
        pytest.param("tr", "üçte iki", 2 / 3, "number", None, id="alone"),
        pytest.param("tr", "yirmi beşte üç", 0.12, "number", None, id="a compound denominator"),
        pytest.param("tr", "bir bölü beş", 0.2, "number", None, id="divided by"),
        pytest.param("tr", "3'te bir", 1 / 3, "number", None, id="digits in the locative"),
        pytest.param("tr", "3/4", 0.75, "number", None, id="a slash"),
        pytest.param("tr", "2½", 2.5, "number", None, id="a sign behind a whole number"),
        pytest.param("tr", "Evlerin dörtte biri yıkıldı.", 0.25, "fraction", "house", id="of a named whole"),
        pytest.param(
            "tr", "Seçmenin üçte ikisi sandığa gitti.", 2 / 3, "fraction", "voter", id="two of three"
        ),
        pytest.param("tr", "Öğrencilerin onda biri gelmedi.", 0.1, "fraction", "student", id="one of ten"),
        pytest.param(
            "tr", "Üyelerin 2/3'ü kabul etti.", 2 / 3, "fraction", "participant", id="a slash with ending"
        ),
        pytest.param(
            "tr", "Evlerin yaklaşık yarısı boş.", 0.5, "fraction", "house", id="half of them, about"
        ),
        pytest.param("tr", "Yol yarım saat kapalı kaldı.", 0.5, "hour", None, id="half a measure"),
        pytest.param("tr", "Konuşma çeyrek saat sürdü.", 0.25, "hour", None, id="a quarter of a measure"),
        pytest.param("en", "Two thirds of voters agreed.", 2 / 3, "fraction", "voter", id="en: two thirds"),
        pytest.param("en", "A quarter of the houses fell.", 0.25, "fraction", "house", id="en: article"),
        pytest.param("en", "Half of the students left.", 0.5, "fraction", "student", id="en: half of"),
        pytest.param("en", "It needs a two-thirds majority.", 2 / 3, "fraction", None, id="en: majority"),
        pytest.param("en", "It lasted half an hour.", 0.5, "hour", None, id="en: half a measure"),
        pytest.param("en", "It took three quarters of an hour.", 0.75, "hour", None, id="en: quarters of"),
        pytest.param("en", "It took an hour and a half.", 1.5, "hour", None, id="en: and a half"),
        pytest.param("en", "It took two and a half hours.", 2.5, "hour", None, id="en: a half in the number"),
        pytest.param("en", "It lasted more than an hour.", 1, "hour", None, id="en: a bounded article"),
    ],
)
def test_fractions(code: str, text: str, value: float, unit: str, counted: str | None) -> None:
    (found,) = quantities(code, text)
    assert found.value == pytest.approx(value, abs=1e-6)
    assert (unit, counted) == (found.unit, found.counted)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param("tr", "Hat 7/24 açık.", id="round the clock"),
        pytest.param("tr", "Maçın ikinci yarısında sakatlandı.", id="a half of play"),
        pytest.param("tr", "Yılın ilk yarısında ihracat arttı.", id="a half of a year"),
        pytest.param("tr", "Onda bir tuhaflık vardı.", id="a pronoun"),
        pytest.param("en", "The second half of the year was calm.", id="en: a half of a year"),
        pytest.param("en", "A third man was seen.", id="en: an ordinal"),
        pytest.param("en", "The service runs 24/7.", id="en: round the clock"),
    ],
)
def test_what_is_no_fraction(code: str, text: str) -> None:
    assert quantities(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "low", "unit", "counted"),
    [
        pytest.param("tr", "Düzinelerce araç yandı.", 12, "vehicle", "vehicle", id="dozens"),
        pytest.param("tr", "On binlerce kişi yürüdü.", 1e4, "person", "person", id="tens of thousands"),
        pytest.param("tr", "Birkaç yüz kişi toplandı.", 300, "person", "person", id="several hundred"),
        pytest.param("tr", "Milyonlarca dolar kayboldu.", 1e6, "USD", None, id="millions of money"),
        pytest.param("tr", "Yüzlerce Filistinli sivil öldü.", 100, "person", "killed", id="a side between"),
        pytest.param("en", "Several people were injured.", 3, "person", "injured", id="en: several"),
        pytest.param("en", "Dozens were killed.", 12, "person", "killed", id="en: the verb says who"),
        pytest.param("en", "Tens of thousands of people left.", 1e4, "person", "person", id="en: tens of"),
        pytest.param("en", "A few hundred people stayed.", 300, "person", "person", id="en: a few hundred"),
        pytest.param(
            "en", "Hundreds of armed men came.", 100, "person", "man", id="en: an adjective between"
        ),
    ],
)
def test_vague_words_give_their_most_cautious_figure(
    code: str, text: str, low: float, unit: str, counted: str | None
) -> None:
    (found,) = quantities(code, text)
    assert ("at_least", low, None) == (found.modifier, found.low, found.high)
    assert (unit, counted) == (found.unit, found.counted)


@pytest.mark.parametrize(
    ("code", "text", "low", "high", "unit"),
    [
        pytest.param("tr", "20'den 100'e kadar kişi alınır.", 20, 100, "person", id="with cases"),
        pytest.param("tr", "10 dolar ile 20 dolar arasında.", 10, 20, "USD", id="the unit at both ends"),
        pytest.param("tr", "Yüzde 5 ila yüzde 7 artacak.", 5, 7, "percent", id="percent at both ends"),
        pytest.param("en", "from 10 to 20 dollars", 10, 20, "USD", id="en: from and to"),
        pytest.param("en", "between 10 dollars and 20 dollars", 10, 20, "USD", id="en: between"),
        pytest.param("en", "about $10-$20", 10, 20, "USD", id="en: a sign at both ends"),
    ],
)
def test_ranges(code: str, text: str, low: float, high: float, unit: str) -> None:
    (found,) = quantities(code, text)
    assert ("between", low, high, unit) == (found.modifier, found.low, found.high, found.unit)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param("tr", "Ölü sayısı 45'ten 66'ya yükseldi.", id="cases"),
        pytest.param("en", "The death toll rose from 45 to 66.", id="en: from and to"),
    ],
)
def test_a_change_is_no_range(code: str, text: str) -> None:
    first, second = quantities(code, text)
    assert (first.value, first.counted, first.qualifier) == (45, "killed", "earlier")
    assert (second.value, second.counted, second.qualifier) == (66, "killed", None)


@pytest.mark.parametrize(
    ("code", "text", "value", "unit"),
    [
        pytest.param("tr", "Rüzgâr saatte 120 kilometre esti.", 120, "kilometre_per_hour", id="an hour"),
        pytest.param("tr", "Günde 500 bin varil üretiliyor.", 5e5, "barrel_per_day", id="a day"),
        pytest.param("en", "Winds hit 75 miles an hour.", 75, "mile_per_hour", id="en: an hour"),
        pytest.param(
            "en", "It pumps 2 million barrels of crude a day.", 2e6, "barrel_per_day", id="en: a day"
        ),
        pytest.param("tr", "Hava sıfırın altında 12 derece oldu.", -12, "degree", id="below zero, before"),
        pytest.param("en", "It was 12 degrees below zero.", -12, "degree", id="en: below zero, behind"),
        pytest.param("tr", "Ekonomi eksi yüzde 2 büyüdü.", -2, "percent", id="minus before percent"),
        pytest.param("tr", "Zarar 5 milyar Suriye lirası.", 5e9, "SYP", id="another state's lira"),
        pytest.param("tr", "75 milyon C$'lık proje.", 75e6, "CAD", id="a sign with a letter"),
        pytest.param(
            "en", "They paid 40 million Egyptian pounds.", 4e7, "EGP", id="en: another state's pound"
        ),
    ],
)
def test_measures(code: str, text: str, value: float, unit: str) -> None:
    (found,) = quantities(code, text)
    assert (value, unit) == (found.value, found.unit)

"""Parts, negatives, repeated and implied numbers, and what only looks like a quantity, in both languages."""

from __future__ import annotations

import pytest

from workbench.claims.quantities import find_quantities
from workbench.languages.loader import load
from workbench.models import Quantity


def quantities(code: str, text: str, lead: str = "") -> list[Quantity]:
    return find_quantities(text, 0, len(text), load(code), lead=lead)


@pytest.mark.parametrize(
    ("code", "text", "value", "counted", "qualifier"),
    [
        pytest.param(
            "tr", "Olayda biri ağır dört kişi yaralandı.", 1, "injured", "serious", id="one of four"
        ),
        pytest.param("tr", "Ölenlerin 3'ü çocuk.", 3, "child", None, id="a part that a noun names"),
        pytest.param(
            "en",
            "Four people were hurt, one of them seriously.",
            1,
            "injured",
            "serious",
            id="en: one of them",
        ),
        pytest.param(
            "en", "Ten people died, 2 of them children.", 2, "child", None, id="en: of them children"
        ),
    ],
)
def test_parts(code: str, text: str, value: float, counted: str, qualifier: str | None) -> None:
    (part,) = [quantity for quantity in quantities(code, text) if quantity.part]
    assert (value, counted, qualifier) == (part.value, part.counted, part.qualifier)


@pytest.mark.parametrize(
    ("code", "lead", "text", "counted"),
    [
        pytest.param(
            "tr",
            "Operasyonda 152 şüpheli yakalandı. ",
            "Bunlardan 121'i bırakıldı.",
            "detained",
            id="of these",
        ),
        pytest.param("tr", "Operasyonda 152 şüpheli yakalandı. ", "41'i tutuklandı.", "detained", id="bare"),
        pytest.param(
            "en", "Police detained 152 people. ", "Thirty-six of them were jailed.", "detained", id="en"
        ),
        pytest.param("tr", "", "Bunlardan 121'i bırakıldı.", None, id="nothing was counted before"),
    ],
)
def test_a_part_of_what_the_sentence_before_counts(
    code: str, lead: str, text: str, counted: str | None
) -> None:
    (found,) = quantities(code, text, lead)
    assert found.part
    assert counted == found.counted


@pytest.mark.parametrize(
    ("code", "text", "counted"),
    [
        pytest.param("tr", "Olayda ölen ya da yaralanan olmadı.", {"killed", "injured"}, id="two at once"),
        pytest.param("tr", "Depremde can kaybı bildirilmedi.", {"killed"}, id="not reported"),
        pytest.param("tr", "Kimse yaralanmadı.", {"injured"}, id="nobody"),
        pytest.param("tr", "Yangın can kaybına yol açmadı.", {"killed"}, id="led to none"),
        pytest.param("tr", "Can kaybı olup olmadığı bilinmiyor.", set(), id="whether there was any"),
        pytest.param("en", "There were no reports of casualties.", {"casualty"}, id="en: no reports of"),
        pytest.param(
            "en", "No injuries or deaths were reported.", {"injured", "killed"}, id="en: two at once"
        ),
        pytest.param("en", "No one is believed to have been killed.", {"killed"}, id="en: no one believed"),
        pytest.param("en", "The fire was put out without any casualties.", {"casualty"}, id="en: without"),
        pytest.param("en", "Officials had no comment on deaths.", set(), id="en: no word on it"),
    ],
)
def test_none_is_zero(code: str, text: str, counted: set[str]) -> None:
    found = quantities(code, text)
    assert counted == {quantity.counted for quantity in found}
    assert all(quantity.value == 0 for quantity in found)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        pytest.param(
            "tr",
            "Kiev 120 askeri, Moskova aynı sayıda Rus askerini verdi.",
            [(120, None), (120, "Rusya")],
            id="the same number",
        ),
        pytest.param(
            "en",
            "Kyiv gave 120 soldiers and got the same number of Ukrainian soldiers.",
            [(120, None), (120, "Ukrayna")],
            id="en: the same number",
        ),
        pytest.param("tr", "Moskova aynı sayıda askeri verdi.", [], id="no number before it"),
        pytest.param("tr", "Denizde 14 Norveçli turist kurtarıldı.", [(14, "Norveç")], id="any people"),
    ],
)
def test_numbers_repeated_and_sides(code: str, text: str, expected: list[tuple[float, str | None]]) -> None:
    assert expected == [(quantity.value, quantity.side) for quantity in quantities(code, text)]


@pytest.mark.parametrize(
    ("code", "text", "value", "unit", "counted"),
    [
        pytest.param("tr", "Kazada sürücü Ali Veli (45) öldü.", 45, "year", "age", id="an age in brackets"),
        pytest.param("tr", "Olayda A.K. (34) yaralandı.", 34, "year", "age", id="an age behind initials"),
        pytest.param("en", "Police named John Smith, 45, as the driver.", 45, "year", "age", id="en: an age"),
        pytest.param("tr", "Fiyatlar iki katına çıktı.", 2, "fold", None, id="became twice as much"),
        pytest.param("en", "Three times as many tourists came.", 3, "fold", None, id="en: times as many"),
        pytest.param("en", "He went there twice.", 2, "time", None, id="en: twice"),
        pytest.param(
            "tr", "Her üç kişiden biri işsiz.", 1 / 3, "fraction", "person", id="one of every three"
        ),
        pytest.param("en", "One in three people agrees.", 1 / 3, "fraction", "person", id="en: one in three"),
        pytest.param("tr", "9 aylık bebek kurtarıldı.", 9, "month", "age", id="an age in months"),
        pytest.param("en", "A 9-month-old baby survived.", 9, "month", "age", id="en: an age in months"),
        pytest.param("en", "One man was killed.", 1, "person", "killed", id="en: one man"),
        pytest.param("en", "A boy aged 9 drowned.", 9, "year", "age", id="en: aged"),
        pytest.param("tr", "1+1 daire 20 bin lira.", 20000, "TRY", None, id="rooms of a flat are none"),
        pytest.param("tr", "Binde 5 kesinti uygulanacak.", 5, "per_mille", None, id="per mille"),
        pytest.param("tr", "Depoda 30 adet tank bulundu.", 30, "tank", "tank", id="a classifier"),
        pytest.param("en", "Two F-16 jets took off.", 2, "aircraft", "aircraft", id="en: a model between"),
        pytest.param("tr", "Bölgeye 300 tır gönderildi.", 300, "truck", "truck", id="trucks"),
        pytest.param("tr", "2 milyon doz aşı yapıldı.", 2e6, "dose", "dose", id="doses"),
        pytest.param("en", "Fines of 500 euros or more await.", 500, "EUR", "fine", id="en: or more, behind"),
    ],
)
def test_what_is_counted(code: str, text: str, value: float, unit: str, counted: str | None) -> None:
    (found,) = quantities(code, text)
    assert found.value == pytest.approx(value, abs=1e-6)
    assert (unit, counted) == (found.unit, found.counted)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param("tr", "34 ABC 123 plakalı otomobil devrildi.", id="a number plate"),
        pytest.param("tr", "TK 4312 sefer sayılı uçak indi.", id="a flight"),
        pytest.param("tr", "BIST 100 endeksi düştü.", id="an index"),
        pytest.param("tr", "Uçak Boeing 737 ile değiştirildi.", id="a model"),
        pytest.param("tr", "Takım maçı 1-3 kaybetti.", id="a lost match"),
        pytest.param("tr", "Karşılaşma 2-2 bitti.", id="a draw"),
        pytest.param("en", "The team won 3-1.", id="en: a score at the end"),
        pytest.param("en", "The S&P 500 fell.", id="en: an index"),
        pytest.param("en", "Resolution 1701 was adopted.", id="en: a resolution"),
    ],
)
def test_what_counts_nothing(code: str, text: str) -> None:
    assert quantities(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        pytest.param("tr", "Yedi kişilik heyet barajı gezdi.", [(7, "person")], id="tr: a team of so many"),
        pytest.param("tr", "Uçak 180 kişilik.", [(180, "person")], id="tr: a plane for so many"),
        pytest.param("tr", "Otele 4 kişilik oda soruldu.", [], id="tr: a room for four is one room"),
        pytest.param(
            "tr", "Bakan altı maddelik bir plan sundu.", [(6, "article")], id="tr: points of a plan"
        ),
        pytest.param("en", "He tabled a six-point plan.", [(6, "article")], id="en: points of a plan"),
        pytest.param("en", "They signed a 20-point peace plan.", [(20, "article")], id="en: of a peace plan"),
        pytest.param(
            "en", "They went over the six points of the plan.", [(6, "article")], id="en: its points"
        ),
        pytest.param("en", "The index lost 34 points.", [(34, None)], id="en: points of an index"),
        pytest.param("tr", "İlk 24 rehine bırakıldı.", [(24, "hostage")], id="tr: the first so many people"),
        pytest.param(
            "en", "The first 24 hostages left.", [(24, "hostage")], id="en: the first so many people"
        ),
        pytest.param("en", "The first 9 months were dry.", [], id="en: the first months are a date"),
        pytest.param("tr", "Bakan üç başkenti ziyaret etti.", [(3, "capital")], id="tr: capitals"),
        pytest.param("en", "The minister toured three capitals.", [(3, "capital")], id="en: capitals"),
        pytest.param("en", "There were six abstentions.", [(6, "abstention")], id="en: abstentions"),
        pytest.param("en", "The list now holds eight names.", [(8, "name")], id="en: names on a list"),
        pytest.param("tr", "Listeye üç isim eklendi.", [(3, "name")], id="tr: names on a list"),
    ],
)
def test_what_groups_and_papers_hold(code: str, text: str, found: list[tuple[float, str | None]]) -> None:
    assert [(quantity.value, quantity.counted) for quantity in quantities(code, text)] == found

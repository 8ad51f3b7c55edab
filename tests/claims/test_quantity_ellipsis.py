"""Numbers whose noun stands elsewhere: tolls, lists, contrasts, parts of a named whole."""

from __future__ import annotations

import pytest

from workbench.claims.quantities import find_quantities
from workbench.languages.loader import load
from workbench.models import Quantity


def quantities(code: str, text: str) -> list[Quantity]:
    return find_quantities(text, 0, len(text), load(code))


@pytest.mark.parametrize(
    ("code", "text", "value", "counted"),
    [
        pytest.param("tr", "Kazada ölenlerin sayısı 8'e çıktı.", 8, "killed", id="the dead rose to"),
        pytest.param("tr", "Selde ölü sayısını 31 olarak düzeltti.", 31, "killed", id="corrected"),
        pytest.param("tr", "Can kaybının 40'a ulaştığını söyledi.", 40, "killed", id="loss of life"),
        pytest.param("tr", "Yaralı sayısı 25'e yükseldi.", 25, "injured", id="the injured rose to"),
        pytest.param(
            "tr", "Hayatını kaybedenlerin sayısı 9'a yükseldi.", 9, "killed", id="a participle of two words"
        ),
        pytest.param("tr", "Yaralanan yolcu sayısı 14 oldu.", 14, "injured", id="a participle and a noun"),
        pytest.param("en", "The death toll rose to 19.", 19, "killed", id="en: rose to"),
        pytest.param("en", "The death toll stands at 23.", 23, "killed", id="en: stands at"),
        pytest.param(
            "en",
            "It takes the death toll of Monday's flood at Korvel to 12, an official said.",
            12,
            "killed",
            id="en: words between",
        ),
        pytest.param("en", "The number of injured climbed to 41.", 41, "injured", id="en: number of injured"),
        pytest.param(
            "en",
            "They put the death toll at 23 and said 90 houses fell.",
            23,
            "killed",
            id="en: before a list",
        ),
    ],
)
def test_a_toll_is_of_its_event(code: str, text: str, value: float, counted: str) -> None:
    found = quantities(code, text)[0]
    assert (value, counted, "person", "event") == (found.value, found.counted, found.unit, found.scope)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        pytest.param(
            "tr",
            "Kandilli büyüklüğü 5,1 ve derinliği 11 kilometre açıkladı; GFZ ise 5,3 ölçtü.",
            [(5.1, "magnitude"), (11, "depth"), (5.3, "magnitude")],
            id="the measure that is written alike",
        ),
        pytest.param(
            "tr",
            "Mitinge sendikaya göre 30 bin, valiliğe göre 12 bin kişi geldi.",
            [(30000, "person"), (12000, "person")],
            id="the noun comes with the last one",
        ),
        pytest.param(
            "en",
            "Unions spoke of 9,000 marchers, police counted 4,000 protesters.",
            [(9000, None), (4000, "protester")],
            id="en: a noun of its own is not overruled",
        ),
        pytest.param(
            "en",
            "Unions spoke of 9,000 protesters, the police of 4,000.",
            [(9000, "protester"), (4000, "protester")],
            id="en: the noun came with the first one",
        ),
        pytest.param(
            "en",
            "Six people were detained on Monday, bringing the total to 15.",
            [(6, "detained"), (15, "detained")],
            id="en: the total",
        ),
        pytest.param(
            "tr", "Salona 40 kişi girdi. Sonuç 12,5 çıktı.", [(40, "person"), (12.5, None)], id="no contrast"
        ),
    ],
)
def test_a_noun_left_out_is_lent(code: str, text: str, expected: list[tuple[float, str | None]]) -> None:
    assert expected == [(q.value, q.counted) for q in quantities(code, text)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        pytest.param(
            "tr",
            "Yaralılardan 2'sinin durumu ağır.",
            (2, "injured", "serious", True),
            id="whole named before",
        ),
        pytest.param(
            "tr", "Kayıp üç kişiden birinin cesedi çıkarıldı.", (1, "body", None, False), id="the body of one"
        ),
        pytest.param(
            "en",
            "Nine sailors are in hospital, four of them in critical condition.",
            (4, "hospitalised", "serious", True),
            id="en: of them",
        ),
        pytest.param(
            "en",
            "Two of the injured are in serious condition.",
            (2, "injured", "serious", True),
            id="en: of the",
        ),
        pytest.param(
            "en", "A judge freed 6 of the 10 suspects.", (6, "released", None, False), id="en: verb before"
        ),
    ],
)
def test_parts_of_a_named_whole(code: str, text: str, expected: tuple[float, str, str | None, bool]) -> None:
    found = [(q.value, q.counted, q.qualifier, q.part) for q in quantities(code, text)]
    assert expected in found


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param("tr", "5 işçinin daha cesedine ulaşıldı.", id="more, behind"),
        pytest.param("tr", "Dün 5 kişi daha öldü.", id="more, behind a person"),
        pytest.param("en", "Five more people died.", id="en: more"),
        pytest.param("en", "Another five people died.", id="en: another"),
    ],
)
def test_what_comes_on_top_is_told_apart(code: str, text: str) -> None:
    (found,) = quantities(code, text)
    assert (found.value, found.qualifier) == (5, "additional")


def test_more_than_is_no_addition() -> None:
    assert [q.qualifier for q in quantities("tr", "5 kişi daha fazla bekledi, 6 kişi daha önce geldi.")] == [
        None,
        None,
    ]

"""Bounds, parts, totals and running totals."""

from __future__ import annotations

import pytest

from workbench.claims.quantities import find_quantities
from workbench.languages.loader import load
from workbench.models import Quantity


def quantities(code: str, text: str) -> list[Quantity]:
    return find_quantities(text, 0, len(text), load(code))


@pytest.mark.parametrize(
    ("code", "text", "modifier", "low", "high"),
    [
        pytest.param("tr", "200 kişi", "exactly", 200, 200, id="exactly"),
        pytest.param("tr", "3 bin 200'den fazla kişi", "more_than", 3200, None, id="more than"),
        pytest.param("tr", "90'ın üzerinde ev", "more_than", 90, None, id="above"),
        pytest.param("tr", "bini aşkın öğrenci", "more_than", 1000, None, id="beyond"),
        pytest.param(
            "tr", "Ticaret 40 milyar doları aştı.", "more_than", 40e9, None, id="exceeded, behind the unit"
        ),
        pytest.param(
            "tr", "6,5 milyondan fazla turist", "more_than", 6.5e6, None, id="more than, behind a multiplier"
        ),
        pytest.param("tr", "en az 30 kişi", "at_least", 30, None, id="at least"),
        pytest.param("tr", "en fazla 30 kişi", "up_to", None, 30, id="at most"),
        pytest.param("tr", "500'e kadar kişi", "up_to", None, 500, id="up to"),
        pytest.param("tr", "20'den az ev", "less_than", None, 20, id="fewer"),
        pytest.param("tr", "yaklaşık 200 kişi", "about", 180, 220, id="about reaches a tenth"),
        pytest.param("tr", "Zarar 40 milyon lirayı buldu.", "exactly", 40e6, 40e6, id="amounted to"),
        pytest.param("tr", "100'e yakın ev", "about", 90, 110, id="nearly"),
        pytest.param("tr", "40 ila 50 ev", "between", 40, 50, id="between"),
        pytest.param("tr", "25-30 kişi", "between", 25, 30, id="a dash"),
        pytest.param(
            "tr", "2 ile 3 bin kişi arasında", "between", 2000, 3000, id="the multiplier holds for both"
        ),
        pytest.param("tr", "üç dört kişi", "between", 3, 4, id="neighbouring words"),
        pytest.param("tr", "onlarca kişi", "at_least", 10, None, id="tens"),
        pytest.param("en", "at least 30 people", "at_least", 30, None, id="en: at least"),
        pytest.param("en", "over 30 people", "more_than", 30, None, id="en: over"),
        pytest.param("en", "They hand over 30 captives", "exactly", 30, 30, id="en: hand over is a verb"),
        pytest.param("en", "Over three days it rained.", "exactly", 3, 3, id="en: over a time at the start"),
        pytest.param("en", "in over three years", "more_than", 3, None, id="en: over inside"),
        pytest.param("en", "under two hours", "less_than", None, 2, id="en: under"),
        pytest.param("en", "nearly 200 homes", "about", 180, 220, id="en: nearly"),
        pytest.param("en", "up to 40 seats", "up_to", None, 40, id="en: up to"),
        pytest.param("en", "between 40 and 50 homes", "between", 40, 50, id="en: between"),
        pytest.param("en", "dozens of people", "at_least", 12, None, id="en: dozens are twelve or more"),
    ],
)
def test_bounds(code: str, text: str, modifier: str, low: float | None, high: float | None) -> None:
    (found,) = quantities(code, text)
    assert (modifier, low, high) == (found.modifier, found.low, found.high)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "9'u metruk toplam 20 bina yıkıldı.",
            [(9, "building", True, False), (20, "building", False, True)],
            id="a part before its total",
        ),
        pytest.param(
            "30'u kiralık konut olmak üzere 700 ihbar alındı.",
            [(30, "emergency_call", True, False), (700, "emergency_call", False, False)],
            id="a part of calls",
        ),
        pytest.param(
            "2'si ağır 6 yaralı var.",
            [(2, "injured", True, False), (6, "injured", False, False)],
            id="a part of the injured",
        ),
        pytest.param(
            "Saldırıda 3'ü çocuk 14 kişi öldü.",
            [(3, "child", True, False), (14, "killed", False, False)],
            id="a part with its own noun",
        ),
        pytest.param(
            "310 artçı oldu, bunların 8'i 4.0 ve üzeriydi.",
            [(310, "aftershock", False, False), (8, "aftershock", True, False)],
            id="a part behind; the threshold counts nothing",
        ),
        pytest.param(
            "40 yolcudan 12'si taburcu edildi.",
            [(40, "passenger", False, False), (12, "passenger", True, False)],
            id="a part of the number before",
        ),
        pytest.param(
            "Teknedeki 40 kişiden 7'si öldü, 12'si yaralandı.",
            [(40, "person", False, False), (7, "killed", False, False), (12, "injured", False, False)],
            id="the dead among those counted are the dead",
        ),
        pytest.param(
            "Yangında 5 kişi öldü, 13'ü yaralandı.",
            [(5, "killed", False, False), (13, "injured", False, False)],
            id="a second toll with its own verb is no part of the first",
        ),
        pytest.param(
            "Kampta 30 ile 40 arasında çadır var.",
            [(35, "tent", False, False)],
            id="the noun behind a closed range",
        ),
    ],
)
def test_parts_and_totals(text: str, expected: list[tuple[float, str, bool, bool]]) -> None:
    found = quantities("tr", text)
    assert expected == [(q.value, q.counted, q.part, q.total) for q in found]


@pytest.mark.parametrize(
    ("code", "text", "scope"),
    [
        pytest.param("tr", "Bugüne dek 800 esir döndü.", "running_total", id="until today"),
        pytest.param("tr", "Savaşın başından bu yana 800 esir döndü.", "running_total", id="since"),
        pytest.param("tr", "İkinci günün sonunda 800 kişi döndü.", "running_total", id="at the end of a day"),
        pytest.param("tr", "Dün 800 esir döndü.", "event", id="yesterday"),
        pytest.param("tr", "Çıkan yangında 800 kişi kaçtı.", "event", id="a fire that broke out"),
        pytest.param("tr", "Ölenlerin sayısı 800'e çıktı.", "event", id="the toll of one event"),
        pytest.param(
            "tr", "Mayıstan bu yana ölenlerin sayısı 800'e çıktı.", "running_total", id="a toll since May"
        ),
        pytest.param("en", "The death toll rose to 800.", "event", id="en: the toll of one event"),
        pytest.param(
            "en", "So far this year the death toll rose to 800.", "running_total", id="en: a toll of a year"
        ),
        pytest.param("en", "So far 800 captives have returned.", "running_total", id="en: so far"),
        pytest.param(
            "en", "It frees 800 captives, the most since 2022.", "event", id="en: a superlative since"
        ),
    ],
)
def test_running_totals(code: str, text: str, scope: str) -> None:
    (found,) = (q for q in quantities(code, text) if q.value == 800)
    assert scope == found.scope


def test_of_two_counts_the_one_behind_the_words_is_the_total() -> None:
    found = quantities("tr", "Pazar günü 303 kişi dönerken, bugüne dek 1000 esir takas edildi.")
    assert [(q.value, q.scope) for q in found] == [(303, "event"), (1000, "running_total")]

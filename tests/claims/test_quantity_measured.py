"""What shares and sums of money measure, and what narrows it."""

from __future__ import annotations

import pytest

from workbench.claims.quantities import find_quantities
from workbench.languages.loader import load
from workbench.models import Quantity


def quantities(code: str, text: str, lead: str = "") -> list[Quantity]:
    return find_quantities(text, 0, len(text), load(code), lead=lead)


Expected = list[tuple[float, str | None, str | None]]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        pytest.param("tr", "Sandığa katılım yüzde 74,6 oldu.", [(74.6, "turnout", None)], id="named before"),
        pytest.param("tr", "Memurlar yüzde 28 zam istedi.", [(28, "wage_rise", "demanded")], id="demanded"),
        pytest.param(
            "tr",
            "İşveren yüzde 18 zam önermişti.",
            [(18, "wage_rise", "offered")],
            id="offered, not demanded",
        ),
        pytest.param(
            "tr",
            "Çiftçi başına 12 bin lira yardım yapılacak.",
            [(12000, "aid", None)],
            id="named right behind",
        ),
        pytest.param(
            "tr",
            "Nisanda ithalat yüzde 6,2 azalarak 28,4 milyar dolara indi.",
            [(6.2, "imports", "april"), (28.4e9, "imports", "april")],
            id="one name for a share and a sum, with the month",
        ),
        pytest.param(
            "tr",
            "İkinci çeyrekte ihracat 60 milyar dolar, ithalat ise 81 milyar dolar oldu.",
            [(60e9, "exports", "quarter 2"), (81e9, "imports", "quarter 2")],
            id="each with its own name, in one quarter",
        ),
        pytest.param(
            "tr",
            "Mayısta yıllık enflasyon yüzde 35,4, aylık artış yüzde 1,5 çıktı.",
            [(35.4, "inflation", "annual may"), (1.5, "inflation", "monthly may")],
            id="taken up by a rise",
        ),
        pytest.param(
            "tr",
            "Seçimde Deniz Yalçın oyların yüzde 48,2'sini, rakibi Ece Soylu yüzde 41'ini aldı.",
            [(48.2, "vote_share", "Yalçın"), (41, "vote_share", "Soylu")],
            id="whose share",
        ),
        pytest.param(
            "tr",
            "Ece Soylu 3 bin 200 oy aldı, aradaki fark 54 oy oldu.",
            [(3200, "vote", "Soylu"), (54, "vote", "margin")],
            id="whose votes, and the margin",
        ),
        pytest.param(
            "tr", "Yeni hat 16 Mayıs'ta 3 milyon liraya açıldı.", [(3e6, None, None)], id="nothing named"
        ),
        pytest.param(
            "en",
            "Annual inflation eased to 31.2 percent in May from 33 percent in April.",
            [(31.2, "inflation", "annual may"), (33, "inflation", "annual april")],
            id="en: the month behind",
        ),
        pytest.param(
            "en",
            "Imports fell 2.5 percent to $70.1 billion in the second quarter.",
            [(2.5, "imports", "quarter 2"), (70.1e9, "imports", "quarter 2")],
            id="en: one name for a share and a sum",
        ),
        pytest.param(
            "en", "Nurses demanded a 25 percent raise.", [(25, "wage_rise", "demanded")], id="en: demanded"
        ),
        pytest.param(
            "en",
            "On Sunday Mira Holt won 47.5 percent of the vote.",
            [(47.5, "vote_share", "Holt")],
            id="en: whose share",
        ),
        pytest.param("en", "Holt won by 91 votes.", [(91, "vote", "margin")], id="en: the margin"),
        pytest.param("en", "Turnout was 66 percent.", [(66, "turnout", None)], id="en: turnout"),
    ],
)
def test_what_is_measured(code: str, text: str, expected: Expected) -> None:
    assert expected == [(q.value, q.counted, q.qualifier) for q in quantities(code, text)]


@pytest.mark.parametrize(
    ("code", "lead", "text", "expected"),
    [
        pytest.param(
            "tr",
            "Haziranda yıllık enflasyon yüzde 35 oldu. ",
            "Mayısta yıllık oran yüzde 35,4'tü.",
            [(35.4, "inflation", "annual may")],
            id="the rate of the sentence before",
        ),
        pytest.param(
            "tr",
            "Seçimi dün Ece Soylu kazandı. ",
            "Soylu 3 bin 200 oy topladı.",
            [(3200, "vote", "Soylu")],
            id="a surname known from before",
        ),
        pytest.param(
            "tr", "", "Kapanışta 3 bin 200 oy sayıldı.", [(3200, "vote", None)], id="a first word is no name"
        ),
        pytest.param(
            "en",
            "Imports reached $30 billion. ",
            "May alone brought $11 billion.",
            [(11e9, "imports", "may")],
            id="en: a month alone",
        ),
    ],
)
def test_the_text_before_names_what_is_taken_up(code: str, lead: str, text: str, expected: Expected) -> None:
    assert expected == [(q.value, q.counted, q.qualifier) for q in quantities(code, text, lead)]


def test_both_languages_measure_the_same_things() -> None:
    turkish, english = load("tr").nouns, load("en").nouns
    assert set(turkish.measured) == set(english.measured)
    assert {n for n, m in turkish.measured.items() if m.owned} == {
        n for n, m in english.measured.items() if m.owned
    }
    assert {one.name for one in turkish.narrowing} == {one.name for one in english.narrowing}
    assert set(turkish.outcomes) == set(english.outcomes)

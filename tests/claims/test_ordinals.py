"""Ordinals: which one of a series."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.claims.ordinals import find_ordinals
from workbench.claims.quantities import find_quantities
from workbench.languages.loader import load


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        pytest.param("tr", "Görüşmelerin 3. turu bitti.", [(3, "round", "3. turu")], id="digits"),
        pytest.param(
            "tr",
            "14. NATO Liderler Zirvesi'nde konuştu.",
            [(14, "summit", "14. NATO Liderler Zirvesi")],
            id="a name between",
        ),
        pytest.param(
            "tr", "Komisyonun 21. toplantısının yeri", [(21, "meeting", "21. toplantısının")], id="inflected"
        ),
        pytest.param("tr", "İkinci kez bir araya geldiler.", [(2, "time", "İkinci kez")], id="which time"),
        pytest.param(
            "tr",
            "takasın dördüncü ve son aşaması",
            [(4, "stage", "dördüncü ve son aşaması")],
            id="an adjective between",
        ),
        pytest.param("tr", "ilk telefon görüşmesi", [(1, "call", "ilk telefon görüşmesi")], id="the first"),
        pytest.param("en", "third", [(3, "", "third")], id="en: an ordinal and nothing else"),
        pytest.param("tr", "17'nci", [(17, "", "17'nci")], id="an ordinal of nothing named"),
        pytest.param(
            "tr", "79. BM Genel Kurulu", [(79, "assembly", "79. BM Genel Kurulu")], id="an assembly"
        ),
        pytest.param("tr", "ilk dört ayda", [], id="the first months are a stretch of time"),
        pytest.param("tr", "Kurumun 40. yıl dönümü", [], id="an anniversary counts years"),
        pytest.param("tr", "Puanı 5. Sonra yenildi.", [], id="a full stop"),
        pytest.param(
            "en",
            "the 12th swap of the war and the third this year",
            [(12, "swap", "12th swap"), (3, "swap", "third")],
            id="en: elliptical",
        ),
        pytest.param(
            "en", "the second round of talks", [(2, "round", "second round of talks")], id="en: word"
        ),
        pytest.param("en", "on May 21st", [], id="en: a day of the month"),
    ],
)
def test_ordinals(code: str, text: str, expected: list[tuple[int, str, str]]) -> None:
    found = find_ordinals(text, 0, len(text), load(code))
    assert expected == [(o.value, o.of, o.expr) for o in found]
    assert all(o.expr == text[o.start : o.end] for o in found)


@pytest.mark.parametrize(
    "text",
    [
        "Görüşmelerin 3. turu bitti.",
        "14. NATO Liderler Zirvesi'nde konuştu.",
        "İkinci kez bir araya geldiler.",
    ],
)
def test_an_ordinal_is_no_quantity(text: str) -> None:
    assert find_quantities(text, 0, len(text), load("tr")) == []


@given(st.text(alphabet="0123. ilktur'nciüncü\n", max_size=50))
def test_ordinals_give_their_own_words(text: str) -> None:
    for code in ("tr", "en"):
        for ordinal in find_ordinals(text, 0, len(text), load(code)):
            assert ordinal.expr == text[ordinal.start : ordinal.end]

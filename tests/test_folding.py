"""Folding keeps every offset: one code point in, one code point out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.folding import fold, lower

TURKISH = (("I", "ı"), ("İ", "i"))


@given(st.text())
def test_folded_text_is_as_long_as_the_text(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(max_size=200))
def test_a_text_is_folded_letter_by_letter(text: str) -> None:
    assert fold(text) == "".join(map(fold, text))


@given(st.text(), st.sampled_from([(), TURKISH]))
def test_lower_case_is_as_long_as_the_text(text: str, pairs: tuple[tuple[str, str], ...]) -> None:
    assert len(lower(text, pairs)) == len(text)


@given(st.text())
def test_lower_case_is_stable(text: str) -> None:
    once = lower(text, TURKISH)
    assert once == lower(once, TURKISH)


@given(st.text(alphabet="abcçdefgğhıijklmnoöprsştuüvyzâîûABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZÂÎÛ 0123"))
def test_case_and_marks_make_no_difference_to_a_search(text: str) -> None:
    folded = fold(text)
    assert folded == fold(lower(text, TURKISH)) == fold(folded)
    assert folded.isascii()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("İIıi", "iiii", id="all four i's are one"),
        pytest.param("Iğdır ığdır IĞDIR igdir", "igdir igdir igdir igdir", id="a name however it is typed"),
        pytest.param("ÇÖŞÜĞ çöşüğ", "cosug cosug", id="letters with marks"),
        pytest.param("Âlim kâğıt", "alim kagit", id="circumflex"),
        pytest.param("É Ñ Å", "e n a", id="other languages' marks"),
        pytest.param("ß 中 €5", "ß 中 €5", id="what has no plain letter stays"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_folding_for_search(text: str, expected: str) -> None:
    assert expected == fold(text)


@pytest.mark.parametrize(
    ("text", "pairs", "expected"),
    [
        pytest.param("ILIK İLİK", TURKISH, "ılık ilik", id="tr: both capitals"),
        pytest.param("ILIK", (), "ilik", id="en: a plain I"),
        pytest.param("İZMİR", (), "izmir", id="en: a dotted capital is one letter, not two"),
        pytest.param("ŞIĞ ÇÖL", TURKISH, "şığ çöl", id="marks are kept"),
        pytest.param("Kars’ta ‘x’ `y´", TURKISH, "kars'ta 'x' 'y'", id="apostrophes"),
        pytest.param("“a” «b» „c“", TURKISH, '"a" "b" "c"', id="quotation marks"),
        pytest.param("5\u00a0bin\u202f300", TURKISH, "5 bin 300", id="hard and narrow blanks"),
        pytest.param("a\nb\tc", TURKISH, "a\nb\tc", id="line ends and tabs stay"),
    ],
)
def test_lower_case(text: str, pairs: tuple[tuple[str, str], ...], expected: str) -> None:
    assert expected == lower(text, pairs)

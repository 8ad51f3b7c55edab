"""Content lemmas: what of a clause's words tells what it is about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.claims.lemmas import lemma, lemmas
from workbench.claims.names import find_names
from workbench.folding import fold
from workbench.languages.loader import load


def of(text: str, code: str) -> tuple[str, ...]:
    language = load(code)
    return lemmas(language.lower(text), 0, len(text), find_names(text, language), language)


@pytest.mark.parametrize(
    ("code", "a", "b"),
    [
        pytest.param("tr", "Esirlerin takası", "esir takasında", id="tr: case and plural"),
        pytest.param("tr", "PUTİN GELDİ", "Putin geldi", id="tr: capitals"),
        pytest.param("tr", "Zelenskiy'nin evi", "Zelenski'nin evi", id="tr: two spellings of a name"),
        pytest.param("tr", "köprü ve yol", "köprü ile yol", id="tr: conjunctions"),
        pytest.param("tr", "Köprü 2020", "köprü 14", id="tr: digits are no words"),
        pytest.param("en", "The prisoners were swapped", "a prisoner is swapped", id="en: number and tense"),
        pytest.param("en", "Ukraine's army", "Ukrainian army", id="en: a state and its people"),
    ],
)
def test_the_same_content_has_the_same_lemmas(code: str, a: str, b: str) -> None:
    assert of(a, code)
    assert of(a, code) == of(b, code)


def test_a_name_is_one_word_without_its_ending() -> None:
    assert of("Rusya Savunma Bakanlığı'nın raporu", "tr")[0] == "rusya savunma bakanligi"


def test_names_meet_across_languages() -> None:
    assert set(of("Zelenski Pekin'de", "tr")) == set(of("Zelensky in Beijing", "en"))


def test_order_is_that_of_the_text() -> None:
    assert of("köprü sonra tünel", "tr") == ("kopru", "tunel")
    assert of("tünel sonra köprü", "tr") == ("tunel", "kopru")


def test_nothing_of_content_gives_nothing() -> None:
    assert of("ve ile bu 12 ?!", "tr") == ()
    assert of("", "en") == ()


def test_a_stretch_is_read_alone() -> None:
    language = load("tr")
    assert lemmas("köprü tünel baraj", 6, 11, [], language) == ("tunel",)


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="abcçğıiöşü'İ 1.", max_size=40), st.sampled_from(["tr", "en"]))
def test_lemmas_are_folded_words(text: str, code: str) -> None:
    found = of(text, code)
    assert all(len(word) > 1 and word == fold(word) for word in found)
    assert all(lemma(word, code) == fold(lemma(word, code)) for word in found)


def test_a_word_without_an_end_is_not_looked_up() -> None:
    word = "yangınlardaki" * 800
    assert lemma(word, "tr") == fold(word)

"""Dictionary forms: those of simplemma, without its other languages."""

from __future__ import annotations

import lzma
import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from simplemma import lemmatize

from workbench.claims.dictionary import dictionary_form, read_table
from workbench.claims.lemmas import lemma
from workbench.languages.loader import load

WORD = re.compile(r"[^\W\d_]{2,80}")
TEXTS = sorted((Path(__file__).parents[1] / "evaluation").glob("*/texts/*.txt"))
PACKS = ("tr", "en", "de")


def words(code: str) -> list[str]:
    """Words of articles, and pieces of two joined, which no dictionary has."""
    found = {
        word for path in TEXTS for word in WORD.findall(load(code).lower(path.read_text(encoding="utf-8")))
    }
    chosen, chance = sorted(found), random.Random(7)
    chosen = chosen[::3]
    pairs = zip(chance.sample(chosen, 600), chance.sample(chosen, 600), strict=True)
    return [*chosen, *(f"{a[:7]}{b[1:]}" for a, b in pairs)]


@pytest.mark.parametrize("code", PACKS)
def test_words_of_articles_have_the_form_that_simplemma_gives(code: str) -> None:
    found = words(code)
    assert len(found) > 2_000
    assert {word: dictionary_form(word, code) for word in found} == {
        word: lemmatize(word, lang=code) for word in found
    }


@settings(deadline=None)  # the first word reads the tables
@given(st.sampled_from(PACKS), st.from_regex(WORD, fullmatch=True))
def test_any_word_has_it(code: str, word: str) -> None:
    word = load(code).lower(word)
    assert dictionary_form(word, code) == lemmatize(word, lang=code)


@pytest.mark.parametrize(
    ("word", "code", "expected"),
    [
        pytest.param("yaralıların", "tr", "yaralı", id="Turkish"),
        pytest.param("talks", "en", "talk", id="English"),
        pytest.param("policies", "en", "policy", id="an English ending"),
        pytest.param("gesprächen", "de", "Gespräch", id="a German noun in small letters"),
        pytest.param("½", "tr", "½", id="a number"),
        pytest.param("xyzzyq", "en", "xyzzyq", id="nobody knows it"),
        pytest.param("mots", "fr", None, id="no table"),
    ],
)
def test_a_word(word: str, code: str, expected: str | None) -> None:
    assert dictionary_form(word, code) == expected


def test_a_table_is_read_line_by_line() -> None:
    data = lzma.compress("git = ~mek ~ti\nol değil".encode())
    assert {key.decode(): value.decode() for key, value in read_table(data).items()} == {
        "git": "git",
        "gitmek": "git",
        "gitti": "git",
        "değil": "ol",
    }


def test_a_language_without_a_table_goes_to_simplemma_where_it_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert dictionary_form("chevaux", "fr") is None
    assert lemma("chevaux", "fr") == "cheval"
    monkeypatch.setitem(__import__("sys").modules, "simplemma", None)
    assert lemma("chevaux", "fr") == "chevaux"

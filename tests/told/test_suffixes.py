"""Turkish endings behind numbers and words."""

from __future__ import annotations

import pytest

from workbench.told.suffixes import Value, last_word

ENDINGS = [
    pytest.param("0", "0'ar", "0'dan", id="sıfır"),
    pytest.param("1", "1'er", "1'den", id="bir"),
    pytest.param("2", "2'şer", "2'den", id="iki ends in a vowel"),
    pytest.param("3", "3'er", "3'ten", id="üç"),
    pytest.param("4", "4'er", "4'ten", id="dört"),
    pytest.param("5", "5'er", "5'ten", id="beş"),
    pytest.param("6", "6'şar", "6'dan", id="altı"),
    pytest.param("7", "7'şer", "7'den", id="yedi"),
    pytest.param("8", "8'er", "8'den", id="sekiz"),
    pytest.param("9", "9'ar", "9'dan", id="dokuz"),
    pytest.param("10", "10'ar", "10'dan", id="on"),
    pytest.param("20", "20'şer", "20'den", id="yirmi"),
    pytest.param("40", "40'ar", "40'tan", id="kırk"),
    pytest.param("60", "60'ar", "60'tan", id="altmış"),
    pytest.param("390", "390'ar", "390'dan", id="üç yüz doksan"),
    pytest.param("1.200", "1.200'er", "1.200'den", id="bin iki yüz"),
    pytest.param("6.000", "6.000'er", "6.000'den", id="altı bin"),
    pytest.param("10.000.000", "10.000.000'ar", "10.000.000'dan", id="on milyon"),
    pytest.param("1,5 milyon", "1,5 milyonar", "1,5 milyondan", id="a number that ends in a word"),
    pytest.param("2,5", "2,5'er", "2,5'ten", id="iki virgül beş"),
    pytest.param("en az 5 ton", "en az 5'er ton", "en az 5 tondan", id="a unit behind it"),
    pytest.param("2 saat", "2'şer saat", "2 saatten", id="saat is spoken soft"),
    pytest.param("%12", "%12'şer", "%12'den", id="a percentage"),
    pytest.param("4-5", "4-5'er", "4-5'ten", id="a range"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "each", "than"), ENDINGS)
def test_endings(text: str, each: str, than: str) -> None:
    assert (f"{Value(text):ar}", f"{Value(text):dan}", f"{Value(text)}") == (each, than, text)


def test_what_has_an_ending_already_is_said_otherwise() -> None:
    assert format(Value("390'dan fazla"), "ar") == "taraf başına 390'dan fazla"


def test_the_last_word_of_what_ends_in_a_word() -> None:
    assert last_word("1,5 milyar") == "milyar"

"""Numbers as they are written, in both languages."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.claims.numeral import Numeral
from workbench.claims.numerals import find_numerals
from workbench.languages.loader import load

TR = load("tr")
EN = load("en")


def numerals(text: str, code: str) -> list[Numeral]:
    language = load(code)
    return find_numerals(text, language.lower(text), language)


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        pytest.param("tr", "1.200", 1200, id="tr: a full stop groups thousands"),
        pytest.param("tr", "990.709", 990709, id="tr: grouped hundreds of thousands"),
        pytest.param("tr", "1.200.000", 1200000, id="tr: two groups"),
        pytest.param("tr", "6.5", 6.5, id="tr: a full stop before one digit is a decimal mark"),
        pytest.param("tr", "5.99", 5.99, id="tr: ... and before two"),
        pytest.param("tr", "37,2", 37.2, id="tr: decimal comma"),
        pytest.param("tr", "13,46 milyon", 13460000, id="tr: decimals before a multiplier"),
        pytest.param("tr", "0,125", 0.125, id="tr: a leading zero is never grouped"),
        pytest.param("tr", "iki bin üç yüz", 2300, id="tr: words"),
        pytest.param("tr", "ikiyüzkırkbeş", 245, id="tr: words written together"),
        pytest.param("tr", "bin", 1000, id="tr: thousand stands for itself"),
        pytest.param("tr", "bin 24", 1024, id="tr: thousand and digits"),
        pytest.param("tr", "6 bin 57", 6057, id="tr: digits around a multiplier"),
        pytest.param("tr", "24 milyon 9 bin", 24009000, id="tr: two multipliers"),
        pytest.param("tr", "üç buçuk milyon", 3500000, id="tr: a half before a multiplier"),
        pytest.param("tr", "iki buçuk", 2.5, id="tr: a half"),
        pytest.param("tr", "yarım", 0.5, id="tr: half of one"),
        pytest.param("tr", "bir virgül on beş", 1.15, id="tr: decimals said"),
        pytest.param("tr", "eksi 12", -12, id="tr: minus"),
        pytest.param("tr", "3M", 3000000, id="tr: letter for million"),
        pytest.param("tr", "2\u00a0300", 2300, id="tr: a hard space groups"),
        pytest.param("en", "6,060", 6060, id="en: a comma groups thousands"),
        pytest.param("en", "6.5", 6.5, id="en: decimal point"),
        pytest.param("en", "1.200", 1.2, id="en: a point never groups"),
        pytest.param("en", "twenty-three hundred", 2300, id="en: hundreds above ten"),
        pytest.param("en", "a thousand", 1000, id="en: article for one"),
        pytest.param("en", "two million three hundred and five", 2000305, id="en: and"),
        pytest.param("en", "two dozen", 24, id="en: dozen"),
        pytest.param("en", "half a million", 500000, id="en: half of a multiplier"),
        pytest.param("en", "three point one four", 3.14, id="en: decimals said"),
        pytest.param("en", "1.5bn", 1.5e9, id="en: letters for billion"),
    ],
)
def test_one_number_is_read_whole(code: str, text: str, value: float) -> None:
    found = numerals(text, code)
    assert [value] == [numeral.value for numeral in found]
    assert (0, len(text)) == (found[0].start, found[0].end)


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        pytest.param("1.200’er", "distributive", id="a distributive behind a curly apostrophe"),
        pytest.param("altışar", "distributive", id="a distributive word"),
        pytest.param("17'nci", "ordinal", id="an ordinal"),
        pytest.param("6.1'lik", "adjectival", id="an adjective"),
        pytest.param("12'si", "possessive", id="a possessive"),
        pytest.param("bine", "dative", id="a dative"),
        pytest.param("40'tan", "ablative", id="an ablative"),
        pytest.param("100'ün", "genitive", id="a genitive"),
    ],
)
def test_endings_are_told_apart(text: str, suffix: str) -> None:
    found = numerals(text, "tr")
    assert [suffix] == [numeral.suffix for numeral in found]
    assert len(text) == found[0].stop


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        pytest.param("tr", "3, 5 ve 7", [3, 5, 7], id="a list is no sum"),
        pytest.param("tr", "2025 390", [2025, 390], id="digits beside digits stay apart"),
        pytest.param("tr", "42 bin 2025", [42000, 2025], id="what does not fit below the multiplier"),
        pytest.param("tr", "16 bina", [16], id="a noun that begins like a multiplier"),
        pytest.param("tr", "birinden yüzeyde kırkayak", [], id="words that only hold number words"),
        pytest.param("tr", "ona baktı, yüzde yazdı", [], id="pronouns and set forms"),
        pytest.param("tr", "1.2.3 sürümü", [], id="a version"),
        pytest.param("tr", "9" * 40, [], id="an endless run of digits"),
        pytest.param("en", "one two", [1, 2], id="en: units stay apart"),
        pytest.param("en", "someone often", [], id="en: words that only hold number words"),
    ],
)
def test_what_is_one_number_and_what_is_not(code: str, text: str, values: list[float]) -> None:
    assert values == [numeral.value for numeral in numerals(text, code)]


def test_barriers_are_not_crossed() -> None:
    text = "6 bin 57 kişi"
    assert [n.value for n in find_numerals(text, TR.lower(text), TR, [(6, 8)])] == [6000]


_TR_ONES = ["", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz"]
_TR_TENS = ["", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan"]
_EN_ONES = [
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_EN_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def turkish(number: int) -> str:
    for scale, word in ((10**9, "milyar"), (10**6, "milyon"), (1000, "bin")):
        if number >= scale:
            count = number // scale
            head = "" if word == "bin" and count == 1 else turkish(count)
            return " ".join(filter(None, [head, word, turkish(number % scale)]))
    hundreds, rest = divmod(number, 100)
    head = "" if not hundreds else "yüz" if hundreds == 1 else f"{_TR_ONES[hundreds]} yüz"
    return " ".join(filter(None, [head, _TR_TENS[rest // 10], _TR_ONES[rest % 10]]))


def english(number: int) -> str:
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            return " ".join(filter(None, [english(number // scale), word, english(number % scale)]))
    hundreds, rest = divmod(number, 100)
    head = f"{_EN_ONES[hundreds]} hundred" if hundreds else ""
    tail = (
        _EN_ONES[rest] if rest < 20 else "-".join(filter(None, [_EN_TENS[rest // 10], _EN_ONES[rest % 10]]))
    )
    return (" and " if head and rest % 2 else " ").join(filter(None, [head, tail]))


@given(st.integers(1, 999_999_999_999))
def test_turkish_words_give_their_number_back(number: int) -> None:
    assert [number] == [numeral.value for numeral in numerals(turkish(number), "tr")]


@given(st.integers(1, 999_999_999_999))
def test_turkish_words_written_together_give_their_number_back(number: int) -> None:
    assert [number % 10**6 or 1] == [
        n.value for n in numerals(turkish(number % 10**6 or 1).replace(" ", ""), "tr")
    ]


@given(st.integers(1, 999_999_999_999))
def test_english_words_give_their_number_back(number: int) -> None:
    assert [number] == [numeral.value for numeral in numerals(english(number), "en")]


@given(st.text(alphabet="0123456789.,'’ -binyüzo aer\n%", max_size=60))
def test_numerals_lie_in_order_inside_the_text(text: str) -> None:
    for code in ("tr", "en"):
        found = numerals(text, code)
        assert all(0 <= n.start < n.end <= n.stop <= len(text) for n in found)
        assert all(a.end <= b.start for a, b in itertools.pairwise(found))

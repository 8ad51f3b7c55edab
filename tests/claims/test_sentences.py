"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.claims.sentences import sentences
from workbench.languages.loader import load

TURKISH = [
    ("two sentences", "Köprü açıldı. Trafik rahatladı.", ["Köprü açıldı.", "Trafik rahatladı."]),
    (
        "an ordinal",
        "Heyetler 3. turu bitirdi. Salon boşaldı.",
        ["Heyetler 3. turu bitirdi.", "Salon boşaldı."],
    ),
    ("an ordinal before a capital", "Bu 21. Yaz Oyunları oldu.", ["Bu 21. Yaz Oyunları oldu."]),
    ("a year ends a sentence", "Kurul 2024. Sonra dağıldı.", ["Kurul 2024.", "Sonra dağıldı."]),
    ("titles", "Prof. Dr. Elif Kaya geldi. Salon doldu.", ["Prof. Dr. Elif Kaya geldi.", "Salon doldu."]),
    ("initials", "A. B. Yıldız imzaladı. Tören bitti.", ["A. B. Yıldız imzaladı.", "Tören bitti."]),
    (
        "a company",
        "Deniz A.Ş. Kurulu toplandı. Karar çıkmadı.",
        ["Deniz A.Ş. Kurulu toplandı.", "Karar çıkmadı."],
    ),
    ("a decimal point", "Rüzgâr 12.5 ile esti. Çatı uçtu.", ["Rüzgâr 12.5 ile esti.", "Çatı uçtu."]),
    ("a grouped number", "Fiyat 3.500 liraya çıktı.", ["Fiyat 3.500 liraya çıktı."]),
    ("a time of day", "Maç 16.30'da başladı. Bitti.", ["Maç 16.30'da başladı.", "Bitti."]),
    ("a web address", "www.ornek.com adresi kapandı. Bitti.", ["www.ornek.com adresi kapandı.", "Bitti."]),
    ("a quotation goes on", "“Hava çok soğuktu.” diye anlattı.", ["“Hava çok soğuktu.” diye anlattı."]),
    (
        "straight quotes go on",
        '"Bu bir başlangıç." dedi. Ardından gitti.',
        ['"Bu bir başlangıç." dedi.', "Ardından gitti."],
    ),
    ("two quotations", 'Ayşe "Geldim." "Gördüm." dedi.', ['Ayşe "Geldim."', '"Gördüm." dedi.']),
    ("glued", "Köprü açıldı.Trafik rahatladı.", ["Köprü açıldı.", "Trafik rahatladı."]),
    ("marks", "Ne oldu?! Kimse bilmiyor! Peki…  Sonra?", ["Ne oldu?!", "Kimse bilmiyor!", "Peki…", "Sonra?"]),
    ("three dots and lower case", "Bekledi... sonra gitti.", ["Bekledi... sonra gitti."]),
    ("brackets", "Geldi (akşam.) Sonra gitti.", ["Geldi (akşam.)", "Sonra gitti."]),
    ("a new line", "Birinci satır\n  İkinci satır", ["Birinci satır", "İkinci satır"]),
    ("a bullet", "Karar çıktı.\n• Yollar kapandı.", ["Karar çıktı.", "• Yollar kapandı."]),
    ("nothing", "", []),
    ("blanks only", " \n ", []),
    ("a full stop only", ".", ["."]),
]
ENGLISH = [
    ("a title", "Dr. Smith arrived. He left.", ["Dr. Smith arrived.", "He left."]),
    (
        "p.m. inside",
        "He left at 5 p.m. on Friday. It rained.",
        ["He left at 5 p.m. on Friday.", "It rained."],
    ),
    ("a state", "The U.S. envoy spoke. Talks ended.", ["The U.S. envoy spoke.", "Talks ended."]),
    (
        "no ordinals with a stop",
        "They chose gate 3. Then they left.",
        ["They chose gate 3.", "Then they left."],
    ),
    ("initials", "J. K. Brown signed. It was brief.", ["J. K. Brown signed.", "It was brief."]),
    ("a decimal point", "Prices rose 3.5 percent. Wages fell.", ["Prices rose 3.5 percent.", "Wages fell."]),
    ("a quotation goes on", "“It was cold.” he said. They left.", ["“It was cold.” he said.", "They left."]),
    ("glued", "It was over.Nobody stayed.", ["It was over.", "Nobody stayed."]),
    ("a question", "Who knows? Nobody!", ["Who knows?", "Nobody!"]),
]
CASES = [("tr", *case) for case in TURKISH] + [("en", *case) for case in ENGLISH]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [pytest.param(code, text, expected, id=f"{code}: {name}") for code, name, text, expected in CASES],
)
def test_sentences(code: str, text: str, expected: list[str]) -> None:
    found = sentences(text, 0, len(text), load(code))
    assert expected == [text[start:end] for start, end in found]


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "Bir geldi. İki gitti. Üç kaldı."
    start, end = text.index("İki"), text.index(" Üç")
    assert [(start, end)] == sentences(text, start, end, load("tr"))


def test_a_quotation_of_the_whole_sentence_keeps_its_marks() -> None:
    text = "“Yol kapandı.” “Köprü çöktü.”"
    assert [text[start:end] for start, end in sentences(text, 0, len(text), load("tr"))] == [
        "“Yol kapandı.”",
        "“Köprü çöktü.”",
    ]


PIECES = [
    *("Köprü", "açıldı", ".", ". ", "!", "?", "…", '"', "”", "“", "3.", "Dr.", "A.", "2024.", "3.500"),
    *("\n", " ", "(", ")", "ı", "İ", "sonra", "Sonra"),
]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


@given(TEXTS, st.sampled_from(["tr", "en"]))
def test_sentences_are_ordered_apart_and_lose_no_word(text: str, code: str) -> None:
    spans = sentences(text, 0, len(text), load(code))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert "".join(text.split()) == "".join("".join(text[start:end].split()) for start, end in spans)
    assert all(not text[start].isspace() and not text[end - 1].isspace() for start, end in spans)

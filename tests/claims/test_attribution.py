"""Who says it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from claim_reading import attribution_of, said
from hypothesis import given
from hypothesis import strategies as st

from workbench.claims.attribution_quotes import quotations

CASES = [
    ("tr", "a quotation behind its speaker", 'Fidan, "Masadayız, bekliyoruz." dedi.', "Hakan Fidan"),
    ("tr", "a quotation before its speaker", '"Masadayız." ifadesini kullandı Fidan.', "Hakan Fidan"),
    ("tr", "a participle behind the words", "“Tur sürecek.” diyen Peskov, salondan çıktı.", "Dmitriy Peskov"),
    (
        "tr",
        "a participle in the middle",
        "Sürdüğünü hatırlatan Lavrov, yeni turu duyurdu.",
        "Sergey Lavrov",
    ),
    ("tr", "according to", "AFAD'a göre deprem 4,8 büyüklüğünde.", "AFAD"),
    (
        "tr",
        "told to an agency",
        "Lavrov, Interfax'a yaptığı açıklamada 40 geminin geçtiğini söyledi.",
        "Sergey Lavrov",
    ),
    (
        "tr",
        "nobody named tells it to an agency",
        "Tass'a konuşan bir kaynak 40 geminin geçtiğini söyledi.",
        None,
    ),
    ("tr", "according to data", "Kandilli verilerine göre derinlik 7 km.", "Kandilli Rasathanesi"),
    ("tr", "according to a statement", "Fidan'ın açıklamasına göre görüşme uzadı.", "Hakan Fidan"),
    (
        "tr",
        "a statement made by",
        "Savunma Bakanlığından yapılan açıklamada 12 İHA sayıldı.",
        "Türkiye Savunma Bakanlığı",
    ),
    ("tr", "a spokesman, not his office", "Kremlin Sözcüsü Peskov, tarihi açıkladı.", "Dmitriy Peskov"),
    ("tr", "an office", "Kremlin, tarihi açıkladı.", "Kremlin"),
    ("tr", "a state where nobody else is named", "Rusya, 3 köyün boşaldığını açıkladı.", "Rusya"),
    ("tr", "the leading one of two", "Umerov da aynısını söyledi, Medinskiy sustu.", "Rüstem Umerov"),
    ("tr", "a headline's colon", "Fidan: Tur sürecek", "Hakan Fidan"),
    ("tr", "nobody", "Kentte yağmur akşama kadar sürdü.", None),
    ("tr", "a name that only acts", "Putin Pekin'e uçtu.", None),
    ("tr", "a name in another case", "Gazeteler Putin'e yıllarca bunu yazdı.", None),
    ("en", "said behind", "Peskov said talks would go on.", "Dmitriy Peskov"),
    ("en", "said before", "Talks would go on, said Peskov.", "Dmitriy Peskov"),
    ("en", "told", "Rubio told Lavrov that talks had stalled.", "Marco Rubio"),
    ("en", "according to, first", "According to AFAD, the quake measured 4.8.", "AFAD"),
    ("en", "according to, last", "The quake measured 4.8, according to the USGS.", "USGS"),
    ("en", "a quotation", '"We are ready and we will wait," Peskov said.', "Dmitriy Peskov"),
    ("en", "data", "AFAD's data put it at 4.8.", "AFAD"),
    ("en", "a headline's colon", "Peskov: talks go on", "Dmitriy Peskov"),
    ("en", "a ministry", "The Russian defence ministry said it was over.", "Rusya Savunma Bakanlığı"),
    ("en", "an unknown person", "Mayor Helen Brook warned of floods.", "Helen Brook"),
    ("en", "nobody", "Talks went on.", None),
]


@pytest.mark.parametrize(
    ("code", "text", "speaker"),
    [pytest.param(code, text, speaker, id=f"{code}: {name}") for code, name, text, speaker in CASES],
)
def test_the_speaker_of_a_sentence(code: str, text: str, speaker: str | None) -> None:
    found = attribution_of(text, code).sentence(0, len(text))
    assert speaker == (found.canonical if found else None)


def test_whom_the_speaker_quotes() -> None:
    text = "Lavrov, Umerov'un söylediğini doğru bulmadığını belirtti."
    attribution = attribution_of(text, "tr")
    outer, inner = attribution.sentence(0, len(text)), attribution.inner(0, len(text))
    assert outer is not None
    assert inner is not None
    assert (outer.canonical, inner.canonical) == ("Sergey Lavrov", "Rüstem Umerov")


def test_english_has_no_inner_speaker() -> None:
    text = "Lavrov said Umerov's remark was wrong."
    assert attribution_of(text, "en").inner(0, len(text)) is None


def test_the_last_speaker_goes_on_where_nobody_is_named() -> None:
    first, second, third = said(
        "Fidan, 12 kişinin kurtulduğunu söyledi. 3 kişinin kaybolduğunu belirtti. 5 ev yıkıldı."
    )
    assert (first.speaker, second.speaker) == ("Hakan Fidan", "Hakan Fidan")
    assert third.speaker is None


def test_a_quotation_over_several_sentences_has_one_speaker() -> None:
    claims = said('Peskov, "Takas sürüyor. Heyetler 3 Mayıs\'ta görüştü. 12 esir bırakıldı." dedi.')
    assert len(claims) >= 3
    assert {c.speaker for c in claims} == {"Dmitriy Peskov"}


def test_a_name_inside_a_quotation_does_not_speak() -> None:
    (claim,) = said("Kremlin, “Putin takas için 3 Mayıs'ta gün verdi” açıklamasını yaptı.")
    assert claim.speaker == "Kremlin"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('Dedi ki "yol açık" ve gitti.', ["yol açık"], id="straight"),
        pytest.param("“bir iki” «üç dört» „beş altı“", ["bir iki", "üç dört", "beş altı"], id="other marks"),
        pytest.param('"açık kalan söz', [], id="unclosed"),
        pytest.param('"" "a"', [], id="too short to be words"),
        pytest.param("Fidan'ın 'kısa' sözü", [], id="apostrophes"),
        pytest.param('"dört' + "x" * 4000 + '"', [], id="longer than any quotation"),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert expected == [quote.text for quote in quotations(text, 0, len(text))]


@given(st.text(alphabet='ab "“”«»„\n', max_size=60), st.integers(0, 10))
def test_quotations_are_their_own_words_without_marks(text: str, start: int) -> None:
    found = quotations(text, start, len(text))
    assert all(q.text == text[q.start : q.end] and start < q.start for q in found)
    assert all(a.end < b.start for a, b in pairwise(found))

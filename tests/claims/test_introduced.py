"""Words that were introduced before: behind a colon, and in quotations over several paragraphs."""

from __future__ import annotations

import pytest
from claim_reading import article

from workbench.claims import read_claims
from workbench.claims.attribution_passages import long_quotations
from workbench.models import Block

BATUR, TOPRAK = "Cem Batur", "Ece Toprak"

CASES = [
    pytest.param(
        "tr",
        ["Vali Cem Batur şu ifadeleri kullandı: Yolda 40 araç kaldı. Ekiplerimiz 12 kişiyi kurtardı."],
        {"40 araç": BATUR, "12 kişi": BATUR},
        id="the rest of the paragraph",
    ),
    pytest.param(
        "tr",
        ["Vali Cem Batur şunları kaydetti:", '"Yolda 40 araç kaldı. 12 kişi kurtarıldı."', "3 ev yandı."],
        {"40 araç": BATUR, "12 kişi": BATUR, "3 ev": None},
        id="the quoted paragraph behind",
    ),
    pytest.param(
        "tr",
        ["Cem Batur'un açıklaması şöyle:", "“Yolda 40 araç kaldı.”", "“12 kişi kurtarıldı.”"],
        {"40 araç": BATUR, "12 kişi": BATUR},
        id="several quoted paragraphs; the owner of the words",
    ),
    pytest.param(
        "tr",
        ["Vali Cem Batur'un konuşmasından satır başları:", "Yolda 40 araç kaldı.", "12 kişi kurtarıldı."],
        {"40 araç": BATUR, "12 kişi": BATUR},
        id="the main points, without marks",
    ),
    pytest.param(
        "tr",
        [
            "Vali Cem Batur şu bilgileri paylaştı:",
            "Yolda 40 araç kaldı.",
            "Bakan Ece Toprak 12 kişinin kurtarıldığını söyledi.",
            "3 ev yandı.",
        ],
        {"40 araç": BATUR, "12 kişi": TOPRAK, "3 ev": None},
        id="until somebody else speaks",
    ),
    pytest.param(
        "tr",
        ["Vali Cem Batur şöyle devam etti:", "Yolda 40 araç kaldı.", "YANGIN SÖNDÜ", "Yangında 3 ev yandı."],
        {"40 araç": BATUR, "3 ev": None},
        id="until a heading",
    ),
    pytest.param(
        "tr",
        ['Vali Cem Batur, "Yolda 40 araç kaldı.', "12 kişi kurtarıldı.", '3 ev yandı." dedi.', "9 ev boş."],
        {"40 araç": BATUR, "12 kişi": BATUR, "3 ev": BATUR, "9 ev": None},
        id="one quotation over three paragraphs",
    ),
    pytest.param(
        "tr",
        ['Vali Cem Batur ise yaptığı açıklamada, 40 araç kaldı. 12 kişi kurtarıldı. 3 ev yandı." dedi.'],
        {"40 araç": BATUR, "12 kişi": BATUR, "3 ev": BATUR},
        id="a quotation whose opening mark was lost",
    ),
    pytest.param(
        "tr",
        ["Vali Cem Batur yolun açıldığını söyledi.", "Hasar gören ev sayısı şöyle: Hopa 40 ev, Ovit 12 ev."],
        {"40 ev": None},
        id="a list is nobody's words",
    ),
    pytest.param(
        "en",
        ["Governor Cem Batur spoke on Monday. He added:", "“Crews freed 40 cars.”", "Three homes burned."],
        {"40 cars": BATUR, "Three homes": None},
        id="English: the quoted paragraph behind",
    ),
    pytest.param(
        "en",
        [
            "Governor Cem Batur said: “Crews freed 40 cars.",
            "“They also saved 12 people.”",
            "Three homes burned.",
        ],
        {"40 cars": BATUR, "12 people": BATUR, "Three homes": None},
        id="English: each paragraph opens again",
    ),
]


@pytest.mark.parametrize(("code", "paragraphs", "speakers"), CASES)
def test_whose_words_follow(code: str, paragraphs: list[str], speakers: dict[str, str | None]) -> None:
    claims = read_claims(article(*paragraphs, code=code))
    found = {words: {c.speaker for c in claims if words in c.text} for words in speakers}
    assert found == {words: {speaker} for words, speaker in speakers.items()}


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(['Dedi ki "yol', 'açık" ve gitti.'], ["yol\naçık"], id="straight marks"),
        pytest.param(["«yol", "«uzun", "ve dar»"], ["yol\n«uzun\nve dar"], id="opened again"),
        pytest.param(['"yol"', '"dar"'], [], id="one paragraph each"),
        pytest.param(['Dedi ki "yol açık.', 'Sonra "dar" dedi.'], [], id="never closed"),
        pytest.param(['yol açık" dedi.', "Gitti."], [], id="never opened"),
        pytest.param(["“yol", "x" * 7000, "dar”"], [], id="longer than any quotation"),
    ],
)
def test_quotations_over_paragraphs(paragraphs: list[str], expected: list[str]) -> None:
    text, blocks, at = "\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        blocks.append(Block(at, at + len(paragraph), "paragraph"))
        at += len(paragraph) + 1
    found = long_quotations(text, blocks)
    assert expected == [quote.text for quote in found]
    assert all(q.text == text[q.start : q.end] for q in found)

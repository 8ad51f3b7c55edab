"""Whose words each clause is: occasions, nested sayings, statements read out, questions, headings."""

from __future__ import annotations

import pytest
from claim_reading import article

from workbench.claims import read_claims

CASES = [
    pytest.param(
        "Hopa'da 3 Mart'ta açılan 11. Çay Fuarı'nda konuşan Bakan Cem Batur, yüzde 8 arttıklarını söyledi.",
        {"Çay Fuarı": None, "yüzde 8": "Cem Batur"},
        id="who spoke, and where, the article says",
    ),
    pytest.param(
        "Bakan Cem Batur, 4. Ovit Zirvesi'nde yaptığı açıklamada, 12 köprünün bittiğini duyurdu.",
        {"Ovit": None, "12 köprü": "Cem Batur"},
        id="what it was said in",
    ),
    pytest.param(
        "Köprünün 3 Mart'ta açıldığını hatırlatan Bakan Cem Batur, geçişin 90 lira olduğunu söyledi.",
        {"3 Mart": "Cem Batur", "90 lira": "Cem Batur"},
        id="a reporting participle holds what was said",
    ),
    pytest.param(
        "Hopa'daki görüşmenin ardından Vali Ece Toprak, 40 evin boşaltıldığını bildirdi.",
        {"Hopa": None, "40 ev": "Ece Toprak"},
        id="a scene before the speaker",
    ),
    pytest.param(
        "Vali Ece Toprak, Hopa'daki görüşme sonucunda 40 evin boşaltıldığını bildirdi.",
        {"Hopa": "Ece Toprak", "40 ev": "Ece Toprak"},
        id="a ground of what is said is said too",
    ),
    pytest.param(
        "Kremlin, 3 Mart'ta görüşme yapıldığını duyurdu. Görüşmede 12 konunun ele alındığı belirtildi.",
        {"3 Mart": "Kremlin", "12 konu": "Kremlin"},
        id="a statement read out goes on in the passive",
    ),
    pytest.param(
        "Kremlin'den yapılan açıklamada, Vali Ece Toprak'ın 12 konuyu dile getirdiği vurgulandı.",
        {"12 konu": "Kremlin"},
        id="a body reads out what others said: its words",
    ),
    pytest.param(
        "Vali Ece Toprak'ın 12 evi yıktığını açıkladığını aktaran Bakan Cem Batur, 90 lira istedi.",
        {"12 ev": "Ece Toprak", "90 lira": "Cem Batur"},
        id="whom the speaker quotes",
    ),
    pytest.param(
        "Kremlin, 3 Mart'ta görüşme yapıldığını duyurdu. Görüşmenin 40 dakika sürdüğü öne sürüldü.",
        {"3 Mart": "Kremlin", "40 dakika": None},
        id="hearsay has no speaker",
    ),
    pytest.param(
        'Bakan Cem Batur, "12 köprü neden kapalı?" şeklindeki soruya "90 günde açılacak." yanıtını verdi.',
        {"90 gün": "Cem Batur"},
        id="a question is not the speaker's",
    ),
    pytest.param(
        "Bakan Cem Batur, Vali Ece Toprak'ı arayarak 40 evin yıkıldığını söyledi.",
        {"arayarak": None, "40 ev": "Cem Batur"},
        id="a deed before the words",
    ),
    pytest.param(
        "Bakan Cem Batur, 40 evin yıkıldığını söylerken ekipler 12 kişiyi kurtardı.",
        {"40 ev": "Cem Batur", "12 kişi": None},
        id="while he spoke, others acted",
    ),
    pytest.param(
        "Bakan Cem Batur 40 evin yıkıldığını söyledi; polis 12 kişiyi gözaltına aldı.",
        {"40 ev": "Cem Batur", "12 kişi": None},
        id="another subject behind a semicolon",
    ),
    pytest.param(
        "Karadeniz Balıkçılar Birliği, 12 teknenin battığını öne sürdü.",
        {"12 tekne": "Karadeniz Balıkçılar Birliği"},
        id="a body that no table knows",
    ),
    pytest.param(
        "Vali Ece Toprak, 40 evin yıkıldığını söyledi. Köylüler ise 12 evin yandığını anlattı.",
        {"40 ev": "Ece Toprak", "12 ev": "Köylüler"},
        id="people of no table open the sentence",
    ),
    pytest.param(
        "Kremlin, 3 Mart'ta görüşme yapıldığını duyurdu. Sınırda 40 kişinin beklediği belirtiliyor.",
        {"3 Mart": "Kremlin", "40 kişi": None},
        id="what is generally said is nobody's",
    ),
    pytest.param(
        "Bakan Cem Batur, Fransa'nın 12 gemiyi göndereceğine inandığını söyledi.",
        {"12 gemi": "Cem Batur"},
        id="whom a belief is about does not speak",
    ),
    pytest.param(
        "Hopa gazetesine göre 12 tekne battı.",
        {"12 tekne": "Hopa gazetesi"},
        id="a paper that no table knows is cited",
    ),
    pytest.param(
        "Bakan Cem Batur, 'Bu yıl 12 köprü daha açacağız' dedi.",
        {"12 köprü": "Cem Batur"},
        id="a quotation in single marks",
    ),
    pytest.param(
        "Bakan Cem Batur, Hopa'daki 4. Çay Fuarı'nın ardından yazılı açıklama yaptı.",
        {"Hopa": None},
        id="that someone spoke, without a word of it",
    ),
]


@pytest.mark.parametrize(("text", "speakers"), CASES)
def test_whose_words_a_clause_is(text: str, speakers: dict[str, str | None]) -> None:
    claims = [claim for claim in read_claims(article(text)) if not claim.heading]
    found = {words: [c.speaker for c in claims if words in c.text][:1] for words in speakers}
    assert found == {words: [speaker] for words, speaker in speakers.items()}


OFFICES = [
    pytest.param(
        ["Fransa Cumhurbaşkanı Emmanuel Macron geldi.", "Fransız lider, 12 köprünün açılacağını söyledi."],
        "Emmanuel Macron",
        id="a leader is a president",
    ),
    pytest.param(
        ["Bakan Cem Batur, 3 köprünün açıldığını söyledi.", "Yetkili isim, 12 köprünün açılacağını ekledi."],
        "Cem Batur",
        id="an official is whoever spoke last",
    ),
    pytest.param(
        ["Vali Ece Toprak geldi.", "Bakan Cem Batur gitti.", "Vali, 12 köprünün açılacağını söyledi."],
        "Ece Toprak",
        id="an office is whoever bore it",
    ),
]


@pytest.mark.parametrize(("sentences", "speaker"), OFFICES)
def test_whom_an_office_stands_for(sentences: list[str], speaker: str) -> None:
    claims = read_claims(article(" ".join(sentences)))
    assert [claim.speaker for claim in claims if "12" in claim.text] == [speaker]


HEADINGS = [
    pytest.param("Macron'dan Merz'e: 12 köprü açılacak", "Emmanuel Macron", id="from one to another"),
    pytest.param("Macron'dan 12 köprü için teşekkür", "Emmanuel Macron", id="what came from him"),
    pytest.param("Macron ve Merz'den 12 köprü turu", None, id="what two did"),
]


@pytest.mark.parametrize(("title", "speaker"), HEADINGS)
def test_the_speaker_of_a_heading(title: str, speaker: str | None) -> None:
    claims = read_claims(article("Köprüler açıldı.", title=title))
    assert [claim.speaker for claim in claims if claim.heading] == [speaker]


HEARSAY = [
    ("tr", "Köprünün 3 Mart'ta açıldığı iddia edildi.", True),
    ("tr", "Köprünün 3 Mart'ta açıldığı öne sürüldü.", True),
    ("tr", "Köprü 3 Mart'ta açılmış.", True),
    ("tr", "Köprü 3 Mart'ta açılmıştı.", False),
    ("tr", "Köprü 3 Mart'ta açılmış bir yapıdır.", False),
    ("tr", "Köprünün 3 Mart'ta açıldığı bildirildi.", False),
    ("tr", "Köprü parlak bir geçmiş.", False),
    ("en", "The bridge reportedly opened on March 3.", True),
    ("en", "The bridge is said to have opened on March 3.", True),
    ("en", "The bridge allegedly opened on March 3.", True),
    ("en", "The mayor said the bridge opened on March 3.", False),
]


@pytest.mark.parametrize(
    ("code", "text", "reported"), [pytest.param(*case, id=f"{case[0]}: {case[1]}") for case in HEARSAY]
)
def test_hearsay_is_marked(code: str, text: str, reported: bool) -> None:
    claims = [claim for claim in read_claims(article(text, code=code)) if not claim.heading]
    assert [reported] == ["evidence=reported" in claim.aspects for claim in claims]

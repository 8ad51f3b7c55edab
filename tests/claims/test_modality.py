"""How far it got: offers, readiness, aims, beliefs, complements, and the parts of one sentence."""

from __future__ import annotations

import pytest
from claim_reading import article

from workbench.claims import read_claims

CASES = [
    pytest.param(
        "Bakan, 3 Mart'ta temasları sürdürmeye hazır olduğunu söyledi.", "occurred", id="a position"
    ),
    pytest.param("Bakan, 30 esiri teslim etmeye hazır olduğunu söyledi.", "proposed", id="readiness to give"),
    pytest.param("Bakan 30 esiri iade etme teklifinde bulundu.", "proposed", id="made an offer"),
    pytest.param("Bakan 3 ülkeyi buluşturma girişimini anlattı.", "proposed", id="an initiative to do"),
    pytest.param("Amacımız 30 esiri eve döndürmek.", "proposed", id="an aim of the speaker's"),
    pytest.param("Vali 30 esirin bırakılmasını istedi.", "proposed", id="wanted it done"),
    pytest.param("Savcı 4 sanığa 9 yıl hapis istedi.", "proposed", id="a sentence demanded"),
    pytest.param("Vali 3 bakanı kente davet etti.", "proposed", id="invited"),
    pytest.param("Vali 3 Mart'ta Kaya'yı kabul etti.", "occurred", id="received somebody"),
    pytest.param("Meclis 3 maddelik teklifi kabul etti.", "agreed", id="accepted something"),
    pytest.param("Kabine 3 maddelik planı onayladı.", "agreed", id="backed a plan"),
    pytest.param(
        "Bakan 30 esirin döneceğine inandığını söyledi.", "expected", id="belief in what is to come"
    ),
    pytest.param("Bakan 30 esirin döndüğüne inandığını söyledi.", "occurred", id="belief in what was"),
    pytest.param("Vali 30 esirin dönmesini bekliyor.", "expected", id="awaits that"),
    pytest.param("30 esir takas edilmeyi bekliyor.", "occurred", id="waits to be"),
    pytest.param("Vali, 30 esirin döneceğinden emin.", "occurred", id="sure of it"),
    pytest.param("30 sürdürülebilir bir öğrenci yurdu açıldı.", "occurred", id="an adjective in -bilir"),
    pytest.param("Duruşma 17 Eylül'e ertelendi.", "planned", id="put off"),
    pytest.param("Mahkeme duruşmayı 17 Eylül'e erteledi.", "planned", id="put it off"),
    pytest.param("İki bakan 12 Ekim'de buluşmayı planlıyor.", "planned", id="plans to"),
    pytest.param("30 ev yandı, can kaybı yaşanmadı.", "occurred", id="a report of no deaths"),
    pytest.param("3 Mart'ta yapılması beklenen tören yaşanmadı.", "denied", id="what did not happen"),
    pytest.param("Bakan 30 esirle ilgili soruya yanıt vermedi.", "occurred", id="silence is a fact"),
    pytest.param("Kurul 3 köprüde hasar olup olmadığını inceledi.", "occurred", id="whether or not"),
    pytest.param("Vali 3 Mart'ta turun yapılıp yapılmadığını sordu.", "occurred", id="whether it was held"),
    pytest.param("Vali 3 köyde işin kolay olmadığını söyledi.", "occurred", id="an opinion"),
    pytest.param("Zam oranında 3 Mart'ta uzlaşıldı.", "agreed", id="it was agreed"),
    pytest.param("Sınırda 3 geçiş konusunda anlaşılmıştı.", "agreed", id="it had been agreed on"),
    pytest.param("30 dosyanın devri için mutabakata varıldı.", "agreed", id="an agreement was reached"),
    pytest.param("Yangının 3 Mart'ta sigaradan çıktığı anlaşıldı.", "occurred", id="it was understood"),
    pytest.param("Uzlaşma çıkarsa grev 3 Mart'ta bitecek.", "planned", id="on condition that they agree"),
    pytest.param("Köprünün 3 Mart'ta açılması hedefleniyor.", "planned", id="it is aimed at"),
    pytest.param("30 evin yapılmasının amaçlandığı ifade edildi.", "planned", id="said to be the aim"),
    pytest.param("Şirket 3 fabrika kurmayı hedefliyor.", "planned", id="aims at"),
    pytest.param(
        "Ekipler 30 evi gezecek ve hasarı tespit edecektir.", "planned", id="two verbs of the future"
    ),
    pytest.param("Beklenen zam 3 Mart'ta yapıldı.", "occurred", id="what was expected came"),
    pytest.param("Kararlaştırılan takasta 30 esir döndü.", "occurred", id="what was agreed was done"),
    pytest.param("30 esirin 3 Mart'ta yapılması planlanan takası.", "planned", id="a plan named"),
    pytest.param("Can kaybı yok, 3 yaralı var diyebiliriz.", "occurred", id="a report with a hedge"),
    pytest.param("Kurul bütçeyi 3 Haziran'a kadar onaylamak zorunda.", "planned", id="has to"),
    pytest.param("Bakan 3 Haziran'da istifa etmek zorunda kaldı.", "occurred", id="was forced to"),
    pytest.param("Ateşkes 30 gün uzatılmalı.", "proposed", id="should be"),
    pytest.param("Sözcü 30 esirin bırakılması gerektiğini söyledi.", "proposed", id="said should be"),
    pytest.param("Sendika üyelerini 3 Haziran'da iş bırakmaya çağırdı.", "proposed", id="called on"),
    pytest.param("Ölen kimsenin olmadığı kazada 3 araç yandı.", "occurred", id="none died"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_how_far_it_got(text: str, expected: str) -> None:
    claims = [claim for claim in read_claims(article(text)) if not claim.heading]
    assert {claim.modality for claim in claims} == {expected}


ENGLISH = [
    pytest.param(
        "Crews freed 30 divers under terms agreed last week.", "occurred", id="agreed behind its noun"
    ),
    pytest.param("The agreed transfer of 30 divers took place.", "occurred", id="agreed before its noun"),
    pytest.param("The unions agreed last week to end 30 strikes.", "agreed", id="agreed to do it"),
    pytest.param("A pay rise of 30 pounds was agreed at talks.", "agreed", id="it was agreed"),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_how_far_it_got_in_english(text: str, expected: str) -> None:
    claims = [claim for claim in read_claims(article(text, code="en")) if not claim.heading]
    assert {claim.modality for claim in claims} == {expected}


PARTS = [
    pytest.param(
        "30 esir takas edildi ve 12 esir yarın bırakılacak.",
        {"30": "occurred", "12": "planned"},
        id="done and to be done",
    ),
    pytest.param(
        "Seçim 9 oy farkla sonuçlanmış, sonra iptal edilmişti.",
        {"9": "occurred"},
        id="what came later says nothing of it",
    ),
    pytest.param(
        "12 dosyaya baktıklarını, 3 komisyon kurulmasını, rapor hazırlanmasını önerdiklerini söyledi.",
        {"12": "occurred", "3": "proposed"},
        id="two verbal nouns with one verb",
    ),
    pytest.param(
        "Satışların martta yüzde 30 azaldığı, haziranda yüzde 12 artmasının beklendiği bildirildi.",
        {"30": "occurred", "12": "expected"},
        id="two things reported",
    ),
    pytest.param(
        "Bunu inceleyeceğini söylemesine rağmen 3 teklife yanıt vermedi.",
        {"3": "occurred"},
        id="in spite of what was promised",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts_of_one_sentence(text: str, expected: dict[str, str]) -> None:
    claims = [claim for claim in read_claims(article(text)) if not claim.heading]
    found = {number: [c.modality for c in claims if number in c.text][-1:] for number in expected}
    assert found == {number: [modality] for number, modality in expected.items()}

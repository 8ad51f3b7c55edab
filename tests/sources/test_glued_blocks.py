"""Block ends that were lost in copying, and places that only look like them."""

from __future__ import annotations

import pytest

from workbench.sources import source_from_bytes

BODY = "Bu paragraf, sayfanın kalanında da bir metin bulunsun diye buraya yazılmış uzunca bir cümledir."


def blocks(text: str) -> list[tuple[str, str]]:
    source = source_from_bytes(text.encode(), "sayfa.txt")
    return [(block.kind, source.text[block.start : block.end]) for block in source.blocks]


def pieces(line: str) -> list[str]:
    return [text for _, text in blocks(f"Sayfanın başlığı\n\n{line}\n\n{BODY}\n")[1:-1]]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Köprü açıldı.|Törene çok sayıda yurttaş katıldı.", id="full stop and capital"),
        pytest.param("Kim kazandı?|Sonuçlar akşam açıklanacak.", id="question mark and capital"),
        pytest.param("Bakan “geliyoruz.”|Toplantı yarın sürecek.", id="closing quote after the full stop"),
        pytest.param('Bakan "geliyoruz"|Toplantı yarın sürecek.', id="straight closing quote"),
        pytest.param(
            'Vali konuştu.|"Yollar açık" diyen vali uyardı.', id="the second sentence opens with a quote"
        ),
        pytest.param('Vali "Yaralı yok dedi.|Ekipler kente döndü.', id="a quotation that never closes"),
        pytest.param("Yağmur yağdı.|3 ilde okullar kapandı.", id="the second sentence opens with a number"),
        pytest.param(
            "Su kesildi.|2025 yılında boru yenilenmişti.", id="the second sentence opens with a year"
        ),
        pytest.param("Köprü yeniden açıldı|Valilik köprünün açıldığını duyurdu.", id="heading glued to body"),
        pytest.param("Üç yıl sonra yeniden Bodrum|Eski kent yazın dolup taştı.", id="heading ends in a name"),
        pytest.param(
            "Temsilciler yine İzmir'de|Ankara'dan gelen ekip çalıştı.", id="heading ends in a case ending"
        ),
        pytest.param(
            "Temsilciler yine İzmir’de|Ankara’dan gelen ekip çalıştı.", id="the same, curly apostrophe"
        ),
        pytest.param(
            "Başkan: 'Söz verdik, yaptık'|Belediye yeni parkı açtı.", id="heading ends in a single quote"
        ),
        pytest.param("Başkan: ‘Söz verdik’|Belediye yeni parkı açtı.", id="heading ends in a curly quote"),
        pytest.param(
            "Yarışta 4. tur|23 Nisan'da koşulan turda rekor kırıldı.", id="body opens with a day and month"
        ),
        pytest.param("Fabrika 2026'da açılıyor|Üretim yılda bin ton olacak.", id="number with ending inside"),
        pytest.param("Hedef yıl 2030|Bakanlık yeni planı açıkladı.", id="heading ends in a year"),
        pytest.param("Örgüt toplandı (KİÖ)|Üyeler bütçeyi görüştü.", id="heading ends in a bracket"),
        pytest.param("Takım kazandı|O gün herkes sokaktaydı.", id="body opens with a one-letter word"),
    ],
)
def test_cut(line: str) -> None:
    assert line.split("|") == pieces(line.replace("|", ""))


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Liderler 12. NATO Zirvesi için buluştu.", id="ordinal before a capital"),
        pytest.param("Görüşmelerin 3. turu yapıldı.", id="ordinal"),
        pytest.param("Kuzey A.Ş. Yönetim Kurulu toplandı.", id="abbreviation with inner full stops"),
        pytest.param("Kuzey AŞ. Yönetim Kurulu toplandı.", id="abbreviation"),
        pytest.param("Prof.Dr. Ayşe Yılmaz konuştu.", id="glued abbreviations"),
        pytest.param("Prof.Dr.Ayşe Yılmaz konuştu.", id="abbreviation glued to a name"),
        pytest.param("R.T.Yılmaz ile A.Kaya geldi.", id="initials"),
        pytest.param("Her ilden 1.200’er kişi geldi.", id="thousands with a distributive ending"),
        pytest.param("Saat 19.53'te 6.1 büyüklüğünde sarsıntı oldu.", id="decimals and times"),
        pytest.param('Vali "çok memnunuz." ifadesini kullandı.', id="quote inside a sentence"),
        pytest.param('Vali "memnunuz" dedi, "çok" diye ekledi.', id="two quotes"),
        pytest.param("Vali 'memnunuz' dedi.", id="single quotes"),
        pytest.param('Vali, "Yaralı yok.Herkes güvende." dedi.', id="glued sentences inside a quotation"),
        pytest.param("Vali, “Yaralı yok.Herkes güvende.” dedi.", id="the same in curly marks"),
        pytest.param("TürkAkım ve YouTube hakkında konuştu.", id="names of the pack"),
        pytest.param("TürkAkım'ın ve McDonald'sın payı var.", id="names of the pack with endings"),
        pytest.param("Yeni MacArthur köprüsü açıldı.", id="prefix of a name"),
        pytest.param("Kredi veren VakıfBank oldu.", id="second half of a name"),
        pytest.param("ZorluTek açıkladı, ZorluTek yönetimi doğruladı.", id="an unknown name that recurs"),
        pytest.param("Santral 12 kWh, pil 500 mAh, hat 3 kHz gösterdi.", id="units"),
        pytest.param("Vali O'Brien ve TRUMP'IN ekibi geldi.", id="apostrophes"),
        pytest.param("ABD’li ve AB'den gelen BMnin ekibi vardı.", id="acronyms with endings"),
        pytest.param(
            "Ayrıntı www.OrnekSite.com.tr adresinde ve Ornek.Com sitesinde var.", id="web addresses"
        ),
        pytest.param("Bakan @AnkaraHaber hesabından #YeniYol diye yazdı.", id="handles and tags"),
        pytest.param("Dosya aGVsbG8gV29ybGRBc2RGaEtMbU5v olarak geldi.", id="data"),
        pytest.param("23 Nisan'da başlayan yarış 27 Nisan'da bitti.", id="dates in a sentence"),
        pytest.param("Covid19 ve G20 başlıkları konuşuldu.", id="digits in names"),
        pytest.param("Kur'an kursları 'Yaz okulu'na döndü.", id="apostrophe after a closing quote"),
        pytest.param("Son dakika... Yolda kaza oldu.", id="ellipsis and a blank"),
    ],
)
def test_no_cut(line: str) -> None:
    assert [line] == pieces(line)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(
            f"{BODY}Köprü yeniden açıldıValilik dün açıldığını duyurdu.",
            ["paragraph", "heading", "paragraph"],
            id="a headline between two paragraphs",
        ),
        pytest.param(
            f"{BODY}Tören sürüyor. Vali geldiSonra herkes dağıldı.",
            ["paragraph", "paragraph", "paragraph"],
            id="two sentences without their blank are no heading",
        ),
        pytest.param(
            f"{BODY}KÖPRÜDE NE OLDU?Valilik dün açıklama yaptı.",
            ["paragraph", "heading", "paragraph"],
            id="a question in capitals heads what follows",
        ),
        pytest.param(
            "Köprü yeniden açıldıValilik dün köprünün açıldığını duyurdu.",
            ["title", "paragraph"],
            id="a title glued to the body",
        ),
        pytest.param(
            f"{BODY}12 MART17. Fuar Günleri’nde iki imzaBakan fuarda konuştu.",
            ["paragraph", "date_heading", "heading", "paragraph"],
            id="a heading that opens with an ordinal",
        ),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert kinds == [kind for kind, _ in blocks(text)]

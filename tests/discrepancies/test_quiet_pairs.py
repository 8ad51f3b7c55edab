"""Two reports of one event that agree, each full of numbers that count other things: nothing to flag."""

from __future__ import annotations

import pytest
from story_reading import article, story

PAIRS = [
    pytest.param(
        article(
            "Seçim sonuçları",
            "20.10.2025",
            "Adada dün yapılan başkanlık seçiminde 218 bin 313 seçmen sandığa çağrıldı. Katılım yüzde "
            "64,9 oldu. Aday "
            "Tufan Er oyların yüzde 62,8'ini, rakibi Ersin Ta yüzde 35,8'ini aldı.",
            "Sandıkların yüzde 40'ı açıldığında Er yüzde 61,2 ile öndeydi. Seçimde 8 aday yarıştı, 777 "
            "sandık kuruldu.",
        ),
        article(
            "Opposition candidate wins",
            "October 20, 2025",
            "Tufan Er won Sunday's presidential election with 62.8 percent of the vote, against 35.8 "
            "percent for Ersin "
            "Ta. Turnout was 64.9 percent among 218,313 registered voters.",
            "In 2020 turnout was 67.3 percent and Ta won with 51.7 percent.",
        ),
        id="an election",
    ),
    pytest.param(
        article(
            "İhracat rakamları",
            "03.11.2025",
            "Türkiye'nin ihracatı ekimde yüzde 2,3 artarak 24 milyar dolara yükseldi. İthalat yüzde 7,2 "
            "artışla 31,5 "
            "milyar dolar oldu. Dış ticaret açığı 7,5 milyar dolara çıktı.",
            "Ocak-ekim döneminde ihracat 224,6 milyar dolar olarak gerçekleşti. Otomotiv 3,9 milyar "
            "dolarla ilk sırada "
            "yer aldı, onu 2,8 milyar dolarla kimya izledi.",
        ),
        article(
            "Exports rise",
            "November 4, 2025",
            "Türkiye's exports rose 2.3 percent to $24 billion in October, the trade minister said. "
            "Imports were up 7.2 "
            "percent at $31.5 billion. In the first ten months exports reached $224.6 billion.",
        ),
        id="a month's trade",
    ),
    pytest.param(
        article(
            "Drone saldırısı",
            "08.06.2025",
            "Rusya gece boyunca Ukrayna'ya 49 insansız hava aracı ve 3 füzeyle saldırdı. Ukrayna Hava "
            "Kuvvetleri, 40 "
            "İHA'nın etkisiz hale getirildiğini açıkladı. Harkiv'de 2 kişi öldü, 17 kişi yaralandı.",
            "Rusya Savunma Bakanlığı ise 61 Ukrayna İHA'sının düşürüldüğünü bildirdi. Bunların 19'u "
            "Kursk bölgesinde "
            "vuruldu.",
        ),
        article(
            "Overnight attacks",
            "June 8, 2025",
            "Russia launched 49 drones and three missiles at Ukraine overnight, the air force said, "
            "adding that 40 "
            "drones were neutralised. Two people were killed and 17 injured in Kharkiv.",
            "Russia's defence ministry said 61 Ukrainian drones were shot down.",
        ),
        id="losses of two sides",
    ),
    pytest.param(
        article(
            "Davada karar",
            "12.12.2025",
            "Amasya'daki yolsuzluk davasında 34 sanıktan 21'i hapis cezasına çarptırıldı, 13'ü beraat "
            "etti. Mahkeme "
            "eski müdür Kaan Demir'e 9 yıl, yardımcısına 4 yıl 6 ay hapis cezası verdi. Dava 3 yıl sürdü.",
            "Savcı 12 yıl istemişti.",
        ),
        article(
            "Verdict",
            "December 12, 2025",
            "A court in Amasya convicted 21 of 34 defendants in a corruption trial on Friday and "
            "acquitted 13. The "
            "former director was sentenced to nine years, his deputy to four and a half.",
        ),
        id="a trial",
    ),
    pytest.param(
        article(
            "Zirve",
            "22.05.2026",
            "Astana'da dün yapılan zirveye 12 ülkenin lideri katıldı. Zirvede 15 belge imzalandı. "
            "Kazakistan ile "
            "Türkiye arasındaki ticaret hacmi 10 milyar dolar. Görüşmeler 5 saat sürdü. Hedef 15 milyar "
            "dolar.",
        ),
        article(
            "Leaders meet",
            "May 22, 2026",
            "Leaders of 12 countries met in Astana on Thursday and signed 15 documents. Trade between "
            "Kazakhstan and "
            "Türkiye stands at $10 billion; the two aim for $15 billion. The talks lasted five hours.",
        ),
        id="a summit and a target",
    ),
    pytest.param(
        article(
            "Sel felaketi",
            "11.09.2025",
            "Artvin'de önceki gün başlayan yağışların yol açtığı selde 3 kişi hayatını kaybetti, 2 kişi "
            "kayboldu. 14 ev "
            "yıkıldı, 60 ev hasar gördü. Bölgeye 350 personel ve 90 araç sevk edildi.",
            "Vali, 212 kişinin yurtlara yerleştirildiğini, 5 köy yolunun kapalı olduğunu söyledi. "
            "2021'deki selde 6 "
            "kişi ölmüştü.",
        ),
        article(
            "Flood kills three",
            "September 11, 2025",
            "Three people died and two were missing after floods hit Artvin province. Fourteen houses "
            "were destroyed "
            "and 60 were damaged. Some 350 rescuers with 90 vehicles were sent to the area.",
            "More than 200 people were moved to dormitories. Six people died in floods there in 2021.",
        ),
        id="a flood and an earlier one",
    ),
    pytest.param(
        article(
            "Orman yangını",
            "18.08.2025",
            "Çanakkale'de dün çıkan orman yangını ikinci gününde. Yangına 9 uçak, 18 helikopter ve 700 "
            "personel "
            "müdahale ediyor. 11 köy boşaltıldı, 251 kişi tahliye edildi. 77 kişi dumandan etkilendi.",
        ),
        article(
            "Wildfire in Çanakkale",
            "August 18, 2025",
            "A forest fire that broke out in Çanakkale on Sunday forced the evacuation of 11 villages. "
            "Nine planes and "
            "18 helicopters are fighting the blaze with 700 firefighters. Seventy-seven people were "
            "treated for smoke.",
        ),
        id="a wildfire",
    ),
    pytest.param(
        article(
            "Limanda grev",
            "14.04.2026",
            "Mersin Limanı'nda çalışan 1.850 işçi bugün greve çıktı. Sendika, ücretlere yüzde 60 zam "
            "istiyor; işveren "
            "yüzde 38 önerdi. Limanda günde ortalama 12 bin konteyner elleçleniyor.",
            "Geçen yılki grev 9 gün sürmüş, 1.400 işçi katılmıştı.",
        ),
        article(
            "Port strike enters second day",
            "April 15, 2026",
            "About 1,850 workers remained on strike at the port of Mersin on Wednesday. The union wants "
            "a 60 percent "
            "raise, while the employer has offered 38 percent. The port handles 12,000 containers a day.",
        ),
        id="a strike, what is asked and what is offered",
    ),
]


@pytest.mark.parametrize(("turkish", "english"), PAIRS)
def test_reports_that_agree_raise_nothing(turkish: str, english: str) -> None:
    shown = story([turkish, english])
    assert shown.claims
    assert [(d.attribute, d.labels) for d in shown.flags] == []

"""What the core says, in Turkish; in English it stays as it is."""

from __future__ import annotations

import pytest

from workbench import told, words
from workbench.models import About

SENTENCES = [
    pytest.param(
        "Sources give 1000 each, at least 390 and 18 (Türkiye) for prisoner of war: the plan moved.",
        "Kaynaklarda savaş esiri için 1.000'er, en az 390 ve 18 (Türkiye) geçiyor: plan değişti.",
        id="labels, a noun and a cause",
    ),
    pytest.param(
        "Sources give 51.84% and 51.48% for vote share: both count the same thing."
        " 51.48 and 51.84 have two digits in another order: perhaps a slip of the hand.",
        "Kaynaklarda oy oranı için %51,84 ve %51,48 geçiyor: ikisi de aynı şeyi sayıyor."
        " 51,48 ile 51,84 arasında iki rakamın yeri değişik: belki yazım yanlışı.",
        id="with a slip",
    ),
    pytest.param(
        "Sources give 63.4 billion USD and 6 hour for exports: both count the same thing."
        " 6.34e+10 is 1,000 times 6.34e+07: perhaps a slip of scale.",
        "Kaynaklarda ihracat için 63,4 milyar dolar ve 6 saat geçiyor: ikisi de aynı şeyi sayıyor."
        " 63,4 milyar, 63,4 milyon sayısının 1.000 katı: belki ölçek yanlışı.",
        id="numbers as powers of ten",
    ),
    pytest.param(
        "Sources give 5.99 kilometre and 11.4 kilometre for depth:"
        " AFAD and Kandilli Rasathanesi measure differently.",
        "Kaynaklarda derinlik için 5,99 kilometre ve 11,4 kilometre geçiyor:"
        " AFAD ile Kandilli Rasathanesi farklı ölçüyor.",
        id="names stay",
    ),
    pytest.param(
        "Sources time it at 20:48 and 22:48 (TSİ): one event happens at one moment.",
        "Kaynaklarda saat olarak 20:48 ve 22:48 (TSİ) geçiyor: bir olay tek bir anda olur.",
        id="times in a zone",
    ),
    pytest.param(
        "It was proposed and planned for 13 Feb 2026 and took place on 15 Feb 2026.",
        "13 Şubat 2026 için önerildi ve planlandı; 15 Şubat 2026 günü gerçekleşti.",
        id="stages and days",
    ),
    pytest.param(
        "One statement gives 16 May 2025 and Monday for one day, but 16 May 2025 is a Friday:"
        " the day or the weekday is wrong.",
        "Bir ifade aynı gün için 16 Mayıs 2025 ve Pazartesi diyor,"
        " oysa 16 Mayıs 2025 Cuma gününe denk geliyor: ya gün ya da haftanın günü yanlış.",
        id="weekdays",
    ),
    pytest.param(
        "Claims place it in “Ankara or İstanbul” and “İstanbul”: the choice was settled.",
        "İddialarda yer olarak “Ankara ya da İstanbul” ve “İstanbul” geçiyor: seçim sonuca bağlandı.",
        id="a choice of places",
    ),
    pytest.param(
        "Sources name other people for one meeting: Ada Bir and Ece İki; Can Üç, Efe Dört and Su Beş.",
        "Kaynaklar aynı görüşme için başka kişileri anıyor: Ada Bir ve Ece İki; Can Üç, Efe Dört ve Su Beş.",
        id="groups of people",
    ),
    pytest.param(
        "Both print it in quotation marks as one speaker's words, and the words differ:"
        " “and the” against “planned”, and in 2 more places.",
        "İkisi de tırnak içinde aynı kişinin sözü olarak veriyor, ama sözler farklı:"
        " birinde “and the”, öbüründe “planned”; 2 yerde daha fark var.",
        id="quotations stay",
    ),
    pytest.param(
        "7 phone calls are stated, and the sources date 6: 28 March, 11 May and 24 November.",
        "7 telefon görüşmesi deniyor, kaynaklarda tarihi verilen ise 6: 28 Mart, 11 Mayıs ve 24 Kasım.",
        id="events counted one by one",
    ),
    pytest.param(
        "1680 + 730 make 2410, and the rest is named: not 2310.",
        "1.680 + 730 = 2.410 eder ve geri kalanlar da sayılmış: 2.310 etmiyor.",
        id="a sum",
    ),
    pytest.param(
        "High: the values lie 0.7% of the larger one apart, “killed” weighs heavily,"
        " 2 and 3 independent origins stand behind the values.",
        "Yüksek: değerler arasındaki fark büyük olana göre %0,7, “can kaybı” önemli bir konu,"
        " değerlerin arkasında 2 ve 3 bağımsız köken var.",
        id="severity",
    ),
    pytest.param("the figure told last", "en son aktarılan sayı", id="a rule"),
    pytest.param("agreed by all", "hepsi aynı", id="a record's rule"),
    pytest.param("accepted by Ayşe", "kabul eden: Ayşe", id="who chose a record's value"),
    pytest.param("both count 390 prisoner of war", "ikisi de 390 savaş esiri sayıyor", id="a link"),
    pytest.param("phone call is not visit", "telefon görüşmesi, ziyaret değil", id="types of events"),
    pytest.param("Bursa is not Ankara", "Bursa, Ankara değil", id="places"),
    pytest.param(
        "took place at the visit in Bursa, 16 May 2025 to 17 May 2025",
        "şunun sırasında yapıldı: ziyaret, Bursa, 16-17 Mayıs 2025",
        id="a stage",
    ),
    pytest.param(
        "stage 2 of what went on for 3 days", "3 gün süren olayın parçası (2. aşama)", id="numbered"
    ),
    pytest.param(
        "2 claims of a.txt, 1 of b.txt and 14 of 2 more articles joined"
        " since Ayşe accepted 390 on 3 May 2025",
        "3 Mayıs 2025 günü Ayşe 390 değerini kabul etti; o zamandan beri gelenler:"
        " 2 iddia (a.txt), 1 iddia (b.txt) ve 14 iddia (2 haber daha)",
        id="claims that joined",
    ),
    pytest.param(
        "a.txt and 1 more article say “at least 17”, which was not there when Ayşe decided",
        "a.txt ve 1 haber daha: “en az 17” diyorlar; Ayşe karar verdiğinde bu değer yoktu",
        id="a value that is new",
    ),
    pytest.param(
        "no publication date found: relative dates stay open",
        "yayın tarihi bulunamadı: göreli tarihler açık kalıyor",
        id="what an import lacks",
    ),
    pytest.param("Nobody ever said this.", "Nobody ever said this.", id="no phrase"),
    pytest.param("", "", id="nothing"),
]
LABELS = [
    pytest.param("1000", "count", "1.000", id="a number"),
    pytest.param("6.5", "count", "6,5", id="a decimal"),
    pytest.param("1.5 million", "count", "1,5 milyon", id="millions"),
    pytest.param("at least 17", "count", "en az 17", id="a lower bound"),
    pytest.param("more than 6000", "count", "6.000'den fazla", id="more than a number"),
    pytest.param("less than 2 hour", "count", "2 saatten az", id="less than a measure"),
    pytest.param("up to 8000 each", "count", "en çok 8.000'er", id="an upper bound for each side"),
    pytest.param("more than 390 each", "count", "taraf başına 390'dan fazla", id="each behind an ending"),
    pytest.param("4 to 5", "count", "4-5", id="a range"),
    pytest.param("4 to 5%", "count", "%4-5", id="a range of percents"),
    pytest.param("45% Demir", "total", "%45 Demir", id="whose share"),
    pytest.param("538 in total", "count", "toplam 538", id="a sum"),
    pytest.param("45 million USD", "count", "45 milyon dolar", id="money"),
    pytest.param("250 TRY cent", "count", "250 kuruş", id="a canonical name with a blank"),
    pytest.param("11 of them", "total", "bunlardan 11", id="a part"),
    pytest.param("11 released", "total", "11 serbest bırakılan", id="a term of a sum"),
    pytest.param("16 in total released", "total", "toplam 16 serbest bırakılan", id="a whole as a term"),
    pytest.param("6 dated", "total", "tarihi verilen 6", id="counted by their dates"),
    pytest.param("16 May 2025", "date", "16 Mayıs 2025", id="a day"),
    pytest.param("16 May 2025 to 25 May 2025", "date", "16-25 Mayıs 2025", id="days of a month"),
    pytest.param("28 Feb 2026 to 3 Mar 2026", "date", "28 Şubat 2026 – 3 Mart 2026", id="of two months"),
    pytest.param("May 2025", "date", "Mayıs 2025", id="a month"),
    pytest.param("2025", "date", "2025", id="a year"),
    pytest.param("Friday, 16 May 2025", "date", "16 Mayıs 2025 Cuma", id="a weekday"),
    pytest.param("22:48", "time", "22:48", id="a time"),
    pytest.param("carried out", "status", "gerçekleşti", id="how far it got"),
    pytest.param("broken off", "status", "kesildi", id="a smaller fact"),
    pytest.param("venue", "wording", "ev sahibi", id="a role"),
    pytest.param("agreed", "wording", "agreed", id="a quotation"),
    pytest.param("Ankara or İstanbul", "place", "Ankara ya da İstanbul", id="a choice"),
    pytest.param("May", "name", "May", id="a name that is a month, too"),
    pytest.param("Ada Bir and Ece İki", "participants", "Ada Bir ve Ece İki", id="people"),
    pytest.param("coup | fire, Bolu", "event", "darbe | yangın, Bolu", id="two events put together"),
    pytest.param(
        "fire, Bolu: 2 of 5 claims leave", "event", "yangın, Bolu: 5 iddiadan 2 tanesi ayrılıyor", id="split"
    ),
    pytest.param("1000 each", None, "1.000'er", id="of an unknown attribute"),
    pytest.param("Bolu", None, "Bolu", id="a name of an unknown attribute"),
]
SUBJECTS = [
    pytest.param("count", "prisoner_of_war:each", "sayı: savaş esiri, taraf başına", id="each"),
    pytest.param("count", "drone:shot_down:part~superseded", "sayı: İHA, düşürülen, bir bölümü", id="a part"),
    pytest.param("count", "exports:USD:quarter 1", "sayı: ihracat, dolar, 1. çeyrek", id="a quarter"),
    pytest.param("count", "growth:percent:annual march", "sayı: büyüme, yüzde, yıllık Mart", id="month"),
    pytest.param("count", "vote:Taşdelen", "sayı: oy, Taşdelen", id="a name"),
    pytest.param(
        "count", "killed:since 2025-05-16", "sayı: can kaybı, 16 Mayıs 2025 tarihinden beri", id="so far"
    ),
    pytest.param(
        "count", "new_case:2025-05-01 to 2025-05-31", "sayı: yeni vaka, 1-31 Mayıs 2025", id="period"
    ),
    pytest.param("total", "phone_call:3790", "toplam: telefon görüşmesi", id="an offset is not shown"),
    pytest.param("total", "percent:share:612", "toplam: yüzde, pay", id="a share"),
    pytest.param("date", "planned~superseded", "tarih: planlanan", id="a plan"),
    pytest.param("date", "year:2024", "tarih: yıl, 2024", id="a year"),
    pytest.param("status", "", "durum", id="nothing narrows it"),
    pytest.param("wording", "s12.34-s56.78", "ifade", id="places of quotations are not shown"),
    pytest.param("event", "", "olay", id="which claims belong together"),
]  # fmt: skip
EVENTS = [
    pytest.param(
        "phone call, Recep Tayyip Erdoğan, Vladimir Putin, 24 Nov 2025",
        "telefon görüşmesi, Recep Tayyip Erdoğan, Vladimir Putin, 24 Kasım 2025",
        id="people and a day",
    ),
    pytest.param("agreement, 16 Feb 2026 to 17 Feb 2026", "anlaşma, 16-17 Şubat 2026", id="days alone"),
    pytest.param("coup, Madagaskar", "darbe, Madagaskar", id="no day"),
    pytest.param("earthquake", "deprem", id="nothing known"),
    pytest.param("a type of another pack, Bolu", "a type of another pack, Bolu", id="no word for it"),
]


@pytest.mark.parametrize(("english", "turkish"), SENTENCES)
def test_sentences(english: str, turkish: str) -> None:
    assert told.told(english) == english
    words.use("tr")
    assert told.told(english) == turkish


@pytest.mark.parametrize(("english", "attribute", "turkish"), LABELS)
def test_labels(english: str, attribute: str | None, turkish: str) -> None:
    assert told.label(english, attribute) == english
    words.use("tr")
    assert told.label(english, attribute) == turkish


@pytest.mark.parametrize(("attribute", "key", "turkish"), SUBJECTS)
def test_subjects(attribute: About, key: str, turkish: str) -> None:
    words.use("tr")
    assert told.subject(attribute, key) == turkish


def test_a_subject_in_english() -> None:
    assert told.subject("count", "prisoner_of_war:each") == "count: prisoner of war, each"


@pytest.mark.parametrize(("english", "turkish"), EVENTS)
def test_names_of_events(english: str, turkish: str) -> None:
    assert told.event_label(english) == english
    words.use("tr")
    assert told.event_label(english) == turkish


def test_the_language_may_change_while_the_desk_runs() -> None:
    words.use("tr")
    first = told.told("the plan moved"), told.label("1000")
    words.use("en")
    assert (told.told("the figure told last"), told.label("1000")) == ("the figure told last", "1000")
    words.use("tr")
    assert first[1] == told.label("1000") == "1.000"

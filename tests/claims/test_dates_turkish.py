"""Dates of Turkish news: one row a rule."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.claims.dates import DateContext, find_dates
from workbench.languages.loader import load
from workbench.models import DateSpan, Publication

# A Thursday.
PUBLISHED = date(2025, 5, 29)
PUBLICATION = Publication(PUBLISHED, PUBLISHED, PUBLISHED, "day", "stated", "", "")


def read(text: str) -> list[tuple[str, str]]:
    """The words of each date with its ISO interval ("2025-05-16" or "2025-05-16/2025-05-17")."""
    spans = find_dates(text, 0, len(text), load("tr"), DateContext(PUBLICATION))
    return [(span.expr, interval(span)) for span in spans]


def interval(span: DateSpan) -> str:
    return f"{span.start}" if span.start == span.end else f"{span.start}/{span.end}"


DATES = {
    "the same stretch of a year that is said": (
        "Ocak-nisan döneminde 90, 2017'nin aynı döneminde 70 ev yapıldı.",
        [("Ocak-nisan", "2025-01-01/2025-04-30"), ("2017'nin aynı döneminde", "2017-01-01/2017-04-30")],
    ),
    "the same month of a year that is said": (
        "Nisanda 90, 2017 yılının aynı ayında 70 ev yapıldı.",
        [("Nisanda", "2025-04-01/2025-04-30"), ("2017 yılının aynı ayında", "2017-04-01/2017-04-30")],
    ),
    "the same stretch of a year, of nothing told": (
        "2017'nin aynı döneminde 70 ev yapıldı.",
        [("2017'nin aynı döneminde", "2017-01-01/2017-12-31")],
    ),
    "the same half a year before": (
        "Geçen yılın ilk yarısında 90, 2021'in aynı döneminde 70 ev yapıldı.",
        [
            ("Geçen yılın ilk yarısında", "2024-01-01/2024-06-30"),
            ("2021'in aynı döneminde", "2021-01-01/2021-06-30"),
        ],
    ),
    "from the year's first day": (
        "Yılın ilk gününden 12 Mayıs'a kadar 30 gün yağdı.",
        [("Yılın ilk gününden 12 Mayıs'a", "2025-01-01/2025-05-12")],
    ),
    "the last day of a year": ("2023'ün son gününde açıldı.", [("2023'ün son gününde", "2023-12-31")]),
    "a stretch of so many months": (
        "Yılın 4 aylık döneminde 90 ev yapıldı.",
        [("Yılın 4 aylık döneminde", "2025-01-01/2025-04-30")],
    ),
    "the first so many months as an adjective": (
        "Geçen yılın ilk yedi aylık döneminde",
        [("Geçen yılın ilk yedi aylık döneminde", "2024-01-01/2024-07-31")],
    ),
    "months just past as an adjective": ("Son 3 aylık gider", [("Son 3 aylık", "2025-02-01/2025-04-30")]),
    "a length alone": ("Üç günlük kurs 4 aylık aradan sonra açıldı.", []),
    "hours just past": ("Son 24 saatte 9 göçük oldu.", [("Son 24 saatte", "2025-05-28/2025-05-29")]),
    "two days of hours": ("Son 48 saat içinde", [("Son 48 saat", "2025-05-27/2025-05-29")]),
    "a few hours": ("Son 3 saatte 9 göçük oldu.", []),
    "a feast's day with a full stop": (
        "Ramazan Bayramı'nın 2. günü",
        [("Ramazan Bayramı'nın 2. günü", "2025-03-31")],
    ),
    "a feast's day with its ending": (
        "Ramazan Bayramı'nın 2'nci gününde",
        [("Ramazan Bayramı'nın 2'nci gününde", "2025-03-31")],
    ),
    "the feast of these weeks": ("Bayramın ikinci gününde", [("Bayramın ikinci gününde", "2025-06-07")]),
    "another feast": ("Mahalle Bayramı'nın ikinci gününde", []),
    "a feast without a day": ("Bayramın neşesi sürdü.", []),
    "day month year": ("Zirve 4 Mart 2024'te yapıldı.", [("4 Mart 2024'te", "2024-03-04")]),
    "typographic apostrophe": ("Zirve 4 Mart 2024’te yapıldı.", [("4 Mart 2024’te", "2024-03-04")]),
    "dotted": ("04.03.2024 tarihli karar", [("04.03.2024 tarihli", "2024-03-04")]),
    "slashes put the day first": ("Karar 04/03/2024 günü alındı.", [("04/03/2024 günü", "2024-03-04")]),
    "iso": ("Kayıt 2024-03-04 13:40", [("2024-03-04", "2024-03-04")]),
    "month first with a year": ("Şubat 03, 2024 10:06", [("Şubat 03, 2024", "2024-02-03")]),
    "capitals": ("7 EKİM", [("7 EKİM", "2024-10-07")]),
    "dotless capital": (
        "18 KASIM 2023 ve 9 HAZİRAN 2023",
        [("18 KASIM 2023", "2023-11-18"), ("9 HAZİRAN 2023", "2023-06-09")],
    ),
    "day glued to the word before it": ("maçı23 Nisan'da başladı", [("23 Nisan'da", "2025-04-23")]),
    "no such day": ("31 Haziran 2024'te", []),
    "weekday picks the year": ("Duruşma 14 Şubat Çarşamba günü", [("14 Şubat Çarşamba günü", "2024-02-14")]),
    "weekday first": ("Cuma 23 Mayıs 2025", [("Cuma 23 Mayıs 2025", "2025-05-23")]),
    "weekday behind a comma": ("23 Mayıs 2025, Cuma", [("23 Mayıs 2025, Cuma", "2025-05-23")]),
    "abbreviations beside a number": ("8 Ağu - 12 Ağu", [("8 Ağu - 12 Ağu", "2024-08-08/2024-08-12")]),
    "day in words": ("Üç Mart 2024", [("Üç Mart 2024", "2024-03-03")]),
    "day behind the month": ("Nisanın 3'ünde toplandılar.", [("Nisanın 3'ünde", "2025-04-03")]),
    "feast": ("30 kişi Zafer Bayramı'nda", [("Zafer Bayramı'nda", "2024-08-30")]),
    "month and year": ("Nisan 2021'de kapanan hat", [("Nisan 2021'de", "2021-04-01/2021-04-30")]),
    "year and month": ("2018 Nisanında", [("2018 Nisanında", "2018-04-01/2018-04-30")]),
    "year's month": ("2024 yılının mart ayında", [("2024 yılının mart ayında", "2024-03-01/2024-03-31")]),
    "month with the word month": ("mart ayında", [("mart ayında", "2025-03-01/2025-03-31")]),
    "month with a case": ("ihracat ağustosta arttı", [("ağustosta", "2024-08-01/2024-08-31")]),
    "month of last year": ("geçen yıl nisandan itibaren", [("geçen yıl nisandan", "2024-04-01/2024-04-30")]),
    "start of an open span": ("Nisan ayından bu yana", [("Nisan ayından", "2025-04-01/2025-04-30")]),
    "beginning of a month": ("Nisan başında", [("Nisan başında", "2025-04-01/2025-04-10")]),
    "middle of a month": ("Nisan ayının ortasında", [("Nisan ayının ortasında", "2025-04-11/2025-04-20")]),
    "end of a month": ("Nisan 2023 sonunda", [("Nisan 2023 sonunda", "2023-04-21/2023-04-30")]),
    "week of a month": ("nisanın ilk haftasında", [("nisanın ilk haftasında", "2025-04-01/2025-04-07")]),
    "weekday of a month": ("2024 ekiminin son cuması", [("2024 ekiminin son cuması", "2024-10-25")]),
    "year with a case": (
        "2023'te ve 2026’ya kadar",
        [("2023'te", "2023-01-01/2023-12-31"), ("2026’ya", "2026-01-01/2026-12-31")],
    ),
    "year with the word year": ("2023 yılında", [("2023 yılında", "2023-01-01/2023-12-31")]),
    "year before a plural": ("2022 seçimlerinin ardından", [("2022", "2022-01-01/2022-12-31")]),
    "year before a named thing": ("2022 Dünya Kupası'nda", [("2022", "2022-01-01/2022-12-31")]),
    "year before a compound with a case": ("1999 depreminde", [("1999", "1999-01-01/1999-12-31")]),
    "ambiguous weekday with the word day": ("Pazar günkü seçimde", [("Pazar günkü", "2025-05-25")]),
    "end of a year": ("2024 yılı sonunda", [("2024 yılı sonunda", "2024-12-01/2024-12-31")]),
    "half of a year": ("2024'ün ilk yarısında", [("2024'ün ilk yarısında", "2024-01-01/2024-06-30")]),
    "quarter of a year": (
        "2024 yılının üçüncü çeyreğinde",
        [("2024 yılının üçüncü çeyreğinde", "2024-07-01/2024-09-30")],
    ),
    "numbered quarter": ("1. çeyrekte", [("1. çeyrekte", "2025-01-01/2025-03-31")]),
    "first months of a year": (
        "2024 yılının ilk dokuz ayında",
        [("2024 yılının ilk dokuz ayında", "2024-01-01/2024-09-30")],
    ),
    "first months that are over": ("ilk üç ayda", [("ilk üç ayda", "2025-01-01/2025-03-31")]),
    "first months not over yet": ("ilk dokuz ayda", [("ilk dokuz ayda", "2024-01-01/2024-09-30")]),
    "first months take the sentence's year": (
        "2023 yılında ülkeye ilk dokuz ayda",
        [("2023 yılında", "2023-01-01/2023-12-31"), ("ilk dokuz ayda", "2023-01-01/2023-09-30")],
    ),
    "years side by side": ("2021-2023 döneminde", [("2021-2023", "2021-01-01/2023-12-31")]),
    "years in a list": (
        "2023 ve 2024 yıllarında",
        [("2023", "2023-01-01/2023-12-31"), ("2024 yıllarında", "2024-01-01/2024-12-31")],
    ),
    "season of a year": ("2023 yazında", [("2023 yazında", "2023-06-01/2023-08-31")]),
    "season's months": ("geçen kış", [("geçen kış", "2024-12-01/2025-02-28")]),
    "list of days": (
        "4, 6 ve 9 Nisan'da",
        [("4", "2025-04-04"), ("6", "2025-04-06"), ("9 Nisan'da", "2025-04-09")],
    ),
    "range of days": (
        "4-6 Nisan 2023 tarihlerinde",
        [("4-6 Nisan 2023 tarihlerinde", "2023-04-04/2023-04-06")],
    ),
    "range and day": ("4-6 ve 9 Nisan'da", [("4-6", "2025-04-04/2025-04-06"), ("9 Nisan'da", "2025-04-09")]),
    "days between": ("15 ile 17 Mayıs arasında", [("15 ile 17 Mayıs", "2025-05-15/2025-05-17")]),
    "dates between": ("26 Mart ile 4 Nisan arasında", [("26 Mart ile 4 Nisan", "2025-03-26/2025-04-04")]),
    "from and to by case": (
        "26 Mart'tan 4 Nisan'a kadar",
        [("26 Mart'tan 4 Nisan'a", "2025-03-26/2025-04-04")],
    ),
    "range over New Year": ("28 Aralık-3 Ocak 2024", [("28 Aralık-3 Ocak 2024", "2023-12-28/2024-01-03")]),
    "months in a list": (
        "Mart ve nisan ayında",
        [("Mart", "2025-03-01/2025-03-31"), ("nisan ayında", "2025-04-01/2025-04-30")],
    ),
    "months with a dash": ("Ocak-Mart döneminde", [("Ocak-Mart", "2025-01-01/2025-03-31")]),
    "year shared backwards": (
        "3 Mart, 5 Nisan ve 7 Mayıs 2023'te",
        [("3 Mart", "2023-03-03"), ("5 Nisan", "2023-04-05"), ("7 Mayıs 2023'te", "2023-05-07")],
    ),
    "year shared over New Year": (
        "28 Aralık ve 3 Ocak 2024",
        [("28 Aralık", "2023-12-28"), ("3 Ocak 2024", "2024-01-03")],
    ),
    "year carried on in the story": (
        "4 Mart 2024'te başladı. 9 Nisan'da bitti.",
        [("4 Mart 2024'te", "2024-03-04"), ("9 Nisan'da", "2024-04-09")],
    ),
    "old year is not carried on": (
        "4 Mart 2019'da başladı. 9 Nisan'da bitti.",
        [("4 Mart 2019'da", "2019-03-04"), ("9 Nisan'da", "2025-04-09")],
    ),
    "yesterday": ("dün sabah", [("dün sabah", "2025-05-28")]),
    "today and tomorrow": ("bugün ve yarın", [("bugün", "2025-05-29"), ("yarın", "2025-05-30")]),
    "day before yesterday": ("önceki gün", [("önceki gün", "2025-05-27")]),
    "last week": ("geçen haftaki toplantı", [("geçen haftaki", "2025-05-19/2025-05-25")]),
    "coming week": ("önümüzdeki hafta", [("önümüzdeki hafta", "2025-06-02/2025-06-08")]),
    "this month, last year": (
        "bu ay ve geçen yıl",
        [("bu ay", "2025-05-01/2025-05-31"), ("geçen yıl", "2024-01-01/2024-12-31")],
    ),
    "weekend": ("hafta sonunda oynanacak", [("hafta sonunda", "2025-05-31/2025-06-01")]),
    "end of the month": ("ay sonunda", [("ay sonunda", "2025-05-21/2025-05-31")]),
    "last named day": ("geçen 21 Ocak'ta", [("geçen 21 Ocak'ta", "2025-01-21")]),
    "coming named day": ("önümüzdeki 2 Mayıs Cumartesi", [("önümüzdeki 2 Mayıs Cumartesi", "2026-05-02")]),
    "coming day on a weekday that is years away": (
        "önümüzdeki 29 Şubat Salı",
        [("önümüzdeki 29 Şubat Salı", "2028-02-29")],
    ),
    "last and coming weekday": (
        "geçen salı, gelecek salı",
        [("geçen salı", "2025-05-27"), ("gelecek salı", "2025-06-03")],
    ),
    "weekday of last week": ("geçen hafta çarşamba günü", [("geçen hafta çarşamba günü", "2025-05-21")]),
    "weekday in the past": ("salı günü açıkladı", [("salı günü", "2025-05-27")]),
    "weekday ahead": ("salı günü açıklanacak", [("salı günü", "2025-06-03")]),
    "weekdays in a list ahead": (
        "cumartesi ve pazar günü oynanacağını söyledi",
        [("cumartesi", "2025-05-31"), ("pazar günü", "2025-06-01")],
    ),
    "days ago": ("4 gün önce", [("4 gün önce", "2025-05-25")]),
    "years ago are a year": ("üç yıl önce", [("üç yıl önce", "2022-01-01/2022-12-31")]),
    "months later are a month": ("iki ay sonra", [("iki ay sonra", "2025-07-01/2025-07-31")]),
    "later than a named day": (
        "4 Mart'tan iki gün sonra",
        [("4 Mart'tan iki gün sonra", "2025-03-06")],
    ),
    "later than the last day": (
        "4 Mart'ta vardı, bir hafta sonra döndü",
        [("4 Mart'ta", "2025-03-04"), ("bir hafta sonra", "2025-03-11")],
    ),
    "same and next day": (
        "4 Mart'ta, ertesi gün ve aynı gün",
        [("4 Mart'ta", "2025-03-04"), ("ertesi gün", "2025-03-05"), ("aynı gün", "2025-03-05")],
    ),
    "past months": ("son iki ayda", [("son iki ayda", "2025-03-01/2025-04-30")]),
    "stretch ahead": ("2 hafta içinde tamamlanacak", [("2 hafta içinde", "2025-05-29/2025-06-12")]),
    "plan soon": ("30 Mayıs'ta yapılacak", [("30 Mayıs'ta", "2025-05-30")]),
    "day that a hearing is put off to": ("Dava 19 Ekim'e ertelendi", [("19 Ekim'e", "2025-10-19")]),
    "day on which it was put off": ("Dava 19 Ekim'de ertelendi", [("19 Ekim'de", "2024-10-19")]),
    "day of the act and day it is put off to": (
        "Kurul salı günü oturumu 4 Ağustos'a erteledi",
        [("salı günü", "2025-05-27"), ("4 Ağustos'a", "2025-08-04")],
    ),
    "deadline moved to": ("Başvurular 12 Eylül'e kadar uzatıldı", [("12 Eylül'e", "2025-09-12")]),
    "month moved to": ("Açılış temmuza kaldı", [("temmuza", "2025-07-01/2025-07-31")]),
    "weekday moved to": ("Final perşembeye alındı", [("perşembeye", "2025-06-05")]),
    "put off some time ago": ("Dava 19 Ekim'e ertelenmişti", [("19 Ekim'e", "2024-10-19")]),
    "invitation": ("Konuğunu eylülde Bakü'ye davet etti", [("eylülde", "2025-09-01/2025-09-30")]),
    "day of the invitation": ("Konuğunu salı günü davet etti", [("salı günü", "2025-05-27")]),
    "plan meant": ("8 Kasım'da buluşmayı planlıyor", [("8 Kasım'da", "2025-11-08")]),
    "meeting told with its object": ("salı günü anlaşmayı imzaladı", [("salı günü", "2025-05-27")]),
    "timetable in the present": ("Meclis 1 Temmuz'da toplanıyor", [("1 Temmuz'da", "2025-07-01")]),
    "purpose": ("3 Temmuz'da yapılmak üzere", [("3 Temmuz'da", "2025-07-03")]),
    "expected at the end of the year": (
        "yıl sonu için yüzde 9 bekliyor",
        [("yıl sonu", "2025-12-01/2025-12-31")],
    ),
    "month before what it measures": ("mart enflasyonu açıklandı", [("mart", "2025-03-01/2025-03-31")]),
    "month that opens a sentence": ("Ocakta satışlar arttı", [("Ocakta", "2025-01-01/2025-01-31")]),
    "plan told of afterwards": ("12 Mayıs'ta açılmasını teklif ederek", [("12 Mayıs'ta", "2025-05-12")]),
}
NO_DATES = {
    "counted people": "2024 kişi, 1950 asker, 2000 kişinin",
    "bound on a number": "2000'den fazla eve, 2000'e yakın işçi, 2025'i aşkın konut",
    "pause": "3 yıl aradan sonra",
    "pause, then again": "3 yıl sonra yeniden açıldı",
    "duration": "24 veya 48 saatlik ara, 2 gün süren toplantı",
    "duration in the past": "2 hafta içinde tamamlandı",
    "birthday": "73. doğum günü",
    "large number in words and digits": "2 bin 300 konut",
    "clock time": "saat 19.53'te, 10.46'da ve 21:30'da",
    "version and score": "sürüm 5.12.3, skor 2-1",
    "model number": "TF-2000 radarı, F-16 uçağı",
    "ordinal": "3. tur ve 17. Zirve",
    "month names that are words": "mart rüzgarı, ocak söndü, ekim işi, bu aralıkta",
    "mine of a place": "Dursunbey'deki ocakta, ruhsatsız ocakta",
    "mine by what is told": "Göçük sabah oldu. Ocakta 40 kişi çalışıyor",
    "sowing": "Köylüler ekimde tohum kullandı",
    "number before an interval": "yüzde 40-60 aralıkta",
    "child's name": "9 yaşındaki Eylül'ün yanında",
    "month name inside a name": "Kasım Bey ve Martin",
    "weekday that is a word": "pazarda pazar kuruldu",
    "so far": "bugüne kadar ve bugüne dek",
    "every week": "her pazartesi, cumaları",
    "street and university": "29 Mayıs Üniversitesi ve 15 Temmuz Şehitler Köprüsü",
    "no particular week": "önümüzdeki haftalarda, son günlerde",
    "world is not yesterday": "dünya, dünyada, aya, yılan",
    "anchor unknown": "töreninden bir gün sonra",
    "money": "$2024 ve 2024%",
}


@pytest.mark.parametrize("text, expected", DATES.values(), ids=DATES.keys())
def test_turkish(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == read(text)


@pytest.mark.parametrize("text", NO_DATES.values(), ids=NO_DATES.keys())
def test_not_a_date_in_turkish(text: str) -> None:
    assert read(text) == []

"""Publication dates, stated and inferred, and the language of a text."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.models import Publication
from workbench.sources import source_from_bytes
from workbench.sources.language import detect_language

TITLE = "Liman yeniden gemilere açıldı"
BODY = "Fırtına yüzünden üç gün kapalı kalan liman, dün sabahtan itibaren yeniden gemi kabul etmeye başladı."
ENGLISH = (
    "The port has opened to ships again after it had been closed by the storm for three days, officials said."
)


def published(text: str) -> Publication | None:
    return source_from_bytes(text.encode(), "sayfa.txt").published


@pytest.mark.parametrize(
    ("line", "day"),
    [
        pytest.param("31.12.2025", "2025-12-31", id="day.month.year"),
        pytest.param("23.05.2025 15:40", "2025-05-23", id="with the time"),
        pytest.param("23/05/2025", "2025-05-23", id="slashes"),
        pytest.param("25 Mayıs 2025, Pazar", "2025-05-25", id="month in letters, weekday"),
        pytest.param("11 Ağustos 2025 Pazartesi", "2025-08-11", id="weekday without a comma"),
        pytest.param("Oluşturulma Tarihi: Şubat 03, 2026 10:06", "2026-02-03", id="labelled, month first"),
        pytest.param("Giriş Tarihi: 25 Mayıs 2025 21:05", "2025-05-25", id="entry"),
        pytest.param("Yayın: 07 Eylül 2025 14:20", "2025-09-07", id="publication"),
        pytest.param("YAYINLANMA TARİHİ: 07 EYLÜL 2025", "2025-09-07", id="in capitals"),
        pytest.param("2025-10-27 23:31", "2025-10-27", id="ISO with the time"),
        pytest.param("2025-05-16T19:25:00+03:00", "2025-05-16", id="ISO 8601 with a zone"),
        pytest.param("2025-05-16T19:25:00.123Z", "2025-05-16", id="ISO 8601 with fractions"),
        pytest.param("May 16, 2025 8:10 PM", "2025-05-16", id="English with the time"),
        pytest.param("Published 16 May 2025", "2025-05-16", id="English label"),
        pytest.param("Friday, May 16, 2025", "2025-05-16", id="English weekday"),
        pytest.param("Ayşe Yılmaz - 25 Mayıs 2025 14:00", "2025-05-25", id="author and date"),
        pytest.param("Güncelleme Tarihi: Mayıs 24, 2025 19:12", "2025-05-24", id="only the change"),
        pytest.param(
            "Giriş: 24.05.2025 09:00 Güncelleme: 26.05.2025 10:00", "2025-05-24", id="created and changed"
        ),
        pytest.param(
            "Güncelleme: 26.05.2025 10:00 | Yayın: 24.05.2025 09:00", "2025-05-24", id="changed and created"
        ),
        pytest.param(
            "Güncelleme Tarihi:\n\n#Liman\nGiriş Tarihi: 24.05.2025", "2025-05-24", id="a label without value"
        ),
        pytest.param(
            "Yayın Tarihi:\n24.05.2025 09:00\nGüncelleme Tarihi:\n26.05.2025", "2025-05-24", id="value below"
        ),
    ],
)
def test_stated(line: str, day: str) -> None:
    found = published(f"{TITLE}\n\n{line}\n\n{BODY}\n")
    assert found is not None
    assert (found.best, found.start, found.end) == (date.fromisoformat(day),) * 3
    assert (found.precision, found.basis) == ("day", "stated")
    assert found.evidence
    assert found.reason


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(f" date 2025-11-24 {BODY}", "2025-11-24", id="crawler's mark before the body"),
        pytest.param(
            f" date 2025-11-24 {TITLE}\n\n23.11.2025\n\n{BODY}", "2025-11-23", id="the page's own line wins"
        ),
        pytest.param(
            f" date 2025-11-24 {TITLE}\n\nGüncelleme: 26.11.2025\n\n{BODY}",
            "2025-11-24",
            id="mark beats change",
        ),
        pytest.param(
            f"{TITLE}\n\n{BODY}\n\n24.11.2025\n\n{BODY}", "2025-11-24", id="below the opening paragraph"
        ),
        pytest.param(
            f"{TITLE}\n\n{BODY}\n\n{BODY} Evet.\n\nYayın Tarihi: 24.11.2025",
            "2025-11-24",
            id="label at the end",
        ),
        pytest.param(
            f"The port\n\n05/06/2025\n\n{ENGLISH}", "2025-05-06", id="slashes in English: month first"
        ),
        pytest.param(f"The port\n\n25/06/2025\n\n{ENGLISH}", "2025-06-25", id="no such month: day first"),
    ],
)
def test_which_date_counts(text: str, day: str) -> None:
    found = published(text)
    assert found is not None
    assert (found.best, found.basis) == (date.fromisoformat(day), "stated")


def test_dates_of_the_running_text_state_nothing() -> None:
    found = published(f"{TITLE}\n\n{BODY} Liman 20 Mart 2024 günü de kapanmıştı.\n\n{BODY} Evet.")
    assert found is None or found.basis == "inferred"


def test_no_date_at_all() -> None:
    assert published(f"{TITLE}\n\n{BODY}") is None
    assert published(f"{TITLE}\n\n{BODY} Sefer önümüzdeki 5 Mart Çarşamba günü başlıyor.") is None


LISTED = "Sahilde yangın\n\n2025-05-26 15:21 - Asayiş\n\nYolda kaza\n\n2025-05-24 10:02 - Yaşam"
LIST = f"\n\nHaftanın Öne Çıkanları\n\n{LISTED}"


@pytest.mark.parametrize(
    ("sentence", "tail", "expected"),
    [
        pytest.param("", LIST, ("2025-05-26", "2025-05-27", "2025-06-02"), id="dated neighbours only"),
        pytest.param(
            "Sefer önümüzdeki 29 Mayıs Perşembe günü başlıyor.",
            LIST,
            ("2025-05-26", "2025-05-27", "2025-05-28"),
            id="a coming day bounds it above",
        ),
        pytest.param(
            "Önümüzdeki hafta, önümüzdeki 11 Haziran Çarşamba günü tören var.",
            LIST,
            ("2025-06-02", "2025-06-02", "2025-06-10"),
            id="next week bounds it below",
        ),
        pytest.param(
            "Liman 20 Haziran 2025 günü kapandı.",
            LIST,
            ("2025-06-20", "2025-06-20", "2025-07-20"),
            id="the article tells of later days than its lists",
        ),
        pytest.param(
            "Seçim 3 Kasım 2026 günü yapılacak.",
            LIST,
            ("2025-05-26", "2025-05-27", "2025-06-02"),
            id="a day far ahead is a plan",
        ),
        pytest.param(
            "Liman 2025 yılında yenilendi, önümüzdeki 5 Mart Çarşamba günü açılıyor.",
            "",
            ("2025-02-19", "2025-03-04", "2025-03-04"),
            id="a coming weekday in a year that the text names",
        ),
    ],
)
def test_inferred(sentence: str, tail: str, expected: tuple[str, str, str]) -> None:
    found = published(f"{TITLE}\n\nYaşam - 8 ay önce\n\n{BODY} {sentence}{tail}")
    assert found is not None
    assert expected == tuple(day.isoformat() for day in (found.start, found.best, found.end))
    assert (found.precision, found.basis) == ("range", "inferred")
    assert found.reason.endswith(".")
    assert found.evidence


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(BODY, "tr", id="Turkish paragraph"),
        pytest.param(ENGLISH, "en", id="English paragraph"),
        pytest.param("Bakan geldi ve gitti", "tr", id="short, no Turkish letters"),
        pytest.param("Minister went to Ankara", "en", id="short English"),
        pytest.param("yüz on altı", "tr", id="a number in Turkish words"),
        pytest.param("twenty-three hundred", "en", id="a number in English words"),
        pytest.param("16 Mayıs", "tr", id="a Turkish date"),
        pytest.param("16 May", "en", id="an English date"),
        pytest.param("Yağış var", "tr", id="Turkish letters only"),
        pytest.param("KIŞ VE BAHAR İÇİN BİR PLAN", "tr", id="capitals"),
        pytest.param(
            "The talks in Dolmabahçe and İstanbul were held on Friday", "en", id="English with Turkish names"
        ),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language == detect_language(text)

"""Days in addresses and in the names of files."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.models import DateSign
from workbench.sources.date_signs import EARLIEST, file_name_signs, url_signs


def said(signs: tuple[DateSign, ...]) -> str:
    return " ".join(
        f"{sign.start}" if sign.start == sign.end else f"{sign.start}..{sign.end}" for sign in signs
    )


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://haber.example/2025/05/16/baslik", "2025-05-16", id="folders"),
        pytest.param("https://haber.example/2025/5/6/baslik", "2025-05-06", id="folders without zeros"),
        pytest.param("https://news.example/world/2025/may/16/talks", "2025-05-16", id="a month's short name"),
        pytest.param("https://haber.example/20250516/baslik-1234", "2025-05-16", id="eight digits"),
        pytest.param("https://haber.example/baslik-20250516091011.html", "2025-05-16", id="with the time"),
        pytest.param("https://haber.example/?date=2025-05-16", "2025-05-16", id="parameter"),
        pytest.param("https://haber.example/a?id=3&tarih=16.05.2025", "2025-05-16", id="Turkish parameter"),
        pytest.param("https://haber.example/a?since=2025-05-16", "", id="a parameter that is no label"),
        pytest.param("https://haber.example/gorusme-16-mayis-2025-h99", "2025-05-16", id="in the words"),
        pytest.param(
            "https://haber.example/g%C3%B6r%C3%BC%C5%9Fme-16-may%C4%B1s-2025", "2025-05-16", id="escaped"
        ),
        pytest.param("https://blatt.example/gespraech-16-maerz-2025", "", id="a spelling that no pack has"),
        pytest.param("https://news.example/may-16-2025-talks", "2025-05-16", id="month first in words"),
        pytest.param("haber.example/2025/05/16/a", "2025-05-16", id="no scheme"),
        pytest.param(
            "https://web.archive.org/web/20260203101112/https://haber.example/2025/05/16/a",
            "2025-05-16",
            id="not the day on which an archive saved it",
        ),
        pytest.param(
            "https://web.archive.org/web/20260203101112/https://haber.example/a", "", id="that alone"
        ),
        pytest.param("https://haber.example/2025/05/baslik", "2025-05-01..2025-05-31", id="month"),
        pytest.param(
            "https://haber.example/2025-02/baslik", "2025-02-01..2025-02-28", id="month in one folder"
        ),
        pytest.param("https://haber.example/2025/mayis/baslik", "2025-05-01..2025-05-31", id="its name"),
        pytest.param("https://haber.example/2025/baslik", "", id="a year tells too little"),
        pytest.param(
            "https://haber.example/11-mayis-2025-13-mayis-2025", "2025-05-11..2025-05-13", id="two days"
        ),
        pytest.param(
            "https://haber.example/2025/05/16/13-mayis-2025", "2025-05-16", id="folders before words"
        ),
        pytest.param("https://haber.example/05-06-2025", "2025-06-05", id="day first"),
        pytest.param("https://haber.example/20191345/a", "", id="a number that is no day"),
        pytest.param("https://haber.example/1974/07/20/a", "", id="before the web"),
        pytest.param("https://haber.example/a-120250516", "", id="part of a longer number"),
        pytest.param("https://[::1/2025/05/16", "", id="no address"),
        pytest.param("", "", id="none"),
    ],
)
def test_address(url: str, expected: str) -> None:
    assert said(url_signs(url)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("2025-05-16_baslik.html", "2025-05-16", id="ISO"),
        pytest.param("haber-16.05.2025.txt", "2025-05-16", id="full stops"),
        pytest.param("20250516.pdf", "2025-05-16", id="eight digits"),
        pytest.param("haber 16 Mayıs 2025.docx", "2025-05-16", id="Turkish month"),
        pytest.param("16mayis2025.txt", "2025-05-16", id="without marks"),
        pytest.param("Bericht 16. März 2025.docx", "2025-03-16", id="an ordinal"),
        pytest.param("Bericht 16 März 2025.docx", "2025-03-16", id="German month"),
        pytest.param("May 16, 2025 - talks.md", "2025-05-16", id="English month"),
        pytest.param("IMG_20250516_102030.eml", "2025-05-16", id="as cameras name"),
        pytest.param("haber.2025.05.16.warc.gz", "2025-05-16", id="two endings"),
        pytest.param("arsiv-2024-01-01.zip/2025-05-16.html", "2025-05-16", id="before the archive's day"),
        pytest.param("arsiv.zip/2025/05/16/haber.html", "2025-05-16", id="folders in an archive"),
        pytest.param("Mayıs-2025.txt", "2025-05-01..2025-05-31", id="month"),
        pytest.param("2025_05_rapor.txt", "2025-05-01..2025-05-31", id="month in digits"),
        pytest.param("sezon 2024-25.txt", "", id="a season"),
        pytest.param("sezon 2024-2025.txt", "", id="two years"),
        pytest.param("000_41edd20250516bf2.txt", "", id="inside a hash"),
        pytest.param("2025.txt", "", id="a year tells too little"),
        pytest.param("a.txt", "", id="none"),
    ],
)
def test_file_name(name: str, expected: str) -> None:
    assert said(file_name_signs(name)) == expected


def test_month_first_where_the_language_has_it_so() -> None:
    assert said(url_signs("https://news.example/05-06-2025", month_first=True)) == "2025-05-06"
    assert said(file_name_signs("05.06.2025.txt", month_first=True)) == "2025-06-05"


@given(st.dates(min_value=EARLIEST, max_value=date(2200, 12, 31)))
def test_every_day_is_found_as_it_was_written(day: date) -> None:
    assert said(url_signs(f"https://haber.example/{day}/a")) == str(day)
    assert said(file_name_signs(f"{day} a.txt")) == str(day)


@given(st.text())
def test_no_name_breaks_it(text: str) -> None:
    for sign in (*url_signs(text), *file_name_signs(text)):
        assert EARLIEST <= sign.start <= sign.end

"""What an article is known again by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workbench.models import Source
from workbench.sources import source_from_text
from workbench.sources.imprints import imprint, place_of

BODY = "Selde 66 kişi hayatını kaybetti. Vali, aramaların sürdüğünü söyledi ve ekiplere teşekkür etti."


def source(body: str = BODY, head: str = "Selde çok sayıda ölü\n\n27 Mayıs 2025", **facts: str) -> Source:
    return replace(source_from_text(f"{head}\n\n{body}", file="a.txt", code="tr"), **facts)


MARKS = {
    "none": ("", "", "2025-05-27"),
    "updated": ("Güncelleme: 28.05.2025 14:30", "Güncelleme: 28.05.2025 14:30", "2025-05-28T14:30"),
    "updated, English": ("Last updated: 28 May 2025", "Last updated: 28 May 2025", "2025-05-28"),
    "behind the first": (
        "Giriş: 27.05.2025 10:00 Güncelleme: 29.05.2025 09:05",
        "Güncelleme: 29.05.2025 09:05",
        "2025-05-29T09:05",
    ),
    "correction": ("Düzeltme: Ölü sayısı 66 değil 76.", "Düzeltme: Ölü sayısı 66 değil 76.", "2025-05-27"),
    "sentence": (
        "This story has been updated to reflect the new toll.",
        "This story has been updated to reflect the new toll.",
        "2025-05-27",
    ),
    "no mark": ("Corrections officers were sent to the town.", "", "2025-05-27"),
    "no mark, Turkish": ("Güncelleme yapıldığı açıklandı ve yeni sayı verildi.", "", "2025-05-27"),
}


@pytest.mark.parametrize(("line", "mark", "time"), MARKS.values(), ids=MARKS.keys())
def test_where_an_article_says_that_it_was_changed(line: str, mark: str, time: str) -> None:
    found = imprint(source(head=f"Selde çok sayıda ölü\n\n27 Mayıs 2025\n\n{line}"))
    assert (found.mark, found.time) == (mark, time)


def test_the_time_of_retrieval_comes_before_what_the_text_says() -> None:
    found = imprint(source(), retrieved="2025-05-28T10:00:00+03:00")
    assert found.time == "2025-05-28T07:00:00+00:00"


def test_a_page_from_an_archive_is_of_the_day_it_was_taken() -> None:
    url = "https://web.archive.org/web/20250527120000/https://x.example/h/1"
    found = imprint(source(url=url), retrieved="2026-01-01T00:00:00+00:00")
    assert (found.address, found.time) == ("https://x.example/h/1", "2025-05-27T12:00:00+00:00")


SAME = {
    "blanks": BODY.replace(". ", ".  "),
    "share line": f"{BODY}\n\nPaylaş",
    "date line": f"{BODY}\n\nGüncelleme: 29.05.2025",
}


@pytest.mark.parametrize("body", SAME.values(), ids=SAME.keys())
def test_what_the_page_adds_is_no_other_text(body: str) -> None:
    assert imprint(source(body)).text == imprint(source()).text


@pytest.mark.parametrize("body", [BODY.replace("66", "76"), BODY.replace("söyledi", "soyledi")])
def test_any_other_word_is_another_text(body: str) -> None:
    assert imprint(source(body)).text != imprint(source()).text


def test_a_place_tells_nobodys_folders() -> None:
    assert "ayse" not in place_of("/home/ayse/haber.txt")
    assert place_of("/a") != place_of("/b")


def test_a_name_needs_title_and_publisher() -> None:
    assert imprint(source()).name == ""
    assert imprint(source(publisher="AA")).name == imprint(source(publisher=" aa ")).name != ""

"""What dates count from: publication, heading, tense and the date told before."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.claims.dates import DateContext, find_dates
from workbench.languages.loader import load
from workbench.models import Basis, DateSpan, Precision, Publication

PUBLISHED = Publication(date(2025, 12, 31), date(2025, 12, 31), date(2025, 12, 31), "day", "stated", "", "")


def told(first: str, precision: Precision = "day", basis: Basis = "absolute") -> DateSpan:
    day = date.fromisoformat(first)
    return DateSpan(day, day, precision, "", 0, 0, basis)


YEARLESS: Basis = "year_from_publication"
HEADING = told("2025-06-02", basis="heading")


def first_date(text: str, context: DateContext) -> DateSpan | None:
    spans = find_dates(text, 0, len(text), load("tr"), context)
    return spans[0] if spans else None


CASES = {
    "yearless is the nearest past": (
        "5 Nisan'da",
        DateContext(PUBLISHED),
        "2025-04-05",
        YEARLESS,
    ),
    "a year-end review tells of January": (
        "5 Ocak'ta görüştüler",
        DateContext(PUBLISHED),
        "2025-01-05",
        YEARLESS,
    ),
    "a plan is ahead": (
        "5 Ocak'ta görüşecekler",
        DateContext(PUBLISHED),
        "2026-01-05",
        YEARLESS,
    ),
    "the clause's tense is taken": (
        "5 Ocak'ta",
        DateContext(PUBLISHED, tense="future"),
        "2026-01-05",
        YEARLESS,
    ),
    "a plan within two weeks": ("15 Ocak'ta", DateContext(PUBLISHED), "2026-01-15", YEARLESS),
    "heading gives the year": (
        "16 Mayıs'ta",
        DateContext(None, HEADING),
        "2025-05-16",
        YEARLESS,
    ),
    "heading comes before publication": ("dün", DateContext(PUBLISHED, HEADING), "2025-06-01", "relative"),
    "today under a heading": ("Bugün", DateContext(PUBLISHED, HEADING), "2025-06-02", "relative"),
    "later under a heading": ("bir hafta sonra", DateContext(PUBLISHED, HEADING), "2025-06-09", "relative"),
    "later than an unknown event is the heading's day": (
        "toplantısından 2 hafta sonra",
        DateContext(PUBLISHED, HEADING),
        "2025-06-02",
        "relative",
    ),
    "the same day as the one before": (
        "aynı gün",
        DateContext(PUBLISHED, previous=told("2025-03-04")),
        "2025-03-04",
        "relative",
    ),
    "the day after the one before": (
        "ertesi gün",
        DateContext(PUBLISHED, previous=told("2025-03-04")),
        "2025-03-05",
        "relative",
    ),
    "the story's year goes on": (
        "9 Mart'ta",
        DateContext(PUBLISHED, previous=told("2024-07-04")),
        "2025-03-09",
        YEARLESS,
    ),
    "the story's year goes on forwards": (
        "9 Eylül'de",
        DateContext(PUBLISHED, previous=told("2024-07-04")),
        "2024-09-09",
        "inherited",
    ),
    "a year said needs nothing": ("9 Eylül 2020'de", DateContext(), "2020-09-09", "absolute"),
}


@pytest.mark.parametrize("text, context, expected, basis", CASES.values(), ids=CASES.keys())
def test_context(text: str, context: DateContext, expected: str, basis: Basis) -> None:
    span = first_date(text, context)
    assert span is not None
    assert (expected, expected, basis) == (span.start.isoformat(), span.end.isoformat(), span.basis)


NOTHING_KNOWN = [
    "dün",
    "5 Nisan'da",
    "geçen hafta",
    "cuma günü",
    "ertesi gün",
    "3 yıl önce",
    "ilk üç ayda",
    "geçen yaz",
]


@pytest.mark.parametrize("text", NOTHING_KNOWN)
def test_nothing_to_count_from(text: str) -> None:
    assert first_date(text, DateContext()) is None


PRECISIONS: dict[str, tuple[str, Precision]] = {
    "day": ("5 Nisan 2024", "day"),
    "range": ("5-7 Nisan 2024", "range"),
    "week": ("geçen hafta", "week"),
    "part of a month": ("Nisan ortasında", "part_of_month"),
    "month": ("Nisan 2024'te", "month"),
    "quarter": ("2024'ün ilk çeyreğinde", "quarter"),
    "season": ("2024 yazında", "season"),
    "half year": ("2024'ün ilk yarısında", "half_year"),
    "year": ("2024'te", "year"),
}


@pytest.mark.parametrize("text, precision", PRECISIONS.values(), ids=PRECISIONS.keys())
def test_precision(text: str, precision: Precision) -> None:
    span = first_date(text, DateContext(PUBLISHED))
    assert span is not None
    assert precision == span.precision


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        pytest.param("Maden ocağında göçük oldu.", None, id="of a mine"),
        pytest.param("Satışlar şubatta geriledi.", "2025-01-01", id="of figures"),
    ],
)
def test_ambiguous_month_is_what_the_text_around_speaks_of(around: str, expected: str | None) -> None:
    span = first_date("Ocakta 40 kişi vardı", DateContext(PUBLISHED, around=around))
    assert expected == (span.start.isoformat() if span else None)

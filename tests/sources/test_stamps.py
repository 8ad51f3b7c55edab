"""The day that a stamp beside an article tells."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.models.article import Precision
from workbench.sources.stamps import sign_of

DAY = date(2025, 5, 16)


@pytest.mark.parametrize(
    "stamp",
    [
        pytest.param("2025-05-16", id="ISO"),
        pytest.param("2025-05-16T23:30:00Z", id="ISO with a time in UTC: the day that it writes"),
        pytest.param("2025-05-16 09:30:00 +03:00", id="ISO with blanks"),
        pytest.param("20250516", id="ISO without hyphens"),
        pytest.param("20250516T093000Z", id="ISO without hyphens, with a time"),
        pytest.param("2025/05/16", id="the year first, with slashes"),
        pytest.param("16.05.2025 09:30", id="Turkish"),
        pytest.param("16/05/2025", id="with slashes"),
        pytest.param("05/16/2025", id="the month first, where only that is a date"),
        pytest.param("16.05.25", id="a year of two digits"),
        pytest.param("16 Mayıs 2025 Cuma", id="Turkish month"),
        pytest.param("16 MAYIS 2025", id="Turkish month in capitals"),
        pytest.param("May 16, 2025 9:30 AM", id="English month"),
        pytest.param("16-May-2025", id="a month between hyphens"),
        pytest.param("Fri, 16 May 2025 09:30:00 +0300", id="RFC 2822"),
        pytest.param("1747380600", id="seconds since 1970"),
        pytest.param("1747380600000", id="thousandths of them"),
    ],
)
def test_a_day(stamp: str) -> None:
    sign = sign_of("metadata", f" {stamp}\n")
    assert sign is not None
    assert (sign.kind, sign.start, sign.end, sign.precision, sign.evidence) == (
        "metadata",
        DAY,
        DAY,
        "day",
        stamp,
    )


@pytest.mark.parametrize(
    ("stamp", "first", "last", "precision"),
    [
        pytest.param("Ağu 2025", date(2025, 8, 1), date(2025, 8, 31), "month", id="a month cut short"),
        pytest.param("2025-02", date(2025, 2, 1), date(2025, 2, 28), "month", id="a numbered month"),
        pytest.param("2025", date(2025, 1, 1), date(2025, 12, 31), "year", id="a year"),
        pytest.param(
            "3 Şub 2024", date(2024, 2, 3), date(2024, 2, 3), "day", id="a day of a month cut short"
        ),
    ],
)
def test_less_and_more_than_a_day(stamp: str, first: date, last: date, precision: Precision) -> None:
    sign = sign_of("feed", stamp)
    assert sign is not None
    assert (sign.start, sign.end, sign.precision) == (first, last, precision)


@pytest.mark.parametrize(
    ("month_first", "day"), [(False, date(2025, 6, 5)), (True, date(2025, 5, 6))], ids=["dmy", "mdy"]
)
def test_the_order_is_told(month_first: bool, day: date) -> None:
    sign = sign_of("metadata", "05/06/2025", month_first=month_first)
    assert sign is not None
    assert sign.start == day


@pytest.mark.parametrize(
    "stamp",
    ["", " ", "dün", "2025-13-45", "31.02.2025", "0000", "9" * 40, "Ju 2025", "16 Mayıs", "x" * 10_000],
)
def test_no_date(stamp: str) -> None:
    assert sign_of("metadata", stamp) is None

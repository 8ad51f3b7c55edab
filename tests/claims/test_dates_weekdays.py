"""A weekday beside a date: it helps to find the year, and is kept where it is not that day's."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.claims.dates import DateContext, find_dates
from workbench.languages.loader import load
from workbench.models import Publication

# A Thursday.
PUBLISHED = date(2025, 5, 29)
PUBLICATION = Publication(PUBLISHED, PUBLISHED, PUBLISHED, "day", "stated", "", "")
MONDAY, TUESDAY, FRIDAY = 0, 1, 4

CASES = {
    "right weekday": ("tr", "22 Mayıs Perşembe günü buluştular", "2025-05-22", None),
    "wrong weekday with a year": ("tr", "23 Mayıs 2025 Pazartesi günü buluştular", "2025-05-23", MONDAY),
    "wrong weekday of these days": ("tr", "22 Mayıs Cuma günü buluştular", "2025-05-22", FRIDAY),
    "weekday in brackets": ("tr", "23.05.2025 (Pazartesi)", "2025-05-23", MONDAY),
    "weekday of last year": ("tr", "14 Şubat Çarşamba günü buluştular", "2024-02-14", None),
    "weekday of no year around": ("tr", "14 Mart Pazartesi günü buluştular", "2025-03-14", MONDAY),
    "weekday of a year on the verb's other side": (
        "en",
        "They will meet on Monday, July 1",
        "2025-07-01",
        MONDAY,
    ),
    "weekday before the date": ("en", "They met on Friday, May 20, 2025", "2025-05-20", FRIDAY),
    "date in brackets": ("en", "They met on Tuesday (20 May 2025)", "2025-05-20", None),
    "weekday behind the date": ("en", "They met on 21 May 2025, Tuesday", "2025-05-21", TUESDAY),
    "a bare weekday has nothing to differ from": ("en", "They met on Tuesday", "2025-05-27", None),
}


@pytest.mark.parametrize(
    ("code", "text", "day", "weekday"), [pytest.param(*case, id=name) for name, case in CASES.items()]
)
def test_weekday_beside_a_date(code: str, text: str, day: str, weekday: int | None) -> None:
    spans = find_dates(text, 0, len(text), load(code), DateContext(PUBLICATION))
    assert [(day, weekday)] == [(str(span.start), span.weekday) for span in spans]

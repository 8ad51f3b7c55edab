"""Days as ISO has them, as people read them."""

from __future__ import annotations

import pytest

from workbench import words
from workbench.told import dates


@pytest.mark.parametrize(
    ("text", "english", "turkish"),
    [
        ("2025-05-16", "16 May 2025", "16 Mayıs 2025"),
        ("2025-05-16/2025-05-16", "16 May 2025", "16 Mayıs 2025"),
        ("2025-05-01/2025-05-31", "May 2025", "Mayıs 2025"),
        ("2024-02-01/2024-02-29", "February 2024", "Şubat 2024"),
        ("2025-02-01/2025-02-27", "1 to 27 February 2025", "1-27 Şubat 2025"),
        ("2025-01-01/2025-12-31", "2025", "2025"),
        ("2025-01-01/2025-06-30", "1 January 2025 to 30 June 2025", "1 Ocak 2025 – 30 Haziran 2025"),
        ("9999-12-01/9999-12-31", "December 9999", "Aralık 9999"),
        ("16 May 2025", None, None),
        ("", None, None),
    ],
)
def test_in_words(text: str, english: str | None, turkish: str | None) -> None:
    assert dates.in_words(text) == english
    with words.speaking("tr"):
        assert dates.in_words(text) == turkish


def test_a_moment_is_that_of_its_own_zone() -> None:
    at = "2026-02-01T23:30:59+03:00"
    assert dates.moment(at) == "2026-02-01 23:30"
    with words.speaking("tr"):
        assert dates.moment(at) == "01.02.2026 23:30"

"""A clause that tells of several stops, each with its day."""

from __future__ import annotations

import pytest
from claim_reading import days, said


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        pytest.param(
            "en",
            "The minister will visit Milan on August 20, Konya on August 22 and Osaka on August 23.",
            [("Milano", "2025-08-20"), ("Konya", "2025-08-22"), ("Osaka", "2025-08-23")],
            id="en: the place before its day",
        ),
        pytest.param(
            "tr",
            "Bakan 20 Ağustos'ta Asmara'ya, 22 Ağustos'ta Kahire'ye gidecek.",
            [("Asmara", "2025-08-20"), ("Kahire", "2025-08-22")],
            id="tr: the day before its place",
        ),
        pytest.param(
            "tr",
            "Bakan 20 Ağustos'ta Asmara'dan Kahire'ye, 22 Ağustos'ta da Ankara'ya geçecek.",
            [("Asmara", "2025-08-20")],
            id="a stretch with two places is no stop",
        ),
        pytest.param(
            "tr",
            "Bakan 20 Ağustos'ta Asmara'da, 22 Ağustos'ta yine Asmara'da olacak.",
            [("Asmara", "2025-08-20")],
            id="one place twice",
        ),
    ],
)
def test_stops(code: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = [(claim.place, (days(claim.date) or ("", ""))[0]) for claim in said(text, code=code)]
    assert found[: len(expected)] == expected
    assert len(found) == len(expected)


def test_each_stop_keeps_its_own_numbers() -> None:
    asmara, cairo = said("Heyet 20 Ağustos'ta Asmara'da 12, 22 Ağustos'ta Kahire'de 30 kişiyle görüştü.")
    assert [[q.value for q in claim.quantities] for claim in (asmara, cairo)] == [[12], [30]]


def test_a_month_is_no_town() -> None:
    (vote,) = said("6 Aralık'taki turda 44 bin oy kullanıldı.")
    (fire,) = said("Iğdır'ın Aralık ilçesinde yangın çıktı.")
    assert vote.place is None
    assert fire.place is not None
    assert "Aralık" in fire.place

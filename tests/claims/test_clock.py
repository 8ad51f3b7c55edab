"""Times of day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.claims.clock import find_clock_times
from workbench.languages.loader import load


@pytest.mark.parametrize(
    ("code", "text", "value", "zone", "modifier", "expr"),
    [
        pytest.param(
            "tr", "Tren saat 14.25'te kalktı.", "14:25", None, "exactly", "saat 14.25'te", id="announced"
        ),
        pytest.param(
            "tr", "Gece 11'de bitti.", "23:00", None, "exactly", "11'de", id="by the part of the day"
        ),
        pytest.param(
            "tr", "Akşam 8 buçukta toplandılar.", "20:30", None, "exactly", "8 buçukta", id="half past"
        ),
        pytest.param("tr", "Öğleden sonra 3'te geldi.", "15:00", None, "exactly", "3'te", id="afternoon"),
        pytest.param("tr", "Maç 20:45 TSİ'de başlar.", "20:45", "TSİ", "exactly", "20:45 TSİ", id="a zone"),
        pytest.param(
            "tr", "Dün 23.10 itibarıyla bitti.", "23:10", None, "exactly", "23.10 itibarıyla", id="as of"
        ),
        pytest.param(
            "tr", "17.05'te bir patlama oldu.", "17:05", None, "exactly", "17.05'te", id="a locative"
        ),
        pytest.param(
            "tr", "Saat 09.30 sularında geldi.", "09:30", None, "about", "Saat 09.30 sularında", id="about"
        ),
        pytest.param(
            "tr", "Kapılar saat 9'da açılır.", "09:00", None, "exactly", "saat 9'da", id="hour alone"
        ),
        pytest.param(
            "tr", "Akşam saat 8'de toplandılar.", "20:00", None, "exactly", "saat 8'de", id="evening"
        ),
        pytest.param(
            "en", "It began at 19:53 GMT.", "19:53", "GMT", "exactly", "at 19:53 GMT", id="en: zone"
        ),
        pytest.param(
            "en", "It ended at 5 p.m. on Monday.", "17:00", None, "exactly", "5 p.m.", id="en: p.m."
        ),
        pytest.param("en", "They left at 6.30pm.", "18:30", None, "exactly", "6.30pm", id="en: glued pm"),
        pytest.param(
            "en", "Doors close at 12 a.m. sharp.", "00:00", None, "exactly", "12 a.m.", id="en: midnight"
        ),
    ],
)
def test_times_of_day(code: str, text: str, value: str, zone: str | None, modifier: str, expr: str) -> None:
    (time,) = find_clock_times(text, 0, len(text), load(code))
    assert (value, zone, modifier, expr) == (time.value, time.zone, time.modifier, time.expr)
    assert expr == text[time.start : time.end]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        pytest.param("tr", "Faiz yüzde 12.45'te kaldı.", id="a percentage"),
        pytest.param("tr", "Nüfus 10.46 milyon.", id="a decimal number"),
        pytest.param("tr", "Bilet 5.10 lira.", id="a price"),
        pytest.param("tr", "16.05.2025 tarihli yazı", id="a date in digits"),
        pytest.param("tr", "24 saat 3 kişi bekledi.", id="a duration"),
        pytest.param("en", "It cost 5 people their jobs.", id="en: a count"),
    ],
)
def test_no_times(code: str, text: str) -> None:
    assert find_clock_times(text, 0, len(text), load(code)) == []


@given(st.text(alphabet="0123456789.: 'saatdeTSİpm", max_size=50), st.integers(0, 5))
def test_times_give_their_own_words(text: str, start: int) -> None:
    for code in ("tr", "en"):
        for time in find_clock_times(text, start, len(text), load(code)):
            assert start <= time.start < time.end <= len(text)
            assert time.expr == text[time.start : time.end]

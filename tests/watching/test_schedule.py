"""When a feed is asked again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import UsageError
from workbench.watching.schedule import LONGEST, is_due, next_due, span

NOW = datetime(2025, 5, 2, 10, tzinfo=UTC)
QUARTER = timedelta(minutes=15)


@pytest.mark.parametrize(
    ("text", "seconds"), [("90s", 90), ("15m", 900), (" 2 H", 7200), ("1d", 86400), ("30s", 30)]
)
def test_spans_of_time(text: str, seconds: int) -> None:
    assert span(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "15", "m", "-5m", "1.5h", "15 minutes", "٣m", "29s", "0d", "9999999d"])
def test_what_is_no_span_of_time_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        span(text)


@pytest.mark.parametrize(
    ("failures", "minutes"), [(0, 15), (1, 30), (2, 60), (3, 120), (6, 960), (7, 1440), (500, 1440)]
)
def test_who_does_not_answer_is_asked_less_often(failures: int, minutes: int) -> None:
    assert next_due(NOW, QUARTER, failures, 0.5) - NOW == timedelta(minutes=minutes)


def test_a_server_that_asks_for_time_is_given_it() -> None:
    assert next_due(NOW, QUARTER, 1, 0.5, 7200) - NOW == timedelta(hours=2)
    assert next_due(NOW, QUARTER, 1, 0.5, 60) - NOW == timedelta(minutes=30)
    assert next_due(NOW, QUARTER, 1, 0.5, 1e12) - NOW == timedelta(days=1)


def test_who_is_asked_seldom_is_not_asked_more_often_for_failing() -> None:
    assert next_due(NOW, timedelta(days=3), 4, 0.5) - NOW == timedelta(days=3)


@given(st.integers(0, 50), st.floats(0, 1), st.integers(30, 10**6))
def test_chance_spreads_by_a_tenth(failures: int, chance: float, seconds: int) -> None:
    every = timedelta(seconds=seconds)
    pause = next_due(NOW, every, failures, chance) - NOW
    middle = next_due(NOW, every, failures, 0.5) - NOW
    assert 0.899 * middle <= pause <= 1.101 * middle
    assert pause <= 1.101 * max(every, LONGEST)


def test_what_was_never_asked_is_due() -> None:
    assert is_due("", NOW)
    assert is_due("2025-05-02T10:00:00+00:00", NOW)
    assert not is_due("2025-05-02T13:00:01+03:00", NOW)

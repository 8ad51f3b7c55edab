"""Entries of the log in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from workbench import words
from workbench.errors import UsageError
from workbench.models import Decision, DecisionKind
from workbench.store import LogFilter, LogRow
from workbench.tui.log_lines import KINDS, about, ago, as_text, exact, exactly, look_of, narrowing, phrase
from workbench.tui.screens.log_facets import days_of

NOW = datetime(2026, 2, 10, 9, 30, tzinfo=UTC)


def entry(**changes: Any) -> Decision:
    decision = Decision(
        "k1", "accept", "d1", "e1", "count", "injured:worker", ("c1",), "Ayşe", "2026-02-10T09:00:00+00:00"
    )
    return replace(decision, **{"label": "14", **changes})


def row(decision: Decision, **changes: Any) -> LogRow:
    return replace(LogRow(7, decision, "e1", "Harbour fire", None, None, False), **changes)


@pytest.mark.parametrize(
    ("at", "expected", "turkish"),
    [
        pytest.param("2026-02-10T09:29:30+00:00", "just now", "az önce", id="seconds"),
        pytest.param("2026-02-10T09:31:00+00:00", "just now", "az önce", id="another clock is ahead"),
        pytest.param("2026-02-10T12:25:00+03:00", "5 min ago", "5 dk önce", id="minutes, another zone"),
        pytest.param("2026-02-09T10:30:00+00:00", "23 h ago", "23 sa önce", id="hours"),
        pytest.param("2026-02-09T09:30:00+00:00", "1 day ago", "1 gün önce", id="a day"),
        pytest.param("2026-01-27T09:30:00+00:00", "14 days ago", "14 gün önce", id="two weeks"),
        pytest.param("2026-01-26T09:00:00+00:00", "2026-01-26", "26.01.2026", id="longer: the day"),
    ],
)
def test_how_long_ago(at: str, expected: str, turkish: str) -> None:
    assert ago(at, NOW) == expected
    words.use("tr")
    assert ago(at, NOW) == turkish


def test_an_exact_time_is_on_the_readers_clock() -> None:
    assert exact("2026-02-10T12:25:07.123456+03:00", NOW) == "2026-02-10 09:25:07"
    assert exactly("2026-02-10T12:25:07.123456+03:00", NOW) == "2026-02-10 09:25:07 (4 min ago)"
    assert exactly("2025-02-10T12:25:07.123456+03:00", NOW) == "2025-02-10 09:25:07"


UNDO = entry(id="k2", kind="undo", undoes="k1", label=None, reviewer="Barış", note="yeni rakam")


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        pytest.param(row(entry()), "accepted “14”", id="a verdict"),
        pytest.param(row(UNDO, target=entry()), "took back: accepted “14”", id="an undo"),
        pytest.param(
            row(UNDO, target=entry(), brings_back=True),
            "brought back: accepted “14”",
            id="an undo of an undo",
        ),
        pytest.param(row(UNDO), "took a decision back", id="an undo of what is not in the log"),
        pytest.param(
            row(entry(kind="newly_invented")), "newly invented", id="a kind that a newer program wrote"
        ),
    ],
)
def test_what_an_entry_did(shown: LogRow, expected: str) -> None:
    assert phrase(shown) == expected


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        pytest.param(row(entry()), "count: injured, worker · Harbour fire", id="a difference of an event"),
        pytest.param(row(entry(attribute="event", key="")), "Harbour fire", id="an event"),
        pytest.param(row(entry(attribute="claim", key="s1")), "Harbour fire", id="how an article is read"),
        pytest.param(row(entry(), event_label=""), "count: injured, worker", id="the event is gone"),
    ],
)
def test_what_an_entry_is_on(shown: LogRow, expected: str) -> None:
    assert about(shown) == expected


def test_all_of_an_entry_as_text() -> None:
    text = as_text(row(entry(note="iki kaynak"), undone=replace(UNDO, at="2026-02-10T09:20:00+00:00")), NOW)
    assert text.splitlines() == [
        "What: accepted “14”",
        "Who, when: Ayşe, 2026-02-10 09:00:00 (30 min ago)",
        "On: count: injured, worker · Harbour fire",
        "Why: iki kaynak",
        "Undone: by Barış, 2026-02-10 09:20:00 (10 min ago): yeni rakam",
        "Entry: 7 · k1",
    ]


def test_every_kind_has_a_sign_of_its_own_and_a_word() -> None:
    assert set(KINDS) == set(get_args(DecisionKind))
    assert len({look.sign for look in KINDS.values()}) == len(KINDS)
    assert look_of("newly_invented").text == "· newly invented"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        pytest.param(LogFilter(), "", id="nothing is left out"),
        pytest.param(LogFilter(("Ayşe", "Barış")), "Only: Ayşe, Barış", id="reviewers"),
        pytest.param(LogFilter(kinds=("note", "undo")), "Only: note, undo", id="kinds"),
        pytest.param(LogFilter(since="2026-02-03"), "Only: since 2026-02-03", id="from a day on"),
        pytest.param(LogFilter(until="2026-02-03"), "Only: until 2026-02-03", id="up to a day"),
        pytest.param(LogFilter(since="2026-02-03", until="2026-02-03"), "Only: 2026-02-03", id="one day"),
        pytest.param(
            LogFilter(since="2026-02-03", until="2026-02-05", text="depo", in_effect=True),
            "Only: 2026-02-03 to 2026-02-05 · “depo” · what is in effect",
            id="all at once",
        ),
    ],
)
def test_what_a_filter_leaves(chosen: LogFilter, expected: str) -> None:
    assert narrowing(chosen) == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("2026-02-03", ("2026-02-03", "2026-02-03"), id="a day"),
        pytest.param("03.02.2026", ("2026-02-03", "2026-02-03"), id="as the Turkish desk shows it"),
        pytest.param("2026-02-07/2026-02-01", ("2026-02-01", "2026-02-07"), id="two, the last first"),
        pytest.param("2026-02", ("2026-02-01", "2026-02-28"), id="a month"),
    ],
)
def test_days_typed(text: str, days: tuple[str, str]) -> None:
    assert days_of(text) == days


@pytest.mark.parametrize("text", ["", "/", "soon", "2026-02-30", "2026-02-03/soon"])
def test_no_days_typed(text: str) -> None:
    with pytest.raises(UsageError):
        days_of(text)

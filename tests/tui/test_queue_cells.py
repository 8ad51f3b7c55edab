"""Rows of the queue as cells, and what it is narrowed to as chips and lines: without a screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench import words
from workbench.store import Facets, FacetValue, QueueFilter, QueueRow
from workbench.tui.narrowing import chips, panel_lines, toggled
from workbench.tui.queue_cells import GAP, age, first_line, in_columns, second_line, widths

TODAY = date(2026, 2, 10)
ROW = QueueRow(
    "d1", "conflict", "high", "count", "prisoner_of_war:each", "e1", "Exchange, İstanbul, 16 May 2025",
    ("1000 each", "390", "agreed"), 3, 4, "open", 2, "2026-02-03", "prisoner_exchange", "2025-05-16",
    "2025-05-16", "", "Bora",
)  # fmt: skip
_TEXT = st.text(max_size=60)


@pytest.mark.parametrize("language", ["en", "tr"])
@given(width=st.integers(40, 300), label=_TEXT, values=st.lists(_TEXT, max_size=5), assignee=_TEXT)
def test_every_line_is_as_wide_as_its_room(
    language: str, width: int, label: str, values: list[str], assignee: str
) -> None:
    words.use(language)
    row = replace(ROW, event_label=label, labels=tuple(values), assignee=assignee)
    for cells in (first_line(row, width), second_line(row, width)):
        assert sum(cell_len(text) for text, _ in cells) == width
    sizes = widths(width)
    if sizes is not None:
        assert sum(sizes.values()) + GAP * (len(sizes) - 1) == width
        assert sum(cell_len(text) for text, _ in in_columns(row, sizes, TODAY)) == width


@pytest.mark.parametrize("language", ["en", "tr"])
def test_a_screen_of_120_columns_has_room_for_all_of_them(language: str) -> None:
    words.use(language)
    assert widths(117) is not None


def test_the_columns_of_a_row() -> None:
    sizes = widths(160)
    assert sizes is not None
    text = "".join(text for text, _ in in_columns(ROW, sizes, TODAY))
    for part in ("▲ high", "≠ count: prisoner", "1000 each | 390 | agreed", " 2 ", "7 d", "○ open", "Bora"):
        assert part in text


@pytest.mark.parametrize(
    ("newest", "expected"),
    [
        ("", ""), ("2026-02-12", "0 d"), ("2026-02-10", "0 d"), ("2026-01-28", "13 d"), ("2026-01-27", "2 w"),
        ("2025-12-01", "2 mo"), ("2025-12-10", "8 w"), ("2024-03-01", "23 mo"), ("2023-01-01", "3 y"),
    ],
)  # fmt: skip
def test_the_age_of_the_newest_evidence(newest: str, expected: str) -> None:
    assert age(newest, TODAY) == expected


CHOSEN = QueueFilter(
    statuses=("reopened", "open"), attributes=("count",), sources=("s1",), assignees=("",),
    reviewers=("Ece",), periods=("2025-05",), since="2025-01-01", text="fire",
)  # fmt: skip


def test_chips_say_what_is_chosen_and_each_can_go() -> None:
    found = chips(CHOSEN, {"s1": "A title · a.txt"})
    assert [chip.text for chip in found] == [
        "open only", "count", "Assignee: nobody", "✓ Ece", "2025-05", "A title · a.txt",
        "2025-01-01 –", "“fire”",
    ]  # fmt: skip
    left = CHOSEN
    for _ in found:
        left = chips(left, {})[-1].without
    assert left == QueueFilter()


def test_a_value_is_chosen_and_let_go() -> None:
    chosen = toggled(QueueFilter(), "periods", "2025")
    assert chosen == QueueFilter(periods=("2025",))
    assert toggled(chosen, "periods", "2025") == QueueFilter()


FACETS: Facets = {
    "severities": (FacetValue("high", 3),),
    "attributes": tuple(FacetValue(name, 9 - place) for place, name in enumerate(
        ("count", "date", "time", "place", "participants", "speaker", "wording", "status", "total", "name"))),
    "sources": (FacetValue("s1", 4, "Liman yangını · a.txt"), FacetValue("s2", 2, "b.txt")),
}  # fmt: skip


@pytest.mark.parametrize(
    ("chosen", "typed", "expected"),
    [
        pytest.param(QueueFilter(), "", ["Kind", "count", "date", "time", "place", "participants", "speaker",
            "wording", "status", "2 more", "Source", "Liman yangını · a.txt", "b.txt"], id="some of many"),
        pytest.param(QueueFilter(), "PLACE", ["Kind", "place", "Source", "Liman yangını · a.txt", "b.txt"],
            id="found by typing; sources are found in the store"),
        pytest.param(QueueFilter(attributes=("name",), severities=("high",)), "kind t",
            ["Severity", "▲ high", "Kind", "count", "date", "time", "participants", "status", "total", "name",
             "Source", "Liman yangını · a.txt", "b.txt"], id="what is chosen stays, titles are words too"),
    ],
)  # fmt: skip
def test_the_lines_of_the_panel(chosen: QueueFilter, typed: str, expected: list[str]) -> None:
    assert [line.text for line in panel_lines(FACETS, chosen, typed)] == expected


def test_an_unfolded_facet_lists_everything() -> None:
    lines = panel_lines(FACETS, QueueFilter(), "", {"attributes"})
    assert "name" in [line.text for line in lines]
    assert not any(line.more for line in lines)

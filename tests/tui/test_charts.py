"""The charts of the overview, counted by hand, and drawn so that they read without colour."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from workbench.models import Attribute, Severity, Status
from workbench.store import LogFilter, QueueFilter
from workbench.store.overview import DAYS, Agreement, DayCount, DifferenceCount, Outlet, Overview, Waiting
from workbench.tui.charts import (
    Chart,
    OutletArticles,
    Series,
    agreement,
    as_text,
    charts_of,
    decisions_a_day,
    open_differences,
    outlets,
    standing,
    table_of,
    waiting,
)
from workbench.tui.widgets.chart_view import FILLINGS, ChartView

TODAY = date(2026, 2, 10)


def counted(number: int, status: Status, attribute: Attribute, severity: Severity) -> DifferenceCount:
    return DifferenceCount(status, attribute, "conflict", severity, number)


OVERVIEW = Overview(
    counts=(
        counted(3, "open", "count", "high"),
        counted(2, "reopened", "count", "low"),
        counted(7, "open", "date", "medium"),
        counted(4, "resolved", "date", "high"),
        counted(1, "dismissed", "place", "high"),
    ),
    days=(
        DayCount(TODAY, "Ayşe", 5),
        DayCount(TODAY - timedelta(days=1), "Barış", 4),
        DayCount(TODAY, "Ceren", 3),
        DayCount(TODAY, "Deniz", 2),
        DayCount(TODAY, "Ece", 1),
    ),
    waiting=Waiting(2.5, 4),
    outlets=(Outlet("Ak Gazete", 3, 6), Outlet("b.txt", 1, 8)),
    agreement=(Agreement("Ayşe", 3, 4), Agreement("Barış", 0, 2)),
)


def test_what_is_open_by_kind_and_severity() -> None:
    chart = open_differences(OVERVIEW)
    assert chart.names == ("date", "count")
    assert {one.name: one.values for one in chart.series} == {
        "▲ high": (0, 3),
        "◆ medium": (7, 0),
        "▽ low": (0, 2),
    }
    assert chart.targets[0] == QueueFilter(statuses=("open", "reopened"), attributes=("date",))


def test_the_busiest_have_a_series_and_the_others_one_together() -> None:
    chart = decisions_a_day(OVERVIEW, TODAY)
    assert (len(chart.names), chart.names[-1]) == (DAYS, "2026-02-10")
    assert {one.name: one.values[-2:] for one in chart.series} == {
        "Ayşe": (0, 5),
        "Barış": (4, 0),
        "Ceren": (0, 3),
        "2 others": (0, 3),
    }
    assert chart.targets[-1] == LogFilter(since="2026-02-10", until="2026-02-10")


def test_shares_lead_to_what_they_count() -> None:
    assert outlets(OVERVIEW).series[0].values == (50.0, 12.5)
    assert outlets(OVERVIEW).targets == (OutletArticles("Ak Gazete"), OutletArticles("b.txt"))
    assert agreement(OVERVIEW).series[0].values == (75.0, 0.0)
    assert agreement(OVERVIEW).targets[1] == LogFilter(
        reviewers=("Barış",), kinds=("accept", "enter", "range"), in_effect=True
    )


def test_where_all_differences_stand() -> None:
    assert standing(OVERVIEW) == "○ open 10  ↺ reopened 2  ✓ resolved 4  ✕ dismissed 1"
    assert waiting(OVERVIEW).endswith("2.5 days (median of 4 decisions, 30 days)")
    assert (standing(Overview()), waiting(Overview())) == ("", "")


@pytest.mark.parametrize(
    ("chart", "rows"),
    [
        pytest.param(
            open_differences(OVERVIEW),
            [["", "▲ high", "◆ medium", "▽ low"], ["date", "0", "7", "0"], ["count", "3", "0", "2"]],
            id="one column a series",
        ),
        pytest.param(
            outlets(OVERVIEW),
            [
                ["", "% of its claims", "differing", "claims"],
                ["Ak Gazete", "50", "3", "6"],
                ["b.txt", "12", "1", "8"],
            ],
            id="shares with what they are shares of",
        ),
    ],
)
def test_the_same_as_a_table(chart: Chart, rows: list[list[str]]) -> None:
    assert table_of(chart) == rows
    assert as_text(chart).splitlines() == ["\t".join(row) for row in rows]


def test_a_database_without_anything_has_charts_that_say_so() -> None:
    for chart in charts_of(Overview(), TODAY):
        assert not any(any(one.values) for one in chart.series)
        assert chart.empty


BARS = Chart(
    "k",
    "Title",
    "note",
    tuple(f"bar {number}" for number in range(9)),
    (
        Series("a", "$primary", tuple(range(1, 10))),
        Series("b", "$warning", (4,) * 9),
    ),
    (),
    "axis",
)


def drawn(chart: Chart, height: int, selected: int = 0) -> list[str]:
    view = ChartView(0)
    view.chart = chart
    view.selected = selected
    return [line.plain for line in view._drawn(60, height)]


@pytest.mark.parametrize("height", [4, 8, 30])
@pytest.mark.parametrize("selected", [0, 4, 8])
def test_lying_bars_show_the_selected_one_at_any_height(height: int, selected: int) -> None:
    lines = drawn(BARS, height, selected)
    assert len(lines) <= height
    assert sum(f"▸ bar {selected}" in line for line in lines) == 1
    (bar,) = (line for line in lines if "▸" in line)
    assert f" {selected + 5} ┤" in bar.replace("  ", " ")
    assert {FILLINGS[0], FILLINGS[1]} <= set(bar)
    assert "axis" in lines[-1]


@pytest.mark.parametrize("selected", [0, 15, 29])
def test_upright_bars_name_the_selected_day(selected: int) -> None:
    chart = decisions_a_day(OVERVIEW, TODAY)
    lines = drawn(chart, 12, selected)
    assert len(lines) <= 12
    assert f"▸{chart.names[selected][5:]}" in lines[-1]


@pytest.mark.parametrize("number", [1, 2, 400])
def test_any_number_of_anything_can_be_drawn(number: int) -> None:
    chart = replace(BARS, names=BARS.names[:number], series=(Series("a", "$primary", (number * 1.0,) * 9),))
    chart = replace(chart, series=tuple(replace(one, values=one.values[:number]) for one in chart.series))
    assert any("▸ bar 0" in line for line in drawn(chart, 20))
    assert drawn(replace(chart, upright=True), 12)


def test_a_name_full_of_escapes_is_drawn_without_them() -> None:
    lines = drawn(replace(BARS, names=("\x1b[2J\x1b]0;x\x07[bold]", *BARS.names[1:])), 30)
    assert not any("\x1b" in line or "\x07" in line for line in lines)

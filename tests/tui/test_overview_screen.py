"""The overview: every action, and how it looks."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from acting import LANGUAGES, SIZES, settled, untried
from activity_material import logged
from overview_material import NEWSROOM
from textual.pilot import Pilot
from textual.widgets import Static

from workbench.store import LogFilter, QueueFilter, Store
from workbench.tui.app import ReviewApp
from workbench.tui.screens.activity import ActivityScreen
from workbench.tui.screens.overview import OverviewScreen
from workbench.tui.screens.queue import QueueScreen

MakeApp = Callable[..., ReviewApp]


@pytest.fixture
def log_path(tmp_path: Path) -> Path:
    return logged(tmp_path / "log.db")


def key(screen: OverviewScreen) -> str:
    return screen.current.chart.key


def selected(screen: OverviewScreen) -> str:
    return screen.current.chart.names[screen.current.selected]


def shows(app: ReviewApp, chosen: QueueFilter | LogFilter) -> bool:
    screen = app.screen
    return isinstance(screen, (QueueScreen, ActivityScreen)) and screen.chosen == chosen


OPEN = QueueFilter(statuses=("open", "reopened"), attributes=("count",))
LAST = LogFilter(since="2026-02-10", until="2026-02-10")

CASES: list[Any] = [
    pytest.param("next_chart", "tab", lambda s, a: key(s) == "days", id="next chart"),
    pytest.param("next_chart", "tab l right tab", lambda s, a: key(s) == "open", id="all around"),
    pytest.param("previous_chart", "shift+tab", lambda s, a: key(s) == "agreement", id="chart before"),
    pytest.param("up", "tab k up", lambda s, a: selected(s) == "2026-02-08", id="up"),
    pytest.param("down", "tab g j down", lambda s, a: selected(s) == "2026-01-14", id="down"),
    pytest.param("first", "tab g", lambda s, a: selected(s) == "2026-01-12", id="first"),
    pytest.param("last", "tab g G", lambda s, a: selected(s) == "2026-02-10", id="last"),
    pytest.param("back", "escape", lambda s, a: isinstance(a.screen, QueueScreen), id="back"),
    pytest.param("open", "enter", lambda s, a: shows(a, OPEN), id="a bar opens the queue"),
    pytest.param("open", "tab enter", lambda s, a: shows(a, LAST), id="a day opens the log"),
    pytest.param("numbers", "t", lambda s, a: all(view.as_table for view in s.charts), id="numbers"),
    pytest.param("numbers", "t t", lambda s, a: not any(view.as_table for view in s.charts), id="charts"),
    pytest.param("large", "z", lambda s, a: sum(v.display for v in s.charts) == 1, id="one chart"),
    pytest.param("large", "z z", lambda s, a: sum(v.display for v in s.charts) == 4, id="all charts"),
    pytest.param("copy", "y", lambda s, a: a.clipboard.startswith("\t▲ high"), id="copy"),
    pytest.param("reload", "ctrl+r", lambda s, a: "again" in said(s), id="count again"),
]


def said(screen: OverviewScreen) -> str:
    return str(screen.query_one("#message", Static).content)


@pytest.mark.parametrize(("action", "keys", "holds"), CASES)
async def test_action(
    make_app: MakeApp,
    log_path: Path,
    action: str,
    keys: str,
    holds: Callable[[OverviewScreen, ReviewApp], bool],
) -> None:
    app = make_app(log_path)
    async with app.run_test(size=(160, 48)) as pilot:
        await settled(pilot, "f7")
        screen = app.screen
        assert isinstance(screen, OverviewScreen)
        await settled(pilot, *keys.split())
        assert holds(screen, app)


def test_charts_are_loaded_when_the_overview_is_opened() -> None:
    """plotext takes a third of a second to load, which nobody shall wait for who comes to review."""
    code = "import sys, workbench.tui.app, workbench.tui.screens.activity; print('plotext' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_every_action_is_tried() -> None:
    assert untried("overview", [case.values[0] for case in CASES]) == set()


async def test_an_empty_chart_says_that_there_is_nothing_to_open(make_app: MakeApp, log_path: Path) -> None:
    app = make_app(log_path)
    async with app.run_test(size=(160, 48), notifications=True) as pilot:
        await settled(pilot, "f7", "tab", "tab", "enter")
        assert [one.message for one in app._notifications] == ["This chart has nothing to show."]


async def test_a_publisher_opens_its_differences(
    make_app: MakeApp, log_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "overview", lambda store, today: NEWSROOM)
    app = make_app(log_path)
    async with app.run_test(size=(160, 48)) as pilot:
        await settled(pilot, "f7", "tab", "tab", "down", "enter")
        source = next(one.id for one in app.desk.store.sources() if one.publisher == "Sahil Haber")
        assert shows(app, QueueFilter(sources=(source,)))


async def test_what_another_program_writes_is_counted(make_app: MakeApp, log_path: Path) -> None:
    app = make_app(log_path)
    async with app.run_test(size=(160, 48)) as pilot:
        await settled(pilot, "f7")
        screen = app.screen
        assert isinstance(screen, OverviewScreen)
        before = str(screen.query_one("#standing", Static).content)
        app.desk.store.set_status({"d1": "dismissed"})
        screen.database_changed()
        await settled(pilot)
        assert str(screen.query_one("#standing", Static).content) != before


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "keys",
    [
        pytest.param("f7", id="charts"),
        pytest.param("f7 tab up up", id="days"),
        pytest.param("f7 t", id="numbers"),
    ],
)
def test_screen(
    snap_compare: Callable[..., bool],
    make_app: MakeApp,
    log_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    keys: str,
    language: str,
    size: tuple[int, int],
) -> None:
    monkeypatch.setattr(Store, "overview", lambda store, today: NEWSROOM)

    async def act(pilot: Pilot[Any]) -> None:
        await settled(pilot, *keys.split())

    assert snap_compare(make_app(log_path, language=language), terminal_size=size, run_before=act)

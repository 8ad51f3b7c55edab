"""Exporting as a reviewer: choosing, seeing how it begins, writing, breaking off."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from acting import LANGUAGES, SIZES, marked, settled, untried
from test_reviewing import shown
from textual.pilot import Pilot
from textual.widgets import Input

from workbench.exporting import tables
from workbench.records.rows import What
from workbench.records.writers import writers
from workbench.store import QueueFilter
from workbench.tui.app import ReviewApp
from workbench.tui.exporting_run import ExportRun
from workbench.tui.screens.choosing_export import STATES
from workbench.tui.screens.export import ExportScreen
from workbench.tui.sizes import in_bytes

MakeApp = Callable[..., ReviewApp]
WIDE = (120, 40)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are written where nothing else is."""
    path = tmp_path / "out"
    path.mkdir()
    monkeypatch.chdir(path)


async def opened(pilot: Pilot[Any], *keys: str) -> ExportScreen:
    await settled(pilot, "f5", *keys)
    screen = pilot.app.screen
    assert isinstance(screen, ExportScreen)
    return screen


async def over(pilot: Pilot[Any]) -> ExportRun:
    """Waits until the file is written, and the screen has said so."""
    run: ExportRun = pilot.app.desk.exporting  # type: ignore[attr-defined]
    assert run is not None
    while run.running:
        await pilot.pause(0.02)
    run.join()
    await settled(pilot)
    return run


def to_format(name: str, what: What) -> list[str]:
    """The keys that choose a format from the first one."""
    return ["f"] * [one for one, writer in writers().items() if what in writer.whats].index(name)


def told(app: ReviewApp, said: str) -> bool:
    return any(said in note.message for note in app._notifications)


@pytest.mark.parametrize(
    ("keys", "name", "count"),
    [
        pytest.param([], "discrepancies.jsonl", 5, id="differences"),
        pytest.param(["w"] * 3, "claims.jsonl", 10, id="what"),
        pytest.param(["w"] * 4 + to_format("csv", "events"), "events.csv", 2, id="format"),
        pytest.param(["w"] * 4 + ["s"], "events.jsonl", 2, id="state"),
        pytest.param(["w"] * 4 + ["s", "s"], "events.jsonl", 0, id="nothing is open"),
    ],
)
async def test_what_is_chosen_is_counted_shown_and_written(
    make_app: MakeApp, keys: list[str], name: str, count: int
) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, *keys)
        assert screen.query_one("#path", Input).value == name
        assert f" {count} " in shown(app).splitlines()[0]
        await settled(pilot, "enter")
        run = await over(pilot)
        assert (run.written, run.target.name) == (count, name)
        begins = Path(name).read_text(encoding="utf-8")[:40]
        assert begins[:20] in shown(app)
        assert in_bytes(Path(name).stat().st_size) in screen.last_said
        await settled(pilot, "y")
        assert app.clipboard == str(Path(name).absolute())


@pytest.mark.tries("export.state")
async def test_events_are_narrowed_by_their_state(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, *"wwww")
        states = []
        for _ in STATES:
            await settled(pilot, "s")
            states.append(screen.state)
        assert states == [*STATES[1:], STATES[0]]


@pytest.mark.tries("export.words")
async def test_words_narrow_the_preview(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, *"wwww", "slash")
        assert screen.focused is screen.query_one("#text")
        screen.query_one("#text", Input).value = "talks"
        await settled(pilot, "enter")
        screen.choose()
        await settled(pilot)
        assert "1 event" in shown(app)
        screen.query_one("#since", Input).value = "soon"
        screen.choose()
        await settled(pilot)
        assert "2025-05-17, 2025-05, 2025" in shown(app)


async def test_a_period_that_ends_before_it_begins_is_none(make_app: MakeApp) -> None:
    app = make_app(language="tr")
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        for name, day in (("since", "2025-05-04"), ("until", "2025-05-03")):
            screen.query_one(f"#{name}", Input).value = day
        screen.choose()
        await settled(pilot)
        assert "Bu bir dönem değil: 2025-05-04 – 2025-05-03" in shown(app)


@pytest.mark.tries("export.as_queue", "export.what")
async def test_as_the_queue_shows(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        app.screen.chosen = QueueFilter(attributes=("place",))  # type: ignore[attr-defined]
        await opened(pilot, "c")
        assert "1 difference" in shown(app)
        await settled(pilot, "w", "c")
        assert told(app, "w turns to them")


@pytest.mark.tries("export.overwrite")
async def test_a_file_of_somebody_is_overwritten_only_when_said(make_app: MakeApp) -> None:
    Path("mine.jsonl").write_text("mine")
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "o")
        assert told(app, "Nothing has to be overwritten")
        await settled(pilot, "p")
        assert screen.focused is screen.query_one("#path")
        screen.query_one("#path", Input).value = "mine.jsonl"
        await settled(pilot, "enter")
        assert told(app, "o overwrites it")
        assert Path("mine.jsonl").read_text() == "mine"
        await settled(pilot, "o")
        await over(pilot)
        assert len(Path("mine.jsonl").read_text(encoding="utf-8").splitlines()) == 5


@pytest.mark.parametrize(("path", "said"), [(".", "is a folder"), ("missing/x.csv", "no folder")])
async def test_where_nothing_can_be_written_it_says_why(make_app: MakeApp, path: str, said: str) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        screen.query_one("#path", Input).value = path
        await settled(pilot, "enter")
        assert told(app, said)


class Slow:
    """Rows that wait to be let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.waiting, self.go_on = Event(), Event()
        real = tables.discrepancy_row

        def row(*given: Any) -> Any:
            if not self.waiting.is_set():
                self.waiting.set()
                assert self.go_on.wait(60)
            return real(*given)

        monkeypatch.setattr(tables, "discrepancy_row", row)


async def writing(pilot: Pilot[Any], monkeypatch: pytest.MonkeyPatch) -> Slow:
    """An export that has begun to be written."""
    await opened(pilot)
    slow = Slow(monkeypatch)
    await pilot.press("enter")
    while not slow.waiting.is_set():
        await pilot.pause(0.02)
    return slow


@pytest.mark.tries("export.stop", "export.copy", "export.write")
async def test_broken_off_nothing_is_left_behind(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        slow = await writing(pilot, monkeypatch)
        await settled(pilot, "enter")
        assert told(app, "x breaks it off")
        await pilot.press("x")
        slow.go_on.set()
        run = await over(pilot)
        assert run.broken_off
        assert "Broken off" in shown(app)
        await settled(pilot, "x", "y")
        assert told(app, "Nothing is being written")
        assert told(app, "Nothing has been written")
    assert list(Path().iterdir()) == []


async def test_it_is_written_to_its_end_when_the_screen_is_left(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        slow = await writing(pilot, monkeypatch)
        await settled(pilot, "escape")
        assert not isinstance(app.screen, ExportScreen)
        slow.go_on.set()
        await over(pilot)
        assert told(app, "5 differences in")
    rows = Path("discrepancies.jsonl").read_text(encoding="utf-8").splitlines()
    assert len({json.loads(row)["id"] for row in rows}) == 5


@pytest.mark.tries(
    "export.back",
    "export.down",
    "export.up",
    "export.page_down",
    "export.page_up",
    "export.first",
    "export.last",
    "export.right",
    "export.left",
    "export.format",
    "export.file",
)
async def test_the_preview_scrolls_and_escape_leaves_a_field_first(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot, *"www", *to_format("markdown", "claims"), "pagedown", "j", "j", "k", "l")
        assert screen._pane.scroll_offset.y > 1
        await settled(pilot, "h", "k", "pageup")
        assert screen._pane.scroll_offset == (0, 0)
        await settled(pilot, "end")
        assert screen._pane.scroll_offset.y == screen._pane.max_scroll_y > 1
        await settled(pilot, "home")
        assert screen._pane.scroll_offset == (0, 0)
        await settled(pilot, "p", "escape")
        assert app.screen is screen
        await settled(pilot, "escape")
        assert app.screen is not screen


async def test_tab_completes_the_path(make_app: MakeApp) -> None:
    Path("arşiv").mkdir()
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "p")
        screen.query_one("#path", Input).value = "ars"
        await settled(pilot, "tab")
        assert screen.query_one("#path", Input).value == "arşiv/"


def test_every_action_is_tried() -> None:
    from test_export_policy import __name__ as on_policies

    assert untried("export", marked(__name__, "export") | marked(on_policies, "export")) == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [pytest.param(["f", "f"], id="differences")])
def test_screen(
    snap_compare: Callable[..., bool],
    make_app: MakeApp,
    keys: list[str],
    size: tuple[int, int],
    language: str,
) -> None:
    async def act(pilot: Pilot[Any]) -> None:
        await opened(pilot, *keys)

    assert snap_compare(make_app(language=language), terminal_size=size, run_before=act)

"""A reviewer at work: what the keys do, and what the log holds afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from acting import settled
from review_material import NOW, TODAY, write
from textual.pilot import Pilot
from textual.widgets import Static

from workbench.models import Decision
from workbench.store import open_store
from workbench.tui.app import ReviewApp
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.help import HelpScreen
from workbench.tui.screens.prompts import Prompt
from workbench.tui.screens.queue import QueueScreen

MakeApp = Callable[..., ReviewApp]
SMALL = (80, 24)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Keys, and all that follows from them."""
    await settled(pilot, *keys)


async def until(pilot: Pilot[Any], told: Callable[[], bool]) -> None:
    """Waits for what the desk finds by watching the database."""
    for _ in range(6000):
        if told():
            return
        await pilot.pause(0.01)
    raise AssertionError(f"it did not come: {shown(pilot.app)}")  # type: ignore[arg-type]


def queue_of(app: ReviewApp) -> QueueScreen:
    screen = app.screen_stack[1]
    assert isinstance(screen, QueueScreen)
    return screen


def text_of(app: ReviewApp, selector: str) -> str:
    return str(app.screen.query_one(selector, Static).content)


def shown(app: ReviewApp) -> str:
    """The screen as text."""
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    assert len(lines) == height
    assert all(strip.cell_length == width for strip in lines)
    return "\n".join(strip.text for strip in lines)


def log_of(path: Path) -> list[Decision]:
    with open_store(path, create=False) as store:
        return store.decisions()


def status_in(path: Path) -> dict[str, str]:
    with open_store(path, create=False) as store:
        return {key: row.status for key, row in store.queue_rows(store.queue_ids()).items()}


async def test_decisions_are_there_after_leaving_and_coming_back(db_path: Path, make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        assert queue_of(app).queue.current == "d1"
        await press(pilot, "1")
        assert queue_of(app).queue.current == "d2"
        await press(pilot, "u")
        assert queue_of(app).queue.current == "d1"
        await press(pilot, "n", "x", "q")
    again = make_app()
    async with again.run_test(size=SMALL) as pilot:
        await press(pilot)
        assert text_of(again, "#progress").endswith("4 open")
        assert queue_of(again).queue.current == "d1"
    kinds = [(entry.kind, entry.discrepancy, entry.label) for entry in log_of(db_path)]
    assert kinds == [("accept", "d1", "14"), ("undo", "d1", None), ("dismiss", "d2", None)]
    assert {entry.reviewer for entry in log_of(db_path)} == {"Ayşe"}
    assert {entry.at for entry in log_of(db_path)} == {NOW.isoformat(timespec="microseconds")}
    assert status_in(db_path)["d2"] == "dismissed"


@pytest.mark.parametrize(
    ("keys", "kind", "field", "expected", "status"),
    [
        pytest.param(["2"], "accept", "label", "at least 17", "resolved", id="accept the second value"),
        pytest.param(["e", *"390-400", "enter"], "enter", "high", 400.0, "resolved", id="enter a range"),
        pytest.param(["x"], "dismiss", "label", None, "dismissed", id="not a conflict"),
        pytest.param(["d", "enter"], "defer", "until", "2026-02-17", "deferred", id="defer for a week"),
        pytest.param(["c", *"ara", "enter"], "note", "note", "ara", "open", id="a note decides nothing"),
    ],
)
async def test_each_verdict_is_written_at_once(
    db_path: Path, make_app: MakeApp, keys: list[str], kind: str, field: str, expected: object, status: str
) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        await press(pilot, *keys)
        (entry,) = log_of(db_path)
        assert (entry.kind, getattr(entry, field)) == (kind, expected)
        assert status_in(db_path)["d1"] == status
        assert queue_of(app).queue.current == ("d1" if kind == "note" else "d2")


async def test_undo_and_redo_take_turns(db_path: Path, make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        await press(pilot, "1", "u")
        assert status_in(db_path)["d1"] == "open"
        await press(pilot, "U")
        assert status_in(db_path)["d1"] == "resolved"


async def test_a_wrong_value_is_refused_where_it_was_typed(db_path: Path, make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        await press(pilot, "e", *"on dört", "enter")
        assert isinstance(app.screen, Prompt)
        assert "on dört" in text_of(app, "#error")
        await press(pilot, "escape")
        assert isinstance(app.screen, QueueScreen)
    assert log_of(db_path) == []


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        pytest.param(["9"], "only 2 values", id="a number without a value"),
        pytest.param(["u"], "You have taken no decision", id="nothing to undo"),
        pytest.param(["U"], "is no undo", id="nothing to redo"),
        pytest.param(["m"], "shown already", id="no more passages"),
        pytest.param(["escape"], "No filter is on", id="no filter to clear"),
        pytest.param(["x", "x", "x", "x", "x", "n"], "Nothing is open", id="nothing left open"),
        pytest.param(["a", "N"], "first passage", id="no passage before, in the article"),
    ],
)
async def test_a_key_that_cannot_act_says_why(make_app: MakeApp, keys: list[str], reason: str) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        for key in keys:
            await press(pilot, key)
        said = [notice.message for notice in app._notifications]
        said += [str(line.content) for line in app.screen.query("#message").results(Static)]
        assert any(reason in text for text in said)


async def test_a_deferred_difference_wakes_when_its_day_is_over(db_path: Path, make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        await press(pilot, "d", "enter")
    assert status_in(db_path)["d1"] == "deferred"
    later = make_app(today=TODAY + timedelta(days=8))
    async with later.run_test(size=SMALL) as pilot:
        await press(pilot)
        await until(pilot, lambda: text_of(later, "#progress") == "1 of 5 · 5 open")
    assert status_in(db_path)["d1"] == "open"


async def test_the_filter_narrows_as_one_types(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        await press(pilot, "slash", *"DEREBASI")
        assert list(queue_of(app).queue.order) == ["d5"]
        await press(pilot, *"xyz")
        assert "No difference has these words" in text_of(app, "#empty")
        await press(pilot, "escape")
        assert len(queue_of(app).queue.order) == 5


async def test_only_what_is_open_can_be_shown(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        await press(pilot, "1", "O")
        assert list(queue_of(app).queue.order) == ["d2", "d4", "d5", "d3"]
        await press(pilot, "O")
        assert len(queue_of(app).queue.order) == 5


async def test_what_another_program_decided_shows_when_read_again(db_path: Path, make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        with open_store(db_path, create=False) as store:
            store.set_status({"d1": "resolved"})
        await press(pilot, "ctrl+r")
        assert text_of(app, "#progress") == "5 of 5 · 4 open"
        assert queue_of(app).queue.current == "d1"


async def test_a_click_selects_a_row_and_a_label_acts(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        await pilot.click("QueueList", offset=(10, 5))
        assert queue_of(app).queue.cursor == 2
        await pilot.click("KeyBar", offset=(shown(app).splitlines()[-1].index("Help"), 0))
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)


async def test_moving_about(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        places = []
        for key in ["down", "j", "up", "end", "down", "home", "k", "pagedown", "pageup", "N"]:
            await press(pilot, key)
            places.append(queue_of(app).queue.cursor)
        assert places == [1, 2, 1, 4, 4, 0, 0, 4, 0, 4]


async def test_the_article_opens_on_the_selected_passage(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        await press(pilot, "right", "a")
        assert isinstance(app.screen, ArticleScreen)
        assert "Harbour fire injures fourteen" in text_of(app, "#source")
        assert "▌  A warehouse fire at the port" in shown(app)
        await press(pilot, "n")
        assert "at least 17  passage 3 of 3" in text_of(app, "#subject")
        await press(pilot, "escape")
        selected = queue_of(app).detail.selected
        assert selected is not None
        assert selected.label == "at least 17"


async def test_help_shows_every_action(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        assert "Accept the value with this number" in shown(app)
        await press(pilot, "q")
        assert isinstance(app.screen, QueueScreen)


async def test_an_empty_queue_says_what_to_do(tmp_path: Path, make_app: MakeApp) -> None:
    app = make_app(write(tmp_path / "empty.db", [], [], [], []))
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        assert "import FILES" in shown(app)
        await press(pilot, "1", "a", "n", "down")
        assert {notice.message for notice in app._notifications} == {
            "There is no difference here to work on.",
            "Nothing is open: every difference is decided.",
        }
        await press(pilot, "q")
    assert app.return_code == 0


@pytest.mark.parametrize("day", [TODAY, date(2026, 3, 1)], ids=["on the day", "later"])
async def test_the_suggestion_is_only_a_suggestion(db_path: Path, make_app: MakeApp, day: date) -> None:
    app = make_app(today=day)
    async with app.run_test(size=(160, 48)) as pilot:
        await press(pilot)
        assert "Machine's suggestion, nothing is decided: 14" in shown(app)
    assert log_of(db_path) == []

"""The queue: what each key and the mouse do, and how it takes up what others change."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from typing import Any

import pytest
from acting import settled, untried
from review_material import NOW
from test_reviewing import log_of, queue_of, shown, text_of, until
from textual.pilot import Pilot
from textual.widgets import Static

from workbench.decisions import verdicts
from workbench.reviewing import decide
from workbench.store import QueueFilter, SavedFilter, open_store
from workbench.tui.app import ReviewApp
from workbench.tui.appearance import UNDECIDED
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.decide import DecideScreen
from workbench.tui.screens.event import EventScreen
from workbench.tui.screens.queue import QueueScreen
from workbench.tui.screens.saved_filters import SavedFilters
from workbench.tui.widgets.facets import FacetPanel
from workbench.tui.widgets.queue_list import QueueList

MakeApp = Callable[..., ReviewApp]
SMALL, WIDE = (80, 24), (130, 40)
Check = Callable[[ReviewApp], bool]


def logged(kind: str) -> Check:
    """The last entry of the log is of this kind."""
    return lambda app: log_of(app.desk.path)[-1].kind == kind


def at(item: str) -> Check:
    return lambda app: queue_of(app).queue.current == item


def listed(*items: str) -> Check:
    return lambda app: list(queue_of(app).queue.order) == list(items)


def on(screen: type) -> Check:
    return lambda app: isinstance(app.screen, screen)


def says(words: str) -> Check:
    """Somewhere the screen says this."""
    return lambda app: any(words in str(one.content) for one in app.screen.query(Static))


def notes(words: str) -> Check:
    """A note tells why not."""
    return lambda app: any(words in note.message for note in app._notifications)


def selected(passage: int) -> Check:
    return lambda app: queue_of(app).detail._selected == passage


def scrolled(lines: int) -> Check:
    return lambda app: queue_of(app).detail.scroll_offset.y == lines


CASES = [
    pytest.param("accept", ["1"], logged("accept"), id="accept"),
    pytest.param("enter", ["e", *"15", "enter"], logged("enter"), id="enter"),
    pytest.param("range", ["b", "enter"], logged("range"), id="range"),
    pytest.param("supersede", ["p", "2"], logged("supersede"), id="supersede"),
    pytest.param("dismiss", ["x"], logged("dismiss"), id="dismiss"),
    pytest.param("split", ["s", "enter"], logged("different_events"), id="split"),
    pytest.param("unsettled", ["t"], logged("unsettled"), id="unsettled"),
    pytest.param("defer", ["d", "enter"], logged("defer"), id="defer"),
    pytest.param("reason", ["r", *"why", "enter", "x"], lambda app: log_of(app.desk.path)[-1].note == "why",
                 id="reason"),
    pytest.param("note", ["c", *"ara", "enter"], logged("note"), id="note"),
    pytest.param("assign", ["at", *"Bora", "enter"], logged("assign"), id="assign"),
    pytest.param("undo", ["x", "u"], at("d1"), id="undo"),
    pytest.param("redo", ["x", "u", "U"], lambda app: len(log_of(app.desk.path)) == 3, id="redo"),
    pytest.param("next_open", ["n", "space"], at("d4"), id="next open"),
    pytest.param("previous_open", ["N"], at("d3"), id="previous open, around the end"),
    pytest.param("down", ["down", "j"], at("d4"), id="down"),
    pytest.param("up", ["down", "down", "up", "k"], at("d1"), id="up"),
    pytest.param("page_down", ["pagedown"], at("d3"), id="page down"),
    pytest.param("page_up", ["end", "pageup"], at("d1"), id="page up"),
    pytest.param("first", ["end", "g"], at("d1"), id="first"),
    pytest.param("last", ["G"], at("d3"), id="last"),
    pytest.param("next_passage", ["right"], selected(1), id="next passage"),
    pytest.param("previous_passage", ["tab", "left"], selected(0),
                 id="previous passage"),
    pytest.param("scroll_down", ["J"], scrolled(5), id="scroll down"),
    pytest.param("scroll_up", ["J", "K"], scrolled(0), id="scroll up"),
    pytest.param("open", ["enter"], on(DecideScreen), id="open"),
    pytest.param("article", ["a"], on(ArticleScreen), id="article"),
    pytest.param("event", ["v"], on(EventScreen), id="event"),
    pytest.param("all_passages", ["m"], notes("shown already"), id="there are no more"),
    pytest.param("zoom", ["z"], lambda app: queue_of(app).has_class("-zoomed"), id="zoom"),
    pytest.param("filter", ["slash", *"DEREBASI"], listed("d5"), id="filter"),
    pytest.param("facets", ["f"], lambda app: queue_of(app).panel.has_focus, id="facets"),
    pytest.param("saved", ["F"], on(SavedFilters), id="saved filters"),
    pytest.param("sort", ["o"], says("newest evidence"), id="order"),
    pytest.param("only_open", ["x", "O"], listed("d2", "d4", "d5", "d3"), id="open only"),
    pytest.param("clear_last", ["O", "slash", *"fire", "enter", "backspace"],
                 lambda app: queue_of(app).chosen == QueueFilter(statuses=UNDECIDED), id="clear the last"),
    pytest.param("clear_filter", ["O", "slash", *"fire", "enter", "escape"],
                 lambda app: queue_of(app).chosen == QueueFilter(), id="clear all"),
    pytest.param("reload", ["ctrl+r"], says("read again"), id="read again"),
]  # fmt: skip


def test_every_action_of_the_queue_is_tried() -> None:
    assert untried("queue", [str(case.values[0]) for case in CASES]) == set()


@pytest.mark.parametrize(("action", "keys", "follows"), CASES)
async def test_what_a_key_does(make_app: MakeApp, action: str, keys: list[str], follows: Check) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot, *keys)
        assert follows(app), shown(app)


async def opened(app: ReviewApp, pilot: Pilot[Any], *keys: str) -> QueueScreen:
    await settled(pilot, *keys)
    return queue_of(app)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param(["space"], {"severities": ("high",)}, id="the first value of the first facet"),
        pytest.param(["space", "space"], {}, id="chosen and no longer"),
        pytest.param(["space", "down", "enter"], {"severities": ("high", "medium")}, id="two values"),
        pytest.param([*"talks", "space"], {"event_types": ("talks",)}, id="found by typing"),
        pytest.param([*"x", "backspace", "end", "home", "space"], {"severities": ("high",)}, id="typed back"),
        pytest.param([*"zzz", "space"], {}, id="nothing found"),
    ],
)
async def test_facets_are_chosen_in_the_panel(
    make_app: MakeApp, keys: list[str], expected: dict[str, Any]
) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(app, pilot, "f", *keys)
        assert screen.chosen == QueueFilter(**expected)
        with open_store(app.desk.path) as store:
            assert list(screen.queue.order) == store.queue_ids(screen.chosen)


async def test_the_panel_closes_step_by_step(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(app, pilot, "f", *"talk")
        await settled(pilot, "escape")
        assert (screen.panel.typed, screen.panel.display) == ("", True)
        await settled(pilot, "escape")
        assert (screen.panel.display, screen.queue.has_focus) == (False, True)
        await settled(pilot, "f", "ctrl+p")
        assert not isinstance(app.screen, QueueScreen)


async def test_a_click_in_the_panel_on_a_chip_and_on_a_title(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(app, pilot, "f")
        await pilot.click(FacetPanel, offset=(6, 2))
        await settled(pilot)
        assert screen.chosen == QueueFilter(severities=("high",))
        await pilot.click("Chips", offset=(9, 0))
        await settled(pilot)
        assert screen.chosen == QueueFilter()
        await settled(pilot, "escape")
        await pilot.click("QueueHeader", offset=(shown(app).splitlines()[1].index("age"), 0))
        await settled(pilot)
        assert screen.sort == "newest"
        assert "age▾" in shown(app)


async def test_a_click_selects_and_two_open(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(app, pilot)
        await pilot.click(QueueList, offset=(10, 3))
        assert screen.queue.cursor == 3
        await pilot.click(QueueList, offset=(10, 1), times=2)
        await settled(pilot)
        assert isinstance(app.screen, DecideScreen)
        assert app.screen.item == "d2"


async def test_what_is_decided_elsewhere_is_known_on_coming_back(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(app, pilot, "enter", "x", "escape")
        assert isinstance(app.screen, QueueScreen)
        assert screen.queue.current == "d2"
        assert not screen.queue.order.undecided(0)


async def test_filters_are_saved_used_deleted_and_brought_back(make_app: MakeApp, db_path: Path) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot, "O", "F", *"mine", "enter")
        with open_store(db_path) as store:
            assert store.saved_filters() == [SavedFilter("mine", QueueFilter(statuses=UNDECIDED), "severity")]
        await settled(pilot, "escape", "F", "enter")
        assert queue_of(app).chosen == QueueFilter(statuses=UNDECIDED)
        await settled(pilot, "escape", "F", "tab", *"mine", "enter")
        assert "Enter once more" in shown(app)
        await settled(pilot, "enter")
        with open_store(db_path) as store:
            assert store.saved_filters() == [SavedFilter("mine", QueueFilter(), "severity")]
        await settled(pilot, "F", "delete")
        assert "u brings it back" in shown(app)
        with open_store(db_path) as store:
            assert store.saved_filters() == []
        await settled(pilot, "shift+tab", "escape")
        assert isinstance(app.screen, QueueScreen)


async def test_a_deleted_filter_comes_back(make_app: MakeApp, db_path: Path) -> None:
    with open_store(db_path) as store:
        for name in ("first", "second"):
            store.save_filter(SavedFilter(name, QueueFilter(text=name), "event"))
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot, "F", "delete", "u")
        with open_store(db_path) as store:
            assert [one.name for one in store.saved_filters()] == ["first", "second"]


async def test_a_filter_that_cannot_be_read_is_named(make_app: MakeApp, db_path: Path) -> None:
    with closing(connect(db_path)) as db, db:
        db.execute("""INSERT INTO saved_filters VALUES ('newer', '{"statuses":["unheard of"]}', 'event')""")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot, "F")
        assert "Not readable with this version of the program: “newer”" in " ".join(shown(app).split())
        assert "None is saved yet" not in shown(app)
        await settled(pilot, *"newer", "enter")
        assert "Enter once more replaces it" in shown(app)


async def test_what_others_change_comes_without_losing_the_place(make_app: MakeApp, db_path: Path) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(app, pilot, "down", "down")
        assert screen.queue.current == "d4"
        line = screen.queue.cursor * 2 - screen.queue.scroll_offset.y
        with open_store(db_path) as store:
            found = store.discrepancy("d1")
            at = NOW.isoformat(timespec="microseconds")
            decide(store, verdicts.dismiss(found, reviewer="Bora", at=at), today=app.desk.today)
        await until(pilot, lambda: list(screen.queue.order)[-1] == "d1")
        assert screen.queue.current == "d4"
        assert screen.queue.cursor * 2 - screen.queue.scroll_offset.y in (line, line - 2)
        assert text_of(app, "#progress") == "2 of 5 · today 0, all 1 · 4 open"


async def test_what_one_decides_keeps_its_place(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(app, pilot, "x")
        version = app.desk.store.data_version()
        await until(pilot, lambda: text_of(app, "#progress").startswith("2 of 5 · today 1"))
        await pilot.pause(1.0)
        assert app.desk.store.data_version() == version
        assert screen.queue.order.place_of("d1") == 0
        await settled(pilot, "ctrl+r")
        assert screen.queue.order.place_of("d1") == 4


async def test_a_long_reading_says_that_it_reads(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        screen = await opened(app, pilot)
        screen._reading_since = 0.0
        screen._tick()
        assert text_of(app, "#progress").startswith("reading, ")
        screen._reading_since = None
        screen._tick()
        assert text_of(app, "#progress") == "1 of 5 · 5 open"

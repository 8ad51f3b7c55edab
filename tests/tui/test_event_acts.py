"""Every action of the event screen, by its keys, with what it must show or leave in the database."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from acting import LANGUAGES, SIZES, settled, untried
from event_material import holding, matched
from textual.pilot import Pilot
from textual.widgets import Static

from workbench import reviewing
from workbench.decisions import parents
from workbench.models import Decision
from workbench.store import Store, open_store
from workbench.tui.app import ReviewApp
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.decide import DecideScreen
from workbench.tui.screens.event import EventScreen
from workbench.tui.screens.event_choosing import EventChooser, KinChooser
from workbench.tui.screens.event_view import Pane
from workbench.tui.widgets.grid_view import GridView
from workbench.tui.widgets.line_list import LineList

GRID = ("tab", "end", "right", "right")
"""To the cell of the fire's grid that says 14 and is open."""
Check = Callable[[ReviewApp, Store], None]


@pytest.fixture
def db_path(tmp_path: Path) -> Path:
    return matched(tmp_path / "claims.db")


def event_of(path: Path, number: float) -> str:
    with open_store(path) as store:
        return holding(store, number).id


def screen(app: ReviewApp) -> EventScreen:
    return next(one for one in reversed(app.screen_stack) if isinstance(one, EventScreen))


def shown(app: ReviewApp, name: str) -> str:
    return str(screen(app).query_one(name, Static).content)


def kinds(store: Store) -> list[str]:
    return [entry.kind for entry in store.decisions()]


@dataclass(frozen=True)
class Case:
    """Keys pressed on the event with that number, and what must hold then."""

    action: str
    keys: tuple[str, ...]
    check: Check
    number: float = 14


def pane(expected: Pane) -> Check:
    def check(app: ReviewApp, _store: Store) -> None:
        assert screen(app).pane == expected

    return check


def cursor(expected: int) -> Check:
    def check(app: ReviewApp, _store: Store) -> None:
        assert screen(app).query_one(LineList).cursor == expected

    return check


def cell(row: int, column: int) -> Check:
    def check(app: ReviewApp, _store: Store) -> None:
        grid = screen(app).query_one(GridView)
        assert (grid.row, grid.column) == (row, column)

    return check


def saying(*words: str) -> Check:
    def check(app: ReviewApp, _store: Store) -> None:
        assert all(word in shown(app, "#message") for word in words)

    return check


def log(*expected: str) -> Check:
    def check(_app: ReviewApp, store: Store) -> None:
        assert kinds(store) == list(expected)

    return check


def picked(expected: int) -> Check:
    def check(app: ReviewApp, _store: Store) -> None:
        assert len(screen(app).picked) == expected
        assert ("picked" in shown(app, "#tabs")) == bool(expected)

    return check


def gone(app: ReviewApp, _store: Store) -> None:
    assert not any(isinstance(one, EventScreen) for one in app.screen_stack)


def merged(app: ReviewApp, store: Store) -> None:
    assert kinds(store) == ["same_event"]
    assert store.decisions()[0].note == "same"
    assert holding(store, 44).id == holding(store, 900).id == screen(app).event_id
    assert "one now" in shown(app, "#message") and "2 → 6 claims" in shown(app, "#message")


def split(app: ReviewApp, store: Store) -> None:
    assert kinds(store) == ["different_events"]
    assert holding(store, 17).id != screen(app).event_id or holding(store, 14).id != holding(store, 17).id
    assert screen(app).picked == set()
    assert "1 claim left the event" in shown(app, "#message") and "7 → " in shown(app, "#message")


def no_parent(app: ReviewApp, store: Store) -> None:
    assert kinds(store) == ["parent"]
    assert holding(store, 310).parent is None
    assert "no other event" in shown(app, "#message")


def new_parent(_app: ReviewApp, store: Store) -> None:
    assert kinds(store) == ["parent"]
    assert holding(store, 44).parent is not None


def adopted(app: ReviewApp, store: Store) -> None:
    (entry,) = store.decisions()
    assert (entry.kind, entry.label) == ("accept", "14")
    assert "Accepted: 14" in shown(app, "#message")
    assert "✓" in shown(app, "#head")


def opened(app: ReviewApp, _store: Store) -> None:
    assert screen(app).has_class("-opened")


def at_stage(app: ReviewApp, store: Store) -> None:
    assert screen(app).event_id in {one.id for one in store.stages_of(holding(store, 900).id)}


def at_whole(app: ReviewApp, store: Store) -> None:
    assert screen(app).event_id == holding(store, 900).id


def copied(app: ReviewApp, store: Store) -> None:
    assert json.loads(app.clipboard)["id"] == holding(store, 14).id


def as_json(app: ReviewApp, _store: Store) -> None:
    assert screen(app).pane == "record"
    assert screen(app).as_json


def scrolled(app: ReviewApp, _store: Store) -> None:
    assert screen(app).query_one("#passages").scroll_offset.y > 0


def not_scrolled(app: ReviewApp, _store: Store) -> None:
    assert screen(app).query_one("#passages").scroll_offset.y == 0


def deciding(app: ReviewApp, store: Store) -> None:
    assert isinstance(app.screen, DecideScreen)
    assert store.discrepancy(app.screen.item).verdict == "conflict"


def reading(file: str) -> Check:
    def check(app: ReviewApp, _store: Store) -> None:
        assert isinstance(app.screen, ArticleScreen)
        assert app.screen.article and app.screen.article.source.file == file

    return check


CASES = [
    Case("adopt", (*GRID, "1"), adopted),
    Case("pick", ("space",), picked(1)),
    Case("pick", ("space", "up", "space"), picked(0)),
    Case("unpick", ("space", "space", "X"), picked(0)),
    Case("split", ("space", "s", "enter"), split),
    Case("merge", ("M", *"900", "enter", *"same", "enter"), merged, 44),
    Case("parent", ("P", "up", "enter", "enter"), no_parent, 310),
    Case("parent", ("P", *"900", "enter", "enter"), new_parent, 44),
    Case("undo", (*GRID, "1", "u"), log("accept", "undo")),
    Case("redo", (*GRID, "1", "u", "U"), log("accept", "undo", "undo")),
    Case("back", ("escape",), gone),
    Case("back", (*GRID, "enter", "escape"), cell(3, 2)),
    Case("next_pane", ("tab",), pane("grid")),
    Case("next_pane", ("tab", "tab", "tab", "tab", "tab"), pane("timeline")),
    Case("previous_pane", ("shift+tab",), pane("history")),
    Case("down", ("down",), cursor(2)),
    Case("up", ("down", "down", "up"), cursor(2)),
    Case("right", ("tab", "right"), cell(0, 1)),
    Case("left", ("tab", "right", "right", "left"), cell(0, 1)),
    Case("page_right", ("tab", "ctrl+right"), cell(0, 2)),
    Case("page_left", ("tab", "ctrl+right", "ctrl+left"), cell(0, 0)),
    Case("page_down", ("tab", "pagedown"), cell(3, 0)),
    Case("page_up", ("tab", "pagedown", "pageup"), cell(0, 0)),
    Case("first", ("end", "home"), cursor(1)),
    Case("last", ("tab", "end"), cell(3, 0)),
    Case("scroll_down", ("tab", "end", "right", "J"), scrolled),
    Case("scroll_up", ("tab", "end", "right", "J", "K"), not_scrolled),
    Case("open", (*GRID, "enter"), opened),
    Case("open", (*GRID, "enter", "enter"), adopted),
    Case("goto", ("g", "enter"), at_stage, 900),
    Case("goto", ("g",), at_whole, 310),
    Case("article", ("a",), reading("korfez.txt")),
    Case("article", (*GRID, "a"), reading("wire.txt")),
    Case("differences", ("d",), deciding),
    Case("copy", ("y",), copied),
    Case("json", ("o",), as_json),
    Case("json", ("o", "o"), saying("")),
]


def test_every_action_is_tried() -> None:
    assert untried("event", (case.action for case in CASES)) == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.action}: {' '.join(case.keys)}")
async def test_acting(make_app: Callable[..., ReviewApp], db_path: Path, case: Case) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opening(pilot, event_of(db_path, case.number))
        await settled(pilot, *case.keys)
        with open_store(db_path) as store:
            case.check(app, store)


async def opening(pilot: Pilot[Any], event: str) -> None:
    await settled(pilot)
    pilot.app.push_screen(EventScreen(event))
    await settled(pilot)


@pytest.mark.parametrize(
    ("number", "keys", "words"),
    [
        pytest.param(14, ("1",), "cells of the grid", id="adopting outside the grid"),
        pytest.param(14, ("tab", "1"), "Nobody differs", id="adopting what nobody doubts"),
        pytest.param(14, (*GRID, "1", "1"), "already", id="adopting what holds"),
        pytest.param(14, ("s",), "First pick", id="splitting nothing"),
        pytest.param(310, ("space", "space", "s"), "some must stay", id="splitting everything"),
        pytest.param(14, ("X",), "No claim is picked", id="unpicking nothing"),
        pytest.param(14, ("g",), "no stage", id="going nowhere"),
        pytest.param(14, ("tab", "tab", "tab", "space"), "no claim here", id="picking in the record"),
        pytest.param(14, ("tab", "tab", "tab", "a"), "no claim here", id="no article in the record"),
        pytest.param(44, ("d",), "do not differ", id="no differences"),
        pytest.param(14, ("left",), "cells of the grid", id="left in the timeline"),
    ],
)
async def test_what_cannot_be_done_says_why(
    make_app: Callable[..., ReviewApp], db_path: Path, number: float, keys: tuple[str, ...], words: str
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opening(pilot, event_of(db_path, number))
        await settled(pilot, *keys)
        assert words in [note.message for note in app._notifications][-1]


async def test_undoing_nothing_says_so(make_app: Callable[..., ReviewApp], db_path: Path) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await opening(pilot, event_of(db_path, 14))
        await settled(pilot, "u")
        assert "nothing to take back" in shown(app, "#message")


async def test_a_merge_that_contradicts_names_the_decision_and_cannot_be_chosen(
    make_app: Callable[..., ReviewApp], db_path: Path
) -> None:
    with open_store(db_path) as store:
        one, other = holding(store, 44), holding(store, 900)
        apart = Decision(
            "k1",
            "different_events",
            "",
            one.id,
            "event",
            "",
            (one.claims[0], other.claims[0]),
            "Zeynep",
            "2026-02-01T10:00:00.000000+03:00",
            value=f"{one.claims[0]}|{other.claims[0]}",
        )
        store.append_decision(apart)
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await opening(pilot, one.id)
        await settled(pilot, "M", *"900", "enter", "enter")
        assert isinstance(app.screen, EventChooser)
        told = str(app.screen.query_one("#outlook", Static).content)
        assert "Zeynep" in told and "undo k1" in told
        await settled(pilot, "escape")
        with open_store(db_path) as store:
            assert len(store.decisions()) == 1


async def test_an_event_that_another_desk_changes_is_shown_as_it_is_now(
    make_app: Callable[..., ReviewApp], db_path: Path
) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await opening(pilot, event_of(db_path, 44))
        with open_store(db_path) as store:
            one, whole = holding(store, 44), holding(store, 900)
            entry = parents.stage(one, whole, reviewer="Zeynep", at="2026-02-01T10:00:00.000000+03:00")
            reviewing.decide(store, entry)
            from workbench.pipeline import link_pending

            link_pending(store)
        app._watch()
        await settled(pilot)
        assert "▲" in shown(app, "#head")


async def test_the_list_of_kin_says_why(make_app: Callable[..., ReviewApp], db_path: Path) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await opening(pilot, event_of(db_path, 900))
        await settled(pilot, "g", "down")
        assert isinstance(app.screen, KinChooser)
        assert str(app.screen.query_one("#outlook", Static).content).strip()
        await settled(pilot, "escape", "escape")
        assert not any(isinstance(one, EventScreen) for one in app.screen_stack)


async def test_a_click_selects_and_two_open(make_app: Callable[..., ReviewApp], db_path: Path) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await opening(pilot, event_of(db_path, 14))
        await pilot.click("#tabs", offset=(14, 0))
        await settled(pilot)
        assert screen(app).pane == "grid"
        await pilot.click(GridView, offset=(60, 5))
        await settled(pilot)
        grid = app.screen.query_one(GridView)
        assert grid.row == 3
        await pilot.click(GridView, offset=(60, 5), times=2)
        await settled(pilot)
        assert screen(app).has_class("-opened")


Prepared = Callable[[Pilot[Any]], Awaitable[None]]
SCENES = {
    "timeline": (14, ()),
    "grid": (14, GRID),
    "record": (14, ("tab", "tab", "tab")),
    "stages": (900, ()),
    "merge": (44, ("M", *"900")),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scene", SCENES)
def test_picture(
    snap_compare: Callable[..., bool],
    make_app: Callable[..., ReviewApp],
    db_path: Path,
    scene: str,
    language: str,
    size: tuple[int, int],
) -> None:
    number, keys = SCENES[scene]
    event = event_of(db_path, number)

    async def act(pilot: Pilot[Any]) -> None:
        await opening(pilot, event)
        await settled(pilot, *keys)

    assert snap_compare(make_app(language=language), terminal_size=size, run_before=act)

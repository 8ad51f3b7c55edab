"""The activity screen: every action, what cannot be done, and how it looks."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from acting import LANGUAGES, SIZES, marked, settled, untried
from activity_material import logged
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from workbench.decisions import verdicts
from workbench.decisions.log import in_effect
from workbench.reviewing import decide
from workbench.store import LogFilter, Store, open_store
from workbench.tui.app import ReviewApp
from workbench.tui.screens.activity import ActivityScreen
from workbench.tui.screens.log_facets import FacetScreen
from workbench.tui.screens.prompts import Prompt
from workbench.tui.screens.queue import QueueScreen
from workbench.tui.screens.undo_plan import PlanScreen

MakeApp = Callable[..., ReviewApp]


@pytest.fixture
def log_path(tmp_path: Path) -> Path:
    return logged(tmp_path / "log.db")


def seq(screen: ActivityScreen) -> int:
    """The number of the entry under the cursor."""
    return screen.log_view.seqs[screen.log_view.cursor]


def shown(screen: ActivityScreen) -> list[int]:
    return list(screen.log_view.seqs)


def message(screen: ActivityScreen) -> str:
    return str(screen.query_one("#message", Static).content)


def effective(app: ReviewApp) -> list[int]:
    """Numbers of the entries in effect that are no undos."""
    log = app.desk.store.decisions()
    return [log.index(entry) + 1 for entry in in_effect(log) if entry.kind != "undo"]


def typed(app: ReviewApp, text: str) -> None:
    """Fills the field of the question that is asked."""
    app.screen.query_one(Input).value = text


CASES: list[Any] = [
    pytest.param("down", "down", lambda s, a: seq(s) == 9, id="down"),
    pytest.param("up", "down j k", lambda s, a: seq(s) == 9, id="up"),
    pytest.param("page_down", "pagedown", lambda s, a: seq(s) < 9, id="page down"),
    pytest.param("page_up", "end pageup", lambda s, a: seq(s) > 2, id="page up"),
    pytest.param("newest", "end g", lambda s, a: seq(s) == 10, id="newest"),
    pytest.param("oldest", "G", lambda s, a: seq(s) == 1, id="oldest"),
    pytest.param("counterpart", "down tab", lambda s, a: seq(s) == 8, id="from an undo to what it undid"),
    pytest.param(
        "counterpart", "down tab tab", lambda s, a: seq(s) == 9, id="from what is undone to its undo"
    ),
    pytest.param("back", "escape", lambda s, a: isinstance(a.screen, QueueScreen), id="back"),
    pytest.param("back", "slash d e p escape", lambda s, a: len(shown(s)) == 10, id="Esc takes words off"),
    pytest.param("open", "down down enter", lambda s, a: a.screen.item == "d3", id="open a difference"),
    pytest.param("open", "enter", lambda s, a: a.screen.item == "d1", id="open where claims differ"),
    pytest.param("event", "v", lambda s, a: a.screen.event_id == "e1", id="the event"),
    pytest.param("event", "v escape", lambda s, a: a.screen is s, id="and back from it"),
    pytest.param("article", "a", lambda s, a: "wire" not in a.screen.stops[0].source, id="the article"),
    pytest.param("filter", "slash k ö p r ü enter", lambda s, a: shown(s) == [6], id="words"),
    pytest.param("facets", "f enter", lambda s, a: shown(s) == [10, 7, 4, 2], id="one reviewer"),
    pytest.param("facets", "f enter down space", lambda s, a: len(shown(s)) == 7, id="two reviewers"),
    pytest.param(
        "facets", "f enter enter escape", lambda s, a: len(shown(s)) == 10, id="nobody in particular"
    ),
    pytest.param("in_effect", "O", lambda s, a: shown(s) == [10, 6, 4, 3, 2, 1], id="what holds"),
    pytest.param("everything", "O backspace", lambda s, a: len(shown(s)) == 10, id="all again"),
    pytest.param("copy", "down y", lambda s, a: "55 million TRY" in a.clipboard, id="copy"),
    pytest.param("pick", "space space", lambda s, a: s.picked == {10, 9} and seq(s) == 8, id="pick"),
    pytest.param("pick", "space up space", lambda s, a: s.picked == set(), id="pick and let go"),
    pytest.param("let_go", "space space X", lambda s, a: s.picked == set(), id="let go of all"),
    pytest.param("undo", "u", lambda s, a: isinstance(a.screen, PlanScreen), id="undo is shown first"),
    pytest.param("undo", "u escape", lambda s, a: len(shown(s)) == 10, id="and can be given up"),
    pytest.param("undo", "u enter", lambda s, a: effective(a) == [1, 2, 3, 4, 6], id="undo"),
    pytest.param("undo", "space end space u enter", lambda s, a: effective(a) == [2, 3, 4, 6], id="undo two"),
    pytest.param("undo", "down u enter", lambda s, a: 8 in effective(a), id="undo of an undo"),
    pytest.param(
        "redo", "down down U enter", lambda s, a: 8 in effective(a), id="bring an undone entry back"
    ),
    pytest.param(
        "redo", "u enter U enter", lambda s, a: 10 in effective(a), id="bring the latest undone back"
    ),
]


@pytest.mark.parametrize(("action", "keys", "holds"), CASES)
async def test_action(
    make_app: MakeApp,
    log_path: Path,
    action: str,
    keys: str,
    holds: Callable[[ActivityScreen, ReviewApp], bool],
) -> None:
    app = make_app(log_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot, "f6")
        screen = app.screen
        assert isinstance(screen, ActivityScreen)
        await settled(pilot, *keys.split())
        assert holds(screen, app)


@pytest.mark.tries("activity.reason")
async def test_reason_stands_in_the_log(make_app: MakeApp, log_path: Path) -> None:
    app = make_app(log_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot, "f6", "r")
        typed(app, "yanlış")
        await settled(pilot, "enter", "u", "enter")
        assert app.desk.store.decisions()[-1].note == "yanlış"
        await settled(pilot, "G", "u")
        typed(app, "başka")
        await settled(pilot, "enter")
        assert app.desk.store.decisions()[-1].note == "başka"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("log.jsonl", '{"id":', id="JSON Lines"),
        pytest.param("log.csv", "id,at,reviewer", id="CSV"),
    ],
)
@pytest.mark.tries("activity.write")
async def test_write_what_is_shown(
    make_app: MakeApp, log_path: Path, tmp_path: Path, name: str, expected: str
) -> None:
    app = make_app(log_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot, "f6", "O", "w")
        screen = app.screen
        assert isinstance(screen, Prompt)
        typed(app, str(tmp_path / name))
        await settled(pilot, "enter")
    lines = (tmp_path / name).read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith(expected)
    assert len(lines) == 6 + (name == "log.csv")
    if name == "log.jsonl":
        assert [json.loads(line)["undone"] for line in lines] == [None] * 6


def test_every_action_is_tried() -> None:
    assert untried("activity", [*(case.values[0] for case in CASES), *marked(__name__, "activity")]) == set()


REFUSED = [
    pytest.param("down down u", "This is undone already. U brings it back.", id="undone already"),
    pytest.param("tab", "This entry is no undo, and nothing has taken it back.", id="no counterpart"),
    pytest.param("backspace", "No filter is on.", id="no filter"),
    pytest.param("X", "No entry is picked. Space picks one.", id="nothing picked"),
    pytest.param("slash x x x enter u", "There is no entry here.", id="nothing there"),
    pytest.param(
        "slash x x x enter w", "There is nothing to write: the list is empty.", id="nothing to write"
    ),
]


@pytest.mark.parametrize(("keys", "reason"), REFUSED)
async def test_what_cannot_be_done_says_why(
    make_app: MakeApp, log_path: Path, keys: str, reason: str
) -> None:
    app = make_app(log_path)
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await settled(pilot, "f6", *keys.split())
        assert [one.message for one in app._notifications] == [reason]


def accept_what_was_put_off(store: Store) -> None:
    """Entry 11, which rests on entry 4."""
    put_off = store.discrepancy("d4")
    decide(store, verdicts.accept(put_off, 1, reviewer="Barış", at="2026-02-10T09:00:00+00:00"))


async def test_what_something_rests_on_stays_and_leads_there(make_app: MakeApp, log_path: Path) -> None:
    app = make_app(log_path)
    async with app.run_test(size=(100, 24)) as pilot:
        accept_what_was_put_off(app.desk.store)
        await settled(pilot, "f6", "end", "up", "up", "up", "u")
        plan = app.screen
        assert isinstance(plan, PlanScreen)
        texts = " ".join(str(one.content) for one in plan.query(Static))
        assert "Later decisions rest on this" in texts
        assert "accepted “15 in all”" in texts
        await settled(pilot, "enter")
        assert isinstance(app.screen, ActivityScreen)
        assert seq(app.screen) == 11
        assert len(app.desk.store.decisions()) == 11


async def test_picked_with_what_rests_on_it_both_go(make_app: MakeApp, log_path: Path) -> None:
    app = make_app(log_path)
    async with app.run_test(size=(100, 24)) as pilot:
        accept_what_was_put_off(app.desk.store)
        await settled(pilot, "f6", "space", "end", "up", "up", "up", "space", "u", "enter")
        assert effective(app) == [1, 2, 3, 6, 10]


async def test_what_another_program_writes_is_seen_and_the_place_kept(
    make_app: MakeApp, log_path: Path
) -> None:
    app = make_app(log_path)
    async with app.run_test(size=(100, 24)) as pilot:
        await settled(pilot, "f6", "down")

        with open_store(log_path) as other:
            note = verdicts.note(
                other.discrepancy("d1"), "x", reviewer="Deniz", at="2026-02-10T09:00:00+00:00"
            )
            decide(other, note)
        app._watch()
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, ActivityScreen)
        assert (shown(screen)[0], seq(screen)) == (11, 9)


async def test_facets_count_and_offer_days(make_app: MakeApp, log_path: Path) -> None:
    app = make_app(log_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot, "f6", "f", "down", "down", "down", "enter")
        assert isinstance(app.screen, FacetScreen)
        screen = app.screen_stack[-2]
        assert isinstance(screen, ActivityScreen)
        assert screen.chosen == LogFilter(since="2026-02-10")
        names = [str(line.prompt) for line in app.screen.query_one(OptionList).options[1:4]]
        assert names == ["  ○ Ayşe  1", "Days", "  ● today"]
        await settled(pilot, "down", "down", "down", "enter")
        typed(app, "2026-02-03/2026-02-05")
        await settled(pilot, "enter", "escape")
        assert (screen.chosen.since, screen.chosen.until) == ("2026-02-03", "2026-02-05")
        assert shown(screen) == [4, 3, 2]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "keys",
    [
        pytest.param("f6", id="log"),
        pytest.param("f6 space down space u", id="undo"),
        pytest.param("f6 f", id="narrowing"),
    ],
)
def test_screen(
    snap_compare: Callable[..., bool],
    make_app: MakeApp,
    log_path: Path,
    keys: str,
    language: str,
    size: tuple[int, int],
) -> None:
    async def act(pilot: Pilot[Any]) -> None:
        await settled(pilot, *keys.split())

    assert snap_compare(make_app(log_path, language=language), terminal_size=size, run_before=act)

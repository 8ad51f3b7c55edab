"""The decide screen: what each key does, what it refuses, and what the log holds afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from acting import marked, settled, untried
from review_material import NOW
from test_reviewing import log_of, shown, status_in, text_of
from textual.pilot import Pilot

from workbench.tui import opening
from workbench.tui.app import ReviewApp
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.decide import DecideScreen
from workbench.tui.screens.event import EventScreen
from workbench.tui.screens.prompts import Prompt
from workbench.tui.screens.splitting import SplitScreen

MakeApp = Callable[..., ReviewApp]
SMALL = (80, 24)
ALL = ("d1", "d2", "d3", "d4", "d5")


async def on_difference(pilot: Pilot[Any], item: str = "d1") -> DecideScreen:
    """Opens the decide screen on a difference of the sample, the others behind it."""
    await settled(pilot)
    opening.decide(pilot.app, item, ALL)
    await settled(pilot)
    return deciding(pilot.app)


def deciding(app: Any) -> DecideScreen:
    return next(one for one in app.screen_stack if isinstance(one, DecideScreen))


@pytest.fixture
def unmatched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Matching is asked for and not done: the sample's claims say nothing that a matcher could find."""
    asked: list[str] = []
    monkeypatch.setattr("workbench.tui.desk.Desk.match_again", lambda *_: asked.append("asked"))
    return asked


VERDICTS = [
    pytest.param("accept", ["2"], {"kind": "accept", "label": "at least 17"}, id="accept"),
    pytest.param("enter", ["e", *"15", "enter"], {"kind": "enter", "value": 15.0}, id="enter"),
    pytest.param(
        "range", ["b", *"14/15/17", "enter"], {"kind": "range", "low": 14.0, "value": 15.0}, id="range"
    ),
    pytest.param("range", ["b", "enter"], {"kind": "range", "label": "14-17"}, id="range as given"),
    pytest.param("supersede", ["p", "2"], {"kind": "supersede", "label": "at least 17"}, id="supersede"),
    pytest.param("supersede", ["p", "down", "enter"], {"kind": "supersede", "label": "14"}, id="by arrows"),
    pytest.param("dismiss", ["x"], {"kind": "dismiss"}, id="dismiss"),
    pytest.param("unsettled", ["t"], {"kind": "unsettled"}, id="unsettled"),
    pytest.param("split", ["s", "enter"], {"kind": "different_events"}, id="split"),
    pytest.param("defer", ["d", "enter"], {"kind": "defer", "until": "2026-02-17"}, id="defer"),
    pytest.param("defer", ["d", "t"], {"kind": "defer", "until": "2026-02-11"}, id="until tomorrow"),
    pytest.param("defer", ["d", "m"], {"kind": "defer", "until": "2026-03-10"}, id="for a month"),
    pytest.param("defer", ["d", *"2026-05-01", "enter"], {"until": "2026-05-01"}, id="until a day"),
]
REMARKS = [
    pytest.param("note", ["c", *"ara", "enter"], {"kind": "note", "note": "ara"}, id="note"),
    pytest.param("assign", ["at", "1"], {"kind": "assign", "value": "Ayşe"}, id="assign to oneself"),
    pytest.param("assign", ["at", *"Zeynep", "enter"], {"kind": "assign", "value": "Zeynep"}, id="assign"),
]


@pytest.mark.parametrize(("action", "keys", "fields"), VERDICTS)
async def test_a_verdict_is_written_and_the_next_difference_comes_up(
    db_path: Path,
    make_app: MakeApp,
    unmatched: list[str],
    action: str,
    keys: list[str],
    fields: dict[str, object],
) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        screen = await on_difference(pilot)
        await settled(pilot, *keys)
        assert screen.item == "d2"
        assert screen.case is not None and screen.case.discrepancy.id == "d2"
        assert text_of(app, "#progress").startswith("1 of 4")
        assert text_of(app, "#message").startswith("✓ Saved: ")
    (entry,) = log_of(db_path)
    assert (entry.discrepancy, entry.reviewer, entry.at[:19]) == ("d1", "Ayşe", NOW.isoformat()[:19])
    assert {name: getattr(entry, name) for name in fields} == fields
    assert status_in(db_path)["d1"] not in ("open", "reopened")
    assert bool(unmatched) == (entry.kind == "different_events")


@pytest.mark.parametrize(("action", "keys", "fields"), REMARKS)
async def test_a_remark_leaves_the_difference_in_hand(
    db_path: Path, make_app: MakeApp, action: str, keys: list[str], fields: dict[str, object]
) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        screen = await on_difference(pilot)
        await settled(pilot, *keys)
        assert (screen.item, status_in(db_path)["d1"]) == ("d1", "open")
        assert screen.case is not None and len(screen.case.history) == 1
        assert "Ayşe" in shown(app)
    (entry,) = log_of(db_path)
    assert {name: getattr(entry, name) for name in fields} == fields


@pytest.mark.tries("decide.reason")
async def test_a_reason_goes_with_the_next_verdict_only(db_path: Path, make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await on_difference(pilot)
        await settled(pilot, "r", *"list", "enter")
        assert text_of(app, "#message") == "Reason for the next verdict: list"
        await settled(pilot, "1", "x")
    assert [(entry.kind, entry.note) for entry in log_of(db_path)] == [("accept", "list"), ("dismiss", None)]


@pytest.mark.tries("decide.undo", "decide.redo")
async def test_undo_and_redo_show_what_they_were_about(db_path: Path, make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        screen = await on_difference(pilot)
        await settled(pilot, "1", "x")
        assert screen.item == "d3"
        await settled(pilot, "u")
        assert (screen.item, status_in(db_path)["d2"]) == ("d2", "open")
        assert text_of(app, "#message") == "↶ Taken back: not a conflict"
        await settled(pilot, "u", "U")
        assert (screen.item, status_in(db_path)["d1"]) == ("d1", "resolved")
        assert text_of(app, "#message") == "↷ Brought back: accepted “14”"
        await settled(pilot, "U", "U")
        assert text_of(app, "#message").startswith("Your latest entry is no undo")
    assert [entry.kind for entry in log_of(db_path)] == ["accept", "dismiss", "undo", "undo", "undo", "undo"]


async def test_keys_pressed_while_a_decision_is_written_follow_it(db_path: Path, make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        screen = await on_difference(pilot)
        await pilot.press("1", "x", "t", "u")
        await settled(pilot)
        assert screen.item == "d3"
    kinds = [(entry.kind, entry.discrepancy) for entry in log_of(db_path)]
    assert kinds == [("accept", "d1"), ("dismiss", "d2"), ("unsettled", "d3"), ("undo", "d3")]


MOVES: list[Any] = [
    pytest.param("next_open", ["n"], lambda one: one.item == "d2", id="next"),
    pytest.param("next_open", ["space", "space"], lambda one: one.item == "d3", id="by space"),
    pytest.param("previous_open", ["N"], lambda one: one.item == "d5", id="around the end"),
    pytest.param("next_value", ["right"], lambda one: label(one) == "at least 17", id="next value"),
    pytest.param("next_value", ["right", "right"], lambda one: label(one) == "at least 17", id="the last"),
    pytest.param("previous_value", ["right", "left"], lambda one: label(one) == "14", id="value before"),
    pytest.param("next_passage", ["down"], lambda one: outlet(one) == "Coast Wire", id="next passage"),
    pytest.param(
        "previous_passage", ["down", "up"], lambda one: outlet(one) == "Körfez Postası", id="before"
    ),
    pytest.param("scroll_down", ["J"], lambda one: scrolled(one) > 0, id="scroll down"),
    pytest.param("scroll_up", ["J", "K"], lambda one: scrolled(one) == 0, id="scroll up"),
    pytest.param("unfold", ["w"], lambda one: one.has_class("-unfolded"), id="unfold"),
    pytest.param("back", ["escape"], lambda one: not one.is_attached, id="back"),
    pytest.param("article", ["a"], lambda one: isinstance(one.app.screen, ArticleScreen), id="article"),
    pytest.param("article", ["enter"], lambda one: isinstance(one.app.screen, ArticleScreen), id="by Enter"),
    pytest.param("event", ["v"], lambda one: isinstance(one.app.screen, EventScreen), id="event"),
    pytest.param("all_passages", ["m"], lambda one: not one.values.everything, id="nothing more to show"),
]


def label(screen: DecideScreen) -> str:
    selected = screen.values.selected
    return selected.value.label if selected else ""


def outlet(screen: DecideScreen) -> str:
    selected = screen.values.selected
    return selected.outlet if selected else ""


def scrolled(screen: DecideScreen) -> float:
    view = screen.values.view
    return view._body.scroll_y if view else -1.0


@pytest.mark.parametrize(("action", "keys", "holds"), MOVES)
async def test_moving_and_looking_decide_nothing(
    db_path: Path, make_app: MakeApp, action: str, keys: list[str], holds: Callable[[DecideScreen], bool]
) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        screen = await on_difference(pilot)
        await settled(pilot, *keys)
        assert holds(screen)
    assert log_of(db_path) == []


def test_every_action_is_tried() -> None:
    tried = [case.values[0] for case in (*VERDICTS, *REMARKS, *MOVES)]
    assert untried("decide", [*map(str, tried), *marked(__name__, "decide")]) == set()


REFUSED = [
    pytest.param("d1", ["3"], "There are only 2 values here. e enters another one.", id="no such value"),
    pytest.param("d5", ["b"], "Only numbers, days and times have a range", id="no range of words"),
    pytest.param("d4", ["s"], "All values stand in one claim", id="nothing to split"),
    pytest.param("d1", ["m"], "All passages are shown already.", id="no more passages"),
]


@pytest.mark.parametrize(("item", "keys", "reason"), REFUSED)
async def test_what_cannot_be_done_says_why(
    db_path: Path, make_app: MakeApp, item: str, keys: list[str], reason: str
) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await on_difference(pilot, item)
        await settled(pilot, *keys)
        assert any(note.message.startswith(reason) for note in app._notifications)
    assert log_of(db_path) == []


TYPED = [
    pytest.param("d1", ["e", *"on", "enter"], "Type a number", id="no number"),
    pytest.param("d1", ["b", *"17/14", "enter"], "Type the lowest first", id="ends the wrong way round"),
    pytest.param("d1", ["d", *"2020-01-01", "enter"], "The day is past", id="a day that is past"),
    pytest.param("d1", ["p", *"7", "enter"], "7 of 2", id="no such value"),
    pytest.param("d1", ["c", "enter"], "The note is empty", id="an empty note"),
    pytest.param("d1", ["s", "end", "space", "enter"], "", id="a split on one side"),
]


@pytest.mark.parametrize(("item", "keys", "reason"), TYPED)
async def test_what_is_refused_is_explained_where_it_was_typed(
    db_path: Path, make_app: MakeApp, item: str, keys: list[str], reason: str
) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await on_difference(pilot, item)
        await settled(pilot, *keys)
        assert isinstance(app.screen, (Prompt, SplitScreen))
        if reason:
            assert reason in text_of(app, "#error")
        await settled(pilot, "escape")
        assert isinstance(app.screen, DecideScreen)
    assert log_of(db_path) == []


async def test_claims_can_be_put_on_other_sides(
    db_path: Path, make_app: MakeApp, unmatched: list[str]
) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        screen = await on_difference(pilot)
        assert screen.case is not None
        first, second, third = (value.claim for value in screen.case.values)
        await settled(pilot, "s", "down", "space", "end", "0", "enter")
        assert [entry.kind for entry in log_of(db_path)] == ["different_events"]
        await settled(pilot)
    (entry,) = log_of(db_path)
    assert entry.value == f"{first}|{second}"
    assert third in entry.claims


async def test_when_all_is_decided_the_screen_says_so(db_path: Path, make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        screen = await on_difference(pilot)
        await settled(pilot, "x", "x", "x", "x", "x")
        assert "Nothing is left open" in text_of(app, "#message")
        assert text_of(app, "#progress") == "0 open"
        assert screen.case is not None and screen.case.status == "dismissed"
        await settled(pilot, "n")
        assert any("No other difference" in note.message for note in app._notifications)


async def test_a_mouse_selects_and_opens(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await on_difference(pilot)
        second = list(screen.query("ColumnView"))[1]
        await pilot.click(second, offset=(5, 8))
        assert label(screen) == "at least 17"
        await pilot.click(second, offset=(5, 8), times=2)
        await settled(pilot)
        assert isinstance(app.screen, ArticleScreen)

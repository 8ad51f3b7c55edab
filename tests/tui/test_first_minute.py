"""The first minute of somebody who has never seen the desk: docs/first-minute.md, key by key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from acting import LANGUAGES, settled
from test_reviewing import log_of, shown
from textual.widgets import Static

from workbench.tui.actions import remap
from workbench.tui.app import ReviewApp
from workbench.tui.lessons import LESSONS, words
from workbench.tui.widgets.coach import Coach

MakeApp = Callable[..., ReviewApp]


def taught(app: ReviewApp) -> str:
    """The lesson on the screen, in one line; empty where there is none."""
    coach = app.screen.query_one(Coach)
    return str(coach.render()) if coach.display else ""


async def test_a_newcomer_is_led_to_a_first_decision(make_app: MakeApp, db_path: Path) -> None:
    app = make_app(teach=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert taught(app) == words("queue")
        await settled(pilot, "enter")
        assert taught(app) == words("decide")
        await settled(pilot, "1")
        assert [entry.kind for entry in log_of(db_path)] == ["accept"]
        assert taught(app) == words("decided")
        await settled(pilot, "x")
        assert taught(app) == ""
        await settled(pilot, "escape")
        assert taught(app) == ""


async def test_whoever_has_decided_here_before_is_not_taught(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settled(pilot, "x")
    app = make_app(teach=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert taught(app) == ""


@pytest.mark.parametrize("lesson", LESSONS)
def test_lessons_name_the_keys_in_force(lesson: str) -> None:
    assert "{" not in words(lesson)  # type: ignore[arg-type]
    remap({"queue.open": "f8", "decide.back": "f9", "decide.undo": "f10"})
    assert any(key in words(lesson) for key in ("F8", "F9", "F10"))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("keys", [pytest.param((), id="queue"), pytest.param(("enter",), id="decide")])
def test_picture(
    snap_compare: Callable[..., bool], make_app: MakeApp, language: str, keys: tuple[str, ...]
) -> None:
    async def act(pilot) -> None:  # type: ignore[no-untyped-def]
        await settled(pilot, *keys)
        pilot.app.screen.query_one("#message", Static).update("")

    app = make_app(language=language, teach=True)
    assert snap_compare(app, terminal_size=(80, 24), run_before=act)


async def test_the_values_of_the_first_difference_stay_on_a_small_screen(make_app: MakeApp) -> None:
    app = make_app(teach=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "enter")
        assert "14" in shown(app)
        assert "at least 17" in shown(app)

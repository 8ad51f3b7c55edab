"""What an export leaves out, and what cannot be shown of it: the screen says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from acting import settled
from test_export_actions import WIDE, MakeApp, opened, over, to_format
from test_reviewing import shown
from textual.widgets import Input

from workbench.store import open_store


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are written where nothing else is."""
    monkeypatch.chdir(tmp_path)


async def test_what_a_format_has_no_place_for_is_said(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, *"wwww", *to_format("ged", "events"), "enter")
        run = await over(pilot)
        assert len(run.refused) == 2
        assert "2 left out, first " in screen.last_said
        assert screen.last_said.endswith("no event in which armed force was used")


async def test_the_database_is_never_overwritten(make_app: MakeApp, db_path: Path) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot)
        screen.query_one("#path", Input).value = str(db_path)
        await settled(pilot, "enter", "o")
        assert {note.title for note in app._notifications} >= {"Not in the place of the database"}
        assert (app.desk.exporting, screen.refusal("overwrite") is None) == (None, False)
    with open_store(db_path, create=False) as store:
        assert store.event_ids()


@pytest.mark.parametrize(
    ("name", "title", "line"),
    [
        ("claimreview", "Reviews need a scale:", "without one nothing is rated. name your own"),
        ("xlsx", "Its file is no text", ""),
    ],
)
async def test_what_cannot_be_shown_says_why(
    make_app: MakeApp, name: str, title: str, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WORKBENCH_SCALE", raising=False)
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot, *"wwww", *to_format(name, "events"))
        assert title in shown(app) and line in shown(app)

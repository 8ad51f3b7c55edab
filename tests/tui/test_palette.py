"""The palette finds what can be done now, by name or by what it does, in the reader's language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from acting import settled, until
from test_reviewing import shown

from workbench.tui.app import ReviewApp

FINDS = [
    pytest.param("en", "not a conf", "side by side", id="by what it does"),
    pytest.param("en", "undo", "Take back your", id="by its label"),
    pytest.param("tr", "bir tarihe", "tarihe kadar", id="in Turkish"),
    pytest.param("en", "zzzz", "No command has this name", id="nothing found"),
    pytest.param("tr", "qqqq", "Bu adda komut yok", id="nothing found, in Turkish"),
]


@pytest.mark.parametrize(("language", "typed", "found"), FINDS)
async def test_finding(make_app: Callable[..., ReviewApp], language: str, typed: str, found: str) -> None:
    app = make_app(language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "ctrl+p", *("space" if char == " " else char for char in typed))
        await until(pilot, lambda: found in shown(app))
        assert found in shown(app)


async def test_a_command_acts_and_names_its_key(make_app: Callable[..., ReviewApp]) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "ctrl+p", *"conflict")
        await until(pilot, lambda: "· x" in shown(app))
        await settled(pilot, "enter")
        await settled(pilot)
        assert [one.kind for one in app.desk.store.decisions()] == ["dismiss"]

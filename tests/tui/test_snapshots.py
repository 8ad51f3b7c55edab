"""Pictures of the screens at the two sizes that must work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from review_material import write
from textual.pilot import Pilot

from workbench.tui.app import ReviewApp

SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((160, 48), id="160x48")]
SCENES = [
    pytest.param([], id="queue"),
    pytest.param(["1", "x", "up"], id="decided"),
    pytest.param(["e", *"on", "enter"], id="refused"),
    pytest.param(["question_mark"], id="help"),
]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", SCENES)
def test_screen(
    snap_compare: Callable[..., bool],
    make_app: Callable[..., ReviewApp],
    keys: list[str],
    size: tuple[int, int],
) -> None:
    async def act(pilot: Pilot[Any]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()

    assert snap_compare(make_app(), terminal_size=size, run_before=act)


@pytest.mark.parametrize("size", SIZES)
def test_empty(
    snap_compare: Callable[..., bool],
    make_app: Callable[..., ReviewApp],
    tmp_path: Path,
    size: tuple[int, int],
) -> None:
    async def act(pilot: Pilot[Any]) -> None:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    app = make_app(write(tmp_path / "claims.db", [], [], [], []))
    assert snap_compare(app, terminal_size=size, run_before=act)

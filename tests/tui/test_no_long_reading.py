"""What the UI thread asks of the database does not grow with what is in it.

Counted in instructions of SQLite's virtual machine, so that the outcome is the same on every machine.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from acting import settled
from review_material import NOW, TODAY

from benchmarks.database import build
from workbench.tui.app import ReviewApp

STEP = 50
"""Instructions between two counts."""
SMALL, LARGE = 240, 6_000
"""Discrepancies; both are more than a screen and more than a page."""

WALKS = [
    pytest.param(("down", "down", "pagedown", "up", "pageup"), id="moving"),
    pytest.param(("end", "home"), id="from end to end"),
    pytest.param(("n", "N", "n"), id="next open"),
    pytest.param(("x", "x", "x"), id="deciding"),
    pytest.param(("x", "u", "U"), id="undoing"),
]


async def counted(path: Path, keys: tuple[str, ...]) -> int:
    """Instructions, in steps, that the UI thread's connection runs for these keys."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    app = ReviewApp(path, "Ayşe", TODAY, clock=lambda: NOW)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        app.desk.store._db.conn.set_progress_handler(count, STEP)
        await settled(pilot, *keys)
    return steps


@pytest.fixture(scope="module")
def databases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("sizes")
    paths = folder / "small.db", folder / "large.db"
    for path, size in zip(paths, (SMALL, LARGE), strict=True):
        build(path, size)
    return paths


@pytest.mark.parametrize("keys", WALKS)
async def test_the_ui_thread_reads_no_more_of_a_large_database(
    databases: tuple[Path, Path], keys: tuple[str, ...]
) -> None:
    small, large = [await counted(path, keys) for path in databases]
    assert small > 0
    assert large < 2 * small

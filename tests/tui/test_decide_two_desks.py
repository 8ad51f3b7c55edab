"""Two desks on one database: each sees what the other decides, and builds on nothing that it has not seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from acting import settled
from test_decide_keys import on_difference
from test_reviewing import log_of, shown

from workbench.decisions import verdicts
from workbench.models import Decision
from workbench.reviewing import decide
from workbench.store import open_store
from workbench.tui.app import ReviewApp

MakeApp = Callable[..., ReviewApp]
SMALL = (80, 24)


@contextmanager
def elsewhere(path: Path) -> Iterator[Callable[[Decision], object]]:
    """Another desk on the same database."""
    with open_store(path) as store:
        yield lambda entry: decide(store, entry)


def by_zeynep(path: Path, item: str = "d1") -> Decision:
    with open_store(path) as store:
        found = store.discrepancy(item)
    return verdicts.accept(found, 2, reviewer="Zeynep", at="2026-02-10T12:31:00.000000+03:00")


async def test_what_another_desk_decides_is_shown_with_who_and_when(db_path: Path, make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        screen = await on_difference(pilot)
        with elsewhere(db_path) as write:
            write(by_zeynep(db_path))
        screen.database_changed()
        await settled(pilot)
        assert screen.case is not None and screen.case.status == "resolved"
        assert "2026-02-10 12:31 Zeynep: accepted “at least 17”" in shown(app)
        assert any("Zeynep" in note.message and "12:31" in note.message for note in app._notifications)


@pytest.mark.parametrize("shown_before", [False, True], ids=["not shown yet", "shown just before the key"])
async def test_a_verdict_on_what_another_desk_has_just_decided_is_refused(
    db_path: Path, make_app: MakeApp, shown_before: bool
) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        screen = await on_difference(pilot)
        with elsewhere(db_path) as write:
            write(by_zeynep(db_path))
        if shown_before:
            screen.database_changed()
        await settled(pilot, "1")
        assert screen.item == "d1"
        assert screen.case is not None and screen.case.in_force is not None
        assert screen.case.in_force.reviewer == "Zeynep"
        assert any("Zeynep has decided this meanwhile" in note.message for note in app._notifications)
        await settled(pilot, "1")
    assert [entry.reviewer for entry in log_of(db_path)] == ["Zeynep", "Ayşe"]


async def test_what_others_built_on_is_not_taken_back(db_path: Path, make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await on_difference(pilot)
        await settled(pilot, "1")
        with elsewhere(db_path) as write:
            write(by_zeynep(db_path))
        await settled(pilot, "u")
        assert any("Zeynep: accepted" in note.message for note in app._notifications)
    assert [entry.kind for entry in log_of(db_path)] == ["accept", "accept"]


async def test_a_difference_that_matching_takes_away_gives_way_to_the_next(
    db_path: Path, make_app: MakeApp
) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        screen = await on_difference(pilot)
        with open_store(db_path) as store:
            left = [one for one in store.discrepancies() if one.id not in ("d1", "d2")]
            store.replace_matching(store.events(), [], left)
        screen.database_changed()
        await settled(pilot)
        assert (screen.item, screen.case and screen.case.discrepancy.id) == ("d3", "d3")
        assert screen.last_said.startswith("This difference is there no more")

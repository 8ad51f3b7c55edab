"""Writing and reading in threads: order, errors, keys that are held, what others change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from acting import settled, until
from review_material import sample

from workbench.decisions import verdicts
from workbench.errors import DecisionError, StoreError
from workbench.reviewing import decide
from workbench.store import open_store
from workbench.tui.app import ReviewApp

MakeApp = Callable[..., ReviewApp]
AT = "2026-02-10T09:30:00.000000+03:00"


async def test_writes_follow_one_another_and_are_done_before_the_desk_closes(make_app: MakeApp) -> None:
    app = make_app()
    done: list[int] = []
    async with app.run_test() as pilot:
        await settled(pilot)
        for number in range(20):
            app.desk.write(lambda _store, number=number: done.append(number))  # type: ignore[misc]
    assert done == list(range(20))


async def test_acts_asked_for_during_a_write_follow_it_in_their_order(make_app: MakeApp) -> None:
    app = make_app()
    told: list[str] = []
    go_on = Event()
    async with app.run_test() as pilot:
        await settled(pilot)
        app.desk.write(lambda _store: go_on.wait(60), lambda _: told.append("written"))
        assert app.desk.hold(lambda: told.append("first"))
        assert app.desk.hold(lambda: told.append("second"))
        await pilot.pause()
        assert told == []
        go_on.set()
        await settled(pilot)
        assert told == ["written", "first", "second"]
        assert not app.desk.hold(lambda: told.append("never"))


async def test_an_error_is_told_and_held_acts_are_dropped(make_app: MakeApp) -> None:
    app = make_app()
    told: list[str] = []
    go_on = Event()

    def refused(_store: object) -> None:
        go_on.wait(60)
        raise DecisionError("Refused", "for a reason")

    async with app.run_test() as pilot:
        await settled(pilot)
        app.desk.write(refused, failed=lambda error: told.append(error.detail))
        app.desk.hold(lambda: told.append("never"))
        go_on.set()
        await settled(pilot)
    assert told == ["for a reason"]


async def test_a_fault_nobody_foresaw_is_shown_and_the_desk_goes_on(make_app: MakeApp) -> None:
    app = make_app()
    told: list[object] = []
    async with app.run_test() as pilot:
        await settled(pilot)
        app.desk.write(lambda _store: 1 / 0, failed=told.append)
        app.desk.write(lambda _store: 7, told.append)
        await settled(pilot)
    assert [str(one) for one in told] == ["This failed: ZeroDivisionError: division by zero", "7"]


async def test_a_newer_reading_of_a_group_replaces_the_older(make_app: MakeApp) -> None:
    app = make_app()
    told: list[int] = []
    begun, go_on = Event(), Event()

    def older(_store: object) -> int:
        begun.set()
        go_on.wait(60)
        return 1

    async with app.run_test() as pilot:
        await settled(pilot)
        app.desk.read(older, told.append, group="same")
        assert begun.wait(60)
        app.desk.read(lambda _store: 2, told.append, group="same")
        app.desk.read(lambda _store: 3, told.append, group="another")
        await until(pilot, lambda: bool(told))
        assert told == [3]
        go_on.set()
        await settled(pilot)
    assert sorted(told) == [2, 3]


async def test_leaving_does_not_wait_for_a_long_reading(make_app: MakeApp) -> None:
    app = make_app()
    begun, go_on, ended = Event(), Event(), Event()

    def long(_store: object) -> None:
        begun.set()
        go_on.wait(60)
        ended.set()

    async with app.run_test() as pilot:
        await settled(pilot)
        app.desk.read(long, lambda _: None, group="long")
        assert begun.wait(60)
    assert not ended.is_set()
    go_on.set()


async def test_every_open_screen_hears_of_what_another_program_changed(
    make_app: MakeApp, db_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    heard: list[str] = []
    async with app.run_test() as pilot:
        await settled(pilot)
        app.desk.changed()
        monkeypatch.setattr(type(app.screen), "database_changed", lambda screen: heard.append(screen.PLACE))
        assert not app.desk.changed()
        with open_store(db_path) as other:
            decide(other, verdicts.dismiss(other.discrepancy("d1"), reviewer="Can", at=AT))
        while not heard:
            await pilot.pause(0.05)
    assert heard == ["queue"]


def test_a_database_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    sample(tmp_path / "there.db")
    with pytest.raises(StoreError):
        ReviewApp(tmp_path / "nowhere.db", "Ayşe")

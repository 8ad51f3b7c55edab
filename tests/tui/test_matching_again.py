"""What runs beside the keys: matching after a verdict that parts events, and filtering long lists."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from test_reviewing import SMALL, log_of, press, queue_of, status_in, text_of, until

from workbench.decisions import verdicts
from workbench.reviewing import decide, judge
from workbench.store import QueueFilter, QueueOrder, QueueSort, Store, open_store
from workbench.tui import desk
from workbench.tui.app import ReviewApp

MakeApp = Callable[..., ReviewApp]


class Matching:
    """Matching that parts or keeps the events of the sample by what the log says, when it is let go."""

    def __init__(self, path: Path) -> None:
        with open_store(path) as store:
            self.events, self.found = store.events(), store.discrepancies()
        self.logs: list[list[str]] = []
        self.go_on = Event()

    def link_pending(self, store: Store, *, today: date) -> None:
        log = store.decisions()
        assert self.go_on.wait(60)
        self.logs.append([entry.kind for entry in log])
        parted = self.logs[-1][-1] == "different_events"
        found = [one for one in self.found if one.id != "d1" or not parted]
        store.replace_matching(self.events, [], found, judge(today))


@pytest.fixture
def matching(db_path: Path, monkeypatch: pytest.MonkeyPatch) -> Matching:
    made = Matching(db_path)
    monkeypatch.setattr(desk, "link_pending", made.link_pending)
    return made


async def test_different_events_are_matched_again_while_work_goes_on(
    db_path: Path, make_app: MakeApp, matching: Matching
) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        await pilot.press("s", "enter")
        await until(pilot, lambda: "Matching again" in text_of(app, "#message"))
        assert "Matching again" in text_of(app, "#message")
        await until(pilot, lambda: "matching again" in text_of(app, "#progress"))
        assert queue_of(app).queue.current == "d2"
        await pilot.press("down")
        at = queue_of(app).queue.current
        matching.go_on.set()
        await until(pilot, lambda: "matching again" not in text_of(app, "#progress"))
        await until(pilot, lambda: "d1" not in queue_of(app).queue.order)
        assert queue_of(app).queue.current == at
        await press(pilot, "u")
        await until(pilot, lambda: queue_of(app).queue.current == "d1")
    assert matching.logs == [["different_events"], ["different_events", "undo"]]
    assert status_in(db_path)["d1"] == "open"


async def test_a_verdict_taken_while_matching_runs_is_kept(
    db_path: Path, make_app: MakeApp, matching: Matching
) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        await pilot.press("s", "enter")
        await until(pilot, lambda: "Matching again" in text_of(app, "#message"))
        await pilot.press("x")
        await until(pilot, lambda: status_in(db_path)["d2"] == "dismissed")
        matching.go_on.set()
        await press(pilot)
        order = queue_of(app).queue.order
        assert not order.undecided(list(order).index("d2"))
    assert status_in(db_path)["d2"] == "dismissed"


async def test_asked_twice_matching_runs_once_more_with_both(
    db_path: Path, make_app: MakeApp, matching: Matching
) -> None:
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        await pilot.press("s", "enter")
        await until(pilot, lambda: "Matching again" in text_of(app, "#message"))
        await pilot.press("s", "enter")
        await until(pilot, lambda: len(log_of(db_path)) == 2)
        matching.go_on.set()
        for _ in range(3):
            await press(pilot)
    assert len(matching.logs) == 2
    assert matching.logs[-1] == ["different_events", "different_events"]


async def test_a_long_list_is_filtered_when_typing_pauses(
    db_path: Path, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    real = Store.queue_order

    def counted(store: Store, chosen: QueueFilter, sort: QueueSort) -> QueueOrder:
        read.append(chosen.text)
        return real(store, chosen, sort)

    monkeypatch.setattr(Store, "queue_order", counted)
    monkeypatch.setattr("workbench.tui.screens.narrowing._LONG", 3)
    monkeypatch.setattr("workbench.tui.screens.narrowing._TYPING", 1.0)
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        await pilot.press("slash", *"derebasi")
        assert queue_of(app).queue.order and len(queue_of(app).queue.order) == 5
        await until(pilot, lambda: list(queue_of(app).queue.order) == ["d5"])
    assert read == ["", "derebasi"]


async def test_a_split_that_contradicts_an_earlier_word_is_refused_and_says_why(
    db_path: Path, make_app: MakeApp, matching: Matching
) -> None:
    with open_store(db_path) as store:
        found = store.discrepancy("d1")
        entry = verdicts.same_event(found, reviewer="Zeynep", at="2025-06-01T10:00:00.000000+03:00")
        decide(store, entry)
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await press(pilot)
        await press(pilot, "s", "enter")
        told = [note.message for note in app._notifications]
        assert any("same event" in text and "Zeynep" in text and entry.id in text for text in told)
        assert "matching again" not in text_of(app, "#progress")
    with open_store(db_path) as store:
        assert [one.kind for one in store.decisions()][-1] == "same_event"
    assert status_in(db_path)["d1"] == "open"

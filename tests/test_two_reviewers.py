"""Two reviewers on one database: of two verdicts on one difference only the first gets through unseen."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.decisions import verdicts
from workbench.decisions.overtaken import OvertakenError
from workbench.decisions.resting import RestedOnError
from workbench.errors import DecisionError, WorkbenchError
from workbench.models import AttributeValue, Claim, Decision, Discrepancy, Event, Source
from workbench.reviewing import decide, last_taken, last_taken_back, regroups, taking_back
from workbench.store import Store, open_store

WORDS = ("Depoda 4 kişi yaralandı.", "Yangında 7 yaralı var.")


def at(second: int) -> str:
    return f"2025-06-01T10:00:{second:02}.000000+03:00"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "claims.db"
    with open_store(found) as store:
        claims = []
        for number, text in enumerate(WORDS):
            name = f"s{number}"
            source = Source(
                name, f"{name}.txt", None, None, None, "tr", None, name, "utf-8", text, text.encode()
            )
            claim = Claim(f"c{number}", name, 0, len(text), text, None, "fire", "occurred", None)
            store.add_source(source, [claim])
            claims.append(claim)
        event = Event("e1", "Yangın", "fire", tuple(claim.id for claim in claims))
        values = tuple(
            AttributeValue(claim.id, claim.source, said, said, said, f"{said:g}", claim.text, 0, 5)
            for claim, said in zip(claims, (4.0, 7.0), strict=True)
        )
        names = ("injured", "killed")
        found_ones = [
            Discrepancy(f"d{place}", "e1", "count", key, "conflict", "high", values, "4 against 7.")
            for place, key in enumerate(names)
        ]
        store.replace_matching([event], [], found_ones)
    return found


Write = Callable[[Store], object]


def dismissal(store: Store, reviewer: str, second: int, discrepancy: str = "d0") -> Decision:
    return verdicts.dismiss(store.discrepancy(discrepancy), reviewer=reviewer, at=at(second))


def test_the_second_of_two_verdicts_is_refused_with_what_happened(path: Path) -> None:
    with open_store(path) as one, open_store(path) as other:
        found = one.discrepancy("d0")
        decide(other, verdicts.accept(found, 2, reviewer="Zeynep", at=at(1)), seen=())
        with pytest.raises(OvertakenError, match="Zeynep accepted 7 on 1 June 2025 at 10:00") as refused:
            decide(one, dismissal(one, "Ayşe", 2), seen=())
        assert one.decisions() == [refused.value.by]
        decide(one, dismissal(one, "Ayşe", 3), seen={refused.value.by.id})
        assert [entry.kind for entry in other.decisions()] == ["accept", "dismiss"]
        decide(one, dismissal(one, "Ayşe", 4, "d1"), seen=())
        assert len(other.decisions()) == 3


@pytest.mark.parametrize("seen", [None, ()], ids=["whatever is in force", "nothing was seen"])
def test_remarks_are_never_overtaken(path: Path, seen: tuple[str, ...] | None) -> None:
    with open_store(path) as store:
        decide(store, dismissal(store, "Zeynep", 1), seen=())
        for entry in (
            verdicts.note(store.discrepancy("d0"), "Hm.", reviewer="Ayşe", at=at(2)),
            verdicts.assign(store.discrepancy("d0"), "Zeynep", reviewer="Ayşe", at=at(3)),
        ):
            assert decide(store, entry, seen=seen) == {"d0": "dismissed"}


def race(path: Path, *writes: Write) -> list[WorkbenchError]:
    """Runs each in a thread with a connection of its own, all at once; what was refused."""
    start = threading.Barrier(len(writes))
    refused: list[WorkbenchError] = []

    def run(write: Write) -> None:
        with open_store(path) as store:
            start.wait()
            try:
                write(store)
            except WorkbenchError as error:
                refused.append(error)

    threads = [threading.Thread(target=run, args=[write]) for write in writes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return refused


@pytest.mark.parametrize("turn", range(5))
def test_of_racing_verdicts_exactly_one_gets_through(path: Path, turn: int) -> None:
    def write(reviewer: str) -> Write:
        return lambda store: decide(store, dismissal(store, reviewer, turn), seen=())

    refused = race(path, *(write(f"R{number}") for number in range(4)))
    with open_store(path) as store:
        (winner,) = store.decisions()
    assert [type(error) for error in refused] == [OvertakenError] * 3
    assert {error.by.id for error in refused if isinstance(error, OvertakenError)} == {winner.id}


def test_of_racing_undos_exactly_one_gets_through(path: Path) -> None:
    with open_store(path) as store:
        entry = dismissal(store, "Ayşe", 1)
        decide(store, entry)

    def write(reviewer: str) -> Write:
        return lambda store: decide(store, taking_back(store, entry, reviewer=reviewer, at=at(2)))

    refused = race(path, *(write(f"R{number}") for number in range(3)))
    assert [error.title for error in refused] == ["This is undone already"] * 2


def test_an_undo_that_something_came_to_rest_on_meanwhile_is_refused(path: Path) -> None:
    with open_store(path) as one, open_store(path) as other:
        first = dismissal(one, "Ayşe", 1)
        decide(one, first)
        undone = taking_back(one, first, reviewer="Ayşe", at=at(2))
        decide(other, dismissal(other, "Zeynep", 3), seen={first.id})
        with pytest.raises(RestedOnError, match="Zeynep"):
            decide(one, undone)
        assert [entry.kind for entry in one.decisions()] == ["dismiss", "dismiss"]


def test_going_back_and_forward_step_by_step(path: Path) -> None:
    with open_store(path) as store:
        for second, discrepancy in enumerate(("d0", "d1"), 1):
            decide(store, dismissal(store, "Ayşe", second, discrepancy))
        decide(store, dismissal(store, "Zeynep", 3))
        assert last_taken(store, "Nobody") is None
        back = last_taken(store, "Ayşe")
        assert back is not None and back.discrepancy == "d1"
        assert decide(store, taking_back(store, back, reviewer="Ayşe", at=at(4))) == {"d1": "open"}
        stuck = last_taken(store, "Ayşe")
        assert stuck is not None and stuck.discrepancy == "d0"
        with pytest.raises(RestedOnError, match="Zeynep"):
            taking_back(store, stuck, reviewer="Ayşe", at=at(5))
        forward = last_taken_back(store, "Ayşe")
        assert forward is not None and forward.undoes == back.id
        assert decide(store, taking_back(store, forward, reviewer="Ayşe", at=at(6))) == {"d1": "dismissed"}
        assert last_taken_back(store, "Ayşe") is None


def test_parting_events_and_taking_that_back_ask_for_matching(path: Path) -> None:
    with open_store(path) as store:
        parted = verdicts.different_events(store.discrepancy("d0"), reviewer="Ayşe", at=at(1))
        decide(store, parted, seen=())
        undone = taking_back(store, parted, reviewer="Ayşe", at=at(2))
        decide(store, undone)
        plain = dismissal(store, "Ayşe", 3)
        assert [regroups(store, one) for one in (parted, undone, plain)] == [True, True, False]


def test_an_undo_of_what_is_not_in_the_log_is_refused(path: Path) -> None:
    with open_store(path) as store:
        entry = dismissal(store, "Ayşe", 1)
        undone = verdicts.undo(entry, [entry], reviewer="Ayşe", at=at(2))
        with pytest.raises(DecisionError, match="not in the log"):
            decide(store, undone)
        assert store.decisions() == []

"""Taking entries of the log back: what that would do, and doing it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from activity_material import logged
from review_material import NOW, TODAY

from workbench.decisions import verdicts
from workbench.decisions.log import in_effect
from workbench.models import Decision
from workbench.reviewing import decide
from workbench.store import Store, open_store
from workbench.undoing import Plan, plan, take_back


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The log of the material and, as entry 11, a value accepted on what entry 4 had put off."""
    with open_store(logged(tmp_path / "log.db")) as opened:
        put_off = opened.discrepancy("d4")
        decide(opened, verdicts.accept(put_off, 1, reviewer="Barış", at=NOW.isoformat()), today=TODAY)
        yield opened


def entries(store: Store, numbers: list[int]) -> list[Decision]:
    log = store.decisions()
    return [log[number - 1] for number in numbers]


def planned(store: Store, numbers: list[int]) -> Plan:
    return plan(store, entries(store, numbers), reviewer="Ayşe", at=NOW.isoformat(), today=TODAY)


@pytest.mark.parametrize(
    ("numbers", "steps", "changes", "matches"),
    [
        pytest.param([1], [1], {("d2", "dismissed", "open")}, False, id="a verdict opens its difference"),
        pytest.param(
            [7], [7], {("d1", "resolved", "open")}, False, id="a redo takes away what it brought back"
        ),
        pytest.param([9], [9], {("d3", "open", "resolved")}, False, id="an undo brings its verdict back"),
        pytest.param([3], [3], set(), False, id="a note changes nothing"),
        pytest.param([10], [10], set(), True, id="what joins claims has them matched again"),
        pytest.param(
            [11, 4], [11, 4], {("d4", "resolved", "open")}, False, id="with what rests on it, newest first"
        ),
        pytest.param(
            [6, 1], [6, 1], {("d5", "resolved", "open"), ("d2", "dismissed", "open")}, False, id="several"
        ),
    ],
)
def test_what_it_would_do(
    store: Store, numbers: list[int], steps: list[int], changes: set[tuple[str, str, str]], matches: bool
) -> None:
    found = planned(store, numbers)
    assert list(found.steps) == entries(store, steps)
    assert (found.refused, set(found.changes), found.matches) == ((), changes, matches)
    assert len(store.decisions()) == 11


@pytest.mark.parametrize(
    ("numbers", "title", "because"),
    [
        pytest.param([4], "Later decisions rest on this", [11], id="something rests on it"),
        pytest.param([8], "This is undone already", [], id="undone already"),
    ],
)
def test_what_stands_against_it(store: Store, numbers: list[int], title: str, because: list[int]) -> None:
    (refused,) = planned(store, numbers).refused
    assert (refused.entry, refused.reason.title) == (entries(store, numbers)[0], title)
    assert list(refused.because) == entries(store, because)


def test_what_is_refused_leaves_the_others_in_the_plan(store: Store) -> None:
    found = planned(store, [6, 4])
    assert list(found.steps) == entries(store, [6])
    assert [one.entry for one in found.refused] == entries(store, [4])


def test_taking_back_several_writes_one_undo_each_with_the_reason(store: Store) -> None:
    second = count(1)
    taken = take_back(
        store,
        entries(store, [11, 4, 1]),
        reviewer="Ayşe",
        now=lambda: (NOW + timedelta(seconds=next(second))).isoformat(),
        today=TODAY,
        note="bütün hafta",
    )
    assert (list(taken.entries), taken.matches, taken.error) == (entries(store, [11, 4, 1]), False, None)
    undos = store.decisions()[-3:]
    assert [undo.undoes for undo in undos] == [entry.id for entry in taken.entries]
    assert {undo.note for undo in undos} == {"bütün hafta"}
    assert {row.status for row in store.queue_rows(["d2", "d4"]).values()} == {"open"}


def test_what_is_taken_back_before_a_refusal_stays_so(store: Store) -> None:
    taken = take_back(
        store, entries(store, [6, 4, 1]), reviewer="Ayşe", now=lambda: NOW.isoformat(), today=TODAY
    )
    assert list(taken.entries) == entries(store, [6])
    assert taken.error is not None and taken.error.title == "Later decisions rest on this"
    standing = in_effect(store.decisions())
    assert [entry in standing for entry in entries(store, [6, 4, 1])] == [False, True, True]

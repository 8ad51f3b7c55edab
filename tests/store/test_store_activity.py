"""The log as a list: what a filter lets through, and what a line says."""

from __future__ import annotations

from typing import Any

import pytest
from store_samples import World, sample_decision

from workbench.models import Decision
from workbench.store import LogFilter, Store


def entry(name: str, world: World, **changes: Any) -> Decision:
    number = int(name[1:])
    return sample_decision(name, world, at=f"2025-06-{number:02}T23:30:00.000000+03:00", **changes)


def undo(name: str, world: World, of: str, **changes: Any) -> Decision:
    return entry(name, world, kind="undo", undoes=of, label=None, value=None, **changes)


@pytest.fixture
def logged(filled: Store, world: World) -> Store:
    """k1 undone by k4; k2 undone by k5, which k6 undoes; k3 on an event that is gone."""
    for decision in (
        entry("k1", world),
        entry("k2", world, kind="dismiss", label=None, reviewer="Barış", note="Iğdır yolu başka"),
        entry("k3", world, kind="same_event", discrepancy="", event="gone", attribute="event", key=""),
        undo("k4", world, "k1"),
        undo("k5", world, "k2"),
        undo("k6", world, "k5"),
        entry("k7", world, event="e2", claims=(world.claims[3].id,), discrepancy="d3", attribute="place"),
    ):
        filled.append_decision(decision)
    return filled


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        pytest.param(LogFilter(), [7, 6, 5, 4, 3, 2, 1], id="everything, newest first"),
        pytest.param(LogFilter(reviewers=("Barış",)), [2], id="one reviewer"),
        pytest.param(LogFilter(kinds=("accept", "dismiss")), [7, 2, 1], id="two kinds"),
        pytest.param(LogFilter(since="2025-06-06"), [7, 6], id="from a day on, it included"),
        pytest.param(LogFilter(until="2025-06-02"), [2, 1], id="up to a day, it included"),
        pytest.param(LogFilter(in_effect=True), [7, 3, 2], id="what holds: no undone entry and no undo"),
        pytest.param(LogFilter(events=("e2",)), [7], id="of an event"),
        pytest.param(LogFilter(events=("e1",)), [6, 5, 4, 3, 2, 1], id="of an event, also by its claims"),
        pytest.param(LogFilter(text="IGDIR yol"), [2], id="words of a note, folded"),
        pytest.param(LogFilter(text="yol kap"), [7], id="words of the event's label"),
        pytest.param(LogFilter(text="depo same"), [3], id="words of where the claims stand today"),
        pytest.param(LogFilter(text="barış"), [2], id="a reviewer's name"),
        pytest.param(LogFilter(text="nothing such"), [], id="words that are nowhere"),
        pytest.param(
            LogFilter(text="depo", reviewers=("Ayşe",), kinds=("undo",), since="2025-06-05"),
            [6, 5],
            id="all parts at once",
        ),
    ],
)
def test_a_filter_lets_through(logged: Store, chosen: LogFilter, expected: list[int]) -> None:
    assert expected == list(logged.log_list(chosen).seqs)


def test_what_is_undone_is_known_of_the_whole_log(logged: Store) -> None:
    assert logged.log_list(LogFilter(reviewers=("Barış",))).undone == {1: 4, 5: 6}


def test_what_was_undone_brought_back_and_undone_again(logged: Store, world: World) -> None:
    logged.append_decision(undo("k8", world, "k4"))
    logged.append_decision(undo("k9", world, "k1"))
    assert logged.log_list().undone == {1: 9, 4: 8, 5: 6}


def test_each_part_of_the_filter_is_counted_under_the_other_parts(logged: Store) -> None:
    found = logged.log_list(LogFilter(reviewers=("Barış",), kinds=("undo", "dismiss")))
    assert found.reviewers == {"Barış": 1, "Ayşe": 3}
    assert found.kinds == {"dismiss": 1}


def test_lines_of_the_list(logged: Store) -> None:
    found = logged.log_list()
    rows = logged.log_rows([*found.seqs, 99], found.undone)
    assert set(found.seqs) == rows.keys()
    told = {
        seq: (
            row.decision.id,
            row.event,
            row.event_label,
            row.undone and row.undone.id,
            row.target and row.target.id,
            row.brings_back,
        )
        for seq, row in rows.items()
    }
    fire, road = ("e1", "Depo yangını"), ("e2", "Yol kapandı")
    assert told == {
        1: ("k1", *fire, "k4", None, False),
        2: ("k2", *fire, None, None, False),
        3: ("k3", *fire, None, None, False),
        4: ("k4", *fire, None, "k1", False),
        5: ("k5", *fire, "k6", "k2", False),
        6: ("k6", *fire, None, "k2", True),
        7: ("k7", *road, None, None, False),
    }


def test_an_entry_whose_event_is_gone_has_no_event(logged: Store) -> None:
    logged.replace_matching([], [], [])
    found = logged.log_list()
    assert {("", "")} == {
        (row.event, row.event_label) for row in logged.log_rows(found.seqs, found.undone).values()
    }
    assert list(logged.log_list(LogFilter(text="depo")).seqs) == []


def test_an_entry_is_found_by_its_id(logged: Store) -> None:
    assert (logged.log_seq("k3"), logged.log_seq("k33")) == (3, None)

"""What the log says: in effect, in force, statuses, reopening, and what undo and redo reach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from belonging_samples import said
from decision_samples import AT, at, sample_discrepancy, sample_value
from hypothesis import given
from hypothesis import strategies as st

from workbench.decisions import (
    accept,
    assign,
    defer,
    different_events,
    dismiss,
    enter,
    give_range,
    in_effect,
    in_force,
    last_redoable,
    last_undoable,
    note,
    status_of,
    statuses,
    supersede,
    undo,
    unsettled,
)
from workbench.decisions.log import concerns
from workbench.models import Decision, Discrepancy, Status

TODAY = date(2025, 6, 2)
FOUND = sample_discrepancy()


def extended(log: list[Decision], *acts: Callable[[list[Decision], str], Decision]) -> list[Decision]:
    """The log with one entry an act, each a second after the one before."""
    for act in acts:
        log = [*log, act(log, at(len(log)))]
    return log


def accepting(number: int, found: Discrepancy = FOUND) -> Callable[[list[Decision], str], Decision]:
    return lambda _, moment: accept(found, number, reviewer="A", at=moment)


def undoing(position: int) -> Callable[[list[Decision], str], Decision]:
    return lambda log, moment: undo(log[position], log, reviewer="A", at=moment)


def dismissing(_: list[Decision], moment: str) -> Decision:
    return dismiss(FOUND, reviewer="A", at=moment)


def noting(_: list[Decision], moment: str) -> Decision:
    return note(FOUND, "A remark", reviewer="A", at=moment)


@pytest.mark.parametrize(
    ("acts", "standing"),
    [
        pytest.param([], None, id="nothing decided"),
        pytest.param([accepting(1)], 0, id="one verdict"),
        pytest.param([accepting(1), dismissing], 1, id="the later verdict"),
        pytest.param([accepting(1), noting], 0, id="a note settles nothing"),
        pytest.param([accepting(1), undoing(0)], None, id="undone"),
        pytest.param([accepting(1), dismissing, undoing(1)], 0, id="undo brings back the verdict before"),
        pytest.param([accepting(1), dismissing, undoing(0)], 1, id="undo of an older one"),
        pytest.param([accepting(1), undoing(0), undoing(1)], 0, id="undo of an undo"),
        pytest.param([accepting(1), undoing(0), undoing(1), undoing(2)], None, id="undo of that"),
        pytest.param([accepting(1), undoing(0), accepting(1)], 2, id="decided again"),
        pytest.param([accepting(1), undoing(0), undoing(1), undoing(0)], None, id="undone again"),
        pytest.param([accepting(1), noting, undoing(1)], 0, id="undo of a note"),
    ],
)
def test_the_verdict_in_force(
    acts: list[Callable[[list[Decision], str], Decision]], standing: int | None
) -> None:
    log = extended([], *acts)
    assert in_force(log, FOUND) == (None if standing is None else log[standing])


def deferred(until: str) -> Decision:
    return defer(FOUND, until, reviewer="A", at=AT)


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        pytest.param(accept(FOUND, 2, reviewer="A", at=AT), "resolved", id="accepted"),
        pytest.param(enter(FOUND, "5", reviewer="A", at=AT), "resolved", id="entered"),
        pytest.param(give_range(FOUND, "4", "7", reviewer="A", at=AT), "resolved", id="a range"),
        pytest.param(supersede(FOUND, 2, reviewer="A", at=AT), "resolved", id="superseded"),
        pytest.param(unsettled(FOUND, reviewer="A", at=AT), "resolved", id="cannot be settled"),
        pytest.param(assign(FOUND, "B", reviewer="A", at=AT), "open", id="only given to somebody"),
        pytest.param(dismiss(FOUND, reviewer="A", at=AT), "dismissed", id="no conflict"),
        pytest.param(different_events(FOUND, reviewer="A", at=AT), "dismissed", id="different events"),
        pytest.param(note(FOUND, "Hm.", reviewer="A", at=AT), "open", id="only a note"),
        pytest.param(deferred("2025-06-03"), "deferred", id="deferred to tomorrow"),
        pytest.param(deferred("2025-06-02"), "deferred", id="deferred to today"),
        pytest.param(deferred("2025-06-01"), "open", id="deferred to yesterday"),
    ],
)
def test_the_status_of_a_decision(decision: Decision, expected: Status) -> None:
    assert status_of([decision], FOUND, today=TODAY) == expected
    assert status_of([], FOUND, today=TODAY) == "open"


def with_new_claim(label: str, value: float | str | None = None) -> Discrepancy:
    return replace(FOUND, values=(*FOUND.values, sample_value("new", label, value)))


@pytest.mark.parametrize(
    ("decision", "later", "expected"),
    [
        pytest.param(
            accept(FOUND, 1, reviewer="A", at=AT), with_new_claim("4"), "resolved", id="accepted label"
        ),
        pytest.param(accept(FOUND, 1, reviewer="A", at=AT), with_new_claim("7"), "resolved", id="label seen"),
        pytest.param(accept(FOUND, 1, reviewer="A", at=AT), with_new_claim("9"), "reopened", id="new label"),
        pytest.param(
            enter(FOUND, "5", reviewer="A", at=AT), with_new_claim("5"), "resolved", id="entered label"
        ),
        pytest.param(
            enter(FOUND, "5", reviewer="A", at=AT),
            with_new_claim("5 people", 5.0),
            "resolved",
            id="entered value under another label",
        ),
        pytest.param(
            enter(FOUND, "5", reviewer="A", at=AT), with_new_claim("6"), "reopened", id="not entered"
        ),
        pytest.param(dismiss(FOUND, reviewer="A", at=AT), with_new_claim("9"), "reopened", id="dismissed"),
        pytest.param(
            unsettled(FOUND, reviewer="A", at=AT), with_new_claim("9"), "reopened", id="was not to be settled"
        ),
        pytest.param(
            give_range(FOUND, "4", "7", best="5", reviewer="A", at=AT),
            with_new_claim("5 people", 5.0),
            "resolved",
            id="the best value of a range",
        ),
        pytest.param(deferred("2025-12-31"), with_new_claim("9"), "reopened", id="deferred"),
        pytest.param(
            accept(FOUND, 1, reviewer="A", at=AT),
            replace(FOUND, values=FOUND.values[:1]),
            "resolved",
            id="a claim has gone",
        ),
        pytest.param(
            accept(FOUND, 1, reviewer="A", at=AT),
            sample_discrepancy(("a", "4"), ("b", "4"), ("c", "seven")),
            "reopened",
            id="a seen claim is read otherwise",
        ),
        pytest.param(
            accept(FOUND, 1, reviewer="A", at=AT),
            replace(FOUND, values=tuple(replace(one, label=f"{one.label} hurt") for one in FOUND.values)),
            "resolved",
            id="the same values under other labels",
        ),
        pytest.param(
            replace(accept(FOUND, 1, reviewer="A", at=AT), readings=()),
            sample_discrepancy(("a", "4"), ("b", "4"), ("c", "seven")),
            "resolved",
            id="a log that kept no readings",
        ),
        pytest.param(
            accept(FOUND, 1, reviewer="A", at=AT),
            sample_discrepancy(("x", "4"), ("y", "8")),
            "reopened",
            id="all claims are new",
        ),
    ],
)
def test_new_evidence_reopens(decision: Decision, later: Discrepancy, expected: Status) -> None:
    assert status_of([decision], later, today=TODAY) == expected


def test_deciding_again_closes_what_was_reopened() -> None:
    later = with_new_claim("9")
    log = extended([], accepting(1), accepting(3, later))
    assert status_of(log, later, today=TODAY) == "resolved"
    assert in_force(log, later) == log[1]
    assert log[1].label == "9"


@pytest.mark.parametrize(
    ("later", "matched"),
    [
        pytest.param(replace(FOUND, id="d2", event="e2"), True, id="the same claims"),
        pytest.param(sample_discrepancy(("c", "7"), ("x", "7"), id="d2"), True, id="one shared claim"),
        pytest.param(sample_discrepancy(("x", "4"), ("y", "7"), id="d2"), False, id="no shared claim"),
        pytest.param(replace(FOUND, id="d2", key="killed"), False, id="another key"),
        pytest.param(replace(FOUND, id="d2", attribute="total"), False, id="another attribute"),
        pytest.param(replace(FOUND, values=()), True, id="the same id without claims"),
    ],
)
def test_a_verdict_finds_its_discrepancy_after_matching_again(later: Discrepancy, matched: bool) -> None:
    log = extended([], accepting(1))
    assert in_force(log, later) == (log[0] if matched else None)


def test_the_later_of_two_verdicts_on_parts_that_were_joined_holds() -> None:
    left = sample_discrepancy(("a", "4"), ("b", "7"), id="left")
    right = sample_discrepancy(("c", "4"), ("d", "7"), id="right")
    joined = sample_discrepancy(("a", "4"), ("b", "7"), ("c", "4"), ("d", "7"), id="left")
    log = extended([], accepting(1, left), accepting(2, right))
    assert in_force(log, joined) == log[1]
    assert in_force(log[::-1], joined) == log[0]


def test_undo_reaches_back_act_by_act_and_redo_forward() -> None:
    log = extended([], accepting(1), dismissing)
    assert last_redoable(log) is None
    for expected in (log[1], log[0]):
        assert last_undoable(log) == expected
        log = extended(log, undoing(log.index(expected)))
    assert last_undoable(log) is None
    for brought_back in (log[0], log[1]):
        redoable = last_redoable(log)
        assert redoable is not None
        assert redoable.undoes == brought_back.id
        log = extended(log, undoing(log.index(redoable)))
        assert last_undoable(log) == brought_back
    assert last_redoable(log) is None
    assert in_force(log, FOUND) == log[1]


def test_nothing_is_brought_back_over_a_new_decision() -> None:
    log = extended([], accepting(1), undoing(0), dismissing)
    assert last_redoable(log) is None


def test_a_reviewer_reaches_only_own_acts() -> None:
    log = [
        dismiss(FOUND, reviewer="A", at=at(0)),
        dismiss(FOUND, reviewer="B", at=at(1)),
    ]
    assert last_undoable(log) == log[1]
    assert last_undoable(log, "A") == log[0]
    assert last_undoable(log, "C") is None
    log.append(undo(log[0], log, reviewer="A", at=at(2)))
    assert last_redoable(log, "A") == log[2]
    assert last_redoable(log, "B") is None


@st.composite
def logs(draw: st.DrawFn) -> list[Decision]:
    """Any log: verdicts on any value, notes, and undos of anything that stands."""
    log: list[Decision] = []
    for _ in range(draw(st.integers(0, 12))):
        standing = in_effect(log)
        acts: list[Callable[[list[Decision], str], Decision]] = [
            accepting(1),
            accepting(2),
            dismissing,
            noting,
        ]
        acts += [undoing(log.index(entry)) for entry in standing]
        log = extended(log, draw(st.sampled_from(acts)))
    return log


def effective_by_definition(entry: Decision, log: list[Decision]) -> bool:
    return not any(
        other.undoes == entry.id and effective_by_definition(other, log)
        for other in log
        if other.kind == "undo"
    )


@given(logs())
def test_what_is_in_effect_is_what_no_undo_in_effect_names(log: list[Decision]) -> None:
    assert list(in_effect(log)) == [entry for entry in log if effective_by_definition(entry, log)]


@given(logs(), st.data())
def test_undoing_an_undo_leaves_things_as_they_were(log: list[Decision], data: st.DataObject) -> None:
    verdicts = [entry for entry in in_effect(log) if entry.kind != "undo"]
    if not verdicts:
        return
    chosen = data.draw(st.sampled_from(verdicts))
    undone = extended(log, undoing(log.index(chosen)))
    again = extended(undone, undoing(-1))
    assert chosen not in in_effect(undone)
    assert [entry for entry in in_effect(again) if entry.kind != "undo"] == [
        entry for entry in in_effect(log) if entry.kind != "undo"
    ]
    assert in_force(again, FOUND) == in_force(log, FOUND)
    assert status_of(again, FOUND, today=TODAY) == status_of(log, FOUND, today=TODAY)


@given(logs())
def test_undoing_step_by_step_ends_with_nothing_in_force(log: list[Decision]) -> None:
    steps = 0
    while (last := last_undoable(log)) is not None:
        log = extended(log, undoing(log.index(last)))
        steps += 1
    assert in_force(log, FOUND) is None
    assert steps <= len(log) - steps


@given(logs(), st.lists(st.sampled_from("abcxyz"), min_size=1, max_size=4, unique=True))
def test_many_statuses_are_those_of_each(log: list[Decision], claims: list[str]) -> None:
    others = [sample_discrepancy((claim, "4"), (f"{claim}2", "9"), id=f"d-{claim}") for claim in claims]
    found = [FOUND, *others]
    assert statuses(log, found, today=TODAY) == {one.id: status_of(log, one, today=TODAY) for one in found}


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        pytest.param(dismiss(FOUND, reviewer="A", at=AT), True, id="its own"),
        pytest.param(
            dismiss(replace(FOUND, id="d0", event="e0"), reviewer="A", at=AT), True, id="under another id"
        ),
        pytest.param(
            dismiss(replace(FOUND, id="d0", key="killed"), reviewer="A", at=AT), False, id="another key"
        ),
        pytest.param(said("a=c", AT), True, id="two of its claims put together"),
        pytest.param(said("a/b", AT), True, id="two of its claims parted"),
        pytest.param(said("a=x", AT), False, id="one of its claims and another"),
    ],
)
def test_what_an_entry_concerns(entry: Decision, expected: bool) -> None:
    assert concerns(entry, FOUND) == expected

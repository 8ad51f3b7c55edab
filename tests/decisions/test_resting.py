"""What rests on an entry, so that it is not taken back or brought back alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from belonging_samples import sample_claim
from decision_samples import at, sample_discrepancy
from hypothesis import given
from hypothesis import strategies as st

from workbench.decisions import (
    accept,
    assign,
    different_events,
    dismiss,
    in_effect,
    last_redoable,
    last_undoable,
    note,
    undo,
)
from workbench.decisions.belonging import merge, split
from workbench.decisions.changes import Change, let_stand
from workbench.decisions.corrections import correct
from workbench.decisions.resting import GroundGoneError, RestedOnError, ground_gone, refuse_resting, rests_on
from workbench.models import Decision, Discrepancy, Event

FOUND = sample_discrepancy()
OTHER = sample_discrepancy(("p", "4"), ("q", "7"), id="d2")
RENAMED = replace(FOUND, id="d3", event="e3")
LEFT, RIGHT = Event("e1", "fire", "fire", ("a", "b")), Event("e2", "blaze", "fire", ("c", "p"))
WHOLE = Event("e1", "fire", "fire", ("a", "b", "c", "p"))

Act = Callable[[list[Decision], str], Decision]


def log_of(*acts: Act) -> list[Decision]:
    log: list[Decision] = []
    for act in acts:
        log.append(act(log, at(len(log))))
    return log


def accepting(found: Discrepancy = FOUND, *saw: tuple[str, ...]) -> Act:
    return lambda _, moment: replace(accept(found, 1, reviewer="A", at=moment), saw=saw)


def dismissing(found: Discrepancy = FOUND, *saw: tuple[str, ...]) -> Act:
    return lambda _, moment: replace(dismiss(found, reviewer="B", at=moment), saw=saw)


def parting(*saw: tuple[str, ...]) -> Act:
    """a and b against c."""
    return lambda _, moment: replace(different_events(FOUND, reviewer="A", at=moment), saw=saw)


def undoing(place: int) -> Act:
    return lambda log, moment: undo(log[place], log, reviewer="A", at=moment)


def keeping(place: int) -> Act:
    def act(log: list[Decision], moment: str) -> Decision:
        change = Change(log[place], log[place], ("e1",))
        return let_stand(change, [WHOLE], [FOUND], reviewer="B", at=moment)

    return act


def merging(_: list[Decision], moment: str) -> Decision:
    return merge(LEFT, RIGHT, reviewer="A", at=moment)


def splitting(_: list[Decision], moment: str) -> Decision:
    return split(WHOLE, ["c"], reviewer="A", at=moment)


def correcting(_: list[Decision], moment: str) -> Decision:
    claim = sample_claim("a")
    return correct(claim, replace(claim, place=moment), [], reviewer="A", at=moment)


def noting(_: list[Decision], moment: str) -> Decision:
    return note(FOUND, "Hm.", reviewer="B", at=moment)


def giving(_: list[Decision], moment: str) -> Decision:
    return assign(FOUND, "B", reviewer="B", at=moment)


@pytest.mark.parametrize(
    ("acts", "entry", "resting"),
    [
        pytest.param([accepting()], 0, [], id="nothing later"),
        pytest.param([accepting(), dismissing()], 0, [1], id="a later verdict on the same difference"),
        pytest.param([accepting(), dismissing()], 1, [], id="the earlier verdict"),
        pytest.param([accepting(), dismissing(RENAMED)], 0, [1], id="matching has renamed the difference"),
        pytest.param([accepting(), dismissing(OTHER)], 0, [], id="another difference"),
        pytest.param(
            [accepting(), dismissing(replace(RENAMED, key="killed"))],
            0,
            [],
            id="another matter of its claims",
        ),
        pytest.param([accepting(), dismissing(), undoing(1)], 0, [], id="taken back itself"),
        pytest.param([accepting(), dismissing(), undoing(1), undoing(2)], 0, [1], id="and brought back"),
        pytest.param([accepting(), noting, giving], 0, [], id="remarks"),
        pytest.param([noting, accepting()], 0, [], id="a verdict behind a note"),
        pytest.param([giving, accepting()], 0, [], id="a verdict behind an assignment"),
        pytest.param([accepting(), keeping(0)], 0, [1], id="let stand"),
        pytest.param(
            [accepting(), keeping(0), dismissing()], 1, [2], id="decided anew after it was let stand"
        ),
        pytest.param(
            [merging, accepting(FOUND, ("a", "b", "c", "p"))],
            0,
            [1],
            id="decided on the event that was merged",
        ),
        pytest.param(
            [merging, accepting(OTHER, ("p", "q"))], 0, [], id="decided where only one of the two was seen"
        ),
        pytest.param([merging, accepting(FOUND)], 0, [1], id="a log that kept no sight, both in its claims"),
        pytest.param(
            [merging, lambda _, moment: split(WHOLE, ["a"], reviewer="B", at=moment)],
            0,
            [1],
            id="split after it was merged",
        ),
        pytest.param(
            [splitting, accepting(OTHER, ("a", "b", "p"))], 0, [1], id="decided on what a split left"
        ),
        pytest.param([splitting, accepting(OTHER, ("c", "q"))], 0, [1], id="decided on what left in a split"),
        pytest.param([splitting, accepting(OTHER, ("q", "r"))], 0, [], id="decided elsewhere"),
        pytest.param(
            [parting(("a", "b"), ("c",)), accepting(OTHER, ("a", "b"))],
            0,
            [],
            id="kept apart what stood apart before",
        ),
        pytest.param(
            [parting(("a", "b", "c")), accepting(OTHER, ("a", "b"))], 0, [1], id="a parted difference"
        ),
        pytest.param([accepting(), undoing(0), dismissing()], 1, [2], id="decided while it was taken back"),
        pytest.param(
            [accepting(), dismissing(OTHER), undoing(0)], 2, [], id="decided before it was taken back"
        ),
        pytest.param(
            [merging, undoing(0), accepting(OTHER, ("c", "p"))],
            1,
            [2],
            id="decided on one of two events after their merging was taken back",
        ),
        pytest.param(
            [splitting, undoing(0), accepting(OTHER, ("a", "b", "c", "p"))],
            1,
            [2],
            id="decided on the whole after its splitting was taken back",
        ),
        pytest.param([correcting, accepting()], 0, [1], id="a verdict on a claim that was corrected"),
        pytest.param([correcting, accepting(OTHER)], 0, [], id="a verdict on other claims"),
        pytest.param([correcting, correcting], 0, [1], id="corrected again"),
        pytest.param(
            [splitting, undoing(0), undoing(1), accepting(OTHER, ("c", "q"))],
            2,
            [3],
            id="an undo of an undo is the thing itself",
        ),
    ],
)
def test_what_rests_on_an_entry(acts: list[Act], entry: int, resting: list[int]) -> None:
    log = log_of(*acts)
    assert [log.index(one) for one in rests_on(log, log[entry])] == resting


@pytest.mark.parametrize(
    ("acts", "entry", "gone"),
    [
        pytest.param([accepting(), undoing(0)], 1, [], id="a verdict stands alone"),
        pytest.param([accepting(), dismissing(), undoing(1), undoing(0)], 2, [], id="also behind another"),
        pytest.param([accepting(), keeping(0), undoing(1), undoing(0)], 2, [0], id="what let stand"),
        pytest.param(
            [merging, accepting(FOUND, ("a", "b", "c", "p")), undoing(1), undoing(0)],
            2,
            [0],
            id="a decision on a merged event",
        ),
        pytest.param(
            [merging, accepting(FOUND, ("a", "b", "c", "p")), undoing(1), undoing(0), undoing(3)],
            2,
            [],
            id="the merging has been brought back",
        ),
        pytest.param(
            [merging, accepting(FOUND, ("a", "b", "c", "p")), undoing(1)], 1, [], id="not an undo at all"
        ),
    ],
)
def test_what_has_lost_its_ground(acts: list[Act], entry: int, gone: list[int]) -> None:
    log = log_of(*acts)
    assert [log.index(one) for one in ground_gone(log, log[entry])] == gone


def test_a_refusal_names_what_rests_on_the_entry_the_newest_first() -> None:
    log = log_of(accepting(), *[dismissing()] * 7)
    with pytest.raises(RestedOnError) as refused:
        refuse_resting(log, log[0])
    assert refused.value.entries == tuple(log[1:])
    assert f"B found no conflict on 1 June 2025 [{log[7].id}]" in refused.value.detail
    assert refused.value.detail.endswith("and 2 earlier")
    assert refused.value.hint.endswith(log[7].id)


def test_a_refusal_names_what_must_come_back_first() -> None:
    log = log_of(accepting(), keeping(0), undoing(1), undoing(0))
    with pytest.raises(GroundGoneError) as refused:
        refuse_resting(log, log[2])
    assert log[0].id in refused.value.detail


@st.composite
def logs(draw: st.DrawFn) -> list[Decision]:
    """Acts of one reviewer, who takes back and brings back only the latest, as the desk's keys do."""
    log: list[Decision] = []
    for number in range(draw(st.integers(0, 12))):
        back = [last_undoable(log), last_redoable(log)]
        acts: list[Act] = [accepting(), dismissing(), noting, merging, splitting, parting(("a", "b", "c"))]
        acts += [undoing(log.index(one)) for one in back if one]
        log.append(draw(st.sampled_from(acts))(log, at(number)))
    return log


@given(logs())
def test_one_reviewer_can_always_go_back_and_forward(log: list[Decision]) -> None:
    for step in (last_undoable, last_redoable):
        moved = list(log)
        while (entry := step(moved)) is not None:
            assert rests_on(moved, entry) == ground_gone(moved, entry) == ()
            moved.append(undo(entry, moved, reviewer="A", at=at(len(moved))))
    assert all(one in log for one in in_effect(log))

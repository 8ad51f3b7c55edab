"""Verdicts taken without knowing of each other: what makes them disagree, and what settles that."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from decision_samples import at, sample_discrepancy, sample_value

from workbench.decisions import verdicts
from workbench.decisions.log import Verdicts
from workbench.decisions.overtaken import OvertakenError, knew, refuse_overtaken
from workbench.models import Decision, Discrepancy
from workbench.models.order import in_order, place_after

TODAY = date(2025, 6, 1)
VALUES = (sample_value("a", "4", 4.0), sample_value("b", "4", 4.0), sample_value("c", "7", 7.0))
ONE = sample_discrepancy(values=VALUES)
BESIDE = sample_discrepancy(("c", "7"), ("x", "9"), id="d2")
JOINED = sample_discrepancy(("a", "4"), ("b", "4"), ("x", "9"), ("y", "8"), id="d3")
Log = list[Decision]
Act = Callable[[int], Decision]


def accept(label: int, of: Discrepancy = ONE) -> Act:
    return lambda second: verdicts.accept(of, label, reviewer="R", at=at(second))


def enter(text: str) -> Act:
    return lambda second: verdicts.enter(ONE, text, reviewer="R", at=at(second))


def supersede(label: int) -> Act:
    return lambda second: verdicts.supersede(ONE, label, reviewer="R", at=at(second))


def dismiss(of: Discrepancy = ONE) -> Act:
    return lambda second: verdicts.dismiss(of, reviewer="R", at=at(second))


def defer(day: str) -> Act:
    return lambda second: verdicts.defer(ONE, day, reviewer="R", at=at(second))


def taken(log: Sequence[Decision], entry: Decision) -> Log:
    placed = place_after(entry.at, log[-1].placed if log else "")
    return [*log, replace(entry, knew=knew(log, entry), placed=placed)]


def undone(log: Log, entry: Decision, second: int) -> Log:
    return taken(log, verdicts.undo(entry, log, reviewer="R", at=at(second)))


def met(*logs: Log) -> Verdicts:
    return Verdicts(in_order({entry.id: entry for log in logs for entry in log}.values()))


APART: list[tuple[str, Act, Act, bool]] = [
    ("the same value", accept(1), accept(1), False),
    ("another value", accept(1), accept(2), True),
    ("accepted, and the same entered", accept(1), enter("4"), False),
    ("accepted, and another one entered", accept(1), enter("5"), True),
    ("accepted, and said to have replaced the others", accept(2), supersede(2), False),
    ("a value, and no conflict", accept(1), dismiss(), True),
    ("no conflict twice", dismiss(), dismiss(), False),
    ("a value, and later", accept(1), defer("2025-06-30"), True),
    ("two days to look at it again", defer("2025-06-29"), defer("2025-06-30"), False),
    ("one beside it, that shares a claim", accept(1), dismiss(BESIDE), False),
]


@pytest.mark.parametrize(
    ("first", "second", "differ"), [case[1:] for case in APART], ids=[case[0] for case in APART]
)
def test_what_two_say_apart(first: Act, second: Act, *, differ: bool) -> None:
    found = met(taken([], first(1)), taken([], second(2)))
    assert bool(found.disagreement(ONE)) == differ
    assert (found.in_force(ONE) is None) == differ
    assert found.judgement(ONE, TODAY).disputed == differ


def test_whoever_knew_of_the_other_has_the_last_word_whatever_the_clocks_say() -> None:
    first = taken([], accept(1)(50))
    both = taken(first, accept(2)(1))
    assert met(both).disagreement(ONE) == []
    assert met(both).in_force(ONE) == both[1]
    third = taken(both, accept(1)(2))
    assert met(third).in_force(ONE) == third[2]
    assert [entry.placed for entry in third] == sorted(entry.placed for entry in third)


def test_one_knows_of_another_through_a_third_that_was_taken_back() -> None:
    first = taken([], accept(1)(1))
    second = taken(first, accept(2)(2))
    apart = undone(second, second[1], 3)
    third = taken(second, dismiss()(4))
    assert met(apart, third).disagreement(ONE) == []
    assert met(apart, third).in_force(ONE) == third[2]


def test_a_verdict_that_came_back_meanwhile_is_not_silently_replaced() -> None:
    first = taken([], accept(1)(1))
    gone = undone(first, first[0], 2)
    back = undone(gone, gone[1], 3)
    other = taken(gone, accept(2)(4))
    assert met(back, other).disagreement(ONE) == [first[0], other[2]]
    assert met(gone, other).disagreement(ONE) == []


def test_nobody_disagrees_who_decided_one_after_the_other_in_one_log() -> None:
    log = taken([], accept(1)(1))
    log = undone(log, log[0], 2)
    log = taken(log, accept(2)(3))
    log = undone(log, log[2], 4)
    log = undone(log, log[1], 5)
    log = undone(log, log[3], 6)
    assert met(log).disagreement(ONE) == []


def test_differences_that_became_one_were_not_decided_against_each_other() -> None:
    pairs = sample_discrepancy(("a", "4"), ("b", "7")), sample_discrepancy(("x", "9"), ("y", "8"), id="d2")
    log = taken(taken([], accept(1, pairs[0])(1)), dismiss(pairs[1])(2))
    assert met(log).disagreement(JOINED) == []


def test_a_verdict_on_a_difference_beside_it_replaces_none_of_its_own() -> None:
    log = taken(taken([], accept(1)(1)), dismiss(BESIDE)(2))
    assert met(log).in_force(ONE) == log[0]
    assert met(log).status(ONE, TODAY) == "resolved"
    alone = taken([], dismiss(BESIDE)(2))
    assert met(alone).in_force(ONE) == alone[0]


def test_what_settles_a_disagreement_must_have_seen_all_of_it() -> None:
    first, second = taken([], accept(1)(1)), taken([], accept(2)(2))
    log = in_order([*first, *second])
    with pytest.raises(OvertakenError):
        refuse_overtaken(log, [ONE], {second[0].id})
    refuse_overtaken(log, [ONE], {first[0].id, second[0].id})
    settled = taken(log, accept(2)(3))
    assert settled[2].knew == tuple(sorted((first[0].id, second[0].id)))
    assert met(settled).status(ONE, TODAY) == "resolved"

"""What holds after logs have met is a function of the set of their entries."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from logs_apart import FOUND, Log, logs, union, written

from workbench.decisions import verdicts
from workbench.decisions.log import Verdicts, in_effect
from workbench.models import Decision, Judgement

TODAY = date(2025, 6, 15)
LATE = "2025-06-20T10:00:00.000000+00:00"


def told(log: Log) -> list[tuple[Judgement, Decision | None, list[Decision]]]:
    found = Verdicts(log)
    return [(found.judgement(one, TODAY), found.in_force(one), found.disagreement(one)) for one in FOUND]


@given(logs())
@settings(max_examples=150, deadline=None)
def test_it_does_not_matter_who_takes_over_from_whom_and_when(held: list[Log]) -> None:
    one, other, third = held
    met = union(one, other, third)
    for way in (
        union(third, union(other, one)),
        union(union(third, one), other),
        union(met, one),
        union(met, met),
    ):
        assert [entry.id for entry in way] == [entry.id for entry in met]
        assert told(way) == told(met)


@given(logs())
@settings(max_examples=100, deadline=None)
def test_no_entry_goes_before_what_was_known_when_it_was_taken(held: list[Log]) -> None:
    met = union(*held)
    places = {entry.id: place for place, entry in enumerate(met)}
    for log in held:
        assert [entry.id for entry in log] == sorted((entry.id for entry in log), key=places.__getitem__)
    for entry in met:
        before = [*entry.knew, *filter(None, [entry.undoes])]
        assert all(places[name] < places[entry.id] for name in before if name in places)


@given(logs())
@settings(max_examples=100, deadline=None)
def test_an_undo_takes_effect_wherever_its_log_has_been(held: list[Log]) -> None:
    standing = {entry.id for entry in in_effect(union(*held))}
    undone = {entry.undoes for entry in union(*held) if entry.kind == "undo" and entry.id in standing}
    assert standing == {entry.id for entry in union(*held)} - undone


@given(logs())
@settings(max_examples=100, deadline=None)
def test_nobody_who_worked_in_one_log_disagrees_with_himself(held: list[Log]) -> None:
    alone: Log = []
    for entry in held[0]:
        if entry.undoes is None or entry.undoes in {one.id for one in in_effect(alone)}:
            alone = written(alone, entry)
    assert [found for _, _, found in told(alone) if found] == []


@given(logs(), st.integers(0, 2), st.integers(1, 2))
@settings(max_examples=100, deadline=None)
def test_a_decision_taken_after_the_meeting_settles_it(held: list[Log], which: int, label: int) -> None:
    met = union(*held)
    entry = verdicts.accept(FOUND[which], label, reviewer="Zeynep", at="2025-05-01T10:00:00.000000+00:00")
    after = written(met, entry)
    found = Verdicts(after)
    assert after[-1].id == entry.id
    assert found.in_force(FOUND[which]) == entry
    assert found.disagreement(FOUND[which]) == []
    assert found.status(FOUND[which], TODAY) == "resolved"


@given(logs())
@settings(max_examples=100, deadline=None)
def test_a_difference_on_which_reviewers_disagree_is_open(held: list[Log]) -> None:
    met = union(*held)
    found = Verdicts(met)
    for one in FOUND:
        apart = found.disagreement(one)
        assert not apart or (found.status(one, TODAY), found.in_force(one)) == ("reopened", None)
        assert found.judgement(one, TODAY).disputed == bool(apart)
        assert len(apart) != 1
        assert not {entry.id for entry in apart} & {name for entry in apart for name in entry.knew}

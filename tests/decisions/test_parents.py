"""What reviewers say of stages: the last word holds, none makes a loop, claims carry it through matchings."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from decision_samples import at

from workbench.decisions import undo
from workbench.decisions.parents import Parents, parts_of, refuse_loop, stage
from workbench.decisions.telling import act
from workbench.errors import DecisionError
from workbench.models import Decision, Event

Act = str | int
"""Events by their claims' letters ("ab<cd": ab is a stage of cd; "ab<": of none), or what is undone."""


def event(claims: str) -> Event:
    return Event(f"e-{claims}", f"event {claims}", "talks", tuple(claims))


def said(words: str, moment: str, reviewer: str = "Ayşe") -> Decision:
    one, _, other = words.partition("<")
    return stage(event(one), event(other) if other else None, reviewer=reviewer, at=moment)


def log_of(*acts: Act) -> list[Decision]:
    log: list[Decision] = []
    for number, words in enumerate(acts):
        moment = at(number)
        one = (
            undo(log[words], log, reviewer="Ayşe", at=moment)
            if isinstance(words, int)
            else said(words, moment)
        )
        log.append(one)
    return log


def homes(*events: str) -> dict[str, str]:
    """Claims with their events, which are named by their letters."""
    return {claim: name for name in events for claim in name}


@pytest.mark.parametrize(
    ("acts", "events", "parents"),
    [
        pytest.param(["a<b"], ["a", "b"], {"a": "b"}, id="a stage of another"),
        pytest.param(["a<"], ["a", "b"], {"a": None}, id="a stage of none"),
        pytest.param([], ["a", "b"], {}, id="nobody said anything"),
        pytest.param(["a<b", "a<c"], ["a", "b", "c"], {"a": "c"}, id="the last word holds"),
        pytest.param(["a<b", "a<c", 1], ["a", "b", "c"], {"a": "b"}, id="what is taken back does not hold"),
        pytest.param(["a<b", 0, 1], ["a", "b"], {"a": "b"}, id="an undo that is undone"),
        pytest.param(["a<b"], ["ax", "by"], {"ax": "by"}, id="events that have grown"),
        pytest.param(["ab<c"], ["a", "b", "c"], {"a": "c", "b": "c"}, id="a stage that was parted"),
        pytest.param(["a<bcd"], ["a", "b", "cd"], {"a": "cd"}, id="a whole that was parted: the most claims"),
        pytest.param(["a<bc"], ["a", "b", "c"], {"a": "b"}, id="a whole in equal parts: the first id"),
        pytest.param(["a<b"], ["ab"], {}, id="stage and whole have become one event"),
        pytest.param(["a<c", "a<b"], ["ab", "c"], {"ab": "c"}, id="the word before that one holds again"),
        pytest.param(["a<bc"], ["ab", "c"], {"ab": "c"}, id="only a part of the whole has come to the stage"),
        pytest.param(["a<b"], ["a"], {}, id="the whole is read no more"),
        pytest.param(["a<b"], ["b"], {}, id="the stage is read no more"),
        pytest.param(
            ["a<b", "c<d"], ["ad", "bc"], {"bc": "ad"}, id="a loop that came later: the oldest yields"
        ),
    ],
)
def test_who_is_a_stage_of_what(
    acts: list[Act], events: list[str], parents: Mapping[str, str | None]
) -> None:
    told = Parents(log_of(*acts), homes(*events))
    found = {name: told.of(name) for name in events}
    assert {name: one.whole for name, one in found.items() if one} == parents


def test_all_that_stands_under_an_event_by_what_was_said() -> None:
    told = Parents(log_of("a<b", "b<c", "d<c", "e<f"), homes(*"abcdef"))
    assert sorted(told.under("c")) == ["a", "b", "d"]
    assert [name for name, _ in told.above("a")] == ["a", "b"]


@pytest.mark.parametrize(
    ("acts", "refused", "named"),
    [
        pytest.param(["a<b"], "b<a", ["event a is a stage of event b"], id="the other way round"),
        pytest.param(["a<b", "b<c"], "c<a", ["event a", "event b is a stage of event c"], id="in a ring"),
        pytest.param(["a<b", 0], "b<a", [], id="taken back before"),
        pytest.param(["a<b"], "a<c", [], id="another whole"),
        pytest.param(["a<b"], "b<", [], id="none cannot make a loop"),
        pytest.param(["a<b", "b<"], "b<c", [], id="no loop"),
    ],
)
def test_a_loop_is_refused_and_names_the_entries(acts: list[Act], refused: str, named: list[str]) -> None:
    log = log_of(*acts)
    entry = said(refused, at(9))
    if not named:
        refuse_loop(log, entry, homes(*"abc"))
        assert parts_of(entry)
        return
    with pytest.raises(DecisionError) as raised:
        refuse_loop(log, entry, homes(*"abc"))
    assert all(words in str(raised.value) for words in named)
    assert "workbench undo k" in raised.value.hint


def test_an_event_is_no_stage_of_itself() -> None:
    with pytest.raises(DecisionError, match="no stage of itself"):
        stage(event("a"), event("a"), reviewer="Ayşe", at=at(0))


def test_an_entry_says_itself_in_words_and_keeps_what_its_reviewer_saw() -> None:
    entry = said("ab<cd", at(0))
    assert entry.value == "a,b|c,d"
    assert entry.saw == (("a", "b"), ("c", "d"))
    assert entry.claims == ("a", "b", "c", "d")
    assert act(entry) == "said that it is a stage of event cd"
    assert act(said("ab<", at(0))) == "said that it is a stage of no event"

"""What reviewers said of claims can all hold, or is refused with the entries it contradicts."""

from __future__ import annotations

import re

import pytest
from belonging_samples import Act, log_of, said
from decision_samples import at, sample_discrepancy
from hypothesis import given
from hypothesis import strategies as st

from workbench.decisions import different_events, undo
from workbench.decisions.contradictions import contradictions, refuse_contradiction, together
from workbench.errors import DecisionError
from workbench.models import Decision


@pytest.mark.parametrize(
    ("acts", "groups"),
    [
        pytest.param((), [], id="nothing said"),
        pytest.param(("a=b",), [("a", "b")], id="two claims"),
        pytest.param(("a=b", "b=c"), [("a", "b", "c")], id="it carries over"),
        pytest.param(("a=b", "c=d"), [("a", "b"), ("c", "d")], id="two events"),
        pytest.param(("a=b", "c=d", "d=a"), [("a", "b", "c", "d")], id="two groups joined by one word"),
        pytest.param(("a=b", "b=c", 0), [("b", "c")], id="taken back"),
        pytest.param(("a=b", 0, 1), [("a", "b")], id="brought back"),
        pytest.param(("a/b",), [], id="different events put nothing together"),
    ],
)
def test_what_is_put_together(acts: tuple[Act, ...], groups: list[tuple[str, ...]]) -> None:
    assert together(log_of(*acts)) == groups


REFUSED: list[tuple[str, tuple[Act, ...], str, tuple[str, ...]]] = [
    ("the opposite of what was said", ("a=b",), "a/b", ("a=b",)),
    ("and the other way round", ("a/b",), "a=b", ("a/b",)),
    ("through a third claim", ("a=b", "b=c"), "a/c", ("a=b", "b=c")),
    ("the last of a chain ties it", ("a=b", "c/a"), "b=c", ("a=b", "c/a")),
    ("through four", ("a=b", "c=d", "b=c"), "d/a", ("c=d", "b=c", "a=b")),
    ("by the shorter way", ("a=b", "b=c", "c=d", "a=d"), "a/d", ("a=d",)),
    ("what has nothing to do with it is not named", ("a=b", "x=y", "x/a"), "b/a", ("a=b",)),
    ("a group of three", ("a=b=c",), "a/c", ("a=b=c",)),
]


@pytest.mark.parametrize(
    ("before", "act", "named"), [pytest.param(*case[1:], id=case[0]) for case in REFUSED]
)
def test_a_contradiction_is_refused_with_what_it_contradicts(
    before: tuple[Act, ...], act: str, named: tuple[str, ...]
) -> None:
    log = log_of(*before)
    with pytest.raises(DecisionError) as refused:
        refuse_contradiction(log, said(act, at(len(log))), lambda claim: f"<{claim}>")
    by_act = dict(zip(before, log, strict=True))
    assert re.findall(r"k[0-9a-f]{16}", refused.value.detail) == [by_act[one].id for one in named]
    assert {*"".join(named)} - {*"=/"} >= set(re.findall(r"<(\w)>", refused.value.detail))
    assert f"workbench undo {by_act[named[-1]].id}" in refused.value.hint


@pytest.mark.parametrize(
    ("before", "act"),
    [
        pytest.param(("a=b",), "b=c", id="one more claim"),
        pytest.param(("a=b",), "a/c", id="another event"),
        pytest.param(("a/b", "b/c"), "a=c", id="both differ from a third"),
        pytest.param(("a=b", 0), "a/b", id="the opposite was taken back"),
        pytest.param(("a=b",), "a=b", id="said again"),
        pytest.param(("a/b", "a=b"), "c=d", id="an old contradiction is not held against it"),
    ],
)
def test_what_is_not_refused(before: tuple[Act, ...], act: str) -> None:
    log = log_of(*before)
    entry = said(act, at(len(log)))
    known = len(list(contradictions(log)))
    refuse_contradiction(log, entry)
    assert len(list(contradictions([*log, entry]))) == known


def test_a_verdict_on_a_discrepancy_is_held_to_it_too() -> None:
    log = log_of("a=c")
    verdict = different_events(sample_discrepancy(), reviewer="B", at=at(9))
    with pytest.raises(DecisionError, match=log[0].id):
        refuse_contradiction(log, verdict)


def test_bringing_back_is_held_to_it_too() -> None:
    log = log_of("a=b", 0, "a/b")
    back = undo(log[1], log, reviewer="A", at=at(9))
    with pytest.raises(DecisionError, match=log[2].id):
        refuse_contradiction(log, back)


CLAIMS = "abcdef"
acts = st.lists(
    st.tuples(st.sampled_from(CLAIMS), st.sampled_from("=/"), st.sampled_from(CLAIMS)), max_size=9
)


def consistent(log: list[Decision]) -> bool:
    """Whether some way of putting the claims into events obeys the log: the one that parts all it may."""
    event = {claim: claim for claim in CLAIMS}
    for entry in log:
        if entry.kind == "same_event":
            a, b = (event[claim] for claim in entry.claims)
            event = {claim: a if of == b else of for claim, of in event.items()}
    apart = [entry.claims for entry in log if entry.kind == "different_events"]
    return all(event[a] != event[b] for a, b in apart)


@given(acts, st.randoms())
def test_a_contradiction_is_found_whatever_the_order(
    said_acts: list[tuple[str, str, str]], random: object
) -> None:
    words = [f"{a}{how}{b}" for a, how, b in said_acts if a != b]
    log = log_of(*words)
    shuffled = sorted(log, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert consistent(log) == (next(contradictions(log), None) is None)
    assert consistent(log) == (next(contradictions(shuffled), None) is None)


@given(acts)
def test_a_log_that_refuses_contradictions_never_holds_one(said_acts: list[tuple[str, str, str]]) -> None:
    log: list[Decision] = []
    for a, how, b in said_acts:
        if a == b:
            continue
        entry = said(f"{a}{how}{b}", at(len(log)))
        try:
            refuse_contradiction(log, entry)
        except DecisionError as error:
            assert any(one.id in error.detail for one in log)
            assert not consistent([*log, entry])
        else:
            log.append(entry)
        assert consistent(log)

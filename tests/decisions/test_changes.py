"""What has become of reviewed events since they were decided, and letting a decision stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from belonging_samples import said
from decision_samples import at, sample_discrepancy
from hypothesis import given
from hypothesis import strategies as st

from workbench.decisions import Verdicts, accept, defer, dismiss, enter, note, status_of, undo
from workbench.decisions.changes import Change, changed_since_decided, let_stand
from workbench.decisions.telling import sentences
from workbench.models import Decision, Discrepancy, Event

TODAY = date(2025, 6, 2)
FOUND = sample_discrepancy(("a", "4"), ("b", "7"))
Events = dict[str, str]
"""Event id to its claims, a letter each."""
DECIDED: Events = {"e1": "abc", "e2": "xy"}


def made(events: Events) -> list[Event]:
    return [Event(key, f"fire {key}", "fire", tuple(claims)) for key, claims in events.items()]


def seeing(decision: Decision, events: Events) -> Decision:
    """The decision with the events of its claims, as they stand."""
    saw = tuple(tuple(claims) for claims in events.values() if set(claims) & set(decision.claims))
    return replace(decision, saw=saw)


def changes(
    log: list[Decision], events: Events, discrepancies: list[Discrepancy], gone: str = ""
) -> list[Change]:
    event_of = {claim: key for key, claims in events.items() for claim in claims}
    for claim in gone:
        event_of.pop(claim, None)
    return changed_since_decided(log, made(events), discrepancies, event_of)


def told(found: list[Change]) -> list[str]:
    return [sentence for one in found for sentence in sentences(one, lambda claim: f"{claim}.txt")]


ACCEPTED = seeing(accept(FOUND, 1, reviewer="Ayşe", at=at(0)), DECIDED)
SINCE = "since Ayşe accepted 4 on 1 June 2025"

CLAIMS: list[tuple[str, Events, list[str]]] = [
    ("nothing", DECIDED, []),
    ("another event changes", {"e1": "abc", "e2": "xyz"}, []),
    ("the event has another id", {"e9": "abc", "e2": "xy"}, []),
    ("a claim joins", {"e1": "abcd", "e2": "xy"}, [f"1 claim of d.txt joined {SINCE}"]),
    (
        "an event is merged into it",
        {"e1": "abcxy"},
        [f"1 claim of x.txt and 1 of y.txt joined {SINCE}"],
    ),
    ("a claim leaves", {"e1": "ab", "e2": "xyc"}, [f"1 claim of c.txt left {SINCE}"]),
    (
        "it is parted",
        {"e1": "ac", "e2": "b", "e3": "xy"},
        ["the claims it was taken on now stand in 2 events"],
    ),
    ("a claim is gone", {"e1": "ab", "e2": "xy"}, ["1 claim that it saw: no longer read from the article"]),
    (
        "one comes and one goes",
        {"e1": "abd", "e2": "xyc"},
        [f"1 claim of d.txt joined {SINCE}", f"1 claim of c.txt left {SINCE}"],
    ),
    (
        "many come",
        {"e1": "abcdefgh", "e2": "xy"},
        [f"1 claim of d.txt, 1 of e.txt, 1 of f.txt and 2 of 2 more articles joined {SINCE}"],
    ),
]


@pytest.mark.parametrize(("now", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CLAIMS])
def test_an_event_that_was_decided_never_changes_in_silence(now: Events, expected: list[str]) -> None:
    found = changes([ACCEPTED], now, [FOUND])
    assert told(found) == expected
    assert {one.decision for one in found} <= {ACCEPTED}


def test_a_log_that_did_not_keep_what_was_seen_tells_what_it_can() -> None:
    old = replace(ACCEPTED, saw=())
    assert changes([old], {"e1": "abcd"}, [FOUND]) == []
    assert told(changes([old], {"e1": "ac", "e2": "b"}, [FOUND])) == [
        "the claims it was taken on now stand in 2 events"
    ]
    assert told(changes([old], {"e1": "a"}, [FOUND])) == [
        "1 claim that it saw: no longer read from the article"
    ]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param((("a", "4"), ("b", "7")), [], id="nothing new"),
        pytest.param((("a", "4"), ("b", "7"), ("c", "4")), [], id="a value that was seen"),
        pytest.param(
            (("a", "4"), ("b", "7"), ("c", "9")),
            ["c.txt says “9”, which was not there when Ayşe decided"],
            id="a value that nobody saw",
        ),
        pytest.param(
            (("a", "4"), ("b", "8")),
            ["b.txt is now read as “8”, which was not there when Ayşe decided"],
            id="a claim is read otherwise",
        ),
        pytest.param(
            (("a", "4"), ("b", "7"), *((name, "9") for name in "cdefg")),
            ["c.txt, d.txt, e.txt and 2 more articles say “9”, which was not there when Ayşe decided"],
            id="several articles give it",
        ),
    ],
)
def test_a_value_that_nobody_saw_is_told_and_reopens(
    values: tuple[tuple[str, str], ...], expected: list[str]
) -> None:
    later = replace(sample_discrepancy(*values), id="d9")
    assert told(changes([ACCEPTED], DECIDED, [later])) == expected
    assert status_of([ACCEPTED], later, today=TODAY) == ("reopened" if expected else "resolved")


Act = Callable[[list[Decision]], Decision]


@pytest.mark.parametrize(
    ("acts", "lost"),
    [
        pytest.param([], True, id="nobody decided otherwise"),
        pytest.param([lambda _: dismiss(FOUND, reviewer="B", at=at(1))], False, id="a later verdict"),
        pytest.param([lambda _: note(FOUND, "hm", reviewer="B", at=at(1))], True, id="a note"),
        pytest.param([lambda _: said("a/b", at(1))], False, id="a reviewer parted its claims"),
        pytest.param([lambda _: said("x=y", at(1))], True, id="a reviewer joined others"),
        pytest.param([lambda log: undo(log[0], log, reviewer="A", at=at(1))], False, id="taken back"),
    ],
)
def test_an_accepted_value_that_no_difference_carries_is_told(acts: list[Act], lost: bool) -> None:
    log = [ACCEPTED]
    for act in acts:
        log.append(act(log))
    expected = ["no difference carries “4” any more"] if lost else []
    assert told(changes(log, DECIDED, [])) == expected


@pytest.mark.parametrize(
    "decision",
    [
        pytest.param(dismiss(FOUND, reviewer="A", at=at(0)), id="found no conflict"),
        pytest.param(defer(FOUND, "2025-07-01", reviewer="A", at=at(0)), id="put off"),
    ],
)
def test_a_difference_that_is_gone_needs_no_word_where_no_value_was_chosen(decision: Decision) -> None:
    assert changes([seeing(decision, DECIDED)], DECIDED, []) == []


def test_all_of_its_claims_are_gone() -> None:
    found = changes([ACCEPTED], {"e2": "xy"}, [])
    assert told(found) == ["2 claims that it saw: no longer read from the article"]
    kept = let_stand(found[0], [], [], reviewer="B", at=at(1))
    assert changes([ACCEPTED, kept], {"e2": "xy"}, []) == []


def test_a_later_decision_on_the_event_saw_what_had_changed() -> None:
    other = replace(FOUND, id="d2", key="killed")
    now = {"e1": "abcd", "e2": "xy"}
    later = seeing(enter(other, "5", reviewer="Zeynep", at=at(1)), now)
    assert changes([ACCEPTED, later], now, [FOUND, other]) == []
    after = {"e1": "abcde", "e2": "xy"}
    (change,) = changes([ACCEPTED, later], after, [FOUND, other])
    assert (change.decision, change.joined) == (later, ("e",))


@pytest.mark.parametrize(
    ("act", "now", "expected"),
    [
        pytest.param("b/c", {"e1": "ab", "e9": "c", "e2": "xy"}, [], id="parted as asked"),
        pytest.param("a=x", {"e1": "abcxy"}, [], id="joined as asked"),
        pytest.param(
            "a=x",
            {"e1": "abcxyz"},
            ["1 claim of z.txt joined since Ayşe said that these are one event on 1 June 2025"],
            id="joined as asked, and then by another",
        ),
    ],
)
def test_what_a_reviewer_asked_for_is_no_news(act: str, now: Events, expected: list[str]) -> None:
    log = [ACCEPTED, seeing(said(act, at(1)), DECIDED)]
    assert told(changes(log, now, [FOUND])) == expected


def test_two_events_that_one_difference_spans_were_never_one() -> None:
    across = sample_discrepancy(("a", "4"), ("x", "7"))
    decision = seeing(accept(across, 1, reviewer="A", at=at(0)), DECIDED)
    assert changes([decision], DECIDED, [across]) == []
    assert [one.joined for one in changes([decision], {"e1": "abc", "e2": "xyz"}, [across])] == [("z",)]


def test_letting_stand_takes_it_off_the_list_and_closes_it() -> None:
    later = sample_discrepancy(("a", "4"), ("b", "7"), ("d", "9"))
    now = {"e1": "abcd", "e2": "xy"}
    (change,) = changes([ACCEPTED], now, [later])
    assert (change.joined, len(change.unseen)) == (("d",), 1)
    kept = let_stand(change, made(now)[:1], [later], reviewer="Zeynep", at=at(1), note=" a copy ")
    log = [ACCEPTED, kept]
    assert (kept.kind, kept.value, kept.note, kept.reviewer) == ("keep", ACCEPTED.id, "a copy", "Zeynep")
    assert changes(log, now, [later]) == []
    assert status_of(log, later, today=TODAY) == "resolved"
    again = sample_discrepancy(("a", "4"), ("b", "7"), ("d", "9"), ("f", "11"))
    (news,) = changes(log, {"e1": "abcdf", "e2": "xy"}, [again])
    assert (news.decision, news.since, news.joined) == (ACCEPTED, kept, ("f",))
    assert status_of(log, again, today=TODAY) == "reopened"
    log.append(undo(kept, log, reviewer="Zeynep", at=at(2)))
    assert told(changes(log, now, [later])) == told([change])
    assert status_of(log, later, today=TODAY) == "reopened"


def test_letting_stand_what_is_taken_back_holds_nothing() -> None:
    (change,) = changes([ACCEPTED], {"e1": "abcd"}, [FOUND])
    kept = let_stand(change, made({"e1": "abcd"}), [FOUND], reviewer="B", at=at(1))
    log = [ACCEPTED, kept]
    log.append(undo(ACCEPTED, log, reviewer="A", at=at(2)))
    assert changes(log, {"e1": "abcde"}, [FOUND]) == []
    assert status_of(log, FOUND, today=TODAY) == "open"


def test_a_value_lost_after_it_was_let_stand_is_told() -> None:
    now = {"e1": "abcd", "e2": "xy"}
    (change,) = changes([ACCEPTED], now, [FOUND])
    kept = let_stand(change, made(now)[:1], [FOUND], reviewer="B", at=at(1))
    assert changes([ACCEPTED, kept], now, [FOUND]) == []
    (lost,) = changes([ACCEPTED, kept], now, [])
    assert (lost.decision, lost.lost) == (ACCEPTED, True)
    again = let_stand(lost, made(now)[:1], [], reviewer="B", at=at(2))
    assert changes([ACCEPTED, kept, again], now, []) == []
    (gone,) = changes([ACCEPTED, kept, again], {"e2": "xy"}, [])
    assert (gone.decision, gone.gone) == (ACCEPTED, ("a", "b"))


LETTERS = "abcdefg"
partitions = st.lists(st.integers(0, 3), min_size=len(LETTERS), max_size=len(LETTERS))
values = st.lists(st.sampled_from(["4", "7", "9"]), min_size=len(LETTERS), max_size=len(LETTERS))


@st.composite
def worlds(draw: st.DrawFn, among: str = LETTERS) -> tuple[Events, list[Discrepancy]]:
    """Claims in events, and in some of these a difference; a claim in none is gone."""
    events: Events = {}
    for letter, number in zip(among, draw(partitions), strict=True):
        if number:
            events[f"e{number}"] = events.get(f"e{number}", "") + letter
    given_values = dict(zip(among, draw(values), strict=True))
    differences = [
        replace(sample_discrepancy(*((one, given_values[one]) for one in claims)), id=f"d{key}", event=key)
        for key, claims in events.items()
        if len({given_values[one] for one in claims}) > 1
    ]
    return events, differences


def let_all_stand(log: list[Decision], world: tuple[Events, list[Discrepancy]]) -> list[Decision]:
    events, differences = world
    verdicts = Verdicts(log)
    entries = []
    for change in changes(log, events, differences):
        claims = {*change.decision.claims, *(value.claim for value in change.unseen)}
        held = [one for one in made(events) if claims & set(one.claims)]
        found = [one for one in differences if verdicts.in_force(one) == change.decision]
        entries.append(let_stand(change, held, found, reviewer="B", at=at(50 + len(log) + len(entries))))
    return [*log, *entries]


@given(st.lists(worlds(), min_size=1, max_size=4), worlds())
def test_what_was_just_decided_has_not_changed_and_all_changes_can_be_let_stand(
    before: list[tuple[Events, list[Discrepancy]]], now: tuple[Events, list[Discrepancy]]
) -> None:
    log: list[Decision] = []
    for events, differences in before:
        fresh = [seeing(accept(one, 1, reviewer="A", at=at(len(log))), events) for one in differences]
        log += fresh
        untold = {one.decision for one in changes(log, events, differences)}
        assert untold.isdisjoint(fresh)
    log = let_all_stand(log, now)
    assert changes(log, *now) == []
    assert "reopened" not in {status_of(log, one, today=TODAY) for one in now[1]}

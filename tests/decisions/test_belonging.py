"""What an entry on claims or events holds, and what is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from belonging_samples import sample_claim
from decision_samples import AT

from workbench.decisions.belonging import QUOTED, different, merge, quoted, same, sides_of, split
from workbench.errors import DecisionError
from workbench.models import Decision, Event

A, B, C = map(sample_claim, "abc")
FIRST = Event("e1", "fire, 3 May", "fire", ("a", "b"))
SECOND = Event("e2", "fire, 4 May", "fire", ("c", "d"))

Act = Callable[[], Decision]


@pytest.mark.parametrize(
    ("act", "kind", "value", "label", "event", "saw"),
    [
        pytest.param(
            lambda: same([A, C], [FIRST, SECOND], reviewer="Ayşe", at=AT),
            *("same_event", "a,c", "“told a” | “told c”", "e1", "ab cd"),
            id="two claims tell of one event",
        ),
        pytest.param(
            lambda: different(A, B, [FIRST], reviewer="Ayşe", at=AT),
            *("different_events", "a|b", "“told a” | “told b”", "e1", "ab"),
            id="two claims tell of different ones",
        ),
        pytest.param(
            lambda: merge(FIRST, SECOND, reviewer="Ayşe", at=AT),
            *("same_event", "a,b,c,d", "fire, 3 May | fire, 4 May", "e1", "ab cd"),
            id="two events are one",
        ),
        pytest.param(
            lambda: split(SECOND, ["d"], reviewer="Ayşe", at=AT),
            *("different_events", "d|c", "fire, 4 May: 1 of 2 claims leave", "e2", "cd"),
            id="a claim leaves its event",
        ),
    ],
)
def test_what_an_entry_holds(act: Act, kind: str, value: str, label: str, event: str, saw: str) -> None:
    entry = act()
    assert (entry.kind, entry.value, entry.label, entry.event) == (kind, value, label, event)
    assert (entry.discrepancy, entry.attribute, entry.key) == ("", "event", "")
    assert ["".join(claims) for claims in entry.saw] == saw.split()
    assert {claim for side in sides_of(entry) for claim in side} == set(entry.claims)


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda: same([A, A], [FIRST], reviewer="A", at=AT), id="one claim twice"),
        pytest.param(lambda: different(A, A, [FIRST], reviewer="A", at=AT), id="a claim and itself"),
        pytest.param(lambda: merge(FIRST, FIRST, reviewer="A", at=AT), id="an event and itself"),
        pytest.param(lambda: split(FIRST, ["a", "b"], reviewer="A", at=AT), id="nothing stays"),
        pytest.param(lambda: split(FIRST, [], reviewer="A", at=AT), id="nothing leaves"),
        pytest.param(lambda: split(FIRST, ["c"], reviewer="A", at=AT), id="a claim of another event"),
        pytest.param(lambda: merge(FIRST, SECOND, reviewer=" ", at=AT), id="nobody says it"),
        pytest.param(lambda: merge(FIRST, SECOND, reviewer="A", at="today"), id="no time"),
    ],
)
def test_what_is_refused(act: Act) -> None:
    with pytest.raises(DecisionError):
        act()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Two  hurt\nin all", "“Two hurt in all”", id="blanks"),
        pytest.param("x" * (QUOTED + 1), f"“{'x' * (QUOTED - 1)}…”", id="too long"),
    ],
)
def test_a_quotation(text: str, expected: str) -> None:
    assert quoted(text) == expected

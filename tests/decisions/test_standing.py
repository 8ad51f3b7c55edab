"""Which claims stand for which when an article is read anew, and which decisions lose theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from decision_samples import at, sample_discrepancy

from workbench.decisions import accept, note, undo
from workbench.decisions.standing import displaced, gives, heirs
from workbench.models import About, Claim, Quantity

TEXT = "x" * 100


def told(name: str, start: int, end: int, number: float = 4, **changes: Any) -> Claim:
    """A claim of [start, end) that counts so many."""
    count = Quantity(number, number, number, "person", "injured", None, "event", "exactly", "n", start, end)
    claim = Claim(name, "s", start, end, TEXT[start:end], None, "fire", "occurred", None, quantities=(count,))
    return replace(claim, **changes)


OLD = told("a", 10, 50)
COUNT: dict[str, set[About]] = {"a": {"count"}}


@pytest.mark.parametrize(
    ("fresh", "decided", "expected"),
    [
        pytest.param([], COUNT, {}, id="nothing is read there"),
        pytest.param([told("b", 10, 52)], COUNT, {"a": "b"}, id="almost the same characters"),
        pytest.param([told("b", 10, 70)], COUNT, {}, id="too many more"),
        pytest.param([told("b", 60, 90)], COUNT, {}, id="elsewhere"),
        pytest.param([told("b", 10, 52, 7)], COUNT, {}, id="another number"),
        pytest.param(
            [told("b", 10, 52, 7)], {}, {"a": "b"}, id="another number of which nothing was decided"
        ),
        pytest.param(
            [told("b", 10, 52, event_type="quake")], {"a": {"event"}}, {}, id="another kind of event"
        ),
        pytest.param([told("b", 10, 55), told("c", 10, 51)], COUNT, {"a": "c"}, id="the nearer of two"),
    ],
)
def test_what_stands_for_a_claim(
    fresh: list[Claim], decided: dict[str, set[About]], expected: object
) -> None:
    assert heirs([OLD], fresh, decided, moved=False) == expected


def test_a_claim_stands_for_one_other_at_most() -> None:
    both = [told("a", 10, 50), told("b", 10, 51)]
    assert heirs(both, [told("c", 10, 52)], {}, moved=False) == {"a": "c"}


def test_where_the_text_has_moved_the_same_words_are_the_same_place() -> None:
    first = told("a", 0, 3, text="4  hurt")
    words = [
        told("b", 0, 3, text="5 hurt"),
        told("c", 40, 46, text="4 hurt"),
        told("d", 90, 96, text="4 hurt"),
    ]
    assert heirs([first], words, {}, moved=True) == {"a": "c"}


@pytest.mark.parametrize(
    ("about", "changes", "same"),
    [
        pytest.param("count", {"place": "Ankara"}, True, id="a count at another place"),
        pytest.param("count", {"quantities": ()}, False, id="no count"),
        pytest.param("place", {"place": "Ankara"}, False, id="a place"),
        pytest.param("status", {"modality": "planned"}, False, id="how far it got"),
        pytest.param("speaker", {"speaker": "Vali"}, False, id="who says it"),
        pytest.param("participants", {"participants": ("Vali",)}, False, id="who took part"),
        pytest.param("event", {"speaker": "Vali"}, True, id="the event, told by another"),
    ],
)
def test_what_a_claim_gives(about: About, changes: dict[str, Any], same: bool) -> None:
    assert (gives(OLD, about) == gives(replace(OLD, **changes), about)) == same


FOUND = sample_discrepancy(("a", "4"), ("z", "7"))
ACCEPTED = accept(FOUND, 1, reviewer="Ayşe", at=at(0))


@pytest.mark.parametrize(
    ("after", "taken_over", "how", "now"),
    [
        pytest.param([told("a", 10, 50)], {}, None, None, id="it stands"),
        pytest.param([told("a", 10, 50, place="Ankara")], {}, None, None, id="something else of it changed"),
        pytest.param([told("a", 10, 50, 9)], {}, "read_otherwise", "a", id="it gives another number"),
        pytest.param([told("b", 10, 51)], {"a": "b"}, "taken_over", "b", id="another stands for it"),
        pytest.param([told("b", 40, 90)], {}, "gone", "b", id="another stands there"),
        pytest.param([told("b", 60, 90)], {}, "gone", None, id="nothing stands there"),
    ],
)
def test_decisions_whose_claim_is_not_what_it_was(
    after: list[Claim], taken_over: dict[str, str], how: str | None, now: str | None
) -> None:
    found = displaced([ACCEPTED], {"a": OLD}, {one.id: one for one in after}, taken_over, moved=False)
    expected = [(ACCEPTED, "a", how, now)] if how else []
    assert [(one.decision, one.claim.id, one.how, one.now and one.now.id) for one in found] == expected


def test_only_what_is_in_effect_and_settles_something_is_told() -> None:
    log = [ACCEPTED, note(FOUND, "hm", reviewer="A", at=at(1))]
    log.append(undo(ACCEPTED, log, reviewer="A", at=at(2)))
    assert displaced(log, {"a": OLD}, {}, {}, moved=False) == []

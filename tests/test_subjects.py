"""What a discrepancy is about, in words: nothing that only the program needs reaches a reader."""

from __future__ import annotations

import pytest

from workbench.decisions import dismiss, in_force
from workbench.discrepancies.view import EventView, World, discrepancy, whole
from workbench.models import Attribute, Claim, Event
from workbench.subjects import narrowing, plain_key, subject, superseded_key


@pytest.mark.parametrize(
    ("attribute", "key", "words"),
    [
        pytest.param("count", "prisoner_of_war:each", "count: prisoner of war, each", id="narrowed"),
        pytest.param("date", "", "date", id="no key"),
        pytest.param("date", "date", "date", id="a key that repeats the attribute"),
        pytest.param("wording", "se4d105c3adcdb706.20-sead7f72b6dc4.9", "wording", id="places of quotations"),
        pytest.param("wording", "role", "wording: role", id="an aspect of the wording"),
        pytest.param("total", "phone_call:3790", "total: phone call", id="offset of a stated total"),
        pytest.param("count", "tourist:2025", "count: tourist, 2025", id="a number that narrows stays"),
        pytest.param("count", "injured~superseded", "count: injured", id="mark of a replaced figure"),
        pytest.param("status", "~superseded", "status", id="mark without a key"),
    ],
)
def test_what_differs_is_said_in_words(attribute: Attribute, key: str, words: str) -> None:
    assert subject(attribute, key) == words


@pytest.mark.parametrize("key", ["", "injured", "prisoner_of_war:each"])
def test_a_superseded_key_is_another_key_of_the_same_subject(key: str) -> None:
    assert superseded_key(key) != key
    assert plain_key(superseded_key(key)) == plain_key(key) == key
    assert narrowing("count", superseded_key(key)) == narrowing("count", key)


def test_a_decision_on_a_conflict_leaves_the_superseded_figure_alone() -> None:
    text = "4 kişi yaralandı."
    claim = Claim("c1", "s1", 0, len(text), text, None, "fire", "occurred", None)
    event = Event("e1", "fire", "fire", ("c1",))
    seen = EventView(event, (claim,), World([event], {"c1": claim}, {}))
    values = [whole(claim, 4.0, "4"), whole(claim, 7.0, "7")]
    conflict = discrepancy(seen, "count", "injured", "conflict", values, "They differ.")
    old = discrepancy(seen, "count", "injured", "superseded", values, "Told later.")
    assert conflict.id != old.id
    for decided, other in ((conflict, old), (old, conflict)):
        verdict = dismiss(decided, reviewer="A", at="2025-06-01T10:00:00+03:00")
        assert in_force([verdict], decided) == verdict
        assert in_force([verdict], other) is None
    assert subject(conflict.attribute, conflict.key) == subject(old.attribute, old.key)

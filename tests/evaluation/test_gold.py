"""The annotation itself holds: quotes stand where it says, and whatever it points at exists."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation_sets import SETS, gold

OURS = ("reports", "topics")


def _facts(name: str) -> dict[str, dict[str, Any]]:
    return {fact["id"]: fact for fact in gold(name)["facts"]}


def _pair(pair: list[str] | dict[str, str]) -> tuple[str, str]:
    return (pair["a"], pair["b"]) if isinstance(pair, dict) else (pair[0], pair[1])


@pytest.mark.parametrize("name", OURS)
def test_quotes_stand_at_their_offsets(name: str) -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (SETS[name] / "texts").iterdir()}
    wrong = [
        fact["id"]
        for fact in gold(name)["facts"]
        if texts[fact["doc"]][fact["start"] : fact["end"]] != fact["quote"]
    ]
    assert wrong == []


def test_quotes_of_topics_stand_only_once() -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (SETS["topics"] / "texts").iterdir()}
    assert [
        fact["id"] for fact in gold("topics")["facts"] if texts[fact["doc"]].count(fact["quote"]) != 1
    ] == []


@pytest.mark.parametrize("name", OURS)
def test_ids_are_unique_and_resolve(name: str) -> None:
    annotation, facts = gold(name), _facts(name)
    events = {event["id"] for event in annotation["events"]}
    assert len(facts) == len(annotation["facts"])
    assert {value["fact"] for item in annotation["discrepancies"] for value in item["values"]} <= set(facts)
    pairs = annotation["same_event_pairs"] + annotation["different_event_pairs"]
    assert {key for pair in pairs for key in _pair(pair)} <= set(facts)
    assert {event["parent"] for event in annotation["events"] if event["parent"]} <= events
    assert {item["verdict"] for item in annotation["discrepancies"]} <= set(annotation["verdicts"])


def test_pairs_of_topics_agree_with_the_events_of_their_facts() -> None:
    annotation, facts = gold("topics"), _facts("topics")
    for first, second in map(_pair, annotation["same_event_pairs"]):
        assert facts[first]["event"] == facts[second]["event"]
        assert facts[first]["doc"] != facts[second]["doc"]
    for first, second in map(_pair, annotation["different_event_pairs"]):
        assert facts[first]["event"] != facts[second]["event"]

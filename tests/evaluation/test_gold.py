"""The annotation itself holds: quotes stand where it says, and whatever it points at exists."""

from __future__ import annotations

import json
from typing import Any

import pytest

from evaluation_sets import SETS, gold

OURS = ("reports", "topics", "unseen", "fresh")
STRICT = ("topics", "unseen", "fresh")
"""Sets whose quotes stand once in their text and whose pairs follow from the events of their facts."""
HALVED = ("unseen", "fresh")
"""Sets of which one half of the topics is held back."""


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


@pytest.mark.parametrize("name", STRICT)
def test_quotes_stand_only_once(name: str) -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (SETS[name] / "texts").iterdir()}
    assert [fact["id"] for fact in gold(name)["facts"] if texts[fact["doc"]].count(fact["quote"]) != 1] == []


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


@pytest.mark.parametrize("name", STRICT)
def test_pairs_agree_with_the_events_of_their_facts(name: str) -> None:
    annotation, facts = gold(name), _facts(name)
    for first, second in map(_pair, annotation["same_event_pairs"]):
        assert facts[first]["event"] == facts[second]["event"]
        assert facts[first]["doc"] != facts[second]["doc"]
    for first, second in map(_pair, annotation["different_event_pairs"]):
        assert facts[first]["event"] != facts[second]["event"]


@pytest.mark.parametrize("name", HALVED)
def test_every_topic_is_in_one_half(name: str) -> None:
    annotation = gold(name)
    halves = {topic: entry["half"] for topic, entry in annotation["halves"].items()}
    sources = json.loads((SETS[name] / "sources.json").read_text(encoding="utf-8"))
    assert set(halves.values()) == {"fit", "held"}
    assert {event["topic"] for event in annotation["events"]} == set(halves)
    assert {source["id"]: source["half"] for source in sources} == {
        source["id"]: halves[source["topic"]] for source in sources
    }

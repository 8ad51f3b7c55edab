"""Orders, pages and filters."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from store_samples import World, sample_claim, sample_decision, sample_source

from workbench.errors import StoreError
from workbench.models import Decision, Discrepancy, Judgement
from workbench.store import QueueFilter, Store, log_reading, reading
from workbench.store.reading import CLAIMS_AFTER
from workbench.store.rows import QUEUE_ORDER
from workbench.subjects import superseded_key


def test_sources_are_listed_by_file_with_their_number_of_claims(filled: Store, world: World) -> None:
    first, second = world.sources
    assert [(row.id, row.file, row.claims) for row in filled.sources()] == [
        (second.id, "a.txt", 2),
        (first.id, "b.txt", 2),
    ]


def test_a_source_is_found_by_digest_and_by_id(filled: Store, world: World) -> None:
    source = world.sources[0]
    found = filled.source_by_sha(source.sha256)
    assert found is not None
    assert found.id == source.id
    assert filled.source_by_sha("0" * 64) is None
    assert filled.has_source(source.id)
    assert not filled.has_source("nothing")


@pytest.mark.parametrize(
    "ask",
    [
        lambda store: store.source("gone"),
        lambda store: store.event("gone"),
        lambda store: store.discrepancy("gone"),
        lambda store: store.claims_page("gone"),
    ],
    ids=["source", "event", "discrepancy", "page of claims"],
)
def test_what_is_unknown_is_named(filled: Store, ask: Callable[[Store], object]) -> None:
    with pytest.raises(StoreError, match="gone"):
        ask(filled)


def test_claims_come_by_file_and_place(filled: Store, world: World) -> None:
    fire, speech, other, road = world.claims
    assert filled.claims() == [other, road, fire, speech]
    assert filled.claims(source=world.sources[0].id) == [fire, speech]
    assert filled.claims(event="e1") == [other, fire]
    assert filled.claims(event="e2", source=world.sources[0].id) == []
    assert filled.claims(source="gone") == []


def test_claims_by_id_leaves_out_what_is_not_there(filled: Store, world: World) -> None:
    fire = world.claims[0]
    assert filled.claims_by_id([fire.id, "gone"]) == {fire.id: fire}


def test_pages_of_claims_join_to_the_whole_list(store: Store) -> None:
    for number in range(7):
        source = sample_source(f"Haber {number}: bir iki üç dört beş altı.", f"{number % 3}.txt")
        store.add_source(source, [sample_claim(source, word) for word in ("iki", "bir", "altı", "dört")])
    pages = []
    after = None
    while page := store.claims_page(after, limit=5):
        pages.append(page)
        after = page[-1].id
    assert [len(page) for page in pages] == [5, 5, 5, 5, 5, 3]
    assert [claim for page in pages for claim in page] == store.claims()


def test_parts_are_complete_beyond_one_page(
    store: Store, monkeypatch: pytest.MonkeyPatch, world: World
) -> None:
    monkeypatch.setattr("workbench.store.reading.PAGE", 1)
    for source in world.sources:
        store.add_source(source, world.of(source))
    assert {claim.id: claim for claim in store.claims()} == {claim.id: claim for claim in world.claims}
    assert len(store.claims_by_id(claim.id for claim in world.claims)) == 4
    assert sum(line.startswith("claim ") for line in store.dump()) == 4


def test_events_come_by_day_with_undated_ones_last(filled: Store, world: World) -> None:
    assert filled.events() == list(world.events)
    assert filled.event("e2") == world.events[1]
    assert filled.event_of_claim() == {
        world.claims[0].id: "e1",
        world.claims[2].id: "e1",
        world.claims[3].id: "e2",
    }


def test_links_of_an_event_join_two_of_its_claims(filled: Store, world: World) -> None:
    assert filled.links("e1") == list(world.links)
    assert filled.links("e2") == []


def test_discrepancies_of_an_event(filled: Store, world: World) -> None:
    medium, high, tension = world.discrepancies
    assert filled.discrepancies() == [high, tension, medium]
    assert filled.discrepancies(event="e1") == [high, medium]
    assert filled.discrepancy("d3") == tension


def test_the_queue_puts_what_waits_first(filled: Store) -> None:
    assert filled.queue_ids() == ["d2", "d3", "d1"]
    filled.set_status({"d2": "resolved", "d1": "reopened"})
    assert filled.queue_ids() == ["d3", "d1", "d2"]


def test_the_queue_goes_by_severity_verdict_label_and_id(store: Store, world: World) -> None:
    for source in world.sources:
        store.add_source(source, world.of(source))
    first, second = world.events
    template = world.discrepancies[0]

    def found(name: str, event: str, severity: str, verdict: str) -> Discrepancy:
        changes = {"id": name, "event": event, "severity": severity, "verdict": verdict}
        return Discrepancy(
            **{part: getattr(template, part) for part in ("attribute", "key", "values", "why")} | changes
        )

    expected = [
        found("z", first.id, "high", "conflict"),
        found("a", second.id, "high", "conflict"),
        found("b", second.id, "high", "conflict"),
        found("y", first.id, "high", "tension"),
        found("x", first.id, "medium", "conflict"),
        found("c", first.id, "low", "superseded"),
    ]
    store.replace_matching(world.events, [], expected[::-1])
    assert store.queue_ids() == [one.id for one in expected]


def test_the_queue_is_filtered_by_source(filled: Store, world: World) -> None:
    first, second = world.sources
    assert filled.queue_ids(QueueFilter(sources=(first.id,))) == ["d2", "d3", "d1"]
    assert filled.queue_ids(QueueFilter(sources=(second.id,), severities=("medium",))) == ["d1"]
    assert filled.queue_ids(QueueFilter(sources=("gone",))) == []


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        pytest.param(QueueFilter(), ["d3", "d1", "d2"], id="an empty filter shows all"),
        pytest.param(QueueFilter(statuses=("open", "deferred")), ["d3", "d1"], id="by statuses"),
        pytest.param(QueueFilter(severities=("high",)), ["d3", "d2"], id="by severity"),
        pytest.param(
            QueueFilter(attributes=("count",), verdicts=("conflict",)), ["d1", "d2"], id="by two parts"
        ),
        pytest.param(QueueFilter(verdicts=("superseded",)), [], id="nothing left"),
        pytest.param(QueueFilter(events=("e2",)), ["d3"], id="by the event"),
        pytest.param(QueueFilter(events=("e",)), ["d3", "d1", "d2"], id="by the beginning of its id"),
        pytest.param(QueueFilter(events=("%",)), [], id="no character of the id is syntax"),
        pytest.param(QueueFilter(text="YANGINI injured"), ["d1"], id="words of label and key in any case"),
        pytest.param(
            QueueFilter(text="kisi"), ["d3", "d1", "d2"], id="words of a passage without diacritics"
        ),
        pytest.param(QueueFilter(text="%' OR 1=1 --"), [], id="no character of the text is syntax"),
    ],
)
def test_the_queue_is_filtered(filled: Store, chosen: QueueFilter, expected: list[str]) -> None:
    filled.set_status({"d2": "dismissed"})
    assert filled.queue_ids(chosen) == expected


def test_a_row_of_the_queue(filled: Store) -> None:
    rows = filled.queue_rows(["d1", "gone", "d3"])
    assert list(rows) == ["d1", "d3"]
    row = rows["d1"]
    assert (row.labels, row.sources, row.claims, row.event_label) == (("4", "7"), 2, 2, "Depo yangını")
    assert (row.attribute, row.key, row.verdict, row.severity) == ("count", "injured", "conflict", "medium")
    assert (rows["d3"].sources, rows["d3"].claims, rows["d3"].status) == (1, 1, "open")


@pytest.mark.parametrize(
    ("sql", "parameters"),
    [
        pytest.param(CLAIMS_AFTER, ("a", "s", 1, "c", 50), id="a page of claims"),
        pytest.param(f"SELECT id FROM discrepancies ORDER BY settled, {QUEUE_ORDER}", (), id="the queue"),
        pytest.param("SELECT id FROM sources ORDER BY file, id", (), id="the list of sources"),
    ],
)
def test_long_lists_come_out_of_an_index_in_their_order(
    store: Store, sql: str, parameters: tuple[object, ...]
) -> None:
    with sqlite3.connect(store.path) as connection:
        plan = " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", parameters))
    connection.close()
    assert "TEMP B-TREE" not in plan
    assert "INDEX" in plan


def test_a_decision_bears_on_its_subject_where_they_share_a_claim(store: Store, world: World) -> None:
    """The one it names, and those of its attribute and key on one of its claims; nothing else."""
    first, _, place = world.discrepancies
    renamed = replace(first, id="d7", event="e2")
    apart = replace(first, id="d8", values=place.values[:0])
    superseded = replace(first, id="d9", key=superseded_key(first.key), verdict="superseded")
    for source in world.sources:
        store.add_source(source, world.of(source))
    found = [*world.discrepancies, renamed, apart, superseded]
    store.replace_matching(world.events, [], found)
    asked: list[tuple[set[str], list[str]]] = []

    def judge(log: Sequence[Decision], about: Sequence[Discrepancy]) -> dict[str, Judgement]:
        asked.append(({one.id for one in about}, [entry.id for entry in log]))
        return {one.id: Judgement("dismissed") for one in about}

    store.append_decision(sample_decision("k1", world, discrepancy="d2", key="killed"), judge)
    statuses = store.append_decision(sample_decision("k2", world, discrepancy="gone"), judge)
    assert asked == [({"d2"}, ["k1"]), ({"d1", "d7"}, ["k1", "k2"])]
    assert statuses == {"d1": "dismissed", "d7": "dismissed"}
    rows = store.queue_rows(store.queue_ids())
    assert {key for key, row in rows.items() if row.status == "dismissed"} == {"d1", "d2", "d7"}


def test_entries_about_a_discrepancy_name_it_or_one_of_its_claims(filled: Store, world: World) -> None:
    elsewhere = (world.claims[3].id,)
    for name, changes in {
        "k1": {"claims": elsewhere},
        "k2": {"discrepancy": "gone"},
        "k3": {"discrepancy": "gone", "claims": elsewhere},
        "k4": {"kind": "undo", "undoes": "k2", "discrepancy": "gone"},
    }.items():
        filled.append_decision(sample_decision(name, world, **changes))
    assert [entry.id for entry in filled.decisions_about([filled.discrepancy("d1")])] == ["k1", "k2", "k4"]
    assert filled.decisions_about([]) == []


def test_what_a_decision_bears_on_is_found_without_reading_everything(store: Store) -> None:
    plan: list[str] = []
    real = store._db.conn

    class Explaining:
        def execute(self, sql: str, parameters: tuple[str, ...] = ()) -> sqlite3.Cursor:
            plan.extend(row[3] for row in real.execute(f"EXPLAIN QUERY PLAN {sql}", parameters))
            return real.execute(sql, parameters)

    db: Any = SimpleNamespace(conn=Explaining())
    decision = Decision("k1", "dismiss", "d1", "e1", "date", "", ("c1",), "A", "2025-06-01T10:00:00+03:00")
    reading.discrepancies_about(db, decision)
    log_reading.decisions_about(db, [])
    assert plan
    # What was found already is gone through for what it knew of: "about" is no table.
    scans = [step for step in plan if step.startswith("SCAN") and step != "SCAN about"]
    assert [step for step in scans if "json_each" not in step] == []

"""What is written comes back equal, and a write is whole or not at all."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from store_samples import World, sample_claim, sample_decision, sample_source
from store_strategies import Content, contents

from workbench.errors import StoreError
from workbench.models import Claim, Event, Link
from workbench.store import Store, open_store, prepared


@settings(max_examples=40, deadline=None)
@given(contents())
def test_everything_comes_back_equal(content: Content) -> None:
    source, claims, events, links, discrepancies, log = content
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "claims.db") as store:
        assert store.add_source(source, claims)
        store.replace_matching(events, links, discrepancies)
        for entry in log:
            store.append_decision(entry)
        assert store.source("s1") == source
        assert store.claims_by_id(claim.id for claim in claims) == {claim.id: claim for claim in claims}
        assert {event.id: event for event in store.events()} == {event.id: event for event in events}
        assert store.links() == links
        assert store.discrepancies() == discrepancies
        assert store.decisions() == log


def test_kinds_of_values_come_back_as_they_were(filled: Store, world: World) -> None:
    claim = filled.claims_by_id([world.claims[0].id])[world.claims[0].id]
    assert isinstance(claim.quantities[0].value, float)
    assert claim.quantities[0].part is False
    assert (claim.heading, claim.continues) == (False, False)
    assert isinstance(claim.heading, bool)
    assert isinstance(filled.discrepancy("d1").values[0].value, float)


def test_the_original_is_kept_to_the_byte(store: Store) -> None:
    source = sample_source("Kısa.", original=bytes(range(256)))
    store.add_source(source, [])
    assert store.source(source.id).original == bytes(range(256))


def test_adding_a_source_again_changes_nothing(filled: Store, world: World) -> None:
    before = list(filled.dump())
    changed = replace(world.sources[0], title="Another title")
    assert filled.add_source(changed, []) is False
    assert list(filled.dump()) == before


def broken_claims(world: World) -> dict[str, list[Claim]]:
    good = world.of(world.sources[0])
    return {
        "text that is not at its offsets": [good[0], replace(good[1], text="Vali akşam konuştu")],
        "a claim of another source": [good[0], replace(good[1], source="elsewhere")],
        "one claim twice": [good[0], good[0]],
        "a part that the table refuses": [
            good[0],
            replace(good[1], quantities=(replace(good[0].quantities[0], value=float("nan")),)),
        ],
        "half a surrogate pair": [good[0], replace(good[1], place="\ud800")],
    }


@pytest.mark.parametrize(
    "case",
    [
        "text that is not at its offsets",
        "a claim of another source",
        "one claim twice",
        "a part that the table refuses",
        "half a surrogate pair",
    ],
)
def test_a_source_that_is_refused_leaves_nothing(store: Store, world: World, case: str) -> None:
    with pytest.raises(StoreError) as refused:
        store.add_source(world.sources[0], broken_claims(world)[case])
    assert refused.value.detail
    assert refused.value.hint
    assert list(store.dump()) == []
    assert store.search("vali") == []
    assert store.add_source(world.sources[0], world.of(world.sources[0]))


def test_matching_is_swapped_as_a_whole(filled: Store, world: World) -> None:
    filled.replace_matching([Event("e9", "Yeni", "fire", (world.claims[0].id,))], [], [])
    assert [event.id for event in filled.events()] == ["e9"]
    assert filled.links() == []
    assert filled.discrepancies() == []
    assert filled.event_of_claim() == {world.claims[0].id: "e9"}


def test_matching_that_names_unknown_things_is_refused_and_the_old_one_stays(
    filled: Store, world: World
) -> None:
    before = list(filled.dump())
    event = world.events[0]
    refused = {
        "claim": ([replace(event, claims=("missing",))], [], []),
        "link": ([event], [Link("missing", world.claims[0].id, 1.0, ())], []),
        "event": ([event], [], [replace(world.discrepancies[0], event="missing")]),
        "parent": ([replace(event, parent="missing")], [], []),
        "claim in two events": ([event, replace(event, id="e7")], [], []),
    }
    for events, links, discrepancies in refused.values():
        with pytest.raises(StoreError):
            filled.replace_matching(events, links, discrepancies)
        assert list(filled.dump()) == before


def test_the_log_survives_new_matching_and_statuses_stay_by_id(filled: Store, world: World) -> None:
    filled.append_decision(sample_decision("k1", world))
    filled.set_status({"d1": "resolved", "no such discrepancy": "dismissed"})
    filled.replace_matching(world.events, world.links, world.discrepancies[:2])
    assert filled.decisions() == [sample_decision("k1", world)]
    assert {row.id: row.status for row in filled.queue_rows(["d1", "d2"]).values()} == {
        "d1": "resolved",
        "d2": "open",
    }
    filled.replace_matching([], [], [])
    assert filled.decisions(discrepancy="d1") == [sample_decision("k1", world)]


def test_the_log_keeps_its_order_and_refuses_an_entry_twice(filled: Store, world: World) -> None:
    names = ["k9", "k1", "k5"]
    for name in names:
        filled.append_decision(sample_decision(name, world))
    assert [entry.id for entry in filled.decisions()] == names
    with pytest.raises(StoreError, match="k1"):
        filled.append_decision(sample_decision("k1", world, reviewer="Veli"))
    assert [entry.reviewer for entry in filled.decisions()] == ["Ayşe"] * 3


def test_the_dump_does_not_depend_on_the_order_of_import(tmp_path: Path, world: World) -> None:
    extra = [sample_source(f"Haber {number}.", f"{number}.txt") for number in range(5)]
    everything = [(source, world.of(source)) for source in world.sources]
    everything += [(source, [sample_claim(source, "Haber")]) for source in extra]
    dumps = []
    for name, order in (("one", everything), ("two", everything[::-1])):
        with open_store(tmp_path / f"{name}.db") as store:
            for source, claims in order:
                store.add_source(source, claims[:: 1 if name == "one" else -1])
            events = world.events if name == "one" else world.events[::-1]
            store.replace_matching(events, world.links, world.discrepancies)
            dumps.append(list(store.dump()))
    assert dumps[0] == dumps[1]
    assert len(dumps[0]) == 7 + 9 + 2 + 1 + 3


def test_the_dump_tells_different_content_apart(filled: Store, world: World) -> None:
    before = set(filled.dump())
    filled.set_status({"d1": "dismissed"})
    filled.append_decision(sample_decision("k1", world))
    assert len(set(filled.dump()) - before) == 2


@settings(max_examples=40, deadline=None)
@given(contents())
def test_what_is_prepared_for_the_store_is_the_article_still(content: Content) -> None:
    source, claims, *_ = content
    assert prepared(source, claims).restored() == (source, tuple(claims))

"""The matching changed as far as one article touches it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from store_samples import World, sample_change, sample_decision

from workbench.errors import StoreError
from workbench.models import Decision, Discrepancy, Judgement, Link
from workbench.store import Index, Kept, Reach, Store, open_store


def judged(log: Sequence[Decision], found: Sequence[Discrepancy]) -> dict[str, Judgement]:
    return {one.id: Judgement("dismissed" if log else "open") for one in found}


@pytest.fixture
def indexed(filled: Store, world: World) -> Store:
    """A matching to which articles can be linked."""
    kept = [Kept(claim.id, claim.id.encode(), (1, 10 + at)) for at, claim in enumerate(world.claims)]
    reaches = [Reach("e1", frozenset({3}), frozenset()), Reach("e2", frozenset({3}), frozenset({3, 5}))]
    index = Index("v1", kept[:3], {7: 299, 8: 500}, reaches, [world.sources[0].id])
    filled.replace_matching(world.events, world.links, world.discrepancies, index=index)
    return filled


def test_a_change_touches_what_it_names_and_nothing_else(indexed: Store, world: World) -> None:
    fire, speech, other, road = world.claims
    indexed.append_decision(sample_decision("k1", world, discrepancy="d4", claims=(road.id,)))
    before = indexed.standing()
    assert indexed.change_matching(sample_change(world, generation=before.generation), judged)
    assert [event.claims for event in indexed.events()] == [(other.id, fire.id, road.id)]
    assert indexed.links() == [Link(*sorted((road.id, fire.id)), score=2.5)]
    assert [one.id for one in indexed.discrepancies()] == ["d4"]
    assert indexed.queue_rows(["d4"])["d4"].status == "dismissed"
    assert indexed.features([road.id, fire.id, speech.id]) == {
        road.id: b"road",
        fire.id: fire.id.encode(),
        speech.id: speech.id.encode(),
    }
    assert indexed.reaches(["e1", "e2"]) == [Reach("e1", frozenset({3}), frozenset({4}))]
    assert indexed.block_sizes([7, 8, 9]) == {7: 300, 8: 500}
    assert indexed.sources_to_link() == []
    after = indexed.standing()
    assert (after.version, after.generation, after.claims, after.links) == ("v1", before.generation + 1, 3, 1)
    assert indexed.integrity() == []


def test_events_that_stay_may_be_compared_again(indexed: Store, world: World) -> None:
    change = sample_change(
        world,
        generation=indexed.standing().generation,
        kept=[], linked=[], unlinked=[], gone=[], events=[], reaches=[],
        compared=["e2"], discrepancies=[],
    )  # fmt: skip
    assert indexed.change_matching(change, judged)
    assert indexed.events() == list(world.events)
    assert [one.id for one in indexed.discrepancies()] == ["d2", "d1"]
    assert indexed.links() == list(world.links)


def test_a_change_made_for_another_matching_is_refused(indexed: Store, world: World) -> None:
    before = list(indexed.dump())
    stale = sample_change(world, generation=indexed.standing().generation)
    indexed.replace_matching(world.events, world.links, world.discrepancies)
    assert not indexed.change_matching(stale, judged)
    assert list(indexed.dump()) == before


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"gone": ["e1"]}, id="a claim in two events"),
        pytest.param({"linked": [Link("gone", "gone too", 1.0)]}, id="a link of unknown claims"),
        pytest.param({"kept": [Kept("gone", b"", ())]}, id="features of an unknown claim"),
        pytest.param({"gone": ["e1", "e2"], "events": []}, id="a discrepancy of no event"),
    ],
)
def test_a_change_that_does_not_fit_is_refused_whole(
    indexed: Store, world: World, changes: dict[str, object]
) -> None:
    before = list(indexed.dump())
    change = sample_change(world, generation=indexed.standing().generation, **changes)
    with pytest.raises(StoreError):
        indexed.change_matching(change, judged)
    assert list(indexed.dump()) == before


def test_blocks_hold_the_claims_of_a_key(indexed: Store, world: World) -> None:
    fire, speech, other, _ = (claim.id for claim in world.claims)
    assert indexed.blocks([1, 11, 99]) == {1: sorted([fire, speech, other]), 11: [speech]}


def test_links_and_events_of_claims_are_found(indexed: Store, world: World) -> None:
    fire, speech, other, road = (claim.id for claim in world.claims)
    assert indexed.links_of([fire, speech]) == indexed.links_of([other]) == list(world.links)
    assert indexed.links_of([speech, road]) == []
    assert indexed.event_of([fire, speech, road]) == {fire: "e1", road: "e2"}
    assert [event.id for event in indexed.events_by_id(["e2", "gone"])] == ["e2"]


def test_events_reach_for_one_another(indexed: Store) -> None:
    assert indexed.reaching([3, 4, 5], asks=True) == {3: ["e1", "e2"]}
    assert indexed.reaching([3, 4, 5], asks=False) == {3: ["e2"], 5: ["e2"]}


def test_a_source_is_to_be_linked_until_a_matching_says_otherwise(indexed: Store, world: World) -> None:
    first, second = world.sources
    assert indexed.sources_to_link() == [second.id]
    indexed.replace_matching(world.events, world.links, world.discrepancies)
    assert indexed.sources_to_link() == sorted([first.id, second.id])
    assert indexed.standing().version is None


def test_a_new_database_has_no_matching(tmp_path: Path) -> None:
    with open_store(tmp_path / "new.db") as store:
        standing = store.standing()
    assert (standing.version, standing.claims, standing.links) == (None, 0, 0)

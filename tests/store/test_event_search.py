"""Events are found by what their names say, nearest in time first, however the matching came to be."""

from __future__ import annotations

from datetime import date

import pytest
from store_samples import World, sample_change, sample_claim, sample_source

from workbench.models import Claim, DateSpan, Event, Link
from workbench.store import Store

SENTENCES = ("Iğdır'da köprü çöktü", "Köprü onarıldı", "Heyetler görüştü", "Depo yandı")
WORDS = " ".join(f"{one}." for one in SENTENCES)


def span(day: date) -> DateSpan:
    return DateSpan(day, day, "day", "", 0, 0, "absolute")


def told(claims: list[Claim]) -> list[Event]:
    bridge, repair, talks, fire = (claim.id for claim in claims)
    return [
        Event("e1", "collapse, Iğdır, 2 Nov 2025", "collapse", (bridge,), span(date(2025, 11, 2)), "Iğdır"),
        Event("e2", "repair, Iğdır, 9 Nov 2025", "repair", (repair,), span(date(2025, 11, 9)), "Iğdır"),
        Event(
            "e3", "talks, Derebaşı", "peace_talks", (talks,), None, "Derebaşı", ("Selim Arat", "Kari Dahl")
        ),
        Event("e4", "fire, Akçakum, 5 Nov 2025", "fire", (fire,), span(date(2025, 11, 5)), "Akçakum"),
    ]


@pytest.fixture
def held(store: Store) -> Store:
    source = sample_source(WORDS)
    claims = [sample_claim(source, words) for words in SENTENCES]
    store.add_source(source, claims)
    store.replace_matching(told(claims), [], [])
    return store


@pytest.mark.parametrize(
    ("query", "near", "expected"),
    [
        pytest.param("igdir", date(2025, 11, 1), ["e1", "e2"], id="nearest first"),
        pytest.param("IĞDIR", date(2025, 11, 20), ["e2", "e1"], id="nearest first, from the other side"),
        pytest.param("iğd", None, ["e1", "e2"], id="the beginning of a word, in order of time"),
        pytest.param("peace", None, ["e3"], id="a part of the type"),
        pytest.param("dahl talks", None, ["e3"], id="a participant that the name leaves out"),
        pytest.param("2025-11-05", None, ["e4"], id="an ISO day"),
        pytest.param("5.11.2025", None, ["e4"], id="a day as it is typed in Turkish"),
        pytest.param("november iğdır", None, ["e1", "e2"], id="a month in full"),
        pytest.param("yandi", None, ["e4"], id="a word of a claim alone"),
        pytest.param("köprü", date(2025, 11, 9), ["e2", "e1"], id="words of claims, nearest first"),
        pytest.param("iğdır akçakum", None, [], id="all words must be there"),
        pytest.param('" OR *', None, [], id="nothing is syntax"),
    ],
)
def test_events_are_found(held: Store, query: str, near: date | None, expected: list[str]) -> None:
    found = [event.id for event in held.find_events(query, near=near)]
    assert found[: len(expected)] == expected
    assert expected or query == '" OR *' or not found


def test_without_words_the_nearest_are_offered(held: Store) -> None:
    assert [one.id for one in held.find_events("", near=date(2025, 11, 6), limit=2)] == ["e4", "e2"]
    assert [one.id for one in held.find_events("  ", limit=9)] == ["e1", "e4", "e2"]


def test_a_matching_swapped_in_leaves_no_word_of_the_old(held: Store) -> None:
    claims = held.claims()
    held.replace_matching(told(claims)[:1], [], [])
    assert [one.id for one in held.find_events("iğdır")] == ["e1"]
    assert held.find_events("akçakum") == []
    assert held.integrity() == []


def test_a_change_of_the_matching_changes_what_is_found(filled: Store, world: World) -> None:
    change = sample_change(world)
    assert filled.change_matching(change, lambda log, found: {})
    assert filled.integrity() == []
    for event in change.events:
        assert event.id in [one.id for one in filled.find_events(event.label)]


def test_events_with_links_between_them(held: Store) -> None:
    bridge, repair, talks, fire = (event.claims[0] for event in told(held.claims()))
    pairs = [(bridge, repair), (fire, talks), (talks, bridge)]
    links = [Link(*sorted(pair), score=1.0) for pair in pairs]
    held.replace_matching(told(held.claims()), links, [])
    found = {one: [other.id for other in held.linked_events(one)] for one in ("e1", "e2", "e3", "e4")}
    assert found == {"e1": ["e2", "e3"], "e2": ["e1"], "e3": ["e1", "e4"], "e4": ["e3"]}
    assert [one.id for one in held.linked_events("e1", limit=1)] == ["e2"]

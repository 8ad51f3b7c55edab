"""Finding words whatever their case, diacritics or dots, and taking no query for syntax."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_samples import World, sample_claim, sample_source

from workbench.store import Store
from workbench.store.search import match_expression

TEXT = (
    "Toplantı özeti\n"
    "İstanbul'da yapılan toplantıya 1.200 kişi katıldı, bildiri akşam okundu. Iğdır heyeti ise\n"
    "ertesi gün geldi."
)


@pytest.fixture
def searched(store: Store) -> Store:
    source = sample_source(TEXT, title="Şehir gündemi")
    store.add_source(
        source,
        [
            sample_claim(source, "İstanbul'da yapılan toplantıya 1.200 kişi katıldı"),
            sample_claim(source, "Iğdır heyeti"),
        ],
    )
    return store


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        *(
            pytest.param(query, "İstanbul'da yapılan toplantıya 1.200 kişi katıldı", id=query)
            for query in ("ISTANBUL", "istanbul", "İstanbul", "İSTANBUL", "ıstanbul", "istanbul'da", "istan")
        ),
        *(
            pytest.param(query, "Iğdır heyeti", id=query)
            for query in ("ığdır", "IĞDIR", "igdir", "Iğdır", "Igd")
        ),
        pytest.param("KATILDI istanbul", "İstanbul'da yapılan toplantıya 1.200 kişi katıldı", id="any order"),
        pytest.param("1.200", "İstanbul'da yapılan toplantıya 1.200 kişi katıldı", id="a number as written"),
        pytest.param("istanbul igdir", None, id="all words must occur"),
        pytest.param("stanbul", None, id="only the beginning of a word"),
        pytest.param("istan katıldı", None, id="only the last word may be cut short"),
        pytest.param("200.1", None, id="the parts of a number in their order"),
    ],
)
def test_claims_are_found(searched: Store, query: str, expected: str | None) -> None:
    found = [hit.text for hit in searched.search(query) if hit.kind == "claim"]
    assert found == ([] if expected is None else [expected])


def test_a_hit_in_a_source_is_a_passage_of_its_text(searched: Store) -> None:
    (hit,) = searched.search("ertesi")
    source = searched.source(hit.source)
    assert hit.kind == "source"
    assert hit.id == source.id
    assert hit.text == source.text[hit.start : hit.end] == "ertesi gün geldi."


def test_every_hit_is_at_its_offsets(searched: Store) -> None:
    hits = searched.search("k")
    assert {hit.kind for hit in hits} == {"claim", "source"}
    for hit in hits:
        assert hit.text == searched.source(hit.source).text[hit.start : hit.end]


def test_a_passage_of_one_long_line_is_short(store: Store) -> None:
    source = sample_source("sözcük " * 5_000 + "Muş " + "sözcük " * 5_000)
    store.add_source(source, [])
    (hit,) = store.search("mus")
    assert "Muş" in hit.text
    assert len(hit.text) < 200


def test_a_source_is_found_by_its_title(searched: Store) -> None:
    (hit,) = searched.search("sehir gundemi")
    assert (hit.kind, hit.start) == ("source", 0)


def test_no_more_hits_than_asked_for(store: Store) -> None:
    for number in range(4):
        source = sample_source(f"Deprem haberi {number}.")
        store.add_source(source, [sample_claim(source, "Deprem haberi")])
    assert [hit.kind for hit in store.search("deprem", limit=3)] == ["claim"] * 3
    assert [hit.kind for hit in store.search("deprem", limit=6)] == ["claim"] * 4 + ["source"] * 2
    assert store.search("deprem", limit=0) == []


HOSTILE = [
    '"',
    "*",
    "NEAR(",
    ";--",
    "",
    "   ",
    "a AND",
    "NOT",
    "folded:x",
    "^x",
    "a-b",
    '"a" OR "b',
    "(",
    "_",
    "\x00",
    "x*y",
    "{a b}",
]


@pytest.mark.parametrize("query", HOSTILE, ids=ascii)
def test_a_hostile_query_finds_nothing_and_raises_nothing(searched: Store, query: str) -> None:
    assert searched.search(query) == []


def test_an_endless_query_is_cut(searched: Store) -> None:
    assert len(searched.search("toplantıya " * 100_000)) == 2
    assert searched.search("k" * 1_000_000) == []


def test_operators_are_words_like_others(store: Store) -> None:
    source = sample_source("near and not or")
    store.add_source(source, [])
    assert len(store.search("NOT near OR and")) == 1


def test_any_query_is_only_words(searched: Store) -> None:
    @settings(max_examples=150, deadline=None)
    @given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
    def never_raises(query: str) -> None:
        hits = searched.search(query)
        assert not hits or match_expression(query) is not None

    never_raises()


def test_any_word_of_a_text_finds_it(searched: Store, world: World) -> None:
    for source in world.sources:
        searched.add_source(source, [])
        for word in source.text.split():
            if any(letter.isalnum() for letter in word):
                assert source.id in {hit.id for hit in searched.search(word.upper())}

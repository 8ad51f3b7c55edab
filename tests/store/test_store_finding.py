"""Searching as somebody types: filters, found words marked, pages, and the time it may take."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from store_samples import World, sample_claim, sample_source

from workbench.folding import fold
from workbench.models import Publication, Source
from workbench.store import Found, Sought, Store
from workbench.store.finding import BEGINNING, thickest
from workbench.store.search import found_words


def published(day: date, end: date | None = None) -> Publication:
    return Publication(day, day, end or day, "day", "stated", "", "")


def told(text: str, file: str, day: date | None, **changes: Any) -> Source:
    return sample_source(text, file, published=published(day) if day else None, **changes)


@pytest.fixture
def searched(store: Store) -> Store:
    """Three articles, the oldest imported last; each has one claim that is its first sentence."""
    spring = told("Iğdır'da depo yandı. Vali konuştu.", "körfez.txt", date(2025, 5, 3), title="Depo")
    winter = told("Depo yangını Iğdır'ı sarstı.", "sahil.txt", date(2025, 12, 1), publisher="Sahil Haber")
    undated = told("Iğdır'daki depo için ihale.", "kargo.txt", None)
    for source, modality, kind in (
        (spring, "occurred", "fire"),
        (winter, "occurred", "disaster"),
        (undated, "planned", "tender"),
    ):
        first = source.text.split(".")[0]
        store.add_source(source, [sample_claim(source, first, modality=modality, event_type=kind)])
    return store


def files(store: Store, sought: Sought) -> list[str]:
    rows = store.found_rows(sought, ids := store.find(sought).ids)
    return [store.source(rows[one].source).file for one in ids]


ALL = ["sahil.txt", "körfez.txt", "kargo.txt"]


@pytest.mark.parametrize(
    ("sought", "expected"),
    [
        pytest.param(Sought("igdir"), ALL, id="folded, the latest published first, undated last"),
        pytest.param(Sought("igdir", "articles"), ALL, id="articles as well"),
        pytest.param(Sought("yan"), ["sahil.txt", "körfez.txt"], id="three letters may begin a word"),
        pytest.param(Sought("ya"), [], id="two letters are a whole word"),
        pytest.param(Sought("da"), ["körfez.txt"], id="and are found as one"),
        pytest.param(Sought("depo", source="SAHIL haber"), ["sahil.txt"], id="by publisher"),
        pytest.param(Sought("depo", source="korfez"), ["körfez.txt"], id="by file name, folded"),
        pytest.param(Sought("depo", "articles", source="depo"), ["körfez.txt"], id="by title"),
        pytest.param(Sought("depo", source="nobody"), [], id="by an article that is not there"),
        pytest.param(Sought("depo", since=date(2025, 5, 3)), ALL[:2], id="since that very day"),
        pytest.param(Sought("depo", since=date(2025, 5, 4)), ["sahil.txt"], id="since"),
        pytest.param(Sought("depo", until=date(2025, 5, 3)), ["körfez.txt"], id="until"),
        pytest.param(Sought("depo", modalities=("planned",)), ["kargo.txt"], id="by how far it got"),
        pytest.param(
            Sought("depo", event_types=("tender", "fire")), ["körfez.txt", "kargo.txt"], id="by kind of event"
        ),
        pytest.param(Sought("  "), [], id="no words"),
        pytest.param(Sought('"*('), [], id="no words but signs"),
    ],
)
def test_hits(searched: Store, sought: Sought, expected: list[str]) -> None:
    assert files(searched, sought) == expected


def test_more_hits_than_asked_for_are_said_and_the_last_imported_are_shown(searched: Store) -> None:
    found = searched.find(Sought("depo"), limit=2)
    assert (len(found.ids), found.more) == (2, True)
    rows = searched.found_rows(Sought("depo"), found.ids)
    assert [rows[one].title for one in found.ids] == ["sahil.txt", "kargo.txt"]
    assert not searched.find(Sought("depo"), limit=3).more


def test_a_hit_tells_where_it_stands_and_what_it_is_part_of(filled: Store, world: World) -> None:
    sought = Sought("yaralandi")
    fire = world.claims[0]
    row = filled.found_rows(sought, filled.find(sought).ids)[fire.id]
    assert (row.source, row.text, row.start) == (fire.source, fire.text, fire.start)
    assert [row.text[start:end] for start, end in row.marks] == ["yaralandı"]
    assert (row.event, row.event_label) == ("e1", "Depo yangını")
    assert (row.discrepancies, row.open) == (("d2", "d3", "d1"), 3)
    filled.set_status({"d2": "resolved"})
    row = filled.found_rows(sought, [fire.id])[fire.id]
    assert (row.discrepancies, row.open) == (("d3", "d1", "d2"), 2)


def test_an_article_shows_the_passage_where_the_words_stand_together(store: Store) -> None:
    far = "Yangın haberi.\n" + "Ara söz. " * 100 + "\nDepo yangını büyüdü.\n"
    source = sample_source(far)
    store.add_source(source, [])
    sought = Sought("depo yangin", "articles")
    row = store.found_rows(sought, [source.id])[source.id]
    assert row.text == "Depo yangını büyüdü."
    assert far[row.start :].startswith(row.text)
    assert [row.text[start:end] for start, end in row.marks] == ["Depo", "yangın"]


def test_an_article_found_by_its_title_shows_its_beginning(store: Store) -> None:
    source = sample_source("Vali konuştu.", title="Depo yangını")
    store.add_source(source, [])
    sought = Sought("depo", "articles")
    row = store.found_rows(sought, store.find(sought).ids)[source.id]
    assert (row.title, row.text, row.marks, row.claims) == ("Depo yangını", "Vali konuştu.", (), 0)


def test_when_time_is_over_what_was_found_is_given_and_that_it_is_not_all(store: Store) -> None:
    source = sample_source(" ".join(f"depo{number}." for number in range(5_000)))
    texts = [f"depo{number}." for number in range(5_000)]
    store.add_source(source, [sample_claim(source, text, id=f"c{text}") for text in texts])
    none = Sought("depo", modalities=("denied",))
    assert store.find(none, seconds=-1) == Found((), more=False, broken_off=True)
    assert store.find(none, seconds=60) == Found((), more=False, broken_off=False)
    assert len(store.find(Sought("depo1234"), seconds=60).ids) == 1


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        pytest.param("Iğdır'da İĞDE ve ığdır", "IGDIR", ["Iğdır", "ığdır"], id="Turkish letters"),
        pytest.param("İstanbul, İSTANBUL", "istan", ["İstan", "İSTAN"], id="the typed beginning"),
        pytest.param("kara karar kar", "kar k", ["kar"], id="whole words before the last one"),
        pytest.param("1.200 kişi, 1200 ve 1-200", "1.200", ["1.200", "1-200"], id="a number by its parts"),
        pytest.param("esir takası", "takasi esir", ["esir", "takası"], id="in the text's order"),
        pytest.param("kar karlar", "kar karlar", ["kar", "karlar"], id="the longer one of two"),
        pytest.param("hiç", "", [], id="no words"),
    ],
)
def test_found_words(text: str, query: str, expected: list[str]) -> None:
    spans = found_words(text, query, beginning=BEGINNING)
    assert [text[start:end] for start, end in spans] == expected
    assert all(fold(text)[start:end] == fold(text[start:end]) for start, end in spans)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        pytest.param([], (0, 0), id="nothing"),
        pytest.param([(5, 9), (900, 904)], (5, 9), id="the first of equals"),
        pytest.param([(5, 9), (900, 904), (950, 954)], (900, 904), id="two that stand together"),
    ],
)
def test_thickest(marks: list[tuple[int, int]], expected: tuple[int, int]) -> None:
    assert thickest(marks) == expected

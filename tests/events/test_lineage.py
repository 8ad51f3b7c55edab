"""Near copies and credits in a database: found one by one as articles come in, in whatever order."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from event_rewriting import Wire, wires

from workbench.lineage import trace_sources
from workbench.pipeline import import_paths, rematch
from workbench.sources import source_from_text
from workbench.store import Store, lineages, open_store

STORY = wires("explosion")[0]
FULL, PART = STORY.paragraphs, STORY.paragraphs[:3]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "claims.db") as opened:
        yield opened


def add(store: Store, texts: Sequence[tuple[str, str]], code: str = "tr") -> None:
    for text, name in texts:
        store.add_source(source_from_text(text, file=name, code=code), [])


def groups(store: Store) -> set[frozenset[str]]:
    """File names of near copies, by the text that they go back to."""
    found: dict[str, set[str]] = {}
    for row in store.sources():
        found.setdefault(row.copy_of or row.id, set()).add(row.file)
    return {frozenset(files) for files in found.values() if len(files) > 1}


def written(story: Wire, number: int) -> list[tuple[str, str]]:
    """Copies, and as many reports by other hands as there are."""
    return [*story.copies(number), *((text, f"other-{at}") for at, text in enumerate(story.independent))]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_copies_are_found_whatever_came_in_first(store: Store, seed: int) -> None:
    texts = written(STORY, 30)
    random.Random(seed).shuffle(texts)
    for at in (10, 25, len(texts)):
        add(store, texts[:at])
        trace_sources(store)
    # The same bytes come in but once, whatever their name.
    kept = {row.file for row in store.sources()}
    assert len(kept) > 40
    assert groups(store) == {frozenset(kept & {name for _, name in STORY.copies(30)})}
    assert store.untraced(waiting=False) == []


def test_a_full_text_unites_two_parts_and_says_so(store: Store) -> None:
    parts = ("\n\n".join(("Bir", *FULL[:3])), "ilk.txt"), ("\n\n".join(("İki", *FULL[3:])), "son.txt")
    add(store, parts)
    assert trace_sources(store) == set()
    assert groups(store) == set()
    add(store, [(STORY.text, "tam.txt")])
    ids = {row.file: row.id for row in store.sources()}
    assert trace_sources(store) == {ids["ilk.txt"], ids["son.txt"]}
    assert set(store.sources_to_link()) == set(ids.values())
    assert {row.file: row.copy_of for row in store.sources()} == {
        "ilk.txt": ids["tam.txt"],
        "son.txt": ids["tam.txt"],
        "tam.txt": None,
    }


def test_a_fuller_copy_changes_nothing_for_those_that_were_one(store: Store) -> None:
    add(store, [("\n\n".join(("Bir", *FULL[:n])), f"{n}.txt") for n in (4, 5)])
    assert trace_sources(store) == set()
    add(store, [(STORY.text, "tam.txt")])
    assert trace_sources(store) == set()
    assert groups(store) == {frozenset({"4.txt", "5.txt", "tam.txt"})}


def test_credits_are_kept(store: Store) -> None:
    add(store, [(f"Patlama\n\nKOCAELİ (AA) - {STORY.independent[0]}", "aa.txt")])
    trace_sources(store)
    assert [row.credits for row in store.sources()] == [("Anadolu Ajansı",)]


def test_an_event_told_by_copies_has_one_origin_and_a_first_source(tmp_path: Path, store: Store) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    texts = [
        ("ikinci.txt", "Depoda facia\n\n13.03.2025\n\n" + "\n\n".join(FULL)),
        ("ilk.txt", f"{STORY.title}\n\n12.03.2025\n\n" + "\n\n".join(FULL[:4])),
        ("son.txt", f"Acı haber\n\n13.03.2025\n\n{STORY.independent[2]}"),
    ]
    for name, text in texts:
        (folder / name).write_text(text, encoding="utf-8")
    import_paths(store, [folder])
    rematch(store)
    files = {row.id: row.file for row in store.sources()}
    (event,) = [
        one
        for one in store.events()
        if {files[c.source] for c in store.claims(event=one.id)} == set(files.values())
    ]
    assert event.origins == 2
    assert files[event.first_source or ""] == "ilk.txt"


def test_in_a_crowd_a_copy_follows_the_likest_leader(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Notices made of set phrases would be weighed all anew by each that comes in."""
    monkeypatch.setattr(lineages, "_LEADERS", 0)
    texts = sorted(written(STORY, 12), key=lambda one: -len(one[0]))
    add(store, texts)
    changed = trace_sources(store)
    kept = {row.file for row in store.sources()}
    assert groups(store) == {frozenset(kept & {name for _, name in STORY.copies(12)})}
    assert changed == set()

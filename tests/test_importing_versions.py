"""Versions and copies as they are recognised at import."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from correcting_acts import undo
from describing_acts import remove
from version_articles import PARAGRAPHS, URL, article, in_file, take_in, text

from workbench.models import Retrieval
from workbench.pipeline import link_pending, rematch
from workbench.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "claims.db") as opened:
        yield opened


def order(store: Store) -> list[tuple[str, str]]:
    """(number of all, file) of all that have versions."""
    rows = [row for row in store.sources() if row.version]
    found = ((f"{row.version.number}/{row.version.of}", row.file) for row in rows if row.version)
    return sorted(found)


def test_the_same_address_with_other_text_is_another_version(store: Store) -> None:
    mobile = "http://m.ornekhaber.example/dunya/sel-4711/amp?utm_source=x"
    take_in(store, article(text(), name="ilk"))
    report = take_in(store, article(text(76), url=mobile, name="ikinci", published=date(2025, 5, 28)))
    (added,) = report.added
    assert added.relations == (
        "version 2 of 2, of the article in ilk",
        "changed between versions: 66 → 76",
    )
    assert order(store) == [("1/2", "ilk"), ("2/2", "ikinci")]


def test_the_same_address_with_the_same_text_is_unchanged(store: Store) -> None:
    first = article(text())
    take_in(store, first)
    report = take_in(store, article(text() + "\n\nPaylaş", name="yine"))
    assert (report.added, report.unchanged) == ([], ["yine"])
    assert [(one.file, one.words) for one in report.known] == [
        ("yine", "says the same as when it was imported")
    ]
    assert len(store.sources()) == 1


def test_an_old_version_that_comes_late_takes_its_place(store: Store) -> None:
    take_in(store, article(text(76), name="yeni", published=date(2025, 5, 29)))
    report = take_in(store, article(text(), name="eski", published=date(2025, 5, 27)))
    assert report.added[0].relations == ("an earlier version, 1 of 2, of the article in yeni",)
    assert order(store) == [("1/2", "eski"), ("2/2", "yeni")]


def test_versions_have_one_order_whatever_came_in_first(tmp_path: Path) -> None:
    three = [
        article(text(toll), name=str(toll), published=date(2025, 5, day))
        for toll, day in ((66, 27), (76, 28), (78, 29))
    ]
    found = set()
    for number, mixed in enumerate(permutations(three)):
        with open_store(tmp_path / f"{number}.db") as store:
            for one in mixed:
                take_in(store, one)
            rematch(store)
            found.add("\n".join(store.dump()))
    assert len(found) == 1


def test_a_page_that_says_again_what_it_said_before(store: Store) -> None:
    first = article(text(), name="ilk")
    take_in(store, first, article(text(76), name="sonra", published=date(2025, 5, 28)))
    report = take_in(store, first)
    assert [one.words for one in report.known] == ["says again what its version 1 of 2 said"]


def test_a_file_that_was_changed_is_a_version(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "haber.txt"
    take_in(store, in_file(path, text()))
    report = take_in(store, in_file(path, text(76)))
    assert report.added[0].relations == (
        "version 2 of 2, of the article in haber.txt",
        "changed between versions: 66 → 76",
        "which version is the later one, only the order of import tells",
    )


def test_a_file_that_holds_another_article_is_none(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "haber.txt"
    take_in(store, in_file(path, text()))
    other = "Başkentte bugün 14 ülkenin bakanları iklim için bir araya geldi ve ortak bildiriyi imzaladı."
    report = take_in(store, in_file(path, other, "İklim zirvesi başladı"))
    assert (report.added[0].relations, order(store)) == ((), [])


COPIES = {
    "whole": (text(), 'a copy of ilk'),
    "nearly": (text() + "\n\nHaberin ayrıntıları gelecek.", "nearly the same as ilk, "),
    "much": (
        "\n\n".join(PARAGRAPHS[1:4])
        + "\n\nKent sakinleri geceyi okullarda geçirdi; belediye sıcak yemek dağıttı, iki okul barınak oldu.",
        "has much of its text in common with ilk, ",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "words"), COPIES.values(), ids=COPIES.keys())
def test_copies_of_another_page_are_said(store: Store, body: str, words: str) -> None:
    take_in(store, article(text(), name="ilk"))
    report = take_in(store, article(body, url="https://baska.example/h/9", publisher="Başka", name="kopya"))
    (added,) = report.added
    assert [one.startswith(words) for one in added.relations] == [True]
    assert added.version is None


def test_the_same_bytes_under_another_name_are_said(store: Store, tmp_path: Path) -> None:
    one, other = in_file(tmp_path / "a.txt", text()), in_file(tmp_path / "b.txt", text())
    report = take_in(store, one, other)
    assert [known.words for known in report.known] == ["the same file as a.txt"]


def test_versions_are_found_again_after_reading_anew(store: Store) -> None:
    from workbench.rereading import reread

    take_in(store, article(text(), name="ilk"), article(text(76), name="ikinci", published=date(2025, 5, 28)))
    before = [store.version(row.id) for row in store.sources()]
    rows = [row.id for row in store.sources()]
    store.replace_claims(store.source(rows[0]), [], {})
    assert reread(store, rows).failed == []
    link_pending(store)
    assert [store.version(row.id) for row in store.sources()] == before


def test_what_is_fetched_is_ordered_by_the_time_of_retrieval(store: Store) -> None:
    from dataclasses import replace

    def fetched(toll: int, at: str) -> Retrieval:
        return Retrieval(URL, URL, at, 200, (), f"{toll}")

    early = replace(article(text(76), name="76"), retrieval=fetched(76, "2025-05-28T09:00:00+03:00"))
    late = replace(article(text(78), name="78"), retrieval=fetched(78, "2025-05-28T07:30:00+00:00"))
    take_in(store, late, early)
    assert order(store) == [("1/2", "76"), ("2/2", "78")]


def test_a_version_that_is_out_is_none_until_it_is_brought_back(store: Store) -> None:
    three = ((66, 27), (76, 28), (78, 29))
    for toll, day in three:
        take_in(store, article(text(toll), name=str(toll), published=date(2025, 5, day)))
    entry = remove(store, "76")
    rematch(store)
    assert order(store) == [("1/2", "66"), ("2/2", "78")]
    undo(store, entry)
    rematch(store)
    assert order(store) == [("1/3", "66"), ("2/3", "76"), ("3/3", "78")]

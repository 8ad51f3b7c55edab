"""What is found where an article says otherwise than it did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from version_articles import ENGLISH_TITLE, ENGLISH_URL, article, take_in, text

from workbench.models import Discrepancy
from workbench.pipeline import link_pending, rematch
from workbench.store import Store, open_store

Body = tuple[str, int]
MARK = {False: "Güncelleme: 28.05.2025 14:30", True: "Updated: 28 May 2025 14:30"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "claims.db") as opened:
        yield opened


def told(store: Store, bodies: Sequence[str], *, english: bool = False) -> list[Discrepancy]:
    """The discrepancies of versions with these texts, published a day after each other."""
    facts = {"url": ENGLISH_URL, "title": ENGLISH_TITLE} if english else {}
    for number, body in enumerate(bodies):
        take_in(store, article(body, name=f"v{number}", published=date(2025, 5, 27 + number), **facts))
    rematch(store)
    return store.discrepancies()


def said(found: Discrepancy) -> tuple[str, list[str], str | None]:
    return found.attribute, [value.label for value in found.values], found.suggestion


@pytest.mark.parametrize("english", [False, True], ids=["Turkish", "English"])
def test_a_toll_that_was_edited_twice_is_one_finding(store: Store, english: bool) -> None:
    (found,) = told(store, [text(toll, english=english) for toll in (66, 76, 78)], english=english)
    least = "at least " if english else ""
    labels = [f"{least}{toll}" for toll in (66, 76, 78)]
    assert said(found) == ("count", labels, labels[-1])
    assert found.why == (
        f"Changed between versions of the article, which does not say so: {' → '.join(labels)}."
    )
    assert (found.verdict, found.severity, found.rule) == (
        "superseded",
        "medium",
        "what the latest version of the article says",
    )


@pytest.mark.parametrize("english", [False, True], ids=["Turkish", "English"])
def test_a_change_that_is_marked_weighs_little(store: Store, english: bool) -> None:
    bodies = [text(english=english), text(76, english=english, mark=MARK[english])]
    (found,) = told(store, bodies, english=english)
    assert (found.severity, "which says that it was changed" in found.why) == ("low", True)


@pytest.mark.parametrize("english", [False, True], ids=["Turkish", "English"])
def test_a_day_that_was_edited(store: Store, english: bool) -> None:
    found = told(store, [text(english=english), text(day=27, english=english)], english=english)
    assert [said(one) for one in found] == [("date", ["26 May 2025", "27 May 2025"], "27 May 2025")]


WORDING = {
    "typo": text(who="Yetklililer"),
    "other order": text(order="02134"),
    "a sentence more": text() + "\n\nBelediye, yardımların sürdüğünü duyurdu.",
    "a sentence less": text(order="0124"),
}


@pytest.mark.parametrize("body", WORDING.values(), ids=WORDING.keys())
def test_other_words_alone_are_no_finding(store: Store, body: str) -> None:
    assert told(store, [text(), body]) == []


def test_a_toll_that_went_back_is_told_in_its_order(store: Store) -> None:
    (found,) = told(store, [text(66), text(76), text(66, who="Görevliler")])
    assert "66 → 76 → 66" in found.why
    assert found.suggestion == "66"


def test_a_toll_that_went_back_and_rose(store: Store) -> None:
    (found,) = told(store, [text(66), text(76), text(66, who="Görevliler"), text(78)])
    assert "66 → 76 → 66 → 78" in found.why


def test_versions_are_one_voice(store: Store) -> None:
    told(store, [text(66), text(76), text(78)])
    assert {event.origins for event in store.events()} == {1}


def test_only_what_the_article_says_now_is_held_against_others(store: Store) -> None:
    take_in(
        store,
        article(
            "Örenköy'de 26 Mayıs'ta meydana gelen selde 78 kişi hayatını kaybetti.",
            url="https://b.example/1",
            publisher="B",
            name="b",
            published=date(2025, 5, 28),
        ),
    )
    found = told(store, [text(66), text(78)])
    assert [said(one)[1] for one in found] == [["66", "78"]]
    assert "Changed between versions" in found[0].why


def test_a_page_that_is_cut_short_withdraws_nothing(store: Store) -> None:
    third = article(
        "Örenköy'de 26 Mayıs'ta meydana gelen selde 50 kişi hayatını kaybetti.",
        url="https://b.example/1",
        publisher="B",
        name="b",
        published=date(2025, 5, 26),
    )
    take_in(store, third)
    found = told(store, [text(66), "Haberin devamı aboneler içindir."])
    assert [said(one)[1] for one in found] == [["50", "66"]]


def test_the_order_of_import_changes_nothing(tmp_path: Path) -> None:
    three = [
        article(text(toll, day), name=str(toll), published=date(2025, 5, published))
        for toll, day, published in ((66, 26, 27), (76, 26, 28), (78, 27, 29))
    ]
    found = set()
    for number, mixed in enumerate(permutations(three)):
        with open_store(tmp_path / f"{number}.db") as store:
            for one in mixed:
                take_in(store, one)
                link_pending(store)
            found.add(tuple(store.dump()))
            rematch(store)
            found.add(tuple(store.dump()))
    assert len(found) == 1


def test_a_record_holds_what_the_latest_version_says(store: Store) -> None:
    from workbench.records.reconcile import reconcile

    told(store, [text(66), text(78)])
    sources = {row.id: row for row in store.sources()}
    event = next(event for event in store.events() if len(event.claims) > 4)
    record = reconcile(
        event,
        store.claims(event=event.id),
        store.discrepancies(event=event.id),
        [],
        sources,
        today=date(2025, 6, 1),
    )
    assert record.attributes["killed"].best == 78
    assert record.attributes["evacuated"].rule == "one source only"

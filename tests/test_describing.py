"""Articles taken out and described by hand: written at once with what follows, and undone without a trace."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from correcting_acts import REVIEWER, TODAY, at, claim_with, imported, reject, source_of, take, undo, written
from describing_acts import describe, remove
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from workbench import pipeline, reviewing
from workbench.correcting import standing
from workbench.decisions import accept, describing
from workbench.errors import DecisionError, StoreError
from workbench.models import Decision
from workbench.rereading import reread
from workbench.store import Store, open_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = written(tmp_path / "articles")
    text = "Limanda tören\n\n06.05.2025\n\nAkçakum'da dün yapılan törende 9 kişi ödül aldı.\n"
    (path / "d.txt").write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path, folder: Path) -> Iterator[Store]:
    with open_store(tmp_path / "claims.db") as opened:
        imported(opened, folder, ("a.txt", "b.txt", "c.txt", "d.txt"))
        yield opened


def content(store: Store) -> list[str]:
    return [line for line in store.dump() if not line.startswith(("decision ", "former "))]


def test_an_article_that_is_out_gives_nothing_and_is_found_by_no_word(store: Store) -> None:
    source = source_of(store, "d.txt")
    assert [hit.kind for hit in store.search("törende ödül")] == ["claim", "source"]
    entry = remove(store, "d.txt")
    pipeline.link_pending(store, today=TODAY)
    assert store.claims(source=source.id) == []
    assert store.search("törende ödül") == []
    assert [row.file for row in store.sources()] == ["a.txt", "b.txt", "c.txt"]
    (row,) = [one for one in store.sources(removed=True) if one.id == source.id]
    assert (row.removed, row.claims) == (entry.id, 0)
    assert store.source(source.id) == source
    assert store.sources_to_link() == [] and store.untraced(waiting=False) == []


def test_a_difference_goes_with_its_article_and_comes_back_decided(store: Store) -> None:
    (found,) = [one for one in store.discrepancies() if one.attribute == "count"]
    verdict = take(store, accept(found, 1, reviewer=REVIEWER, at=at(1)))
    entry = remove(store, "a.txt", minute=2)
    pipeline.link_pending(store, today=TODAY)
    assert [one for one in store.discrepancies() if one.attribute == "count"] == []
    (told,) = reviewing.changed(store)
    assert told.change.decision.id == verdict.id and told.change.gone
    undo(store, entry)
    pipeline.link_pending(store, today=TODAY)
    (back,) = [one for one in store.discrepancies() if one.attribute == "count"]
    assert back == found and reviewing.changed(store) == []
    assert store.queue_rows([back.id])[back.id].status == "resolved"


ACTS: dict[str, Callable[[Store], Decision]] = {
    "removed": lambda store: remove(store, "d.txt"),
    "dated": lambda store: describe(store, "d.txt", published="2024-03-01"),
    "dated to a month": lambda store: describe(store, "d.txt", published="2025-05"),
    "without a day": lambda store: describe(store, "d.txt", published="-"),
    "titled": lambda store: describe(store, "d.txt", title="Ödül töreni", author="A. Yazar"),
    "published by": lambda store: describe(store, "d.txt", publisher="Liman Postası"),
    "of a language that nothing reads": lambda store: describe(store, "d.txt", language="fi"),
    "of another language": lambda store: describe(store, "d.txt", language="en"),
    "all at once": lambda store: describe(
        store, "d.txt", title="-", publisher="X", published="2025-01-01", language="en"
    ),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_undo_gives_back_what_the_import_told(store: Store, act: Callable[[Store], Decision]) -> None:
    before = content(store)
    entry = act(store)
    changed = content(store)
    assert changed != before
    back = undo(store, entry)
    pipeline.link_pending(store, today=TODAY)
    assert content(store) == before
    undo(store, back, 51)
    again = content(store)
    assert [line for line in again if line.startswith(("source ", "told ", "claim ", "removed "))] == [
        line for line in changed if line.startswith(("source ", "told ", "claim ", "removed "))
    ]


def test_a_new_day_dates_what_is_told_in_relation_to_it(store: Store) -> None:
    claim = claim_with(store, "d.txt", "9 kişi")
    assert claim.date and claim.date.start == date(2025, 5, 5)
    entry = describe(store, "d.txt", published="2025-05-09")
    now = claim_with(store, "d.txt", "9 kişi")
    assert now.id == claim.id and now.date and now.date.start == date(2025, 5, 8)
    assert claim.id in entry.claims
    published = source_of(store, "d.txt").published
    assert published and published.best == date(2025, 5, 9)
    assert published.reason == "Stated: a reviewer set it." and REVIEWER in published.evidence
    told = store.source_as_told(source_of(store, "d.txt").id)
    assert told.published and told.published.best == date(2025, 5, 6)


def test_a_title_alone_matches_nothing_anew(store: Store) -> None:
    generation = store.standing().generation
    entry = describe(store, "d.txt", title="Ödül töreni")
    assert store.standing().generation == generation and store.sources_to_link() == []
    assert not reviewing.regroups(store, entry)
    assert [hit.kind for hit in store.search("ödül töreni")] == ["source"]


def test_reading_again_keeps_what_was_set_by_hand(store: Store) -> None:
    describe(store, "d.txt", published="2025-05-09", title="Ödül töreni")
    remove(store, "c.txt", minute=1)
    before = content(store)
    report = reread(store, [row.id for row in store.sources(removed=True)])
    assert (report.changed, report.failed) == ([], [])
    assert content(store) == before


def test_importing_an_article_again_leaves_it_out(store: Store, folder: Path) -> None:
    entry = remove(store, "d.txt")
    report = pipeline.import_paths(store, [folder])
    assert [(one.file, one.by) for one in report.removed] == [("d.txt", entry)]
    assert sorted(report.unchanged) == ["a.txt", "b.txt", "c.txt"]
    assert store.claims(source=entry.key) == []


def test_the_log_holds_for_an_article_that_comes_in_after_it(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    describe(store, "d.txt", published="2025-05-09", title="Ödül töreni")
    remove(store, "c.txt", minute=1)
    with open_store(tmp_path / "other.db") as other:
        for entry in store.decisions():
            other.append_decision(entry)
        report = pipeline.import_paths(other, [folder])
        pipeline.link_pending(other, today=TODAY)
        pipeline.link_pending(store, today=TODAY)
        assert [one.file for one in report.removed] == ["c.txt"]
        assert content(other) == content(store)
        assert other.integrity() == []


REFUSED: dict[str, tuple[Callable[[Store], object], str]] = {
    "nothing differs": (lambda s: describe(s, "d.txt", published="2025-05-06"), "Nothing is changed"),
    "no day": (lambda s: describe(s, "d.txt", published="yesterday"), "cannot be entered"),
    "a day to come": (lambda s: describe(s, "d.txt", published="2226-05-06"), "yet to come"),
    "a day before newspapers": (lambda s: describe(s, "d.txt", published="1025-05-06"), "so old"),
    "no language": (lambda s: describe(s, "d.txt", language="Turkish"), "cannot be entered"),
    "a title with a line end hidden in it": (lambda s: describe(s, "d.txt", title="a\x1b[2Jb"), "entered"),
    "a title without end": (lambda s: describe(s, "d.txt", title="a" * 301), "cannot be entered"),
}


@pytest.mark.parametrize(("act", "why"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_said_is_refused(store: Store, act: Callable[[Store], object], why: str) -> None:
    before = list(store.dump())
    with pytest.raises(DecisionError, match=why):
        act(store)
    assert list(store.dump()) == before


def test_two_reviewers_cannot_overtake_each_other(store: Store) -> None:
    source = source_of(store, "d.txt")
    title = describing.describe(source, {"title": "B"}, (), reviewer="Zeynep", at=at(9))
    gone = describing.remove(source, (), reviewer="Zeynep", at=at(9))
    rejected = claim_with(store, "d.txt", "9 kişi")
    describe(store, "d.txt", title="A")
    with pytest.raises(DecisionError, match=f"changed meanwhile: d.txt: {REVIEWER}"):
        reviewing.decide(store, title)
    remove(store, "d.txt", minute=1)
    for act in (lambda: reviewing.decide(store, gone), lambda: reject(store, rejected, 8)):
        with pytest.raises(DecisionError, match=f"article is removed: d.txt: {REVIEWER}"):
            act()
    assert [entry.reviewer for entry in store.decisions()] == [REVIEWER, REVIEWER]


def test_what_was_decided_since_stands_against_undoing(store: Store) -> None:
    first = describe(store, "b.txt", published="2025-06-01")
    second = describe(store, "b.txt", published="2025-05-20", minute=1)
    assert first.claims
    with pytest.raises(DecisionError, match="Later decisions rest on this"):
        reviewing.taking_back(store, first, reviewer="A", at=at(5))
    undo(store, second)
    reject(store, claim_with(store, "b.txt", "Kent 5"), 6)
    with pytest.raises(DecisionError, match="Later decisions rest on this"):
        reviewing.taking_back(store, first, reviewer="A", at=at(7))


def test_a_failure_leaves_neither_entry_nor_change(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = list(store.dump())

    def fail(*_given: object) -> None:
        raise StoreError("Broken", "behind the entry")

    monkeypatch.setattr("workbench.store.told.keep_said", fail)
    with pytest.raises(StoreError, match="behind the entry"):
        remove(store, "d.txt")
    assert list(store.dump()) == before


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("remove", "published", "title", "language", "reject", "undo", "reread")),
        st.sampled_from(("a.txt", "b.txt")),
        st.integers(0, 9),
    ),
    max_size=6,
)
VALUES = {"published": ("2025-05-01", "2025-06", "-"), "title": ("Yangın", "-"), "language": ("en", "tr")}


@settings(max_examples=8, deadline=None)
@for_all(todo=STEPS)
def test_articles_follow_from_their_import_and_the_log(
    tmp_path_factory: pytest.TempPathFactory, todo: list[tuple[str, str, int]]
) -> None:
    folder = written(tmp_path_factory.mktemp("acts") / "articles")
    with open_store(folder.parent / "claims.db") as store, open_store(folder.parent / "other.db") as other:
        imported(store, folder, ("a.txt", "b.txt"))
        told = {row.id: store.source(row.id) for row in store.sources()}
        for minute, step in enumerate(todo):
            with contextlib.suppress(DecisionError, StopIteration, IndexError):
                act(store, minute, *step)
        for key, source in told.items():
            now = standing(source, store.corrections(key))
            assert (store.source(key), store.source_as_told(key)) == (now.source, source)
            assert {one.id: one for one in store.claims(source=key)} == {one.id: one for one in now.claims}
        for entry in store.decisions():
            other.append_decision(entry)
        pipeline.import_paths(other, [folder / "b.txt", folder / "a.txt"])
        pipeline.link_pending(other, today=TODAY)
        pipeline.rematch(store, today=TODAY)
        assert content(other) == content(store)
        assert store.integrity() == []


def act(store: Store, minute: int, what: str, file: str, nth: int) -> None:
    if what == "remove":
        remove(store, file, minute)
    elif what == "undo":
        log = store.decisions()
        undo(store, log[nth % len(log)] if log else log[nth], minute)
    elif what == "reread":
        reread(store, [row.id for row in store.sources(removed=True)])
    elif what == "reject":
        reject(store, claim_with(store, file, ""), minute)
    else:
        describe(store, file, minute, **{what: VALUES[what][nth % len(VALUES[what])]})

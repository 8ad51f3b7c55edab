"""Two databases of the same articles in which two people worked apart: what they decided meets."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from correcting_acts import (
    TODAY,
    claim_with,
    imported,
    make,
    read_again,
    reject,
    source_of,
    undo,
    written,
)
from describing_acts import describe, remove
from merging_acts import (
    Act,
    accept,
    content,
    injured,
    join,
    offered,
    part,
    stage_of,
    take_over,
    taken_back,
)

from workbench import pipeline
from workbench.claims import read_claims
from workbench.decisions import entries
from workbench.errors import WorkbenchError
from workbench.merging import merge
from workbench.merging.reading import Offered
from workbench.models import Claim, Source
from workbench.store import Store, open_store


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("base")
    with open_store(folder / "base.db") as store:
        imported(store, written(folder / "articles"))
    return folder / "base.db"


@pytest.fixture
def open_copy(base: Path, tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    with ExitStack() as opened:
        yield lambda name: opened.enter_context(open_store(shutil.copy(base, tmp_path / name)))


PAIRS: dict[str, tuple[Act, Act]] = {
    "the same value": (accept(1, "Ayşe", 1), accept(1, "Mehmet", 2)),
    "other values": (accept(1, "Ayşe", 1), accept(2, "Mehmet", 2)),
    "one taken back": (accept(1, "Ayşe", 1), taken_back(accept(2, "Mehmet", 2))),
    "a verdict and a split": (accept(1, "Ayşe", 1), part),
    "put together, and taken apart": (join, part),
    "each a stage of the other": (stage_of("fire", "talks", 8), stage_of("talks", "fire", 9)),
    "a verdict and a claim rejected": (
        accept(1, "Ayşe", 1),
        lambda store: reject(store, claim_with(store, "b.txt", "7 kişi")),
    ),
    "two titles": (
        lambda store: describe(store, "a.txt", 1, title="Yangın"),
        lambda store: describe(store, "a.txt", 2, title="Liman yangını"),
    ),
    "another day and a claim made": (
        lambda store: describe(store, "b.txt", 1, published="2025-05-09"),
        lambda store: make(store, "b.txt", "5 Mayıs'ta yas", 3),
    ),
    "a verdict on what another one replaced by a claim": (
        lambda store: make(
            store, "b.txt", "3 Mayıs 2025'te Akçakum limanında çıkan yangında 7 kişi yaralandı", 4
        ),
        accept(2, "Mehmet", 2),
    ),
    "out, and decided on": (lambda store: remove(store, "b.txt", 4), accept(2, "Mehmet", 2)),
    "out twice, back once": (
        lambda store: remove(store, "c.txt", 4),
        taken_back(lambda store: remove(store, "c.txt", 5)),
    ),
}


@pytest.mark.parametrize("acts", PAIRS.values(), ids=PAIRS)
def test_both_hold_the_same_after_taking_over_from_each_other(
    acts: tuple[Act, Act], open_copy: Callable[[str], Store]
) -> None:
    one, other, third = open_copy("a.db"), open_copy("b.db"), open_copy("c.db")
    for store, act in zip((one, other), acts, strict=True):
        act(store)
        pipeline.link_pending(store, today=TODAY)
    number = len({entry.id for store in (one, other) for entry in store.decisions()})
    take_over(third, other)
    take_over(one, other)
    take_over(other, one)
    take_over(third, one)
    again = take_over(one, third)
    assert (again.added, again.known, len(one.decisions())) == ([], number, number)
    assert list(one.dump()) == list(other.dump()) == list(third.dump())


def test_what_is_said_of_an_article_that_is_not_here_waits_for_it(
    open_copy: Callable[[str], Store], base: Path, tmp_path: Path
) -> None:
    one = open_copy("a.db")
    accept(1, "Ayşe", 1)(one)
    describe(one, "a.txt", 2, title="Yangın")
    remove(one, "c.txt", 3)
    with open_store(tmp_path / "empty.db") as later:
        report = take_over(later, one)
        assert (len(report.added), len(report.resting), report.matches) == (3, 3, False)
        imported(later, base.parent / "articles")
        pipeline.link_pending(one, today=TODAY)
        assert content(later) == content(one)
        assert source_of(later, "a.txt").title == "Yangın"


def test_what_contradicts_what_others_say_of_events_is_named(open_copy: Callable[[str], Store]) -> None:
    one, other = open_copy("a.db"), open_copy("b.db")
    join(one)
    parted = part(other)
    assert take_over(one, other).contradicting == [parted]
    assert take_over(other, one).contradicting == [parted]
    assert take_over(one, other).contradicting == []


def cut_short(source: Source) -> tuple[Claim, ...]:
    """A newer reader: it leaves the last character off every claim, so that each has another id."""
    return tuple(
        replace(one, id=f"{one.id}short", end=one.end - 1, text=one.text[:-1]) for one in read_claims(source)
    )


@pytest.fixture
def read_otherwise(open_copy: Callable[[str], Store], monkeypatch: pytest.MonkeyPatch) -> Store:
    """A database whose articles were read by newer rules after Ayşe had decided."""
    store = open_copy("a.db")
    accept(1, "Ayşe", 1)(store)
    with monkeypatch.context() as newer:
        newer.setattr("workbench.claims.read_claims", cut_short)
        assert set(read_again(store)) == {"taken_over"}
    pipeline.rematch(store, today=TODAY)
    return store


def test_what_was_decided_on_claims_under_their_former_ids_is_told_as_it_is(
    read_otherwise: Store, open_copy: Callable[[str], Store]
) -> None:
    other = open_copy("b.db")
    accept(2, "Mehmet", 2)(other)
    report = take_over(read_otherwise, other)
    name = injured(read_otherwise).id
    assert read_otherwise.queue_rows([name])[name].status == "reopened"
    assert (report.changes, report.disputed) == ([(name, "resolved", "reopened")], [name])


def test_claims_under_their_former_ids_are_put_into_events_as_others_say(
    read_otherwise: Store, open_copy: Callable[[str], Store]
) -> None:
    other = open_copy("b.db")
    parted = part(other)
    assert take_over(read_otherwise, other).contradicting == []
    events = read_otherwise.event_of_claim()
    one, other_one = (events[f"{claim}short"] for claim in parted.claims)
    assert one != other_one


def test_what_contradicts_is_named_under_former_ids_too(
    read_otherwise: Store, open_copy: Callable[[str], Store]
) -> None:
    other = open_copy("b.db")
    join(read_otherwise)
    parted = part(other)
    assert [one.id for one in take_over(read_otherwise, other).contradicting] == [parted.id]


def test_what_a_part_of_a_log_rests_on_is_named(open_copy: Callable[[str], Store]) -> None:
    one, other = open_copy("a.db"), open_copy("b.db")
    accept(1, "Ayşe", 1)(other)
    first = other.decisions()[0]
    undone = undo(other, first, 2)
    accept(2, "Ayşe", 3)(other)
    parts = offered(other)
    report = merge(one, [held for held in parts if held.entry and held.entry.id != first.id], today=TODAY)
    assert (len(report.added), report.missing) == (2, [first.id])
    assert undone.id in {entry.id for entry in report.added}
    assert merge(one, parts, today=TODAY).missing == []


def test_nothing_is_written_where_one_only_asks(open_copy: Callable[[str], Store]) -> None:
    one, other = open_copy("a.db"), open_copy("b.db")
    accept(1, "Ayşe", 1)(one)
    accept(2, "Mehmet", 2)(other)
    before = list(one.dump())
    asked = merge(one, offered(other), today=TODAY, write=False)
    assert list(one.dump()) == before
    done = take_over(one, other)
    assert (asked.added, asked.changes, asked.disputed) == (done.added, done.changes, done.disputed)
    assert done.disputed == [injured(one).id]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"knew": ("k0",)}, "told otherwise"),
        ({"placed": "2027-01-01T00:00:00.000000+00:00"}, "told otherwise"),
        ({"saw": ()}, "told otherwise"),
    ],
    ids=["another thing known", "another place", "nothing seen"],
)
def test_an_entry_that_is_here_otherwise_is_refused(
    open_copy: Callable[[str], Store], change: dict[str, object], why: str
) -> None:
    one = open_copy("a.db")
    accept(1, "Ayşe", 1)(one)
    (entry,) = one.entries_as_written([one.decisions()[0].id]).values()
    report = merge(one, [Offered("theirs", replace(entry, **change))], today=TODAY)  # type: ignore[arg-type]
    assert (report.added, report.known) == ([], 0)
    assert [(where, why in str(error)) for where, error in report.refused] == [("theirs", True)]


def test_entries_by_which_an_article_cannot_be_read_stay_out(open_copy: Callable[[str], Store]) -> None:
    one, other = open_copy("a.db"), open_copy("b.db")
    entry = describe(other, "a.txt", 1, title="Yangın")
    foreign = entries.identified(
        replace(entry, value=str(entry.value).replace('"title":"Yangın"', '"published":"soon"'))
    )
    placed = replace(foreign, placed="2026-02-01T07:01:00.000000+00:00")
    accept(1, "Ayşe", 3)(other)
    report = merge(one, [Offered("theirs", placed), *offered(other)[1:]], today=TODAY)
    assert ([where for where, _ in report.refused], len(report.added)) == (["a.txt"], 1)
    assert one.integrity() == []


def test_a_failure_leaves_nothing_half_done(
    open_copy: Callable[[str], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = open_copy("a.db"), open_copy("b.db")
    accept(1, "Mehmet", 1)(other)
    remove(other, "c.txt", 2)
    before = list(one.dump())

    def fails(*_: object) -> None:
        raise WorkbenchError("The disk is full")

    monkeypatch.setattr(Store, "make_standing", fails)
    with pytest.raises(WorkbenchError):
        merge(one, offered(other), today=TODAY)
    assert list(one.dump()) == before


def test_what_somebody_writes_meanwhile_is_taken_into_account(
    open_copy: Callable[[str], Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = open_copy("a.db"), open_copy("b.db")
    describe(other, "a.txt", 5, title="Yangın")
    together = Store.together
    meanwhile = iter([lambda store: describe(store, "a.txt", 2, author="A. Yazar")])

    def interrupted(store: Store) -> AbstractContextManager[None]:
        for act in meanwhile:
            with open_store(tmp_path / "a.db") as desk:
                act(desk)
        return together(store)

    monkeypatch.setattr(Store, "together", interrupted)
    assert len(merge(one, offered(other), today=TODAY).added) == 1
    source = source_of(one, "a.txt")
    assert (source.title, source.author) == ("Yangın", "A. Yazar")

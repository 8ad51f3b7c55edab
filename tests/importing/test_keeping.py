"""What was read goes into the store a few articles at a time; one that is refused stops none before it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.errors import StoreError
from workbench.importing import keeping
from workbench.importing.keeping import Batch
from workbench.importing.reading import Outcome, read_leaf
from workbench.importing.report import ImportReport
from workbench.sources.documents import LIMITS, Document
from workbench.store import Store, open_store

TOLD = "Akçakum'da {} Mayıs 2025 günü çıkan yangında {} kişi yaralandı.\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "c.db") as opened:
        yield opened


def read(number: int) -> Outcome:
    return read_leaf(Document(f"{number}.txt", TOLD.format(number % 28 + 1, number).encode()), LIMITS)


def in_store(store: Store) -> list[str]:
    with open_store(store.path) as another:
        return [row.file for row in another.sources()]


def test_what_waits_is_written_together_at_the_end(store: Store) -> None:
    report = ImportReport()
    with Batch(store, report) as batch:
        for number in range(3):
            batch.add(read(number))
        assert (in_store(store), report.added) == ([], [])
    assert in_store(store) == [one.file for one in report.added] == ["0.txt", "1.txt", "2.txt"]
    assert store.integrity() == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("_MOST", 2, id="so many"),
        pytest.param("_MOST_LETTERS", 80, id="so much text"),
        pytest.param("_SECONDS", 0.0, id="so long"),
    ],
)
def test_nothing_waits_for_ever(
    store: Store, monkeypatch: pytest.MonkeyPatch, name: str, value: float
) -> None:
    monkeypatch.setattr(keeping, name, value)
    with Batch(store, ImportReport()) as batch:
        batch.add(read(1))
        batch.add(read(2))
        assert in_store(store) == ["1.txt", "2.txt"]


def test_one_that_is_refused_stops_none_before_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    real, report = keeping.keep, ImportReport()

    def refuse(into: Store, outcome: Outcome, told: ImportReport) -> None:
        real(into, outcome, told)
        if outcome == read(3):
            raise StoreError("The database refuses this", "3.txt", "")

    monkeypatch.setattr(keeping, "keep", refuse)
    batch = Batch(store, report)
    for number in range(1, 5):
        batch.add(read(number))
    with pytest.raises(StoreError, match=r"3\.txt"):
        batch.write()
    assert in_store(store) == ["1.txt", "2.txt"]
    assert [one.file for one in report.added][:2] == ["1.txt", "2.txt"]


def test_the_same_text_twice_in_one_transaction_is_known(store: Store) -> None:
    report = ImportReport()
    with Batch(store, report) as batch:
        batch.add(read(1))
        batch.add(read(1))
    assert (len(report.added), report.unchanged) == (1, ["1.txt"])

"""Lines of exports that are made at once, and by several processes: the same as those of rows one by one."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from store_samples import sample_claim, sample_source

from benchmarks.reported import build
from workbench.exporting import Choice, export, lines, processes, write_export
from workbench.exporting.lines import Lines
from workbench.records.rows import What
from workbench.records.seals import compact
from workbench.store import EventFilter, Store, open_store

TODAY = date(2026, 1, 1)
LINED: tuple[What, ...] = ("claims", "events", "discrepancies")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lines") / "claims.db"
    build(path, 60)
    return path


@pytest.fixture
def large(made: Path) -> Iterator[Store]:
    with open_store(made) as store:
        yield store


@pytest.fixture
def everything_is_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MANY", 1)
    monkeypatch.setattr(lines, "cores", lambda: 2)
    monkeypatch.setattr(processes, "_SHARE", 7)


def by_rows(store: Store, choice: Choice) -> list[bytes]:
    return [compact(row) for row in export(store, choice, today=TODAY).rows]


@pytest.mark.parametrize(
    "chosen", [EventFilter(), EventFilter(text="semt 2015"), EventFilter(state="open")], ids=str
)
@pytest.mark.parametrize("what", LINED)
def test_they_are_what_rows_give(large: Store, what: What, chosen: EventFilter) -> None:
    choice = Choice(what, chosen)
    found = list(export(large, choice, today=TODAY).objects())
    assert found == by_rows(large, choice)


@pytest.mark.usefixtures("everything_is_many")
@pytest.mark.parametrize("what", LINED)
def test_several_processes_give_the_same(large: Store, what: What, monkeypatch: pytest.MonkeyPatch) -> None:
    choice = Choice(what)
    monkeypatch.setattr(lines.Work, "lines", lambda *_: pytest.fail("made here"))
    with large.standing_still():
        made = export(large, choice, today=TODAY)
        assert isinstance(made.lines, Lines)
        assert list(made.objects()) == by_rows(large, choice)

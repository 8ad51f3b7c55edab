"""Lines of exports that are made at once, and by several processes: the same as those of rows one by one."""

import multiprocessing
import shutil
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from itertools import islice
from pathlib import Path

import pytest
from store_samples import sample_claim, sample_source

from benchmarks.reported import build
from workbench.exporting import (
    BrokenOffError,
    Choice,
    choices,
    export,
    lines,
    processes,
    write_export,
)
from workbench.exporting.dossiers import dossiers, records
from workbench.pipeline import import_paths
from workbench.records.rows import What
from workbench.records.seals import compact
from workbench.store import EventFilter, Store, open_store

ARTICLES = Path(__file__).parents[3] / "shared" / "sources"
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
    monkeypatch.setattr(lines.Work, "lines", lambda *_: pytest.fail("made here"))
    with large.standing_still():
        made = list(export(large, Choice(what), today=TODAY).objects())
        assert made == by_rows(large, Choice(what))
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("everything_is_many")
def test_what_a_process_that_dies_leaves_is_made_here(large: Store) -> None:
    with large.standing_still():
        whole = by_rows(large, Choice("claims"))
        made = export(large, Choice("claims"), today=TODAY).objects()
        begun = list(islice(made, 10))
        for process in multiprocessing.active_children():
            process.kill()
            process.join()
        assert begun + list(made) == whole


@pytest.mark.usefixtures("everything_is_many")
def test_what_others_have_written_since_is_not_told(made: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(made, tmp_path / "claims.db"))
    late = sample_source("Geç gelen haber. Depo söndü.", "00.txt")
    with open_store(path) as store, store.standing_still():
        before = by_rows(store, Choice("claims"))
        assert store.is_current()
        with open_store(path) as other:
            other.add_source(late, [sample_claim(late, "Depo söndü")])
        assert not store.is_current()
        assert list(export(store, Choice("claims"), today=TODAY).objects()) == before
    with open_store(path) as store:
        assert len(by_rows(store, Choice("claims"))) == len(before) + 1


@pytest.mark.usefixtures("everything_is_many")
def test_an_export_that_is_broken_off_leaves_no_process(large: Store, tmp_path: Path) -> None:
    answers = iter([*[False] * 20, True])
    with pytest.raises(BrokenOffError):
        write_export(large, Choice("claims"), "jsonl", tmp_path / "out.jsonl", stop=lambda: next(answers))
    assert (list(tmp_path.iterdir()), multiprocessing.active_children()) == ([], [])


def test_articles_are_forgotten_when_they_are_many(large: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = by_rows(large, Choice("events"))
    monkeypatch.setattr(choices, "PAGE", 3)
    monkeypatch.setattr(import_module("workbench.exporting.dossiers"), "SOURCES_KEPT", 2)
    assert by_rows(large, Choice("events")) == whole


def test_records_that_are_read_briefly_are_those_of_dossiers(large: Store) -> None:
    ids = large.event_ids()
    whole = [one.record for one in dossiers(large, ids, TODAY)]
    assert list(records(large, ids, TODAY)) == whole


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="needs the articles beside the project")
def test_so_are_those_of_real_articles(tmp_path: Path) -> None:
    with open_store(tmp_path / "claims.db") as store:
        import_paths(store, sorted(ARTICLES.iterdir())[:2])
        ids = store.event_ids()
        whole = [one.record for one in dossiers(store, ids, TODAY)]
        assert list(records(store, ids, TODAY)) == whole

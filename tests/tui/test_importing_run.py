"""An import beside reviewing: what it says while it runs, how it stops, what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from workbench import pipeline
from workbench.decisions import verdicts
from workbench.importing import keeping
from workbench.importing.reading import Outcome, Read
from workbench.reviewing import decide
from workbench.sources import Pasted
from workbench.store import Store, open_store
from workbench.tui import importing_run, importing_work
from workbench.tui.importing_run import ImportRun, Result, Standing

TODAY = date(2026, 3, 1)
TOLD = (
    "An explosion at a fireworks depot in Ankara killed 14 people on 4 May 2026, the mayor said.",
    "Firefighters worked on. The explosion at the fireworks depot in Ankara on 4 May 2026 killed 19 people.",
    "Schools stayed closed. On 4 May 2026 an explosion killed 23 people at a fireworks depot in Ankara.",
)
PATIENCE = 120.0
"""Seconds after which an import counts as hung, also on a machine with much to do."""


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a test can look into it; `apart` puts it back into its own process."""
    monkeypatch.setattr(importing_run, "APART", False)


@pytest.fixture
def apart(here: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing_run, "APART", True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "articles"
    path.mkdir()
    for index, text in enumerate(TOLD):
        (path / f"{index}.txt").write_text(f"Report {index}\n\n5 May 2026\n\n{text}\n", encoding="utf-8")
    return path


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "claims.db"
    open_store(path).close()
    return path


def ended(run: ImportRun) -> Result:
    run.start()
    run.join(PATIENCE)
    assert (run.error, run.running) == (None, False)
    assert run.result is not None
    return run.result


def test_what_came_of_it(db: Path, folder: Path) -> None:
    missing = folder / "missing.txt"
    run = ImportRun(db, [folder, missing], today=TODAY)
    result = ended(run)
    assert ([one.file for one in result.added], result.unchanged) == (["0.txt", "1.txt", "2.txt"], 0)
    assert [failure.file for failure in result.failed] == [missing.name]
    assert result.claims == sum(one.claims for one in result.added) > 0
    with open_store(db) as store:
        assert result.new == len(store.queue_ids()) > 0
    assert (run.standing.phase, run.standing.done, run.standing.total) == ("over", 4, 4)


def test_again_it_changes_nothing_and_finds_nothing_new(db: Path, folder: Path) -> None:
    ended(ImportRun(db, [folder], today=TODAY))
    result = ended(ImportRun(db, [folder], today=TODAY))
    assert (result.added, result.unchanged, result.new) == ((), 3, 0)


def test_stopped_it_keeps_and_matches_what_is_in_and_goes_on_the_next_time(
    db: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = ImportRun(db, [folder], today=TODAY)
    real = keeping.keep

    def stop_in_the_second(store: Store, outcome: Outcome, report: pipeline.ImportReport) -> None:
        real(store, outcome, report)
        if isinstance(outcome, Read) and outcome.source.file == "1.txt":
            run.stop()

    monkeypatch.setattr(keeping, "keep", stop_in_the_second)
    result = ended(run)
    assert [Path(path).name for path in result.not_read] == ["2.txt"]
    assert len(result.added) == 2
    assert result.matching and result.matching.events
    assert (run.standing.done, run.standing.total) == (2, 3)
    monkeypatch.undo()
    again = ended(ImportRun(db, [folder], today=TODAY))
    assert ([one.file for one in again.added], again.unchanged) == (["2.txt"], 2)


def test_a_pasted_text_is_a_source_named_after_its_title(db: Path) -> None:
    pasted = Pasted(TOLD[0], "Takas/masası: 700", "Ova Gazetesi", date(2025, 6, 13))
    result = ended(ImportRun(db, pasted, today=TODAY))
    assert [one.file for one in result.added] == ["Takas masası 700.txt"]
    with open_store(db) as store:
        (row,) = store.sources()
        assert (row.title, row.publisher) == ("Takas/masası: 700", "Ova Gazetesi")
        assert row.published and row.published.best == date(2025, 6, 13)


def test_decisions_that_are_touched_are_told(db: Path, folder: Path) -> None:
    late = folder / "2.txt"
    text = late.read_text(encoding="utf-8")
    late.unlink()
    ended(ImportRun(db, [folder], today=TODAY))
    with open_store(db) as store:
        found = store.discrepancy(store.queue_ids()[0])
        accepted = verdicts.accept(found, 1, reviewer="ayse", at="2026-02-01T10:00:00.000000+03:00")
        decide(store, accepted, today=TODAY)
    late.write_text(text, encoding="utf-8")
    result = ended(ImportRun(db, [folder], today=TODAY))
    assert [told.change.decision.id for told in result.touched] == [accepted.id]


def test_long_imports_match_now_and_then(db: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    real = pipeline.link_pending

    def counted(store: Store, *, today: date) -> object:
        seen.append(len(store.sources()))
        return real(store, today=today)

    monkeypatch.setattr(pipeline, "link_pending", counted)
    monkeypatch.setattr(importing_work, "_FIRST_MATCH", 0.0)
    monkeypatch.setattr(importing_work, "_SHARE", 0.0)
    ended(ImportRun(db, [folder], today=TODAY))
    assert seen == [1, 2, 3]


def test_a_fault_nobody_foresaw_is_told(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(*_args: object, **_more: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(pipeline, "import_paths", break_down)
    paths: Sequence[Path] = [db]
    run = ImportRun(db, paths, today=TODAY)
    run.start()
    run.join(PATIENCE)
    assert run.error is not None
    assert "RuntimeError: boom" in str(run.error)
    assert run.result is None


@pytest.mark.usefixtures("apart")
def test_in_a_process_of_its_own_it_says_the_same(db: Path, folder: Path) -> None:
    run = ImportRun(db, [folder, folder / "missing.txt"], today=TODAY)
    result = ended(run)
    assert [one.file for one in result.added] == ["0.txt", "1.txt", "2.txt"]
    assert [failure.error.title for failure in result.failed] == ["Cannot read the file"]
    with open_store(db) as store:
        assert result.new == len(store.queue_ids()) > 0
        assert result.matching and result.matching.events == len(store.events())
    assert (run.standing.phase, run.standing.done, run.standing.total) == ("over", 4, 4)


@pytest.mark.usefixtures("apart")
def test_the_other_process_stops_when_it_is_told_to(db: Path, folder: Path) -> None:
    run = ImportRun(db, [folder], today=TODAY)
    run.stop()
    result = ended(run)
    assert len(result.added) + len(result.not_read) == len(TOLD)


@pytest.mark.usefixtures("apart")
def test_what_the_other_process_refuses_is_told(tmp_path: Path, folder: Path) -> None:
    run = ImportRun(tmp_path, [folder], today=TODAY)
    run.start()
    run.join(PATIENCE)
    assert run.error is not None
    assert (run.error.title, run.result) == ("Not a database", None)
    assert "Name a file" in run.error.hint


@pytest.mark.usefixtures("apart")
def test_when_the_other_process_dies_it_is_told_what_to_do(
    db: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing_run.sys, "executable", str(db.parent / "none"))
    run = ImportRun(db, [folder], today=TODAY)
    run.start()
    run.join(PATIENCE)
    assert run.error is not None
    assert "import the same again" in run.error.hint


@pytest.mark.parametrize(
    ("standing", "rate", "left"),
    [
        pytest.param(Standing(total=10), None, None, id="nothing yet"),
        pytest.param(Standing(done=4, total=10, seconds=2.0), 2.0, 3.0, id="under way"),
        pytest.param(Standing(done=10, total=10, seconds=5.0), 2.0, 0.0, id="all behind"),
    ],
)
def test_rate(standing: Standing, rate: float | None, left: float | None) -> None:
    assert (standing.rate, standing.left) == (rate, left)

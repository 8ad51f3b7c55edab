"""`workbench import` and `run`: what came in, what did not and why, and the exit code that says so."""

import json
import os
import signal
from pathlib import Path

import pytest
from cli_running import Run

from workbench import cli, pipeline
from workbench.models import Claim, Source
from workbench.store import open_store

TEXT = "Takas haberi\n\n{} Mayıs 2025'te taraflar esirlerini değiş tokuş etti.\n"


def one_claim(source: Source) -> tuple[Claim, ...]:
    """The first ten characters as a claim: the commands do not mind what is claimed."""
    if "bozuk" in source.text:
        raise ZeroDivisionError("unforeseen")
    text = source.text[:10]
    return (Claim(f"c{source.id}", source.id, 0, 10, text, None, "other", "occurred", None),)


@pytest.fixture(autouse=True)
def _simple_rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.claims.read_claims", one_claim)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "sources"
    path.mkdir()
    for day in (3, 4, 5):
        (path / f"{day}.txt").write_text(TEXT.format(day), encoding="utf-8")
    return path


def test_everything_comes_in(run: Run, folder: Path) -> None:
    result = run("import", "sources")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "added 3 articles with 3 claims",
        "3 events, 0 links; no differences",
    ]


def test_the_second_time_nothing_changes_and_it_says_so(run: Run, folder: Path) -> None:
    run("import", "sources")
    with open_store(Path("claims.db")) as store:
        before = list(store.dump())
    result = run("import", "sources", "sources/3.txt")
    assert (result.exit_code, "3 already imported, unchanged" in result.stdout) == (0, True)
    with open_store(Path("claims.db")) as store:
        assert before == list(store.dump())


def test_the_order_of_import_does_not_matter(run: Run, folder: Path) -> None:
    run("--db", "a.db", "import", "sources/3.txt", "sources/4.txt")
    run("--db", "b.db", "import", "sources/4.txt")
    run("--db", "b.db", "import", "sources/3.txt")
    with open_store(Path("a.db")) as first, open_store(Path("b.db")) as second:
        assert list(first.dump()) == list(second.dump())


def test_a_bad_file_is_named_and_the_others_come_in(run: Run, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "unforeseen.txt").write_text("Bozuk haber\n\nBu haber bozuk bir haberdir.\n")
    result = run("import", "sources", "missing.txt")
    assert result.exit_code == 1
    assert "added 3 articles with 3 claims, 3 failed" in result.stdout
    for name in ("empty.txt", "unforeseen.txt: ZeroDivisionError: unforeseen", "missing.txt"):
        assert name in result.stderr
    assert result.stderr.count("hint: ") == 3


def test_when_all_fail_the_exit_code_is_3(run: Run) -> None:
    assert run("import", "missing.txt").exit_code == 3


def test_without_paths_it_is_wrong_use(run: Run) -> None:
    assert run("import").exit_code == 2


def test_no_match_leaves_events_for_later(run: Run, folder: Path) -> None:
    result = run("import", "--no-match", "sources")
    assert result.stdout == "added 3 articles with 3 claims\n"
    with open_store(Path("claims.db")) as store:
        assert (len(store.claims()), store.events()) == (3, [])
    assert "3 events" in run("import", "sources").stdout


def test_ctrl_c_stops_after_the_current_article(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupting(monkeypatch, times=1)
    result = run("import", "sources")
    assert result.exit_code == 130
    assert "added 1 article with 1 claim" in result.stdout
    assert f"stopped before {Path('sources/4.txt')}; 2 not read" in result.stderr
    assert "added 2 articles with 2 claims, 1 already imported" in run("import", "sources").stdout


def test_a_second_ctrl_c_stops_at_once_and_leaves_no_half_source(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupting(monkeypatch, times=2)
    assert run("import", "sources").exit_code == 130
    with open_store(Path("claims.db")) as store:
        assert (store.sources(), store.integrity()) == ([], [])


def interrupting(monkeypatch: pytest.MonkeyPatch, *, times: int) -> None:
    """The first article that is read presses Ctrl-C so many times."""
    pressed: list[Source] = []

    def press(source: Source) -> tuple[Claim, ...]:
        if not pressed:
            pressed.append(source)
            for _ in range(times):
                os.kill(os.getpid(), signal.SIGINT)
        return one_claim(source)

    monkeypatch.setattr("workbench.claims.read_claims", press)


def test_progress_tells_done_total_and_file(folder: Path, tmp_path: Path) -> None:
    seen: list[pipeline.Progress] = []
    with open_store(tmp_path / "p.db") as store:
        pipeline.import_paths(store, [folder], progress=seen.append)
    assert [(one.done, one.total, one.file) for one in seen] == [
        (0, 3, "3.txt"),
        (1, 3, "4.txt"),
        (2, 3, "5.txt"),
    ]


def test_run_imports_prints_the_table_and_opens_the_screen(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(cli, "on_terminal", lambda: True)
    monkeypatch.setattr(cli, "_open_screen", lambda session: opened.append(session.db))
    result = run("run")
    assert (result.exit_code, opened) == (0, [Path("claims.db")])
    assert "0 conflicts, 0 tensions" in result.stdout


def test_run_without_a_terminal_only_prints(run: Run, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    result = run("run", "sources")
    assert result.exit_code == 1
    assert "0 conflicts, 0 tensions" in result.stdout


def test_run_with_nothing_to_read_opens_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "on_terminal", lambda: True)
    monkeypatch.setattr(cli, "_open_screen", lambda _session: pytest.fail("opened"))
    assert run("run", "nowhere").exit_code == 3


@pytest.mark.parametrize("answer", ["\n", "sources\n"], ids=["default", "typed"])
def test_without_a_database_it_offers_to_import(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    from click.testing import CliRunner

    opened: list[Path] = []
    monkeypatch.setattr(cli, "on_terminal", lambda: True)
    monkeypatch.setattr(cli, "_open_screen", lambda session: opened.append(session.db))
    result = CliRunner().invoke(cli.main, [], input=answer, catch_exceptions=False)
    assert (result.exit_code, opened) == (0, [Path("claims.db")])
    assert "added 3 articles" in result.stdout


@pytest.mark.parametrize(
    ("data", "note"),
    [
        pytest.param(
            "Takas haberi\n\nEsirler değiş tokuş edildi.\n".encode(), "no publication date", id="no date"
        ),
        pytest.param(
            TEXT.format(3).encode() * 20 + b"\xff\xfe", "2 characters could not be read", id="stray bytes"
        ),
    ],
)
def test_what_an_article_lacks_is_said(run: Run, tmp_path: Path, data: bytes, note: str) -> None:
    (tmp_path / "eksik.txt").write_bytes(data)
    result = run("import", str(tmp_path / "eksik.txt"))
    assert result.exit_code == 0
    assert f"note: eksik.txt: {note}" in result.stderr


def test_an_article_without_claims_is_said(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.claims.read_claims", lambda _source: ())
    assert "no claims found" in run("import", str(folder)).stderr


def test_what_became_of_it_for_programs(run: Run, folder: Path) -> None:
    (folder / "2.txt").write_bytes(b"")
    (folder / "6.txt").write_bytes(b"\x89PNG\r\n")
    result = run("import", "--json", "--no-match", "sources", "none.txt")
    assert result.exit_code == 1
    became = json.loads(result.stdout)
    assert [one["file"] for one in became["added"]] == ["3.txt", "4.txt", "5.txt"]
    assert [one["claims"] for one in became["added"]] == [1, 1, 1]
    assert [one["title"] for one in became["failed"]] == [
        "Nothing to read",
        "Not a text file",
        "Cannot read the file",
    ]
    assert (became["unchanged"], became["not_read"]) == ([], [])
    assert json.loads(run("import", "--json", "sources").stdout)["unchanged"] == ["3.txt", "4.txt", "5.txt"]


def test_many_failures_are_counted_by_their_reason(run: Run, folder: Path) -> None:
    for number in range(30):
        (folder / f"bad{number:02}.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n")
    result = run("import", "sources")
    assert "31 failed (Nothing to read: 30, Not a text file: 1)" in result.stdout
    assert result.stderr.count("Nothing to read") == 20
    assert "11 more failures: --json lists all" in result.stderr


def test_a_size_over_the_option_is_refused(run: Run, folder: Path) -> None:
    (folder / "3.txt").write_bytes(b"Akcakum'da bir haber.\n" + b" " * 1_100_000)
    assert "over 1 MB" in run("import", "--max-size", "1", "sources/3.txt").stderr


def test_the_number_of_processes_changes_nothing(run: Run, folder: Path) -> None:
    assert "added 3 articles" in run("--db", "a.db", "import", "--no-match", "sources").stdout
    assert (
        "added 3 articles" in run("--db", "b.db", "import", "--no-match", "--workers", "2", "sources").stdout
    )
    with open_store(Path("a.db")) as here, open_store(Path("b.db")) as apart:
        assert [row.id for row in here.sources()] == [row.id for row in apart.sources()]

"""`workbench verify`: what it prints, and its exit codes."""

import json
import sys
from pathlib import Path

import pytest
from cli_running import Run
from click.testing import CliRunner

from workbench.cli import main


@pytest.fixture(autouse=True)
def _filled(db: Path) -> None:
    pass


@pytest.fixture
def export(run: Run) -> Path:
    path = Path("events.jsonl")
    run("decide", "d1", "--accept", "2")
    run("export", "events", "--out", str(path))
    return path


def test_what_holds_is_said_with_what_it_was_checked_by(run: Run, export: Path) -> None:
    result = run("verify", str(export))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "2 events, checked by claims.db: all holds",
        "note: the database holds what it held when this was exported",
    ]


def test_what_does_not_hold_is_named_with_its_line(run: Run, export: Path) -> None:
    run("undo")
    result = run("verify", str(export))
    first, *_, summary, note = result.stdout.splitlines()
    assert result.exit_code == 1
    assert first.startswith("line 1, event e1 (") and "was taken back by ayse" in first
    assert summary.endswith("things do not hold")
    assert note.startswith("note: articles or decisions have come into the database")


def test_json_is_a_line_each(run: Run, export: Path) -> None:
    run("undo")
    result = run("verify", str(export), "--json")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1 and {one["kind"] for one in found} == {"decision", "value"}
    assert list(found[0]) == ["line", "kind", "what", "id", "about", "field", "says", "exported", "now"]


def test_seals_alone_need_no_database(run: Run, export: Path) -> None:
    run("undo")
    assert run("--db", "none.db", "verify", str(export), "--seals-only").exit_code == 0
    export.write_bytes(export.read_bytes().replace(b"talks", b"talkz", 1))
    assert run("--db", "none.db", "verify", str(export), "--seals-only").exit_code == 1


def test_standard_input(export: Path) -> None:
    result = CliRunner().invoke(main, ["verify", "-"], input=export.read_bytes())
    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        0,
        "2 events, checked by claims.db: all holds",
    )


def test_what_is_missing_is_said_unless_the_file_is_a_part(run: Run, export: Path) -> None:
    export.write_bytes(export.read_bytes().splitlines(keepends=True)[0])
    result = run("verify", str(export), "--seals-only")
    assert (result.exit_code, result.stdout.splitlines()[0]) == (1, "1 of 2 events are here: 1 missing")
    assert run("verify", str(export), "--seals-only", "--part").exit_code == 0


def test_a_workbook_has_rows(run: Run) -> None:
    run("export", "events", "--format", "xlsx", "--out", "x.xlsx")
    assert "2 events, " in run("verify", "x.xlsx").stdout.splitlines()[-2]
    run("decide", "d1", "--accept", "2")
    result = run("verify", "x.xlsx")
    assert result.exit_code == 1 and result.stdout.startswith("row 2, event e1 (")


def test_what_has_no_seals_is_compared_with_what_would_be_written(run: Run) -> None:
    run("export", "events", "--format", "ics", "--out", "x.ics")
    summary, *notes = run("verify", "x.ics").stdout.splitlines()
    assert summary == "1 event, checked by claims.db: all holds"
    assert notes == [
        "note: this format has no seals: each entry was compared with what the database would write today",
        "note: what was taken out of the file is not noticed",
    ]


@pytest.mark.parametrize(("module", "format_"), [("openpyxl", "xlsx"), ("pyarrow", "parquet")])
def test_a_missing_extra_is_named(
    module: str, format_: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("export", "claims", "--format", format_, "--out", f"x.{format_}")
    monkeypatch.setitem(sys.modules, module, None)
    result = run("verify", f"x.{format_}")
    assert f"needs {module}" in result.stderr and f"pip install 'workbench[{format_}]'" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["none.jsonl"], "Cannot read the export", id="no such file"),
        pytest.param(["events.jsonl", "--db", "none.db"], "or give --seals-only", id="no database"),
        pytest.param(["events.jsonl", "--seals-only", "--db", "x"], "One way at a time", id="two ways"),
        pytest.param(["claims.db", "--seals-only"], "Not an export", id="no export"),
        pytest.param(["events.jsonl", "--articles", "none"], "No article to check against", id="no article"),
        pytest.param(["events.jsonl", "--policy", "none"], "No such policy", id="no policy"),
    ],
)
def test_what_cannot_be_checked(run: Run, export: Path, words: list[str], said: str) -> None:
    result = run("verify", *words)
    assert result.exit_code in (2, 3) and said in result.stderr

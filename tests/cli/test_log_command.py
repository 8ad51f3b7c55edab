"""`workbench log`: the log of decisions, whole or what its options choose."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import get_args

import pytest
from cli_running import Run

from workbench.models import DecisionKind
from workbench.records.fields import FIELDS
from workbench.records.formats.csv import COLUMNS
from workbench.records.seals import KEYS as SEALED

KEYS = tuple(one.name for one in FIELDS["decisions"] if one.name not in SEALED)
FORMATS_PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


@pytest.fixture
def logged(db: Path, run: Run) -> Run:
    """Ayşe accepts and comments, Barış dismisses; Ayşe undoes her first."""
    for words in (
        ("decide", "d1", "--accept", "1"),
        ("decide", "d1", "--note", "=two lists\x1b[2J"),
        ("--reviewer", "barış", "decide", "d2", "--dismiss"),
        ("undo",),
        ("undo",),
    ):
        assert run(*words).exit_code == 0
    return run


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        pytest.param((), ["accept", "note", "dismiss", "undo", "undo"], id="everything, oldest first"),
        pytest.param(("--reviewer", "barış"), ["dismiss"], id="one reviewer"),
        pytest.param(("--kind", "note", "--kind", "dismiss"), ["note", "dismiss"], id="two kinds"),
        pytest.param(("--in-effect",), ["dismiss"], id="what holds"),
        pytest.param(("--since", "2999-01-01"), [], id="from a day on"),
        pytest.param(("--until", "2000-01-01"), [], id="up to a day"),
        pytest.param(("--event", "e1", "LISTS"), ["note"], id="an event and words"),
        pytest.param(("--event", "e2"), [], id="an event that nothing is on"),
    ],
)
def test_options_choose(logged: Run, words: tuple[str, ...], kinds: list[str]) -> None:
    lines = logged("log", "--json", *words).output.splitlines()
    assert [json.loads(line)["kind"] for line in lines] == kinds
    assert len(logged("log", *words).output.splitlines()) == len(kinds)


def test_what_is_undone_says_by_whom(logged: Run) -> None:
    first, second, third, *_ = logged("log").output.splitlines()
    assert "↶ undone by ayse at " in first
    assert "↶ undone by ayse at " in second
    assert "↶" not in third
    assert "\x1b" not in second


def test_json_has_all_that_the_page_promises(logged: Run) -> None:
    row = json.loads(logged("log", "--json").output.splitlines()[0])
    assert tuple(row) == (*KEYS, *SEALED)
    assert (row["label"], row["value"], row["claims"]) == ("1000 each", 1000, ["ca11", "cb22"])
    assert row["event"] == "e1"
    assert row["undone"]["reviewer"] == "ayse"
    page = FORMATS_PAGE.split("## The log")[1].split("\n## ")[0]
    assert [key for key in KEYS if f"`{key}`" not in page] == []
    assert f"`{' '.join(get_args(DecisionKind))}`" in page


@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_is_written_of_the_log_can_be_verified(logged: Run, db: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / {"json": "log.jsonl", "csv": "log.csv"}[form]
    path.write_bytes(logged("log", "--kind", "accept", f"--{form}").stdout_bytes)
    told = logged("--db", str(db), "verify", str(path))
    assert (told.exit_code, told.output.splitlines()[0]) == (0, f"1 decision, checked by {db}: all holds")


def test_csv_has_a_row_for_each_entry_and_no_formula(logged: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(logged("log", "--csv").output, newline="")))
    assert tuple(rows[0]) == (*COLUMNS["decisions"], *SEALED)
    assert [row["kind"] for row in rows] == ["accept", "note", "dismiss", "undo", "undo"]
    assert rows[1]["note"].startswith("'=two lists")
    assert "\x1b" not in rows[1]["note"]
    assert rows[0]["undone.reviewer"] == "ayse"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(("--kind", "merged"), "No such kind of entry: merged", id="kind"),
        pytest.param(("--event", "e9"), "No such event: e9", id="event"),
        pytest.param(("--json", "--csv"), "One format at a time", id="two formats"),
    ],
)
def test_refused(logged: Run, words: tuple[str, ...], said: str) -> None:
    result = logged("log", *words)
    assert result.exit_code == 2
    assert said in result.output

"""Rows that were exported and are not in the file: said, and how many."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from verifying_making import TODAY, Exported

from workbench.exporting import Choice, lines, write_export
from workbench.records.rows import What
from workbench.records.seals import compact, sealed
from workbench.store import EventFilter, open_store
from workbench.verifying import Tally, verify
from workbench.verifying.items import read_mark

Lines = list[bytes]


def said(data: bytes, name: str, *, whole: bool = True) -> list[str]:
    stream = io.BufferedReader(io.BytesIO(data))  # type: ignore[arg-type]
    return [one.says for one in verify(stream, name, None, Tally(), whole=whole)]


def here(number: int, of: int, what: str) -> str:
    return f"{number} of {of} {what} are here: {of - number} missing"


@pytest.mark.parametrize("format_", ["jsonl", "csv"])
@pytest.mark.parametrize("what", ["claims", "events", "decisions"])
@pytest.mark.parametrize(
    ("edit", "left"),
    [
        pytest.param(lambda lines: lines[:-1], -1, id="the last one cut"),
        pytest.param(lambda lines: lines[1:], -1, id="the first one left out"),
        pytest.param(lambda lines: [lines[0], *lines[2:]], -1, id="one between others left out"),
        pytest.param(lambda lines: [*lines[:-1], lines[0]], -1, id="one twice, another left out"),
        pytest.param(lambda lines: lines[:1], None, id="all but one left out"),
        pytest.param(lambda lines: [*lines, lines[0]], 0, id="one twice"),
        pytest.param(lambda lines: sorted(lines), 0, id="sorted"),
    ],
)
def test_what_is_missing(
    edit: Callable[[Lines], Lines], left: int | None, what: What, format_: str, exported: Exported
) -> None:
    path = exported(what, format_)
    head, rows = [], path.read_bytes().splitlines(keepends=True)
    if format_ == "csv":
        head, rows = rows[:1], rows[1:]
    there = 1 if left is None else len(rows) + left
    wanted = [] if left == 0 else [here(there, len(rows), what)]
    edited = b"".join([*head, *edit(rows)])
    assert said(edited, path.name) == wanted
    assert said(edited, path.name, whole=False) == []


def test_a_row_of_a_difference_that_is_missing(exported: Exported) -> None:
    lines = exported("discrepancies", "csv").read_bytes().splitlines(keepends=True)
    name = lines[-1].split(b",")[0].decode()
    rows = sum(line.startswith(name.encode()) for line in lines)
    assert said(b"".join(lines[:-1]), "x.csv") == [f"{rows - 1} of {rows} rows of {name} are here: 1 missing"]
    assert said(b"".join([lines[0], *sorted(lines[1:])]), "x.csv") == []
    objects = len({line.split(b",")[0] for line in lines[1:]})
    without = b"".join(line for line in lines if not line.startswith(name.encode()))
    assert said(without, "x.csv") == [here(objects - 1, objects, "discrepancies")]


def test_a_file_of_several_exports(exported: Exported) -> None:
    claims, log = (exported(what, "jsonl").read_bytes() for what in ("claims", "decisions"))
    lines = claims.splitlines(keepends=True)
    assert said(log + claims, "all.jsonl") == []
    assert said(log + b"".join(lines[1:]), "all.jsonl") == [here(len(lines) - 1, len(lines), "claims")]


def test_a_line_that_was_changed_is_not_said_to_be_missing(exported: Exported) -> None:
    data = exported("claims", "jsonl").read_bytes()
    says = ["it was changed since it was written: its seal does not fit it"]
    assert said(data.replace(b'"modality":"occurred"', b'"modality":"expected"', 1), "x.jsonl") == says
    of = data.count(b"\n")
    assert said(data.replace(b"%d in all" % of, b"9%d in all" % of, 1), "x.jsonl") == says


@pytest.mark.parametrize("format_", ["jsonl", "csv"])
def test_events_that_were_chosen_are_counted(format_: str, reviewed: Path, tmp_path: Path) -> None:
    path = tmp_path / f"some.{format_}"
    with open_store(reviewed, create=False) as store:
        name = store.event_ids(EventFilter())[0]
        for what in ("events", "claims", "discrepancies", "decisions"):
            choice = replace(Choice(what), events=EventFilter(events=(name,)))
            write_export(store, choice, format_, path, today=TODAY, force=True)
            assert said(path.read_bytes(), path.name) == []


def test_lines_of_several_processes_say_the_same(monkeypatch: pytest.MonkeyPatch, exported: Exported) -> None:
    alone = exported("claims", "jsonl").read_bytes()
    monkeypatch.setattr(lines, "MANY", 2)
    monkeypatch.setattr(lines, "cores", lambda: 2)
    assert exported("claims", "jsonl").read_bytes() == alone
    assert b"; %d in all" % alone.count(b"\n") in alone


OLD = "workbench 0.1.0; claims format 1; schema 21; database 34a7160d0c2f92c9"


def test_what_an_export_says_with_and_without_its_number() -> None:
    old, new = read_mark(OLD), read_mark(f"{OLD}; 12 in all")
    assert old and new and (old.total, new.total) == (None, 12)
    assert read_mark(f"{OLD}; part 1 of 2") == old and read_mark(f"{OLD}; 12 in all; part 1 of 2") == new
    assert read_mark(f"{OLD}; many in all") is None


def test_an_export_of_before_that_says_no_number_holds(exported: Exported) -> None:
    rows = [json.loads(line) for line in exported("claims", "jsonl").read_bytes().splitlines()]
    bare = ({key: row[key] for key in list(row)[:-2]} for row in rows[1:])
    assert said(b"".join(compact(row) + b"\n" for row in sealed(bare, OLD)), "claims.jsonl") == []

"""Entries of other logs are what they say they are, or refused by name."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aged_database import age
from hypothesis import given, settings
from hypothesis import strategies as st
from logs_apart import FOUND, written

from workbench.decisions import verdicts
from workbench.decisions.entries import identified
from workbench.decisions.taking_over import entry_from, refuse_foreign
from workbench.errors import DecisionError, StoreError, WorkbenchError
from workbench.merging.reading import LONGEST, offered_by
from workbench.models import Decision
from workbench.records.log_rows import entry_text, log_row
from workbench.records.seals import compact, sealed
from workbench.store import open_store

AT = "2025-06-01T10:00:00.000000+03:00"
ENTRY = written([], verdicts.accept(FOUND[0], 1, reviewer="Ayşe", at=AT, note='"=1+1" \x1b'))[0]


@given(
    st.builds(
        lambda value, note, saw: replace(ENTRY, value=value, note=note, saw=saw),
        st.none() | st.text() | st.floats(allow_nan=False, allow_infinity=False),
        st.none() | st.text(),
        st.lists(st.tuples(st.text())).map(tuple),
    )
)
@settings(max_examples=100, deadline=None)
def test_an_entry_comes_back_from_an_export_as_it_was(entry: Decision) -> None:
    entry = identified(entry)
    read = entry_from(entry_text(entry))
    assert (read, read.knew, read.placed) == (entry, entry.knew, entry.placed)


CHANGES: dict[str, dict[str, Any]] = {
    "another value": {"value": 7.0},
    "another reviewer": {"reviewer": "Mehmet"},
    "another time": {"at": "2025-06-01T10:00:01.000000+03:00"},
    "another note": {"note": "x"},
    "a claim less": {"claims": ("c0",)},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_an_entry_that_was_changed_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(DecisionError, match=f"does not fit.*{ENTRY.id}"):
        refuse_foreign(replace(ENTRY, **change))


WRONG: dict[str, dict[str, Any]] = {
    "nobody": {"reviewer": " "},
    "no zone": {"at": "2025-06-01T10:00:00"},
    "no time": {"at": "yesterday"},
    "a time that is none in UTC": {"at": "0001-01-01T00:00:00+14:00"},
    "no place": {"placed": ""},
    "a place before its time": {"placed": "2025-06-01T06:00:00.000000+00:00"},
    "a place behind which there is none": {"placed": "9999-12-31T23:59:59.999999+00:00"},
    "a place that is no time": {"placed": "~"},
    "a day that is none": {"until": "soon"},
    "an undo of nothing": {"kind": "undo"},
    "a correction of nothing": {"kind": "reject", "attribute": "claim"},
    "a correction of a place that is none": {
        "kind": "reject",
        "attribute": "claim",
        "value": '{"claim":"c","start":"one","end":2,"text":"x"}',
    },
    "a description of nothing": {"kind": "describe", "attribute": "source", "value": "[]"},
    "a verdict on an article": {"attribute": "source"},
}


@pytest.mark.parametrize("change", WRONG.values(), ids=WRONG)
def test_an_entry_that_nobody_can_follow_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(DecisionError):
        refuse_foreign(identified(replace(ENTRY, **change)))


def row() -> dict[str, Any]:
    return log_row(ENTRY, "e1", "fire", None, ENTRY)


LINES: dict[str, tuple[bytes, str]] = {
    "no JSON": (b"sayfa 1", "Not an export of the log"),
    "cut short": (compact(row())[:-20], "Not an export of the log"),
    "another export": (b'{"id":"c1","text":"x"}', "No entry of a log as it was written"),
    "an entry that is none": (b'{"entry":"{}"}', "Not an entry of the log"),
    "an id that does not fit": (
        compact(row() | {"entry": entry_text(replace(ENTRY, note="x"))}), "does not fit"
    ),
    "a seal that does not fit": (
        compact(next(sealed([row()], "x"))).replace(b"07:00:00", b"07:00:01"), "The seal does not fit"
    ),
    "too long": (b" " * LONGEST, "too long"),
}  # fmt: skip


@pytest.mark.parametrize(("line", "why"), LINES.values(), ids=LINES)
def test_a_line_that_is_no_entry_is_named_and_the_others_come_in(
    tmp_path: Path, line: bytes, why: str
) -> None:
    path = tmp_path / "log.jsonl"
    path.write_bytes(b"\n".join([compact(row()), b"", line]))
    good, bad = offered_by(path)
    assert (good.where, good.entry) == ("log.jsonl:1", ENTRY)
    assert (bad.where, bad.entry) == ("log.jsonl:3", None)
    assert why in str(bad.error)


def test_what_stands_behind_a_line_that_is_too_long_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    path.write_bytes(b"\n".join([b" " * (LONGEST + 9), compact(row())]))
    assert [(one.where, one.entry) for one in offered_by(path)] == [
        ("log.jsonl:1", None),
        ("log.jsonl:2", ENTRY),
    ]


def test_a_file_of_something_else_is_given_up_after_some_lines(tmp_path: Path) -> None:
    path = tmp_path / "film.bin"
    path.write_bytes(b"\x00\xff\n" * 5_000)
    *_, last = found = list(offered_by(path))
    assert len(found) < 20
    assert "the rest was not read" in str(last.error)
    path.write_bytes(compact(row()) + b"\n" + b"\x00\xff\n" * 50)
    assert len(list(offered_by(path))) == 51


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"], ids=["unix", "windows"])
def test_an_export_in_one_document_is_read(tmp_path: Path, ends: bytes) -> None:
    head = b'{"workbench":{},"what":"decisions","rows":['
    path = tmp_path / "log.json"
    path.write_bytes(ends.join([head, compact(row()) + b",", compact(row()), b'],"seal":"sha256:0"}', b""]))
    assert [one.entry for one in offered_by(path)] == [ENTRY, ENTRY]


def test_another_database_is_only_read(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    with open_store(path) as store:
        store.append_decision(ENTRY)
    before = path.read_bytes()
    assert [one.entry for one in offered_by(path)] == [ENTRY]
    assert path.read_bytes() == before


def test_a_database_of_an_older_version_is_read_without_being_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    with open_store(path) as store:
        store.append_decision(ENTRY)
    age(path)
    before = path.read_bytes()
    assert [(one.entry, one.entry and one.entry.placed) for one in offered_by(path)] == [
        (ENTRY, ENTRY.placed)
    ]
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE notes (text)")
    db.commit()
    db.close()
    with pytest.raises(StoreError, match=f"Not a database of this program: {path} holds"):
        list(offered_by(path))


def test_a_database_of_a_newer_version_is_refused_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    open_store(path).close()
    db = sqlite3.connect(path)
    db.execute("UPDATE _sqlite_migrations SET name = 'm999_later' WHERE name LIKE 'm021%'")
    db.commit()
    db.close()
    with pytest.raises(StoreError, match=f"newer than this program: {path} has m999_later"):
        list(offered_by(path))


@pytest.mark.parametrize("name", ["missing.jsonl", "."])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(WorkbenchError, match="cannot be read"):
        list(offered_by(tmp_path / name))


def test_an_old_export_says_that_it_lacks_the_entry(tmp_path: Path) -> None:
    path = tmp_path / "old.jsonl"
    path.write_text(json.dumps({key: value for key, value in row().items() if key != "entry"}))
    (found,) = offered_by(path)
    assert found.error is not None
    assert "workbench log --json" in found.error.hint

"""Seals: the same object gives the same bytes, and a changed one another seal."""

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records_making import MADE, written

from workbench.records import seals
from workbench.records.formats import csv
from workbench.records.formats import json as document
from workbench.records.rows import WHATS

values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=5), values, max_size=5))
def test_an_object_is_one_line_for_every_reader(row: dict[str, Any]) -> None:
    line = seals.compact(row).decode()
    assert json.loads(line) == row
    assert len(line.splitlines()) == 1 and "\x7f" not in line and "\x9b" not in line


@given(st.dictionaries(st.text(max_size=5), values, max_size=5))
def test_a_sealed_object_ends_in_where_it_is_from_and_its_seal(row: dict[str, Any]) -> None:
    (whole,) = seals.sealed([row], "workbench 0")
    assert tuple(whole)[-2:] == seals.KEYS
    line = seals.compact(whole)
    before, _, seal = line.rpartition(b',"seal":')
    digest = hashlib.sha256(before + b"}").hexdigest()
    assert seal.decode() == f'"{digest[:16]}"}}'


@pytest.mark.parametrize("what", WHATS)
def test_objects_say_what_they_are_and_what_they_were_made_from(what: Any) -> None:
    assert seals.mark(MADE, what) == f"workbench 0; {what} format 1; schema 1; database {'0' * 16}"


@pytest.mark.parametrize("pieces", [[b"one\n", b"two\n"], [b"one\n", b"two"], [b"one\ntwo\n", b""]])
def test_a_file_of_text_ends_in_a_line_with_its_seal(pieces: list[bytes]) -> None:
    *lines, last = b"".join(seals.sealed_file(pieces)).splitlines(keepends=True)
    digest = hashlib.sha256(b"one\ntwo\n").hexdigest()
    assert b"".join(lines) == b"one\ntwo\n"
    assert last == f"<!-- seal:sha256:{digest} -->\n".encode()


def test_a_document_is_sealed_as_a_whole(rows: dict[str, dict[str, Any]]) -> None:
    text = written(document.WRITER, [rows["claims"]] * 2, "claims")
    before, _, end = text.rpartition(',"seal":')
    assert end == f'"sha256:{hashlib.sha256(before.encode()).hexdigest()}"}}\n'
    held = json.loads(text)
    head = {"tool": "workbench 0", "format": 1, "schema": 1, "database": "0" * 16, "at": None, "policy": None}
    assert (held["what"], held["rows"]) == ("claims", [rows["claims"]] * 2)
    assert held["workbench"] == head


def test_a_document_of_nothing_is_one_all_the_same() -> None:
    assert json.loads(written(document.WRITER, [], "events"))["rows"] == []


def test_rows_of_a_table_are_sealed_as_they_are_written(discrepancy_row: dict[str, Any]) -> None:
    head, *lines = written(csv.WRITER, [discrepancy_row], "discrepancies").split("\r\n")[:-1]
    assert head.endswith(",export,seal") and len(lines) == 2
    for line in lines:
        before, _, seal = line.rpartition(",")
        assert seal == hashlib.sha256(before.encode()).hexdigest()[:16]

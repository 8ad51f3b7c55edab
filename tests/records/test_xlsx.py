"""Workbooks: text stays text, days and numbers are what they are, what does not fit is said."""

import io
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape
from records_making import MADE

from workbench.errors import MissingPackageError, WorkbenchError
from workbench.records.formats import csv, xlsx
from workbench.records.rows import Row, What
from workbench.records.writing import Export, Table

PAYLOADS = Path(__file__).parents[3] / "shared" / "peers" / "naughty" / "csv_payloads.txt"
OWN = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|'/C x'!A0",
    "@SUM(A1:A9)",
    '=HYPERLINK("http://example.org","click")',
    "＝1+1",
    "{=1+1}",
    "http://example.org/",
    "mailto:a@example.org",
    "internal:claims!A1",
    "_x0041_",
    "0x1F",
    "1E5",
    "TRUE",
    "#REF!",
    "\x1b[31mred\x00",
    "<script>alert(1)</script>",
    "]]>&amp;",
    "'=1+1",
    "\ud800 half a pair",
)


def book_of(export: Export) -> Any:
    return openpyxl.load_workbook(io.BytesIO(b"".join(xlsx.WRITER.write(export))))


def entry(note: str | None, **fields: Any) -> Row:
    """An entry of the log with a reviewer's note."""
    row: Row = dict.fromkeys(column for column in csv.COLUMNS["decisions"] if "." not in column)
    return {**row, "undone": None, "id": "k1", "claims": [], "note": note} | fields


def cells_of(sheet: Any, number: int = 2) -> dict[str, Any]:
    return {
        head.value: cell for head, cell in zip(sheet[1], sheet[number], strict=True) if cell.value is not None
    }


def cells(rows: Iterable[Row], what: What = "decisions") -> dict[str, Any]:
    return cells_of(book_of(Export(what, 1, MADE, rows))[what])


def inert(payloads: list[str]) -> list[str]:
    """The payloads that came out otherwise than as the text that they are."""
    sheet = book_of(Export("decisions", 1, MADE, [entry(one) for one in payloads]))["decisions"]
    faults = []
    for number, payload in enumerate(payloads, start=2):
        cell = cells_of(sheet, number)["note"]
        shown = csv.flat(payload)
        safe = cell.quotePrefix or not shown.startswith(tuple("=+-@"))
        # openpyxl leaves a literal "_x0041_" in cells that hold their text themselves as it is written.
        if (cell.data_type, unescape(cell.value), cell.hyperlink, safe) != ("s", shown, None, True):
            faults.append(payload)
    return faults


def test_what_a_spreadsheet_could_run_is_text() -> None:
    assert inert(list(OWN)) == []


@pytest.mark.skipif(not PAYLOADS.exists(), reason="the collection of payloads is not beside the project")
def test_collected_payloads_are_text() -> None:
    assert inert(PAYLOADS.read_text(encoding="utf-8").splitlines()) == []


@settings(max_examples=15)
@given(st.lists(st.text(), min_size=10, max_size=40))
def test_text_comes_back(texts: list[str]) -> None:
    shown = [csv.flat(text) or "-" for text in texts]
    assert inert(shown) == []


def test_days_are_days_and_numbers_numbers() -> None:
    held = cells([entry(None, value=-5, low=2.5, high="7", until="2026-03-01", claims=["c1", "c2"])])
    assert (held["value"].value, held["low"].value, held["high"].value) == (-5, 2.5, "7")
    assert (held["until"].value, held["until"].number_format) == (datetime(2026, 3, 1), "yyyy-mm-dd")
    assert held["claims"].value == "c1; c2"


@pytest.mark.parametrize("day", ["1071-08-26", "1900-02-28"])
def test_a_day_before_the_days_of_spreadsheets_is_text(day: str) -> None:
    assert cells([entry(None, until=day)])["until"].value == day


def test_lists_of_objects_read_like_words(rows: dict[str, Row]) -> None:
    held = cells([rows["claims"]], "claims")
    assert held["quantities"].value == "1000 person prisoner_of_war each (biner)"
    assert held["dates"].value == "2025-05-03 (3 Mayıs'ta)"


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        pytest.param("a" * 32_767, True, id="as long as a cell"),
        pytest.param("a" * 32_768, False, id="longer"),
        pytest.param("😀" * 16_384, False, id="longer in the units that count"),
    ],
)
def test_a_text_longer_than_a_cell_is_said(text: str, fits: bool) -> None:
    export = Export("decisions", 1, MADE, [entry(text)])
    note = cells_of(book_of(export)["decisions"])["note"].value
    assert (note == text) == fits == (not export.refused)
    if not fits:
        assert note == "(32,768 characters, a cell of a spreadsheet holds 32,767)"
        assert export.refused[0].label == "note of k1"


@pytest.mark.parametrize(
    "total", [pytest.param(2, id="seen while writing"), pytest.param(3, id="seen before")]
)
def test_more_rows_than_a_sheet_has_are_refused(monkeypatch: pytest.MonkeyPatch, total: int) -> None:
    monkeypatch.setattr(xlsx, "ROWS", 2)
    assert book_of(Export("decisions", 2, MADE, [entry("a"), entry("b")]))
    with pytest.raises(WorkbenchError, match="Too many rows: decisions"):
        book_of(Export("decisions", total, MADE, [entry("a")] * 3))


def test_of_events_there_is_a_sheet_of_each_kind(rows: dict[str, Row]) -> None:
    def further() -> Iterator[Table]:
        yield Table("discrepancies", 1, [rows["discrepancies"]])

    book = book_of(Export("events", 1, MADE, [rows["events"]], further=further))
    assert book.sheetnames == ["events", "discrepancies", "about"]
    assert [sheet.freeze_panes for sheet in book] == ["A2"] * 3
    assert book["discrepancies"].auto_filter.ref == book["discrepancies"].dimensions
    assert [row[0].value for row in book["discrepancies"]] == ["id", "d1", "d1"]
    assert cells_of(book["discrepancies"])["event_label"].value == rows["events"]["label"]
    about = {(row[0], row[1]): row[2] for row in book["about"].iter_rows(values_only=True)}
    assert (about[None, "tool"], about[None, "database"]) == (MADE.tool, MADE.database)
    assert (
        about["discrepancies", "values.source.file"]
        == "what each claim gives: its article: the name of its file"
    )


def test_no_time_of_day_is_in_the_file(rows: dict[str, Row]) -> None:
    file = io.BytesIO(b"".join(xlsx.WRITER.write(Export("events", 1, MADE, [rows["events"]]))))
    held = zipfile.ZipFile(file)
    assert {one.date_time[0] for one in held.infolist()} == {1980}
    assert b"1980-01-01T00:00:00Z" in held.read("docProps/core.xml")


def test_nothing_is_left_of_what_is_broken_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def rows() -> Iterator[Row]:
        yield entry("a")
        raise WorkbenchError("broken off")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(WorkbenchError, match="broken off"):
        b"".join(xlsx.WRITER.write(Export("decisions", 1, MADE, rows())))
    assert list(tmp_path.iterdir()) == []


def test_without_its_library_the_command_that_installs_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingPackageError, match="xlsx needs XlsxWriter") as raised:
        b"".join(xlsx.WRITER.write(Export("decisions", 1, MADE, [])))
    assert raised.value.hint == "pip install 'workbench[xlsx]'"

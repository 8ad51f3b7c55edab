"""CSV cells: nothing a spreadsheet could run, numbers still numbers, every field somewhere."""

import csv as standard_csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records_making import written

from workbench.records.formats import csv
from workbench.records.writing import Export, Made, Settings

PAYLOADS = Path(__file__).parents[3] / "shared" / "peers" / "naughty" / "csv_payloads.txt"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("=1+1", "'=1+1", id="formula"),
        pytest.param("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0", id="plus starts a formula"),
        pytest.param("-2+3+cmd|'/C x'!A0", "'-2+3+cmd|'/C x'!A0", id="minus starts a formula"),
        pytest.param("@SUM(A1:A9)", "'@SUM(A1:A9)", id="at sign starts a function"),
        pytest.param("\t=1+1", "'=1+1", id="tab in front"),
        pytest.param("\r=1+1", "␍=1+1", id="carriage return in front"),
        pytest.param("  =1+1", "'=1+1", id="blanks in front"),
        pytest.param("\ufeff=1+1", "·=1+1", id="byte order mark in front"),
        pytest.param("\u200b=1+1", "·=1+1", id="zero-width space in front"),
        pytest.param("\u00a0=1+1", "'=1+1", id="no-break space in front"),
        pytest.param("＝1+1", "'＝1+1", id="full-width equals sign"),
        pytest.param("\x1b=1+1", "␛=1+1", id="escape character in front"),
        pytest.param('=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")', id="link"),
        pytest.param("-5", "-5", id="negative number as text"),
        pytest.param("+36,5%", "+36,5%", id="percentage with sign"),
        pytest.param(-5, "-5", id="negative number"),
        pytest.param(2.5, "2.5", id="fraction"),
        pytest.param(None, "", id="nothing"),
        pytest.param(True, "true", id="truth value"),
        pytest.param(["a", "b"], "a; b", id="list of words"),
        pytest.param(["=a", "b"], "'=a; b", id="list that begins with a formula"),
        pytest.param([{"a": 1}], '[{"a": 1}]', id="list of objects"),
        pytest.param("x;=1+1", "x;'=1+1", id="formula where semicolons part cells"),
        pytest.param('x; "=1+1', "x; \"'=1+1", id="behind a blank and a quotation mark"),
        pytest.param("x|@SUM(A1)", "x|'@SUM(A1)", id="formula where bars part cells"),
        pytest.param("x\t=1+1", "x =1+1", id="formula where tabs part cells"),
        pytest.param(["a", "=b"], "a; '=b", id="list with a formula in it"),
        pytest.param("x; -5; +3,5%", "x; -5; +3,5%", id="numbers in a list"),
        pytest.param("x; -5|cmd", "x; '-5|cmd", id="number that goes on as something else"),
        pytest.param("-5; -6", "'-5; -6", id="list that begins with a number with a sign"),
        pytest.param([{"a": ";=1"}], '[{"a": ";\'=1"}]', id="formula in an object"),
        pytest.param("İki\nsatır", "İki satır", id="line end inside"),
        pytest.param("\x1b[31mred", "␛[31mred", id="escape sequence"),
    ],
)
def test_cell(value: object, expected: str) -> None:
    assert expected == csv.cell(value)


@given(st.text())
def test_no_text_begins_like_a_formula(text: str) -> None:
    shown = csv.cell(text)
    begins = shown.lstrip("\u200b\u2060\u00a0 ")[:1]
    number = shown.removeprefix("+").removeprefix("-")[:1].isdigit()
    assert begins not in set("=@\t\r\n＝＋－＠") and (begins not in set("+-") or number)


_BEGINS = re.compile(r"""[\s"]*(?:[=@]|[+-](?!\d))""")


@given(st.lists(st.text("a5;|\t=+-@'\" ,\n"), min_size=1))
def test_no_cell_begins_a_formula_whatever_parts_them(texts: list[str]) -> None:
    line = csv.line(["id", *map(csv.cell, texts)])
    for separator in ";|\t":
        assert [cell for cell in line.rstrip().split(separator) if _BEGINS.match(cell)] == []


@given(st.lists(st.text(), min_size=2))
def test_a_line_is_read_back_as_its_cells(texts: list[str]) -> None:
    cells = [csv.cell(text) for text in texts]
    assert [cells] == list(standard_csv.reader(io.StringIO(csv.line(cells), newline="")))


@pytest.mark.parametrize(
    "marked", [pytest.param(True, id="asked for"), pytest.param(False, id="not asked for")]
)
def test_the_mark_for_spreadsheets_stands_first(marked: bool, event_row: dict[str, object]) -> None:
    settings = Settings(byte_order_mark=marked)
    pieces = csv.WRITER.write(
        Export("events", 1, Made("workbench 0", 1, "0"), [event_row], settings=settings)
    )
    assert b"".join(pieces).startswith(b"\xef\xbb\xbfid,label" if marked else b"id,label")


def test_a_discrepancy_has_a_row_for_each_value(discrepancy_row: dict[str, object]) -> None:
    table = written(csv.WRITER, [discrepancy_row], "discrepancies")
    rows = list(standard_csv.DictReader(io.StringIO(table)))
    assert [row["values.label"] for row in rows] == ["1000 each", "1200 each"]
    assert [row["values.source.file"] for row in rows] == ["a.txt", "b.txt"]
    assert {"conflict"} == {row["verdict"] for row in rows}


def test_an_event_is_one_row(event_row: dict[str, object]) -> None:
    (row,) = standard_csv.DictReader(io.StringIO(written(csv.WRITER, [event_row], "events")))
    assert (row["id"], row["label"]) == (event_row["id"], event_row["label"])


@pytest.mark.parametrize("what", ["claims", "events", "discrepancies"])
def test_every_promised_key_has_a_column(what: Any, rows: dict[str, dict[str, object]]) -> None:
    heads = {column.split(".")[0] for column in csv.COLUMNS[what]}
    assert set(rows[what]) - {"attributes"} == heads


@pytest.mark.parametrize("what", ["claims", "events", "discrepancies"])
def test_columns_stand_in_the_order_of_the_keys(what: Any, rows: dict[str, dict[str, object]]) -> None:
    heads = list(dict.fromkeys(column.split(".")[0] for column in csv.COLUMNS[what]))
    assert [key for key in rows[what] if key != "attributes"] == heads


@pytest.mark.parametrize("what", ["claims", "events"])
def test_every_key_of_a_date_has_a_column(what: Any, rows: dict[str, dict[str, Any]]) -> None:
    found = [column for column in csv.COLUMNS[what] if column.startswith("date.")]
    assert found == [f"date.{key}" for key in rows[what]["date"]]


@pytest.mark.skipif(not PAYLOADS.exists(), reason="the collection of payloads is not beside the project")
def test_collected_payloads_begin_no_formula() -> None:
    for payload in PAYLOADS.read_text(encoding="utf-8").splitlines():
        assert not csv.cell(payload).startswith(("=", "+", "-", "@"))

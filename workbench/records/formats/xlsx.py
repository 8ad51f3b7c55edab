"""A workbook for spreadsheets: a sheet of each kind with the columns of CSV, and one that explains them.

Text is text: no cell becomes a formula or a link, when it is opened or when somebody edits it. Days are days,
numbers numbers. What Excel has no place for is said: a text over 32,767 characters, more rows than a sheet
has (https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3, "Excel specifications").
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from workbench.errors import WorkbenchError
from workbench.extras import needs
from workbench.records.formats import csv
from workbench.records.rows import WHATS, Row, What
from workbench.records.seals import FORMAT
from workbench.records.sheets import (
    ABOUT,
    ABOUT_COLUMNS,
    LABEL,
    Column,
    columns,
    held,
    meanings,
    row_seal,
)
from workbench.records.writing import Export, Made, Refusal, Table

ROWS = 1_048_575
"""Of a sheet, below its header."""
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""Stands for the time of a database without a decision: the same database gives the same bytes."""
_PIECE = 1 << 16
_LINE = 15
"""Height of a line, in points."""
_LINES = 8
"""That are shown of a long text at once."""


class _Book:
    """A workbook that is written row by row, and what it cannot hold."""

    def __init__(self, library: Any, path: Path, made: Made, refused: list[Refusal]) -> None:
        options = {"constant_memory": True, "tmpdir": str(path.parent)}
        self._book = library.Workbook(str(path), options)
        at = datetime.fromisoformat(made.at).astimezone(UTC) if made.at else _EPOCH
        self._book.set_properties({"created": at.replace(tzinfo=None), "comments": _says(made)})
        self._refused = refused
        self._head = self._book.add_format({"bold": True, "bottom": 1})
        self._text = {
            (wrapped, inert): self._book.add_format(
                {"num_format": "@", "valign": "top", "text_wrap": wrapped, "quote_prefix": inert}
            )
            for wrapped in (False, True)
            for inert in (False, True)
        }
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
        self._other = self._book.add_format({"valign": "top"})

    def sheet(self, name: str, columns: Sequence[Column]) -> Any:
        """A new sheet with its header, which stays in sight."""
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        # Ids and bounds are text that may look like numbers: Excel would mark each of them as a mistake.
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{ROWS + 1}"})
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, column.name, self._head)
        return sheet

    def row(self, sheet: Any, number: int, columns: Sequence[Column], values: Sequence[Any], of: str) -> None:
        """Writes a row and its seal. `of` names it, should a cell of it have to hold more than one can."""
        told = [(column, column.told(value)) for column, value in zip(columns[:-1], values, strict=True)]
        lines = max(column.lines(value) for column, value in told)
        if lines > 1:  # not every program finds the height of broken lines itself
            sheet.set_row(number, _LINE * min(lines, _LINES))
        cells = []
        for place, (column, value) in enumerate(told):
            cell, why = held(column, value)
            if why:
                self._refused.append(Refusal(f"{column.name} of {of}", f"{column.name} of {of}", why))
            self._put(sheet, number, place, cell, column)
            cells.append(cell)
        self._put(sheet, number, len(cells), row_seal(sheet.name, cells), columns[-1])

    def _put(self, sheet: Any, row: int, place: int, value: Any, column: Column) -> None:
        if value is None:
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, place, value, self._other)
        elif isinstance(value, int | float):
            sheet.write_number(row, place, value, self._other)
        elif isinstance(value, date):
            sheet.write_datetime(row, place, value, self._day)
        else:
            sheet.write_string(row, place, value, self._text[column.wrapped, csv.begins_formula(value)])

    def close(self) -> None:
        self._book.close()


def _says(made: Made) -> str:
    return f"{made.tool}, schema {made.schema}, database {made.database}"


def _fill(book: _Book, table: Table, labels: dict[str, str], *, labelled: bool) -> int:
    """Writes a sheet; returns how many rows it has.

    `labels` learns what events are called; `labelled` sheets say it beside their ids.
    """
    if table.total > ROWS:
        raise _too_many(table.what)
    shown = columns(table.what, labelled=labelled)
    sheet = book.sheet(table.what, shown)
    number = 0
    for row in table.rows:
        if table.what == "events":
            labels[row["id"]] = row["label"]
        elif labelled and LABEL not in row:
            row[LABEL] = labels.get(row["event"])
        for part in csv.parts(row, table.what):
            number += 1
            if number > ROWS:
                raise _too_many(table.what)
            values = [csv.at(part, one.name) for one in shown[:-1]]
            book.row(sheet, number, shown, values, _name(row))
    sheet.autofilter(0, 0, number, len(shown) - 1)
    return number


def _name(row: Row) -> str:
    return str(row["id"]) if "id" in row else f"{row['name']} of {row['event']}"


def _too_many(what: What) -> WorkbenchError:
    detail = f"{what}: a sheet of a spreadsheet has {ROWS + 1:,}"
    return WorkbenchError("Too many rows", detail, "choose fewer events, or write csv or parquet")


def _explain(book: _Book, made: Made, rows: Mapping[What, int]) -> None:
    """The last sheet: what the workbook was made from, how many rows each sheet has, what each column is."""
    shown = [Column(name) for name in ABOUT_COLUMNS]
    sheet = book.sheet(ABOUT, shown)
    facts = {
        "tool": made.tool,
        "format": FORMAT,
        "schema": made.schema,
        "database": made.database,
        "newest decision": made.at or None,
        **{f"rows of {what}": number for what, number in rows.items()},
    }
    lines: list[tuple[object, ...]] = [(None, name, value) for name, value in facts.items()]
    for what in rows:
        means = dict(meanings(what))
        lines += [(what, one.name, means[one.name]) for one in columns(what, labelled="events" in rows)]
    for number, line in enumerate(lines, start=1):
        book.row(sheet, number, shown, line, ABOUT)


class Workbook:
    """Of events all that belongs to them, a sheet of each kind; of anything else one sheet."""

    name = "xlsx"
    ending = ".xlsx"
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    whats = WHATS
    is_text = False

    def write(self, export: Export) -> Iterator[bytes]:
        """The file, once it is whole on disk: a workbook's table of contents is written last.

        Raises MissingPackageError without XlsxWriter, WorkbenchError where a sheet has too few rows.
        """
        library = needs("xlsxwriter", "xlsx", "xlsx")
        with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
            path = Path(folder, "export.xlsx")
            book = _Book(library, path, export.made, export.refused)
            rows: dict[What, int] = {}
            labels: dict[str, str] = {}
            for table in export.tables():
                rows[table.what] = _fill(book, table, labels, labelled="events" in rows)
            _explain(book, export.made, rows)
            book.close()
            with path.open("rb") as file:
                yield from iter(lambda: file.read(_PIECE), b"")


WRITER = Workbook()

"""A workbook for spreadsheets: a sheet of each kind with the columns of CSV, and one that explains them.

Text is text: no cell becomes a formula or a link, when it is opened or when somebody edits it. Days are days,
numbers numbers. What Excel has no place for is said: a text over 32,767 characters, more rows than a sheet
has (https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3, "Excel specifications").
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from workbench.errors import WorkbenchError
from workbench.extras import needs
from workbench.records.fields import FIELDS, Field, dotted
from workbench.records.formats import csv
from workbench.records.rows import WHATS, Row, What
from workbench.records.writing import Export, Made, Refusal, Table

ROWS = 1_048_575
"""Of a sheet, below its header."""
CHARACTERS = 32_767
"""Of a cell, in units of UTF-16."""
_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel has no days, or one that never was (29 February 1900)."""
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""Stands for the time of a database without a decision: the same database gives the same bytes."""
_PIECE = 1 << 16
_LABEL = "event_label"
_CALLED = "what the event is called"
_PROSE = {
    **dict.fromkeys(("text", "quote", "why", "meaning"), 70),
    **dict.fromkeys(("label", "event_label", "title", "note", "severity_why"), 36),
    **dict.fromkeys(("participants", "quantities"), 30),
}
"""Columns by the last word of their path, in characters: those whose text is broken into lines."""
_WIDTHS = _PROSE | dict.fromkeys(("id", "event", "claim", "event_type", "speaker", "rule", "column"), 20)
_WIDTH = 12
_ARROW = 3
"""Room for the arrow of the filter beside a column's name."""
_LINE = 15
"""Height of a line, in points."""
_LINES = 8
"""That are shown of a long text at once."""


def _span(date: Row) -> str:
    days = date["start"] if date["start"] == date["end"] else f"{date['start']}/{date['end']}"
    return f"{days} ({date['expr']})" if date["expr"] else str(days)


def _quantity(one: Row) -> str:
    modifier = "" if one["modifier"] == "exactly" else one["modifier"]
    words = (modifier, one["value"], one["unit"], one["counted"], one["side"])
    return f"{' '.join(str(word) for word in words if word not in (None, ''))} ({one['expr']})"


_TOLD: dict[str, Callable[[Row], str]] = {
    "dates": _span,
    "quantities": _quantity,
    "times": lambda one: " ".join(word for word in (one["value"], one["zone"]) if word),
    "ordinals": lambda one: f"{one['value']}. {one['of']}",
    "mentions": lambda one: f"{one['canonical']} ({one['kind']})",
    "quotes": lambda one: f"“{one['text']}”",
    "disagreement": lambda one: f"{one['reviewer']}: {one['kind']} {one['label'] or ''}".rstrip(),
}
"""Lists of objects, by their column, as people read them."""


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    kind: str = "text"

    @property
    def wrapped(self) -> bool:
        return self.name.rpartition(".")[2] in _PROSE

    @property
    def width(self) -> int:
        return max(_WIDTHS.get(self.name.rpartition(".")[2], _WIDTH), len(self.name) + _ARROW)

    def lines(self, value: Any) -> int:
        """On how many lines a value is shown."""
        return 1 + len(csv.flat(value)) // self.width if self.wrapped and value else 1

    def told(self, value: Any) -> Any:
        """Lists of objects as people read them; anything else as it is."""
        if self.kind != "objects" or self.name not in _TOLD:
            return value
        return list(dict.fromkeys(_TOLD[self.name](one) for one in value))


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

    def sheet(self, name: str, columns: Sequence[_Column]) -> Any:
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

    def row(
        self, sheet: Any, number: int, columns: Sequence[_Column], values: Sequence[Any], of: str
    ) -> None:
        """Writes a row. `of` names it, should a cell of it have to hold more than one can."""
        told = [(column, column.told(value)) for column, value in zip(columns, values, strict=True)]
        lines = max(column.lines(value) for column, value in told)
        if lines > 1:  # not every program finds the height of broken lines itself
            sheet.set_row(number, _LINE * min(lines, _LINES))
        for place, (column, value) in enumerate(told):
            if value is not None and value != []:
                self._put(sheet, number, place, value, column, f"{column.name} of {of}")

    def _put(self, sheet: Any, row: int, place: int, value: Any, column: _Column, where: str) -> None:
        if isinstance(value, bool):
            sheet.write_boolean(row, place, value, self._other)
        elif isinstance(value, int | float):
            sheet.write_number(row, place, value, self._other)
        elif column.kind == "day" and (day := date.fromisoformat(value)) >= _FIRST_DAY:
            sheet.write_datetime(row, place, day, self._day)
        else:
            text = self._fitting(csv.flat(value), where)
            sheet.write_string(row, place, text, self._text[column.wrapped, csv.begins_formula(text)])

    def _fitting(self, text: str, where: str) -> str:
        length = len(text.encode("utf-16-le")) // 2 if len(text) > CHARACTERS // 2 else 0
        if length <= CHARACTERS:
            return text
        why = f"{length:,} characters, a cell of a spreadsheet holds {CHARACTERS:,}"
        self._refused.append(Refusal(where, where, why))
        return f"({why})"

    def close(self) -> None:
        self._book.close()


def _says(made: Made) -> str:
    return f"{made.tool}, schema {made.schema}, database {made.database}"


def _fill(book: _Book, table: Table, labels: dict[str, str], *, labelled: bool) -> None:
    """Writes a sheet. `labels` learns what events are called; `labelled` sheets say it beside their ids."""
    if table.total > ROWS:
        raise _too_many(table.what)
    columns = _columns(table.what, labelled=labelled)
    sheet = book.sheet(table.what, columns)
    number = 0
    for row in table.rows:
        if table.what == "events":
            labels[row["id"]] = row["label"]
        elif labelled and _LABEL not in row:
            row[_LABEL] = labels.get(row["event"])
        for part in csv.parts(row, table.what):
            number += 1
            if number > ROWS:
                raise _too_many(table.what)
            values = [csv.at(part, one.name) for one in columns]
            book.row(sheet, number, columns, values, _name(row))
    sheet.autofilter(0, 0, number, len(columns) - 1)


def _columns(what: What, *, labelled: bool) -> list[_Column]:
    """Those of CSV; where events are told before, what they are called stands beside their ids."""
    fields = dict(dotted(FIELDS[what]))
    paths = list(csv.COLUMNS[what])
    if labelled and "event" in paths and _LABEL not in paths:
        paths.insert(paths.index("event") + 1, _LABEL)
    return [_Column(path, fields[path].kind if path in fields else "text") for path in paths]


def _name(row: Row) -> str:
    return str(row["id"]) if "id" in row else f"{row['name']} of {row['event']}"


def _too_many(what: What) -> WorkbenchError:
    detail = f"{what}: a sheet of a spreadsheet has {ROWS + 1:,}"
    return WorkbenchError("Too many rows", detail, "choose fewer events, or write csv or parquet")


def _explain(book: _Book, made: Made, whats: Sequence[What]) -> None:
    """The last sheet: what the workbook was made from, and what each column is."""
    columns = [_Column("sheet"), _Column("column"), _Column("meaning")]
    sheet = book.sheet("about", columns)
    facts = {
        "tool": made.tool,
        "schema": made.schema,
        "database": made.database,
        "newest decision": made.at or None,
    }
    lines: list[tuple[object, ...]] = [(None, name, value) for name, value in facts.items()]
    for what in whats:
        meanings = _meanings(FIELDS[what])
        columns_of = _columns(what, labelled="events" in whats)
        lines += [(what, one.name, meanings.get(one.name, _CALLED)) for one in columns_of]
    for number, line in enumerate(lines, start=1):
        book.row(sheet, number, columns, line, "about")


def _meanings(fields: tuple[Field, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for path, one in dotted(fields):
        above = found.get(path.rpartition(".")[0])
        found[path] = f"{above}: {one.meaning}" if above else one.meaning
    return found


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
            whats: list[What] = []
            labels: dict[str, str] = {}
            for table in export.tables():
                _fill(book, table, labels, labelled="events" in whats)
                whats.append(table.what)
            _explain(book, export.made, whats)
            book.close()
            with path.open("rb") as file:
                yield from iter(lambda: file.read(_PIECE), b"")


WRITER = Workbook()

"""CSV, TSV and their like: a table of articles, a row each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import chain, islice

from workbench.errors import SourceError
from workbench.sources.columns import Columns, known_names
from workbench.sources.decoding import encoding_of_stream
from workbench.sources.documents import Document, Found, Limits
from workbench.sources.readers.table_rows import Row, articles

_DELIMITERS = ",;\t|"
_CELL, _LINE = 10_000_000, 20_000_000
"""Characters of one cell and of one line: the reader takes four bytes for each."""
_SAMPLE = 50
"""Lines by which the delimiter is told."""


class DelimitedReader:
    """Reads tables whose first row names the columns; cells are text, whatever they begin with.

    With columns asked for by number (`text=2`) the first row is one like the others.
    """

    name = "csv"
    endings = (".csv", ".tsv", ".tab")
    media_types = ("text/csv", "text/tab-separated-values", "application/csv")
    holds_many = True

    def recognises(self, head: bytes) -> bool:
        """Nothing tells a table from a text with commas."""
        return False

    def read(self, document: Document, limits: Limits) -> Iterator[Found]:
        """The articles, a row each. Raises SourceError where it is no table or has no column of text."""
        with document.open() as stream:
            encoding = encoding_of_stream(stream, document.name)
            text = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
            yield from articles(document, _rows(text, document, limits), limits)


READER = DelimitedReader()


class _Lines:
    """Lines of a table, with those of the row that is being read."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.of_row: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.of_row.append(line)
        return line


def _rows(text: io.TextIOWrapper, document: Document, limits: Limits) -> Iterator[Row]:
    csv.field_size_limit(min(limits.document, _CELL))
    lines = _bounded(text, document.name, limits)
    sample = list(islice(lines, _SAMPLE))
    given = _named_delimiter(sample)
    delimiter = given or _delimiter(sample, document.columns)
    kept = _Lines(chain(sample[1:] if given else sample, lines))
    reader = csv.reader(kept, delimiter=delimiter)
    names: list[str] = []
    for number in range(1, limits.members + 2):
        kept.of_row.clear()
        try:
            cells = next(reader, None)
        except csv.Error as error:
            detail = f"{document.name}, row {number}: {error}"
            yield number, SourceError("Cannot be read as a table", detail, "Check its quotation marks.")
            return
        if cells is None:
            return
        if _is_open(kept.of_row, delimiter):
            yield number, _never_closed(document.name, number)
            return
        if not names:
            numbered = _by_number(cells, document.columns)
            names = numbered or [name.strip() for name in cells]
            if not numbered:
                continue
        yield number, _cells(names, cells, f"{document.name}, row {number}")


def _bounded(text: io.TextIOWrapper, name: str, limits: Limits) -> Iterator[str]:
    most = min(limits.document, _LINE)
    while line := text.readline(most):
        if len(line) >= most:
            raise SourceError("Too large", f"{name} has a line without an end", "Check the file.")
        yield line


def _named_delimiter(sample: list[str]) -> str:
    """What the line `sep=;` names, with which Excel begins a table."""
    line = sample[0].strip().lstrip("\ufeff") if sample else ""
    return line[4:] if line.lower().startswith("sep=") and len(line) == 5 else ""


def _delimiter(sample: list[str], asked: Columns) -> str:
    """Whichever gives a first row of known names, and then rows as long as that."""

    def fit(delimiter: str) -> tuple[int, float, int]:
        try:
            rows = list(csv.reader(sample, delimiter=delimiter))
        except csv.Error:
            return 0, 0.0, 0
        if not rows:
            return 0, 0.0, 0
        alike = sum(len(row) == len(rows[0]) for row in rows) / len(rows)
        return known_names((cell.strip() for cell in rows[0]), asked), alike, len(rows[0])

    return max(_DELIMITERS, key=fit)


def _is_open(lines: list[str], delimiter: str) -> bool:
    """True for lines that end inside a quotation, which the reader takes for the end of the cell."""
    if len(lines) < 2 and not (lines and lines[0].count('"') % 2):
        return False
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _never_closed(name: str, number: int) -> SourceError:
    detail = f"{name}, row {number}: a quotation mark is never closed"
    return SourceError("Cannot be read as a table", detail, "Check its quotation marks.")


def _by_number(cells: list[str], asked: Columns) -> list[str]:
    """The columns' numbers as names, where the user has asked by number and the first row names none so."""
    wanted = [column for _, column in asked if column]
    if not wanted or not all(column.isdecimal() and column not in cells for column in wanted):
        return []
    return [str(number) for number in range(1, len(cells) + 1)]


def _cells(names: list[str], cells: list[str], place: str) -> dict[str, str] | SourceError:
    surplus = cells[len(names) :]
    if any(cell.strip() for cell in surplus):
        detail = f"{place} has {len(cells)} cells for {len(names)} columns"
        return SourceError(
            "A row too long", detail, "Put cells that hold the delimiter between quotation marks."
        )
    return dict(zip(names, cells, strict=False))

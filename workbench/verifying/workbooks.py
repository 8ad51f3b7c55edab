"""Sheets of a workbook: a row's seal, form, and what it says, whichever program saved the workbook last."""

from __future__ import annotations

import re
import zipfile
import zlib
from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing
from io import BufferedReader
from pathlib import Path
from typing import Any, NamedTuple

from workbench.extras import needs
from workbench.phrases import errors
from workbench.records.formats.csv import cell
from workbench.records.rows import WHATS, What
from workbench.records.sheets import ABOUT, ABOUT_COLUMNS, SEAL, Column, columns, held, plain, row_seal
from workbench.verifying.containers import damaged, no_export, on_disk
from workbench.verifying.counting import Tally
from workbench.verifying.items import Finding, Item, Mark
from workbench.verifying.lines import CHANGED
from workbench.verifying.tables import column_faults, nested

_BESIDE = 20
"""Columns beside a table in which cells are looked for."""
_PART = 256_000_000
"""Bytes of what is held in memory as a whole: all parts but sheets."""
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_PROLOGUE = 1_000
_NO_SEAL = "no seal at its end"


class _Row(NamedTuple):
    number: int
    cells: Sequence[Any]
    beside: bool
    """Whether something stands right of the table."""


def read_workbook(stream: BufferedReader, name: str, tally: Tally) -> Iterator[Finding | Item]:
    """The rows of all sheets and what does not hold of their form; lines are those that spreadsheets count.

    Raises MissingPackageError without openpyxl, UsageError where the file is damaged or none of ours.
    """
    library = needs("openpyxl", "xlsx", "reading xlsx")
    with on_disk(stream) as path, path.open("rb") as file:  # by its name openpyxl would judge it
        _check_parts(path, name)
        try:
            book = library.load_workbook(file, read_only=True, keep_links=False)
        except Exception as error:  # whatever a part that is no part of a workbook makes of it
            raise damaged(name, error) from error
        with closing(book):
            if ABOUT not in book.sheetnames or not any(what in book.sheetnames for what in WHATS):
                raise no_export(errors.NO_EXPORTED_TABLES(file=name))
            yield from _Workbook(book, name, tally).read()


def _check_parts(path: Path, name: str) -> None:
    """Raises UsageError where a part would fill memory, or could once it is read."""
    try:
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                if info.file_size > _PART and not info.filename.startswith("xl/worksheets/"):
                    most = str(_PART // 1_000_000)
                    raise no_export(errors.UNPACKS_TO(file=f"{name}/{info.filename}", number=most))
                with archive.open(info) as part:
                    # A declaration may be written with two bytes a letter.
                    if _DECLARES.search(part.read(_PROLOGUE).replace(b"\0", b"")):
                        raise no_export(errors.DEFINES_ENTITIES(file=f"{name}/{info.filename}"))
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, zlib.error) as error:
        raise damaged(name, error) from error


class _Workbook:
    """A workbook that is gone through sheet by sheet."""

    def __init__(self, book: Any, name: str, tally: Tally) -> None:
        self._book = book
        self._name = name
        self._tally = tally
        self._facts: dict[str, Any] = {}

    def read(self) -> Iterator[Finding | Item]:
        """The sheet `about` first: it tells what the others are."""
        yield from self._about()
        there = self._book.sheetnames
        told = [what for what in WHATS if f"rows of {what}" in self._facts]
        for sheet in there:
            if sheet != ABOUT and sheet not in WHATS:
                yield Finding("form", f"{_sheet(sheet)} is none that was written")
        for what in told:
            if what not in there:
                yield Finding("form", f"there is no sheet {what}", what=what)
        labelled = "events" in there
        for what in ("events", "attributes", *WHATS):
            if what in there:
                there = [one for one in there if one != what]
                yield from self._table(what, labelled=labelled)

    def _about(self) -> Iterator[Finding]:
        names = list(ABOUT_COLUMNS)
        for row in self._rows(ABOUT, names):
            if isinstance(row, Finding):
                yield row
                continue
            fault = _fault(ABOUT, row)
            if fault:
                yield Finding("seal", f"{_sheet(ABOUT)}: {fault}", row.number)
            elif row.cells[0] is None:
                self._facts[str(row.cells[1])] = row.cells[2]
        if "tool" not in self._facts:
            yield Finding("form", f"{_sheet(ABOUT)} does not say what the workbook was made from")

    def _mark(self, what: What) -> Mark | None:
        facts = self._facts
        numbers = [facts.get(name) for name in ("format", "schema")]
        if not all(isinstance(one, int) for one in numbers) or "database" not in facts:
            return None
        form, schema = map(int, filter(None, numbers))
        return Mark(str(facts.get("tool")), what, form, schema, str(facts["database"]))

    def _table(self, what: What, *, labelled: bool) -> Iterator[Finding | Item]:
        of = {one.name: one for one in columns(what, labelled=labelled)}
        mark = self._mark(what)
        seen = array("Q")

        def written(column: str, value: Any) -> str:
            known = of.get(column) or Column(column)
            return cell(plain(held(known, known.told(value))[0]))

        for row in self._rows(what, list(of)):
            if isinstance(row, Finding):
                yield row
                continue
            cells = {name: cell(plain(value)) for name, value in zip(of, row.cells, strict=True)}
            item = Item(row.number, what, nested(cells, what), mark, cells, written)
            if fault := _fault(what, row):
                yield item.finding("seal", fault, SEAL)
            else:
                seen.append(int(str(row.cells[-1]), 16))
            yield item
        number = self._facts.get(f"rows of {what}")
        if isinstance(number, int):
            self._tally.rows[what] = len(set(seen)), number

    def _rows(self, sheet: str, names: list[str]) -> Iterator[Finding | _Row]:
        """The rows below the first one, with what they hold; nothing where that does not name the columns."""
        rows = self._held(sheet, len(names) + _BESIDE)
        first = next(rows, ())
        found = [str(one) for one in first if one is not None]
        if found != names:
            strange = [one for one in found if one not in names]
            missing = [one for one in names if one not in found]
            says = column_faults(strange, missing) or "the columns stand in another order"
            yield Finding("form", f"{_sheet(sheet)}: {says}", 1)
            return
        for number, row in enumerate(rows, 2):
            own = [*row[: len(names)], *[None] * (len(names) - len(row))]
            beside = any(one is not None for one in row[len(names) :])
            if beside or any(one is not None for one in own):
                yield _Row(number, own, beside)

    def _held(self, name: str, most: int) -> Iterator[Sequence[Any]]:
        try:
            sheet = self._book[name]
            sheet.reset_dimensions()
            for row in sheet.iter_rows(max_col=most):
                yield [_value(one) for one in row]
        except Exception as error:  # as above: parts are read as they are asked for
            raise damaged(self._name, error) from error


def _value(of: Any) -> Any:
    """What a cell holds; a formula is none of ours, whatever it gives."""
    if of.value is None or of.value == "":
        return None
    if of.data_type == "f":
        return f"formula {of.value}"
    return of.value


def _fault(sheet: str, row: _Row) -> str:
    """What is wrong with a row's seal; "" where it fits."""
    *cells, seal = row.cells
    if row.beside:
        return "something stands beside the table"
    if not isinstance(seal, str) or not re.fullmatch("[0-9a-f]{16}", seal):
        return _NO_SEAL
    return "" if row_seal(sheet, cells) == seal else CHANGED


def _sheet(name: str) -> str:
    return f"the sheet {name}"

"""CSV for spreadsheets: nested fields become dotted columns, and no cell can be taken for a formula.

A discrepancy gives one row for each of its values. What a spreadsheet could run is what OWASP names under
"CSV Injection", a cell that begins with it and one that would where semicolons part cells, as they do in
most of Europe.
The last two columns say what a row was made from, and seal the bytes before the seal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from workbench.records.fields import FIELDS, Field
from workbench.records.rows import WHATS, Row, What
from workbench.records.seals import KEYS, mark, part_mark, seal_of
from workbench.records.writing import Export
from workbench.visible import visible

_A_ROW_EACH = "values"
"""Of a discrepancy: each of its values has a row."""


def _columns(fields: Iterable[Field], above: str = "") -> Iterator[str]:
    """A column for each field, and for each of an object's; attributes of events are a table of their own."""
    for one in fields:
        path = f"{above}{one.name}"
        if one.kind == "object" or path == _A_ROW_EACH:
            yield from _columns(one.parts, f"{path}.")
        elif one.kind != "named" and path not in KEYS:
            yield path


COLUMNS: Mapping[What, tuple[str, ...]] = {what: tuple(_columns(FIELDS[what])) for what in WHATS}
"""Dotted paths into a row, in the order of the promised keys."""

_STARTS = "=+@＝＋－＠-"
_NUMBER = r"[+-]?\d+(?:[.,]\d+)*(?:[eE][+-]?\d+)?%?"
_PLAIN_NUMBER = re.compile(_NUMBER)
_LATER_CELL = re.compile(rf"""(?P<end>[;|])[\s"']*(?=[{_STARTS}])(?!{_NUMBER}\s*(?:(?P=end)|$))""")
"""What would begin a formula for a program that parts cells by another sign than the comma."""
_QUOTED = re.compile(r"[\r\n\t\",;|]")
"""Cells with one of these stand in quotation marks, so that no program takes it for the end of a cell."""
_MARK = "\ufeff"


def cell(value: Any) -> str:
    """One cell's text. What a spreadsheet could run gets an apostrophe in front; numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    return _of_text(value) if isinstance(value, str) else _harmless(flat(value))


@lru_cache(maxsize=4096)
def _of_text(text: str) -> str:
    """Of text: many cells below each other say the same, and of the same article."""
    return _harmless(visible(text))


def _harmless(shown: str) -> str:
    if ";" in shown or "|" in shown:
        shown = _LATER_CELL.sub(r"\g<0>'", shown)
    return f"'{shown}" if begins_formula(shown) else shown


def flat(value: Any) -> str:
    """Text, a list or an object as the text of one cell, as it stands: some programs could run it."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return visible("; ".join(value))
    if isinstance(value, list | dict):
        return visible(json.dumps(value, ensure_ascii=False))
    return visible(str(value))


def begins_formula(shown: str) -> bool:
    """Whether a spreadsheet could take it for a formula. Numbers with a sign are none."""
    return shown.startswith(tuple(_STARTS)) and not _PLAIN_NUMBER.fullmatch(shown)


def parts(row: Row, what: What) -> Iterator[Row]:
    """A discrepancy once for each of its values, once without any; others as they are."""
    if what != "discrepancies":
        yield row
        return
    for one in row[_A_ROW_EACH] or [None]:
        yield {**row, _A_ROW_EACH: one}


def at(row: Row, path: str) -> Any:
    """What stands at a dotted path into a row; None where a part of it is None."""
    value: Any = row
    for key in path.split("."):
        if value is None:
            return None
        value = value[key]
    return value


def line(cells: Iterable[str]) -> str:
    """One row of cells with its line end."""
    return ",".join(_quoted(one) if _QUOTED.search(one) else one for one in cells) + "\r\n"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _sealed(cells: Iterable[str]) -> bytes:
    data = line(cells).removesuffix("\r\n").encode()
    return data + f",{seal_of(data)}\r\n".encode()


class CommaSeparated:
    """A table of what is asked for."""

    name = "csv"
    ending = ".csv"
    media_type = "text/csv"
    whats = WHATS
    is_text = True

    def write(self, export: Export) -> Iterator[bytes]:
        """Each piece a whole row; the first is the header, behind the mark for spreadsheets if asked for."""
        columns = COLUMNS[export.what]
        if export.settings.byte_order_mark:
            yield _MARK.encode()
        yield line([*columns, *KEYS]).encode()
        says = mark(export.made, export.what, export.total)
        for row in export.rows:
            found = list(parts(row, export.what))
            for number, part in enumerate(found, 1):
                of = says if len(found) == 1 else part_mark(says, number, len(found))
                yield _sealed([*(cell(at(part, column)) for column in columns), of])


WRITER = CommaSeparated()

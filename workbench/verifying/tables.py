"""A table of CSV: its columns, and a row's seal, form, and what it says."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from typing import Any

from workbench.records.formats.csv import COLUMNS
from workbench.records.rows import WHATS, Row, What
from workbench.records.seals import KEYS, seal_of
from workbench.verifying.containers import LONGEST
from workbench.verifying.items import Finding, Item, read_mark
from workbench.verifying.lines import CHANGED, mark_faults

_END = b"\r\n"
_MARK = b"\xef\xbb\xbf"
_SEAL = re.compile(rb",([0-9a-f]{16})\r\n")
_SEAL_LENGTH = len(b",0123456789abcdef\r\n")
_NUMBERS = ("start", "end")


def table_of(line: bytes) -> What | None:
    """What a table with this first line is of, even where a name or two are not as they should be."""
    names = set(_names(line))
    best = max(WHATS, key=lambda what: len(names.intersection(COLUMNS[what])))
    return best if 2 * len(names.intersection(COLUMNS[best])) > len(COLUMNS[best]) else None


def column_faults(strange: Sequence[str], missing: Sequence[str], retyped: Sequence[str] = ()) -> str:
    """What is wrong with columns, by their names."""
    parts = (("not a column", strange), ("no column", missing), ("of another type", retyped))
    return "; ".join(f"{word}: {', '.join(names)}" for word, names in parts if names)


def head_faults(line: bytes, what: What) -> Iterator[Finding]:
    """What is wrong with the names of the columns."""
    columns = [*COLUMNS[what], *KEYS]
    named = _names(line)
    strange = [name for name in named if name not in columns]
    missing = [name for name in columns if name not in named]
    if says := column_faults(strange, missing):
        yield Finding("form", says, 1, what)
    elif named != columns or line.removeprefix(_MARK) != ",".join(columns).encode() + _END:
        yield Finding("form", "the first line is not as it was written", 1, what)


def read_line(number: int, line: bytes, what: What) -> Iterator[Finding | Item]:
    """The object on a line, behind what does not hold of its form; only what has the right form is given."""
    columns = [*COLUMNS[what], *KEYS]
    cells = _cells(line)
    if cells is None or len(cells) != len(columns):
        held = "no row of a table" if cells is None else f"{len(cells)} cells, not {len(columns)}"
        yield Finding("form", held, number, what)
        return
    by_name = dict(zip(columns, cells, strict=True))
    item = Item(number, what, nested(by_name, what), read_mark(by_name["export"]), by_name)
    found = _SEAL.fullmatch(line[-_SEAL_LENGTH:])
    if found is None:
        yield item.finding("seal", "no seal at its end, or another program wrote it again", "seal")
    elif seal_of(line[:-_SEAL_LENGTH]).encode() != found[1]:
        yield item.finding("seal", CHANGED, "seal")
    yield from mark_faults(item)
    yield item


def _names(line: bytes) -> list[str]:
    """The names of columns on a first line: none of ours has a comma or quotation mark in it."""
    return line.removeprefix(_MARK).decode(errors="replace").rstrip("\r\n").split(",")


def _cells(line: bytes) -> list[str] | None:
    """The cells of a line; None where it is not one of a table."""
    csv.field_size_limit(LONGEST)
    try:
        text = line.removeprefix(_MARK).decode().removesuffix("\n").removesuffix("\r")
        return next(csv.reader([text], strict=True), None)
    except (csv.Error, UnicodeDecodeError):
        return None


def nested(cells: dict[str, str], what: What) -> Row:
    """The cells as a row: words, offsets as numbers, None for an empty cell; one value of a discrepancy."""
    row: Row = {}
    for path, cell in cells.items():
        *above, name = path.split(".")
        inner = row
        for key in above:
            inner = inner.setdefault(key, {})
        inner[name] = _value(name, cell)
    if what == "discrepancies":
        row["values"] = [row["values"]] if row["values"]["claim"] else []
    return row


def _value(name: str, cell: str) -> Any:
    if name in _NUMBERS and cell.isascii() and cell.isdecimal():
        return int(cell)
    return cell or None

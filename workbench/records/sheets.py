"""Sheets of a workbook: their columns, what a cell holds of a value, and the seal that ends each row.

A seal is made of what the cells hold, not of how the file has it: a program that saves the workbook again
leaves it whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.records.fields import FIELDS, dotted
from workbench.records.formats import csv
from workbench.records.rows import Row, What
from workbench.records.seals import seal_of

ABOUT = "about"
"""The sheet that says what the workbook was made from."""
ABOUT_COLUMNS = ("sheet", "column", "meaning", "seal")
LABEL = "event_label"
SEAL = "seal"
CHARACTERS = 32_767
"""Of a cell, in units of UTF-16."""
_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel has no days, or one that never was (29 February 1900)."""
_ESCAPE = re.compile("(?:_x005F)+", re.IGNORECASE)
"""What files write before a text that looks like an escaped character; some readers leave it there."""
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
class Column:
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


def columns(what: What, *, labelled: bool) -> list[Column]:
    """Those of CSV; where events are told before, what they are called stands beside their ids."""
    fields = dict(dotted(FIELDS[what]))
    paths = [*csv.COLUMNS[what], SEAL]
    if labelled and "event" in paths and LABEL not in paths:
        paths.insert(paths.index("event") + 1, LABEL)
    return [Column(path, fields[path].kind if path in fields else "text") for path in paths]


def held(column: Column, told: Any) -> tuple[Any, str]:
    """What a cell holds of a value as people read it, and why that is not all of it, or "".

    It is None, a truth value, a number, a day or text.
    """
    if told is None or told == []:
        return None, ""
    if isinstance(told, bool | int | float):
        return told, ""
    if column.kind == "day" and (day := date.fromisoformat(told)) >= _FIRST_DAY:
        return day, ""
    return _fitting(csv.flat(told))


def _fitting(text: str) -> tuple[str, str]:
    length = len(text.encode("utf-16-le")) // 2 if len(text) > CHARACTERS // 2 else 0
    if length <= CHARACTERS:
        return text, ""
    why = f"{length:,} characters, a cell of a spreadsheet holds {CHARACTERS:,}"
    return f"({why})", why


def plain(value: Any) -> Any:
    """What a cell holds, the same whichever program saved it: numbers as text of 15 digits, days as text."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float):
        return f"{value:.15g}"
    if isinstance(value, date):
        return value.isoformat().removesuffix("T00:00:00")
    return _ESCAPE.sub("", value) or None


def row_seal(sheet: str, cells: Sequence[Any]) -> str:
    """The seal of a row of a sheet, made of what its other cells hold."""
    kept = [[plain(one)] if isinstance(one, int | float) else plain(one) for one in cells]
    return seal_of(json.dumps([sheet, *kept]).encode())


def meanings(what: What) -> Iterator[tuple[str, str]]:
    """What each column means, by its name."""
    found: dict[str, str] = {}
    for path, one in dotted(FIELDS[what]):
        above = found.get(path.rpartition(".")[0])
        found[path] = f"{above}: {one.meaning}" if above else one.meaning
    yield LABEL, "what the event is called"
    yield from found.items()

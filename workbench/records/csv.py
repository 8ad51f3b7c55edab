"""CSV for spreadsheets: nested fields become dotted columns, and no cell can be taken for a formula.

A discrepancy gives one row for each of its values, an event one row for each of its attributes.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from workbench.records.rows import Row, What
from workbench.visible import visible

_SOURCE = ("id", "file", "title", "publisher", "published", "language", "url", "sha256")
_DATE = tuple(
    f"date.{key}" for key in ("start", "end", "precision", "expr", "expr_start", "expr_end", "basis")
)
_VALUE = ("value", "low", "high", "label", "quote", "start", "end", "origin")
_DECISION = ("id", "kind", "label", "value", "low", "high", "note", "until", "reviewer", "at")
_ATTRIBUTE = ("name", "best", "low", "high", "unit", "modality", "rule", "claims", "decision")

COLUMNS: dict[What, tuple[str, ...]] = {
    "claims": (
        "id",
        *(f"source.{key}" for key in _SOURCE),
        *("start", "end", "text", "speaker", "event_type", "modality"),
        *_DATE,
        *("dates", "place", "participants", "quantities", "event"),
        *("times", "ordinals", "mentions", "quotes", "heading", "evidence", "corrected_by"),
    ),
    "events": (
        *("id", "label", "event_type"),
        *_DATE,
        *("place", "participants"),
        *(f"attributes.{key}" for key in _ATTRIBUTE),
        *("claims", "sources", "origins", "discrepancies", "decisions", "state", "first_source", "parent"),
    ),
    "discrepancies": (
        *("id", "event", "attribute", "verdict", "severity", "status", "values.claim"),
        *(f"values.source.{key}" for key in _SOURCE),
        *(f"values.{key}" for key in _VALUE),
        "why",
        *(f"decision.{key}" for key in _DECISION),
        *("key", "suggestion", "rule", "severity_why", "slip"),
    ),
}
"""Dotted paths into a row, in the order of the promised keys."""

_FORMULA_STARTS = tuple("=+-@＝＋－＠")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*(?:[eE][+-]?\d+)?%?")


def signature(what: What) -> str:
    """What an export begins with."""
    return ",".join(COLUMNS[what])


def write(rows: Iterable[Row], what: What) -> Iterator[str]:
    """The export piece by piece, each a whole row; the first is the header."""
    yield line(COLUMNS[what])
    for row in rows:
        for part in _parts(row, what):
            yield line([cell(at(part, column)) for column in COLUMNS[what]])


def cell(value: Any) -> str:
    """One cell's text. What a spreadsheet could run gets an apostrophe in front; numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return _harmless("; ".join(value))
    if isinstance(value, list | dict):
        return _harmless(json.dumps(value, ensure_ascii=False))
    return _harmless(str(value))


def _harmless(text: str) -> str:
    shown = visible(text)
    begins_formula = shown.startswith(_FORMULA_STARTS) and not _PLAIN_NUMBER.fullmatch(shown)
    return f"'{shown}" if begins_formula else shown


def _parts(row: Row, what: What) -> Iterator[Row]:
    """The row once for each thing it lists; once with that left empty where it lists nothing."""
    if what == "discrepancies":
        listed = list(row["values"])
        name = "values"
    elif what == "events":
        listed = [{"name": key, **one} for key, one in row["attributes"].items()]
        name = "attributes"
    else:
        yield row
        return
    for one in listed or [None]:
        yield {**row, name: one}


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
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue()

"""The log of decisions for other programs: JSON Lines, or CSV with the same keys as columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, get_args

from workbench.records.formats import csv, jsonl
from workbench.records.rows import Row

LogFormat = Literal["jsonl", "csv"]
LOG_FORMATS: tuple[LogFormat, ...] = get_args(LogFormat)


def write(rows: Iterable[Row], form: LogFormat) -> Iterator[bytes]:
    """The export piece by piece, each a whole line."""
    return (piece.encode() for piece in _WRITERS[form](rows))


def _csv(rows: Iterable[Row]) -> Iterator[str]:
    columns = csv.COLUMNS["decisions"]
    yield csv.line(columns)
    for row in rows:
        yield csv.line([csv.cell(csv.at(row, column)) for column in columns])


_WRITERS: dict[LogFormat, Callable[[Iterable[Row]], Iterator[str]]] = {
    "jsonl": lambda rows: map(jsonl.line, rows),
    "csv": _csv,
}

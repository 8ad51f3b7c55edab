"""Parquet for programs that count: every field of JSON Lines with its type, lists and objects nested.

Written by pyarrow in groups of rows. A value that is a number or text is two columns, `best` as text and
`best_number`, since a column of Parquet has one type.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from datetime import date
from itertools import islice
from typing import Any

from workbench.extras import needs
from workbench.records.fields import FIELDS, Field
from workbench.records.rows import WHATS, Row
from workbench.records.writing import Export

GROUP = 20_000
"""Rows of a group: what a reader skips or takes as a whole."""
_BATCH = 1_000
"""Rows that are held as objects at once; a group is held in columns, which take a tenth of the room."""
NUMBER = "_number"
"""What the column is called that holds a value where it is a number."""
Convert = Callable[[Any], Any]


class _Pieces:
    """A file that is taken away piece by piece while it is written."""

    closed = False

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._size = 0

    def write(self, data: Any) -> int:
        piece = bytes(data)
        self._pieces.append(piece)
        self._size += len(piece)
        return len(piece)

    def tell(self) -> int:
        return self._size

    def flush(self) -> None:
        pass

    def close(self) -> None:
        pass

    def take(self) -> bytes:
        """What was written since it was last asked."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


def columns(fields: Iterable[Field], arrow: Any) -> list[Any]:
    """The typed columns of these fields; each says what it means."""
    columns = []
    for one in fields:
        about = {"description": one.meaning}
        columns.append(arrow.field(one.name, _type(one, arrow), metadata=about))
        if one.kind == "either":
            about = {"description": f"{one.meaning}, where it is a number"}
            columns.append(arrow.field(one.name + NUMBER, arrow.float64(), metadata=about))
    return columns


def _type(field: Field, arrow: Any) -> Any:
    match field.kind:
        case "text" | "either":
            return arrow.string()
        case "whole":
            return arrow.int64()
        case "number":
            return arrow.float64()
        case "flag":
            return arrow.bool_()
        case "day":
            return arrow.date32()
        case "texts":
            return arrow.list_(arrow.string())
        case "object":
            return arrow.struct(columns(field.parts, arrow))
        case "objects":
            return arrow.list_(arrow.struct(columns(field.parts, arrow)))
        case "named":
            name = arrow.field("name", arrow.string())
            return arrow.list_(arrow.struct([name, *columns(field.parts, arrow)]))


def _same(value: Any) -> Any:
    return value


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _object(parts: Iterable[Field]) -> Convert:
    """How an object becomes one with the columns of its fields."""
    steps = [step for one in parts for step in _steps(one)]

    def convert(row: Row | None) -> Row | None:
        return None if row is None else {name: change(row[key]) for name, key, change in steps}

    return convert


def _steps(field: Field) -> Iterator[tuple[str, str, Convert]]:
    """The columns that a field gives: how each is called, of which key it is made, and how."""
    match field.kind:
        case "either":
            yield field.name, field.name, _text
            yield field.name + NUMBER, field.name, _number
        case "number":  # pyarrow refuses to round a whole number that is too large for a double
            yield field.name, field.name, _number
        case "day":
            yield field.name, field.name, _day
        case "object":
            yield field.name, field.name, _object(field.parts)
        case "objects":
            inner = _object(field.parts)
            yield field.name, field.name, lambda rows: [inner(one) for one in rows]
        case "named":
            part = _object(field.parts)
            yield (
                field.name,
                field.name,
                lambda rows: [{"name": name, **part(one)} for name, one in rows.items()],
            )
        case _:
            yield field.name, field.name, _same


class Parquet:
    """Columns with types, in compressed groups of rows."""

    name = "parquet"
    ending = ".parquet"
    media_type = "application/vnd.apache.parquet"
    whats = WHATS
    is_text = False

    def write(self, export: Export) -> Iterator[bytes]:
        """A piece for each group of rows. Raises MissingPackageError without pyarrow."""
        arrow = needs("pyarrow", "parquet", "parquet")
        files = needs("pyarrow.parquet", "parquet", "parquet")
        fields = FIELDS[export.what]
        made = json.dumps({"what": export.what, **asdict(export.made)})
        schema = arrow.schema(columns(fields, arrow), metadata={"workbench": made})
        convert = _object(fields)
        rows = map(convert, export.rows)
        sink = _Pieces()
        with files.ParquetWriter(arrow.PythonFile(sink, "w"), schema, compression="zstd") as writer:
            while group := list(_batches(islice(rows, GROUP), schema, arrow)):
                writer.write_table(arrow.Table.from_batches(group, schema))
                yield sink.take()
        yield sink.take()


def _batches(rows: Iterator[Any], schema: Any, arrow: Any) -> Iterator[Any]:
    while batch := list(islice(rows, _BATCH)):
        yield arrow.RecordBatch.from_pylist(batch, schema)


WRITER = Parquet()

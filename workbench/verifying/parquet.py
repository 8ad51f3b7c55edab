"""Rows of Parquet, each made the line of JSON Lines again that it was made of.

So its seal, which is that of the line, shows whatever was changed in any of its columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BufferedReader
from itertools import chain
from typing import Any

from workbench.extras import needs
from workbench.phrases import errors
from workbench.records.fields import FIELDS, Field
from workbench.records.formats.parquet import NUMBER, columns
from workbench.records.record import number
from workbench.records.rows import WHATS, What
from workbench.records.seals import compact
from workbench.verifying.containers import damaged, no_export, on_disk
from workbench.verifying.items import Finding, Item
from workbench.verifying.lines import read_object
from workbench.verifying.tables import column_faults

_BATCH = 200
"""Rows that are held at once."""


def read_parquet(stream: BufferedReader, name: str) -> Iterator[Finding | Item]:
    """The objects of a file and what does not hold of its form; rows are counted from 1.

    Raises MissingPackageError without pyarrow, UsageError where the file is damaged or none of ours.
    """
    arrow = needs("pyarrow", "parquet", "parquet")
    files = needs("pyarrow.parquet", "parquet", "parquet")
    with on_disk(stream) as path:
        try:
            with files.ParquetFile(path) as file:
                what = _what(file.schema_arrow.names, name)
                if fault := _schema_fault(file.schema_arrow, what, arrow):
                    yield fault
                    return
                batches = (batch.to_pylist() for batch in file.iter_batches(_BATCH))
                for place, told in enumerate(chain.from_iterable(batches), 1):
                    yield from read_object(place, compact(_object(FIELDS[what], told)))
        except (arrow.ArrowException, OSError, ValueError, OverflowError) as error:
            raise damaged(name, error) from error


def _what(names: Iterable[str], name: str) -> What:
    """What the rows are of, even where a column or two are not as they should be."""
    there = set(names)
    own = {what: {one.name for one in FIELDS[what]} for what in WHATS}
    best = max(WHATS, key=lambda what: 2 * len(own[what] & there) - len(own[what]))
    if 2 * len(own[best] & there) <= len(own[best]):
        raise no_export(errors.NO_EXPORTED_TABLES(file=name))
    return best


def _schema_fault(schema: Any, what: What, arrow: Any) -> Finding | None:
    wanted = arrow.schema(columns(FIELDS[what], arrow))
    if schema.equals(wanted):
        return None
    strange = [one.name for one in schema if one.name not in wanted.names]
    missing = [one for one in wanted.names if one not in schema.names]
    retyped = [one.name for one in wanted if one.name in schema.names and schema.field(one.name) != one]
    says = column_faults(strange, missing, retyped)
    return Finding("form", says or "the columns stand in another order", what=what)


def _object(fields: Iterable[Field], told: Any) -> Any:
    return None if told is None else {one.name: _value(one, told) for one in fields}


def _value(field: Field, told: Any) -> Any:
    """The value of a field as JSON has it."""
    value = told[field.name]
    if field.kind == "either":
        return _either(value, told[field.name + NUMBER])
    if value is None:
        return None
    match field.kind:
        case "day":
            return value.isoformat()
        case "number":
            return number(value)
        case "object":
            return _object(field.parts, value)
        case "objects":
            return [_object(field.parts, one) for one in value]
        case "named":
            named = {one and one["name"]: _object(field.parts, one) for one in value}
            return named if len(named) == len(value) else value
        case _:
            return value


def _either(text: str | None, as_number: float | None) -> Any:
    """Text, or the number that both columns tell; both of them where they do not tell the same."""
    if as_number is None:
        return text
    whole = (text or "").removeprefix("-").isdecimal()
    try:
        value = int(text or "") if whole else float(text or "")
    except ValueError:
        return [text, as_number]
    return value if str(value) == text and float(value) == as_number else [text, as_number]

"""What the fields of exported rows hold and mean, for formats whose columns have types.

They are the keys of `workbench.records.shapes`, in the order of rows (`workbench.records.rows`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from msgspec import inspect

from workbench.records.rows import WHATS, What
from workbench.records.seals import KEYS
from workbench.records.shapes import SHAPES

Kind = Literal["text", "whole", "number", "flag", "day", "either", "texts", "object", "objects", "named"]
"""``day`` is a day as ISO 8601 text, ``either`` a number or text, ``texts`` a list of text, ``object`` a
dictionary with the keys of `Field.parts`, ``objects`` a list of such, ``named`` a dictionary of names to
such."""
_BEFORE: Mapping[What, tuple[str, ...]] = {"attributes": ("event", "event_label", "name")}
"""Keys that stand before those that a shape has from another one."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a row, or of an object in it; all but flags may be None."""

    name: str
    kind: Kind
    meaning: str
    parts: tuple[Field, ...] = ()


def _fields(shape: Any) -> tuple[Field, ...]:
    """The keys of a shape that msgspec has looked at."""
    return tuple(
        Field(one.encode_name, _kind(one.type), _meaning(one.type), _parts(one.type)) for one in shape.fields
    )


def _meaning(held: inspect.Type) -> str:
    about = held.extra_json_schema if isinstance(held, inspect.Metadata) else None
    return str((about or {}).get("description", ""))


def _plain(held: inspect.Type) -> inspect.Type:
    """What is there where anything is, without what is said of it; a day is told by that."""
    match held:
        case inspect.Metadata(extra_json_schema={"format": "date"}):
            return held
        case inspect.Metadata():
            return _plain(held.type)
        case inspect.UnionType():
            others = [one for one in held.types if not isinstance(one, inspect.NoneType)]
            return _plain(others[0]) if len({type(one) for one in others}) == 1 else held
    return held


def _kind(held: inspect.Type) -> Kind:
    match _plain(held):
        case inspect.Metadata():
            return "day"
        case inspect.StrType() | inspect.LiteralType():
            return "text"
        case inspect.BoolType():
            return "flag"
        case inspect.IntType():
            return "whole"
        case inspect.FloatType():
            return "number"
        case inspect.StructType():
            return "object"
        case inspect.DictType():
            return "named"
        case inspect.ListType(item_type=inspect.StrType()):
            return "texts"
        case inspect.ListType():
            return "objects"
        case inspect.UnionType():
            return "either"
        case other:
            raise TypeError(other)


def _parts(held: inspect.Type) -> tuple[Field, ...]:
    match _plain(held):
        case inspect.StructType() as shape:
            return _fields(shape)
        case inspect.DictType(value_type=inner) | inspect.ListType(item_type=inner):
            return _parts(inner)
    return ()


def _ordered(what: What) -> tuple[Field, ...]:
    first = _BEFORE.get(what, ())
    found = _fields(inspect.type_info(SHAPES[what]))
    return tuple(sorted(found, key=lambda one: (one.name in KEYS, one.name not in first)))


FIELDS: Mapping[What, tuple[Field, ...]] = {what: _ordered(what) for what in WHATS}
"""The keys of the rows of each kind, in their order."""


def dotted(fields: tuple[Field, ...], above: str = "") -> Iterator[tuple[str, Field]]:
    """The fields by their dotted paths (`workbench.records.formats.csv.COLUMNS`), parts behind the whole."""
    for one in fields:
        path = f"{above}{one.name}"
        yield path, one
        yield from dotted(one.parts, f"{path}.")

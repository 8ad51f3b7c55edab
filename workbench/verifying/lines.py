"""One object of JSON Lines or of a JSON document: its seal, its form, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from workbench.records.rows import WHATS, Row, What
from workbench.records.seals import FORMAT, seal_of
from workbench.records.shapes import SHAPES
from workbench.verifying.items import Finding, Item, Mark, read_mark

_SEAL = re.compile(rb',"seal":"([0-9a-f]{16})"\}')
_SEAL_LENGTH = len(b',"seal":"0123456789abcdef"}')
_KEYS = {what: frozenset(shape.__struct_encode_fields__) for what, shape in SHAPES.items()}
CHANGED = "it was changed since it was written: its seal does not fit it"


def read_object(number: int, data: bytes) -> Iterator[Finding | Item]:
    """The object on a line, behind what does not hold of its form; only what has the right form is given."""
    try:
        row = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        yield Finding("form", f"not JSON: {error}", number)
        return
    if not isinstance(row, dict):
        yield Finding("form", "not an object", number)
        return
    mark = read_mark(row.get("export"))
    item = Item(number, _what(row, mark), row, mark)
    if fault := _seal_fault(data):
        yield item.finding("seal", fault, "seal")
    faults = [*mark_faults(item), *shape_faults(item, item.row)]
    yield from faults
    if not any(one.field != "export" for one in faults):
        yield item


def _seal_fault(data: bytes) -> str:
    """What is wrong with the seal at the end of an object's bytes; "" where it fits."""
    found = _SEAL.fullmatch(data[-_SEAL_LENGTH:])
    if found is None:
        return "no seal at its end"
    return "" if seal_of(data[:-_SEAL_LENGTH] + b"}").encode() == found[1] else CHANGED


def _what(row: Row, mark: Mark | None) -> What:
    """What it is an object of: what it says, else what its keys are most like."""
    for what in WHATS:
        if mark and what == mark.what:
            return what
    return max(WHATS, key=lambda what: 2 * len(_KEYS[what] & row.keys()) - len(_KEYS[what]))


def mark_faults(item: Item) -> Iterator[Finding]:
    """What is wrong with what an object says of its export."""
    if item.mark is None:
        yield item.finding("form", "it does not say what it was made from", "export")
    elif item.mark.format > FORMAT:
        says = f"a newer workbench wrote it: format {item.mark.format}, {FORMAT} is known here"
        yield item.finding("form", says, "export")


def shape_faults(item: Item, row: Row) -> Iterator[Finding]:
    """What is wrong with the shape of an object; `row` has all of its keys."""
    try:
        msgspec.convert(row, SHAPES[item.what])
    except (msgspec.ValidationError, RecursionError) as error:
        yield item.finding("form", f"not as docs/schemas/{item.what}.json has it: {error}")

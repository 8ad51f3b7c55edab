"""Formats that have no place for a seal: how their files are cut into entries, and these into fields."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from workbench.visible import visible

HEAD, TAIL = "head", "tail"
_UID = re.compile(rb"^UID:(\w+)@workbench\r?$", re.MULTILINE)
_FOLD = re.compile(rb"\r?\n[ \t]")
_NAMED = re.compile(rb'\s*"([^"]*)": ')
_URL = re.compile(r'"url": "((?:[^"\\]|\\.)*)"')
_LAST = b",\r\n"


class Entry(NamedTuple):
    """What a file says of one event, or its head or end. `line` is the first, counted from 1."""

    key: str
    line: int
    data: bytes


Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Form:
    """A format: how a file is cut, and what an entry says; `fields` raises ValueError where it is none.

    `event` finds the id of an event in a key, or its number; it is None where keys tell of no event. `once`
    are fields that follow from the database as a whole, or from the program: they are said once.
    """

    cut: Callable[[Iterable[bytes]], Iterator[Entry]]
    fields: Callable[[bytes, bytes], Fields]
    event: re.Pattern[str] | None
    once: frozenset[str] = frozenset()

    def event_of(self, key: str) -> str:
        """The event that an entry of this key is of, as the key has it; "" for none."""
        found = self.event.fullmatch(key) if self.event and key not in (HEAD, TAIL) else None
        return found[1] if found else ""


def _calendar(lines: Iterable[bytes]) -> Iterator[Entry]:
    start, held = 1, b""

    def entry() -> Entry:
        found = _UID.search(held)
        return Entry(found[1].decode() if found else HEAD if start == 1 else TAIL, start, held)

    for number, line in enumerate(lines, 1):
        if held and (line.startswith(b"BEGIN:VEVENT") or held.rstrip().endswith(b"END:VEVENT")):
            yield entry()
            start, held = number, b""
        held += line
    if held:
        yield entry()


def _properties(data: bytes, _head: bytes) -> Fields:
    lines = _FOLD.sub(b"", data).decode().splitlines()
    return dict(line.partition(":")[::2] for line in lines if line)


def _rows(column: int) -> Callable[[Iterable[bytes]], Iterator[Entry]]:
    """Rows by what stands in a column."""

    def cut(lines: Iterable[bytes]) -> Iterator[Entry]:
        for number, line in enumerate(lines, 1):
            cells = _cells(line)
            key = cells[column] if len(cells) > column else ""
            yield Entry(HEAD if number == 1 else key, number, line)

    return cut


def _cells(line: bytes) -> list[str]:
    """The cells of a line; none where it is not one of a table."""
    try:
        return next(csv.reader([line.decode(errors="replace").rstrip("\r\n")]), [])
    except csv.Error:
        return []


def _columns(data: bytes, head: bytes) -> Fields:
    names, cells = _cells(head), _cells(data)
    if len(names) != len(cells):
        raise ValueError(f"{len(cells)} cells, not {len(names)}")
    return dict(zip(names, cells, strict=True))


def _bundles(lines: Iterable[bytes]) -> Iterator[Entry]:
    for number, line in enumerate(lines, 1):
        found = _NAMED.match(line)
        key = found[1].decode(errors="replace") if found else line.decode(errors="replace").strip()
        yield Entry(HEAD if number == 1 else key, number, line)


def _reviews(lines: Iterable[bytes]) -> Iterator[Entry]:
    for number, line in enumerate(lines, 1):
        found = _URL.search(line.decode(errors="replace"))
        key = found[1] if found else TAIL
        yield Entry(HEAD if number == 1 else key, number, line)


def _object(data: bytes) -> Any:
    """What stands on a line: an object, or a member of one."""
    text = data.decode()
    found = _NAMED.match(data)
    return json.JSONDecoder().raw_decode(text, len(found[0].decode()) if found else 0)[0]


def _review(data: bytes, _head: bytes) -> Fields:
    return dict(_flat(_object(data), ""))


def _records(data: bytes, _head: bytes) -> Fields:
    """What a bundle says of each thing, or the document of its bundles.

    Relations have numbers for names, which tell nothing: what they say tells them apart.
    """
    fields: dict[str, str] = {}
    for kind, of in _object(data).items():
        for name, facts in of.items() if isinstance(of, dict) else [("", of)]:
            said = dict(_flat(facts, ""))
            if "" in said:  # a fact of what the document itself tells of
                fields[f"{kind}.{name}"] = said[""]
            elif name.startswith("_:"):
                fields[f"{kind} of {' and '.join(said.values())}"] = "there"
            else:
                fields[f"{kind} {name}"] = "; ".join(f"{path}: {value}" for path, value in said.items())
    return fields


def _flat(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """What stands at which path; of a value with its type the value."""
    if isinstance(value, dict) and value.keys() == {"$", "type"}:
        value = value["$"]
    inner = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    )
    if inner is None:
        yield path, visible(str(value))
        return
    for key, part in inner:
        yield from _flat(part, f"{path}.{key}" if path else str(key))


def bare(data: bytes) -> bytes:
    """An entry without what parts it from the next one."""
    return data.rstrip(_LAST)


FORMS: Mapping[str, Form] = {
    "ics": Form(_calendar, _properties, re.compile(r"(\w+)"), frozenset({"DTSTAMP", "PRODID"})),
    "ged": Form(_rows(1), _columns, re.compile(r"workbench-(\w+)")),
    "acled": Form(_rows(0), _columns, re.compile(r"[A-Z]{3}(\d{1,15})"), frozenset({"timestamp"})),
    "claimreview": Form(_reviews, _review, None),
    "prov": Form(
        _bundles,
        _records,
        re.compile(r"\w+:bundle-(\w+)"),
        frozenset({"wb:database", "wb:schema", "wb:version"}),
    ),
}
"""By the name of the writer."""

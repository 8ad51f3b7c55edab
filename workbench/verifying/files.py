"""An exported file to the objects in it, a line at a time, however long it is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import ExitStack
from io import BufferedReader
from itertools import chain, islice
from typing import Literal

import msgspec

from workbench.phrases import errors
from workbench.records.rows import WHATS
from workbench.records.shapes import HeadShape
from workbench.verifying.containers import lines_of, no_export
from workbench.verifying.counting import Tally
from workbench.verifying.items import Finding, Item
from workbench.verifying.lines import read_object
from workbench.verifying.parquet import read_parquet
from workbench.verifying.sqlite import read_sqlite
from workbench.verifying.tables import head_faults, read_line, table_of
from workbench.verifying.workbooks import read_workbook

Form = Literal[
    "jsonl",
    "json",
    "csv",
    "xlsx",
    "parquet",
    "sqlite",
    "ics",
    "claimreview",
    "ged",
    "acled",
    "prov",
    "sealed",
]
_HEAD = re.compile(rb'\{"workbench":(\{.*\}),"what":"(\w+)","rows":\[\n')
_FOOT = re.compile(rb'\](?:,"seal":"sha256:([0-9a-f]{64})"\}\n)')
_LAST_LINE = re.compile(rb"<!-- seal:sha256:([0-9a-f]{64}) -->\n|(?:# )?seal:sha256:([0-9a-f]{64})\n")
_SEAL_LINE = len("<!-- seal:sha256: -->\n") + 64
_DAMAGED = re.compile(rb"sha256.?[0-9a-f]{20}|seal.+[0-9a-f]{20}")
"""What is left of such a line when a character of it is another one."""
_ENDINGS: dict[str, Form] = {
    "ged.csv": "ged",
    "acled.csv": "acled",
    "ics": "ics",
    "jsonld": "claimreview",
    "provjson": "prov",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "json": "json",
    "csv": "csv",
    "xlsx": "xlsx",
    "parquet": "parquet",
    "db": "sqlite",
    "sqlite": "sqlite",
}
_MAGIC: dict[bytes, Form] = {
    b"BEGIN:VCALENDAR": "ics",
    b'{"@context"': "claimreview",
    b'{"prefix"': "prov",
    b"PK": "xlsx",
    b"PAR1": "parquet",
    b"SQLite format 3": "sqlite",
}
_LONG_LINE = 100_000
"""Bytes of a first line that is looked at to tell what a file is."""


def read_items(stream: BufferedReader, name: str, tally: Tally, held: ExitStack) -> Iterator[Finding | Item]:
    """The objects of a file and what does not hold of its form, in its order.

    Raises UsageError where it is nothing that can be checked. A file of text that ends in a seal has no
    objects: it is checked as a whole. What objects need to be held against others stays open as long as
    `held`.
    """
    match tally.form:
        case "jsonl":
            found = _lines(stream, name)
        case "json":
            found = _document(stream, name)
        case "csv":
            found = _table(stream, name)
        case "xlsx":
            found = read_workbook(stream, name, tally)
        case "parquet":
            found = read_parquet(stream, name)
        case "sqlite":
            found = read_sqlite(stream, name, held)
        case _:
            found = _sealed(stream, name)
    yield from found


def form_of(stream: BufferedReader, name: str) -> Form:
    """What a file is, by how it begins, else by its name."""
    head = stream.peek(_LONG_LINE)
    if head.startswith(b'{"workbench":'):
        return "json"
    if head.startswith((b'{"id":', b'{"event":')):
        return "jsonl"
    for begins, form in _MAGIC.items():
        if head.startswith(begins):
            return form
    if table_of(head[: head.find(b"\n") + 1]):
        return "csv"
    if b"event_id_cnty" in head[: head.find(b"\n") + 1]:
        return "acled"
    if b"type_of_violence" in head[: head.find(b"\n") + 1]:
        return "ged"
    return next((form for ending, form in _ENDINGS.items() if name.lower().endswith(f".{ending}")), "sealed")


def _lines(stream: BufferedReader, name: str) -> Iterator[Finding | Item]:
    lines = enumerate(lines_of(stream), 1)
    # Two of them: a line end that got into the first one is a change like others.
    first = list(islice(lines, 2))
    if first and not any(key in line for _, line in first for key in (b'"seal"', b'"export"')):
        raise no_export(errors.NO_SEALS(file=name))
    for number, line in chain(first, lines):
        if not line.endswith(b"\n"):
            yield Finding("form", "the line is cut off: no line end", number)
        yield from read_object(number, line.removesuffix(b"\n"))


def _document(stream: BufferedReader, name: str) -> Iterator[Finding | Item]:
    head = stream.peek(_LONG_LINE)
    if not any(key in head for key in (b'"workbench"', b'"rows"')):
        raise no_export(errors.NO_ORIGIN(file=name))
    digest = hashlib.sha256()
    foot = before = b""
    number = 0
    for number, line in enumerate(lines_of(stream), 1):
        if number == 1:
            yield from _head(line)
        elif foot:
            yield Finding("form", "something stands behind the end of the document", number)
            return
        elif line.startswith(b"]"):
            foot = line
            digest.update(b"]")
            if not before.endswith(b"[\n" if number == 2 else b"}\n"):
                yield Finding("form", "the list of objects does not end as it was written", number)
            continue
        else:
            if number > 2 and not before.endswith(b"},\n"):
                yield Finding("form", "no comma parts the objects here", number - 1)
            yield from read_object(number, line.removesuffix(b"\n").removesuffix(b","))
        digest.update(line)
        before = line
    found = _FOOT.fullmatch(foot)
    if found is None:
        yield Finding("seal", "the document is cut off, or changed at its end: no seal of the whole", number)
    elif digest.hexdigest().encode() != found[1]:
        says = "the document was changed since it was written: its seal does not fit the whole of it"
        yield Finding("seal", says, number)


def _head(line: bytes) -> Iterator[Finding]:
    found = _HEAD.fullmatch(line)
    if found is None or found[2].decode() not in WHATS:
        yield Finding("form", "the document does not begin as it was written", 1)
        return
    try:
        msgspec.json.decode(found[1], type=HeadShape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        yield Finding("form", f"not as docs/schemas/document.json has it: {error}", 1)


def _table(stream: BufferedReader, name: str) -> Iterator[Finding | Item]:
    what = None
    for number, line in enumerate(lines_of(stream), 1):
        if number == 1:
            what = table_of(line)
            if what is None:
                raise no_export(errors.NO_EXPORTED_TABLES(file=name))
            yield from head_faults(line, what)
        elif what:
            yield from read_line(number, line, what)


def _sealed(stream: BufferedReader, name: str) -> Iterator[Finding]:
    """Checks the seal of a whole file that stands in its last line."""
    digest = hashlib.sha256()
    last, whole, number = b"", True, 0
    while line := stream.readline(_LONG_LINE):
        digest.update(last)
        whole = last.endswith(b"\n") or not last
        last, number = line, number + whole
    found = _LAST_LINE.fullmatch(last) if whole else None
    if found is None and not _DAMAGED.search(last[-_SEAL_LINE:]):
        raise no_export(errors.NO_SEAL(file=name))
    if found is None:
        yield Finding("seal", "the line with the seal was changed")
    elif digest.hexdigest().encode() not in found.groups():
        says = "the file was changed since it was written: its seal does not fit the whole of it"
        yield Finding("seal", says)

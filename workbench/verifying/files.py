"""An exported file to the objects in it, a line at a time, however long it is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from io import BufferedReader
from itertools import chain, islice
from typing import Literal

import msgspec

from workbench.errors import UsageError
from workbench.phrases import errors
from workbench.records.rows import WHATS
from workbench.records.shapes import HeadShape
from workbench.verifying.items import Finding, Item, Tally
from workbench.verifying.lines import read_object
from workbench.verifying.tables import head_faults, read_line, table_of

Form = Literal["jsonl", "json", "csv", "sealed"]
LONGEST = 64_000_000
"""Bytes of a line that is read: no object is as long."""
_HEAD = re.compile(rb'\{"workbench":(\{.*\}),"what":"(\w+)","rows":\[\n')
_FOOT = re.compile(rb'\](?:,"seal":"sha256:([0-9a-f]{64})"\}\n)')
_LAST_LINE = re.compile(rb"<!-- seal:sha256:([0-9a-f]{64}) -->\n|(?:# )?seal:sha256:([0-9a-f]{64})\n")
_SEAL_LINE = len("<!-- seal:sha256: -->\n") + 64
_DAMAGED = re.compile(rb"sha256.?[0-9a-f]{20}|seal.+[0-9a-f]{20}")
"""What is left of such a line when a character of it is another one."""
_ENDINGS: dict[str, Form] = {"jsonl": "jsonl", "ndjson": "jsonl", "json": "json", "csv": "csv"}
_LONG_LINE = 100_000
"""Bytes of a first line that is looked at to tell what a file is."""


def read_items(stream: BufferedReader, name: str, tally: Tally) -> Iterator[Finding | Item]:
    """The objects of a file and what does not hold of its form, in its order.

    Raises UsageError where it is nothing that can be checked. A file of text that ends in a seal has no
    objects: it is checked as a whole.
    """
    form = _form(stream, name)
    tally.form = form
    match form:
        case "jsonl":
            found = _lines(stream)
        case "json":
            found = _document(stream)
        case "csv":
            found = _table(stream)
        case "sealed":
            found = _sealed(stream, name)
    yield from found


def _form(stream: BufferedReader, name: str) -> Form:
    head = stream.peek(_LONG_LINE)
    if head.startswith(b'{"workbench":'):
        return "json"
    if head.startswith((b'{"id":', b'{"event":')):
        return "jsonl"
    if table_of(head[: head.find(b"\n") + 1]):
        return "csv"
    return _ENDINGS.get(name.rpartition(".")[2].lower(), "sealed")


def _numbered(stream: BufferedReader) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := stream.readline(LONGEST + 1):
        number += 1
        if len(line) > LONGEST:
            raise UsageError("Not an export", f"line {number} is longer than {LONGEST // 1_000_000} MB")
        yield number, line


def _no_export(why: str) -> UsageError:
    return UsageError("Not an export", why, "verify what `workbench export` writes as jsonl, json or csv")


def _lines(stream: BufferedReader) -> Iterator[Finding | Item]:
    lines = _numbered(stream)
    # Two of them: a line end that got into the first one is a change like others.
    first = list(islice(lines, 2))
    if first and not any(key in line for _, line in first for key in (b'"seal"', b'"export"')):
        raise _no_export("it has no seals")
    for number, line in chain(first, lines):
        if not line.endswith(b"\n"):
            yield Finding("form", "the line is cut off: no line end", number)
        yield from read_object(number, line.removesuffix(b"\n"))


def _document(stream: BufferedReader) -> Iterator[Finding | Item]:
    head = stream.peek(_LONG_LINE)
    if not any(key in head for key in (b'"workbench"', b'"rows"')):
        raise _no_export("it does not say what it was made from")
    digest = hashlib.sha256()
    foot = before = b""
    number = 0
    for number, line in _numbered(stream):
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


def _table(stream: BufferedReader) -> Iterator[Finding | Item]:
    what = None
    for number, line in _numbered(stream):
        if number == 1:
            what = table_of(line)
            if what is None:
                raise _no_export("no table that workbench writes begins like this")
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
        raise _no_export(errors.NO_SEAL(file=name))
    if found is None:
        yield Finding("seal", "the line with the seal was changed")
    elif digest.hexdigest().encode() not in found.groups():
        says = "the file was changed since it was written: its seal does not fit the whole of it"
        yield Finding("seal", says)

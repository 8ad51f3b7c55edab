"""JSON and JSON Lines: articles as objects, one a line, in a list, or alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, BinaryIO

import msgspec

from workbench.errors import SourceError
from workbench.phrases import errors
from workbench.sources.columns import choose
from workbench.sources.decoding import encoding_of_stream
from workbench.sources.documents import Document, Found, Limits
from workbench.sources.json_slices import elements, members
from workbench.sources.readers.table_rows import Row, articles

_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"')
_LINES = (".jsonl", ".ndjson", ".jsonlines")
_LIST = re.compile(rb"\[\s*\{")
_KEYS = 1_000
_MOST = 1_000_000
"""Values in an object: each takes many times its own length when it is built."""
_DEEP = 4
"""How deep objects are looked into, for a list of articles and for what an article's object holds."""


class JsonReader:
    """Reads objects as rows whose columns are their keys; what stands deeper is called `source.name`."""

    name = "json"
    endings = (".json", *_LINES)
    media_types = ("application/json", "application/jsonl", "application/x-ndjson", "application/jsonlines")
    holds_many = True

    def recognises(self, head: bytes) -> bool:
        """An object, or a list of them."""
        return bool(_OBJECT.match(head))

    def read(self, document: Document, limits: Limits) -> Iterator[Found]:
        """The articles, an object each. Raises SourceError where it is no JSON or no key holds the text."""
        rows = _lines(document, limits) if _is_lines(document, limits) else _whole(document, limits)
        yield from articles(document, rows, limits)


READER = JsonReader()


def _is_lines(document: Document, limits: Limits) -> bool:
    if document.name.lower().endswith(_LINES):
        return True
    with document.open() as stream:
        first = list(islice(_bounded(stream, document.name, limits), 2))
    return len(first) == 2 and isinstance(_decoded(first[0]), dict) and first[1].startswith(b"{")


def _bounded(stream: BinaryIO, name: str, limits: Limits) -> Iterator[bytes]:
    """The lines that hold anything; one over the limit is cut there, and is no JSON then."""
    while line := stream.readline(limits.document):
        rest = line
        while len(rest) >= limits.document and not rest.endswith(b"\n"):
            rest = stream.readline(limits.document)
        if line.strip():
            yield line.strip().removeprefix(b"\xef\xbb\xbf")


def _lines(document: Document, limits: Limits) -> Iterator[Row]:
    with document.open() as stream:
        encoding = encoding_of_stream(stream, document.name)
        for number, line in enumerate(_bounded(stream, document.name, limits), 1):
            yield number, _row(_as_utf8(line, encoding), f"{document.name}, line {number}")


def _whole(document: Document, limits: Limits) -> Iterator[Row]:
    data = document.data(limits)
    with document.open() as stream:
        encoding = encoding_of_stream(stream, document.name)
    held = _as_utf8(data, encoding).removeprefix(b"\xef\xbb\xbf").strip()
    if not held.startswith((b"[", b"{")):
        raise _not_json(document.name)
    number = 0
    try:
        for number, one in enumerate(_objects(held, document, _DEEP), 1):
            yield number, _row(one, f"{document.name}, object {number}")
    except ValueError as error:
        fault = _not_json(errors.AFTER_OBJECTS(file=document.name, number=str(number), text=str(error)))
        if not number:
            raise fault from error
        yield number + 1, fault


def _objects(held: bytes, document: Document, deep: int) -> Iterator[bytes]:
    """The objects of a list, or of the longest list that stands in an object; else the object itself.

    Raises ValueError where it is no JSON.
    """
    if held.startswith(b"["):
        yield from elements(held)
        return
    inside = dict(islice(members(held), _KEYS))
    if _is_article(inside, document):
        yield held
        return
    lists = [one for one in inside.values() if _LIST.match(one)]
    within = [one for one in inside.values() if one.startswith(b"{") and _LIST.search(one)] if deep else []
    if lists:
        yield from elements(max(lists, key=len))
    elif within:
        yield from _objects(max(within, key=len), document, deep - 1)
    else:
        yield held


def _is_article(inside: Mapping[bytes, bytes], document: Document) -> bool:
    names = [str(_decoded(key)) for key, value in inside.items() if not value.startswith((b"[{", b"{"))]
    try:
        choose(names, document.columns, document.name)
    except SourceError:
        return False
    return True


def _row(data: bytes, place: str) -> dict[str, str] | SourceError:
    if data.count(b",") > _MOST or data.count(b"[") + data.count(b"{") > _MOST:
        return SourceError("Too intricate", place, "Give the articles alone.")
    held = _decoded(data)
    if held is None:
        return _not_json(place)
    if not isinstance(held, dict):
        return SourceError("Not an object", place, "An article is an object with a key for its text.")
    return _flat(held)


def _not_json(place: str) -> SourceError:
    return SourceError("Not JSON", place, "Check what wrote it.")


def _decoded(data: bytes) -> Any:
    """The value, or None where there is none; the standard library's is the more lenient of two readers."""
    try:
        return msgspec.json.decode(data)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        try:
            return json.loads(data.decode(errors="replace"))
        except (ValueError, RecursionError):
            return None


def _flat(held: Mapping[str, Any], above: str = "", deep: int = _DEEP) -> dict[str, str]:
    """The texts and numbers in an object by their keys, joined by full stops; lists of texts as one text."""
    found: dict[str, str] = {}
    for key, value in held.items():
        name = f"{above}{key}"
        if isinstance(value, dict) and deep:
            found |= _flat(value, f"{name}.", deep - 1)
        elif isinstance(value, list):
            texts = [part for part in value if isinstance(part, str)]
            found[name] = (", " if all(len(part) < 80 for part in texts) else "\n\n").join(texts)
        elif value is None or isinstance(value, bool | dict):
            found[name] = ""
        else:
            found[name] = str(value)
    return found


def _as_utf8(data: bytes, encoding: str) -> bytes:
    return data if encoding == "utf-8" else data.decode(encoding, errors="replace").encode(errors="replace")

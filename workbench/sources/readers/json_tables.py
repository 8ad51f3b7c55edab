"""JSON and JSON Lines: articles as objects, one a line, in a list, or alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, BinaryIO

import msgspec

from workbench.errors import SourceError
from workbench.sources.columns import choose
from workbench.sources.decoding import encoding_of_stream
from workbench.sources.documents import Document, Found, Limits
from workbench.sources.readers.table_rows import Row, articles

_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"')
_LINES = (".jsonl", ".ndjson", ".jsonlines")
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
    held = _as_utf8(data, encoding).strip()
    objects = _listed(held, document, _DEEP) if held.startswith((b"[", b"{")) else None
    if objects is None:
        raise _not_json(document.name)
    for number, one in enumerate(objects, 1):
        yield number, _row(bytes(one), f"{document.name}, object {number}")


def _listed(held: bytes, document: Document, deep: int) -> list[bytes] | None:
    """The objects of a list, or of the list that stands in an object; else the object itself.

    Nothing is decoded but the way there: a list of any length is cut, not built. None where it is no JSON.
    """
    try:
        if held.startswith(b"["):
            return [bytes(one) for one in msgspec.json.decode(held, type=list[msgspec.Raw])]
        inside = {
            key: bytes(one) for key, one in msgspec.json.decode(held, type=dict[str, msgspec.Raw]).items()
        }
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        whole = _decoded(held)
        return None if whole is None else [json.dumps(one).encode() for one in _as_list(whole)]
    if _is_article(held, document):
        return [held]
    lists = [one for one in inside.values() if re.match(rb"\[\s*\{", one)]
    if lists:
        return _listed(max(lists, key=len), document, deep)
    within = [one for one in inside.values() if one.startswith(b"{")] if deep else []
    found = [_listed(one, document, deep - 1) for one in within]
    return next((one for one in found if one and len(one) > 1), [held])


def _as_list(held: Any) -> list[Any]:
    return held if isinstance(held, list) else [held]


def _is_article(held: bytes, document: Document) -> bool:
    try:
        choose(list(_flat(_decoded(held) or {})), document.columns, document.name)
    except SourceError:
        return False
    return True


def _row(data: bytes, place: str) -> dict[str, str] | SourceError:
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

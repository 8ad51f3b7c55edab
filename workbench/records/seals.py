"""What an exported object says of where it comes from, and the seal that shows that nobody changed it since.

A seal finds accidents and careless edits. It is no signature: whoever changes a value can seal it anew, and
only the articles and the database tell then.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

import msgspec

from workbench.records.record import Record
from workbench.records.rows import Row, What
from workbench.records.writing import Made

FORMAT = 1
"""Counts the changes of the keys that are promised; keys that are added behind them do not change it."""
KEYS = ("export", "seal")
"""The last keys of every exported object."""
DIGITS = 16
"""Of a row's seal: 64 bits, enough against chance."""
HTML = ("<!-- ", " -->")
"""What makes a line of HTML and of Markdown a comment."""

_encoder = msgspec.json.Encoder()
_RISKY = re.compile(b"\x7f|\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]")
"""Line ends to some readers (U+0085, U+2028, U+2029) or escape sequences to some terminals."""


def compact(row: Row | Record | str) -> bytes:
    """An object, or a text, as JSON of one line, UTF-8, without a byte that some reader takes for a line end.

    The same object always gives the same bytes: its seal is made of them.
    """
    data = _encoder.encode(row)
    if b"\x7f" in data or b"\xc2" in data or b"\xe2\x80" in data:
        return _RISKY.sub(lambda match: b"\\u%04x" % ord(match[0].decode()), data)
    return data


def mark(made: Made, what: What, total: int | None = None) -> str:
    """What an object says of its export: program, format, schema, fingerprint of the database.

    `total` is how many objects the export has. Of attributes, which are counted by their events, that is
    not known when it begins.
    """
    says = [made.tool, f"{what} format {FORMAT}", f"schema {made.schema}", f"database {made.database}"]
    if total is not None and what != "attributes":
        says.append(f"{total} in all")
    return "; ".join(says)


def part_mark(says: str, number: int, of: int) -> str:
    """`mark` of a row that holds one of several parts of an object, counted from 1."""
    return f"{says}; part {number} of {of}"


def seal_of(data: bytes) -> str:
    """The seal of these bytes: the first digits of their SHA-256."""
    return hashlib.sha256(data).hexdigest()[:DIGITS]


def sealed(rows: Iterable[Row], says: str) -> Iterator[Row]:
    """The rows with what they say of their export, and the seal of all that stands before it."""
    for row in rows:
        whole = {**row, "export": says}
        whole["seal"] = seal_of(compact(whole))
        yield whole


def sealed_line(row: Row | Record, says: bytes) -> bytes:
    """`compact` of what `sealed` makes of a row, made once; `says` is `compact` already."""
    data = b'%s,"export":%s' % (compact(row)[:-1], says)
    return b'%s,"seal":"%s"}' % (data, seal_of(data + b"}").encode())


def sealed_file(pieces: Iterable[bytes], comment: tuple[str, str] = HTML) -> Iterator[bytes]:
    """A file of text with a last line, between the marks of a comment, that seals all before it."""
    digest = hashlib.sha256()
    last = b"\n"
    for piece in pieces:
        digest.update(piece)
        last = piece[-1:] or last
        yield piece
    if last != b"\n":
        digest.update(b"\n")
        yield b"\n"
    yield f"{comment[0]}seal:sha256:{digest.hexdigest()}{comment[1]}\n".encode()

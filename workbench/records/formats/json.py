"""One JSON document: what it was made from, all objects, and the seal of the whole.

Each object stands on a line of its own, the same as in JSON Lines, so that a document of any size can be
written, and read again, line by line.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from workbench.records.rows import WHATS, Row
from workbench.records.seals import FORMAT, compact
from workbench.records.writing import Export


def head(export: Export) -> Row:
    """What a document says of itself."""
    made = export.made
    return {
        "tool": made.tool,
        "format": FORMAT,
        "schema": made.schema,
        "database": made.database,
        "at": made.at or None,
        "policy": made.policy or None,
    }


def _unsealed(export: Export) -> Iterator[bytes]:
    yield b'{"workbench":%s,"what":"%s","rows":[' % (compact(head(export)), export.what.encode())
    end = b"\n"
    for one in export.objects():
        yield end + one
        end = b",\n"
    yield b"\n]"


class Document:
    """One object that holds all of them."""

    name = "json"
    ending = ".json"
    media_type = "application/json"
    whats = WHATS
    is_text = True

    def write(self, export: Export) -> Iterator[bytes]:
        """The first piece says what it was made from, each further one is an object, the last the seal."""
        digest = hashlib.sha256()
        for piece in _unsealed(export):
            digest.update(piece)
            yield piece
        yield f',"seal":"sha256:{digest.hexdigest()}"}}\n'.encode()


WRITER = Document()

"""JSON Lines: one object a line, UTF-8, no byte that some reader takes for the end of a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from workbench.records.rows import WHATS, Row
from workbench.records.writing import Export

_RISKY = re.compile("[\x7f-\x9f\u2028\u2029]")
"""Line ends to some readers (U+0085, U+2028, U+2029) or escape sequences to some terminals."""


def line(row: Row) -> str:
    """One object as a whole line."""
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _RISKY.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


class JsonLines:
    """One object a line, as docs/formats.md promises."""

    name = "jsonl"
    ending = ".jsonl"
    media_type = "application/jsonl"
    whats = WHATS
    is_text = True

    def write(self, export: Export) -> Iterator[bytes]:
        """Each piece a whole line."""
        return (line(row).encode() for row in export.rows)


WRITER = JsonLines()

"""JSON Lines: one object a line, UTF-8, no byte that some reader takes for the end of a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from workbench.records.rows import Row, What

_RISKY = re.compile("[\x7f-\x9f\u2028\u2029]")
"""Line ends to some readers (U+0085, U+2028, U+2029) or escape sequences to some terminals."""


def signature(what: What) -> str:
    """What an export begins with, unless it is empty."""
    return '{"id":'


def write(rows: Iterable[Row], what: What) -> Iterator[str]:
    """The export piece by piece, each a whole line."""
    return map(line, rows)


def line(row: Row) -> str:
    """One object as a whole line."""
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _RISKY.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"

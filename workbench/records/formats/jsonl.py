"""JSON Lines: one object a line, UTF-8, no byte that some reader takes for the end of a line."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.records.rows import WHATS, Row
from workbench.records.seals import compact
from workbench.records.writing import Export


def line(row: Row) -> str:
    """One object as a whole line."""
    return compact(row).decode() + "\n"


class JsonLines:
    """One object a line, as docs/formats.md promises."""

    name = "jsonl"
    ending = ".jsonl"
    media_type = "application/jsonl"
    whats = WHATS
    is_text = True

    def write(self, export: Export) -> Iterator[bytes]:
        """Each piece a whole line."""
        return (one + b"\n" for one in export.objects())


WRITER = JsonLines()

"""Drafts of lines for UCDP's Georeferenced Event Dataset; `records/coding/ged.py` says what is in them."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.records.coding.lines import lines
from workbench.records.rows import What
from workbench.records.writing import Export


class GeoreferencedEvents:
    """A line an event."""

    name = "ged"
    ending = ".ged.csv"
    media_type = "text/csv"
    whats: tuple[What, ...] = ("events",)
    is_text = True

    def write(self, export: Export) -> Iterator[bytes]:
        """Each piece a whole line; the first is the header."""
        from workbench.records.coding import ged  # exports in other formats start without language packs

        return lines(export, ged.columns(), ged.row)


WRITER = GeoreferencedEvents()

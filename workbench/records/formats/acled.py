"""Drafts of lines for ACLED; `records/coding/acled.py` says what is in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from workbench.records.coding.lines import lines
from workbench.records.dossier import Dossier
from workbench.records.rows import What
from workbench.records.writing import Export


class ConflictEvents:
    """A line an event."""

    name = "acled"
    ending = ".acled.csv"
    media_type = "text/csv"
    whats: tuple[What, ...] = ("events",)
    is_text = True

    def write(self, export: Export) -> Iterator[bytes]:
        """Each piece a whole line; the first is the header."""
        from workbench.records.coding import acled  # exports in other formats start without language packs

        made = int(datetime.fromisoformat(export.made.at).timestamp()) if export.made.at else None

        def row(dossier: Dossier) -> dict[str, object]:
            return acled.row(dossier) | {"timestamp": made}

        return lines(export, acled.columns(), row)


WRITER = ConflictEvents()

"""A line of plain text for each discrepancy, to be sent round."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.plug_ins import hookimpl
from workbench.records.writing import Export
from workbench.visible import one_line


class Brief:
    """What differs, and which values there are."""

    name = "brief"
    ending = ".txt"
    media_type = "text/plain"
    whats = ("discrepancies",)
    is_text = True

    def write(self, export: Export) -> Iterator[bytes]:
        """One line each. Text of articles is shown with what could fool a terminal made visible."""
        for row in export.rows:
            labels = dict.fromkeys(value["label"] for value in row["values"])
            line = f"{row['severity']}: {row['attribute']}: {' / '.join(labels)}"
            yield f"{one_line(line)}\n".encode()


@hookimpl
def workbench_writers() -> list[Brief]:
    """Asked by the workbench."""
    return [Brief()]

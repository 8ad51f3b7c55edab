"""What the lines around the queue say about it."""

from __future__ import annotations

from workbench.store import QueueFilter
from workbench.visible import one_line


def progress(
    place: tuple[int, int], undecided: int | None, chosen: QueueFilter, matching: int | None = None
) -> str:
    """Row (from 1) and rows, what is left out, and how many are undecided in all, once known.

    `matching` is for how many seconds claims have been matched again, None when they are not.
    """
    parts = [] if matching is None else [f"matching again, {matching} s"]
    if place[1]:
        parts.append(f"{place[0]} of {place[1]}")
    if chosen.statuses:
        parts.append("open only")
    if chosen.text:
        parts.append("filtered")
    if undecided is not None:
        parts.append(f"{undecided} open")
    return " · ".join(parts)


def nothing_shown(chosen: QueueFilter, database: str) -> str:
    """Why the list is empty, and what to do about it."""
    if chosen.text:
        return "No difference has these words.\n\nEsc takes the filter off."
    if chosen.statuses:
        return "Nothing is open: every difference is decided.\n\no shows all of them again."
    return (
        "No differences to review.\n\n"
        "Import articles that report the same events:\n"
        f"workbench --db {one_line(database)} import FILES\n\n"
        "Ctrl+R reads the queue again, q leaves."
    )

"""What the lines around the queue say about it."""

from __future__ import annotations

from workbench.store import QueueCounts, QueueFilter
from workbench.tui.actions import action_named
from workbench.tui.narrowing import NOTHING, open_only
from workbench.visible import one_line
from workbench.words import _


def progress(
    place: tuple[int, int],
    counts: QueueCounts | None,
    *,
    reading: int | None = None,
    matching: int | None = None,
) -> str:
    """Row (from 1) and rows, and how far the review is today, once it is known.

    `reading` and `matching` are for how many seconds the queue has been read and claims have been matched
    again; None when they are not, or not for long.
    """
    parts = []
    if matching is not None:
        parts.append(_("matching again, {n} s").format(n=matching))
    if reading is not None:
        parts.append(_("reading, {n} s").format(n=reading))
    if place[1]:
        parts.append(_("{row} of {rows}").format(row=place[0], rows=place[1]))
    if counts is not None:
        parts += _today(counts)
        parts.append(_("{n} open").format(n=counts.waiting))
    return " · ".join(parts)


def _today(counts: QueueCounts) -> list[str]:
    """What was decided today, by the reviewer and by all; and what is left for the reviewer."""
    parts = []
    if counts.decided > counts.decided_by:
        parts.append(_("today {mine}, all {n}").format(mine=counts.decided_by, n=counts.decided))
    elif counts.decided:
        parts.append(_("today {mine}").format(mine=counts.decided_by))
    if counts.waiting_for:
        parts.append(_("{n} for you").format(n=counts.waiting_for))
    return parts


def nothing_shown(chosen: QueueFilter, database: str, *, loaded: bool) -> str:
    """Why the list is empty, and what to do about it."""
    if not loaded:
        return _("Reading the queue…")
    if chosen.text and chosen == QueueFilter(text=chosen.text):
        return _("No difference has these words.") + "\n\n" + _("Esc takes the filter off.")
    if open_only(chosen) and chosen == QueueFilter(statuses=chosen.statuses):
        return _("Nothing is open: every difference is decided.") + "\n\n" + _("O shows all of them again.")
    if chosen != NOTHING:
        return _("No difference is left under these filters.") + "\n\n" + _("Esc takes the filter off.")
    return "\n".join(
        (
            _("No differences to review."),
            "",
            _("Import articles that report the same events: {key} here, or in a shell").format(
                key=action_named("anywhere.import").main_key
            ),
            f"workbench --db {one_line(database)} import FILES",
            "",
            _("They appear here by themselves. q leaves."),
        )
    )

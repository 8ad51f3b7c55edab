"""The order of the log: the same for the same entries, in whatever order they came into a database.

An entry is placed once, when it is taken: at the time of the act in UTC, but never before what stood in its
log already, also where that bears a later time (of a machine whose clock is ahead). So an entry stands
behind whatever its reviewer could have known of, an undo behind what it takes back. Entries of logs
that did not know of each other stand by their places, those of one place by their ids.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from workbench.models.review import Decision

FIRST = "0001-01-01T00:00:00.000000+00:00"
"""The place of an entry that says no time."""

FULL = "9999"
"""Begins the places behind which there would soon be no room for others."""


def utc(at: str) -> str:
    """An ISO 8601 time in UTC with microseconds: as text it orders as time. `FIRST` where it cannot be read.

    A time without zone is taken for one of UTC, so that it is the same on every machine.
    """
    try:
        told = datetime.fromisoformat(at)
        told = told.replace(tzinfo=UTC) if told.tzinfo is None else told.astimezone(UTC)
    except (ValueError, OverflowError):
        return FIRST
    return told.isoformat(timespec="microseconds")


def place_after(at: str, last: str) -> str:
    """The place of an act of the time `at` in a log whose last entry is at `last` ("": the log is empty)."""
    own = utc(at)
    if own > last:
        return own
    try:
        return (datetime.fromisoformat(last) + timedelta(microseconds=1)).isoformat(timespec="microseconds")
    except OverflowError:
        return last


def in_order(entries: Iterable[Decision]) -> list[Decision]:
    """The entries as the log has them."""
    return sorted(entries, key=lambda entry: (entry.placed or utc(entry.at), entry.id))

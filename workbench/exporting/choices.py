"""What is exported of what the workbench holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from workbench.decisions.policies import Policy
from workbench.records.rows import What
from workbench.store import EventFilter, QueueFilter

PAGE = 200
"""Objects that are read at once: a preview that asks for a few rows costs no more than a page."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is exported. `events` chooses events, and with them what belongs to them.

    `queue` leaves out discrepancies besides. `policy` chooses values of events and attributes where nobody
    has decided.
    """

    what: What
    events: EventFilter = field(default_factory=EventFilter)
    queue: QueueFilter = field(default_factory=QueueFilter)
    policy: Policy | None = None


def pages(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """The items, a page of them at a time."""
    return (items[start : start + PAGE] for start in range(0, len(items), PAGE))

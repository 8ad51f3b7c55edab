"""The part of the Store that the review queue asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from workbench.store import queue, queue_facets, queue_filters
from workbench.store.connection import Connection
from workbench.store.queue_facets import Facets
from workbench.store.queue_models import QueueCounts, QueueFilter, QueueRow, QueueSort, SavedFilter
from workbench.store.queue_order import QueueOrder
from workbench.store.writing import in_utc


class QueueStore(Connection):
    """The queue in order, a page of its rows, what it can be narrowed to, and saved filters."""

    def queue_order(self, chosen: QueueFilter | None = None, sort: QueueSort = "severity") -> QueueOrder:
        """Ids in order, packed: what waits for a decision first, then as `sort` says.

        By severity, verdict, event label and id; what other orders leave equal goes on by that one. The
        newest day of publication or of the event comes first, most origins come first.
        """
        with self._reading() as db:
            return queue.queue_order(db, chosen or QueueFilter(), sort)

    def queue_ids(self, chosen: QueueFilter | None = None) -> list[str]:
        """Discrepancy ids: open and reopened ones first, then by severity, verdict, event label and id."""
        with self._reading() as db:
            return queue.queue_ids(db, chosen or QueueFilter())

    def queue_rows(self, ids: Sequence[str]) -> dict[str, QueueRow]:
        """Those of these discrepancies that exist, as lines of the queue: one page at a time."""
        with self._reading() as db:
            return queue.queue_rows(db, ids)

    def queue_counts(self, reviewer: str, since: datetime) -> QueueCounts:
        """How far the review is, for all and for one reviewer; `since` (with zone) is when today began."""
        with self._reading() as db:
            return queue.counts(db, reviewer, in_utc(since.isoformat()))

    def queue_facets(self, chosen: QueueFilter | None = None, *, source_text: str = "") -> Facets:
        """What the queue can be narrowed to, with counts: each facet under what the others have chosen.

        Listed are the values that some discrepancy has and those that are chosen. Of sources the most
        frequent are listed, and those that are chosen; with `source_text` those with all its words in title,
        publisher or file.
        """
        with self._reading() as db:
            return queue_facets.queue_facets(db, chosen or QueueFilter(), source_text)

    def saved_filters(self) -> list[SavedFilter]:
        """The filters that were given a name, by name; `unreadable_filters` names those left out."""
        with self._reading() as db:
            return queue_filters.saved_filters(db)[0]

    def unreadable_filters(self) -> list[str]:
        """The names of saved filters that this program cannot read: a newer one may have written them."""
        with self._reading() as db:
            return queue_filters.saved_filters(db)[1]

    def save_filter(self, saved: SavedFilter) -> None:
        """Keeps a filter under its name, in the place of one that had it."""
        with self._writing() as db:
            queue_filters.save_filter(db, saved)

    def delete_filter(self, name: str) -> None:
        """Takes a saved filter away; nothing happens where there is none of the name."""
        with self._writing() as db:
            queue_filters.delete_filter(db, name)

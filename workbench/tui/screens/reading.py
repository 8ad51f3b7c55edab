"""Reading the queue in a thread, and taking up what has changed in it without losing the place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from time import monotonic

from textual.timer import Timer

from workbench.errors import WorkbenchError
from workbench.models import Status
from workbench.pipeline import wake_deferred
from workbench.store import QueueCounts, QueueFilter, QueueOrder, QueueRow, QueueSort, Store
from workbench.tui.screens.deciding import DecidingScreen
from workbench.tui.widgets.queue_list import QueueList

_LONG = 0.5
"""Seconds after which a reading is spoken of."""
_BETWEEN = 0.3
"""Seconds between two readings that changes in the database ask for, at least."""
_REST = 3
"""How many times as long as a reading took nothing is read after it for changes in the database."""
_TICK = 0.5

_Read = tuple[QueueOrder, QueueCounts, int]
"""The queue, how far the review is, and how many of those that were decided since are still there."""


class ReadingScreen(DecidingScreen[None]):
    """Holds the order of the queue under the filter, and how far the review is.

    What this reviewer decides is noted in its row, which keeps its place until the queue changes otherwise.
    """

    def __init__(self) -> None:
        super().__init__()
        self.chosen = QueueFilter()
        self.sort: QueueSort = "severity"
        self.counts: QueueCounts | None = None
        self.loaded = False
        self.longest = 0
        """The most ids that any filter has let through."""
        self._anew = True
        """Whether rows that were decided since the queue was read are to take their places."""
        self._reading_since: float | None = None
        self._took = 0.0
        self._go_to: str | None = None
        self._left_at: str | None = None
        self._again: Timer | None = None
        self._soon: Timer | None = None
        self._last_told: tuple[int | None, int | None] = (None, None)
        """For how many seconds it was last said that the queue is read, and claims are matched."""

    @property
    def queue(self) -> QueueList:
        return self.query_one(QueueList)

    def show_state(self) -> None:
        """Brings everything around the list up to date."""

    # Reading

    def rows(self, ids: Sequence[str]) -> dict[str, QueueRow]:
        """A page of rows for the list."""
        try:
            return self.desk.store.queue_rows(ids)
        except WorkbenchError as error:
            # The list asks while it is being drawn, where nobody else would catch it.
            self.show_error(error)
            return {}

    @property
    def reading_seconds(self) -> int | None:
        """How long the queue has been read, once that is long enough to be spoken of."""
        since = self._reading_since
        return None if since is None or monotonic() - since < _LONG else int(monotonic() - since)

    def show_anew(self, *, after: float = 0.0) -> None:
        """Reads the queue, as `load`; rows that were decided since it was read take their places, too."""
        self._anew = True
        self.load(after=after)

    def load(self, *, after: float = 0.0) -> None:
        """Reads the queue `after` seconds from now, unless asked again before."""
        for timer in (self._soon, self._again):
            if timer:
                timer.stop()
        self._soon = self._again = None
        if after:
            self._soon = self.set_timer(after, self.load)
            return
        chosen, sort, begun = self.chosen, self.sort, monotonic()
        reviewer, today = self.desk.reviewer, self._day_began()

        noted, first, day = dict(self.queue.order.noted), not self.loaded, self.desk.today

        def read(store: Store) -> _Read:
            if first:
                wake_deferred(store, day)
            there = store.queue_rows(list(noted))
            return store.queue_order(chosen, sort), store.queue_counts(reviewer, today), len(there)

        def taken(found: _Read) -> None:
            self._reading_since = None
            self._took = monotonic() - begun
            if noted != self.queue.order.noted:
                self.load()  # something was decided while the queue was being read
            else:
                self._take_up(*found)

        def failed(error: WorkbenchError) -> None:
            self._reading_since = None
            self.show_error(error)
            self.show_state()

        self._reading_since = self._reading_since or begun
        self.desk.read(read, taken, group="queue", failed=failed)

    def _day_began(self) -> datetime:
        now = datetime.fromisoformat(self.desk.now())
        return now.replace(hour=0, minute=0, second=0, microsecond=0)

    def _take_up(self, order: QueueOrder, counts: QueueCounts, settled: int) -> None:
        first, self.loaded = not self.loaded, True
        self.counts = counts
        self.longest = max(self.longest, len(order))
        here = self.queue.order
        gone = settled < len(here.noted)
        if self._anew or gone or not order.same_but_for(here, here.noted):
            self._anew = False
            self.queue.show(order)
        else:
            self.queue.forget_rows()
        if first and self.queue.current and not order.undecided(self.queue.cursor):
            self.go_to_open(1)
        if self._go_to and self._left_at == self.queue.current:
            self.return_to(self._go_to)
        self.show_state()

    def database_changed(self) -> None:
        """Reads the queue again, soon; while changes come in one after the other, now and then."""
        if self._again is None and self._soon is None and self.is_mounted:
            self._again = self.set_timer(max(_BETWEEN, _REST * self._took), self.load)

    def take_statuses(self, changed: Mapping[str, Status]) -> None:
        """Notes what an entry in the log has made of differences: they keep their places for now."""
        order = self.queue.order
        before = order.waiting
        order.settle(changed)
        fewer = before - order.waiting
        if self.counts:
            self.counts = replace(
                self.counts,
                waiting=self.counts.waiting - fewer,
                decided=max(self.counts.decided + fewer, 0),
                decided_by=max(self.counts.decided_by + fewer, 0),
            )
        self.queue.forget_rows()
        self.show_state()

    @property
    def waiting(self) -> int:
        """How many differences are open, under any filter."""
        return self.counts.waiting if self.counts else self.queue.order.waiting

    # Places

    def return_to(self, item: str) -> None:
        """Puts the cursor on a difference, at once or when it is in the list."""
        place = self.queue.order.place_of(item) if item else None
        self._go_to = None
        if place is not None:
            self.queue.move_to(place)
        else:
            # It may be there when the queue is read the next time; if nobody has moved by then, it is shown.
            self._go_to, self._left_at = item, self.queue.current

    def go_to_open(self, step: int) -> bool:
        """Moves to the next other undecided row in a direction, around the end; False when there is none."""
        row = self.queue.order.next_undecided(self.queue.cursor, step)
        if row is None or row == self.queue.cursor:
            return False
        self.queue.move_to(row)
        return True

    def on_mount(self) -> None:
        self.set_interval(_TICK, self._tick)

    def _tick(self) -> None:
        """Counts the seconds of what takes long."""
        told = (self.reading_seconds, self.desk.matching_seconds)
        if told != self._last_told:
            self._last_told = told
            self.show_state()

"""Reading the queue and matching claims again, both in threads, so that the keys go on working."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from textual import on, work
from textual.message import Message
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from workbench.errors import WorkbenchError
from workbench.pipeline import link_pending, wake_deferred
from workbench.store import QueueFilter, QueueRow, open_store
from workbench.tui.appearance import UNDECIDED
from workbench.tui.screens.acting import ActingScreen
from workbench.tui.session import ReviewSession, load_queue
from workbench.tui.widgets.queue_list import QueueList

_IDS = "ids"
_MATCHING = "matching"


class ReadingScreen(ActingScreen[None]):
    """Holds which ids are in the queue under the filter, and which of all are undecided.

    `db_path` is opened once more by each thread: SQLite connections stay in the one that made them.
    """

    class Loaded(Message):
        """The ids of the queue under a filter are here."""

        def __init__(
            self, chosen: QueueFilter, taken: int, ids: Sequence[str], undecided: frozenset[str]
        ) -> None:
            super().__init__()
            self.chosen = chosen
            self.taken = taken
            self.ids = ids
            self.undecided = undecided

    class Matched(Message):
        """Events and differences have been derived anew."""

    def __init__(self, session: ReviewSession, db_path: Path) -> None:
        super().__init__()
        self.session = session
        self.undecided: frozenset[str] = frozenset()
        self._db_path = db_path
        self._text = ""
        self._only_open = False
        self._loaded = False
        self.longest = 0
        """The most ids that any filter has let through."""
        self._waiting: Timer | None = None
        self._matching_since: float | None = None
        self._ticking: Timer | None = None
        self._match_once_more = False
        self._go_to: str | None = None

    @property
    def queue(self) -> QueueList:
        return self.query_one(QueueList)

    def show_progress(self) -> None:
        """Brings the line that says how far things are up to date."""

    def _chosen(self) -> QueueFilter:
        return QueueFilter(statuses=UNDECIDED if self._only_open else (), text=self._text)

    # The queue

    def _rows(self, ids: Sequence[str]) -> dict[str, QueueRow]:
        try:
            return self.session.store.queue_rows(ids)
        except WorkbenchError as error:
            # The list asks while it is being drawn, where nobody else would catch it.
            self.show_error(error)
            return {}

    def load(self, *, after: float = 0.0, go_to: str | None = None) -> None:
        """Reads the ids `after` seconds, unless asked again before; the cursor then goes to `go_to`."""
        if self._waiting:
            self._waiting.stop()
        self._waiting = None
        self._go_to = go_to or self._go_to
        if after:
            self._waiting = self.set_timer(after, self.load)
        else:
            self._read_ids(self._chosen(), self.session.taken, wake=not self._loaded)

    @work(thread=True, exclusive=True, group=_IDS, exit_on_error=False)
    def _read_ids(self, chosen: QueueFilter, taken: int, *, wake: bool) -> None:
        with open_store(self._db_path, create=False) as store:
            if wake:
                wake_deferred(store, self.session.today)
            self.post_message(self.Loaded(chosen, taken, *load_queue(store, chosen)))

    @on(Loaded)
    def _take_ids(self, event: Loaded) -> None:
        if event.chosen != self._chosen():
            return
        if event.taken != self.session.taken:
            self.load()  # something was decided while the ids were being read
            return
        first = not self._loaded
        self._loaded = True
        self.undecided = event.undecided
        self.longest = max(self.longest, len(event.ids))
        self.queue.show(event.ids)
        if first and self.queue.current not in self.undecided:
            self.go_to_open(1)
        self.return_to(self._go_to)
        self._go_to = None

    def return_to(self, item: str | None) -> None:
        """Puts the cursor on a difference that is in the list."""
        place = self.queue.place_of(item) if item else None
        if place is not None:
            self.queue.move_to(place)

    def go_to_open(self, step: int) -> bool:
        """Moves to the next other undecided row in a direction, around the end; False when there is none."""
        ids = self.queue.ids
        for distance in range(1, len(ids)):
            row = (self.queue.cursor + step * distance) % len(ids)
            if ids[row] in self.undecided:
                self.queue.move_to(row)
                return True
        return False

    # Matching

    @property
    def matching_seconds(self) -> int | None:
        """How long matching has been running, or None when it is not."""
        return None if self._matching_since is None else int(monotonic() - self._matching_since)

    def match_again(self, *, go_to: str | None = None) -> None:
        """Derives the events anew from all claims and verdicts; asked again meanwhile, once more after it.

        The cursor then goes to `go_to`, and otherwise stays on its difference or takes the next one.
        """
        self._go_to = go_to or self._go_to
        if self._matching_since is not None:
            self._match_once_more = True
            return
        self._matching_since = monotonic()
        self._ticking = self.set_interval(1.0, self.show_progress)
        self._match()

    def _matching_ended(self) -> None:
        self._matching_since = None
        if self._ticking:
            self._ticking.stop()
        if self._match_once_more:
            self._match_once_more = False
            self.match_again()

    @work(thread=True, group=_MATCHING, exit_on_error=False)
    def _match(self) -> None:
        with open_store(self._db_path, create=False) as store:
            link_pending(store, today=self.session.today)
        self.post_message(self.Matched())

    @on(Matched)
    def _take_matching(self) -> None:
        self.session.forget()
        self._matching_ended()
        self.load()

    @on(Worker.StateChanged)
    def _reading_failed(self, event: Worker.StateChanged) -> None:
        if event.state is not WorkerState.ERROR:
            return
        if event.worker.group == _MATCHING:
            self._matching_ended()
        error = event.worker.error
        if not isinstance(error, WorkbenchError):
            error = WorkbenchError("The database cannot be read", str(error))
        self.show_error(error)

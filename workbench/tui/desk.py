"""What all screens share: the open database, threads that read and write it, and who is at work.

The UI thread reads pages only, over `Desk.store`. Everything longer goes through `read` and `write`, whose
jobs run in threads with connections of their own and whose results come back to the UI thread.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from textual.message import Message

from workbench import told
from workbench.errors import WorkbenchError
from workbench.pipeline import link_pending, wake_deferred
from workbench.plug_ins import unsaid
from workbench.store import Store, open_store
from workbench.tui.lanes import Lane
from workbench.tui.lessons import Lessons
from workbench.visible import visible

if TYPE_CHECKING:
    from textual.app import App

    from workbench.linking.report import MatchReport
    from workbench.store import Among
    from workbench.tui.exporting_run import ExportRun
    from workbench.tui.finding import Typed
    from workbench.tui.importing_run import ImportRun

T = TypeVar("T")
Clock = Callable[[], datetime]
Failed = Callable[[WorkbenchError], None]
Job = Callable[[Store], T]

PAGE_CACHE_KIB = 4_096
"""Memory for database pages of a connection that reads the screen's pages; matching has the usual more."""
_PATIENCE = 2.0
"""Seconds that leaving waits for a reading to end."""


class Outcome(Message):
    """A job is over: `tell` says so to whoever asked for it."""

    def __init__(self, tell: Callable[[], None]) -> None:
        super().__init__()
        self.tell = tell


class Desk:
    """A reviewer at work on one database. Made and used in the UI thread.

    `clock` gives the time, with zone, that decisions are stamped with; `today` decides which deferrals are
    over. Raises StoreError when the database cannot be opened.
    """

    def __init__(self, app: App[None], path: Path, reviewer: str, *, clock: Clock, today: date) -> None:
        self.path = path
        self.reviewer = reviewer
        self.today = today
        self.store: Store = open_store(path, create=False, cache_kib=PAGE_CACHE_KIB)
        """For the UI thread: one page, one event, one difference at a time."""
        self.importing: ImportRun | None = None
        """The import that runs beside reviewing, or ran last."""
        self.exporting: ExportRun | None = None
        """The export that is written beside reviewing, or was last."""
        self.searched: tuple[Typed, Among] | None = None
        """What was looked for last, so that to come back to the search is to go on."""
        self.lessons = Lessons()
        self._app = app
        self._clock = clock
        self._held: deque[Callable[[], None]] = deque()
        self._latest: dict[str, int] = {}
        self._writing_since: float | None = None
        self.doing = ""
        """What the present write does, where it may take long by itself; with the seconds as ``{n}``."""
        self._matching_since: float | None = None
        self._match_once_more = False
        self._under_way = 0
        self._version = self.store.data_version()
        self._writer = Lane(path, "writer", cache_kib=PAGE_CACHE_KIB)
        self._matcher = Lane(path, "matcher")
        self._readers: dict[str, Lane] = {}

    def now(self) -> str:
        """The time of a decision: ISO 8601 with zone, fine enough that no two acts share it."""
        return self._clock().isoformat(timespec="microseconds")

    # Writing

    def write(
        self,
        job: Job[T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        doing: str = "",
    ) -> None:
        """Runs `job` behind all writes asked for before; then calls `done` with what it gave.

        `doing` says what takes so long, where that is not another program that writes. `failed` is called
        with a WorkbenchError that it raised (default: it is shown). Acts asked for meanwhile are held by
        `hold` and follow afterwards; after an error they are dropped.
        """
        self._writing_since = monotonic()
        self.doing = doing
        self._submit(self._writer, job, done, failed, self._written)

    def _written(self, error: WorkbenchError | None) -> None:
        self._writing_since = None
        if error:
            self._held.clear()
        while self._held and self._writing_since is None:
            self._held.popleft()()

    @property
    def waiting_seconds(self) -> float:
        """How long the present write has been under way; 0 when none is."""
        return 0.0 if self._writing_since is None else monotonic() - self._writing_since

    def hold(self, act: Callable[[], None]) -> bool:
        """Keeps an act until the present write is over; False, and nothing kept, when there is none."""
        if self._writing_since is None:
            return False
        self._held.append(act)
        return True

    @property
    def busy(self) -> bool:
        """Whether a job is under way or waits for its turn."""
        return self._under_way > 0

    # Reading

    def read(
        self, job: Job[T], done: Callable[[T], None], *, group: str, failed: Failed | None = None
    ) -> None:
        """Runs `job` in a thread; calls `done` with what it gave, unless its group was asked again since."""
        number = self._latest[group] = self._latest.get(group, 0) + 1

        def wanted() -> bool:
            return self._latest[group] == number

        if group not in self._readers:
            self._readers[group] = Lane(self.path, f"reader of {group}", cache_kib=PAGE_CACHE_KIB)
        self._submit(self._readers[group], job, done, failed, None, wanted)

    # Matching

    def match_again(self, done: Callable[[MatchReport], None] | None = None) -> None:
        """Links what waits to be linked, in a thread; asked again meanwhile, once more after it."""
        if self._matching_since is not None:
            self._match_once_more = True
            return
        self._matching_since = monotonic()
        self._submit(
            self._matcher, lambda store: link_pending(store, today=self.today), done, None, self._matched
        )

    def _matched(self, error: WorkbenchError | None) -> None:
        self._matching_since = None
        if self._match_once_more:
            self._match_once_more = False
            self.match_again()

    @property
    def matching_seconds(self) -> int | None:
        """How long matching has been running, or None when it is not."""
        return None if self._matching_since is None else int(monotonic() - self._matching_since)

    def wake_deferred(self) -> None:
        """Opens again what was put aside until a day that has come."""
        self.write(lambda store: wake_deferred(store, self.today))

    # Watching

    def changed(self) -> bool:
        """Whether anybody, also another program, has changed the database since this was last asked."""
        version = self.store.data_version()
        changed, self._version = version != self._version, version
        return changed

    # Threads

    def _submit(
        self,
        lane: Lane,
        job: Job[T],
        done: Callable[[T], None] | None,
        failed: Failed | None,
        over: Callable[[WorkbenchError | None], None] | None,
        wanted: Callable[[], bool] = lambda: True,
    ) -> None:
        def finish(result: Any, error: WorkbenchError | None) -> None:
            self._under_way -= 1
            if wanted():
                if error:
                    (failed or self._show)(error)
                elif done:
                    done(result)
            if over:
                over(error)
            self._say_broken_plug_ins()

        def turn(opened: Callable[[], Store]) -> None:
            result: Any = None
            trouble: WorkbenchError | None = None
            try:
                result = job(opened()) if wanted() else None
            except WorkbenchError as error:
                trouble = error
            except Exception as error:
                # A fault nobody foresaw must not end the desk with decisions waiting.
                trouble = WorkbenchError("This failed", f"{type(error).__name__}: {error}", "Report it.")
            self._app.post_message(Outcome(lambda: finish(result, trouble)))

        self._under_way += 1
        lane.put(turn)

    def _show(self, error: WorkbenchError) -> None:
        title, text = told.of_error(error)
        self._app.notify(text or title, title=title, severity="error", markup=False)

    def _say_broken_plug_ins(self) -> None:
        """Names plug-ins that broke at what was done, once each."""
        for one in unsaid():
            text = visible(f"{one.name}: {told.told(one.words)}")
            self._app.notify(text, severity="warning", markup=False)

    def close(self) -> None:
        """Ends when every write that was asked for is done; matching that still runs is let go."""
        self._writer.stop(within=None)
        for run in filter(None, (self.importing, self.exporting)):
            run.stop()
            run.join(_PATIENCE)
        for lane in (self._matcher, *self._readers.values()):
            lane.stop(within=_PATIENCE)
        self.store.close()

"""The work of an import: reading, matching now and then, and what came of it. No screen, no thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Literal

from workbench import pipeline
from workbench.importing.expanding import Options
from workbench.importing.report import Known, Note
from workbench.importing.web import connected
from workbench.linking.report import MatchReport
from workbench.pipeline import Added, Failure, ImportReport, Progress, Removed
from workbench.reviewing import Told, changed
from workbench.sources import Pasted
from workbench.store import QueueFilter, Store, open_store
from workbench.store.queue_order import UNDECIDED

Phase = Literal["reading", "matching", "over"]

_SHARE = 5.0
"""While reading, claims are matched when reading has taken so many times longer than matching last took."""
_FIRST_MATCH = 10.0
"""Seconds of reading before claims are matched for the first time: a reviewer can begin with what is in."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an import is. `done` of `total` files are behind, `file` is being read.

    Everything is as it was at one moment.
    """

    phase: Phase = "reading"
    done: int = 0
    total: int = 0
    file: str = ""
    seconds: float = 0.0
    added: int = 0
    claims: int = 0
    unchanged: int = 0
    failed: tuple[Failure, ...] = ()
    """What failed, the latest last."""

    @property
    def rate(self) -> float | None:
        """Files a second, once there is something to tell it from."""
        return self.done / self.seconds if self.done and self.seconds > 0 else None

    @property
    def left(self) -> float | None:
        """Seconds that are left, if the rest takes as long."""
        return (self.total - self.done) / self.rate if self.rate else None


@dataclass(frozen=True, slots=True)
class Result:
    """What came of an import: `new` differences that wait for a verdict and were not there before."""

    added: tuple[Added, ...]
    unchanged: int
    failed: tuple[Failure, ...]
    not_read: tuple[str, ...]
    matching: MatchReport | None
    new: int
    touched: tuple[Told, ...]
    """Decisions that stand on events which are no longer what their reviewers saw."""
    seconds: float
    removed: tuple[Removed, ...] = ()
    """Articles that are out, and stay so."""
    known: tuple[Known, ...] = ()
    """What was in already, where something is to be said of it."""
    notes: tuple[Note, ...] = ()
    """What is to be said of folders, archives and plug-ins."""

    @property
    def claims(self) -> int:
        return sum(one.claims for one in self.added)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be imported into the database at `path`: files, folders and addresses, or a pasted text."""

    path: Path
    what: tuple[Path | str, ...] | Pasted
    today: date


@dataclass(slots=True)
class _Rhythm:
    """When to match again while files are being read."""

    last: float = field(default_factory=monotonic)
    took: float = 0.0

    def due(self) -> bool:
        return monotonic() - self.last > max(_FIRST_MATCH, _SHARE * self.took)


def carry_out(order: Order, tell: Callable[[Standing], None], stopping: Callable[[], bool]) -> Result:
    """Reads the sources, each whole or not at all, and matches; `tell` is told how far it is.

    `stopping` is asked before each file; what is in then stays in and is matched all the same. Raises
    StoreError when the database refuses.
    """
    return _Work(order, tell, stopping).done()


class _Work:
    def __init__(self, order: Order, tell: Callable[[Standing], None], stopping: Callable[[], bool]) -> None:
        self._order = order
        self._tell = tell
        self._stopping = stopping
        self._report = ImportReport()
        self._rhythm = _Rhythm()
        self._begun = monotonic()
        self._total = 0

    def done(self) -> Result:
        report = self._report
        with open_store(self._order.path) as store:
            before = frozenset(store.queue_ids())
            self._read(store)
            matching = self._match(store, self._behind) if report.added or report.unchanged else None
            after = frozenset(store.queue_ids(QueueFilter(statuses=UNDECIDED)))
            touched = tuple(changed(store))
        self._stands("over", self._behind)
        return Result(
            tuple(report.added),
            len(report.unchanged),
            tuple(report.failed),
            tuple(report.not_read),
            matching,
            len(after - before),
            touched,
            monotonic() - self._begun,
            tuple(report.removed),
            tuple(report.known),
            tuple(report.notes),
        )

    @property
    def _behind(self) -> int:
        return self._total - len(self._report.not_read)

    def _read(self, store: Store) -> None:
        what = self._order.what
        if isinstance(what, Pasted):
            self._total = 1
            self._stands("reading", 0, what.title)
            pipeline.import_text(store, what, report=self._report)
            return

        def progress(now: Progress) -> None:
            self._total = now.total
            if self._report.added and self._rhythm.due():
                self._match(store, now.done)
            self._stands("reading", now.done, now.file)

        with connected(store, what, Options()) as options:
            pipeline.import_paths(
                store, what, options=options, progress=progress, stop=self._stopping, report=self._report
            )

    def _match(self, store: Store, done: int) -> MatchReport:
        begun = monotonic()
        self._stands("matching", done)
        made = pipeline.link_pending(store, today=self._order.today)
        self._rhythm = _Rhythm(took=monotonic() - begun)
        return made

    def _stands(self, phase: Phase, done: int, file: str = "") -> None:
        report = self._report
        standing = Standing(
            phase,
            done,
            self._total,
            file,
            monotonic() - self._begun,
            len(report.added),
            sum(one.claims for one in report.added),
            len(report.unchanged),
            tuple(report.failed),
        )
        self._tell(standing)

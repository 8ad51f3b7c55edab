"""An import that runs beside reviewing: reading, matching now and then, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Literal

from workbench import pipeline
from workbench.linking.report import MatchReport
from workbench.pipeline import Added, Failure, ImportReport, Progress
from workbench.reviewing import Told, changed
from workbench.sources import Pasted
from workbench.store import QueueFilter, Store, open_store
from workbench.tui.appearance import UNDECIDED
from workbench.tui.background import Background

Phase = Literal["reading", "matching", "over"]

_SHARE = 5.0
"""While reading, claims are matched when reading has taken so many times longer than matching last took."""
_FIRST_MATCH = 10.0
"""Seconds of reading before claims are matched for the first time: a reviewer can begin with what is in."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an import is. `done` of `total` files are behind, `file` is being read.

    `report` goes on being filled; the rest is as it was at one moment.
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
    not_read: tuple[Path, ...]
    matching: MatchReport | None
    new: int
    touched: tuple[Told, ...]
    """Decisions that stand on events which are no longer what their reviewers saw."""
    seconds: float

    @property
    def claims(self) -> int:
        return sum(one.claims for one in self.added)


@dataclass(slots=True)
class _Rhythm:
    """When to match again while files are being read."""

    last: float = field(default_factory=monotonic)
    took: float = 0.0

    def due(self) -> bool:
        return monotonic() - self.last > max(_FIRST_MATCH, _SHARE * self.took)


class ImportRun(Background):
    """Reads files, folders or a pasted text into a database, each source in one transaction, then matches.

    Asked to stop, it ends behind the source it is at; what is in stays in and is matched all the same.
    """

    def __init__(self, path: Path, what: Sequence[Path] | Pasted, *, today: date) -> None:
        super().__init__("importer")
        self.what = what
        self.standing = Standing()
        self.result: Result | None = None
        self._path = path
        self._today = today
        self._report = ImportReport()
        self._rhythm = _Rhythm()

    def work(self) -> None:
        with open_store(self._path) as store:
            before = frozenset(store.queue_ids())
            self._read(store)
            matching = self._match(store) if self._report.added or self._report.unchanged else None
            after = frozenset(store.queue_ids(QueueFilter(statuses=UNDECIDED)))
            report = self._report
            self.result = Result(
                tuple(report.added),
                len(report.unchanged),
                tuple(report.failed),
                tuple(report.not_read),
                matching,
                len(after - before),
                tuple(changed(store)),
                self.seconds,
            )
            self._stands("over", self._behind, self.standing.total)

    @property
    def _behind(self) -> int:
        return self.standing.total - len(self._report.not_read)

    def _read(self, store: Store) -> None:
        if isinstance(self.what, Pasted):
            self._stands("reading", 0, 1, self.what.title)
            pipeline.import_text(store, self.what, report=self._report)
            return

        def progress(now: Progress) -> None:
            if self._report.added and self._rhythm.due():
                self._match(store, now)
            self._stands("reading", now.done, now.total, now.file)

        pipeline.import_paths(
            store, self.what, progress=progress, stop=lambda: self.stopping, report=self._report
        )

    def _match(self, store: Store, at: Progress | None = None) -> MatchReport:
        begun = monotonic()
        self._stands("matching", at.done if at else self._behind, self.standing.total)
        made = pipeline.link_pending(store, today=self._today)
        self._rhythm = _Rhythm(took=monotonic() - begun)
        return made

    def _stands(self, phase: Phase, done: int, total: int, file: str = "") -> None:
        report = self._report
        self.standing = Standing(
            phase,
            done,
            total,
            file,
            self.seconds,
            len(report.added),
            sum(one.claims for one in report.added),
            len(report.unchanged),
            tuple(report.failed),
        )

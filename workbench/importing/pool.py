"""Leaves are read in processes of their own: on all cores, and where one that hangs or dies harms no other.

Results come in the order of the leaves, and only so many are under way at once: however many there are,
memory holds a few. The processes are forked from one that has loaded the language packs (where there is no
fork server, each loads them itself).
"""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, wait
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from workbench.cores import cores, forked_from
from workbench.errors import SourceError
from workbench.importing.expanding import Leaf
from workbench.importing.reading import Outcome, Read, read_leaf
from workbench.sources.documents import Article, Document, Limits, PassedOver, Unchanged, Unread

if TYPE_CHECKING:
    from pebble import ProcessPool

Tag = TypeVar("Tag")
_AHEAD = 4
"""Leaves under way a process: enough that none waits for the one that writes."""
_BYTES_AHEAD = 32_000_000
"""Bytes under way in all, unless one leaf alone has more."""
_MEMORY = 450_000_000
"""Bytes of its own that one process may hold."""
_PATIENCE = 60.0
_PATIENCE_A_MEGABYTE = 60.0
"""Seconds after which a leaf counts as one that never ends: many times what a slow machine needs."""
_HERE = 250_000
"""Bytes of text that are read here: processes would take longer to start."""
_MANY = 50
"""So many documents go to processes from the first on: nobody loads here what reading needs."""
_TASKS = 1_000
"""Leaves after which a process is replaced: what it keeps of words, and what libraries lose, adds up."""


@dataclass(frozen=True, slots=True)
class Pending(Generic[Tag]):
    """The reading of a leaf, under way elsewhere or still to be done here."""

    tag: Tag
    leaf: Leaf
    limits: Limits
    future: Future[Outcome] | None
    again: Callable[[Leaf], Future[Outcome] | None]
    """Begins the reading anew, in new processes where all have died."""

    @property
    def is_read_here(self) -> bool:
        """True where `result` does the work."""
        return self.future is None

    def ready(self, seconds: float | None) -> bool:
        """Waits so many seconds for what is read elsewhere (None: not at all, and it counts as ready)."""
        if self.future is None or seconds is None:
            return True
        return bool(wait([self.future], seconds).done)

    def result(self) -> Outcome:
        """What was read; waits for it, or reads."""
        if self.future is None:
            return read_leaf(self.leaf, self.limits)
        from pebble import ProcessExpired

        name = self.leaf.name
        try:
            try:
                outcome = self.future.result()
            except BrokenProcessPool:
                # Another leaf may have taken all processes with it before they said what they were at.
                anew = self.again(self.leaf)
                outcome = anew.result() if anew else read_leaf(self.leaf, self.limits)
            return _with_evidence(outcome, self.leaf)
        except FutureTimeoutError:
            return Unread(
                name,
                SourceError("Takes too long", name, "Save the article as plain text, without the rest."),
            )
        except (ProcessExpired, BrokenProcessPool, CancelledError) as error:
            return Unread(
                name,
                SourceError(
                    "Cannot be read",
                    f"{name}: {error}",
                    "Its reader broke down on it: save the article as plain text.",
                ),
            )


class Pool:
    """Reads leaves, here as long as they are a few small texts, then in as many processes as there are cores.

    Where `workers` is given, so many processes read all of them; `expected` is how many documents there
    are. Use it as a context: leaving it ends the processes, also in the middle of their work.
    """

    def __init__(self, limits: Limits, workers: int | None = None, *, expected: int = 1) -> None:
        self._limits = limits
        self._workers = workers or cores()
        self._pool: ProcessPool | None = None
        self._left = 0 if workers or expected > _MANY else _HERE

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()

    def read(self, leaves: Iterable[tuple[Tag, Leaf]]) -> Iterator[Pending[Tag]]:
        """The readings of leaves, in their order; the next leaves are begun before each is given."""
        waiting: deque[Pending[Tag]] = deque()
        under_way = 0
        for tag, leaf in leaves:
            waiting.append(Pending(tag, leaf, self._limits, self._submit(leaf), self._submit))
            under_way += size_of(leaf)
            while waiting and (
                waiting[0].is_read_here
                or len(waiting) > _AHEAD * self._workers
                or (under_way > _BYTES_AHEAD and len(waiting) > 1)
            ):
                under_way -= size_of(waiting[0].leaf)
                yield waiting.popleft()
        yield from waiting

    def _submit(self, leaf: Leaf) -> Future[Outcome] | None:
        """The reading of a leaf elsewhere, or None where it is to be read here."""
        if isinstance(leaf, Unread | Unchanged | PassedOver):
            return None
        size = size_of(leaf)
        self._left -= size
        if self._pool is None and self._left > 0 and _is_plain(leaf):
            return None
        if self._pool is None or not self._pool.active:
            self._pool = self._start()
        patience = _PATIENCE + _PATIENCE_A_MEGABYTE * size / 1e6
        future: Future[Outcome] = self._pool.schedule(
            read_leaf, args=[_without_evidence(leaf), self._limits], timeout=patience
        )
        return future

    def _start(self) -> ProcessPool:
        from pebble import ProcessPool

        return ProcessPool(
            max_workers=self._workers,
            max_tasks=_TASKS,
            initializer=_begin,
            context=forked_from("workbench.importing.warm"),
        )


def _without_evidence(leaf: Document | Article) -> Document | Article:
    """The leaf without the records of how it was had: as large as it is, and nothing that is read."""
    return replace(leaf, retrieval=replace(leaf.retrieval, warc=b"")) if leaf.retrieval else leaf


def _with_evidence(outcome: Outcome, leaf: Leaf) -> Outcome:
    if isinstance(outcome, Read) and outcome.retrieval and not isinstance(leaf, Unread | PassedOver):
        return replace(outcome, retrieval=leaf.retrieval)
    return outcome


def size_of(leaf: Leaf) -> int:
    """Bytes that a leaf comes to, with the records of how it was had."""
    if isinstance(leaf, Unread | PassedOver):
        return 0
    evidence = len(leaf.retrieval.warc) if leaf.retrieval else 0
    return _size_of(leaf) + evidence


def _size_of(leaf: Leaf) -> int:
    match leaf:
        case Article():
            return len(leaf.original)
        case Document(payload=Path() as path):
            try:
                return path.stat().st_size
            except (OSError, ValueError):
                return 0
        case Document(payload=bytes() as data):
            return len(data)
        case _:
            return 0


def _is_plain(leaf: Document | Article) -> bool:
    from workbench.errors import WorkbenchError
    from workbench.sources.registry import reader_for

    if isinstance(leaf, Article):
        return True
    try:
        return reader_for(leaf).name == "text"
    except WorkbenchError:
        return True


def _begin() -> None:
    """What each process does first: Ctrl-C is its parent's business, and memory has an end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, hard))

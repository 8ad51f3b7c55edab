"""Prints how fast articles are read, and how long each step takes on a made-up database.

`python -m benchmarks [DISCREPANCIES]`
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks import reading
from benchmarks.database import build
from workbench import reviewing
from workbench.decisions import last_undoable, verdicts
from workbench.models import Status
from workbench.store import LogFilter, QueueFilter, Store, open_store

DISCREPANCIES = 100_000
REPEATS = 9
OPEN: tuple[Status, ...] = ("open", "reopened")


def timed(name: str, step: Callable[[int], object], repeats: int = REPEATS) -> None:
    """Prints the median and the worst of so many runs, in milliseconds; `step` is given the run's number."""
    taken = []
    for run in range(repeats):
        begun = perf_counter()
        step(run)
        taken.append((perf_counter() - begun) * 1000)
    print(f"{name:<34} {median(taken):>9.1f} ms   worst {max(taken):>9.1f} ms")  # noqa: T201


def measure(path: Path, discrepancies: int) -> None:
    """Makes the database and times what a reviewer waits for on it."""
    timed(f"make {discrepancies:,} discrepancies", lambda _: build(path, discrepancies), repeats=1)
    timed("open", lambda _: open_store(path).close())
    with open_store(path) as store:
        ids = store.queue_ids()
        timed("queue ids", lambda _: store.queue_ids())
        timed("queue ids, open only", lambda _: store.queue_ids(QueueFilter(statuses=OPEN)))
        timed("queue ids, filtered by words", lambda _: store.queue_ids(QueueFilter(text="yangin 77")))
        timed("page of 100, first", lambda _: store.queue_rows(ids[:100]))
        timed("page of 100, last", lambda _: store.queue_rows(ids[-100:]))
        timed("one discrepancy", lambda run: store.discrepancy(ids[run]))
        timed("verdict", lambda run: _verdict(store, ids[run], run))
        timed("what has changed since decided", lambda _: reviewing.changed(store))
        timed("undo", lambda run: _undo(store, run))
        timed("log", lambda _: store.log_list())
        timed("log, filtered by words", lambda _: store.log_list(LogFilter(text="yangin 77")))
        timed("overview", lambda _: store.overview(date(2026, 1, 1)))


def _verdict(store: Store, identity: str, run: int) -> None:
    one = store.discrepancy(identity)
    reviewing.decide(store, verdicts.dismiss(one, reviewer="bench", at=f"2026-01-01T10:00:{run:02}+03:00"))


def _undo(store: Store, run: int) -> None:
    log = store.decisions()
    last = last_undoable(log, "bench")
    if last:
        at = f"2026-01-01T11:00:{run:02}+03:00"
        reviewing.decide(store, verdicts.undo(last, log, reviewer="bench", at=at))


def main() -> None:
    """Measures at the size that the command names."""
    discrepancies = int(sys.argv[1]) if len(sys.argv) > 1 else DISCREPANCIES
    print(reading.report(reading.measure()))  # noqa: T201
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder) / "claims.db", discrepancies)


main()

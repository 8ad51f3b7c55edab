"""How long it takes to link made-up claims, and how well they are found: `python -m benchmarks.matching`.

    python -m benchmarks.matching [CLAIMS ...] [--year] [--processes N]

Ten thousand, a hundred thousand and a million claims unless said otherwise. The period grows with the
number of claims; with --year all fall in one year. Needs the extra `scale` (numpy).
"""

from __future__ import annotations

import argparse
import math
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import numpy as np
import numpy.typing as npt

from benchmarks.crowd import articles, period
from workbench.engines.blocks import blocks, pairs
from workbench.engines.bulk import Encoded, encode_all, link_all, pool
from workbench.engines.groups import group_all
from workbench.models import Claim

SIZES = (10_000, 100_000, 1_000_000)
_A_BATCH = 10_000
_YEAR = 365


@dataclass(frozen=True, slots=True)
class Made:
    """Some articles, made up anew whenever they are read: nobody has to hold a million claims."""

    seed: int
    claims: int
    days: int

    def __call__(self) -> Iterable[Sequence[Claim]]:
        for article in articles(self.claims, days=self.days, seed=self.seed):
            yield [report.claim for report in article]

    def truth(self) -> list[int]:
        """The event of each claim."""
        return [
            report.event
            for article in articles(self.claims, days=self.days, seed=self.seed)
            for report in article
        ]


def made(claims: int, days: int) -> list[Made]:
    """About so many claims of so many days."""
    batches = max(1, claims // _A_BATCH)
    return [Made(seed, claims // batches, days) for seed in range(1, batches + 1)]


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds a step, without making the claims up; shares from 0 to 1; memory in GB."""

    claims: int
    reading: float
    linking: float
    grouping: float
    pairs: int
    found: float
    """Share of the true pairs that blocking brings together."""
    precision: float
    recall: float
    memory: float

    @property
    def seconds(self) -> float:
        return self.reading + self.linking + self.grouping


def measure(claims: int, days: int, processes: int | None) -> Measured:
    """Links so many claims of so many days."""
    batches = made(claims, days)
    with _memory() as peak:
        begun = perf_counter()
        with pool(processes) as workers:
            list(workers.map(_exhaust, batches))
        making = perf_counter() - begun
        begun = perf_counter()
        encoded = encode_all(batches, processes)
        reading = perf_counter() - begun - making
        begun = perf_counter()
        links = link_all(encoded, processes)
        linking = perf_counter() - begun
        begun = perf_counter()
        groups = group_all(encoded, links, processes=processes)
        grouping = perf_counter() - begun
    truth = np.array([event for batch in batches for event in batch.truth()])
    same = _pairs_of(np.unique(truth, return_counts=True)[1])
    home = np.empty(len(truth), np.int64)
    for number, members in enumerate(groups):
        home[members] = number
    both = _pairs_of(np.unique(np.stack([truth, home]), axis=1, return_counts=True)[1])
    return Measured(
        len(truth), reading, linking, grouping, links.compared,
        _brought_together(encoded, truth) / same,
        both / _pairs_of(np.bincount(home)), both / same, max(peak) / 1e9,
    )  # fmt: skip


def _exhaust(batch: Made) -> int:
    return sum(len(claims) for claims in batch())


def _pairs_of(sizes: npt.NDArray[np.int64]) -> int:
    return int((sizes * (sizes - 1) // 2).sum())


def _brought_together(encoded: Encoded, truth: npt.NDArray[np.int64]) -> int:
    held = blocks(encoded.keyed, len(truth))
    return sum(int((truth[i] == truth[j]).sum()) for i, j in pairs(held, 0, len(truth)))


@contextmanager
def _memory() -> Iterator[list[int]]:
    """Bytes that this process and its children hold together, sampled; pages they share count once."""
    seen, done = [0], threading.Event()

    def sample() -> None:
        while not done.wait(0.5):
            seen.append(sum(_held(process) for process in _family()))

    thread = threading.Thread(target=sample, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        done.set()
        thread.join()


def _family() -> list[str]:
    own = Path("/proc/self/task")
    children = (one for task in own.glob("*/children") for one in task.read_text().split())
    return [str(os.getpid()), *children] if own.exists() else []


def _held(process: str) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def lines(found: Sequence[Measured]) -> Iterator[str]:
    """A table, and how the time grows from each size to the next."""
    yield "  ".join(f"{name:>9}" for name in _COLUMNS)
    for one in found:
        cells = (
            f"{one.claims:,}", f"{one.reading:.1f}", f"{one.linking:.1f}", f"{one.grouping:.1f}",
            f"{one.seconds:.1f}", f"{one.pairs / one.claims:.1f}", f"{one.found:.4f}",
            f"{one.precision:.3f}", f"{one.recall:.3f}", f"{one.memory:.2f}",
        )  # fmt: skip
        yield "  ".join(f"{cell:>9}" for cell in cells)
    for less, more in pairwise(found):
        power = math.log(more.seconds / less.seconds) / math.log(more.claims / less.claims)
        yield f"from {less.claims:,} to {more.claims:,} claims: N^{power:.2f}"


_COLUMNS = (
    "claims", "read s", "link s", "group s", "all s", "pairs each", "blocking", "precision", "recall", "GB",
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("claims", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--year", action="store_true", help="all claims in one year")
    parser.add_argument("--processes", type=int, help="default: one for each core")
    given = parser.parse_args()
    found = [measure(size, _YEAR if given.year else period(size), given.processes) for size in given.claims]
    print(*lines(found), sep="\n")  # noqa: T201


if __name__ == "__main__":
    main()

"""Whether the desk answers as fast on a great base as it should: `python -m benchmarks.desk`.

    python -m benchmarks.desk [--discrepancies N] [--claims N] [--keep FOLDER]

Made up are 100,000 open discrepancies and 2 million claims unless said otherwise, which takes some minutes
and 1.2 GB; with `--keep` they are made once and used by later runs. The screen has 160 columns and 48 lines.
A key is given to the driver as the terminal's would be, and the display is watched for the frame that shows
what it did. Each measurement runs in a process of its own. The exit code is 1 where something asked for is
not reached.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from benchmarks.database import build
from benchmarks.desk_parts import Taken

SHORT_LIST = 10
"""Rows of the list against which the long one is held."""
STARTS = 5
ROUNDS = 3
"""How often the long and the short list take turns, so that neither has the quieter machine."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing asked, in `unit`, and what was reached; without a limit it is only told."""

    what: str
    reached: float
    limit: float | None = None
    unit: str = "ms"

    @property
    def missed(self) -> bool:
        return self.limit is not None and self.reached >= self.limit

    def __str__(self) -> str:
        asked = "" if self.limit is None else f"< {self.limit:g} {self.unit}"
        verdict = "" if self.limit is None else "missed" if self.missed else "reached"
        return f"{self.what:<52} {asked:>10} {self.reached:>9.2f} {self.unit:<5} {verdict}"


def measured(part: str, path: Path, *options: str) -> Any:
    """What `python -m benchmarks.desk_parts` says of one part, run in a process of its own."""
    words = [sys.executable, "-m", "benchmarks.desk_parts", part, str(path), *options]
    return json.loads(subprocess.run(words, check=True, stdout=subprocess.PIPE).stdout)


def percentile(values: list[float], per_cent: int) -> float:
    """The smallest of the values that so many per cent of them do not exceed."""
    return quantiles(values, n=100, method="inclusive")[per_cent - 1]


def lines(long: Path, short: Path, empty: Path, scratch: Path) -> Iterator[Line]:
    """Every measurement, as soon as it is made."""
    starts = [measured("start", long) for _ in range(STARTS)]
    yield Line("start of the process to the painted queue", median(starts), 1200)
    mounts = [measured("mount", long) for _ in range(STARTS)]
    yield Line("queue painted, after Textual's own start", median(mounts), 500)
    yield from key_lines(long, short)
    yield Line("memory above that of an empty list", memory(long) - memory(empty), 30, "MB")
    trial = scratch / "trial.db"
    shutil.copyfile(long, trial)
    accepts = measured("accept", trial)
    yield Line("accept, next: median", median(accepts))
    yield Line("accept, next: 95th percentile", percentile(accepts, 95), 100)


def key_lines(long: Path, short: Path) -> Iterator[Line]:
    """From a key to the frame that shows what it did."""
    taken: dict[Path, dict[str, list[Taken]]] = {long: {}, short: {}}
    for _ in range(ROUNDS):
        for path, kinds in taken.items():
            for name, times in measured("keys", path).items():
                kinds.setdefault(name, []).extend(Taken(*one) for one in times)
    every = [one for times in taken[long].values() for one in times]
    shown = [one.shown for one in every]
    yield Line("key to frame: median", median(shown), 20)
    yield Line("key to frame: 99th percentile", percentile(shown, 99), 50)
    for name, times in taken[long].items():
        yield Line(f"    {name}: median", median(one.shown for one in times))
    yield Line("    the processor's share: median", median(one.used for one in every))
    yield Line("    until all stands still: median", median(one.settled for one in every))
    ratios = [
        median(of(one) for one in taken[long]["down, up"])
        / median(of(one) for one in taken[short]["down, up"])
        for of in (attrgetter("shown"), attrgetter("used"))
    ]
    yield Line(f"key to frame, against a list of {SHORT_LIST} rows", ratios[0], 1.15, "times")
    yield Line("    the same of the processor's share", ratios[1], unit="times")


def memory(path: Path) -> float:
    """Megabytes that a desk on this database holds, as the middle of several."""
    return float(median(measured("memory", path) for _ in range(ROUNDS)))


def made(path: Path, make: Callable[[Path], object]) -> Path:
    """The database at `path`, made first where there is none; a half-made one is never taken for it."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".half")
        half.unlink(missing_ok=True)
        make(half)
        half.rename(path)
    return path


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.desk")
    parser.add_argument("--discrepancies", type=int, default=100_000)
    parser.add_argument("--claims", type=int, default=2_000_000)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        kept = given.keep or scratch
        size = f"{given.discrepancies}-{given.claims}"
        long = made(kept / f"{size}.db", lambda path: build(path, given.discrepancies, given.claims))
        short = made(scratch / "short.db", lambda path: build(path, SHORT_LIST))
        empty = made(scratch / "empty.db", lambda path: build(path, 0))
        missed = 0
        for line in lines(long, short, empty, scratch):
            print(line, flush=True)  # noqa: T201
            missed += line.missed
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()

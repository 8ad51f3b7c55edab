"""How many objects a second are exported, and in how much memory.

`python -m benchmarks.exporting [EVENTS] [--keep FOLDER]` (default: 100,000 events with 2 or 3 claims each,
on a tenth of which claims differ). Each kind is written to a file by the command line. What a command takes
to begin is told apart, by an export of a base without events. Memory is what all processes of the command
hold at most (proportional set size). Where other programs compute at the same time, objects for each second
of computing tell more.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.processes import watched
from benchmarks.reported import build
from workbench.store import open_store

DEFAULT = 100_000
WHATS = ("events", "claims", "discrepancies")


def measure(database: Path, what: str, start: float) -> str:
    """Exports all objects of a kind, and tells what it took besides `start`, the seconds to begin."""
    out = database.with_name(f"{what}.jsonl")
    command = [sys.executable, "-P", "-m", "workbench", "--db", str(database), "export", what, "--force"]
    begun = time.perf_counter()
    cost = watched([*command, "--out", str(out)])
    took = time.perf_counter() - begun
    if cost.code:
        raise SystemExit(cost.printed)
    with out.open("rb") as file:
        number = sum(1 for _ in file)
    size = out.stat().st_size
    return (
        f"{number:>9,} {what:<13} {took:>6.2f} s {number / took:>8,.0f} a second"
        f" {number / max(took - start, 0.001):>8,.0f} once begun"
        f" {number / max(cost.computed, 0.01):>8,.0f} a second of computing"
        f" {size / max(number, 1):>6.0f} bytes each {cost.memory / 1e6:>5.0f} MB"
    )


def beginning(folder: Path) -> float:
    """Seconds that an export of nothing takes."""
    database = folder / "empty.db"
    open_store(database).close()
    command = [sys.executable, "-P", "-m", "workbench", "--db", str(database), "export", "events"]
    taken = []
    for _ in range(3):
        begun = time.perf_counter()
        watched(command)
        taken.append(time.perf_counter() - begun)
    return min(taken)


def main() -> None:
    """Measures at the size that the command names."""
    parser = argparse.ArgumentParser()
    parser.add_argument("events", nargs="?", type=int, default=DEFAULT)
    parser.add_argument("--keep", type=Path, help="make the database there, or use the one that is there")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        database = folder / f"{given.events}.db"
        if not database.exists():
            build(database, given.events)
        start = beginning(Path(scratch))
        print(f"{start:.2f} s to begin")  # noqa: T201
        for what in WHATS:
            print(measure(database, what, start), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()

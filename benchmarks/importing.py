"""How many articles a second are read, claimed, stored and made searchable, and in how much memory.

`python -m benchmarks.importing [ARTICLES ...]` (default: 1000). Each number of articles is imported by the
command line into a database of its own, with as many processes as there are cores; claims are not matched.
Memory is what the importing process and its readers hold at most, together (proportional set size). Where
other programs compute at the same time, the articles for each second of computing tell more.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.newsroom import article, claims_a_kilobyte, write_articles
from workbench.store import open_store

DEFAULT = 1_000
_LOOK = 0.2
"""Seconds between two looks at what processes hold and have computed."""


def measure(number: int) -> str:
    """Imports so many articles, and tells what it took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        size = write_articles(path / "articles", number)
        command = [sys.executable, "-m", "workbench", "--db", str(path / "c.db"), "import", "--no-match"]
        most, computed = 0.0, dict[int, float]()
        begun = time.perf_counter()
        with subprocess.Popen([*command, str(path / "articles")], stdout=subprocess.DEVNULL) as process:
            while process.poll() is None:
                family = list(_family(process.pid))
                most = max(most, sum(map(_held, family)))
                computed |= {one: spent for one in family if (spent := _computed(one))}
                time.sleep(_LOOK)
        took = time.perf_counter() - begun
        with open_store(path / "c.db") as store:
            rows = store.sources()
        claims = sum(row.claims for row in rows)
    return (
        f"{len(rows):>7,} articles of {size / number / 1000:.1f} kB {took:>8.1f} s"
        f" {len(rows) / took:>7.1f} a second {len(rows) / sum(computed.values()):>7.1f} a second of computing"
        f" {claims:>10,} claims {most / 1e6:>6.0f} MB"
    )


def _computed(number: int) -> float:
    """Seconds of processor time that a process has taken; 0 where the system tells not."""
    try:
        fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _family(number: int) -> Iterator[int]:
    yield number
    for children in Path(f"/proc/{number}/task").glob("*/children"):
        try:
            inside = children.read_text().split()
        except OSError:
            continue
        for child in inside:
            yield from _family(int(child))


def _held(number: int) -> float:
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((float(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0.0)


def main() -> None:
    """Measures at the numbers that the command names."""
    numbers = [int(one) for one in sys.argv[1:]] or [DEFAULT]
    density = claims_a_kilobyte([article(one, seed=2) for one in range(20)])
    print(f"{density:.1f} claims a kilobyte (real articles: 7.5)")  # noqa: T201
    for number in numbers:
        print(measure(number), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()

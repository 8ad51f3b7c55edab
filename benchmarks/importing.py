"""How many articles a second are read, claimed, stored and made searchable, and in how much memory.

`python -m benchmarks.importing [ARTICLES ...]` (default: 1000). Each number of articles is imported by the
command line into a database of its own, with as many processes as there are cores; claims are not matched.
Memory is what the importing process and its readers hold at most, together (proportional set size). Where
other programs compute at the same time, the articles for each second of computing tell more.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from benchmarks.newsroom import article, claims_a_kilobyte, write_articles
from benchmarks.processes import watched
from workbench.store import open_store

DEFAULT = 1_000


def measure(number: int) -> str:
    """Imports so many articles, and tells what it took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        size = write_articles(path / "articles", number)
        command = [sys.executable, "-m", "workbench", "--db", str(path / "c.db"), "import", "--no-match"]
        begun = time.perf_counter()
        cost = watched([*command, str(path / "articles")])
        took = time.perf_counter() - begun
        with open_store(path / "c.db") as store:
            rows = store.sources()
        claims = sum(row.claims for row in rows)
    return (
        f"{len(rows):>7,} articles of {size / number / 1000:.1f} kB {took:>8.1f} s"
        f" {len(rows) / took:>7.1f} a second {len(rows) / cost.computed:>7.1f} a second of computing"
        f" {claims:>10,} claims {cost.memory / 1e6:>6.0f} MB"
    )


def main() -> None:
    """Measures at the numbers that the command names."""
    numbers = [int(one) for one in sys.argv[1:]] or [DEFAULT]
    density = claims_a_kilobyte([article(one, seed=2) for one in range(20)])
    print(f"{density:.1f} claims a kilobyte (real articles: 7.5)")  # noqa: T201
    for number in numbers:
        print(measure(number), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()

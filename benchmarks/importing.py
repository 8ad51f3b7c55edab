"""How many articles a second are read, claimed, stored and made searchable, and in how much memory.

`python -m benchmarks.importing [--bytes LENGTH] [ARTICLES ...]` (default: 1000 of 9,000 bytes). Each number
of articles is imported by the command line into a database of its own, with as many processes as there are
cores; claims are not matched. Short articles show in less time whether their number alone costs anything.
Memory is what the importing process and its readers hold at most, together (proportional set size). Where
other programs compute at the same time, the articles for each second of computing tell more.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.newsroom import LENGTH, article, claims_a_kilobyte, write_articles
from benchmarks.processes import watched
from workbench.store import open_store

DEFAULT = 1_000


def measure(number: int, length: int) -> str:
    """Imports so many articles, and tells what it took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        size = write_articles(path / "articles", number, length=length)
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
    parser = argparse.ArgumentParser(description="Measures importing.")
    parser.add_argument("numbers", nargs="*", type=int, default=[DEFAULT], metavar="ARTICLES")
    parser.add_argument("--bytes", type=int, default=LENGTH, metavar="LENGTH")
    given = parser.parse_args()
    density = claims_a_kilobyte([article(one, seed=2) for one in range(20)])
    print(f"{density:.1f} claims a kilobyte (real articles: 7.5)")  # noqa: T201
    for number in given.numbers:
        print(measure(number, given.bytes), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()

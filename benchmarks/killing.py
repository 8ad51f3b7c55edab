"""Kills an import again and again, at random, and holds what is left against one that nobody disturbed.

`python -m benchmarks.killing [ARTICLES] [KILLS] [SEED]` (default: 2000 articles, 20 kills). Each import reads
with two processes and is killed with SIGKILL, which no program can catch; the next one goes on. A database
that is whole before its kills are over is begun anew. At the end every database must hold the very same as
that of the undisturbed import, rows and indexes alike.
"""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from benchmarks.newsroom import write_articles
from workbench.store import open_store

ARTICLES = 2_000
KILLS = 20
LENGTH = 1_500
"""Bytes of an article: kills shall fall between writes as well as between readings."""


def begin(db: Path, articles: Path) -> subprocess.Popen[bytes]:
    """Starts an import that only reads and writes."""
    options = ["--no-match", "--workers", "2"]
    command = [sys.executable, "-m", "workbench", "--db", str(db), "import", *options, str(articles)]
    # What is killed leaves its semaphores to be cleaned up, and says so each time.
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def dump(db: Path) -> list[str]:
    """Everything that the database holds, in its own order."""
    with open_store(db, create=False) as store:
        found = list(store.dump())
        if store.integrity():
            raise SystemExit(f"{db} is not whole: {store.integrity()[0]}")
        return found


def held(db: Path) -> int:
    """How many sources are in at this moment."""
    try:
        with sqlite3.connect(f"{db.as_uri()}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM sources").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def killed(db: Path, articles: Path, after: int, wait: float) -> bool:
    """Kills an import so many seconds after it has stored so many sources; False where it was done before."""
    with begin(db, articles) as process:
        while process.poll() is None and held(db) < after:
            time.sleep(0.01)
        try:
            process.wait(wait)
        except subprocess.TimeoutExpired:
            process.kill()
        return process.wait() == -signal.SIGKILL


def main() -> None:
    """Kills, and says how it ended; the exit code is 1 where a database differs."""
    articles, kills, seed = (
        int(given) if given else default
        for given, default in zip([*sys.argv[1:], "", "", ""], (ARTICLES, KILLS, 1), strict=False)
    )
    random = Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        write_articles(path / "articles", articles, length=LENGTH)
        begin(path / "whole.db", path / "articles").wait()
        whole = dump(path / "whole.db")
        db, reached, same = path / "0.db", list[int](), 0
        while len(reached) < kills:
            after = held(db) + random.randrange(max(1, 3 * articles // kills))
            if after < articles and killed(db, path / "articles", after, random.uniform(0, 0.3)):
                reached.append(held(db))
                continue
            same += _ended(db, path / "articles", whole)
            db = path / f"{len(reached)}.db"
        same += _ended(db, path / "articles", whole)
    print(f"{len(reached)} kills at {reached} of {articles} sources: {same} databases, all the same")  # noqa: T201


def _ended(db: Path, articles: Path, whole: list[str]) -> int:
    begin(db, articles).wait()
    if dump(db) != whole:
        raise SystemExit(f"{db.name} differs from the undisturbed import")
    return 1


if __name__ == "__main__":
    main()

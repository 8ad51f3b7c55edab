"""Killed at any moment, an import leaves whole sources only, and importing again ends where it would have."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from article_making import write_articles
from forked_program import Forked, forking

from workbench import pipeline
from workbench.store import open_store

ARTICLES = 80
KILLS = 20
SEED = int(os.environ.get("CRASH_SEED", "2025"))
PATIENCE = 60.0
"""Seconds after which an import counts as hung."""


@dataclass(frozen=True)
class Undisturbed:
    """What an import that nobody disturbs makes of the articles, and the seconds that it takes."""

    folder: Path
    dump: list[str]
    claims: dict[str, list[str]]
    seconds: float


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    folder = tmp_path_factory.mktemp("articles")
    write_articles(folder, ARTICLES, SEED)
    begun = time.monotonic()
    with open_store(folder.parent / "undisturbed.db") as store:
        report = pipeline.import_paths(store, [folder])
        pipeline.rematch(store)
        seconds = time.monotonic() - begun
        assert (len(report.added), report.failed) == (ARTICLES, [])
        claims = {row.id: [one.id for one in store.claims(source=row.id)] for row in store.sources()}
        assert sum(map(len, claims.values())) > ARTICLES
        assert store.discrepancies()
        return Undisturbed(folder, list(store.dump()), claims, seconds)


def begin_import(db: Path, folder: Path, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "workbench", "--db", str(db), "import", *options, str(folder)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def killed(process: subprocess.Popen[bytes] | Forked, db: Path, sources: int, after: float) -> bool:
    """Kills an import that many seconds after the database holds so many sources.

    False where the import had ended by then.
    """
    limit = time.monotonic() + PATIENCE
    while process.poll() is None and held(db) < sources:
        assert time.monotonic() < limit, "the import hangs"
        time.sleep(0.01)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.kill()
    code = process.wait()
    assert code in (0, -signal.SIGKILL), process.stderr and process.stderr.read()
    return code != 0


def held(db: Path) -> int:
    """How many sources the database holds at this moment, be it half made."""
    if not db.exists():
        return 0
    connection = sqlite3.connect(f"{db.as_uri()}?mode=ro", uri=True)
    try:
        return int(connection.execute("SELECT count(*) FROM sources").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()


def check_whole(db: Path, claims: dict[str, list[str]]) -> int:
    """The number of sources that are in, each with all of its claims; the file itself is sound."""
    connection = sqlite3.connect(db)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return 0
    finally:
        connection.close()
    with open_store(db, create=False) as store:
        held = {row.id: [one.id for one in store.claims(source=row.id)] for row in store.sources()}
        assert held == {source: claims[source] for source in held}
        assert store.integrity() == []
        return len(held)


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there")
def test_an_import_killed_again_and_again_ends_as_if_never_disturbed(
    undisturbed: Undisturbed, tmp_path: Path
) -> None:
    print(f"seed {SEED}: set CRASH_SEED to try another")  # noqa: T201 - pytest shows it when the test fails
    random = Random(SEED)
    kills = rounds = 0
    db = tmp_path / "0.db"
    reached: list[int] = []
    with forking(tmp_path) as forked:
        while kills < KILLS:
            onward = held(db) + random.randrange(2 * ARTICLES // KILLS)
            most = undisturbed.seconds / KILLS if onward < ARTICLES else undisturbed.seconds
            process = forked.command("--db", str(db), "import", str(undisturbed.folder))
            if killed(process, db, min(onward, ARTICLES), random.uniform(0, most)):
                kills += 1
                reached.append(check_whole(db, undisturbed.claims))
            else:
                assert_as_undisturbed(db, undisturbed)
                rounds += 1
                db = tmp_path / f"{rounds}.db"
    with begin_import(db, undisturbed.folder) as process:
        assert process.wait(PATIENCE) == 0
    assert_as_undisturbed(db, undisturbed)
    assert len({number for number in reached if 0 < number < ARTICLES}) > 1, reached


def assert_as_undisturbed(db: Path, undisturbed: Undisturbed) -> None:
    assert check_whole(db, undisturbed.claims) == ARTICLES
    with open_store(db, create=False) as store:
        assert list(store.dump()) == undisturbed.dump


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there")
def test_killed_while_others_read_for_it(undisturbed: Undisturbed, tmp_path: Path) -> None:
    db = tmp_path / "read-apart.db"
    with begin_import(db, undisturbed.folder, "--workers", "2") as process:
        assert killed(process, db, ARTICLES // 3, 0)
    check_whole(db, undisturbed.claims)
    with begin_import(db, undisturbed.folder, "--workers", "2") as process:
        assert process.wait(PATIENCE) == 0
    assert_as_undisturbed(db, undisturbed)

"""Killed at any moment, a correction leaves its entry with the claims that follow from it, or neither."""

from __future__ import annotations

import os
import time
from pathlib import Path
from random import Random

import pytest
from article_making import write_articles
from forked_program import Forking, forking

from workbench import pipeline
from workbench.correcting import read_corrected
from workbench.store import Store, open_store

KILLS = 6
SEED = int(os.environ.get("CRASH_SEED", "2025"))
MOST_SECONDS = 0.05
"""Between an act that was told of and the kill."""
ACTING = """
import sys
from pathlib import Path
from workbench import reviewing
from workbench.decisions import corrections, verdicts
from workbench.store import open_store

with open_store(Path(sys.argv[1])) as store:
    for number in range(len(store.decisions()), 10_000):
        at = f"2026-02-01T10:00:00.{number:06}+00:00"
        log = store.decisions()
        standing = corrections.corrections_in_effect(log)
        if number % 3 == 2 and standing:
            entry = verdicts.undo(standing[0], log, reviewer="A", at=at)
        else:
            claims = store.claims()
            entry = corrections.reject(claims[number % len(claims)], [], reviewer="A", at=at)
        reviewing.decide(store, entry)
        print(entry.id, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_articles(tmp_path / "articles", 4, SEED)
    with open_store(tmp_path / "claims.db") as store:
        assert pipeline.import_paths(store, [tmp_path / "articles"]).failed == []
    return tmp_path / "claims.db"


def killed(forked: Forking, path: Path, acts: int, after: float) -> list[str]:
    """Has claims rejected and undone until so many acts are told of, then kills; what was told of."""
    with forked.code(ACTING, str(path)) as (process, written):
        told = [written.readline().strip() for _ in range(acts)]
        time.sleep(after)
        process.kill()
        rest = written.read().split("\n")
        process.wait()
    return [*told, *(line for line in rest[:-1] if line)]


def follows_from_the_log(store: Store) -> bool:
    for row in store.sources():
        read = read_corrected(store.source(row.id), store.corrections(row.id)).claims
        if {one.id: one for one in read} != {one.id: one for one in store.claims(source=row.id)}:
            return False
    return True


def test_a_kill_parts_no_entry_from_its_claims(path: Path, tmp_path: Path) -> None:
    random = Random(SEED)
    told: list[str] = []
    with forking(tmp_path) as forked:
        for _ in range(KILLS):
            told += killed(forked, path, random.randrange(1, 4), random.uniform(0, MOST_SECONDS))
            with open_store(path) as store:
                kept = [entry.id for entry in store.decisions()]
                assert set(told) <= set(kept)
                assert follows_from_the_log(store)
                assert store.integrity() == []
    assert len(told) >= KILLS

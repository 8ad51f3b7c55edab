"""Killed at any moment, a removal or a description leaves its entry with what follows, or neither."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from article_making import write_articles

from workbench import pipeline
from workbench.correcting import standing
from workbench.store import Store, open_store

KILLS = 3
SEED = int(os.environ.get("CRASH_SEED", "2025"))
MOST_SECONDS = 0.05
"""Between an act that was told of and the kill."""
ACTING = """
import sys
from datetime import date
from pathlib import Path
from workbench import sourcing
from workbench.store import open_store

with open_store(Path(sys.argv[1])) as store:
    rows = store.sources(removed=True)
    for number in range(len(store.decisions()), 10_000):
        hand = {"reviewer": "A", "at": f"2026-02-01T10:00:00.{number:06}+00:00"}
        row = rows[number // 2 % len(rows)]
        source, out = store.source(row.id), any(one.id == row.id for one in store.sources())
        if number % 7 == 6 and out:
            day = f"2025-0{number % 9 + 1}-0{number % 8 + 1}"
            sourcing.describe(store, source, {"published": day}, today=date(2026, 2, 1), **hand)
        else:
            (sourcing.remove if out else sourcing.restore)(store, source, **hand)
        print(number, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_articles(tmp_path / "articles", 4, SEED)
    with open_store(tmp_path / "claims.db") as store:
        assert pipeline.import_paths(store, [tmp_path / "articles"]).failed == []
        pipeline.link_pending(store)
    return tmp_path / "claims.db"


def killed(path: Path, acts: int, after: float) -> int:
    """Has articles taken out, brought back and dated until so many acts are told of, then kills."""
    command = [sys.executable, "-c", ACTING, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline().strip() for _ in range(acts)]
        time.sleep(after)
        process.kill()
        rest = process.stdout.read().split("\n")
    return len([one for one in (*told, *rest[:-1]) if one])


def follows_from_the_log(store: Store) -> bool:
    for row in store.sources(removed=True):
        now = standing(store.source_as_told(row.id), store.corrections(row.id))
        held = {one.id: one for one in store.claims(source=row.id)}
        out = now.said.removed
        if (store.source(row.id), held, row.removed) != (now.source, {c.id: c for c in now.claims}, out):
            return False
    return True


def test_a_kill_parts_no_entry_from_what_follows(path: Path) -> None:
    random = Random(SEED)
    told = 0
    for _ in range(KILLS):
        told += killed(path, random.randrange(1, 5), random.uniform(0, MOST_SECONDS))
        with open_store(path) as store:
            assert len(store.decisions()) >= told >= 1
            assert follows_from_the_log(store)
            assert store.integrity() == []
    assert told >= KILLS

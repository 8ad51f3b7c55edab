"""Killed at any moment, the desk has kept every decision that it said was saved."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random
from time import sleep

import pytest

from benchmarks.database import build
from workbench.store import open_store

real_terminal = pytest.importorskip("real_terminal", reason="there are no pseudo-terminals here")

SEED = int(os.environ.get("CRASH_SEED", "2026"))
KILLS = 6
MOST_DECISIONS = 4


def test_what_was_confirmed_is_there_after_a_kill(tmp_path: Path) -> None:
    random = Random(SEED)
    db = tmp_path / "claims.db"
    build(db, 60)
    with open_store(db) as store:
        kept = len(store.decisions())
    for _ in range(KILLS):
        confirmed = 0
        with real_terminal.RealTerminal(db) as desk:
            place = desk.wait_for(b"1 of 60")
            for _ in range(random.randint(0, MOST_DECISIONS)):
                desk.press(b"x")
                place = desk.wait_for("✓ Saved".encode(), since=place)
                confirmed += 1
                desk.press(b"g")
            desk.press(b"x" * random.randint(0, 3))
            sleep(random.random() * 0.05)
            desk.kill()
        with open_store(db) as store:
            held = len(store.decisions())
            assert store.integrity() == []
        assert held >= kept + confirmed
        kept = held

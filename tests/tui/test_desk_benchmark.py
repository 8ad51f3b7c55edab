"""The benchmark of the desk measures what it says, on a list so short that its times mean nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.database import build
from benchmarks.desk import SHORT_LIST, Line
from workbench.store import open_store


@pytest.fixture(scope="module")
def short_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bench") / "short.db"
    build(path, SHORT_LIST, claims=200)
    return path


def measured(part: str, path: Path) -> Any:
    words = [sys.executable, "-m", "benchmarks.desk_parts", part, str(path)]
    return json.loads(subprocess.run(words, check=True, stdout=subprocess.PIPE, timeout=120).stdout)


def test_the_base_holds_what_is_asked_for(short_list: Path) -> None:
    with open_store(short_list) as store:
        assert len(store.queue_ids()) >= SHORT_LIST
        assert len(list(store.claims())) == 200
        assert store.integrity() == []


@pytest.mark.parametrize("part", ["start", "mount", "memory"])
def test_a_part_gives_a_number(short_list: Path, part: str) -> None:
    assert measured(part, short_list) > 0


def test_every_key_has_a_frame(short_list: Path) -> None:
    (times,) = measured("keys", short_list).values()
    assert all(0 < shown <= settled for shown, _, settled in times)


@pytest.mark.parametrize(
    ("reached", "limit", "verdict"),
    [
        pytest.param(19.9, 20.0, "reached", id="below the limit"),
        pytest.param(20.0, 20.0, "missed", id="at the limit"),
        pytest.param(20.0, None, "", id="without a limit"),
    ],
)
def test_a_line_says_whether_it_is_reached(reached: float, limit: float | None, verdict: str) -> None:
    assert str(Line("key to frame", reached, limit)).split("ms")[-1].strip() == verdict

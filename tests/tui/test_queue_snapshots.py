"""Pictures of the queue at the sizes that must work, in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from acting import LANGUAGES, SIZES, settled
from review_material import write
from textual.pilot import Pilot

from workbench.tui.app import ReviewApp

SCENES = [
    pytest.param([], id="queue"),
    pytest.param(["x", "O", "f", "down", "space"], id="narrowed"),
]


def acting(keys: list[str]) -> Callable[[Pilot[Any]], Any]:
    async def act(pilot: Pilot[Any]) -> None:
        await settled(pilot, *keys)

    return act


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", SCENES)
def test_queue(
    snap_compare: Callable[..., bool],
    make_app: Callable[..., ReviewApp],
    keys: list[str],
    size: tuple[int, int],
    language: str,
) -> None:
    assert snap_compare(make_app(language=language), terminal_size=size, run_before=acting(keys))


@pytest.mark.parametrize(
    ("keys", "language"),
    [
        pytest.param(["slash", *"zzz"], "tr", id="nothing has these words"),
        pytest.param(["o", "O", "F"], "en", id="saved filters"),
    ],
)
def test_what_is_seldom_seen(
    snap_compare: Callable[..., bool], make_app: Callable[..., ReviewApp], keys: list[str], language: str
) -> None:
    assert snap_compare(make_app(language=language), terminal_size=(80, 24), run_before=acting(keys))


def test_empty(snap_compare: Callable[..., bool], make_app: Callable[..., ReviewApp], tmp_path: Path) -> None:
    app = make_app(write(tmp_path / "claims.db", [], [], [], []), language="tr")
    assert snap_compare(app, terminal_size=(120, 40), run_before=acting([]))

"""Pictures of the decide screen: a difference of two values, one of many, and the questions it asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from acting import LANGUAGES, SIZES, settled
from review_material import claim, source, value, write
from test_decide_keys import on_difference
from textual.pilot import Pilot

from workbench.models import Discrepancy, Event
from workbench.tui.app import ReviewApp

MakeApp = Callable[..., ReviewApp]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_a_difference(
    snap_compare: Callable[..., bool], make_app: MakeApp, size: tuple[int, int], language: str
) -> None:
    async def act(pilot: Pilot[Any]) -> None:
        await on_difference(pilot)

    assert snap_compare(make_app(language=language), terminal_size=size, run_before=act)


SCENES = [
    pytest.param(["2", "u"], id="taken back"),
    pytest.param(["1", "N", "N", "N", "N", "u", "2", "u", "U"], id="decided"),
    pytest.param(["s", "down", "space"], id="split"),
    pytest.param(["d"], id="defer"),
    pytest.param(["p"], id="superseded"),
    pytest.param(["b"], id="range"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("keys", SCENES)
def test_what_is_asked(
    snap_compare: Callable[..., bool], make_app: MakeApp, keys: list[str], language: str
) -> None:
    async def act(pilot: Pilot[Any]) -> None:
        await on_difference(pilot)
        await settled(pilot, *keys)

    assert snap_compare(make_app(language=language), terminal_size=(80, 24), run_before=act)


def many_values(path: Path) -> Path:
    """One difference of seven values, each said by one article."""
    sources, claims, values = [], [], []
    for number in range(7):
        text = f"Depoda yangın çıktı. Yangında {number + 3} kişi yaralandı. İtfaiye geldi."
        of = source(f"haber{number}.txt", text, title=f"Haber {number}", publisher=f"Gazete {number}")
        made = claim(of, f"Yangında {number + 3} kişi yaralandı.")
        sources.append(of)
        claims.append(made)
        values.append(value(of, made, f"{number + 3} kişi", str(number + 3), number + 3))
    event = Event("e1", "Depo yangını", "fire", tuple(one.id for one in claims))
    why = "Seven articles give seven numbers."
    found = Discrepancy("d1", "e1", "count", "injured", "conflict", "high", tuple(values), why)
    return write(path, sources, claims, [event], [found])


@pytest.mark.parametrize("size", SIZES)
def test_many_values(
    snap_compare: Callable[..., bool], make_app: MakeApp, tmp_path: Path, size: tuple[int, int]
) -> None:
    async def act(pilot: Pilot[Any]) -> None:
        await on_difference(pilot)
        await settled(pilot, "right", "right", "right")

    app = make_app(many_values(tmp_path / "many.db"))
    assert snap_compare(app, terminal_size=size, run_before=act)

"""What the tests of all screens share: sizes, languages, and that each action of a place is tried."""

from __future__ import annotations

import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

import pytest
from textual.pilot import Pilot

from workbench.tui import screens
from workbench.tui.actions import Place, actions_of
from workbench.tui.screens.acting import ActingScreen

SIZES = [
    pytest.param((80, 24), id="80x24"),
    pytest.param((120, 40), id="120x40"),
    pytest.param((200, 60), id="200x60"),
]
LANGUAGES = ["en", "tr"]


async def settled(pilot: Pilot[Any], *keys: str) -> None:
    """Presses keys one after the other, each when the one before has had its effect in every thread."""
    await _quiet(pilot)
    for key in keys:
        await pilot.press(key)
        await _quiet(pilot)


async def _quiet(pilot: Pilot[Any]) -> None:
    for _ in range(2):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        while pilot.app.desk.busy:  # type: ignore[attr-defined]
            await pilot.pause(0.01)
        await pilot.pause()


async def until(pilot: Pilot[Any], holds: Callable[[], bool]) -> None:
    """Waits until something holds that no thread of the desk tells of, such as what the palette has found."""
    for _ in range(200):
        if holds():
            return
        await pilot.pause(0.05)
    raise AssertionError("it never came")


def screens_by_place() -> dict[Place, type[ActingScreen[Any]]]:
    """Each place's screen, found among the modules of the screens."""
    for module in pkgutil.iter_modules(screens.__path__):
        import_module(f"{screens.__name__}.{module.name}")
    found: dict[Place, type[ActingScreen[Any]]] = {}
    waiting = [ActingScreen]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if "PLACE" in vars(kind):
            found[kind.PLACE] = kind
    return found


def untried(place: Place, tried: Iterable[str]) -> set[str]:
    """The actions of a place that are not among those tried (their ids), and those tried that are none."""
    return {action.id for action in actions_of(place)} ^ set(tried)


def marked(module: str, place: Place) -> set[str]:
    """The actions of a place that tests of a module are marked to try: `@pytest.mark.tries("search.down")`.

    A test that does not do what it is marked to try fails (`conftest.tries_what_it_says`).
    """
    tests = (test for test in vars(sys.modules[module]).values() if inspect.isfunction(test))
    named = (
        name
        for test in tests
        for mark in getattr(test, "pytestmark", ())
        if mark.name == "tries"
        for name in mark.args
    )
    return {action for where, _, action in (name.partition(".") for name in named) if where == place}

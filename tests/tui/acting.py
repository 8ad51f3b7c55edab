"""What the tests of all screens share: sizes, languages, and that each action of a place is tried."""

from __future__ import annotations

import asyncio
import inspect
import pkgutil
import sys
import unicodedata
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

import pytest
from drawing import drawn
from textual import events
from textual.app import App
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.screen import Screen

from workbench.tui import screens
from workbench.tui.actions import Place, actions_of
from workbench.tui.screens.acting import ActingScreen

SIZES = [
    pytest.param((80, 24), id="80x24"),
    pytest.param((120, 40), id="120x40"),
    pytest.param((200, 60), id="200x60"),
]
LANGUAGES = ["en", "tr"]


TYPING = 0.2
"""The most seconds that a screen waits for more to be typed before it looks for it."""


async def settled(pilot: Pilot[Any], *keys: str) -> None:
    """Presses keys one after the other, each when the one before has had its effect in every thread."""
    await _quiet(pilot.app)
    for key in keys:
        _send(pilot.app, key)
        await _quiet(pilot.app)
    while drawn(pilot.app.screen):
        await _quiet(pilot.app)


def _send(app: App[Any], key: str) -> None:
    """A key as Pilot sends it. Pilot then watches the processor until it rests; here the loop is asked."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    try:
        char: str | None = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        char = name if len(name) == 1 else None
    pressed = events.Key(name, char)
    pressed.set_sender(app)
    app.post_message(pressed)


async def _quiet(app: App[Any]) -> None:
    """Ends when nothing is left that would happen without a key, but for what is timed to happen later."""
    while True:
        await app.workers.wait_for_complete()
        await app.animator.wait_until_complete()
        ran = await _all_run()
        app.screen._on_timer_update()
        ran |= await _all_run()
        if app.desk.busy or _rests(app.screen):  # type: ignore[attr-defined]
            await asyncio.sleep(0.002)
        elif not ran:
            return


async def _all_run() -> bool:
    """Lets everything run that is ready to; whether anything was."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    ran = bool(ready)
    await asyncio.sleep(0)
    while ready:
        ran = True
        await asyncio.sleep(0)
    return ran


def _rests(screen: Screen[Any]) -> bool:
    """Whether a screen waits a moment for more to be typed."""
    return any(
        timer._repeat == 0 and timer._interval <= TYPING and timer._task and not timer._task.done()
        for timer in screen._timers
    )


async def until(pilot: Pilot[Any], holds: Callable[[], bool]) -> None:
    """Waits until something holds that no thread of the desk tells of, such as what the palette has found."""
    for _ in range(1200):
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

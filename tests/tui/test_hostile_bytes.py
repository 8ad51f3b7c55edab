"""The bytes that reach the terminal on a database that attacks it: text, colours, cursor, and nothing else.

Every place of the registry is opened, and every key of it pressed; a new place is tried as soon as a key
leads to it.
"""

from __future__ import annotations

import base64
import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
import unicodedata
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
import textual.drivers.headless_driver as headless
from acting import screens_by_place, settled
from hostile_material import ATTACKS, MARKER, attacked, copied, hostile, strange
from review_material import NOW, TODAY
from textual.pilot import Pilot

from workbench.tui import opening
from workbench.tui.actions import PLACES, Place, actions_of
from workbench.tui.app import ReviewApp
from workbench.tui.screens.acting import ActingScreen
from workbench.tui.screens.queue import QueueScreen

OPENED: dict[Place, Callable[[Any], object]] = {
    "decide": lambda app: opening.decide(app, "d0a"),
    "event": lambda app: opening.event_screen(app, "e0"),
}
"""How a place is opened that no key of the queue leads to."""


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Everything that is written to the terminal: a headless run draws as if there were one."""
    pieces: list[str] = []

    class Recorder(headless.HeadlessDriver):
        @property
        def is_headless(self) -> bool:
            return False

        def write(self, data: str) -> None:
            if data != "\x07":  # the bell
                pieces.append(data)

    monkeypatch.setattr(headless, "HeadlessDriver", Recorder)
    yield pieces


def way_to(place: Place) -> tuple[str, ...]:
    """The keys that lead from the queue to a place, by way of others; none where none do."""
    ways: dict[str, tuple[str, ...]] = {"queue": ()}
    waiting: deque[Place] = deque(["queue"])
    while waiting and place not in ways:
        here = waiting.popleft()
        for action in actions_of("anywhere", here):
            if action.id in PLACES and action.id not in ways:
                ways[action.id] = (*ways[here], action.keys[0])
                waiting.append(cast(Place, action.id))
    return ways.get(place, ())


async def open_place(pilot: Pilot[Any], place: Place) -> None:
    """Goes from the queue to a place."""
    await settled(pilot, *way_to(place))
    if not _is_at(pilot, place) and place in OPENED:
        OPENED[place](pilot.app)
        await settled(pilot)
    assert _is_at(pilot, place)


async def back_to(pilot: Pilot[Any], place: Place) -> None:
    """Closes what stands over a place, and opens it anew where it is gone."""
    for _ in range(4):
        if _is_at(pilot, place):
            return
        if isinstance(pilot.app.screen, QueueScreen):
            break
        await settled(pilot, "escape")
    while not isinstance(pilot.app.screen, QueueScreen):
        pilot.app.pop_screen()
        await settled(pilot)
    await open_place(pilot, place)


def _is_at(pilot: Pilot[Any], place: Place) -> bool:
    screen = pilot.app.screen
    return isinstance(screen, ActingScreen) and place == screen.PLACE


@pytest.mark.parametrize("place", sorted(place for place in screens_by_place() if place in PLACES))
async def test_nothing_acts_in_any_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: list[str], place: Place
) -> None:
    monkeypatch.chdir(tmp_path)
    opened: list[str] = []
    monkeypatch.setattr(ReviewApp, "open_url", lambda _app, url, **_: opened.append(url))
    name = attacked(ATTACKS["title"])
    app = ReviewApp(hostile(tmp_path / f"{name[:7]}\x1b[5m.db"), name, TODAY, clock=lambda: NOW)
    async with app.run_test(size=(120, 40)) as pilot:
        await open_place(pilot, place)
        for action in actions_of(place):
            await settled(pilot, action.keys[0])
            await back_to(pilot, place)
    everything = "".join(written)
    assert strange(everything) == []
    assert MARKER in everything
    assert [url for url in opened if not url.startswith(("http://", "https://"))] == []
    for text in copied(everything):
        acting = {
            unicodedata.category(char) for char in base64.b64decode(text).decode() if char not in "\n\t"
        }
        assert not acting & {"Cc", "Cs"}


async def test_five_megabytes_on_one_line(tmp_path: Path, written: list[str]) -> None:
    line = "uzun\x1b[2J\u202e " * 250_000 + "e" + "\u0301" * 2_500_000
    path = hostile(tmp_path / "uzun.db", ["\x1b[2J"], tail=line)
    app = ReviewApp(path, "Ayşe", TODAY, clock=lambda: NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in ((), ("a",), ("end",), ("pageup",), ("home",), ("escape",)):
            written.clear()
            await settled(pilot, *keys)
            assert strange("".join(written)) == []
            # A screen of 80x24 in the most bytes that colours and marks may take.
            assert len("".join(written)) < 100_000


class Terminal:
    """A pseudo-terminal of 100 columns and 30 lines with a program in it."""

    def __init__(self, *words: str, **environment: str) -> None:
        self.controller, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        chosen = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"} | environment
        streams = {"stdin": inner, "stdout": inner, "stderr": inner}
        self.process = subprocess.Popen(words, env=chosen, start_new_session=True, **streams)  # type: ignore[call-overload]
        os.close(inner)
        self.written = b""

    def read(self, until: bytes = b"", quiet: float = 0.5, most: float = 30.0) -> None:
        """Reads until `until` has come, and then until nothing has come for `quiet` seconds."""
        start, end = len(self.written), time.monotonic() + most
        while time.monotonic() < end:
            waiting, _, _ = select.select([self.controller], [], [], quiet)
            try:
                piece = os.read(self.controller, 65536) if waiting else b""
            except OSError:  # the program has ended
                return
            self.written += piece
            if not piece and until in self.written[start:]:
                return

    def press(self, keys: str) -> None:
        for key in keys.split():
            os.write(self.controller, KEYS.get(key, key).encode())
            self.read()

    def close(self) -> int:
        self.read(most=1)
        code = self.process.wait(30)
        os.close(self.controller)
        return code


KEYS = {"down": "\x1b[B", "escape": "\x1b", "enter": "\r", "f2": "\x1bOQ"}


def test_a_real_terminal_is_sent_nothing_strange(tmp_path: Path) -> None:
    path = hostile(tmp_path / "kotu.db")
    name = attacked("\x1b]0;x\x07\u202e")
    words = [sys.executable, "-P", "-m", "workbench", "--db", str(path), "--reviewer", name]
    terminal = Terminal(*words, WORKBENCH_CONFIG=str(_empty(tmp_path / "settings.toml")), PYTHONUTF8="1")
    terminal.read(MARKER.encode())
    terminal.press("down down a ? escape escape f2 1 u c escape q")
    assert terminal.close() == 0
    shown = terminal.written.decode()
    assert strange(shown) == []
    assert shown.count(MARKER) > 10


def _empty(path: Path) -> Path:
    path.write_text("")
    return path

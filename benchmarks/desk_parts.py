"""One measurement of the desk, printed as JSON: `python -m benchmarks.desk_parts PART DATABASE`."""

from __future__ import annotations

import asyncio
import fcntl
import json
import os
import pty
import re
import select
import sqlite3
import struct
import subprocess
import sys
import termios
from collections.abc import Awaitable, Callable
from dataclasses import astuple, dataclass
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from textual import events
from textual.drivers.headless_driver import HeadlessDriver

from workbench.tui.app import ReviewApp

COLUMNS, LINES = 160, 48
REVIEWER = "bench"
STEPS = 60
"""Keys of each kind."""
ACCEPTS = 100
_QUIET = 0.05
"""Seconds without a frame after which the display is taken to stand still."""
_MOST = 20.0
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


@dataclass(frozen=True, slots=True)
class Frame:
    """What was drawn at once, when it was handed over, and the processor time used up to then, in seconds."""

    at: float
    used: float
    data: str


@dataclass(frozen=True, slots=True)
class Taken:
    """Milliseconds from a key to the frame that shows what it did, by the clock and of the processor, and
    to the last frame."""

    shown: float
    used: float
    settled: float


class WatchedDriver(HeadlessDriver):
    """Draws as for a terminal, and keeps each frame."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.frames: list[Frame] = []
        self.arrived = asyncio.Event()
        self.started = 0.0

    def start_application_mode(self) -> None:
        self.started = perf_counter()
        super().start_application_mode()

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        if len(data) > len("\x1b[?2026h"):
            self.frames.append(Frame(perf_counter(), process_time(), data))
            self.arrived.set()


class Watched:
    """A desk on a database, with its display watched."""

    def __init__(self, path: Path) -> None:
        begun = perf_counter()
        self.app = ReviewApp(path, REVIEWER)
        self.made = perf_counter() - begun

    @property
    def driver(self) -> WatchedDriver:
        driver = self.app._driver
        assert isinstance(driver, WatchedDriver)
        return driver

    @property
    def queue(self) -> Any:
        return self.app.screen.query_one("QueueList")

    async def run(self, act: Callable[[], Awaitable[Any]]) -> Any:
        """Runs the desk while `act` has its way with it, and gives what that gave."""
        result: list[Any] = []

        async def ready() -> None:
            async def acting() -> None:
                try:
                    result.append(await act())
                finally:
                    self.app.exit()

            self._task = asyncio.create_task(acting())

        await self.app.run_async(headless=True, size=(COLUMNS, LINES), auto_pilot=lambda _pilot: ready())
        return result[0]

    async def frame_with(self, shows: Callable[[], str | None], since: int) -> Frame:
        """The first frame from number `since` on that has what `shows` names."""
        number = since
        async with asyncio.timeout(_MOST):
            while True:
                wanted = shows()
                while wanted and number < len(self.driver.frames):
                    frame = self.driver.frames[number]
                    number += 1
                    if wanted in _ESCAPES.sub("", frame.data):
                        return frame
                self.driver.arrived.clear()
                await self.driver.arrived.wait()

    async def still(self) -> float:
        """When the last frame was handed over, once no other follows."""
        while not self.driver.frames or perf_counter() - self.driver.frames[-1].at < _QUIET:
            await asyncio.sleep(_QUIET / 5)
        return self.driver.frames[-1].at

    def here(self) -> str | None:
        """What is written of the event under the cursor, however narrow its column."""
        row = self.queue.row(self.queue.cursor) if len(self.queue.order) else None
        return row and str(row.event_label).partition(",")[0]

    async def loaded(self) -> float:
        """When the first row of the queue was painted."""

        def painted() -> str | None:
            screen = self.app.screen
            return self.here() if screen.query("QueueList") else None

        return (await self.frame_with(painted, 0)).at

    async def key(self, key: str, character: str | None = None) -> Taken:
        """Presses a key that moves the cursor."""
        await self.still()
        before, since = self.queue.cursor, len(self.driver.frames)
        begun, used = perf_counter(), process_time()
        self.driver.process_message(events.Key(key, character))
        frame = await self.frame_with(lambda: self.here() if self.queue.cursor != before else None, since)
        settled = await self.still()
        return Taken((frame.at - begun) * 1000, (frame.used - used) * 1000, (settled - begun) * 1000)


def mount(path: Path) -> float:
    """Milliseconds for making the desk, and from when Textual has started to the painted queue."""
    desk = Watched(path)
    painted = asyncio.run(desk.run(desk.loaded))
    return float(desk.made + painted - desk.driver.started) * 1000


def keys(path: Path) -> dict[str, list[list[float]]]:
    """What keys took, by what they do: fields of `Taken`."""
    desk = Watched(path)

    async def act() -> dict[str, list[list[float]]]:
        await desk.loaded()
        few = [*["down"] * (STEPS // 8), *["up"] * (STEPS // 8)] * 4
        pressed = {"down, up": few}
        if len(desk.queue.order) > LINES:
            pressed["page down, page up"] = ["pagedown", "pageup"] * (STEPS // 4)
            pressed["end, home"] = ["end", "home"] * (STEPS // 4)
        return {name: [list(astuple(await desk.key(key))) for key in keys] for name, keys in pressed.items()}

    result: dict[str, list[list[float]]] = asyncio.run(desk.run(act))
    return result


def accept(path: Path) -> list[float]:
    """Milliseconds from `1` to the next row's frame, or to when the verdict is in the log, if later."""
    desk = Watched(path)
    other = sqlite3.connect(path)

    def written() -> int:
        return int(other.execute("SELECT count(*) FROM decisions WHERE kind = 'accept'").fetchone()[0])

    async def act() -> list[float]:
        await desk.loaded()
        taken = []
        for number in range(written(), written() + ACCEPTS):
            begun = perf_counter()
            shown = (await desk.key("1", "1")).shown
            late = 0.0
            while written() <= number:
                late = (perf_counter() - begun) * 1000
            taken.append(max(shown, late))
        return taken

    result: list[float] = asyncio.run(desk.run(act))
    return result


def memory(path: Path) -> float:
    """Megabytes in use after the queue was painted and some keys were pressed."""
    desk = Watched(path)

    async def act() -> float:
        if desk.app.desk.store.queue_ids():
            await desk.loaded()
            far = len(desk.queue.order) > LINES
            for key in ("pagedown", "end", "home", "down") if far else ("down", "up"):
                await desk.key(key)
        else:
            await asyncio.sleep(1)
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    result: float = asyncio.run(desk.run(act))
    return result


def start(path: Path) -> float:
    """Milliseconds from starting the program on a terminal to the first row of the queue on it."""
    controller, inner = pty.openpty()
    fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    words = [sys.executable, "-m", "workbench", "--db", str(path), "--reviewer", REVIEWER]
    begun = perf_counter()
    process = subprocess.Popen(words, stdin=inner, stdout=inner, stderr=inner, start_new_session=True)
    os.close(inner)
    drawn = ""
    try:
        while "Yangın" not in drawn:
            if not select.select([controller], [], [], _MOST)[0]:
                raise TimeoutError("the desk does not start")
            drawn = drawn[-100:] + os.read(controller, 65536).decode("utf-8", "replace")
        return (perf_counter() - begun) * 1000
    finally:
        process.kill()
        process.wait()
        os.close(controller)


PARTS: dict[str, Callable[[Path], Any]] = {
    "start": start,
    "mount": mount,
    "keys": keys,
    "accept": accept,
    "memory": memory,
}


def main() -> None:
    import textual.drivers.headless_driver as headless

    headless.HeadlessDriver = WatchedDriver  # type: ignore[misc]
    print(json.dumps(PARTS[sys.argv[1]](Path(sys.argv[2]))))  # noqa: T201


if __name__ == "__main__":
    main()

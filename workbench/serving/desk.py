"""One desk: a process of this program whose screen goes to one tab of a browser."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp.web import WebSocketResponse
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from workbench.visible import safe

GRACE = 10.0
"""Seconds that a desk has to finish what it is writing when its tab is closed."""
_SCHEMES = ("http", "https")
"""What a tab may be asked to open: an article's address is other people's text."""


def command(db: Path, reviewer: str, *options: str) -> list[str]:
    """The command that shows the desk: this program, on the same database in the same name."""
    program = [sys.executable, "-P", "-m", "workbench"]
    return [*program, "--db", str(db.resolve()), "--reviewer", reviewer, *options, "review"]


class Desk(AppService):
    """Runs `command` and passes what it draws to `socket`."""

    def __init__(self, command: Sequence[str], socket: WebSocketResponse, downloads: DownloadManager) -> None:
        super().__init__(
            "", write_bytes=self._to_tab, write_str=self._told, close=self._close, download_manager=downloads
        )
        self._words = command
        self._socket = socket
        self._complaints: asyncio.Task[None] | None = None

    async def _to_tab(self, drawn: bytes) -> None:
        # What is drawn for a closed tab is dropped, and read on: a full pipe would keep the desk from ending.
        if not self._socket.closed:
            try:
                await self._socket.send_bytes(drawn)
            except ConnectionResetError:
                return

    async def _told(self, message: str) -> None:
        if not self._socket.closed:
            try:
                await self._socket.send_str(message)
            except ConnectionResetError:
                return

    async def _close(self) -> None:
        await self._socket.close()

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        environment = super()._build_environment(width, height)
        # The page draws every colour; what the terminal of the server can do does not matter.
        environment.pop("NO_COLOR", None)
        return environment | {"TEXTUAL_DRIVER": "workbench.serving.driver:DeskDriver"}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        # No shell, and a session of its own: Ctrl-C ends the server, which ends its desks in order.
        self._process = process = await asyncio.create_subprocess_exec(
            *self._words,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width, height),
            start_new_session=True,
        )
        self._stdin = process.stdin
        if process.stderr:
            # The base class would print it raw.
            self._complaints = asyncio.create_task(_print_safely(process.stderr))
            process.stderr = asyncio.StreamReader()
            process.stderr.feed_eof()
        return process

    async def on_meta(self, data: bytes) -> None:
        """What the desk asks of its tab."""
        asked = json.loads(data)
        if asked.get("type") == "open_url" and urlsplit(str(asked.get("url"))).scheme not in _SCHEMES:
            return
        await super().on_meta(data)

    async def stop(self) -> None:
        """Asks the desk to end, and ends it where it does not within `GRACE` seconds."""
        process = self._process
        if process is None:
            return
        try:
            await asyncio.wait_for(super().stop(), GRACE)
            if process.stdin:
                process.stdin.close()
            await asyncio.wait_for(process.wait(), GRACE)
        except TimeoutError:
            process.kill()
            await process.wait()
        if self._complaints:
            await self._complaints


async def _print_safely(stream: asyncio.StreamReader) -> None:
    while piece := await stream.read(4096):
        sys.stderr.write(safe(piece.decode("utf-8", "replace")))
        sys.stderr.flush()


def window(query_value: str | None, default: int, most: int = 1000) -> int:
    """A number of columns or lines that a tab asks for, within what a screen can be."""
    try:
        return max(1, min(int(query_value or default), most))
    except ValueError:
        return default

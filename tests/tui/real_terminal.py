"""The program on a pseudo-terminal, as its users have it: keys in, bytes out, killed at will."""

from __future__ import annotations

import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from fcntl import ioctl
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

PATIENCE = 60.0
"""Seconds after which a screen that does not come counts as hung."""


class RealTerminal:
    """The desk on the database `db`, in a terminal of so many columns and lines."""

    def __init__(self, db: Path, *options: str, size: tuple[int, int] = (80, 24), **environment: str) -> None:
        self._controller, terminal = pty.openpty()
        width, height = size
        ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        chosen = {
            "TERM": "xterm-256color",
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "WORKBENCH_CONFIG": os.devnull,
            **environment,
        }
        command = [sys.executable, "-m", "workbench", "--db", str(db), *options, "review"]
        self.process = subprocess.Popen(
            command, env=chosen, stdin=terminal, stdout=terminal, stderr=terminal, start_new_session=True
        )
        os.close(terminal)
        self.written = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.kill()
        os.close(self._controller)

    def press(self, keys: bytes) -> None:
        """Types bytes as a terminal sends them."""
        os.write(self._controller, keys)

    def read(self, seconds: float) -> bytes:
        """What is written within so many seconds, at least once something is."""
        before = len(self.written)
        ready, _, _ = select.select([self._controller], [], [], seconds)
        if ready:
            try:
                self.written += os.read(self._controller, 1 << 20)
            except OSError:  # the other end is closed
                return b""
        return self.written[before:]

    def wait_for(self, words: bytes, *, since: int = 0) -> int:
        """Reads until the words have been written behind offset `since`; the offset behind them."""
        limit = monotonic() + PATIENCE
        while (found := self.written.find(words, since)) < 0:
            assert self.process.poll() is None, self.written[-2000:]
            assert monotonic() < limit, f"{words!r} does not come: {self.written[-2000:]!r}"
            self.read(0.2)
        return found + len(words)

    def kill(self) -> None:
        """Ends it as the kernel does: at once, with no chance to tidy up."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

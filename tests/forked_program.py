"""The program in processes that are forked from one that has loaded it: they begin at once, and die alike.

Where a test kills the program many times, loading it each time would take longer than what is tried.
"""

from __future__ import annotations

import io
import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

_FORKING = """
import gc, io, json, os, sys, traceback
from contextlib import redirect_stdout
from multiprocessing import forkserver
import workbench.importing.warm
from workbench.cli import main
from workbench.cores import forked_from

folder = sys.argv[1]
with redirect_stdout(io.StringIO()):  # what a first import loads
    main(["--db", folder + "/first.db", "import", folder + "/first.txt"], standalone_mode=False)
gc.freeze()
# Those that read for an import are forked from one server too, whichever import they read for.
forked_from("workbench.importing.warm")
forkserver.ensure_running()
forkserver._forkserver.ensure_running = lambda: None
for line in sys.stdin:
    code, words, out, err = json.loads(line)
    pid = os.fork()
    if not pid:
        for number, path in enumerate((os.devnull, out, err)):
            os.dup2(os.open(path, os.O_WRONLY | os.O_APPEND if number else os.O_RDONLY), number)
        sys.argv[1:] = words
        ended = 1
        try:
            exec(code, {"__name__": "__main__"})
            ended = 0
        except SystemExit as error:
            ended = error.code or 0
        except BaseException:
            traceback.print_exc()
        sys.stdout.flush()
        os._exit(ended)
    print(pid, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""


class Forked:
    """A running program, with what `subprocess.Popen` has for waiting and killing."""

    def __init__(self, server: subprocess.Popen[bytes], errors: Path) -> None:
        self._server = server
        self._errors = errors
        self._pid = self._told()
        self._code: int | None = None

    @property
    def stderr(self) -> io.BytesIO:
        return io.BytesIO(self._errors.read_bytes())

    def poll(self) -> int | None:
        """Its exit code, a signal's as a negative number; none while it runs."""
        return self._ended(0)

    def wait(self, timeout: float | None = None) -> int:
        code = self._ended(timeout)
        if code is None:
            assert timeout is not None
            raise subprocess.TimeoutExpired("a forked program", timeout)
        return code

    def kill(self) -> None:
        if self.poll() is None:
            os.kill(self._pid, signal.SIGKILL)

    def _ended(self, seconds: float | None) -> int | None:
        if self._code is None and select.select([self._server.stdout], [], [], seconds)[0]:
            self._code = self._told()
        return self._code

    def _told(self) -> int:
        assert self._server.stdout is not None
        line = self._server.stdout.readline()
        assert line, "the process to fork from has ended: complaints.txt says why"
        return int(line)


class Forking:
    """Begins programs, one after the other."""

    def __init__(self, server: subprocess.Popen[bytes], folder: Path) -> None:
        self._server = server
        self._folder = folder

    def command(self, *words: str) -> Forked:
        """The command line with these words."""
        return self._begin("import sys; from workbench.cli import main; main(sys.argv[1:])", words)

    @contextmanager
    def code(self, code: str, *words: str) -> Iterator[tuple[Forked, TextIO]]:
        """What Python does with this code and these words, and what it writes."""
        pipe = self._folder / "pipe"
        os.mkfifo(pipe)
        process = self._begin(code, words, pipe)
        with pipe.open(encoding="utf-8") as written:
            pipe.unlink()
            yield process, written

    def _begin(self, code: str, words: Sequence[str], out: str | Path = os.devnull) -> Forked:
        errors = self._folder / "errors.txt"
        errors.write_text("")
        line = json.dumps([code, words, str(out), str(errors)])
        assert self._server.stdin is not None
        self._server.stdin.write(line.encode() + b"\n")
        return Forked(self._server, errors)


@contextmanager
def forking(folder: Path) -> Iterator[Forking]:
    """A process to fork from; `folder` is for what it writes."""
    text = "Başlık\n\n3 Mayıs 2025\n\nİki ülke 200 esiri değiş tokuş etti.\n"
    (folder / "first.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", _FORKING, str(folder)]
    pipe = subprocess.PIPE
    # What a killed program leaves behind is complained of at the end: of no interest here.
    with (
        (folder / "complaints.txt").open("wb") as complaints,
        subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=complaints, bufsize=0) as server,
    ):
        assert server.stdin is not None
        yield Forking(server, folder)
        server.stdin.close()

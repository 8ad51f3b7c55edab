"""An import that runs beside reviewing, in a process of its own: reading text leaves no time for keys."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from threading import Event, Thread
from typing import IO, cast

from workbench.errors import WorkbenchError
from workbench.sources import Pasted
from workbench.tui.background import Background
from workbench.tui.importing_work import Order, Result, Standing, carry_out
from workbench.words import N_

__all__ = ["ImportRun", "Result", "Standing"]

_NICE = 10
"""How far the other process stands back where there is not enough time for both: keys come first."""
APART = True
"""Whether imports run in a process of their own."""


class ImportRun(Background):
    """Reads files, folders, addresses or a pasted text into a database, a source a transaction, and matches.

    Asked to stop, it ends behind the source it is at; what is in stays in and is matched all the same.
    """

    def __init__(self, path: Path, what: Sequence[Path | str] | Pasted, *, today: date) -> None:
        super().__init__("importer")
        self.standing = Standing()
        self.result: Result | None = None
        held = what if isinstance(what, Pasted) else tuple(map(_held, what))
        self._order = Order(path.absolute(), held, today)
        self._child: subprocess.Popen[bytes] | None = None

    def stop(self) -> None:
        super().stop()
        if self._child and self._child.stdin:
            # The end of its input is what the other process takes for the word to stop.
            self._child.stdin.close()

    def work(self) -> None:
        if APART:
            try:
                self._carry_out_apart()
            except (EOFError, OSError, pickle.UnpicklingError) as error:
                hint = N_("What was read is in: import the same again to go on.")
                raise WorkbenchError(N_("The import has ended before its time"), "", hint) from error
        else:
            self.result = carry_out(self._order, self._stands, lambda: self.stopping)

    def _stands(self, standing: Standing) -> None:
        self.standing = standing

    def _carry_out_apart(self) -> None:
        pipe = subprocess.PIPE
        with subprocess.Popen(
            [sys.executable, "-m", __name__], stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
        ) as child:
            told = cast("IO[bytes]", child.stdout)
            asked = cast("IO[bytes]", child.stdin)
            pickle.dump(self._order, asked)
            asked.flush()
            self._child = child
            if self.stopping:
                self.stop()
            while self.result is None:
                self._take(told)

    def _take(self, told: IO[bytes]) -> None:
        match said := pickle.load(told):
            case Standing():
                self.standing = said
            case Result():
                self.result = said
            case WorkbenchError():
                raise said


def _held(named: Path | str) -> Path | str:
    return named if isinstance(named, str) else named.absolute()


def main(asked: IO[bytes], told: IO[bytes]) -> None:
    """Carries out one order that `asked` gives, and stops when that is closed; `told` says how far it is."""
    order: Order = pickle.load(asked)
    stopping = Event()

    def listen() -> None:
        asked.read()
        stopping.set()

    def tell(said: Standing | Result | WorkbenchError) -> None:
        pickle.dump(said, told)
        told.flush()

    Thread(target=listen, name="listener", daemon=True).start()
    try:
        tell(carry_out(order, tell, stopping.is_set))
    except WorkbenchError as error:
        tell(error)
    except Exception as error:
        tell(WorkbenchError("This failed", f"{type(error).__name__}: {error}", "Report it."))


if __name__ == "__main__":
    os.nice(_NICE)
    # By its own name, so that what is sent is known to the other side by the same one.
    from workbench.tui import importing_run

    importing_run.main(sys.stdin.buffer, sys.stdout.buffer)

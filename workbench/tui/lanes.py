"""A thread with a database connection of its own that does one job after the other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from workbench.store import Store, open_store

Turn = Callable[[Callable[[], Store]], None]
"""A job; it is given what opens the lane's database, and raises nothing."""


class Lane:
    """Jobs in the order they were asked for. Its thread never keeps the program from ending."""

    def __init__(self, path: Path, name: str, *, cache_kib: int | None = None) -> None:
        self._path = path
        self._cache_kib = cache_kib
        self._store: Store | None = None
        self._turns: SimpleQueue[Turn | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def put(self, turn: Turn) -> None:
        """Has a job done behind those asked for before."""
        self._turns.put(turn)

    def stop(self, *, within: float | None) -> None:
        """Ends the lane behind its jobs, waiting for that at most so many seconds (None: however long)."""
        self._turns.put(None)
        self._thread.join(within)

    def _run(self) -> None:
        while turn := self._turns.get():
            turn(self._opened)
        if self._store is not None:
            self._store.close()

    def _opened(self) -> Store:
        if self._store is None:
            self._store = open_store(self._path, create=False, cache_kib=self._cache_kib)
        return self._store

"""One request to a host at a time, and a pause behind each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock


class Pace:
    """Keeps the pauses between requests to one host, for as long as it lives. Threads may share it."""

    def __init__(self, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._clock = clock
        self._sleep = sleep
        self._turns: defaultdict[str, Lock] = defaultdict(Lock)
        self._next: dict[str, float] = {}
        self._guard = Lock()

    @contextmanager
    def turn(self, host: str, delay: float, *, pause: bool = True) -> Iterator[None]:
        """Waits until the host may be asked again; `delay` seconds must pass after this before the next.

        Without `pause` only for its turn: what a host itself sends on belongs to the request before.
        """
        with self._guard:
            turn = self._turns[host]
        with turn:
            wait = self._next.get(host, 0.0) - self._clock()
            if wait > 0 and pause:
                self._sleep(wait)
            try:
                yield
            finally:
                self._next[host] = self._clock() + delay

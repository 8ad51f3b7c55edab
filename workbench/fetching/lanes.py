"""Work beside the caller: one thing after the other for each host."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock, Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Lanes(Generic[T]):
    """Threads that end by themselves where their host has nothing left to do."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._waiting: dict[str, deque[tuple[Future[T], Callable[[], T]]]] = {}

    def submit(self, host: str, work: Callable[[], T]) -> Future[T]:
        """Does `work` when everything submitted for this host before is done."""
        future: Future[T] = Future()
        with self._guard:
            lane = self._waiting.get(host)
            if lane is None:
                lane = self._waiting[host] = deque()
                Thread(target=self._run, args=(host, lane), name=f"fetch {host}", daemon=True).start()
            lane.append((future, work))
        return future

    def drop(self) -> None:
        """Forgets what has not begun."""
        with self._guard:
            for lane in self._waiting.values():
                while lane:
                    lane.popleft()[0].cancel()

    def _run(self, host: str, lane: deque[tuple[Future[T], Callable[[], T]]]) -> None:
        while True:
            with self._guard:
                if not lane:
                    del self._waiting[host]
                    return
                future, work = lane.popleft()
            _do(future, work)
            # Else this frame would hold on to what came until the next thing has come.
            del future, work


def _do(future: Future[T], work: Callable[[], T]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        future.set_result(work())
    except BaseException as error:
        future.set_exception(error)

"""What is fetched before its turn, so much of it that memory lasts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from threading import Condition, local

from workbench.sources.documents import Document, Unchanged

Got = Document | Unchanged
LARGE = 2_000_000
"""Bytes from which an answer is large: it takes several times as much until its evidence is made."""
_ROOM = 48_000_000
"""Bytes that wait to be taken; beyond them only what is wanted next is fetched."""


class Shelf:
    """Lets so many fetch at once, one of them something large, and none while too much waits."""

    def __init__(self, at_once: int) -> None:
        self._free = at_once
        self._held: dict[str, int] = {}
        self._wanted = ""
        self._large = ""
        self._closed = False
        self._changed = Condition()
        self._mine = local()

    @contextmanager
    def place(self, name: str) -> Iterator[None]:
        """A place to fetch what is called so; waits until there is one. CancelledError after the end."""
        with self._changed:
            self._wait(lambda: self._free > 0 and self._room(name))
            self._free -= 1
        self._mine.name = name
        try:
            yield
        finally:
            self._mine.name = ""
            with self._changed:
                self._free += 1
                if self._large == name:
                    self._large = ""
                self._changed.notify_all()

    def grown(self) -> None:
        """Says that what this thread fetches has become large; waits until no other is."""
        name = getattr(self._mine, "name", "")
        if not name or self._large == name:
            return
        with self._changed:
            self._wait(lambda: not self._large and self._room(name))
            self._large = name

    def taken(self, name: str, coming: Future[Got]) -> Got:
        """What comes, which is wanted now. Raises what its fetching raised."""
        with self._changed:
            self._wanted = name
            self._changed.notify_all()
        try:
            return coming.result()
        finally:
            with self._changed:
                self._held.pop(name, None)
                self._changed.notify_all()

    def put(self, name: str, got: Got) -> Got:
        """Counts what has come until it is taken."""
        size = len(got.retrieval.warc) if got.retrieval else 0
        if isinstance(got, Document) and isinstance(got.payload, bytes):
            size += len(got.payload)
        with self._changed:
            self._held[name] = size
        return got

    def close(self) -> None:
        """Lets nobody begin any more."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _room(self, name: str) -> bool:
        return name == self._wanted or sum(self._held.values()) < _ROOM

    def _wait(self, until: Callable[[], bool]) -> None:
        self._changed.wait_for(lambda: self._closed or until())
        if self._closed:
            raise CancelledError

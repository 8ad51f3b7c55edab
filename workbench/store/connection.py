"""One connection to a database, and its transactions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from workbench.store.opening import bulk, rolled_back_on_error, sqlite_errors_explained

if TYPE_CHECKING:
    from sqlite_utils import Database


class Connection:
    """What all parts of the Store share. It belongs to the thread that opened it."""

    def __init__(self, path: Path, db: Database) -> None:
        self.path = path
        self._db = db
        self._together = False
        self._left: list[Callable[[], None]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connection; closing twice does nothing."""
        self._db.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Makes one transaction of all that is read and written inside: all of it stands, or nothing.

        What is raised inside has to leave it: a part that failed is only taken back with all others. Other
        programs cannot write meanwhile. Raises StoreError where the database cannot be written.
        """
        with self._writing():
            self._together = True
            try:
                yield
                for act in self._left:
                    act()
            finally:
                self._together = False
                self._left = []

    @contextmanager
    def in_bulk(self) -> Iterator[None]:
        """Has less memory for pages, and does not wait for the disk at each transaction.

        After a crash of the whole machine the last transactions may be missing as if they had never been;
        what is there is whole.
        """
        with sqlite_errors_explained(self.path), bulk(self._db):
            yield

    def _at_end(self, act: Callable[[], None]) -> None:
        """Acts at the end of what is written together, or at once.

        The search index is written so: it puts all that it has on disk before any statement that SQLite
        could have to take back alone, such as the update of several rows.
        """
        if self._together:
            self._left.append(act)
        else:
            act()

    @contextmanager
    def _reading(self) -> Iterator[Database]:
        if self._together:
            yield self._db
            return
        with sqlite_errors_explained(self.path), self._db.atomic():
            yield self._db

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        if self._together:
            yield self._db
            return
        with sqlite_errors_explained(self.path):
            # IMMEDIATE: a transaction that reads first may not become a writing one once another
            # program has written.
            self._db.conn.execute("BEGIN IMMEDIATE")
            with rolled_back_on_error(self._db):
                yield self._db

"""One connection to a database, and its transactions."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from workbench.store.opening import rolled_back_on_error, sqlite_errors_explained

if TYPE_CHECKING:
    from sqlite_utils import Database


class Connection:
    """What all parts of the Store share. It belongs to the thread that opened it."""

    def __init__(self, path: Path, db: Database) -> None:
        self.path = path
        self._db = db

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
    def _reading(self) -> Iterator[Database]:
        with sqlite_errors_explained(self.path), self._db.atomic():
            yield self._db

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        with sqlite_errors_explained(self.path):
            # IMMEDIATE: a transaction that reads first may not become a writing one once another
            # program has written.
            self._db.conn.execute("BEGIN IMMEDIATE")
            with rolled_back_on_error(self._db):
                yield self._db

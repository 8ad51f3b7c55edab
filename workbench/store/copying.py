"""A copy of a database in one file, as it is at one moment, while others go on reading and writing it."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from workbench.errors import StoreError
from workbench.store.opening import BUSY_SECONDS, sqlite_errors_explained
from workbench.store.stamp import Stamp, stamp

if TYPE_CHECKING:
    from collections.abc import Mapping

COUNTED = ("sources", "claims", "events", "discrepancies", "decisions")
"""Tables by whose rows a copy is known."""
_PAGES = 2_000
"""Pages that are copied between two words on how far it is: 8 MB of the usual ones."""
_CHUNK = 1 << 20

UNKNOWN = Stamp(0, "", "")
"""The stamp of a copy that cannot be read through."""

Progress = Callable[[int, int], None]
"""Is told how many pages of how many are copied."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was made: its file, that file's bytes, and what is in it, counted in the copy itself.

    Of a damaged database nothing may be known of what is in it: `UNKNOWN`, and no counts.
    """

    path: Path
    size: int
    stamp: Stamp
    counts: Mapping[str, int]


def back_up(
    database: Path,
    target: Path,
    *,
    compress: bool = False,
    whole: bool = True,
    progress: Progress = lambda _done, _total: None,
) -> Copy:
    """Copies the database to `target`, whole or not at all; what is at `target` is replaced.

    The copy is one file (no write-ahead log beside it) of the schema that the database has; with `compress`
    it is gzipped. It is opened and read through before it takes its place: StoreError where it is damaged
    (unless `whole` is false: of a damaged database a damaged copy is better than none), where it does not
    hold what the database held, and where either cannot be read or written.
    """
    try:
        with _beside(target) as made:
            held = _copied(database, made, progress, whole=whole)
            found = _verified(made, held) if whole else {}
            if compress:
                _gzip(made)
            made.chmod(database.stat().st_mode & 0o777)
            _on_disk(made)
            made.replace(target)
            return Copy(target, target.stat().st_size, held, found)
    except OSError as error:
        detail = f"{target}: {error.strerror}"
        raise StoreError("Cannot write the backup", detail, "Name another file, or make room.") from error


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A file to write beside the target; whatever is left of it afterwards is taken away."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    os.close(handle)
    try:
        yield Path(name)
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            Path(name + ending).unlink(missing_ok=True)


def _copied(database: Path, made: Path, progress: Progress, *, whole: bool) -> Stamp:
    """Copies page by page; what names the content that was there when it began."""
    with (
        sqlite_errors_explained(database),
        closing(_opened(database, "rw")) as source,
        closing(sqlite3.connect(made)) as copy,
    ):
        # Within one transaction that reads: pages that others write meanwhile do not make it begin anew.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        held = _stamp(source) if whole else UNKNOWN
        source.backup(
            copy,
            pages=_PAGES,
            progress=lambda _status, left, total: progress(total - left, total),
            sleep=0,
        )
        copy.execute("PRAGMA journal_mode = DELETE")
        return held


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def _stamp(connection: sqlite3.Connection) -> Stamp:
    from sqlite_utils import Database

    return stamp(Database(connection, execute_plugins=False))


def _verified(made: Path, held: Stamp) -> Mapping[str, int]:
    """How much is in the copy. Raises StoreError where it is not what was to be copied."""
    with sqlite_errors_explained(made), closing(_opened(made, "ro")) as copy:
        wrong = [row[0] for row in copy.execute("PRAGMA integrity_check(1)") if row[0] != "ok"]
        if not wrong and _stamp(copy) != held:
            wrong = ["it does not hold what the database held"]
        if wrong:
            hint = "Nothing was written. `workbench check` says what is wrong with the database."
            raise StoreError("The copy is not whole", wrong[0], hint)
        return {table: copy.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in COUNTED}


def _gzip(made: Path) -> None:
    """Packs the file in its place, and reads it back: what cannot be unpacked is no backup."""
    packed = made.with_name(f"{made.name}.gz")
    try:
        with made.open("rb") as plain, packed.open("wb") as file, gzip.GzipFile("", "wb", 6, file, 0) as out:
            shutil.copyfileobj(plain, out, _CHUNK)
        if _digest(made) != _digest(packed, gzip.open):
            raise StoreError("The copy is not whole", "it cannot be unpacked again", "Nothing was written.")
        packed.replace(made)
    finally:
        packed.unlink(missing_ok=True)


def _digest(path: Path, opened: Callable[..., object] = open) -> str:
    with opened(path, "rb") as file:  # type: ignore[attr-defined]
        return hashlib.file_digest(file, "sha256").hexdigest()


def _on_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())

"""Opening a database file: what it is, whether this program can read it, and bringing it up to date."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import StoreError
from workbench.phrases import errors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

_CACHE_KIB = 65_536
"""Memory for pages: linking an article to a large base touches some thousand, SQLite's own 2 MiB hold 500."""
_BULK_CACHE_KIB = 16_384
"""The same while articles are imported: processes that read them need the memory."""
_WAL_PAGES = 8_000
"""Pages after which the log is written back: one linked article alone fills SQLite's own 1,000."""
BUSY_SECONDS = 10.0
"""How long a write waits for another process's write before it gives up."""


@contextmanager
def sqlite_errors_explained(path: Path) -> Iterator[None]:
    """Turns what SQLite says into a StoreError that names the database and what to do."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise StoreError(
            "The database refuses this", f"{path}: {error}", "Nothing was changed. Please report this."
        ) from error
    except sqlite3.DatabaseError as error:
        raise StoreError("The database cannot be used", f"{path}: {error}", _hint(error)) from error
    except UnicodeEncodeError as error:
        raise StoreError(
            "The text cannot be stored",
            f"{path}: {error.reason} at position {error.start}",
            "Decode the source again: it holds half of a surrogate pair.",
        ) from error


def _hint(error: sqlite3.DatabaseError) -> str:
    hints = {
        "locked": errors.WAIT(),
        "not a database": errors.NO_DATABASE(),
        "readonly": errors.READ_ONLY(),
        "unable to open": errors.CANNOT_OPEN(),
        "full": errors.DISK_FULL(),
        "malformed": errors.DAMAGED(),
    }
    return next((hint for word, hint in hints.items() if word in str(error)), "Nothing was changed.")


def connect(path: Path, *, create: bool, cache_kib: int | None = None) -> Database:
    """A connection to an up-to-date database, with foreign keys on and in WAL mode.

    `cache_kib` is its memory for pages in KiB, where the usual is too much.

    Raises StoreError where the path is a folder, is missing and `create` is false, is not a
    database of this program, or was written by a newer version of it.
    """
    if path.is_dir():
        raise StoreError("Not a database", f"{path} is a folder", "Name a file, such as claims.db.")
    if not create and not path.exists():
        raise StoreError("No database", f"{path} does not exist", "Import articles first: workbench import.")
    with sqlite_errors_explained(path):
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
        try:
            return _prepared(connection, path, cache_kib or _CACHE_KIB)
        except BaseException:
            connection.close()
            raise


def _prepared(connection: sqlite3.Connection, path: Path, cache_kib: int) -> Database:
    # sqlite_utils takes longer to import than most commands take to run, so it is imported here.
    from sqlite_utils import Database

    from workbench.store.migrations import migrations

    db = Database(connection, execute_plugins=False)
    db.execute("PRAGMA foreign_keys = ON")
    refuse_what_is_not_ours(db, path)
    db.execute(f"PRAGMA cache_size = -{cache_kib}")
    db.enable_wal()
    db.execute(f"PRAGMA wal_autocheckpoint = {_WAL_PAGES}")
    if migrations.pending(db):
        # One writer from the first statement on: two programs that open a new file take turns.
        connection.execute("BEGIN IMMEDIATE")
        with rolled_back_on_error(db):
            migrations.apply(db)
    return db


def refuse_what_is_not_ours(db: Database, path: Path) -> None:
    """Raises StoreError where a database is of another program, or of a newer version of this one."""
    from workbench.store.migrations import migrations, names

    applied = {migration.name for migration in migrations.applied(db)}
    if not applied and db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise StoreError(
            "Not a database of this program",
            f"{path} holds other tables",
            "Choose another file with --db.",
        )
    unknown = applied.difference(names())
    if unknown:
        raise StoreError(
            "The database is newer than this program",
            f"{path} has {', '.join(sorted(unknown))}",
            "Install the newer version of the workbench that wrote it.",
        )


@contextmanager
def bulk(db: Database) -> Iterator[None]:
    """Settings for a long row of writes that can be repeated; the former ones afterwards."""
    kept = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("cache_size", "synchronous")}
    db.execute(f"PRAGMA cache_size = -{_BULK_CACHE_KIB}")
    db.execute("PRAGMA synchronous = NORMAL")
    try:
        yield
    finally:
        for name, value in kept.items():
            db.execute(f"PRAGMA {name} = {value}")


@contextmanager
def rolled_back_on_error(db: Database) -> Iterator[None]:
    """Commits the open transaction at the end, or takes it back where anything was raised."""
    try:
        yield
    except BaseException:
        db.rollback()
        raise
    else:
        try:
            db.commit()
        except BaseException:
            db.rollback()
            raise

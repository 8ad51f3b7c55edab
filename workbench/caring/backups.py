"""Where a backup goes, and what is refused."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from workbench.errors import StoreError, UsageError
from workbench.records.output import check_target
from workbench.store.copying import Copy, Progress, back_up

PACKED = ".gz"
"""Ending of a compressed backup."""


def backup_beside(database: Path, at: datetime, *, compress: bool = False) -> Path:
    """The usual name: that of the database with the moment, so that backups stand in their order."""
    stamp = f"{at:%Y%m%d-%H%M%S}"
    return database.with_name(f"{database.stem}-{stamp}{database.suffix}{PACKED if compress else ''}")


def make_backup(
    database: Path,
    target: Path,
    *,
    force: bool = False,
    compress: bool = False,
    whole: bool = True,
    progress: Progress = lambda _done, _total: None,
) -> Copy:
    """A backup of the database in the file `target`; the parameters are those of `store.copying.back_up`.

    Raises UsageError where `target` is the database itself, a folder or in none, open as a database, or there
    already and `force` is not given; StoreError where there is no database, and as `back_up` does.
    """
    if not database.is_file():
        raise StoreError(
            "No database", f"{database} does not exist", "Import articles first: workbench import."
        )
    if target.exists() and target.samefile(database):
        raise UsageError(
            "A backup stands beside what it saves", f"{target} is the database", "name another file"
        )
    check_target(target, force=force)
    return back_up(database, target, compress=compress, whole=whole, progress=progress)

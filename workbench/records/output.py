"""Writing an export to a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from workbench.errors import UsageError, WorkbenchError


def check_target(path: Path, *, force: bool, spared: Path | None = None) -> None:
    """Raise UsageError where no file may be written.

    That is where `path` is a folder, in none, `spared` or a database that is open, and, where `force` is not
    given, where a file stands there with something in it.
    """
    if path.is_dir():
        raise UsageError("Cannot write there", f"{path} is a folder", "name a file")
    if not path.parent.is_dir():
        raise UsageError("Cannot write there", f"no folder {path.parent}", "create it first")
    if spared and spared.exists() and path.exists() and path.samefile(spared):
        raise UsageError("Not in the place of the database", str(path), "name another file")
    if (log := Path(f"{path}-wal")).exists():
        # SQLite would write into the new file what stands there of the old one.
        raise UsageError("The file is in use", f"{log} is there", "close it, or name another file")
    if not force and path.exists() and path.stat().st_size:
        raise UsageError("Would overwrite a file", str(path), "add --force")


def write_whole(path: Path, pieces: Iterable[bytes]) -> None:
    """Write the pieces to a file beside `path` and move it there; readers see the old file or the new one."""
    try:
        # What a link leads to is replaced, not the link.
        _replace(path.resolve(), pieces)
    except OSError as error:
        raise WorkbenchError("Cannot write the export", f"{path}: {error.strerror}") from error


def _replace(path: Path, pieces: Iterable[bytes]) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        _take_rights(Path(name), path)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _take_rights(new: Path, old: Path) -> None:
    """Temporary files are private; the export gets the rights of the file it replaces, or the usual ones."""
    if old.exists():
        new.chmod(old.stat().st_mode & 0o777)
        return
    mask = os.umask(0)
    os.umask(mask)
    new.chmod(0o666 & ~mask)

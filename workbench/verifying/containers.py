"""Files that are no text: laid where the libraries that read them can go about in them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from workbench.errors import UsageError
from workbench.phrases import errors

LONGEST = 64_000_000
"""Bytes of a line that is read: no object is as long."""
_AGAIN = "copy it again from where it came, or export it anew"
_BY_DATABASE = "leave out --seals-only and --articles; name another database with --db"


@contextmanager
def on_disk(stream: BufferedReader) -> Iterator[Path]:
    """A copy of a file in a folder of its own: nothing that lies beside the file, or writes to it, counts."""
    with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
        path = Path(folder, "export")
        with path.open("wb") as copy:
            shutil.copyfileobj(stream, copy)
        yield path


def lines_of(stream: BufferedReader) -> Iterator[bytes]:
    """The lines of a file. Raises UsageError at one that no export has: all of it would be held in memory."""
    number = 0
    while line := stream.readline(LONGEST + 1):
        number += 1
        if len(line) > LONGEST:
            raise UsageError("Not an export", f"line {number} is longer than {LONGEST // 1_000_000} MB")
        yield line


def damaged(name: str, why: object) -> UsageError:
    """The error of a file that cannot be opened or gone through."""
    return UsageError("Damaged file", f"{name}: {why}", _AGAIN)


def no_export(why: str) -> UsageError:
    """The error of a file that `workbench export` did not write."""
    return UsageError("Not an export", why, "verify what `workbench export` writes")


def no_seals(format_: str) -> UsageError:
    """The error of a file of which the database alone can tell what holds."""
    return UsageError("The database is needed", errors.NO_SEALS(file=format_), _BY_DATABASE)

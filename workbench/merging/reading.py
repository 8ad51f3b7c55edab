"""Entries of the log that others hold: a database of theirs, or an export of their log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec

from workbench.decisions.taking_over import entry_from, refuse_foreign
from workbench.errors import DecisionError, SourceError, WorkbenchError
from workbench.models import Decision
from workbench.records.seals import seal_of
from workbench.store.merging import SQLITE, log_of

LONGEST = 16 * 2**20
"""Bytes of a line; an entry on ten thousand claims has a fifth of that."""
_TRIED = 10
"""Lines without an entry after which a file that had none yet is no export of the log: each would be held."""
_SEAL = b',"seal":"'
_ENDS = (b'"what":"decisions","rows":[', b'],"seal":"sha256:')
"""What the first and the last line of an export as one JSON document have, in which nothing is an entry."""


@dataclass(frozen=True, slots=True)
class Offered:
    """An entry that somebody holds, or the error that says why there is none; `where` names its place."""

    where: str
    entry: Decision | None = None
    error: WorkbenchError | None = None


class _Row(msgspec.Struct):
    """What is read of a line of an export."""

    entry: str


_decoder = msgspec.json.Decoder(_Row)


def offered_by(path: Path) -> Iterator[Offered]:
    """The entries of a database or of an export of the log, one after the other.

    Raises SourceError where the file cannot be read, StoreError where it is a database of another program, or
    of a newer version of this one.
    """
    try:
        with path.open("rb") as file:
            if file.read(len(SQLITE)) != SQLITE:
                file.seek(0)
                yield from offered_in(file, path.name)
                return
    except OSError as error:
        raise SourceError("The file cannot be read", f"{path}: {error.strerror}") from error
    for entry in log_of(path):
        yield _checked(path.name, entry)


def offered_in(file: BinaryIO, name: str) -> Iterator[Offered]:
    """The entries of an export of the log as JSON Lines or JSON, a line each."""
    wrong, some = 0, False
    for one in _lines(file, name):
        yield one
        wrong, some = wrong + (one.error is not None), some or one.error is None
        if wrong == _TRIED and not some:
            yield Offered(name, error=DecisionError("No entry so far: the rest was not read", name))
            return


def _lines(file: BinaryIO, name: str) -> Iterator[Offered]:
    number = 0
    while line := file.readline(LONGEST):
        number += 1
        where = f"{name}:{number}"
        if len(line) == LONGEST:
            yield Offered(where, error=DecisionError("The line is too long", where))
            while line and not line.endswith(b"\n"):
                line = file.readline(LONGEST)
            continue
        row = line.strip().removesuffix(b",")
        if row and not (row.endswith(_ENDS[0]) or row.startswith(_ENDS[1])):
            yield _read(where, row)


def _checked(where: str, entry: Decision) -> Offered:
    try:
        refuse_foreign(entry)
    except DecisionError as error:
        return Offered(where, error=error)
    return Offered(where, entry)


def _read(where: str, row: bytes) -> Offered:
    before, mark, seal = row.rpartition(_SEAL)
    try:
        if mark and seal.removesuffix(b'"}').decode() != seal_of(before + b"}"):
            raise DecisionError("The seal does not fit: the line was changed", where, "Export it again.")
        return Offered(where, entry_from(_decoder.decode(row).entry))
    except msgspec.ValidationError:
        return Offered(where, error=_old(where))
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return Offered(where, error=_no_export(where))
    except DecisionError as error:
        return Offered(where, error=error)


def _old(where: str) -> DecisionError:
    return DecisionError(
        "No entry of a log as it was written",
        where,
        "Export the log again with this version: workbench log --json",
    )


def _no_export(where: str) -> DecisionError:
    return DecisionError(
        "Not an export of the log", where, "Name a database, or what `workbench log --json` prints."
    )

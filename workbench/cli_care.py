"""The commands that take care of a database: copying it, looking whether it is whole."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli_base import Session, counted, pass_session
from workbench.visible import visible

if TYPE_CHECKING:
    from workbench.store.copying import Copy, Progress

_PATIENCE = 1.0
"""Seconds before it is said how far a copy is."""
_NOUNS = {
    "sources": "article",
    "claims": "claim",
    "events": "event",
    "discrepancies": "discrepancy",
    "decisions": "decision",
}


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--force", is_flag=True, help="Overwrite the file.")
@click.option(
    "--compress", is_flag=True, help="Write it gzipped: about a quarter of the size, to be unpacked first."
)
@click.option("--json", "as_json", is_flag=True, help="Print what was written as one JSON object.")
@pass_session
def backup(session: Session, file: Path | None, force: bool, compress: bool, as_json: bool) -> None:
    """Copy the database to one file, while others may go on working on it.

    FILE defaults to the name of the database with the moment, beside it. The copy is what the database is at
    one moment; it is read through before it takes its place, and nothing is written where it is not whole.
    It is a database like any other: `workbench --db FILE` opens it, and to go back to it, put it in the
    place of the database.

    \b
    Examples:
      workbench backup
      workbench backup /media/disk/claims.db --force
      workbench --db other.db backup --compress
    """
    from workbench.caring.backups import backup_beside, make_backup

    target = file or backup_beside(session.db, datetime.now(), compress=compress)
    with _progress() as progress:
        made = make_backup(session.db, target, force=force, compress=compress, progress=progress)
    if as_json:
        click.echo(json.dumps(_as_object(made), indent=1))
        return
    said = [_counted(number, _NOUNS[table]) for table, number in made.counts.items()]
    click.echo(f"{visible(str(made.path))}: {size(made.size)}, whole")
    click.echo(", ".join(said))
    click.echo(f"fingerprint {made.stamp.fingerprint}, schema {made.stamp.schema}")


def _as_object(made: Copy) -> dict[str, object]:
    stamp = {"fingerprint": made.stamp.fingerprint, "schema": made.stamp.schema}
    return {"file": str(made.path), "bytes": made.size, **stamp, **made.counts}


def _counted(number: int, noun: str) -> str:
    return f"{number} discrepancies" if noun == "discrepancy" and number != 1 else counted(number, noun)


def size(number: int) -> str:
    """A number of bytes as people read it: "512 bytes", "1.4 MB"."""
    if number < 1_000:
        return counted(number, "byte")
    for unit, one in (("kB", 1e3), ("MB", 1e6)):
        if number < 1_000 * one:
            return f"{number / one:.3g} {unit}"
    return f"{number / 1e9:.3g} GB"


@contextmanager
def _progress() -> Iterator[Progress]:
    """Says on a terminal how far a copy is, where it takes long."""
    begun = time.monotonic()
    shown = sys.stderr.isatty()

    def say(done: int, total: int) -> None:
        if shown and total and time.monotonic() - begun > _PATIENCE:
            click.echo(f"\rcopying: {100 * done // total} %", err=True, nl=False)

    yield say
    if shown and time.monotonic() - begun > _PATIENCE:
        click.echo("\r" + " " * 20 + "\r", err=True, nl=False)

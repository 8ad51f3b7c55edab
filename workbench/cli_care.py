"""The commands that take care of a database: copying it, looking whether it is whole."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli_base import Session, counted, pass_session
from workbench.cli_import import PATIENCE
from workbench.errors import EXIT_PARTIAL, StoreError
from workbench.visible import visible

if TYPE_CHECKING:
    from workbench.caring.checking import Repair
    from workbench.store import Store
    from workbench.store.copying import Copy, Progress
    from workbench.store.examining import Examination, Finding
    from workbench.store.stamp import Stamp

_MOST = 20
"""Findings of one kind that are printed one by one."""
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
    place of the database, while nobody has that open and without the -wal file that may lie beside it.

    \b
    Examples:
      workbench backup
      workbench backup /media/disk/claims.db --force
      workbench --db other.db backup --compress
    """
    from workbench.caring.backups import backup_beside, make_backup
    from workbench.tui.sizes import in_bytes

    target = file or backup_beside(session.db, datetime.now(), compress=compress)
    with _progress() as progress:
        made = make_backup(session.db, target, force=force, compress=compress, progress=progress)
    if as_json:
        click.echo(json.dumps(_as_object(made), indent=1))
        return
    said = [_counted(number, _NOUNS[table]) for table, number in made.counts.items()]
    click.echo(f"{visible(str(made.path))}: {in_bytes(made.size)}, whole")
    click.echo(", ".join(said))
    click.echo(f"fingerprint {made.stamp.fingerprint}, schema {made.stamp.schema}")


def _as_object(made: Copy) -> dict[str, object]:
    return {"file": str(made.path), "bytes": made.size, **_stamp_object(made.stamp), **made.counts}


def _stamp_object(stamp: Stamp) -> dict[str, object]:
    return {"fingerprint": stamp.fingerprint, "schema": stamp.schema}


def _counted(number: int, noun: str) -> str:
    return f"{number} discrepancies" if noun == "discrepancy" and number != 1 else counted(number, noun)


@contextmanager
def _progress() -> Iterator[Progress]:
    """Says on a terminal how far a copy is, where it takes long."""
    begun = time.monotonic()
    shown = sys.stderr.isatty()

    def say(done: int, total: int) -> None:
        if shown and total and time.monotonic() - begun > PATIENCE:
            click.echo(f"\rcopying: {100 * done // total} %", err=True, nl=False)

    try:
        yield say
    finally:
        if shown and time.monotonic() - begun > PATIENCE:
            click.echo("\r" + " " * 20 + "\r", err=True, nl=False)


@click.command()
@click.option(
    "--repair", "repairs", is_flag=True, help="Make anew what can be made from the rest, after a backup."
)
@click.option("--json", "as_json", is_flag=True, help="Print all findings as one JSON object.")
@click.pass_context
def check(ctx: click.Context, repairs: bool, as_json: bool) -> None:
    """Check that the database is whole and agrees with the log.

    Looked at are the file, its tables and references, the articles and their hashes, the offsets of every
    value, the search indexes, the log, the tallies, versions and copies, the matching and the statuses.

    --repair makes anew what is derived, each part said, after a backup beside the database. Articles, claims
    and decisions are never touched: what is wrong with them is told with what helps. Exit code 1 where
    something is wrong (with --repair: is left), 3 where the database cannot be opened.

    \b
    Examples:
      workbench check
      workbench --db other.db check --repair
      workbench check --json | jq .findings
    """
    from workbench.caring.checking import check as look
    from workbench.caring.checking import repair

    session: Session = ctx.obj
    with session.open() as store:
        found = look(store)
        if not as_json:
            _print_found(session.db, found)
        repaired = None
        if repairs:
            say = (lambda _file: None) if as_json else _say_backup
            repaired = repair(store, found, datetime.now(), say=say)
        content = _content(store) if as_json else {}
    if as_json:
        click.echo(json.dumps(_check_object(session.db, found, repaired) | content, indent=1))
    elif repaired is not None and found.findings:
        _print_repair(session.db, repaired)
    if (repaired.left if repaired else found).findings:
        ctx.exit(EXIT_PARTIAL)


def _content(store: Store) -> dict[str, object]:
    """What names the content of the database, null where that cannot be read through."""
    try:
        return _stamp_object(store.stamp())
    except StoreError:
        # What cannot be read is among the findings: they are told all the same.
        return {"fingerprint": None, "schema": None}


def _say_backup(file: str) -> None:
    click.echo(f"backup: {visible(file)}")


def _print_found(db: Path, found: Examination) -> None:
    _print_findings(found.findings)
    for note in found.notes[:_MOST]:
        click.echo(f"note: {visible(note)}", err=True)
    if len(found.notes) > _MOST:
        click.echo(f"note: {len(found.notes) - _MOST} more of these: --json lists all", err=True)
    if not found.findings:
        click.echo(f"{visible(str(db))}: whole")


def _print_findings(findings: Sequence[Finding]) -> None:
    """Each with what helps, some of each kind: a lost table gives as many as it had rows."""
    for kind in dict.fromkeys(one.check for one in findings):
        group = [one for one in findings if one.check == kind]
        for one in group[:_MOST]:
            click.echo(visible(one.text))
        if len(group) > _MOST:
            click.echo(f"{kind}: {len(group) - _MOST} more: --json lists all")
        for hint in dict.fromkeys(one.hint for one in group if one.hint):
            click.echo(f"hint: {kind}: {hint}", err=True)
    mendable = sum(one.mend is not None for one in findings)
    if mendable:
        click.echo(f"{mendable} of {len(findings)} can be made good: workbench check --repair", err=True)


def _print_repair(db: Path, repaired: Repair) -> None:
    from workbench.caring.checking import MADE_ANEW

    for part in repaired.done:
        click.echo(f"made anew: {MADE_ANEW[part]}")
    for one in repaired.failed:
        click.echo(f"not made anew: {visible(one.text)}")
    left = repaired.left.findings
    click.echo(f"{visible(str(db))}: {f'{len(left)} left that cannot be repaired' if left else 'whole'}")


def _check_object(db: Path, found: Examination, repaired: Repair | None) -> dict[str, object]:
    left = repaired.left if repaired else found
    told: dict[str, object] = {
        "database": str(db),
        "whole": not left.findings,
        "findings": [_finding_object(one) for one in found.findings],
        "notes": list(found.notes),
    }
    if repaired:
        told |= {
            "backup": str(repaired.backup.path) if repaired.backup else None,
            "made_anew": list(repaired.done),
            "not_made_anew": [_finding_object(one) for one in repaired.failed],
            "left": [_finding_object(one) for one in left.findings],
        }
    return told


def _finding_object(finding: Finding) -> dict[str, object]:
    return {"check": finding.check, "what": finding.text, "repair": finding.mend, "hint": finding.hint}

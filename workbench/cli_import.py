"""Importing from the command line: progress, summary, exit code."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli_base import Session, counted, print_error, stop_on_interrupt
from workbench.errors import EXIT_FAILED, EXIT_INTERRUPTED, EXIT_OK, EXIT_PARTIAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.importing.expanding import Options
    from workbench.pipeline import ImportReport, Progress

PATIENCE = 1.0
"""Seconds before a progress bar shows."""


def import_articles(
    session: Session, named: Sequence[str | Path], *, match: bool, options: Options | None = None
) -> int:
    """Import, match and print what became of it. Returns the exit code."""
    from workbench.cli_output import match_again, say_changed
    from workbench.pipeline import import_paths

    with session.open(create=True) as store:
        with stop_on_interrupt() as stop, progress_bar("importing") as progress:
            report = import_paths(store, named, options=options, progress=progress, stop=stop)
        _print_report(report)
        if report.not_read:
            click.echo(
                f"stopped before {report.not_read[0]}; {len(report.not_read)} not read. "
                "Import again to go on: what is in is not read twice.",
                err=True,
            )
            return EXIT_INTERRUPTED
        if match and (report.added or report.unchanged):
            click.echo(match_again(store))
            say_changed(store)
    return exit_code(report)


def exit_code(report: ImportReport) -> int:
    """Done, done in part (some files failed), or nothing done."""
    if not report.failed:
        return EXIT_OK
    return EXIT_PARTIAL if report.added or report.unchanged else EXIT_FAILED


def _print_report(report: ImportReport) -> None:
    from workbench.visible import visible

    claims = sum(one.claims for one in report.added)
    parts = [f"added {counted(len(report.added), 'article')} with {counted(claims, 'claim')}"]
    if report.unchanged:
        parts.append(f"{len(report.unchanged)} already imported, unchanged")
    if report.failed:
        parts.append(f"{len(report.failed)} failed")
    click.echo(", ".join(parts))
    for one in report.added:
        for lack in one.lacking:
            click.echo(f"note: {visible(one.file)}: {lack}", err=True)
    for failure in report.failed:
        print_error(failure.error)


@contextmanager
def progress_bar(doing: str) -> Iterator[Callable[[Progress], None] | None]:
    """A bar on standard error that shows itself only when the work takes long, and only on a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    from workbench.visible import visible

    columns = (
        TextColumn(doing),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[file]}", markup=False),
    )
    bar = Bar(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task("import", total=None, file="")
    begun = time.monotonic()

    def show(progress: Progress) -> None:
        bar.update(task, completed=progress.done, total=progress.total, file=visible(progress.file))
        if not bar.live.is_started and time.monotonic() - begun > PATIENCE:
            bar.start()

    try:
        yield show
    finally:
        bar.stop()

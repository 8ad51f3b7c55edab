"""Importing from the command line: progress, summary, exit code."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli_base import Session, counted, print_error, stop_on_interrupt
from workbench.errors import EXIT_FAILED, EXIT_INTERRUPTED, EXIT_OK, EXIT_PARTIAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.fetching.rules import Rules
    from workbench.importing.expanding import Options
    from workbench.pipeline import ImportReport, Progress

PATIENCE = 1.0
"""Seconds before it is said how far something is."""
_MOST = 20
"""Notes and failures that are printed one by one."""


def import_articles(
    session: Session,
    named: Sequence[str | Path],
    *,
    match: bool,
    options: Options | None = None,
    as_json: bool = False,
    rules: Rules | None = None,
) -> int:
    """Import, match and print what became of it. Returns the exit code."""
    from workbench.cli_output import match_again, say_changed
    from workbench.importing.expanding import Options
    from workbench.importing.web import connected
    from workbench.pipeline import import_paths

    begun = time.monotonic()
    with session.open(create=True) as store:
        with (
            stop_on_interrupt() as stop,
            progress_bar("importing") as progress,
            connected(store, named, options or Options(), rules) as going,
        ):
            report = import_paths(store, named, options=going, progress=progress, stop=stop)
        if as_json:
            _print_json(report, time.monotonic() - begun)
        else:
            _print_report(report, asked_again=rules is not None and rules.refresh)
        if report.not_read:
            click.echo(
                f"stopped before {report.not_read[0]}; {len(report.not_read)} not read. "
                "Import again to go on: what is in is not read twice.",
                err=True,
            )
            return EXIT_INTERRUPTED
        if match and (report.added or report.unchanged):
            click.echo(match_again(store), err=as_json)
            if not as_json:
                say_changed(store)
    return exit_code(report)


def exit_code(report: ImportReport) -> int:
    """Done, done in part (some files failed), or nothing done."""
    if not report.failed:
        return EXIT_OK
    return EXIT_PARTIAL if report.added or report.unchanged or report.removed else EXIT_FAILED


def _print_report(report: ImportReport, *, asked_again: bool) -> None:
    from workbench.sources.gathering import is_url
    from workbench.visible import visible

    claims = sum(one.claims for one in report.added)
    parts = [f"added {counted(len(report.added), 'article')} with {counted(claims, 'claim')}"]
    versions = sum(one.version is not None for one in report.added)
    if versions:
        parts.append(f"{counted(versions, 'version')} of known articles among them")
    copies = sum(one.copied is not None and one.version is None for one in report.added)
    if copies:
        parts.append(f"{copies} copied from others")
    if report.unchanged:
        parts.append(f"{len(report.unchanged)} already imported, unchanged")
    if report.removed:
        parts.append(f"{len(report.removed)} left out")
    if report.failed:
        parts.append(f"{len(report.failed)} failed{_reasons(report)}")
    click.echo(", ".join(parts))
    if any(is_url(name) for name in report.unchanged) and not asked_again:
        click.echo("note: addresses that are in already were not fetched again; --refresh does", err=True)
    notes = [(one.file, note) for one in report.added for note in one.notes]
    notes += [(known.file, known.words) for known in report.known]
    notes += [(one.file, one.note) for one in report.removed]
    notes += [(one.about, one.words) for one in report.notes]
    for file, note in notes[:_MOST]:
        click.echo(f"note: {visible(file)}: {visible(note)}", err=True)
    for failure in report.failed[:_MOST]:
        print_error(failure.error)
    left = max(0, len(notes) - _MOST), max(0, len(report.failed) - _MOST)
    if any(left):
        told = (counted(left[0], "more note"), counted(left[1], "more failure"))
        click.echo(f"{' and '.join(told)}: --json lists all", err=True)


def _reasons(report: ImportReport) -> str:
    """How often each reason comes, where there is more than one failure."""
    if len(report.failed) < 2:
        return ""
    reasons = Counter(failure.error.title for failure in report.failed)
    return f" ({', '.join(f'{title}: {number}' for title, number in reasons.most_common())})"


def _print_json(report: ImportReport, seconds: float) -> None:
    import json

    became = {
        "added": [
            {
                "file": one.file,
                "source": one.source,
                "claims": one.claims,
                "notes": one.notes,
                "version": one.version and {"number": one.version.number, "of": one.version.of},
                "copied": one.copied and {"source": one.copied.source, "share": round(one.copied.share, 3)},
            }
            for one in report.added
        ],
        "unchanged": report.unchanged,
        "removed": [
            {"file": one.file, "source": one.source, "by": one.by.reviewer, "entry": one.by.id}
            for one in report.removed
        ],
        "known": [{"file": one.file, "source": one.source, "note": one.words} for one in report.known],
        "failed": [
            {"file": one.file, "title": one.error.title, "detail": one.error.detail, "hint": one.error.hint}
            for one in report.failed
        ],
        "notes": [{"about": one.about, "note": one.words} for one in report.notes],
        "not_read": report.not_read,
        "seconds": round(seconds, 3),
    }
    click.echo(json.dumps(became, ensure_ascii=True, indent=1))


@contextmanager
def progress_bar(doing: str) -> Iterator[Callable[[Progress], None] | None]:
    """A bar on standard error that shows itself only when the work takes long, and only on a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    from workbench.visible import visible

    columns = (
        TextColumn(doing),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.fields[file]}", markup=False),
    )
    bar = Bar(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task("import", total=None, file="", rate="")
    begun = time.monotonic()
    counter = count()

    def show(progress: Progress) -> None:
        taken = time.monotonic() - begun
        behind = next(counter)
        rate = f"{behind / taken:.3g}/s" if taken > PATIENCE else ""
        bar.update(
            task, completed=progress.done, total=progress.total, file=visible(progress.file), rate=rate
        )
        if not bar.live.is_started and time.monotonic() - begun > PATIENCE:
            bar.start()

    try:
        yield show
    finally:
        bar.stop()

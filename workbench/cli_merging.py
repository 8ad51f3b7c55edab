"""The command that takes over what was decided elsewhere."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli_base import Session, counted, pass_session, print_error
from workbench.cli_import import progress_bar
from workbench.errors import EXIT_FAILED, EXIT_OK, EXIT_PARTIAL, WorkbenchError

if TYPE_CHECKING:
    from workbench.merging import MergeReport
    from workbench.merging.reading import Offered

_MOST = 10
"""Entries that are refused, or wait, of which each is named."""
_STDIN = Path("-")


@click.command("import-decisions")
@click.argument("files", metavar="FILE|DATABASE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would come in; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as one JSON object instead.")
@pass_session
def import_decisions(
    session: Session, files: tuple[Path, ...], dry_run: bool = False, as_json: bool = False
) -> None:
    """Take over what was decided in another database.

    Each argument is a database of the workbench, which is only read, or what `workbench log --json` or
    `workbench export decisions` (jsonl, json) wrote; - reads standard input. What is here already is left
    out, so that it does not matter who takes over from whom, in which order, or how often.

    An entry whose id does not fit what it says is refused. Decisions on articles that are not here are kept,
    and hold once the article comes in. Where two reviewers who did not know of each other say different
    things, the difference is open again: workbench conflicts --disagreements.

    Exit code 1: some entries or files were refused; 3: nothing could be read.

    \b
    Examples:
      workbench import-decisions ayse.db
      workbench import-decisions ayse.jsonl mehmet.db --dry-run
      workbench --db ayse.db log --json | workbench import-decisions -
    """
    from workbench.cli_output import match_again
    from workbench.merging import merge

    with session.open() as store:
        failed: list[WorkbenchError] = []
        with progress_bar("reading articles again") as bar:
            report = merge(store, _offered(files, failed), write=not dry_run, progress=_told_to(bar))
        matched = match_again(store) if report.matches and not dry_run else None
        if as_json:
            _print_json(report, failed, dry_run=dry_run)
        else:
            _print_report(report, failed, matched, dry_run=dry_run)
    click.get_current_context().exit(_exit_code(report, failed))


def _offered(files: Sequence[Path], failed: list[WorkbenchError]) -> Iterator[Offered]:
    from workbench.merging.reading import offered_by, offered_in

    for path in files:
        try:
            yield from offered_in(sys.stdin.buffer, "-") if path == _STDIN else offered_by(path)
        except WorkbenchError as error:
            failed.append(error)


def _told_to(bar: Any) -> Any:
    from workbench.importing.report import Progress

    return bar and (lambda done, total, file: bar(Progress(done, total, file)))


def _exit_code(report: MergeReport, failed: Sequence[WorkbenchError]) -> int:
    if not report.refused and not failed:
        return EXIT_OK
    return EXIT_PARTIAL if report.added or report.known else EXIT_FAILED


def _print_report(
    report: MergeReport, failed: Sequence[WorkbenchError], matched: str | None, *, dry_run: bool
) -> None:
    would = "would take over" if dry_run else "took over"
    people = Counter(one.reviewer for one in report.added)
    told = [f"{would} {counted(len(report.added), 'decision')}"]
    told += [f"{report.known} here already"] if report.known else []
    told += [f"{len(report.refused)} refused"] if report.refused else []
    click.echo(", ".join(told))
    for name, number in sorted(people.items()):
        click.echo(f"  {_shown(name)}: {number}")
    for error in failed:
        print_error(error)
    for where, refusal in report.refused[:_MOST]:
        print_error(_with_place(refusal, where))
    _say_more(len(report.refused))
    _say_what_waits(report)
    if matched:
        click.echo(f"matched again: {matched}")
    _say_changes(report)


def _with_place(error: WorkbenchError, where: str) -> WorkbenchError:
    if where in error.detail:
        return error
    return WorkbenchError(error.title, f"{error.detail} ({where})", error.hint)


def _say_what_waits(report: MergeReport) -> None:
    """What came in and does not hold yet, or not any more."""
    from workbench.cli_output import describe_decision

    if report.resting:
        click.echo(
            f"waiting for articles or claims that are not here: {counted(len(report.resting), 'decision')}"
        )
        for entry in report.resting[:_MOST]:
            click.echo(f"  {describe_decision(entry)}")
        _say_more(len(report.resting))
    if report.missing:
        number = counted(len(report.missing), "decision")
        click.echo(f"not here: {number} that these knew of or take back; take over the whole log, not a part")
    for entry in report.contradicting[:_MOST]:
        click.echo(
            f"others put into one event what this keeps apart, and that holds: {describe_decision(entry)}"
        )
    _say_more(len(report.contradicting))


def _say_more(number: int) -> None:
    if number > _MOST:
        click.echo(f"  and {number - _MOST} more")


def _say_changes(report: MergeReport) -> None:
    became = Counter(now for _, _, now in report.changes)
    if became:
        told = ", ".join(f"{number} now {status}" for status, number in sorted(became.items()))
        click.echo(f"changed: {counted(len(report.changes), 'difference')}, {told}")
    if report.disputed:
        number = counted(len(report.disputed), "difference")
        click.echo(f"reviewers disagree on {number}: workbench conflicts --disagreements")


def _shown(text: str) -> str:
    from workbench.visible import visible

    return visible(text)


def _print_json(report: MergeReport, failed: Sequence[WorkbenchError], *, dry_run: bool) -> None:
    from workbench.records.formats.jsonl import line

    row = {
        "dry_run": dry_run,
        "added": [one.id for one in report.added],
        "known": report.known,
        "resting": [one.id for one in report.resting],
        "missing": report.missing,
        "refused": [{"where": where, "why": str(error)} for where, error in report.refused],
        "failed": [str(error) for error in failed],
        "changed": [{"discrepancy": key, "was": was, "now": now} for key, was, now in report.changes],
        "disagreements": report.disputed,
        "contradicting": [one.id for one in report.contradicting],
        "matches": report.matches,
    }
    click.echo(line(row), nl=False)

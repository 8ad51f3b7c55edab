"""The command that reads stored articles again, and says what becomes of decisions on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from workbench.cli_base import Session, counted, pass_session, print_error, source_ids, stop_on_interrupt
from workbench.cli_import import progress_bar
from workbench.errors import EXIT_FAILED, EXIT_INTERRUPTED, EXIT_OK, EXIT_PARTIAL

if TYPE_CHECKING:
    from workbench.decisions.standing import Displaced
    from workbench.rereading import RereadReport


@click.command()
@click.argument("articles", metavar="[SOURCE]...", nargs=-1)
@pass_session
def reread(session: Session, articles: tuple[str, ...]) -> None:
    """Read stored articles again with today's rules; matches again.

    Each SOURCE is an article's file name or the beginning of its id; without any, all are read. Decisions
    stay; those whose claim is gone, or now says something else, are listed with what stands there now.
    Exit code 1: some articles could not be read and keep their claims; 3: none could.

    \b
    Examples:
      workbench reread
      workbench reread report.txt s3f9a
    """
    from workbench.cli_output import match_again, say_changed
    from workbench.rereading import reread as read_again

    with session.open() as store:
        known = store.sources()
        named = [one for given in articles for one in source_ids(known, given)]
        wanted = list(dict.fromkeys(named)) or [row.id for row in known]
        with stop_on_interrupt() as stop, progress_bar("reading again") as progress:
            report = read_again(store, wanted, progress=progress, stop=stop)
        _print_report(report)
        if report.not_read:
            rest = f"stopped before {report.not_read[0]}; {len(report.not_read)} not read."
            click.echo(f"{rest} Read again to go on, and to match.", err=True)
            click.get_current_context().exit(EXIT_INTERRUPTED)
        if report.changed or store.sources_to_link():
            click.echo(f"matched again: {match_again(store)}")
            say_changed(store)
    click.get_current_context().exit(_exit_code(report))


def _exit_code(report: RereadReport) -> int:
    if not report.failed:
        return EXIT_OK
    return EXIT_PARTIAL if report.changed or report.unchanged else EXIT_FAILED


def _print_report(report: RereadReport) -> None:
    read = len(report.changed) + len(report.unchanged)
    parts = [f"read {counted(read, 'article')} again", f"{len(report.changed)} changed"]
    for name in ("added", "altered", "gone"):
        if number := sum(getattr(one, name) for one in report.changed):
            parts.append(f"{counted(number, 'claim')} {name}")
    if report.failed:
        parts.append(f"{len(report.failed)} failed")
    click.echo(", ".join(parts))
    for failure in report.failed:
        print_error(failure.error)
    _print_displaced(report.displaced)


def _print_displaced(displaced: Sequence[Displaced]) -> None:
    from workbench.cli_output import describe_decision
    from workbench.decisions.belonging import quoted
    from workbench.visible import visible

    told = None
    for one in displaced:
        if one.decision != told:
            click.echo(f"decision: {describe_decision(one.decision)}")
        told = one.decision
        words = f"{one.claim.id} {quoted(one.claim.text)}"
        now = f"{one.now.id} {quoted(one.now.text)}" if one.now else "no claim"
        what = {
            "taken_over": f"now holds for {now}, which says the same in almost the same words",
            "read_otherwise": "is now read otherwise; the decision stays, look at it again",
            "gone": f"is gone, and the decision has it no more; there stands {now}",
        }[one.how]
        click.echo(f"  - {visible(words)}: {visible(what)}")

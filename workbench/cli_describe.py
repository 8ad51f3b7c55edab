"""Commands on articles as a whole that write to the log: taking one out, bringing it back, describing it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from workbench.cli_base import Session, counted, now, on_terminal, one_source, pass_session
from workbench.errors import EXIT_USAGE, UsageError

if TYPE_CHECKING:
    from workbench.models import Decision, Source
    from workbench.sourcing import Resting
    from workbench.store import Store

_NOTE = click.option("--note", metavar="TEXT", help="Why; kept in the log.")
_LISTED = 20
"""Decisions that are listed before an article is taken out; the others are counted."""


@click.command()
@click.argument("named", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--yes", is_flag=True, help="Do not ask.")
@_NOTE
@pass_session
def remove(session: Session, named: tuple[str, ...], yes: bool, note: str | None = None) -> None:
    """Take articles out: they give no claims any more; matches again.

    First lists the decisions that rest on their claims, and asks. Text, original and log stay, so that
    `workbench sources restore` and `workbench undo` give back everything. Importing an article again leaves
    it out. SOURCE is a file name or the beginning of an id.

    \b
    Examples:
      workbench sources remove s3f9a --note "satire"
      workbench sources remove first.txt second.txt --yes
    """
    from workbench import sourcing
    from workbench.decisions.describing import refuse_removed

    with session.open() as store:
        chosen = _chosen(store, named)
        for source in chosen:
            refuse_removed(source.file, store.corrections(source.id))
        _say_resting([sourcing.resting(store, source) for source in chosen])
        if not yes and not _agreed(counted(len(chosen), "article")):
            click.echo("nothing was changed")
            click.get_current_context().exit(EXIT_USAGE)
        act = sourcing.remove
        _say(store, [act(store, one, reviewer=session.reviewer, at=now(), note=note) for one in chosen])


@click.command()
@click.argument("named", metavar="SOURCE...", nargs=-1, required=True)
@_NOTE
@pass_session
def restore(session: Session, named: tuple[str, ...], note: str | None = None) -> None:
    """Bring removed articles back, with their claims and all that was decided on them; matches again.

    `workbench sources list --removed` names them. In the log it is the undo of the removal.

    \b
    Examples:
      workbench sources restore s3f9a
    """
    from workbench import sourcing

    with session.open() as store:
        chosen = _chosen(store, named)
        for source in chosen:
            sourcing.restore(store, source, reviewer=session.reviewer, at=now(), note=note)
        for source in chosen:
            click.echo(f"back: {_called(source)}, {counted(_claims(store, source), 'claim')}")
        _match(store)


@click.command("set")
@click.argument("source")
@click.option("--title", metavar="TEXT", help='Its title; "-" for none.')
@click.option("--publisher", metavar="NAME", help='Who published it; "-" for nobody known.')
@click.option("--author", metavar="NAME", help='Who wrote it; "-" for nobody known.')
@click.option("--published", metavar="DATE", help='2025-05-16, 2025-05, 2025, two with "/"; "-": unknown.')
@click.option("--language", metavar="CODE", help="The language that it is read in, such as tr or en.")
@_NOTE
@pass_session
def describe(session: Session, /, source: str, note: str | None = None, **given: str | None) -> None:
    """Say what is known of an article otherwise than its import told.

    It holds however often the article is read or imported again, and `workbench undo` gives back exactly
    what the import told. By another day or language its claims are read anew; decisions keep theirs where
    they still say the same.

    \b
    Examples:
      workbench sources set report.txt --published 2025-05-16
      workbench sources set s3f9a --title "Fire at the port" --publisher "Port Post"
      workbench sources set s3f9a --language en --note "an English wire with a Turkish headline"
    """
    from workbench import sourcing
    from workbench.cli_output import describe_decision
    from workbench.decisions.describing import FIELDS
    from workbench.reviewing import regroups

    fields = {name: text for name in FIELDS if (text := given[name]) is not None}
    if not fields:
        names = ", ".join(f"--{name}" for name in given)
        raise UsageError("Nothing is said of the article", source, f"give one of {names}")
    with session.open() as store:
        (article,) = _chosen(store, [source])
        entry = sourcing.describe(
            store, article, fields, reviewer=session.reviewer, at=now(), today=date.today(), note=note
        )
        click.echo(describe_decision(entry))
        _say_unread(store.source(article.id))
        if regroups(store, entry):
            click.echo(f"{counted(len(entry.claims), 'claim')} read otherwise")
            _match(store)


def _say_unread(source: Source) -> None:
    from workbench.languages.loader import LANGUAGES

    if source.language not in LANGUAGES:
        told = f"nothing reads {source.language} yet: its text is kept and found, and gives no claims"
        click.echo(told, err=True)


def _chosen(store: Store, named: Sequence[str]) -> list[Source]:
    """The articles that are meant, each once. Raises UsageError where a name is none's or several's."""
    known = store.sources(removed=True)
    ids = dict.fromkeys(one_source(known, name) for name in named)
    return [store.source(one) for one in ids]


def _called(source: Source) -> str:
    from workbench.visible import visible

    return visible(f"{source.file}: {source.title}" if source.title else source.file)


def _claims(store: Store, source: Source) -> int:
    return len(store.claims(source=source.id))


def _say_resting(found: Sequence[Resting]) -> None:
    """What goes with these articles, and what was decided on it."""
    from workbench.cli_output import describe_decision

    for one in found:
        line = f"{_called(one.source)}  {counted(one.claims, 'claim')}"
        if one.corrections:
            line += f", {counted(one.corrections, 'correction')} that would come back with it"
        click.echo(line)
    resting = {entry.id: entry for one in found for entry in one.decisions}
    if not resting:
        click.echo("no decisions rest on this")
        return
    number = "1 decision rests" if len(resting) == 1 else f"{len(resting)} decisions rest"
    click.echo(f"{number} on this; they stay in the log, without these claims:")
    for entry in list(resting.values())[-_LISTED:]:
        click.echo(f"  {describe_decision(entry)}")
    if len(resting) > _LISTED:
        click.echo(f"  and {len(resting) - _LISTED} earlier")


def _agreed(what: str) -> bool:
    if not on_terminal():
        raise UsageError("Not removed", "nobody is there to be asked", "give --yes")
    return click.confirm(f"Remove {what}?")


def _say(store: Store, entries: Sequence[Decision]) -> None:
    from workbench.cli_output import describe_decision

    for entry in entries:
        click.echo(describe_decision(entry))
    _match(store)


def _match(store: Store) -> None:
    from workbench.cli_output import match_again, say_changed

    click.echo(f"matched again: {match_again(store)}")
    say_changed(store)

"""The command that prints the log of decisions."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import click

from workbench.cli_base import DAY, Session, pass_session, stored_id
from workbench.errors import UsageError

if TYPE_CHECKING:
    from workbench.models import DecisionKind
    from workbench.store import LogFilter, LogRow, Store


@click.command()
@click.argument("words", nargs=-1)
@click.option("--reviewer", "reviewers", metavar="NAME", multiple=True, help="Only this reviewer's entries.")
@click.option("--kind", "kinds", metavar="KIND", multiple=True, help="Only this kind: accept, undo, ...")
@click.option("--since", type=DAY, metavar="DATE", help="Only from this ISO day on.")
@click.option("--until", type=DAY, metavar="DATE", help="Only up to this ISO day, it included.")
@click.option("--event", metavar="ID", help="Only on this event, or on claims that stand in it today.")
@click.option("--in-effect", is_flag=True, help="Leave out what is undone, and undos.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line instead.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV instead.")
@pass_session
def log(
    session: Session,
    words: tuple[str, ...] = (),
    reviewers: tuple[str, ...] = (),
    kinds: tuple[str, ...] = (),
    since: datetime | None = None,
    until: datetime | None = None,
    event: str | None = None,
    in_effect: bool = False,
    as_json: bool = False,
    as_csv: bool = False,
) -> None:
    """Print the decisions ever taken, in order.

    WORDS must all occur in the reviewer's name, the value, the note, the subject or the event. Options
    may be given together; --reviewer and --kind several times.

    \b
    Examples:
      workbench log
      workbench log --reviewer ayse --since 2025-05-01 --in-effect
      workbench log fire --kind accept --kind undo
      workbench log --json > log.jsonl
    """
    from workbench.store import LogFilter

    if as_json and as_csv:
        raise UsageError("One format at a time", "", "give --json or --csv")
    with session.open() as store:
        chosen = LogFilter(
            reviewers,
            _kinds(kinds),
            since.date().isoformat() if since else "",
            until.date().isoformat() if until else "",
            (stored_id(store, event, "events", "event", "`workbench events` lists them"),) if event else (),
            " ".join(words),
            in_effect,
        )
        if as_json or as_csv:
            _export(store, chosen, as_csv=as_csv)
        else:
            for row in store.log_entries(chosen):
                click.echo(_line(row))


def _kinds(named: Sequence[str]) -> tuple[DecisionKind, ...]:
    """The kinds of these names; words may stand for underscores. Raises UsageError where one is none."""
    from typing import get_args

    from workbench.models import DecisionKind

    known: dict[str, DecisionKind] = {kind: kind for kind in get_args(DecisionKind)}
    found = []
    for name in named:
        kind = known.get(name.strip().replace(" ", "_").replace("-", "_"))
        if kind is None:
            raise UsageError("No such kind of entry", name, f"choose of {', '.join(known)}")
        found.append(kind)
    return tuple(found)


def _line(row: LogRow) -> str:
    from workbench.cli_output import describe_decision
    from workbench.visible import visible

    line = describe_decision(row.decision)
    if row.undone is None:
        return line
    return f"{line}  ↶ undone by {visible(row.undone.reviewer)} at {row.undone.at[:19].replace('T', ' ')}"


def _export(store: Store, chosen: LogFilter, *, as_csv: bool) -> None:
    from workbench.exporting import export_log
    from workbench.records.writers import writer_named

    writer = writer_named("csv" if as_csv else "jsonl", "decisions")
    with store.standing_still():
        for piece in writer.write(export_log(store, chosen)):
            sys.stdout.buffer.write(piece)

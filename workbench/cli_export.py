"""The command that writes what the workbench holds to a file or prints it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli_base import Session, pass_session
from workbench.errors import UsageError

if TYPE_CHECKING:
    from workbench.store import EventFilter, EventState, Store

WHATS = ("claims", "events", "discrepancies")
FORMATS = ("jsonl", "csv", "markdown")
STATES: tuple[EventState, ...] = ("open", "reconciled")
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("what", type=click.Choice(WHATS))
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="jsonl",
    show_default=True,
    help="docs/formats.md describes each.",
)
@click.option("--event", "events", multiple=True, metavar="ID", help="Only of this event.")
@click.option("--text", default="", metavar="WORDS", help="Only of events with these words in their label.")
@click.option("--type", "types", multiple=True, metavar="TYPE", help="Only of events of this type.")
@click.option("--since", type=_DAY, metavar="DATE", help="Only of events on this ISO day or later.")
@click.option("--until", type=_DAY, metavar="DATE", help="Only of events on this ISO day or earlier.")
@click.option(
    "--state", type=click.Choice(STATES), help="Only of events on which something, or nothing, is open."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("-"),
    help="File to write, whole or not at all (default -: print it).",
)
@click.option("--force", is_flag=True, help="Also overwrite a file that is no earlier export.")
@pass_session
def export(
    session: Session,
    what: str,
    format_: str = "jsonl",
    events: tuple[str, ...] = (),
    text: str = "",
    types: tuple[str, ...] = (),
    since: datetime | None = None,
    until: datetime | None = None,
    state: EventState | None = None,
    out: Path = Path("-"),
    force: bool = False,
) -> None:
    """Write claims, events or discrepancies.

    The options choose events; of claims and discrepancies those are written that belong to them. Options may
    be given together; --event and --type several times. The beginning of an event's id is enough. An event
    without a date is in no period.

    An earlier export in the same file is replaced; any other file only with --force.

    \b
    Examples:
      workbench export claims --format jsonl --out claims.jsonl
      workbench export discrepancies --format markdown --event e3f9
      workbench export events --format csv --state reconciled --out events.csv
      workbench export events --type prisoner_exchange --since 2025-05-01 --until 2025-05-31
    """
    from workbench.exporting import export_rows
    from workbench.records.output import check_target, write_whole
    from workbench.records.rows import as_what
    from workbench.records.writers import WRITERS
    from workbench.store import EventFilter

    kind, writer = as_what(what), WRITERS[format_]
    chosen = EventFilter(events, text, types, since and since.date(), until and until.date(), state)
    with session.open() as store, store.standing_still():
        _refuse_unknown(store, chosen)
        pieces = writer.write(export_rows(store, kind, events=chosen), kind)
        if out == Path("-"):
            for piece in pieces:
                sys.stdout.buffer.write(piece.encode())
            return
        check_target(out, writer.signature(kind), force=force)
        write_whole(out, pieces)


def _refuse_unknown(store: Store, chosen: EventFilter) -> None:
    """Raise UsageError where an event or a type is named that is not there: its export would be empty."""
    for event in chosen.events:
        if not store.ids_beginning("events", event, limit=1):
            raise UsageError("No such event", event, "`workbench events` lists them")
    _refuse_others(chosen.event_types, store.event_types() if chosen.event_types else ())


def _refuse_others(named: Sequence[str], known: Sequence[str]) -> None:
    for name in named:
        if name not in known:
            some = f"there are {', '.join(known)}" if known else "there are no events yet"
            raise UsageError("No event is of this type", name, some)

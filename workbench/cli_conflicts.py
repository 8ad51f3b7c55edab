"""The command that lists what differs, for a reader and for a script."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

import click

from workbench.cli_base import Session, pass_session, source_ids
from workbench.errors import EXIT_PARTIAL, UsageError
from workbench.models import Attribute, Severity, Status, Verdict

if TYPE_CHECKING:
    from workbench.store import QueueFilter, QueueRow, Store

_Command = Callable[..., None]
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
"""The most severe first."""
USUAL: tuple[Verdict, ...] = ("conflict", "tension")
"""What is listed where no verdict is asked for."""
WAITING: tuple[Status, ...] = ("open", "reopened")
_OPTIONS = {
    "statuses": "--status",
    "severities": "--severity",
    "attributes": "--kind",
    "verdicts": "--verdict",
    "events": "--event",
    "sources": "--source",
    "text": "--text",
    "disputed": "--disagreements",
}
"""The options that fill each part of a `QueueFilter`."""


def _choices(option: str, name: str, of: object, about: str) -> Callable[[_Command], _Command]:
    return click.option(option, name, multiple=True, type=click.Choice(get_args(of)), help=about)


@click.command()
@click.option("--event", "events", multiple=True, metavar="ID", help="Of this event.")
@_choices("--kind", "attributes", Attribute, "Of this attribute.")
@_choices("--verdict", "verdicts", Verdict, "What the machine thinks of it.")
@_choices("--severity", "severities", Severity, "As severe as this.")
@_choices("--status", "statuses", Status, "Where it stands.")
@click.option("--source", "sources", multiple=True, metavar="FILE|ID", help="With a value of this article.")
@click.option("--text", default="", metavar="WORDS", help="With these words in event, value or passage.")
@click.option(
    "--disagreements", is_flag=True, help="On which reviewers disagree, with what each of them decided."
)
@click.option("--all", "with_superseded", is_flag=True, help="Also figures that a later one replaced.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line instead.")
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    help="Exit code 1 where an open one, at least so severe, is listed.",
)
@pass_session
def conflicts(
    session: Session,
    /,
    with_superseded: bool = False,
    disagreements: bool = False,
    as_json: bool = False,
    fail_on: Severity | None = None,
    **chosen: Any,
) -> None:
    """Print the table of conflicts and tensions, the most pressing first.

    What every option allows is listed; an option given several times allows each. The beginning of an id is
    enough. Figures that a later one replaced are left out unless --all or --verdict superseded asks for them.
    --disagreements lists those on which reviewers who did not know of each other decided otherwise, also of
    superseded figures; any further decision settles it.

    --json prints what `workbench export discrepancies` writes (docs/formats.md). Exit code 1 only with
    --fail-on: something listed is open or reopened and at least so severe. 2: an article or event is unknown.

    \b
    Examples:
      workbench conflicts
      workbench conflicts --kind count --severity high --status open
      workbench conflicts --event e3f9 --source report.txt --all
      workbench conflicts --disagreements
      workbench conflicts --text "prisoner exchange" --json
      workbench conflicts --fail-on high
    """
    from workbench.cli_output import print_disagreements

    with session.open() as store:
        given = {"disputed": ("yes",) if disagreements else ()}
        filter_ = _filter(store, chosen | given, with_superseded=with_superseded or disagreements)
        rows = _listed(store, filter_)
        if as_json:
            _print_json(store, filter_)
        else:
            _print_table(store, rows, filter_)
            if disagreements:
                print_disagreements(store, rows)
    if _fails(rows, fail_on):
        click.get_current_context().exit(EXIT_PARTIAL)


def _filter(store: Store, chosen: Mapping[str, Any], *, with_superseded: bool) -> QueueFilter:
    """The filter of these options. Raises UsageError where no event or source begins as one says."""
    from workbench.store import QueueFilter

    given = QueueFilter(**chosen)
    for event in given.events:
        if not any(one.id.startswith(event) for one in store.events()):
            raise UsageError("No such event", event, "`workbench export events` lists the events")
    known = store.sources() if given.sources else []
    given = replace(given, sources=tuple(one for named in given.sources for one in source_ids(known, named)))
    if not given.verdicts and not with_superseded:
        given = replace(given, verdicts=USUAL)
    return given


def _listed(store: Store, chosen: QueueFilter) -> list[QueueRow]:
    from workbench.pipeline import wake_deferred

    wake_deferred(store, date.today())
    ids = store.queue_ids(chosen)
    rows = store.queue_rows(ids)
    return [rows[one] for one in ids]


def _print_json(store: Store, chosen: QueueFilter) -> None:
    from workbench.exporting import export_rows
    from workbench.records.formats.jsonl import line

    for row in export_rows(store, "discrepancies", chosen=chosen):
        click.echo(line(row), nl=False)


def _print_table(store: Store, rows: list[QueueRow], chosen: QueueFilter) -> None:
    from workbench.cli_output import print_conflicts

    print_conflicts(store, rows)
    if not rows and store.queue_ids():
        click.echo(_nothing(store, chosen))


def _nothing(store: Store, chosen: QueueFilter) -> str:
    """Which options alone leave nothing, in words."""
    given = [one.name for one in fields(chosen) if getattr(chosen, one.name)]
    usual = replace(
        chosen, statuses=(), severities=(), attributes=(), events=(), sources=(), text="", disputed=()
    )
    if chosen.verdicts == USUAL:
        given.remove("verdicts")
        if not store.queue_ids(usual):
            return "all of them are superseded: --all lists them"
    alone = [name for name in given if not store.queue_ids(replace(usual, **{name: getattr(chosen, name)}))]
    if not alone:
        return f"nothing matches {' and '.join(_OPTIONS[name] for name in given)} together"
    return f"nothing matches {' or '.join(_OPTIONS[name] for name in alone)}"


def _fails(rows: Iterable[QueueRow], fail_on: Severity | None) -> bool:
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on else ()
    return any(row.status in WAITING and row.severity in failing for row in rows)

"""The command that shows records under a policy, and what another policy would make of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from workbench.cli_base import Session, pass_session
from workbench.cli_choosing import event_options, events_of, policy_in_force, policy_option
from workbench.errors import UsageError

if TYPE_CHECKING:
    from workbench.decisions.policies import Policy
    from workbench.records.rows import Row
    from workbench.store import EventFilter, Store


@click.command()
@policy_option("--policy", about="Choose values where nobody decided (default: the setting, else nothing).")
@policy_option("--compare", about="Show only what this policy would make otherwise.")
@event_options
@click.option("--open", "only_open", is_flag=True, help="Only attributes on which something is open.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line instead.")
@click.option("--policies", "listed", is_flag=True, help="List the policies, and where their rules are from.")
@pass_session
def reconcile(
    session: Session,
    /,
    policy: str | None = None,
    compare: str | None = None,
    only_open: bool = False,
    as_json: bool = False,
    listed: bool = False,
    **filters: Any,
) -> None:
    """Show what holds of each attribute of events, by whom or by which rule.

    For each: best value, low and high, claims and independent origins for and against it, and what remains
    open. Where nobody decided, --policy chooses by a rule; a reviewer's decision always stands above it, and
    nothing is written to the log. --compare shows attribute by attribute where another policy differs.

    --json prints what `workbench export attributes` writes, or with --compare an object for each attribute
    that differs (docs/formats.md).

    \b
    Examples:
      workbench reconcile --policies
      workbench reconcile --event e3f9
      workbench reconcile --policy conservative --type attack --open
      workbench reconcile --policy range --compare official-first --since 2025-05-01
      workbench reconcile --policy ./newsroom.toml --compare latest --json
    """
    if listed:
        _list()
        return
    if compare and only_open:
        raise UsageError("Only one at a time", "--compare and --open", "leave one out")
    first = policy_in_force(session, policy)
    second = policy_in_force(session, compare) if compare else None
    with session.open() as store:
        chosen = events_of(store, **filters)
        with store.standing_still():
            if second:
                _compare(store, chosen, (first, second), as_json=as_json)
            else:
                _show(store, chosen, first, only_open=only_open, as_json=as_json)


def _list() -> None:
    from workbench.cli_records import print_policies
    from workbench.decisions.policies import built_in

    print_policies(list(built_in().values()))


def _show(store: Store, chosen: EventFilter, policy: Policy, *, only_open: bool, as_json: bool) -> None:
    from workbench.exporting import Choice, export

    rows = export(store, Choice("attributes", chosen, policy=policy)).rows
    kept = (row for row in rows if row["open"] or not only_open)
    if as_json:
        _print_lines(kept)
        return
    from workbench.cli_records import print_records

    print_records(list(kept), policy.name)


def _compare(store: Store, chosen: EventFilter, policies: tuple[Policy, Policy], *, as_json: bool) -> None:
    from workbench.exporting.comparing import Compared

    compared = Compared()
    found = compared.differing(store, chosen, policies, date.today())
    if as_json:
        _print_lines(one.row() for one in found)
        return
    from workbench.cli_records import print_differing

    print_differing(list(found), compared, policies)


def _print_lines(rows: Iterable[Row]) -> None:
    from workbench.records.formats.jsonl import line

    for row in rows:
        click.echo(line(row), nl=False)

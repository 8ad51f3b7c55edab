"""Commands on what has become of reviewed events: which have changed, and letting a decision stand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from workbench.cli_base import Session, counted, full_id, now, pass_session
from workbench.cli_decide import carry_out

if TYPE_CHECKING:
    from workbench.reviewing import Told


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line instead.")
@pass_session
def changed(session: Session, as_json: bool = False) -> None:
    """List the decisions whose event has changed since.

    A later import, another matching or a new reading of an article may bring claims to a reviewed event, take
    some away or give a claim another value. Nothing of it overrules the decision: it is listed here until
    somebody decides anew on the event, or lets the decision stand (`workbench keep`).

    \b
    Examples:
      workbench changed
      workbench changed --json
    """
    from workbench.reviewing import changed as read_changes

    with session.open() as store:
        found = read_changes(store)
    for told in found:
        if as_json:
            click.echo(json.dumps(_row(told), ensure_ascii=False))
        else:
            _print(told)
    if not as_json:
        click.echo(f"{counted(len(found), 'decision')} to look at again" if found else "nothing has changed")


@click.command()
@click.argument("decisions", metavar="ID...", nargs=-1, required=True)
@click.option("--note", metavar="TEXT", help="Why; kept in the log.")
@pass_session
def keep(session: Session, decisions: tuple[str, ...], note: str | None = None) -> None:
    """Let decisions stand though their event has changed.

    Each ID is a decision's, or an event's for all of its decisions, as `workbench changed` prints them. The
    decision then counts as taken on what is there now: its difference is closed again, and it is
    listed no more.

    \b
    Examples:
      workbench keep k3bc917
      workbench keep e5d1f --note "the new article copies the first"
    """
    from workbench.reviewing import changed as read_changes
    from workbench.reviewing import keep as entry_for

    with session.open() as store:
        found = read_changes(store)
        known = [key for told in found for key in (told.change.decision.id, *told.change.events)]
        hint = "`workbench changed` lists what has changed"
        wanted = {full_id(given, dict.fromkeys(known), "change", hint) for given in decisions}
        for told in found:
            if not wanted.isdisjoint((told.change.decision.id, *told.change.events)):
                entry = entry_for(store, told.change, reviewer=session.reviewer, at=now(), note=note)
                carry_out(store, entry)


def _print(told: Told) -> None:
    from workbench.cli_output import describe_decision
    from workbench.visible import visible

    events = ", ".join(told.change.events)
    click.echo(f"{visible(told.label) or 'no event any more'}  {events}".rstrip())
    click.echo(f"  {describe_decision(told.change.decision)}")
    for sentence in told.sentences:
        click.echo(f"  - {visible(sentence)}")
    click.echo()


def _row(told: Told) -> dict[str, Any]:
    change = told.change
    return {
        "decision": change.decision.id,
        "kind": change.decision.kind,
        "reviewer": change.decision.reviewer,
        "at": change.decision.at,
        "event_label": told.label or None,
        "events": list(change.events),
        "discrepancy": change.decision.discrepancy or None,
        "joined": list(change.joined),
        "left": list(change.left),
        "gone": list(change.gone),
        "unseen": [{"claim": value.claim, "label": value.label} for value in change.unseen],
        "lost": change.lost,
        "what": list(told.sentences),
    }

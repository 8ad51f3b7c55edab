"""Commands that write to the log of decisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from workbench.cli_base import Session, counted, full_id, now, pass_session
from workbench.errors import UsageError

if TYPE_CHECKING:
    from workbench.models import Decision, Discrepancy
    from workbench.store import Store


@click.command()
@click.argument("discrepancy", metavar="ID")
@click.option("--accept", type=int, metavar="N", help="Accept value N as `workbench show` numbers them.")
@click.option("--enter", metavar="VALUE", help='Enter another value: "1000", "390-400", "2025-05-16".')
@click.option("--dismiss", is_flag=True, help="Not a conflict.")
@click.option("--different-events", is_flag=True, help="The claims speak of different events; matches again.")
@click.option("--same-event", is_flag=True, help="The claims do speak of one event; settles no value.")
@click.option("--defer", metavar="DATE", help="Look at it again from this ISO date on.")
@click.option("--note", metavar="TEXT", help="A note; alone, or with any of the others.")
@pass_session
def decide(
    session: Session,
    discrepancy: str,
    accept: int | None,
    enter: str | None,
    dismiss: bool,
    different_events: bool,
    same_event: bool,
    defer: str | None,
    note: str | None,
) -> None:
    """Decide a discrepancy.

    The beginning of its id is enough; `workbench conflicts` prints it.

    \b
    Examples:
      workbench decide 3f9a --accept 1
      workbench decide 3f9a --enter 390-400 --note "two lists, both published"
      workbench decide 3f9a --defer 2026-09-01
    """
    chosen = {"accept": accept, "enter": enter, "defer": defer}
    chosen |= {"dismiss": dismiss or None, "different_events": different_events or None}
    chosen |= {"same_event": same_event or None}
    given = {kind: value for kind, value in chosen.items() if value is not None}
    if len(given) > 1 or not (given or note):
        names = "--accept, --enter, --dismiss, --different-events, --same-event, --defer"
        raise UsageError("One decision at a time", "", f"give one of {names}, or only --note")
    with session.open() as store:
        one = store.discrepancy(full_id(discrepancy, store.queue_ids(), "discrepancy"))
        kind, value = next(iter(given.items()), ("note", note))
        carry_out(store, _decision(session, one, kind, value, note))


def _decision(
    session: Session, one: Discrepancy, kind: str, value: int | str | bool | None, note: str | None
) -> Decision:
    from workbench.decisions import verdicts

    reviewer, at = session.reviewer, now()
    if kind == "accept":
        return verdicts.accept(one, int(value or 0), reviewer=reviewer, at=at, note=note)
    if kind == "enter":
        return verdicts.enter(one, str(value), reviewer=reviewer, at=at, note=note)
    if kind == "defer":
        return verdicts.defer(one, str(value), reviewer=reviewer, at=at, note=note)
    if kind == "dismiss":
        return verdicts.dismiss(one, reviewer=reviewer, at=at, note=note)
    if kind == "different_events":
        return verdicts.different_events(one, reviewer=reviewer, at=at, note=note)
    if kind == "same_event":
        return verdicts.same_event(one, reviewer=reviewer, at=at, note=note)
    return verdicts.note(one, note or "", reviewer=reviewer, at=at)


def carry_out(store: Store, decision: Decision) -> None:
    """Writes a decision, matches again where it asks for that, and says what became of it."""
    from workbench.cli_output import describe_decision, match_again, say_changed
    from workbench.decisions.log import changes_matching
    from workbench.reviewing import decide as write_decision

    statuses = write_decision(store, decision)
    click.echo(describe_decision(decision))
    matched_again = changes_matching(decision, store.decisions())
    if matched_again:
        click.echo(f"matched again: {match_again(store)}")
    row = store.queue_rows([decision.discrepancy]).get(decision.discrepancy)
    if not decision.discrepancy:
        _say_events(store, decision)
    elif row:
        click.echo(f"now {row.status}")
    elif matched_again:
        click.echo("now gone: its claims stand in different events")
    else:
        # Matching has given its difference another id since, or several differences are what it was.
        for key, status in statuses.items():
            click.echo(f"now {status}  {key}")
    if matched_again:
        say_changed(store)


def _say_events(store: Store, decision: Decision) -> None:
    """The events in which the decision's claims stand now."""
    from workbench.visible import visible

    for event in store.events_of_claims(decision.claims):
        click.echo(f"now {event.id}  {counted(len(event.claims), 'claim')}  {visible(event.label)}")


@click.command()
@click.argument("decision", metavar="[DECISION]", required=False)
@pass_session
def undo(session: Session, decision: str | None = None) -> None:
    """Take back your last decision, or the one that is named.

    The log keeps both: undo is another entry. `workbench log` prints the ids of decisions; an undo may be
    undone, and one named by its id may be another reviewer's.

    \b
    Examples:
      workbench undo
      workbench --reviewer ayse undo
      workbench undo k3bc917
    """
    from workbench.decisions.log import last_undoable
    from workbench.decisions.verdicts import undo as undo_entry

    with session.open() as store:
        log = store.decisions()
        last = _named(log, decision) if decision else last_undoable(log, session.reviewer)
        if last is None:
            raise UsageError("Nothing to undo", f"no decision by {session.reviewer} is in force")
        carry_out(store, undo_entry(last, log, reviewer=session.reviewer, at=now()))


def _named(log: Sequence[Decision], beginning: str) -> Decision:
    by_id = {one.id: one for one in log}
    return by_id[full_id(beginning, by_id, "decision", "`workbench log` lists the decisions")]

"""Commands that write to the log of decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbench.cli_base import Session, counted, full_id, now, pass_session, stored_id
from workbench.errors import UsageError

if TYPE_CHECKING:
    from workbench.models import Decision, Discrepancy
    from workbench.store import Store


@click.command()
@click.argument("discrepancy", metavar="ID")
@click.option("--accept", type=int, metavar="N", help="Accept value N as `workbench show` numbers them.")
@click.option("--enter", metavar="VALUE", help='Enter another value: "1000", "390-400", "2025-05-16".')
@click.option(
    "--range",
    "given_range",
    metavar="LOW[/BEST]/HIGH",
    help='A range, with its likeliest value: "390/400", "390/395/400", "2025-05-16/2025-05-18".',
)
@click.option("--superseded-by", type=int, metavar="N", help="Value N has replaced the others.")
@click.option("--unsettled", is_flag=True, help="It cannot be settled: the values stay, none is best.")
@click.option("--dismiss", is_flag=True, help="Not a conflict.")
@click.option("--different-events", is_flag=True, help="The claims speak of different events; matches again.")
@click.option("--same-event", is_flag=True, help="The claims do speak of one event; settles no value.")
@click.option("--defer", metavar="DATE", help="Look at it again from this ISO date on.")
@click.option("--assign", metavar="NAME", help='Whose task it is; "" takes it from whom it was given to.')
@click.option("--note", metavar="TEXT", help="A note; alone, or with any of the others.")
@pass_session
def decide(
    session: Session,
    discrepancy: str,
    accept: int | None,
    enter: str | None,
    given_range: str | None,
    superseded_by: int | None,
    unsettled: bool,
    dismiss: bool,
    different_events: bool,
    same_event: bool,
    defer: str | None,
    assign: str | None,
    note: str | None,
) -> None:
    """Decide a discrepancy.

    The beginning of its id is enough; `workbench conflicts` prints it.

    \b
    Examples:
      workbench decide 3f9a --accept 1
      workbench decide 3f9a --enter 390 --note "counted by hand"
      workbench decide 3f9a --range 390/395/400 --note "two lists, both published"
      workbench decide 3f9a --superseded-by 2
      workbench decide 3f9a --assign zeynep
      workbench decide 3f9a --defer 2026-09-01
    """
    chosen = {"accept": accept, "enter": enter, "range": given_range, "superseded_by": superseded_by}
    chosen |= {"unsettled": unsettled or None, "dismiss": dismiss or None}
    chosen |= {"different_events": different_events or None, "same_event": same_event or None}
    chosen |= {"defer": defer, "assign": assign}
    given = {kind: value for kind, value in chosen.items() if value is not None}
    if len(given) > 1 or not (given or note):
        names = ", ".join(f"--{kind.replace('_', '-')}" for kind in chosen)
        raise UsageError("One decision at a time", "", f"give one of {names}, or only --note")
    with session.open() as store:
        one = store.discrepancy(full_id(discrepancy, store.queue_ids(), "discrepancy"))
        kind, value = next(iter(given.items()), ("note", note))
        carry_out(store, _decision(session, one, kind, value, note))


def _decision(
    session: Session, one: Discrepancy, kind: str, value: int | str | bool | None, note: str | None
) -> Decision:
    from workbench.decisions import verdicts
    from workbench.decisions.entering import range_parts

    reviewer, at = session.reviewer, now()
    match kind:
        case "accept":
            return verdicts.accept(one, int(value or 0), reviewer=reviewer, at=at, note=note)
        case "superseded_by":
            return verdicts.supersede(one, int(value or 0), reviewer=reviewer, at=at, note=note)
        case "enter":
            return verdicts.enter(one, str(value), reviewer=reviewer, at=at, note=note)
        case "range":
            low, best, high = range_parts(str(value))
            return verdicts.give_range(one, low, high, best=best, reviewer=reviewer, at=at, note=note)
        case "unsettled":
            return verdicts.unsettled(one, reviewer=reviewer, at=at, note=note)
        case "defer":
            return verdicts.defer(one, str(value), reviewer=reviewer, at=at, note=note)
        case "dismiss":
            return verdicts.dismiss(one, reviewer=reviewer, at=at, note=note)
        case "different_events":
            return verdicts.different_events(one, reviewer=reviewer, at=at, note=note)
        case "same_event":
            return verdicts.same_event(one, reviewer=reviewer, at=at, note=note)
        case "assign":
            return verdicts.assign(one, str(value), reviewer=reviewer, at=at, note=note)
        case _:
            return verdicts.note(one, note or "", reviewer=reviewer, at=at)


def carry_out(store: Store, decision: Decision) -> None:
    """Writes a decision, matches again where it asks for that, and says what became of it."""
    from workbench.cli_output import describe_decision, match_again, say_changed
    from workbench.reviewing import decide as write_decision
    from workbench.reviewing import regroups

    statuses = write_decision(store, decision)
    click.echo(describe_decision(decision))
    matched_again = regroups(store, decision)
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
    undone, and one named by its id may be another reviewer's. What later decisions rest on is not taken
    back; they are listed.

    \b
    Examples:
      workbench undo
      workbench --reviewer ayse undo
      workbench undo k3bc917
    """
    from workbench.reviewing import last_taken, taking_back

    with session.open() as store:
        last = _named(store, decision) if decision else last_taken(store, session.reviewer)
        if last is None:
            raise UsageError("Nothing to undo", f"no decision by {session.reviewer} is in force")
        carry_out(store, taking_back(store, last, reviewer=session.reviewer, at=now()))


def _named(store: Store, beginning: str) -> Decision | None:
    hint = "`workbench log` lists the decisions"
    return store.decision(stored_id(store, beginning, "decisions", "decision", hint))

"""Commands that say which claims tell of one event, and which event is a stage: above the matcher."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbench.cli_base import Session, now, pass_session, stored_id
from workbench.cli_decide import carry_out
from workbench.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.models import Claim, Event
    from workbench.store import Store

_NOTE = click.option("--note", metavar="TEXT", help="Why; kept in the log.")


@click.command()
@click.argument("first", metavar="CLAIM")
@click.argument("second", metavar="CLAIM")
@_NOTE
@pass_session
def same(session: Session, first: str, second: str, note: str | None = None) -> None:
    """Say that two claims tell of one event; matches again.

    They stand in one event from then on, whatever is imported. Refused where an earlier decision says the
    opposite, also by way of other claims: the refusal names every decision in between.

    \b
    Examples:
      workbench same c71c0e2 c9ab41f
      workbench same c71c0e2 c9ab41f --note "one round, two dates"
    """
    from workbench.decisions import belonging

    with session.open() as store:
        claims = _claims(store, (first, second))
        events = store.events_of_claims(claim.id for claim in claims)
        carry_out(store, belonging.same(claims, events, reviewer=session.reviewer, at=now(), note=note))


@click.command()
@click.argument("first", metavar="CLAIM")
@click.argument("second", metavar="CLAIM")
@_NOTE
@pass_session
def different(session: Session, first: str, second: str, note: str | None = None) -> None:
    """Say that two claims tell of different events; matches again.

    They never stand in one event from then on. Refused where an earlier decision says the opposite.

    \b
    Examples:
      workbench different c71c0e2 c9ab41f
    """
    from workbench.decisions import belonging

    with session.open() as store:
        one, other = _claims(store, (first, second))
        events = store.events_of_claims((one.id, other.id))
        carry_out(
            store, belonging.different(one, other, events, reviewer=session.reviewer, at=now(), note=note)
        )


@click.command()
@click.argument("first", metavar="EVENT")
@click.argument("second", metavar="EVENT")
@_NOTE
@pass_session
def merge(session: Session, first: str, second: str, note: str | None = None) -> None:
    """Say that two events are one; matches again.

    All their claims stay together from then on.

    \b
    Examples:
      workbench merge e5d1f e9c02
    """
    from workbench.decisions import belonging

    with session.open() as store:
        one, other = _event(store, first), _event(store, second)
        carry_out(store, belonging.merge(one, other, reviewer=session.reviewer, at=now(), note=note))


@click.command()
@click.argument("event", metavar="EVENT")
@click.argument("claims", metavar="CLAIM...", nargs=-1, required=True)
@_NOTE
@pass_session
def split(session: Session, event: str, claims: tuple[str, ...], note: str | None = None) -> None:
    """Say that some claims of an event tell of another one; matches again.

    Each of them is kept apart from every other claim of the event. `workbench event EVENT` lists the claims.

    \b
    Examples:
      workbench split e5d1f c71c0e2 c9ab41f
    """
    from workbench.decisions import belonging

    with session.open() as store:
        whole = _event(store, event)
        leaving = [claim.id for claim in _claims(store, claims)]
        carry_out(store, belonging.split(whole, leaving, reviewer=session.reviewer, at=now(), note=note))


@click.command()
@click.argument("event", metavar="EVENT")
@click.argument("parent", metavar="[PARENT]", required=False)
@click.option("--none", "alone", is_flag=True, help="It is a stage of no other event.")
@_NOTE
@pass_session
def stage(
    session: Session, event: str, parent: str | None = None, alone: bool = False, note: str | None = None
) -> None:
    """Say that an event is a stage of a larger one, or of none; matches again.

    It stays so from then on, whatever the matcher finds. Refused where the larger event was said to be a
    stage of this one.

    \b
    Examples:
      workbench stage e5d1f e9c02
      workbench stage e5d1f --none --note "another round"
    """
    from workbench.decisions import parents

    if alone == bool(parent):
        raise UsageError("Of which event is it a stage?", "", "Name the larger event, or give --none.")
    with session.open() as store:
        one = _event(store, event)
        whole = _event(store, parent) if parent else None
        carry_out(store, parents.stage(one, whole, reviewer=session.reviewer, at=now(), note=note))


def _claims(store: Store, given: Sequence[str]) -> list[Claim]:
    hint = "`workbench event` and `workbench search` print claims with their ids"
    ids = [stored_id(store, one, "claims", "claim", hint) for one in given]
    found = store.claims_by_id(ids)
    return [found[one] for one in ids]


def _event(store: Store, given: str) -> Event:
    return store.event(stored_id(store, given, "events", "event", "`workbench events` lists the events"))

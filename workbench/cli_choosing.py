"""Options that choose events, and the policy by which values of theirs are chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from workbench.cli_base import DAY, Session
from workbench.errors import UsageError

if TYPE_CHECKING:
    from workbench.decisions.policies import Policy
    from workbench.store import EventFilter, EventState, Store

_Command = Callable[..., None]
STATES: tuple[EventState, ...] = ("open", "reconciled")
_EVENTS = (
    click.option("--event", "events", multiple=True, metavar="ID", help="Only of this event."),
    click.option(
        "--text", default="", metavar="WORDS", help="Only of events with these words in their label."
    ),
    click.option("--type", "types", multiple=True, metavar="TYPE", help="Only of events of this type."),
    click.option("--since", type=DAY, metavar="DATE", help="Only of events on this ISO day or later."),
    click.option("--until", type=DAY, metavar="DATE", help="Only of events on this ISO day or earlier."),
    click.option(
        "--state", type=click.Choice(STATES), help="Only of events on which something, or nothing, is open."
    ),
)


def event_options(command: _Command) -> _Command:
    """The options that choose events; the command hands what it is given for them to `events_of`."""
    for option in reversed(_EVENTS):
        command = option(command)
    return command


def events_of(
    store: Store,
    *,
    events: tuple[str, ...] = (),
    text: str = "",
    types: tuple[str, ...] = (),
    since: Any = None,
    until: Any = None,
    state: EventState | None = None,
) -> EventFilter:
    """The filter of these options.

    Raises UsageError where an event or a type is named that is not there: nothing would be chosen.
    """
    from workbench.store import EventFilter

    chosen = EventFilter(events, text, types, since and since.date(), until and until.date(), state)
    for event in chosen.events:
        if not store.ids_beginning("events", event, limit=1):
            raise UsageError("No such event", event, "`workbench events` lists them")
    _refuse_others(chosen.event_types, store.event_types() if chosen.event_types else ())
    return chosen


def _refuse_others(named: Sequence[str], known: Sequence[str]) -> None:
    for name in named:
        if name not in known:
            some = f"there are {', '.join(known)}" if known else "there are no events yet"
            raise UsageError("No event is of this type", name, some)


def _complete_policies(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    from workbench.decisions.policies import built_in

    return [name for name in built_in() if name.startswith(begun)]


def policy_option(*names: str, about: str) -> Callable[[_Command], _Command]:
    """An option that names a policy, or the file of one."""
    return click.option(*names, metavar="NAME|FILE", shell_complete=_complete_policies, help=about)


def policy_in_force(session: Session, named: str | None) -> Policy:
    """The policy of the option, else of the settings, else the one that chooses nothing.

    Raises UsageError where there is none of that name, or its file is malformed.
    """
    from workbench.decisions.policies import REVIEWED_ONLY, load_policy

    setting = session.settings.policy if session.settings else None
    return load_policy(named or setting or REVIEWED_ONLY)

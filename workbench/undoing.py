"""Taking entries of the log back, one or several: what that would do, and doing it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from workbench.decisions import verdicts
from workbench.decisions.log import statuses
from workbench.decisions.resting import GroundGoneError, RestedOnError
from workbench.errors import WorkbenchError
from workbench.models import Decision, Status
from workbench.reviewing import decide, regroups, taking_back
from workbench.store import Store


@dataclass(frozen=True, slots=True)
class Refused:
    """An entry that cannot be taken back, and why; `because` are the entries that stand against it."""

    entry: Decision
    reason: WorkbenchError
    because: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What taking entries back would do, newest first; nothing is written yet.

    `changes` has the discrepancies whose status would become another one, with both. `matches`: claims
    would be matched again.
    """

    steps: tuple[Decision, ...] = ()
    refused: tuple[Refused, ...] = ()
    changes: tuple[tuple[str, Status, Status], ...] = ()
    matches: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken back, newest first, and the error that ended it, if one did."""

    entries: tuple[Decision, ...]
    matches: bool
    error: WorkbenchError | None = None


def plan(store: Store, entries: Sequence[Decision], *, reviewer: str, at: str, today: date) -> Plan:
    """What taking these entries back, given newest first, would do on the day `today`.

    What rests on one of them is no obstacle where it is one of those taken back before it.
    """
    steps: list[Decision] = []
    refused: list[Refused] = []
    for entry in entries:
        gone = {step.id for step in steps}
        try:
            taking_back(store, entry, reviewer=reviewer, at=at)
        except RestedOnError as error:
            left = tuple(one for one in error.entries if one.id not in gone)
            if left:
                refused.append(Refused(entry, error, left))
                continue
        except GroundGoneError as error:
            refused.append(Refused(entry, error, error.entries))
            continue
        except WorkbenchError as error:
            refused.append(Refused(entry, error))
            continue
        steps.append(entry)
    changes = _changes(store, steps, reviewer=reviewer, at=at, today=today)
    return Plan(tuple(steps), tuple(refused), changes, any(regroups(store, step) for step in steps))


def take_back(
    store: Store,
    entries: Iterable[Decision],
    *,
    reviewer: str,
    now: Callable[[], str],
    today: date,
    note: str | None = None,
) -> Taken:
    """Takes these entries back in the order given, newest first; those before an error stay taken back."""
    done: list[Decision] = []
    matches = False
    for entry in entries:
        try:
            undone = taking_back(store, entry, reviewer=reviewer, at=now(), note=note)
            decide(store, undone, today=today)
        except WorkbenchError as error:
            return Taken(tuple(done), matches, error)
        done.append(entry)
        matches = matches or regroups(store, entry)
    return Taken(tuple(done), matches)


def _changes(
    store: Store, steps: Sequence[Decision], *, reviewer: str, at: str, today: date
) -> tuple[tuple[str, Status, Status], ...]:
    touched = {one.id: one for step in steps for one in store.discrepancies_about(step)}
    found = list(touched.values())
    log = store.decisions_about(found)
    before = statuses(log, found, today=today)
    after = statuses([*log, *_undos(steps, reviewer, at)], found, today=today)
    return tuple((key, before[key], after[key]) for key in touched if before[key] != after[key])


def _undos(steps: Sequence[Decision], reviewer: str, at: str) -> list[Decision]:
    """The undos as they would stand in the log."""
    made = [verdicts.undo(step, [step], reviewer=reviewer, at=at) for step in steps]
    return [replace(undo, id=f"{undo.id}-{number}") for number, undo in enumerate(made)]

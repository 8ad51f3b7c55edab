"""What an export is made of: the objects that are chosen, read in pages, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from workbench import __version__
from workbench.decisions.policies import REVIEWED_ONLY
from workbench.errors import WorkbenchError
from workbench.exporting.choices import PAGE, Choice
from workbench.exporting.dossiers import dossiers, records
from workbench.exporting.lines import Lines, Names, Work
from workbench.exporting.tables import (
    attribute_table,
    claim_rows,
    claim_table,
    decision_table,
    discrepancy_table,
    log_table,
)
from workbench.records.dossier import Dossier
from workbench.records.output import check_target, write_whole
from workbench.records.rows import POLICED, Row, What, event_row
from workbench.records.seals import mark, sealed
from workbench.records.writers import writer_named
from workbench.records.writing import Export, Made, Settings, Table
from workbench.store import EventFilter, LogFilter, QueueFilter, Store

__all__ = [
    "PAGE",
    "BrokenOffError",
    "Choice",
    "Export",
    "export",
    "export_log",
    "export_rows",
    "write_export",
]

Item = TypeVar("Item")
_FURTHER: tuple[What, ...] = ("attributes", "claims", "discrepancies", "decisions")
"""What belongs to events, in the order of a workbook's sheets."""


def export(
    store: Store, choice: Choice, *, today: date | None = None, settings: Settings | None = None
) -> Export:
    """An export, its objects in an order that is the same in every run; they are read as they are asked for.

    `today` decides which deferrals are over (default: the current day).
    """
    day = today or date.today()
    chosen = _chosen(store, choice, day)
    policy = choice.policy.name if choice.policy else REVIEWED_ONLY
    made = _made(store, policy if choice.what in POLICED else "")
    says = mark(made, choice.what, chosen.total)

    def further() -> Iterator[Table]:
        for what in _FURTHER if choice.what == "events" else ():
            belonging = _chosen(store, replace(choice, what=what), day)
            yield Table(what, belonging.total, sealed(belonging.rows, mark(made, what, belonging.total)))

    lines = None
    if chosen.names:
        work = Work(choice.what, day, choice.policy, says)
        lines = Lines(store, work, chosen.total, chosen.names)
    return Export(
        choice.what,
        chosen.total,
        made,
        sealed(chosen.rows, says),
        chosen.dossiers,
        settings or Settings(),
        further=further,
        lines=lines,
    )


def export_log(store: Store, chosen: LogFilter) -> Export:
    """An export of the entries of the log under a filter, oldest first."""
    made = _made(store)
    total, rows = log_table(store, chosen)
    return Export("decisions", total, made, sealed(rows, mark(made, "decisions", total)))


def _made(store: Store, policy: str = "") -> Made:
    stamp = store.stamp()
    return Made(f"workbench {__version__}", stamp.schema, stamp.fingerprint, stamp.newest, policy)


class _Chosen(NamedTuple):
    total: int
    rows: Iterable[Row]
    dossiers: Iterable[Dossier] = ()
    names: Callable[[], Names] | None = None
    """Gives the objects' names, where lines can be made of those."""


def _chosen(store: Store, choice: Choice, day: date) -> _Chosen:
    match choice.what:
        case "claims":
            if choice.events:
                claims = store.claim_ids(choice.events)
                return _Chosen(len(claims), claim_rows(store, claims), names=lambda: claims)
            return _Chosen(*claim_table(store), names=store.claim_numbers)
        case "attributes":
            return _Chosen(*attribute_table(store, choice.events, day, choice.policy))
        case "decisions":
            return _Chosen(*decision_table(store, choice.events))
        case "discrepancies":
            found = store.discrepancy_ids(choice.queue, choice.events)
            return _Chosen(*discrepancy_table(store, found, day), names=lambda: found)
        case "events":
            ids = store.event_ids(choice.events)
            rows = (event_row(one) for one in records(store, ids, day, choice.policy))
            return _Chosen(len(ids), rows, dossiers(store, ids, day, choice.policy), lambda: ids)


def export_rows(
    store: Store,
    what: What,
    *,
    events: EventFilter | None = None,
    chosen: QueueFilter | None = None,
    today: date | None = None,
) -> Iterator[Row]:
    """The rows of `export`."""
    choice = Choice(what, events or EventFilter(), chosen or QueueFilter())
    return iter(export(store, choice, today=today).rows)


class BrokenOffError(WorkbenchError):
    """An export was broken off; nothing was written."""


def write_export(
    store: Store,
    choice: Choice,
    format_: str,
    path: Path,
    *,
    force: bool = False,
    today: date | None = None,
    settings: Settings | None = None,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    stop: Callable[[], bool] = lambda: False,
) -> Export:
    """Write an export to a file, whole or not at all; return it, with what the format refused.

    `progress` is told how many of how many are written, `stop` asked before each. Raises BrokenOffError when
    it says yes, UsageError as `check_target` and `writer_named`, and WorkbenchError where the file cannot be
    written; the file then stays as it was.
    """
    writer = writer_named(format_, choice.what)
    check_target(path, force=force, spared=store.path)

    def counted(items: Iterable[Item], total: int) -> Iterator[Item]:
        for done, one in enumerate(items):
            if stop():
                raise BrokenOffError(
                    "The export was broken off", f"{path} is as it was", "nothing was written"
                )
            progress(done, total)
            yield one

    with store.standing_still():
        made = export(store, choice, today=today, settings=settings).watched(counted)
        write_whole(path, writer.write(made))
    return made

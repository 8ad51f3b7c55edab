"""What an export is made of: the objects that are chosen, read in pages, one row at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from workbench.decisions.log import REGROUPING, in_effect, in_force, status_of
from workbench.errors import WorkbenchError
from workbench.models import Claim, Decision
from workbench.records.output import check_target, write_whole
from workbench.records.reconcile import reconcile
from workbench.records.rows import Row, What, claim_row, discrepancy_row, event_row
from workbench.records.writers import WRITERS
from workbench.store import EventFilter, QueueFilter, SourceRow, Store

PAGE = 200
"""Objects that are read at once: a preview that asks for a few rows costs no more than a page."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is exported. `events` chooses events, and with them their claims or discrepancies.

    `queue` leaves out discrepancies besides.
    """

    what: What
    events: EventFilter = field(default_factory=EventFilter)
    queue: QueueFilter = field(default_factory=QueueFilter)


@dataclass(frozen=True, slots=True)
class Export:
    """The rows of a choice and how many objects they tell of. `rows` may be asked for once."""

    total: int
    rows: Iterator[Row]


def export(store: Store, choice: Choice, *, today: date | None = None) -> Export:
    """An export, its rows in an order that is the same in every run; they are read as they are asked for.

    `today` decides which deferrals are over (default: the current day).
    """
    day = today or date.today()
    if choice.what == "claims":
        return _claims(store, choice.events)
    if choice.what == "events":
        events = store.event_ids(choice.events)
        return Export(len(events), _event_rows(store, events, day))
    found = store.discrepancy_ids(choice.queue, choice.events)
    return Export(len(found), _discrepancy_rows(store, found, day))


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
    return export(store, choice, today=today).rows


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
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    stop: Callable[[], bool] = lambda: False,
) -> int:
    """Write an export to a file, whole or not at all; return of how many objects it tells.

    `progress` is told how many of how many are written, `stop` asked before each. Raises BrokenOffError when
    it says yes, UsageError as `check_target`, and WorkbenchError where the file cannot be written; the file
    then stays as it was.
    """
    writer = WRITERS[format_]
    check_target(path, writer.signature(choice.what), force=force)

    def counted(export: Export) -> Iterator[Row]:
        for done, row in enumerate(export.rows):
            if stop():
                raise BrokenOffError(
                    "The export was broken off", f"{path} is as it was", "nothing was written"
                )
            progress(done, export.total)
            yield row

    with store.standing_still():
        made = export(store, choice, today=today)
        write_whole(path, writer.write(counted(made), choice.what))
    return made.total


class _Sources(dict[str, SourceRow]):
    """The articles that rows name, read as they are met and kept."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store

    def learn(self, ids: Iterable[str]) -> None:
        unknown = {one for one in ids if one not in self}
        if unknown:
            self.update((row.id, row) for row in self._store.source_rows(unknown))


def _pages(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    return (items[start : start + PAGE] for start in range(0, len(items), PAGE))


def _claims(store: Store, chosen: EventFilter) -> Export:
    if chosen:
        ids = store.claim_ids(chosen)
        return Export(len(ids), _claim_rows(store, _named_claims(store, ids)))
    return Export(store.count_claims(), _claim_rows(store, _all_claims(store)))


def _named_claims(store: Store, ids: Sequence[str]) -> Iterator[Sequence[Claim]]:
    for page in _pages(ids):
        known = store.claims_by_id(page)
        yield [known[one] for one in page]


def _all_claims(store: Store) -> Iterator[Sequence[Claim]]:
    page = store.claims_page(limit=PAGE)
    while page:
        yield page
        page = store.claims_page(page[-1].id, limit=PAGE)


def _claim_rows(store: Store, pages: Iterable[Sequence[Claim]]) -> Iterator[Row]:
    sources = _Sources(store)
    for page in pages:
        sources.learn(claim.source for claim in page)
        event_of = store.event_ids_of(claim.id for claim in page)
        for claim in page:
            yield claim_row(claim, sources[claim.source], event_of[claim.id] or None)


def _discrepancy_rows(store: Store, ids: Sequence[str], today: date) -> Iterator[Row]:
    sources = _Sources(store)
    log = _by_subject(store.decisions())
    for page in _pages(ids):
        found = store.discrepancies_by_id(page)
        sources.learn(value.source for one in found.values() for value in one.values)
        for key in page:
            one = found[key]
            about_it = log[one.attribute, one.key]
            status = status_of(about_it, one, today=today)
            yield discrepancy_row(one, status, in_force(about_it, one), sources)


def _event_rows(store: Store, ids: Sequence[str], today: date) -> Iterator[Row]:
    sources = _Sources(store)
    decided = store.decisions()
    log, belonging = _by_subject(decided), _belonging(decided)
    for page in _pages(ids):
        events = {event.id: event for event in store.events_by_id(page)}
        for event in (events[key] for key in page):
            claims, found = store.claims(event=event.id), store.discrepancies(event=event.id)
            sources.learn(claim.source for claim in claims)
            subjects = dict.fromkeys((one.attribute, one.key) for one in found)
            decisions = [decision for subject in subjects for decision in log[subject]]
            decisions += [decision for claim in event.claims for decision in belonging.get(claim, ())]
            yield event_row(reconcile(event, claims, found, decisions, sources, today=today))


def _belonging(log: Sequence[Decision]) -> dict[str, list[Decision]]:
    """Claim to what reviewers said of which claims it belongs with; what they took back is left out."""
    found: dict[str, list[Decision]] = {}
    for decision in in_effect(log):
        for claim in decision.claims if decision.kind in REGROUPING else ():
            found.setdefault(claim, []).append(decision)
    return found


def _by_subject(log: Iterable[Decision]) -> defaultdict[tuple[str, str], list[Decision]]:
    """The log cut by what its entries are about: only those can bear on a discrepancy of that subject."""
    subjects: defaultdict[tuple[str, str], list[Decision]] = defaultdict(list)
    for decision in log:
        subjects[decision.attribute, decision.key].append(decision)
    return subjects

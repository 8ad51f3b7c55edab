"""Claims, attributes, discrepancies and decisions, read page by page as the rows that are exported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Raw

from workbench.decisions.policies import Policy
from workbench.exporting import choices
from workbench.exporting.choices import pages
from workbench.exporting.dossiers import Known, records
from workbench.models import Claim
from workbench.records.log_rows import log_row
from workbench.records.rows import Row, attribute_rows, claim_row, discrepancy_row, source_row
from workbench.records.seals import compact
from workbench.store import EventFilter, LogFilter, Store

Table = tuple[int, Iterator[Row]]
"""How many objects there are, and their rows."""


def claim_table(store: Store) -> Table:
    """All claims."""
    return store.count_claims(), _claim_rows(store, _all_claims(store), Known(store))


def claim_rows(store: Store, ids: Sequence[str], known: Known | None = None) -> Iterator[Row]:
    """The claims of these ids, in their order."""
    return _claim_rows(store, _named_claims(store, ids), known or Known(store))


def numbered_claim_rows(store: Store, numbers: Sequence[int], known: Known) -> Iterator[Row]:
    """The claims of these of `Store.claim_numbers`, in their order; of what they hold, the source is JSON."""
    for page in pages(numbers):
        claims = store.claims_with_events(page)
        sources = known.learn(claim.source for claim, _ in claims)
        told = {one: Raw(compact(source_row(sources[one]))) for one in {claim.source for claim, _ in claims}}
        for claim, event in claims:
            yield claim_row(claim, sources[claim.source], event, told=told[claim.source])


def _named_claims(store: Store, ids: Sequence[str]) -> Iterator[Sequence[Claim]]:
    for page in pages(ids):
        known = store.claims_by_id(page)
        yield [known[one] for one in page]


def _all_claims(store: Store) -> Iterator[Sequence[Claim]]:
    page = store.claims_page(limit=choices.PAGE)
    while page:
        yield page
        page = store.claims_page(page[-1].id, limit=choices.PAGE)


def _claim_rows(store: Store, claims: Iterable[Sequence[Claim]], known: Known) -> Iterator[Row]:
    for page in claims:
        sources = known.learn(claim.source for claim in page)
        event_of = store.event_ids_of(claim.id for claim in page)
        for claim in page:
            yield claim_row(claim, sources[claim.source], event_of[claim.id] or None)


def attribute_table(store: Store, chosen: EventFilter, today: date, policy: Policy | None = None) -> Table:
    """The attributes of the chosen events' records; they are counted by events."""
    ids = store.event_ids(chosen)
    return len(ids), (row for record in records(store, ids, today, policy) for row in attribute_rows(record))


def discrepancy_table(store: Store, ids: Sequence[str], today: date) -> Table:
    """The discrepancies of these ids, in their order."""
    return len(ids), discrepancy_rows(store, ids, today)


def discrepancy_rows(
    store: Store, ids: Sequence[str], today: date, known: Known | None = None
) -> Iterator[Row]:
    """The discrepancies of these ids, in their order. `known` spares reading the whole log again."""
    known = known or Known(store)
    verdicts = known.log.verdicts
    for page in pages(ids):
        found = store.discrepancies_by_id(page)
        sources = known.learn(value.source for one in found.values() for value in one.values)
        for one in (found[key] for key in page):
            status, apart = verdicts.status(one, today), verdicts.disagreement(one)
            yield discrepancy_row(one, status, verdicts.in_force(one), sources, apart)


def decision_table(store: Store, chosen: EventFilter) -> Table:
    """The entries of the log on the chosen events, oldest first; all of them where no event is chosen."""
    return log_table(
        store, LogFilter(events=tuple(store.event_ids(chosen)) or ("",)) if chosen else LogFilter()
    )


def log_table(store: Store, chosen: LogFilter) -> Table:
    """The entries of the log under a filter, oldest first."""
    return len(store.log_list(chosen).seqs), _log_rows(store, chosen)


def _log_rows(store: Store, chosen: LogFilter) -> Iterator[Row]:
    for row in store.log_entries(chosen):
        written = row.written or row.decision
        yield log_row(row.decision, row.event, row.event_label, row.undone, written)

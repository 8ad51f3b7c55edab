"""Linking what waits to be linked, in the way that costs less."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from workbench.discrepancies.around import EventIndex
from workbench.events.making import make_event
from workbench.events.match import in_order
from workbench.events.placing import placed
from workbench.events.verdicts import constraints
from workbench.lineage import trace_sources
from workbench.linking.articles import link_articles
from workbench.linking.comparing import compare
from workbench.linking.keeping import version
from workbench.linking.report import MatchReport, standing_report
from workbench.linking.whole import link_whole
from workbench.reviewing import judge
from workbench.store import Index, Store

_SHARE = 0.1
"""New claims for each one that is linked, up to which linking article by article costs less than all anew."""
_ATTEMPTS = 3


def link_pending(store: Store, *, today: date | None = None) -> MatchReport:
    """Link the sources that are not linked yet, and compare the events that they touch.

    All claims are matched anew where nothing is linked, where the matching was made by other rules, or
    where so many are new that it costs less.
    """
    for _ in range(_ATTEMPTS):
        standing, new = store.standing(), store.claims_to_link()
        if standing.version != version(standing.claims + new):
            why = "the rules have changed" if standing.version else None
            return rematch(store, today=today, why=why)
        if new > _SHARE * standing.claims:
            return rematch(store, today=today)
        trace_sources(store, waiting=True)
        with _no_search_for_cycles():
            report = link_articles(store, store.sources_to_link(), judge(today))
        if report is not None:
            return report
    return rematch(store, today=today)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """To search for cycles, which linking makes none of, takes a sixth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def rematch(store: Store, *, today: date | None = None, why: str | None = None) -> MatchReport:
    """Derive events, links and discrepancies anew from all claims and the log, and swap them in at once.

    `today` decides which deferrals are over (default: the current day).
    """
    trace_sources(store)
    sources = {row.id: row for row in store.sources()}
    for late in store.untraced(waiting=False):
        # Another program has brought it in since: it waits for the next matching.
        sources.pop(late, None)
    claims = {claim.id: claim for claim in in_order(store.claims()) if claim.source in sources}
    log = store.decisions()
    whole = link_whole(list(claims.values()), constraints(log))
    events = placed((make_event(told, items, sources) for told, items in whole.groups), claims, log)
    found = compare(events, EventIndex(events, claims, sources).find, claims, sources)
    index = Index(version(len(claims)), whole.kept, whole.large_blocks, found.reaches, sources)
    store.replace_matching(events, whole.links, found.discrepancies, judge(today), index=index)
    return standing_report(store, None, whole.forgone, why)

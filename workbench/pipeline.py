"""The one place that runs the stages in order: import, match, detect.

The rooms that read text are imported by the stage that runs them: deciding and exporting start
without them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.decisions.log import statuses
from workbench.importing.report import Added, Failure, ImportReport, Progress, Removed
from workbench.store import QueueFilter, Store

if TYPE_CHECKING:
    from workbench.events.features import Features
    from workbench.events.match import Explanation
    from workbench.importing.expanding import Options
    from workbench.linking.report import MatchReport
    from workbench.sources import Pasted

__all__ = [
    "Added",
    "Failure",
    "ImportReport",
    "Progress",
    "Removed",
    "explanation",
    "import_paths",
    "import_text",
    "link_pending",
    "rematch",
    "wake_deferred",
    "why_apart",
]


def import_paths(
    store: Store,
    paths: Iterable[str | Path],
    *,
    options: Options | None = None,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] = lambda: False,
    report: ImportReport | None = None,
) -> ImportReport:
    """Read files, folders, patterns and URLs into the store: see `importing.run.import_named`."""
    from workbench.importing.run import import_named

    return import_named(store, list(paths), options=options, progress=progress, stop=stop, report=report)


def import_text(store: Store, pasted: Pasted, *, report: ImportReport | None = None) -> ImportReport:
    """Read a text that somebody has pasted into the store, as `import_paths` reads a file."""
    from workbench.importing.run import import_pasted

    return import_pasted(store, pasted, report=report)


def link_pending(store: Store, *, today: date | None = None) -> MatchReport:
    """Link what has been imported since, and compare what it touches; anew where that costs less.

    `today` decides which deferrals are over (default: the current day).
    """
    from workbench.linking import running

    return running.link_pending(store, today=today)


def rematch(store: Store, *, today: date | None = None) -> MatchReport:
    """Derive events, links and discrepancies anew from all claims and the log, and swap them in at once."""
    from workbench.linking import running

    return running.rematch(store, today=today)


def explanation(store: Store, first: str, second: str) -> Explanation:
    """Why two claims, given by their ids, are linked or not."""
    from workbench.events.match import explain

    known = _features(store, (first, second))
    return explain(known[first], known[second], store.standing().claims)


def why_apart(store: Store, first: str, second: str) -> str | None:
    """What keeps the events of two claims apart: the first two of their claims that exclude each other."""
    from workbench.events.barriers import cannot_link

    event_of = store.event_of_claim()
    one, other = (store.event(event_of[claim]).claims for claim in (first, second))
    known = _features(store, (*one, *other))
    reasons = (cannot_link(known[a], known[b]) for a in one for b in other)
    return next((reason for reason in reasons if reason), None)


def _features(store: Store, claims: Iterable[str]) -> dict[str, Features]:
    """What the matcher sees of these claims: it depends on the rest of their sources."""
    from workbench.events.features import features
    from workbench.events.match import in_order

    found = store.claims_by_id(claims)
    whole = [
        claim for source in {one.source for one in found.values()} for claim in store.claims(source=source)
    ]
    return {item.claim: item for item in features(in_order(whole)) if item.claim in found}


def wake_deferred(store: Store, today: date) -> None:
    """Opens again what was put aside until a day that has come."""
    asleep = [store.discrepancy(one) for one in store.queue_ids(QueueFilter(statuses=("deferred",)))]
    fresh = statuses(store.decisions(), asleep, today=today) if asleep else {}
    awake = {key: status for key, status in fresh.items() if status != "deferred"}
    if awake:
        store.set_status(awake)

"""One look at a feed: what is new in it comes in, is matched, and said; then the feed's state is kept.

The state goes in last. Whatever ends the program before, the next look begins at the same place, and what
is in already is not fetched again.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from workbench.errors import SourceError, WorkbenchError
from workbench.fetching.failures import FetchError
from workbench.fetching.web import Web
from workbench.importing.expanding import Options
from workbench.importing.report import Failure, ImportReport
from workbench.importing.run import import_found
from workbench.models import Feed, Held, Retrieval
from workbench.pipeline import link_pending
from workbench.sources.documents import Address, Document, Unchanged
from workbench.store import QueueFilter, Store
from workbench.store.queue_order import UNDECIDED
from workbench.watching.news import Came, Differs, Failed, Looked, News
from workbench.watching.schedule import is_due, next_due

_SLICE = 0.2
"""Seconds that are slept at a time: a signal is heard between two."""


class Watch:
    """Looks at feeds when they are due. `stop` is asked before each article and between feeds."""

    def __init__(
        self,
        store: Store,
        web: Web,
        every: timedelta,
        tell: Callable[[News], None],
        *,
        stop: Callable[[], bool],
        now: Callable[[], datetime],
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._store = store
        self._web = web
        self._every = every
        self._tell = tell
        self._stop = stop
        self._now = now
        self._sleep = sleep

    def once(self, feeds: Iterable[Feed]) -> tuple[int, int]:
        """Looks at each feed, but for those that failed and are not due; how many answered, and did not."""
        looks = [
            self.look(feed)
            for feed in feeds
            if not self._stop() and (not feed.failures or is_due(feed.due, self._now()))
        ]
        return sum(looks), len(looks) - sum(looks)

    def on(self, feeds: Sequence[Feed]) -> None:
        """Looks at the feeds whenever they are due, until it is told to stop."""
        urls = {feed.url for feed in feeds}
        while not self._stop():
            known = [feed for feed in self._store.feeds() if feed.url in urls]
            due = [feed for feed in known if is_due(feed.due, self._now())]
            for feed in due:
                if not self._stop():
                    self.look(feed)
            if not due:
                self._sleep(_SLICE)

    def look(self, feed: Feed) -> bool:
        """One look at one feed; false where it did not answer."""
        before = frozenset(self._store.queue_ids())
        try:
            held = Held("", feed.url, feed.sha256, feed.etag, feed.modified)
            got = self._web.fetch_again(Address(feed.url), held)
        except WorkbenchError as error:
            self._unanswered(feed, error)
            return False
        if isinstance(got, Unchanged) or (got.retrieval and got.retrieval.sha256 == feed.sha256):
            self._looked(feed, ImportReport())
            return True
        report = self._import(feed, got)
        link_pending(self._store)
        self._say_differences(before)
        if not report.not_read:
            # Else it was stopped on the way: what the feed held is not in to its end, so its state stays.
            self._looked(_read(feed, got.retrieval, report.failed), report)
        return True

    def _import(self, feed: Feed, document: Document) -> ImportReport:
        report = ImportReport()
        said = 0

        def news(*_: object) -> None:
            nonlocal said
            for one in report.added[said:]:
                source = self._store.source(one.source)
                self._tell(Came(feed.url, one.file, one.source, source.title or "", one.claims))
            said = len(report.added)

        options = Options(fetcher=self._web)
        import_found(self._store, [document], options, progress=news, stop=self._stop, report=report)
        news()
        for failure in report.failed:
            if feed.failing.get(failure.file) != failure.error.title:
                self._tell(Failed(feed.url, failure.file, failure.error))
        return report

    def _say_differences(self, before: frozenset[str]) -> None:
        waiting = QueueFilter(statuses=UNDECIDED, verdicts=("conflict", "tension"))
        fresh = [one for one in self._store.queue_ids(waiting) if one not in before]
        rows = self._store.queue_rows(fresh)
        for one in fresh:
            row = rows[one]
            told = Differs(one, row.severity, row.verdict, row.attribute, row.event_label, row.labels)
            self._tell(told)

    def _looked(self, feed: Feed, report: ImportReport) -> None:
        now = self._now()
        due = next_due(now, self._every, 0, random.random())
        failing = {file: title for file, title in feed.failing.items() if file != feed.url}
        kept = replace(feed, seen=_kept(now), due=_kept(due), failures=0, failing=failing)
        self._store.keep_feed(kept)
        counts = len(report.added), len(report.unchanged), len(report.failed)
        self._tell(Looked(feed.url, *counts, kept.due))

    def _unanswered(self, feed: Feed, error: WorkbenchError) -> None:
        now, failures = self._now(), feed.failures + 1
        wait = error.wait if isinstance(error, FetchError) else None
        due = _kept(next_due(now, self._every, failures, random.random(), wait))
        if feed.failing.get(feed.url) != error.title:
            self._tell(Failed(feed.url, feed.url, error))
        self._store.keep_feed(
            replace(feed, due=due, failures=failures, failing={**feed.failing, feed.url: error.title})
        )
        self._tell(Looked(feed.url, 0, 0, 0, due, answered=False))


def _read(feed: Feed, retrieval: Retrieval | None, failed: Sequence[Failure]) -> Feed:
    """The feed as it was read through. Where trying again may help, it is read again however it is then."""
    failing = {one.file: one.error.title for one in failed}
    if retrieval is None or any(isinstance(one.error, FetchError) and one.error.passing for one in failed):
        return replace(feed, etag="", modified="", sha256="", failing=failing)
    told = {name.lower(): value for name, value in reversed(retrieval.headers)}
    return replace(
        feed,
        etag=told.get("etag", ""),
        modified=told.get("last-modified", ""),
        sha256=retrieval.sha256,
        failing=failing,
    )


def _kept(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def known_feeds(store: Store, urls: Sequence[str]) -> list[Feed]:
    """The feeds of these addresses, in the order named, new ones kept; without any, all that are watched.

    Raises FetchError where one is no address, SourceError where none is watched yet.
    """
    from workbench.fetching.addresses import web_address

    known = {feed.url: feed for feed in store.feeds()}
    if not urls:
        if not known:
            raise SourceError("Nothing is watched", "", "Name the address of a feed.")
        return list(known.values())
    named = dict.fromkeys(str(web_address(url)) for url in urls)
    for url in named:
        if url not in known:
            known[url] = Feed(url)
            store.keep_feed(known[url])
    return [known[url] for url in named]

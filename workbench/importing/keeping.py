"""What was read goes into the store in the order in which it was named, a few articles in one transaction."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self

from workbench.correcting import standing
from workbench.decisions.describing import removal
from workbench.errors import StoreError
from workbench.importing.reading import Outcome, Read
from workbench.importing.relations import known_again, relations, same_text
from workbench.importing.report import Added, Failure, ImportReport, Known, Note, Removed, lacking
from workbench.lineage import trace
from workbench.models import Retrieval
from workbench.phrases import notes
from workbench.plug_ins import note
from workbench.sources.documents import PassedOver, Unchanged, Unread
from workbench.store import NOTHING_SAID, Store, prepared

_MOST = 24
"""Articles in one transaction: the index of words is written once for all of them."""
_MOST_LETTERS = 2_000_000
_SECONDS = 0.5
"""How long an article that has been read waits for others."""


class Batch:
    """What has been read and waits to be written together. Use it as a context: at its end all is written.

    Nothing is locked while it waits: the transaction begins when all that goes into it is there.
    """

    def __init__(self, store: Store, report: ImportReport) -> None:
        self._store = store
        self._report = report
        self._waiting: list[Outcome] = []
        self._letters = 0
        self._since = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None or isinstance(error, Exception):
            self.write()

    @property
    def patience(self) -> float | None:
        """Seconds for which the next one may still be waited for; None where nothing waits."""
        return max(0.0, self._since + _SECONDS - time.monotonic()) if self._waiting else None

    def add(self, outcome: Outcome) -> None:
        """Adds what was read; writes where that makes enough."""
        if not self._waiting:
            self._since = time.monotonic()
        self._waiting.append(outcome)
        self._letters += outcome.article.letters if isinstance(outcome, Read) else 0
        if len(self._waiting) >= _MOST or self._letters >= _MOST_LETTERS or self.patience == 0:
            self.write()

    def write(self) -> None:
        """Writes what waits, in its order. Raises StoreError at what cannot be written."""
        waiting, self._waiting, self._letters = self._waiting, [], 0
        report = ImportReport()
        try:
            if waiting:
                with self._store.together():
                    for outcome in waiting:
                        keep(self._store, outcome, report)
        except StoreError:
            # What stands before the one that is refused goes in all the same.
            for outcome in waiting:
                with self._store.together():
                    keep(self._store, outcome, self._report)
        else:
            self._report.extend(report)


def keep(store: Store, outcome: Outcome, report: ImportReport) -> None:
    """Writes what was read, and says in the report what became of it."""
    for breakage in outcome.broken if isinstance(outcome, Read) else ():
        # It may have been read in another process.
        note(breakage)
    match outcome:
        case PassedOver():
            told = ", ".join(f"{number} {ending}".rstrip() for ending, number in outcome.endings)
            report.notes.append(Note(outcome.name, notes.PASSED_OVER(text=told)))
        case Unread():
            report.failed.append(Failure(outcome.name, outcome.error))
        case Unchanged():
            known = known_again(store, outcome.source, outcome.name)
            _seen_again(store, known, outcome.retrieval, report)
        case Read() if same := _known(store, outcome):
            _seen_again(store, same, outcome.retrieval, report)
        case Read():
            _add(store, outcome, report)


def _known(store: Store, read: Read) -> Known | None:
    """The source that says the same at the same place; None where there is none, or another text followed."""
    article = read.article
    if store.has_source(article.id):
        return known_again(store, article.id, article.file)
    same = store.same_text(read.traits.imprint)
    return same_text(article.file, same[0]) if same and same[1].current else None


def _seen_again(store: Store, known: Known, retrieval: Retrieval | None, report: ImportReport) -> None:
    if retrieval:
        store.add_retrieval(known.source, retrieval)
    _say_held(store, known, report)


def _add(store: Store, read: Read, report: ImportReport) -> None:
    article, lacks, said = read.article, read.lacking, NOTHING_SAID
    log = store.corrections(article.id)
    if log:
        # The log outlives articles: what it says of this one holds from the beginning.
        source, claims = article.restored()
        now = standing(source, log, claims)
        article, lacks, said = prepared(now.source, now.claims), lacking(now.source, now.claims), now.said
    added = store.add_prepared(article, read.retrieval, said)
    traced = trace(store, read.traits) if added and said.removed is None else None
    if traced is None:
        _say_held(store, Known(article.file, article.id, ""), report)
        return
    version = traced.version if traced.version.of > 1 else None
    notes, found = (*read.notes, *lacks), tuple(relations(store, traced))
    number = len(article.claims.own)
    report.added.append(Added(article.file, number, notes, article.id, version, traced.copied, found))


def _say_held(store: Store, known: Known, report: ImportReport) -> None:
    """Says that an article is in already, or by whom it was taken out."""
    out = removal(store.corrections(known.source))
    if out is not None:
        report.removed.append(Removed(known.file, known.source, out))
        return
    report.unchanged.append(known.file)
    if known.words:
        report.known.append(known)

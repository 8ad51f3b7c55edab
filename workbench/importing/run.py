"""An import from beginning to end: what was named is gone through, read, and written in its order."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from workbench.correcting import claims_of, standing
from workbench.decisions.describing import removal
from workbench.errors import WorkbenchError
from workbench.importing.expanding import Leaf, Options, ahead, expand
from workbench.importing.pool import Pool
from workbench.importing.reading import Outcome, Read
from workbench.importing.report import Added, Failure, ImportReport, Progress, Removed, lacking
from workbench.sources import Pasted, source_from_paste
from workbench.sources.documents import Address, Document, Found, Unchanged, Unread
from workbench.sources.gathering import gather
from workbench.sources.making import id_of
from workbench.store import NOTHING_SAID, Store


def import_named(
    store: Store,
    named: Sequence[str | Path],
    *,
    options: Options | None = None,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] = lambda: False,
    report: ImportReport | None = None,
) -> ImportReport:
    """Reads files, folders, patterns and URLs into the store, each source in one transaction.

    What cannot be read is reported and never stops the rest. `stop` is asked before each article; when it
    says yes, what is in stays in and the others are left in `not_read`. A `report` that is given is filled
    while they are read, so that `progress` can look at it. Raises StoreError only when the store itself
    refuses.
    """
    options = options or Options()
    found = gather(named, options.limits, standard_input=sys.stdin.buffer)
    return import_found(store, found, options, progress=progress, stop=stop, report=report)


def import_found(
    store: Store,
    found: Sequence[Found],
    options: Options,
    *,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] = lambda: False,
    report: ImportReport | None = None,
) -> ImportReport:
    """Reads documents and addresses into the store, as `import_named` does what was named."""
    report = ImportReport() if report is None else report
    leaves = (
        (done, leaf)
        for done, one in enumerate(ahead(found, options.fetcher))
        for leaf in _unknown(store, one, options)
    )
    before, inside = -1, 0
    with Pool(options.limits, options.workers, expected=len(found)) as pool:
        for pending in pool.read(leaves):
            done = pending.tag
            inside = inside + 1 if done == before else 0
            before = done
            if progress:
                name = pending.leaf.name
                progress(Progress(done, len(found), Path(name).name or name, inside))
            if stop():
                report.not_read = [shown(left) for left in found[done:]]
                break
            keep(store, pending.result(), report)
    return report


def _unknown(store: Store, found: Found, options: Options) -> Iterator[Leaf]:
    """The leaves of one thing. A document whose bytes are in already is not read again."""
    for leaf in expand(found, options):
        if isinstance(leaf, Document):
            try:
                source = id_of(leaf.data(options.limits))
            except WorkbenchError as error:
                yield Unread(leaf.name, error)
                continue
            yield Unchanged(leaf.name, source, leaf.retrieval) if store.has_source(source) else leaf
        else:
            yield leaf


def import_pasted(store: Store, pasted: Pasted, *, report: ImportReport | None = None) -> ImportReport:
    """Reads a text that somebody has pasted into the store."""
    report = ImportReport() if report is None else report
    try:
        source = source_from_paste(pasted)
        outcome: Outcome = Read(source, claims_of(source))
    except WorkbenchError as error:
        outcome = Unread(pasted.title or "text", error)
    keep(store, outcome, report)
    return report


def shown(found: Found) -> str:
    """Where what is to be read is: an address, a path, or the name it has in another document."""
    if isinstance(found, Document) and isinstance(found.payload, Path):
        return str(found.payload)
    return found.url if isinstance(found, Address) else found.name


def keep(store: Store, outcome: Outcome, report: ImportReport) -> None:
    """Writes what was read, and says in the report what became of it."""
    match outcome:
        case Unread():
            report.failed.append(Failure(outcome.name, outcome.error))
        case Unchanged():
            _seen_again(store, outcome, report)
        case Read(source) if store.has_source(source.id):
            _seen_again(store, Unchanged(source.file, source.id, outcome.retrieval), report)
        case Read():
            _add(store, outcome, report)


def _seen_again(store: Store, unchanged: Unchanged, report: ImportReport) -> None:
    if unchanged.retrieval:
        store.add_retrieval(unchanged.source, unchanged.retrieval)
    _say_held(store, unchanged.source, unchanged.name, report)


def _add(store: Store, read: Read, report: ImportReport) -> None:
    source, claims = read.source, read.claims
    said, log = NOTHING_SAID, store.corrections(source.id)
    if log:
        # The log outlives articles: what it says of this one holds from the beginning.
        now = standing(source, log, claims)
        source, claims, said = now.source, now.claims, now.said
    if store.add_source(source, claims, read.retrieval, said) and said.removed is None:
        notes = (*read.notes, *lacking(source, claims))
        report.added.append(Added(source.file, len(claims), notes, source.id))
    else:
        _say_held(store, source.id, source.file, report)


def _say_held(store: Store, source: str, file: str, report: ImportReport) -> None:
    """Says that an article, given by its id, is in already, or by whom it was taken out."""
    out = removal(store.corrections(source))
    if out is None:
        report.unchanged.append(file)
    else:
        report.removed.append(Removed(file, source, out))

"""An import from beginning to end: what was named is gone through, read, and written in its order."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from workbench.correcting import claims_of, read_corrected
from workbench.errors import WorkbenchError
from workbench.importing.expanding import Options, ahead, expand
from workbench.importing.reading import Read, read_leaf
from workbench.importing.report import Added, Failure, ImportReport, Progress, lacking
from workbench.sources import Pasted, source_from_paste
from workbench.sources.documents import Address, Document, Found, Unchanged, Unread
from workbench.sources.gathering import gather
from workbench.store import Store


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
    for done, one in enumerate(ahead(found, options.fetcher)):
        if progress:
            progress(Progress(done, len(found), Path(shown(one)).name or shown(one)))
        for leaf in expand(one, options):
            if stop():
                report.not_read = [shown(left) for left in found[done:]]
                return report
            keep(store, read_leaf(leaf, options.limits), report)
    return report


def import_pasted(store: Store, pasted: Pasted, *, report: ImportReport | None = None) -> ImportReport:
    """Reads a text that somebody has pasted into the store."""
    report = ImportReport() if report is None else report
    try:
        source = source_from_paste(pasted)
        outcome: Read | Unread = Read(source, claims_of(source))
    except WorkbenchError as error:
        outcome = Unread(pasted.title or "text", error)
    keep(store, outcome, report)
    return report


def shown(found: Found) -> str:
    """Where what is to be read is: an address, a path, or the name it has in another document."""
    if isinstance(found, Document) and isinstance(found.payload, Path):
        return str(found.payload)
    return found.url if isinstance(found, Address) else found.name


def keep(store: Store, outcome: Read | Unread | Unchanged, report: ImportReport) -> None:
    """Writes what was read, and says in the report what became of it."""
    if isinstance(outcome, Unread):
        report.failed.append(Failure(outcome.name, outcome.error))
        return
    if isinstance(outcome, Unchanged):
        if outcome.retrieval:
            store.add_retrieval(outcome.source, outcome.retrieval)
        report.unchanged.append(outcome.name)
        return
    source, claims = outcome.source, outcome.claims
    if store.has_source(source.id):
        if outcome.retrieval:
            store.add_retrieval(source.id, outcome.retrieval)
        report.unchanged.append(source.file)
        return
    corrections = store.corrections(source.id)
    if corrections:
        claims = read_corrected(source, corrections).claims
    if store.add_source(source, claims, outcome.retrieval):
        notes = (*outcome.notes, *lacking(source, claims))
        report.added.append(Added(source.file, len(claims), notes, source.id))
    else:
        report.unchanged.append(source.file)

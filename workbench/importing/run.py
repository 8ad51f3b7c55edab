"""An import from beginning to end: what was named is gone through, read, and written in its order."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from workbench import publishers
from workbench.errors import WorkbenchError
from workbench.extracting import plugged
from workbench.importing.expanding import Leaf, Options, ahead, expand
from workbench.importing.keeping import Batch, keep
from workbench.importing.pool import Pool
from workbench.importing.reading import Outcome, read_source
from workbench.importing.report import ImportReport, Note, Progress
from workbench.plug_ins import unsaid
from workbench.sources import Pasted, source_from_paste
from workbench.sources.documents import Address, Document, Found, PassedOver, Unchanged, Unread
from workbench.sources.gathering import gather
from workbench.sources.making import id_of
from workbench.sources.registry import readers
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
    """Reads files, folders, patterns and URLs into the store, each source whole or not at all.

    What cannot be read is reported and never stops the rest. `stop` is asked before each article; when it
    says yes, what is in stays in and the others are left in `not_read`. A `report` that is given is filled
    while they are read, so that `progress` can look at it. Raises StoreError only when the store itself
    refuses, UsageError where the reviewer's file of publishers is malformed.
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
    publishers.check()
    report = ImportReport() if report is None else report
    readers(), plugged()
    report.notes += _of_plug_ins()
    total = sum(not isinstance(one, PassedOver) for one in found)
    leaves = (
        (done, leaf)
        for done, one in enumerate(ahead(found, options.fetcher))
        for leaf in _unknown(store, one, options)
    )
    before, inside = -1, 0
    with (
        store.in_bulk(),
        Batch(store, report) as batch,
        Pool(options.limits, options.workers, expected=len(found)) as pool,
    ):
        for pending in pool.read(leaves):
            done = pending.tag
            inside = inside + 1 if done == before else 0
            before = done
            if progress:
                name = pending.leaf.name
                progress(Progress(done, total, Path(name).name or name, inside))
            if stop():
                report.not_read = [shown(left) for left in found[done:] if not isinstance(left, PassedOver)]
                break
            if not pending.ready(batch.patience):
                batch.write()
            batch.add(pending.result())
            if pending.is_read_here:
                batch.write()
    report.notes += _of_plug_ins()
    return report


def _of_plug_ins() -> list[Note]:
    """What has broken and nobody has said yet."""
    return [Note(one.name, one.words) for one in unsaid()]


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
        outcome: Outcome = read_source(source_from_paste(pasted))
    except WorkbenchError as error:
        outcome = Unread(pasted.title or "text", error)
    keep(store, outcome, report)
    return report


def shown(found: Found) -> str:
    """Where what is to be read is: an address, a path, or the name it has in another document."""
    if isinstance(found, Document) and isinstance(found.payload, Path):
        return str(found.payload)
    return found.url if isinstance(found, Address) else found.name

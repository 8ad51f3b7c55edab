"""An import from beginning to end: what was named is gone through, read, and written in its order."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from workbench import publishers
from workbench.correcting import claims_of, standing
from workbench.decisions.describing import removal
from workbench.errors import WorkbenchError
from workbench.importing.expanding import Leaf, Options, ahead, expand
from workbench.importing.pool import Pool
from workbench.importing.reading import Outcome, Read
from workbench.importing.relations import known_again, relations, same_text
from workbench.importing.report import Added, Failure, ImportReport, Known, Note, Progress, Removed, lacking
from workbench.lineage import trace, traits
from workbench.models import Retrieval
from workbench.phrases import notes
from workbench.sources import Pasted, source_from_paste
from workbench.sources.documents import Address, Document, Found, PassedOver, Unchanged, Unread
from workbench.sources.gathering import gather
from workbench.sources.making import id_of
from workbench.sources.registry import broken
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
    report.notes += [Note(name, notes.BROKEN_PLUG_IN(text=why)) for name, why in broken().items()]
    total = sum(not isinstance(one, PassedOver) for one in found)
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
                progress(Progress(done, total, Path(name).name or name, inside))
            if stop():
                report.not_read = [shown(left) for left in found[done:] if not isinstance(left, PassedOver)]
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
        outcome: Outcome = Read(source, claims_of(source), traits(source))
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
    source = read.source
    if store.has_source(source.id):
        return known_again(store, source.id, source.file)
    same = store.same_text(read.traits.imprint)
    return same_text(source.file, same[0]) if same and same[1].current else None


def _seen_again(store: Store, known: Known, retrieval: Retrieval | None, report: ImportReport) -> None:
    if retrieval:
        store.add_retrieval(known.source, retrieval)
    _say_held(store, known, report)


def _add(store: Store, read: Read, report: ImportReport) -> None:
    source, claims = read.source, read.claims
    said, log = NOTHING_SAID, store.corrections(source.id)
    if log:
        # The log outlives articles: what it says of this one holds from the beginning.
        now = standing(source, log, claims)
        source, claims, said = now.source, now.claims, now.said
    added = store.add_source(source, claims, read.retrieval, said)
    traced = trace(store, read.traits) if added and said.removed is None else None
    if traced is None:
        _say_held(store, Known(source.file, source.id, ""), report)
        return
    version = traced.version if traced.version.of > 1 else None
    notes = (*read.notes, *lacking(source, claims))
    found = tuple(relations(store, traced))
    report.added.append(Added(source.file, len(claims), notes, source.id, version, traced.copied, found))


def _say_held(store: Store, known: Known, report: ImportReport) -> None:
    """Says that an article is in already, or by whom it was taken out."""
    out = removal(store.corrections(known.source))
    if out is not None:
        report.removed.append(Removed(known.file, known.source, out))
        return
    report.unchanged.append(known.file)
    if known.words:
        report.known.append(known)

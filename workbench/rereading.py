"""Reading stored articles again with today's rules: claims are replaced, decisions keep what still stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from workbench.correcting import KnownLog, standing
from workbench.decisions.standing import Displaced
from workbench.errors import WorkbenchError
from workbench.importing.report import Failure, Progress
from workbench.models import Source
from workbench.store import Store


@dataclass(frozen=True, slots=True)
class Reread:
    """An article whose claims changed: how many came, how many say something else, how many are gone."""

    file: str
    added: int
    altered: int
    gone: int


@dataclass(slots=True)
class RereadReport:
    """What became of each article, in the order they were read. `not_read` were left by a stop."""

    changed: list[Reread] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    displaced: list[Displaced] = field(default_factory=list)
    not_read: list[str] = field(default_factory=list)


def reread(
    store: Store,
    sources: Sequence[str],
    *,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> RereadReport:
    """Reads the originals of these sources, given by their ids, each in one transaction.

    An article that cannot be read keeps the claims it has, and is reported. The log is never changed:
    a claim at the same characters keeps its id and with it what was decided on it; one at almost the
    same characters takes that over where it says the same. Claims must be matched again afterwards.
    `stop` is asked before each source.
    """
    report = RereadReport()
    known = KnownLog(store.decisions())
    files = {row.id: row.file for row in store.sources()}
    for done, source in enumerate(sources):
        if stop():
            report.not_read = [files.get(one, one) for one in sources[done:]]
            break
        if progress:
            progress(Progress(done, len(sources), files.get(source, source)))
        _reread_one(store, store.source(source), known, report)
    return report


def _reread_one(store: Store, before: Source, known: KnownLog, report: RereadReport) -> None:
    from workbench.sources import read_again

    try:
        told = store.source_as_told(before.id)
        anew = read_again(told)
        read = standing(anew, store.corrections(before.id))
        claims = {claim.id: claim for claim in read.claims}
    except WorkbenchError as error:
        report.failed.append(Failure(before.file, error))
        return
    held = {claim.id: claim for claim in store.claims(source=before.id)}
    if (anew, read.source, claims) == (told, before, held):
        report.unchanged.append(before.file)
        return
    found = known.replaced(held, claims, moved=read.source.text != before.text)
    store.replace_claims(read.source, read.claims, found.heirs, read.said)
    kept = held.keys() & claims.keys()
    altered = sum(claims[key] != held[key] for key in kept)
    report.changed.append(Reread(before.file, len(claims) - len(kept), altered, len(held) - len(kept)))
    report.displaced += [*found.displaced, *read.displaced]

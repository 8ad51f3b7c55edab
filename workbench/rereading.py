"""Reading stored articles again with today's rules: claims are replaced, decisions keep what still stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from workbench.decisions.standing import Displaced, displaced, heirs
from workbench.errors import WorkbenchError
from workbench.models import About, Decision, Source
from workbench.pipeline import Failure, Progress, claims_of
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


class _Log:
    """The log, the claims that some reviewer had before them, and what was decided on each."""

    def __init__(self, entries: Sequence[Decision]) -> None:
        self.entries = entries
        self.seen = {claim for entry in entries for claim in (*entry.claims, *chain(*entry.saw))}
        self.decided: dict[str, set[About]] = {}
        for entry in entries:
            for claim in entry.claims if entry.kind not in ("note", "undo") else ():
                self.decided.setdefault(claim, set()).add(entry.attribute)


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
    known = _Log(store.decisions())
    files = {row.id: row.file for row in store.sources()}
    for done, source in enumerate(sources):
        if stop():
            report.not_read = [files.get(one, one) for one in sources[done:]]
            break
        if progress:
            progress(Progress(done, len(sources), files.get(source, source)))
        _reread_one(store, store.source(source), known, report)
    return report


def _reread_one(store: Store, before: Source, known: _Log, report: RereadReport) -> None:
    from workbench.sources import source_from_bytes

    try:
        fresh = source_from_bytes(before.original, before.file)
        # What the file itself does not say was learnt at the import.
        fresh = replace(fresh, url=fresh.url or before.url, publisher=fresh.publisher or before.publisher)
        claims = {claim.id: claim for claim in claims_of(fresh)}
    except WorkbenchError as error:
        report.failed.append(Failure(Path(before.file), error))
        return
    held = {claim.id: claim for claim in store.claims(source=before.id)}
    if (fresh, claims) == (before, held):
        report.unchanged.append(before.file)
        return
    moved = fresh.text != before.text
    gone = [claim for key, claim in held.items() if key not in claims]
    new = [claim for key, claim in claims.items() if key not in held]
    seen = [claim for claim in gone if claim.id in known.seen]
    taken_over = heirs(seen, new, known.decided, moved=moved)
    store.replace_claims(fresh, list(claims.values()), taken_over)
    altered = sum(claims[key] != claim for key, claim in held.items() if key in claims)
    report.changed.append(Reread(before.file, len(new), altered, len(gone)))
    report.displaced += displaced(known.entries, held, claims, taken_over, moved=moved)

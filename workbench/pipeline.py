"""The one place that runs the stages in order: import, match, detect.

The rooms that read text are imported by the stage that runs them: deciding and exporting start
without them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.correcting import read_corrected
from workbench.decisions.log import statuses
from workbench.errors import SourceError, WorkbenchError
from workbench.models import Claim, Source
from workbench.store import QueueFilter, Store

if TYPE_CHECKING:
    from workbench.events.features import Features
    from workbench.events.match import Explanation
    from workbench.linking.report import MatchReport
    from workbench.sources import Pasted


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` files are behind; `file` is the one being read now."""

    done: int
    total: int
    file: str


_UNREADABLE = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Added:
    """A source that went into the store with that many claims.

    `lacking` names what could not be had from it, in words for the user.
    """

    file: str
    claims: int
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that gave nothing, and why."""

    path: Path
    error: WorkbenchError


@dataclass(slots=True)
class ImportReport:
    """What became of each file, in the order they were read. `not_read` were left by a stop."""

    added: list[Added] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    not_read: list[Path] = field(default_factory=list)


def import_paths(
    store: Store,
    paths: Iterable[Path],
    *,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] = lambda: False,
    report: ImportReport | None = None,
) -> ImportReport:
    """Read files and folders into the store, each source in one transaction.

    A bad file is reported and never stops the rest. `stop` is asked before each file; when it
    says yes, what is in stays in and the others are left in `not_read`. A `report` that is given is
    filled while they are read, so that `progress` can look at it. Raises StoreError only when the
    store itself refuses.
    """
    report = ImportReport() if report is None else report
    files = _files(paths, report)
    for done, path in enumerate(files):
        if stop():
            report.not_read = files[done:]
            break
        if progress:
            progress(Progress(done, len(files), path.name))
        _import_file(store, path, report)
    return report


def _files(paths: Iterable[Path], report: ImportReport) -> list[Path]:
    """Every file to read, once, in the order named; a path without any goes to `report.failed`."""
    from workbench.sources import article_paths

    found: dict[Path, None] = {}
    for path in paths:
        try:
            found.update(dict.fromkeys(article_paths([path])))
        except WorkbenchError as error:
            report.failed.append(Failure(path, error))
    return list(found)


def import_text(store: Store, pasted: Pasted, *, report: ImportReport | None = None) -> ImportReport:
    """Read a text that somebody has pasted into the store, as `import_paths` reads a file."""
    from workbench.sources import source_from_paste

    report = ImportReport() if report is None else report
    path = Path(pasted.title or "text")
    _import_source(store, path, lambda: source_from_paste(pasted), report)
    return report


def _import_file(store: Store, path: Path, report: ImportReport) -> None:
    from workbench.sources import read_source

    def read() -> Source:
        _check_name(path)
        return read_source(path)

    _import_source(store, path, read, report)


def _import_source(store: Store, path: Path, read: Callable[[], Source], report: ImportReport) -> None:
    try:
        source = read()
        if store.has_source(source.id):
            report.unchanged.append(source.file)
            return
        claims = read_corrected(source, store.corrections(source.id)).claims
    except WorkbenchError as error:
        report.failed.append(Failure(path, error))
        return
    if store.add_source(source, claims):
        report.added.append(Added(source.file, len(claims), _lacking(source, claims)))
    else:
        report.unchanged.append(source.file)


def _lacking(source: Source, claims: Sequence[Claim]) -> tuple[str, ...]:
    found = []
    lost = source.text.count(_UNREADABLE)
    if lost:
        found.append(f"{lost} characters could not be read and stand as {_UNREADABLE}")
    if source.published is None:
        found.append("no publication date found: relative dates stay open")
    if not claims:
        found.append("no claims found")
    return tuple(found)


def _check_name(path: Path) -> None:
    """Raise SourceError where the name holds bytes that are no text: no database or export could hold it."""
    try:
        path.name.encode()
    except UnicodeEncodeError as error:
        raise SourceError("File name cannot be kept", repr(path.name), "rename the file") from error


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

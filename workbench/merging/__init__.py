"""Logs that meet: what was decided in another database is taken over into this one.

The log is a set of entries that never change, so that merging is their union; what holds then follows from
the set alone ([why](../../docs/decisions/0035-logs-that-meet.md)).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from workbench.correcting import KnownLog, Standing, only_shown, standing
from workbench.decisions.contradictions import contradictions
from workbench.decisions.describing import reads_anew
from workbench.decisions.log import CORRECTING, ON_ARTICLES, REGROUPING, Verdicts, acted_on
from workbench.errors import DecisionError, StoreError, WorkbenchError
from workbench.merging.reading import Offered
from workbench.models import Decision, Status
from workbench.models.order import in_order
from workbench.reviewing import judge
from workbench.store import Store

_ATTEMPTS = 3
_OF_ARTICLES = ("claim", "source")
"""What entries are about that say how an article is read."""
Progress = Callable[[int, int, str], None]
"""Told how many of how many articles that are read again are behind, and which is next."""


@dataclass(slots=True)
class MergeReport:
    """What became of the entries offered: `known` already, `added`, or `refused` with place and reason.

    Of those added, `resting` are on articles or claims that are not here and wait for them. `missing` are ids
    of entries that those added knew of, take back or let stand, and that are not here either: without them
    reviewers may seem to disagree who do not. `changes` are
    discrepancies whose status is another one by them, with both; on those of `disputed` reviewers disagree
    now and did not before; each of `contradicting` keeps apart claims that others put into one event, which
    holds. `matches`: claims must be matched again, after which more may change.
    """

    known: int = 0
    added: list[Decision] = field(default_factory=list)
    refused: list[tuple[str, WorkbenchError]] = field(default_factory=list)
    resting: list[Decision] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    changes: list[tuple[str, Status, Status]] = field(default_factory=list)
    disputed: list[str] = field(default_factory=list)
    contradicting: list[Decision] = field(default_factory=list)
    matches: bool = False


def merge(
    store: Store,
    offered: Iterable[Offered],
    *,
    today: date | None = None,
    write: bool = True,
    progress: Progress | None = None,
) -> MergeReport:
    """Takes over what is not here yet, all of it or nothing; without `write` says only what that would do.

    An entry that is here otherwise than it is offered is refused, as are those by which an article cannot be
    read. Where the report says that it `matches`, the caller calls `link_pending`.
    """
    held = list(offered)
    for _ in range(_ATTEMPTS):
        # Articles are read before anything is written, so that nobody waits for that.
        with store.standing_still():
            planned = _planned(store, held, today or date.today(), progress)
        if not (write and planned.report.added) or _written(store, planned, today):
            return planned.report
    raise StoreError("Somebody else is writing the same", str(store.path), "Try again.")


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be written, and what it was based on: the articles `here`, and what was `said` of each."""

    report: MergeReport
    articles: Mapping[str, _Article]
    regrouping: Sequence[Decision]
    said: Mapping[str, Sequence[str]]
    here: frozenset[str]


def _planned(store: Store, offered: Iterable[Offered], today: date, progress: Progress | None) -> _Plan:
    report = MergeReport()
    fresh = _fresh(store, offered, report)
    keys = {entry.key for entry in fresh.values() if entry.attribute in _OF_ARTICLES}
    articles = _articles(store, fresh, report, progress)
    report.added = in_order(fresh.values())
    report.missing = _missing(store, fresh)
    here = store.as_today(report.added)
    _foretell(store, report, here, today)
    acts = {entry.id: _acts(store, entry, fresh) for entry in report.added}
    report.matches = any(_matches(one, articles) for one in acts.values())
    regrouping = [one for one in here if _kind(acts[one.id]) in REGROUPING]
    report.contradicting = _contradicting(store, regrouping)
    return _Plan(report, articles, regrouping, _said(store, keys), _here(store, keys))


def _said(store: Store, keys: Iterable[str]) -> dict[str, list[str]]:
    return {key: [entry.id for entry in store.corrections(key)] for key in keys}


def _here(store: Store, keys: Iterable[str]) -> frozenset[str]:
    return frozenset(row.id for row in store.source_rows(keys))


def _written(store: Store, planned: _Plan, today: date | None) -> bool:
    """Writes it; false, and nothing changed, where somebody has written since what it was based on."""
    report = planned.report
    with store.together():
        same = (_said(store, planned.said), _here(store, planned.said)) == (planned.said, planned.here)
        if not same or store.entries_as_written(entry.id for entry in report.added):
            return False
        claims = {claim for one in planned.regrouping for claim in one.claims}
        store.take_over(report.added, judge(today), claims)
        for article in planned.articles.values():
            _make_standing(store, article)
    return True


def _fresh(store: Store, offered: Iterable[Offered], report: MergeReport) -> dict[str, Decision]:
    """The entries that are not here, by id."""
    found: dict[str, tuple[str, Decision]] = {}
    for one in offered:
        if one.error is not None:
            report.refused.append((one.where, one.error))
        elif one.entry is not None:
            held = found.setdefault(one.entry.id, (one.where, one.entry))[1]
            _refuse_other(one.where, one.entry, held, report)
    here = store.entries_as_written(found)
    for name, held in here.items():
        where, entry = found.pop(name)
        if not _refuse_other(where, entry, held, report):
            report.known += 1
    return {name: entry for name, (_, entry) in found.items()}


def _refuse_other(where: str, entry: Decision, held: Decision, report: MergeReport) -> bool:
    """Whether an entry says the same act as another one but not the same about it; it is refused then."""
    same = (entry, entry.knew, entry.placed) == (held, held.knew, held.placed)
    if not same:
        report.refused.append((where, DecisionError("Here already, but told otherwise", entry.id)))
    return not same


@dataclass(frozen=True, slots=True)
class _Article:
    """An article as it stands by all that is said of it; `shown`: no claim follows from what is new."""

    now: Standing
    shown: bool


def _articles(
    store: Store, fresh: dict[str, Decision], report: MergeReport, progress: Progress | None
) -> dict[str, _Article]:
    """The articles here of which something new is said, by id; what cannot be followed is refused."""
    said: dict[str, list[Decision]] = {}
    for entry in fresh.values():
        if entry.attribute in _OF_ARTICLES:
            said.setdefault(entry.key, []).append(entry)
    found: dict[str, _Article] = {}
    here = {row.id: row.file for row in store.source_rows(said)}
    for done, name in enumerate(sorted(here)):
        if progress:
            progress(done, len(here), here[name])
        log = in_order([*store.corrections(name), *said[name]])
        try:
            now = standing(store.source_as_told(name), log)
        except WorkbenchError as error:
            for entry in said[name]:
                del fresh[entry.id]
                report.refused.append((here[name], error))
            continue
        found[name] = _Article(now, all(only_shown(entry, log) for entry in said[name]))
    return found


def _make_standing(store: Store, article: _Article) -> None:
    now = article.now
    if article.shown:
        store.make_standing(now.source, None, {}, now.said)
        return
    held = {claim.id: claim for claim in store.claims(source=now.source.id)}
    fresh = {claim.id: claim for claim in now.claims}
    found = KnownLog(store.decisions_on_claims(held)).replaced(held, fresh, moved=False)
    store.make_standing(now.source, now.claims, found.heirs, now.said)


def _foretell(store: Store, report: MergeReport, here: Sequence[Decision], today: date) -> None:
    """What of the entries added waits for its article, and what they change where nothing is matched.

    `here` are the same entries with their claims as they are called here today.
    """
    of_articles = {one.key for one in report.added if one.attribute in _OF_ARTICLES}
    articles = {row.id for row in store.source_rows(of_articles)}
    claims = store.claims_known(chain.from_iterable(one.claims for one in report.added))
    for entry in report.added:
        on_article = entry.attribute in _OF_ARTICLES
        gone = entry.key not in articles if on_article else claims.isdisjoint(entry.claims)
        if gone and (on_article or entry.claims):
            report.resting.append(entry)
    found = store.discrepancies_touched(here)
    log = store.decisions()
    before, after = Verdicts(log), Verdicts(in_order([*log, *here]))
    for one in found:
        was, now = before.status(one, today), after.status(one, today)
        if was != now:
            report.changes.append((one.id, was, now))
        if after.disagreement(one) and not before.disagreement(one):
            report.disputed.append(one.id)


def _missing(store: Store, fresh: Mapping[str, Decision]) -> list[str]:
    """What these entries rest on and that is neither among them nor here: of a log that came in parts."""
    named = set(chain.from_iterable(one.knew for one in fresh.values()))
    named |= {one.undoes for one in fresh.values() if one.undoes}
    named |= {str(one.value) for one in fresh.values() if one.kind == "keep"}
    return sorted(named - fresh.keys() - store.entries_as_written(named).keys())


def _contradicting(store: Store, regrouping: list[Decision]) -> list[Decision]:
    """Of all that keep claims apart those that contradict others by these entries, and did not before."""
    if not regrouping:
        return []
    log = store.regrouping_entries()
    known = {entry.id for entry, _, _ in contradictions(log)}
    found = {entry.id: entry for entry, _, _ in contradictions(in_order([*log, *regrouping]))}
    return [entry for name, entry in found.items() if name not in known]


def _acts(store: Store, entry: Decision, fresh: Mapping[str, Decision]) -> Decision | None:
    return acted_on(entry, lambda name: fresh.get(name) or store.decision(name))


def _kind(entry: Decision | None) -> str:
    return entry.kind if entry else ""


def _matches(acts: Decision | None, articles: Mapping[str, _Article]) -> bool:
    """Whether claims must be matched again after an entry that acts so."""
    if acts is None:
        return False
    if acts.kind in ON_ARTICLES:
        return acts.key in articles and reads_anew(acts)
    return acts.kind in REGROUPING or (acts.kind in CORRECTING and acts.key in articles)

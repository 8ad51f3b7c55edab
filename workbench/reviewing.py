"""Decisions meet the database: writing one with what its reviewer saw, and what has changed since."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from workbench.correcting import take
from workbench.decisions import verdicts
from workbench.decisions.belonging import quoted
from workbench.decisions.changes import Change, changed_since_decided, let_stand
from workbench.decisions.contradictions import parting, refuse_contradiction, way
from workbench.decisions.describing import reads_anew
from workbench.decisions.log import (
    BELONGING,
    CORRECTING,
    ON_ARTICLES,
    REGROUPING,
    REMARKS,
    VERDICTS,
    Verdicts,
    acted_on,
    judgements,
    newest_redoable,
    newest_undoable,
)
from workbench.decisions.overtaken import knew, refuse_overtaken
from workbench.decisions.parents import named_claims, refuse_loop
from workbench.decisions.resting import refuse_resting
from workbench.decisions.telling import sentences
from workbench.errors import DecisionError
from workbench.models import Decision, Status
from workbench.store import Judge, Store


@dataclass(frozen=True, slots=True)
class Told:
    """A change with the label of its event ("": it has none now) and what there is to say of it."""

    change: Change
    label: str
    sentences: tuple[str, ...]


def judge(today: date | None) -> Judge:
    """What says from the log how discrepancies stand, on the day `today` (default: the current one)."""
    day = today or date.today()
    return lambda log, found: judgements(log, found, today=day)


def decide(
    store: Store, decision: Decision, *, today: date | None = None, seen: Collection[str] | None = None
) -> Mapping[str, Status]:
    """Write a decision to the log with the statuses that follow from it, and return them by discrepancy.

    The log keeps with it all claims of its event as they stand now. `seen` are the ids of the entries on its
    difference that the reviewer had before them: where another verdict is in force by the time of writing,
    OvertakenError says whose (None: whatever is in force is replaced). Raises DecisionError also where it
    contradicts what was said before of which claims belong together, or takes back what something rests on.

    Re-matching may have renamed the discrepancy since an earlier entry, so those of the same
    attribute and key on the same claims are looked at too. A decision that `regroups`
    takes effect on the events only when the caller calls `link_pending`. One on how an article is read,
    or what takes it back, replaces the article's claims with it, and gives no statuses.
    """
    if decision.attribute in ("claim", "source"):
        take(store, decision)
        return {}
    acts = acted_on(decision, store.decision)
    again = acts is not None and acts.kind in REGROUPING
    if again:
        _refuse_grouping(store, decision, _in_words(store))

    def check() -> None:
        if decision.kind == "undo":
            _refuse_undo(store, decision)
        elif seen is not None and decision.kind in VERDICTS:
            touched = store.discrepancies_about(decision)
            named = [one for one in touched if one.id == decision.discrepancy] or touched
            refuse_overtaken(store.decisions_about(named), named, seen)
        if again:
            _refuse_grouping(store, decision)

    return store.append_decision(_with_sight(store, decision), judge(today), check, regroups=again)


def regroups(store: Store, decision: Decision) -> bool:
    """Whether claims must be matched again after this entry, as `changes_matching` says."""
    acts = acted_on(decision, store.decision)
    if acts is not None and acts.kind in ON_ARTICLES:
        return reads_anew(acts)
    return acts is not None and acts.kind in (*REGROUPING, *CORRECTING)


def last_taken(store: Store, reviewer: str) -> Decision | None:
    """What this reviewer's "undo" takes back: their newest entry in effect that is not an undo."""
    return newest_undoable(store.decisions_backwards(reviewer), reviewer)


def last_taken_back(store: Store, reviewer: str) -> Decision | None:
    """The undo that this reviewer's "redo" takes back, or None."""
    return newest_redoable(store.decisions_backwards(reviewer), store.decision, reviewer)


def taking_back(
    store: Store, entry: Decision, *, reviewer: str, at: str, note: str | None = None
) -> Decision:
    """The undo of any entry, also of an undo; to be written by `decide`.

    DecisionError where it is taken back already, where later entries rest on it (RestedOnError), or where
    what it would bring back has lost its ground (GroundGoneError).
    """
    log = _log_around(store, entry)
    undone = verdicts.undo(entry, log, reviewer=reviewer, at=at, note=note)
    refuse_resting(log, entry)
    return undone


def _refuse_undo(store: Store, undone: Decision) -> None:
    entry = store.decision(undone.undoes or "")
    if entry is None:
        raise DecisionError("Nothing to undo", f"{undone.undoes} is not in the log", "Read the log again.")
    taking_back(store, entry, reviewer=undone.reviewer, at=undone.at)


def _log_around(store: Store, entry: Decision) -> list[Decision]:
    """What of the log tells whether an entry may be taken back: little, where it is on one difference."""
    made = acted_on(entry, store.decision) or entry
    claims = {*made.claims, *chain(*made.saw)}
    plain = made.kind not in BELONGING and made.kind in (*VERDICTS, *REMARKS, "keep")
    since = None if plain else made.id
    return store.decisions_around(entry.discrepancy, claims, since=since)


def _with_sight(store: Store, decision: Decision) -> Decision:
    log = store.decisions_around(decision.discrepancy, decision.claims) if decision.discrepancy else []
    decision = replace(decision, knew=knew(log, decision))
    if decision.saw or decision.kind == "undo":
        return decision
    events = store.events_of_claims(decision.claims)
    return replace(decision, saw=tuple(event.claims for event in events))


def contradiction(store: Store, decision: Decision) -> DecisionError | None:
    """What refuses an entry on what belongs together, before it is taken; None where nothing does."""
    try:
        _refuse_grouping(store, decision, _in_words(store))
    except DecisionError as error:
        return error
    return None


def _in_words(store: Store) -> Callable[[str], str]:
    def say(claim: str) -> str:
        found = store.claims_by_id([claim])
        return f"{quoted(found[claim].text)} ({claim})" if claim in found else claim

    return say


def _refuse_grouping(store: Store, decision: Decision, say: Callable[[str], str] = str) -> None:
    """Raises DecisionError where not all that reviewers say of events could hold with this entry."""
    log = store.regrouping_entries()
    if decision.kind == "parent":
        refuse_loop(log, decision, store.event_of({*named_claims(log), *decision.claims}))
    else:
        refuse_contradiction(log, decision, say)


def changed(store: Store) -> list[Told]:
    """What has become of reviewed events since they were decided, in the order of the log.

    Looks only at events that a decision was taken on, so that its cost goes with the log.
    """
    log = store.decisions()
    events, found = store.reviewed_events()
    seen = {claim for entry in log for claim in (*entry.claims, *chain(*entry.saw))}
    changes = changed_since_decided(log, events, found, store.event_ids_of(seen))
    labels = {event.id: event.label for event in events}
    files = _files(store, changes)
    return [Told(one, _label(one, labels), tuple(sentences(one, files.get))) for one in changes]


def said_together(store: Store, first: str, second: str) -> list[Decision]:
    """The entries that put two claims into one event, one behind the other; empty where none do."""
    return [step.decision for step in way(store.decisions(), first, second)]


def said_apart(store: Store, first: str, second: str) -> Decision | None:
    """An entry that keeps the events of two claims apart, or None."""
    one, other = (store.events_of_claims([claim])[0].claims for claim in (first, second))
    return parting(store.decisions(), one, other)


def _label(change: Change, labels: Mapping[str, str]) -> str:
    return next((labels[event] for event in change.events if event in labels), "")


def keep(store: Store, change: Change, *, reviewer: str, at: str, note: str | None = None) -> Decision:
    """The entry that lets a decision stand for what has come since."""
    log = Verdicts(store.decisions())
    told = {value.claim for value in change.unseen}
    events = store.events_of_claims({*change.decision.claims, *told})
    found = [
        one
        for event in events
        for one in store.discrepancies(event=event.id)
        if log.in_force(one) == change.decision
    ]
    return let_stand(change, events, found, reviewer=reviewer, at=at, note=note)


def _files(store: Store, changes: Sequence[Change]) -> dict[str, str]:
    """The articles of the claims that there is something to say of, by claim."""
    named = {claim for one in changes for claim in (*one.joined, *one.left)}
    named |= {value.claim for one in changes for value in one.unseen}
    files = {row.id: row.file for row in store.sources()} if named else {}
    return {claim.id: files[claim.source] for claim in store.claims_by_id(named).values()}

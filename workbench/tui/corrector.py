"""What the article screen writes: corrections made from what was typed or selected, in the writer thread."""

from __future__ import annotations

from dataclasses import dataclass

from workbench import told
from workbench.correcting import draft_claim, read_passages
from workbench.decisions import corrections, verdicts
from workbench.decisions.claim_fields import edited_number, given, put, typed
from workbench.decisions.corrections import corrections_in_effect, passage
from workbench.decisions.log import ON_ARTICLES, last_redoable, last_undoable
from workbench.errors import DecisionError
from workbench.models import Claim, Decision
from workbench.reviewing import decide, taking_back
from workbench.store import Store
from workbench.told.signs import MODALITIES
from workbench.words import _


@dataclass(frozen=True, slots=True)
class Hand:
    """Who acts, when, and for what reason."""

    reviewer: str
    at: str
    note: str | None = None


def edited(claim: Claim, field: str, text: str, kinds: tuple[str, ...]) -> Claim:
    """The claim with a field of the panel as it was typed. Raises DecisionError where it cannot be read.

    `kinds` are the kinds of events that there are.
    """
    name, _dot, part = field.partition(".")
    if part:
        return put(claim, name, edited_number(given(claim, name), part, text))
    if field == "modality":
        words = {_(word).casefold(): one for one, word in MODALITIES.items()}
        text = words.get(text.strip().casefold(), text)
    if field == "event_type":
        return put(claim, field, _kind(text.strip(), kinds))
    return put(claim, field, typed(field, text))


def _kind(text: str, kinds: tuple[str, ...]) -> str:
    """The kind of event that was typed, by its name or in the reader's language."""
    words = {told.event_type(kind).casefold(): kind for kind in kinds} | {kind: kind for kind in kinds}
    found = words.get(text.casefold())
    if found is None:
        raise DecisionError(_("No such kind of event"), text, near(text, kinds))
    return found


def near(text: str, kinds: tuple[str, ...]) -> str:
    """The kinds whose names share a word with what was typed, or else all, for a reader."""
    parts = text.casefold().split()
    like = [kind for kind in kinds if any(part in told.event_type(kind).casefold() for part in parts)]
    return ", ".join(map(told.event_type, like or kinds))


def reject(store: Store, claim: Claim, hand: Hand) -> Decision:
    """Writes that a claim is rejected."""
    events = store.events_of_claims([claim.id])
    return _take(store, corrections.reject(claim, events, reviewer=hand.reviewer, at=hand.at, note=hand.note))


def correct(store: Store, claim: Claim, changed: Claim, hand: Hand) -> Decision:
    """Writes that a claim says what `changed` does."""
    events = store.events_of_claims([claim.id])
    entry = corrections.correct(claim, changed, events, reviewer=hand.reviewer, at=hand.at, note=hand.note)
    return _take(store, entry)


def extend(store: Store, claim: Claim, start: int, end: int, hand: Hand) -> Decision:
    """Writes that a claim has another extent; what stands there is read anew."""
    source = store.source(claim.source)
    span = passage(source, store.claims(source=source.id), start, end)
    base = read_passages(source, [span])[span]
    events = store.events_of_claims([claim.id])
    entry = corrections.correct(
        claim, base, events, reviewer=hand.reviewer, at=hand.at, note=hand.note, base=base
    )
    return _take(store, entry)


def make(store: Store, source: str, start: int, end: int, hand: Hand) -> Decision:
    """Writes that a passage is a claim, with what is read in it."""
    draft, beside = draft_claim(store, store.source(source), start, end)
    entry = corrections.make(draft, draft, beside, reviewer=hand.reviewer, at=hand.at, note=hand.note)
    return _take(store, entry)


def undo(store: Store, source: str, entry_id: str | None, hand: Hand) -> Decision:
    """Takes back an entry on how an article is read, or the reviewer's latest one, and returns it."""
    log = store.corrections(source)
    if entry_id is None:
        target = last_undoable(log, hand.reviewer)
    else:
        target = next((one for one in corrections_in_effect(log) if one.id == entry_id), None)
    if target is None:
        raise DecisionError(_("Nothing to undo"), _("you have corrected nothing in this article"))
    if target.kind in ON_ARTICLES:
        # Unlike a correction, it may have changed claims that others have decided on since.
        _take(store, taking_back(store, target, reviewer=hand.reviewer, at=hand.at, note=hand.note))
    else:
        _take(store, verdicts.undo(target, log, reviewer=hand.reviewer, at=hand.at, note=hand.note))
    return target


def redo(store: Store, source: str, hand: Hand) -> Decision:
    """Brings back what the reviewer's latest undo in an article took back, and returns it."""
    log = store.corrections(source)
    undone = last_redoable(log, hand.reviewer)
    if undone is None:
        raise DecisionError(_("Nothing to bring back"), _("you have undone nothing in this article"))
    _take(store, verdicts.undo(undone, log, reviewer=hand.reviewer, at=hand.at, note=hand.note))
    return next(one for one in log if one.id == undone.undoes)


def _take(store: Store, entry: Decision) -> Decision:
    decide(store, entry)
    return entry

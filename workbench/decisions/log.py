"""Reading the log: what is in effect, what it settles, and what new evidence opens again.

An undo takes one entry out of effect; an undo of an undo brings the entry back. Nothing else in
the log changes what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from workbench.models import Decision, Discrepancy, Status

_NO_VERDICT = ("note", "undo")


def in_effect(log: Sequence[Decision]) -> tuple[Decision, ...]:
    """The entries that no undo in effect takes back, in log order; undo entries are among them."""
    undone: set[str] = set()
    standing: list[Decision] = []
    # Newest first: whether an undo is itself undone is known before its target is reached.
    for entry in reversed(log):
        if entry.id in undone:
            continue
        standing.append(entry)
        if entry.kind == "undo" and entry.undoes is not None:
            undone.add(entry.undoes)
    return tuple(reversed(standing))


class _Verdicts:
    """The verdicts in effect, found by discrepancy or by what they were about."""

    def __init__(self, log: Sequence[Decision]) -> None:
        self._ordered = [entry for entry in in_effect(log) if entry.kind not in _NO_VERDICT]
        self._by_discrepancy: dict[str, int] = {}
        self._by_claim: dict[tuple[str, str, str], int] = {}
        for position, entry in enumerate(self._ordered):
            self._by_discrepancy[entry.discrepancy] = position
            for claim in entry.claims:
                self._by_claim[entry.attribute, entry.key, claim] = position

    def for_discrepancy(self, discrepancy: Discrepancy) -> Decision | None:
        attribute, key = discrepancy.attribute, discrepancy.key
        last = max(
            (self._by_claim.get((attribute, key, value.claim), -1) for value in discrepancy.values),
            default=-1,
        )
        last = max(last, self._by_discrepancy.get(discrepancy.id, -1))
        return self._ordered[last] if last >= 0 else None


def in_force(log: Sequence[Decision], discrepancy: Discrepancy) -> Decision | None:
    """The last verdict in effect on this discrepancy, or None.

    A verdict is on it when it names its id or, since matching again may have given it another
    one, when attribute and key are the same and it was taken on one of its claims.
    """
    return _Verdicts(log).for_discrepancy(discrepancy)


def status_of(log: Sequence[Decision], discrepancy: Discrepancy, *, today: date) -> Status:
    """Where the discrepancy stands on the day `today`.

    A deferral holds up to and with its date. Any verdict is reopened by a claim that its
    reviewer had not seen and whose value is neither the accepted one nor one that was seen.
    """
    return _status(in_force(log, discrepancy), discrepancy, today)


def statuses(
    log: Sequence[Decision], discrepancies: Iterable[Discrepancy], *, today: date
) -> dict[str, Status]:
    """`status_of` for many discrepancies, reading the log once."""
    verdicts = _Verdicts(log)
    return {found.id: _status(verdicts.for_discrepancy(found), found, today) for found in discrepancies}


def _status(decision: Decision | None, discrepancy: Discrepancy, today: date) -> Status:
    if decision is None:
        return "open"
    if _touched_by_new_evidence(decision, discrepancy):
        return "reopened"
    if decision.kind == "defer":
        waits = decision.until is not None and today <= date.fromisoformat(decision.until)
        return "deferred" if waits else "open"
    return "resolved" if decision.kind in ("accept", "enter") else "dismissed"


def _touched_by_new_evidence(decision: Decision, discrepancy: Discrepancy) -> bool:
    seen_claims = set(decision.claims)
    seen_labels = {value.label for value in discrepancy.values if value.claim in seen_claims}
    return any(
        value.claim not in seen_claims
        and value.label not in seen_labels
        and value.label != decision.label
        and (decision.value is None or value.value != decision.value)
        for value in discrepancy.values
    )


def last_undoable(log: Sequence[Decision], reviewer: str | None = None) -> Decision | None:
    """What "undo" takes back: the newest entry in effect, not an undo, of this reviewer or of anybody."""
    return next(
        (
            entry
            for entry in reversed(in_effect(log))
            if entry.kind != "undo" and reviewer in (None, entry.reviewer)
        ),
        None,
    )


def last_redoable(log: Sequence[Decision], reviewer: str | None = None) -> Decision | None:
    """The undo whose undoing brings back what was taken back last; None once something new was decided.

    Undoing one undo after the other in this order brings back the entries oldest first.
    """
    standing = {entry.id for entry in in_effect(log)}
    undos = {entry.id for entry in log if entry.kind == "undo"}
    for entry in reversed(log):
        if reviewer not in (None, entry.reviewer):
            continue
        if entry.kind != "undo":
            return None
        if entry.id in standing and entry.undoes not in undos:
            return entry
    return None


def changes_matching(decision: Decision, log: Sequence[Decision]) -> bool:
    """Whether claims must be matched again after this entry: it, or what it takes back, parts events."""
    by_id = {entry.id: entry for entry in log}
    acted_on: Decision | None = decision
    while acted_on is not None and acted_on.kind == "undo":
        acted_on = by_id.get(acted_on.undoes or "")
    return acted_on is not None and acted_on.kind == "different_events"

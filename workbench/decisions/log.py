"""Reading the log: what is in effect, what it settles, and what new evidence opens again.

An undo takes one entry out of effect; an undo of an undo brings the entry back. Nothing else in
the log changes what stands before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from workbench.decisions.knowing import Name, apart, disagree, names_in, names_of, taken_on
from workbench.models import AttributeValue, Decision, Discrepancy, Judgement, Status

VALUED = ("accept", "enter", "range", "supersede")
"""Kinds that say which value holds."""
RESOLVING = (*VALUED, "unsettled")
"""Kinds that close a difference: they say what holds, or that nobody can tell."""
VERDICTS = (*RESOLVING, "dismiss", "different_events", "defer")
"""Kinds that say where a difference stands. That its claims tell of one event settles no value."""
ACTS = (*VERDICTS, "undo")
"""Kinds that a later verdict on the same difference knows of."""
REMARKS = ("assign", "note")
"""Kinds that settle nothing, and on which nothing rests."""
BELONGING = ("different_events", "same_event")
"""Kinds of entries that say which claims tell of one event: claims are matched again after them."""
REGROUPING = (*BELONGING, "parent")
"""Kinds after which claims are matched again: those, and what says which event is a stage of which."""
CORRECTING = ("reject", "correct", "claim")
"""Kinds of entries that say how claims of an article are to be read."""
ON_ARTICLES = ("remove", "describe")
"""Kinds of entries that take an article out, or say what is known of it."""
READING = (*CORRECTING, *ON_ARTICLES)
"""Kinds of entries from which the claims of an article follow: they are replaced after them."""


def in_effect(log: Sequence[Decision]) -> tuple[Decision, ...]:
    """The entries that no undo in effect takes back, in log order; undo entries are among them."""
    return tuple(reversed(list(newest_in_effect(reversed(log)))))


class Verdicts:
    """The verdicts in effect, found by discrepancy or by what they were about; the log is read once."""

    def __init__(self, log: Sequence[Decision]) -> None:
        standing = in_effect(log)
        self._log = log
        self._by_id: dict[str, Decision] | None = None
        self._ordered = [entry for entry in standing if entry.kind in VERDICTS and entry.discrepancy]
        self._about: dict[Name, list[int]] = {}
        """By discrepancy, and by attribute, key and claim: the places of their verdicts."""
        self._revived: dict[str, list[Decision]] = {}
        self._kept: dict[str, list[Decision]] = {}
        for position, entry in enumerate(self._ordered):
            for name in names_in(entry):
                self._about.setdefault(name, []).append(position)
        self._assigned: dict[Name, tuple[int, str]] = {}
        """By discrepancy, and by attribute, key and claim: the place in the log and whom it was given to."""
        for position, entry in enumerate(standing):
            if entry.kind == "undo" and entry.undoes is not None:
                self._revive(entry)
            if entry.kind == "keep" and isinstance(entry.value, str):
                self._kept.setdefault(entry.value, []).append(entry)
            if entry.kind == "assign":
                given = position, str(entry.value or "")
                self._assigned[entry.discrepancy] = given
                for claim in entry.claims:
                    self._assigned[entry.attribute, entry.key, claim] = given

    def in_force(self, discrepancy: Discrepancy) -> Decision | None:
        """As the function `in_force`."""
        return self._settled(discrepancy)[0]

    def _settled(self, discrepancy: Discrepancy) -> tuple[Decision | None, list[Decision]]:
        """What is in force, or `disagreement`: never both."""
        standing = self._standing(discrepancy)
        if len(standing) < 2:
            return (standing[0] if standing else None), []
        found = [one for one in self._apart(standing) if taken_on(one, discrepancy)]
        against = [one for one in found if any(disagree(one, other) for other in found)]
        return (None if against else standing[-1]), against

    def _standing(self, discrepancy: Discrepancy) -> list[Decision]:
        """All verdicts in effect on it, in the log's order.

        Those on another difference that shares a claim with it count where there are no others.
        """
        places = {place for name in names_of(discrepancy) for place in self._about.get(name, ())}
        found = [self._ordered[place] for place in sorted(places)]
        return [one for one in found if taken_on(one, discrepancy)] or found

    def apart(self, discrepancy: Discrepancy) -> list[Decision]:
        """The verdicts in effect on it that were taken without knowing of each other, in the log's order.

        One alone, the last, where everybody knew what had been decided before.
        """
        return self._apart(self._standing(discrepancy))

    def _apart(self, standing: Sequence[Decision]) -> list[Decision]:
        return apart(standing, self._entries(), self._revived) if len(standing) > 1 else list(standing)

    def _entries(self) -> dict[str, Decision]:
        if self._by_id is None:
            self._by_id = {entry.id: entry for entry in self._log}
        return self._by_id

    def _revive(self, undo: Decision) -> None:
        """Notes an undo in effect with the verdict that it lets hold again."""
        made = acted_on(undo, self._entries().get)
        if made is not None:
            self._revived.setdefault(made.id, []).append(undo)

    def disagreement(self, discrepancy: Discrepancy) -> list[Decision]:
        """The verdicts of `apart` where they do not all say the same of it; none where they do."""
        return self._settled(discrepancy)[1]

    def status(self, discrepancy: Discrepancy, today: date) -> Status:
        """As the function `status_of`."""
        return self._status(discrepancy, *self._settled(discrepancy), today)

    def _status(
        self, discrepancy: Discrepancy, decision: Decision | None, against: Sequence[Decision], today: date
    ) -> Status:
        if decision is None:
            return "reopened" if against else "open"
        if self._unseen(discrepancy, decision):
            return "reopened"
        if decision.kind == "defer":
            waits = decision.until is not None and today <= date.fromisoformat(decision.until)
            return "deferred" if waits else "open"
        return "resolved" if decision.kind in RESOLVING else "dismissed"

    def assignee(self, discrepancy: Discrepancy) -> str:
        """Whom it was given to last, "" for nobody; found again after matching as a verdict is."""
        names = names_of(discrepancy)
        return max((self._assigned[name] for name in names if name in self._assigned), default=(0, ""))[1]

    def judgement(self, discrepancy: Discrepancy, today: date) -> Judgement:
        """All that the log says of it on the day `today`."""
        decision, against = self._settled(discrepancy)
        return Judgement(
            status=self._status(discrepancy, decision, against, today),
            reviewer=decision.reviewer if decision else "",
            at=decision.at if decision else "",
            assignee=self.assignee(discrepancy),
            disputed=bool(against),
        )

    def unseen(self, discrepancy: Discrepancy) -> tuple[AttributeValue, ...]:
        """The values that nobody saw who decided it or let the decision stand; none where it is undecided.

        New are a claim that they had not before them, and one that is read otherwise since; neither
        counts where it gives the accepted value, or shares a label with a claim that they saw.
        """
        decision = self.in_force(discrepancy)
        return self._unseen(discrepancy, decision) if decision else ()

    def _unseen(self, discrepancy: Discrepancy, decision: Decision) -> tuple[AttributeValue, ...]:
        seen = (decision, *self._kept.get(decision.id, ()))
        claims = {claim for entry in seen for claim in entry.claims}
        read: dict[str, set[float | str]] = {}
        for entry in seen:
            for reading in entry.readings:
                read.setdefault(reading.claim, set()).add(reading.value)
        # A label is known by a claim that still gives what it gave: labels are worded anew by each matching.
        known = {
            value.label
            for value in discrepancy.values
            if value.claim in claims and value.value in read.get(value.claim, {value.value})
        }
        return tuple(
            value
            for value in discrepancy.values
            if value.label not in known
            and value.label != decision.label
            and (decision.value is None or value.value != decision.value)
        )


def concerns(entry: Decision, discrepancy: Discrepancy) -> bool:
    """Whether an entry is on this difference, also where matching gave it another id since.

    What was said of which claims belong together concerns it where two of its claims were named.
    """
    if entry.discrepancy == discrepancy.id:
        return True
    shared = {value.claim for value in discrepancy.values}.intersection(entry.claims)
    if entry.attribute == "event":
        return len(shared) > 1
    return bool(shared) and (entry.attribute, entry.key) == (discrepancy.attribute, discrepancy.key)


def in_force(log: Sequence[Decision], discrepancy: Discrepancy) -> Decision | None:
    """The last verdict in effect on this discrepancy; None where there is none, or reviewers disagree.

    A verdict is on it when it names its id or, since matching again may have given it another one, when
    attribute and key are the same and it was taken on its claims or, where there is no such, on one of them.
    """
    return Verdicts(log).in_force(discrepancy)


def status_of(log: Sequence[Decision], discrepancy: Discrepancy, *, today: date) -> Status:
    """Where the discrepancy stands on the day `today`.

    A deferral holds up to and with its date. Any verdict is reopened by a value that its
    reviewer had not seen (`Verdicts.unseen`).
    """
    return Verdicts(log).status(discrepancy, today)


def statuses(
    log: Sequence[Decision], discrepancies: Iterable[Discrepancy], *, today: date
) -> dict[str, Status]:
    """`status_of` for many discrepancies, reading the log once."""
    verdicts = Verdicts(log)
    return {found.id: verdicts.status(found, today) for found in discrepancies}


def judgements(
    log: Sequence[Decision], discrepancies: Iterable[Discrepancy], *, today: date
) -> dict[str, Judgement]:
    """What the log says of many discrepancies, reading it once."""
    verdicts = Verdicts(log)
    return {found.id: verdicts.judgement(found, today) for found in discrepancies}


def newest_in_effect(newest_first: Iterable[Decision]) -> Iterator[Decision]:
    """`in_effect` of a log that is read backwards, one entry after the other, as far as somebody asks."""
    undone: set[str] = set()
    # Whether an undo is itself undone is known before its target is reached.
    for entry in newest_first:
        if entry.id not in undone:
            yield entry
            if entry.kind == "undo" and entry.undoes is not None:
                undone.add(entry.undoes)


def last_undoable(log: Sequence[Decision], reviewer: str | None = None) -> Decision | None:
    """What "undo" takes back: the newest entry in effect, not an undo, of this reviewer or of anybody."""
    return newest_undoable(reversed(log), reviewer)


def newest_undoable(newest_first: Iterable[Decision], reviewer: str | None = None) -> Decision | None:
    """`last_undoable` of a log that is read backwards, no further than it must be."""
    for entry in newest_in_effect(newest_first):
        if entry.kind != "undo" and reviewer in (None, entry.reviewer):
            return entry
    return None


def last_redoable(log: Sequence[Decision], reviewer: str | None = None) -> Decision | None:
    """The undo whose undoing brings back what was taken back last; None once something new was decided.

    Undoing one undo after the other in this order brings back the entries oldest first.
    """
    by_id = {entry.id: entry for entry in log}
    return newest_redoable(reversed(log), by_id.get, reviewer)


def newest_redoable(
    newest_first: Iterable[Decision],
    find: Callable[[str], Decision | None],
    reviewer: str | None = None,
) -> Decision | None:
    """`last_redoable` of a log that is read backwards; `find` gives the entry of an id."""
    undone: set[str] = set()
    for entry in newest_first:
        ours = reviewer in (None, entry.reviewer)
        if ours and entry.kind != "undo":
            return None
        if entry.kind != "undo" or entry.undoes is None or entry.id in undone:
            continue
        undone.add(entry.undoes)
        target = find(entry.undoes)
        if ours and not (target and target.kind == "undo"):
            return entry
    return None


def acted_on(decision: Decision, find: Callable[[str], Decision | None]) -> Decision | None:
    """The entry itself, or what a chain of undos takes back and brings back in the end."""
    found: Decision | None = decision
    while found is not None and found.kind == "undo":
        found = find(found.undoes or "")
    return found


def changes_matching(decision: Decision, log: Sequence[Decision]) -> bool:
    """Whether claims must be matched again after this entry.

    It, or what it undoes, parts or joins events, or says how an article is to be read.
    """
    found = acted_on(decision, {entry.id: entry for entry in log}.get)
    return found is not None and found.kind in (*REGROUPING, *READING)

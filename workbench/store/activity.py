"""The log as a list: which entries a filter lets through, and the lines of the page that is on the screen."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING

from workbench.folding import fold
from workbench.models import Decision, DecisionKind
from workbench.store import reviewed
from workbench.store.connection import Connection
from workbench.store.heirs import as_today
from workbench.store.rows import DECISION, as_json, decision_from_row

if TYPE_CHECKING:
    from sqlite_utils import Database

_IN = "IN (SELECT value FROM json_each(?))"
_PAGE = 500
_CLAIMS_ASKED = 8
"""Claims of an entry that are looked up to find its event, where the event that it names is gone."""


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which entries of the log are listed; an empty part allows all.

    `since` and `until` are ISO days, both included, on the calendar of whoever wrote the entry. `events`
    are ids: entries that name one of them, or were taken on a claim that stands in one today. `text` is
    plain words: each must occur, in any case and without diacritics, in the reviewer's name, the value,
    the note, the subject or the event's label. `in_effect` leaves out undone entries, and undos.
    """

    reviewers: tuple[str, ...] = ()
    kinds: tuple[DecisionKind, ...] = ()
    since: str = ""
    until: str = ""
    events: tuple[str, ...] = ()
    text: str = ""
    in_effect: bool = False


@dataclass(frozen=True, slots=True)
class LogList:
    """The entries under a filter by their numbers, newest first, and what is undone in the whole log.

    `undone` maps an entry's number to that of the undo in effect that takes it back. `reviewers` and `kinds`
    count the entries that the other parts of the filter let through.
    """

    seqs: array[int] = field(default_factory=lambda: array("q"))
    undone: Mapping[int, int] = field(default_factory=dict)
    reviewers: Mapping[str, int] = field(default_factory=dict)
    kinds: Mapping[DecisionKind, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LogRow:
    """An entry of the log as a line of a list; `seq` numbers entries from 1 as they came into this database.

    `event` is the one that it named or, where that is gone, the one in which its claims stand today ("":
    in none). `undone` is the undo in effect that takes it back. Of an undo, `target` is the decision that
    it takes back or, with `brings_back`, lets hold again, whatever chain of undos lies between.
    """

    seq: int
    decision: Decision
    event: str
    event_label: str
    undone: Decision | None
    target: Decision | None
    brings_back: bool
    written: Decision | None = None
    """The entry as the log has it, where its claims are known under other ids today."""


class ActivityStore(Connection):
    """Reads of the log as a list."""

    def log_list(self, chosen: LogFilter | None = None) -> LogList:
        """The entries that a filter lets through. It looks at the whole log: never in a screen's thread."""
        with self._reading() as db:
            return _log_list(db, chosen or LogFilter())

    def log_rows(self, seqs: Iterable[int], undone: Mapping[int, int]) -> dict[int, LogRow]:
        """Those of these entries that exist; `undone` as `log_list` gives it. For one page at a time."""
        with self._reading() as db:
            return _log_rows(db, list(seqs), undone)

    def log_entries(self, chosen: LogFilter | None = None) -> Iterator[LogRow]:
        """The entries under a filter as lines, oldest first; read page by page."""
        found = self.log_list(chosen)
        oldest_first = found.seqs[::-1]
        for start in range(0, len(oldest_first), _PAGE):
            page = oldest_first[start : start + _PAGE]
            rows = self.log_rows(page, found.undone)
            yield from (rows[seq] for seq in page)

    def log_seq(self, decision: str) -> int | None:
        """The number of an entry by its id, or None where there is no such entry."""
        with self._reading() as db:
            row = db.conn.execute("SELECT seq FROM decisions WHERE id = ?", (decision,)).fetchone()
            return None if row is None else int(row[0])


def _log_list(db: Database, chosen: LogFilter) -> LogList:
    undone = undone_entries(db)
    conditions, parameters = _conditions(db, chosen, undone)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = db.conn.execute(
        f"SELECT seq, reviewer, kind FROM decisions {where} ORDER BY placed DESC, id DESC", parameters
    )
    seqs = array("q")
    reviewers: Counter[str] = Counter()
    kinds: Counter[DecisionKind] = Counter()
    for seq, reviewer, kind in rows:
        named = not chosen.reviewers or reviewer in chosen.reviewers
        of_kind = not chosen.kinds or kind in chosen.kinds
        if named and of_kind:
            seqs.append(seq)
        reviewers[reviewer] += of_kind
        kinds[kind] += named
    return LogList(seqs, undone, +reviewers, +kinds)


def _conditions(db: Database, chosen: LogFilter, undone: Mapping[int, int]) -> tuple[list[str], list[str]]:
    """SQL for all of the filter but reviewers and kinds, which are counted."""
    asked: list[tuple[str, tuple[str, ...]]] = []
    if chosen.since:
        asked.append(("substr(at, 1, 10) >= ?", (chosen.since,)))
    if chosen.until:
        asked.append(("substr(at, 1, 10) <= ?", (chosen.until,)))
    if chosen.in_effect:
        asked.append((f"kind <> 'undo' AND seq NOT {_IN}", (as_json(list(undone)),)))
    if chosen.events:
        asked.append((_OF_EVENTS, (as_json(chosen.events),) * 2))
    if words := fold(chosen.text).split():
        db.conn.create_function(
            "has_the_words", 1, lambda text: all(word in folded for folded in [fold(text)] for word in words)
        )
        asked.append((f"has_the_words({_WORDS})", ()))
    return [condition for condition, _ in asked], [one for _, values in asked for one in values]


_OF_EVENTS = f"""(event {_IN} OR seq IN (
  SELECT decision_claims.decision FROM event_claims CROSS JOIN claims ON claims.seq = event_claims.claim
  CROSS JOIN decision_claims ON decision_claims.claim = claims.id WHERE event_claims.event {_IN}))"""
_WORDS = """reviewer || char(10) || coalesce(label, '') || char(10) || coalesce(note, '') || char(10)
  || replace(kind || ' ' || attribute || ' ' || key, '_', ' ') || char(10) || coalesce(
    (SELECT label FROM events WHERE id = decisions.event),
    (SELECT events.label FROM json_each(decisions.claims) AS named
     CROSS JOIN claims ON claims.id = named.value CROSS JOIN event_claims ON event_claims.claim = claims.seq
     CROSS JOIN events ON events.id = event_claims.event LIMIT 1), '')"""


def undone_entries(db: Database) -> dict[int, int]:
    """The number of every entry that is undone, with that of the undo in effect that takes it back."""
    rows = db.conn.execute(
        """SELECT undo.seq, target.seq FROM decisions AS undo CROSS JOIN decisions AS target
           ON target.id = undo.undoes WHERE undo.kind = 'undo'
           ORDER BY undo.placed DESC, undo.id DESC"""
    )
    undone: dict[int, int] = {}
    # Newest first: whether an undo is itself undone is known before it is reached.
    for undo, target in rows:
        if undo not in undone:
            undone.setdefault(target, undo)
    return undone


def _log_rows(db: Database, seqs: Sequence[int], undone: Mapping[int, int]) -> dict[int, LogRow]:
    undos = [undone[seq] for seq in seqs if seq in undone]
    written = _written(db, "seq", [*seqs, *undos])
    found = _as_today(db, written)
    by_id = {entry.id: entry for entry in found.values()}
    # An undo may take back an undo: look up one step of all chains at a time.
    missing = {entry.undoes for entry in by_id.values() if entry.undoes} - by_id.keys()
    while missing:
        more = _as_today(db, _written(db, "id", sorted(missing)))
        by_id |= {entry.id: entry for entry in more.values()}
        missing = {entry.undoes for entry in more.values() if entry.undoes} - by_id.keys()
    events = _events_of(db, [found[seq] for seq in seqs if seq in found])
    return {
        seq: LogRow(
            seq,
            found[seq],
            *events.get(found[seq].id, ("", "")),
            found.get(undone[seq]) if seq in undone else None,
            *_target(found[seq], by_id),
            written[seq] if written[seq] is not found[seq] else None,
        )
        for seq in seqs
        if seq in found
    }


def _target(entry: Decision, by_id: Mapping[str, Decision]) -> tuple[Decision | None, bool]:
    """What a chain of undos ends at, and whether it lets that hold again."""
    if entry.kind != "undo":
        return None, False
    steps, target = 0, entry
    while target.undoes and target.undoes in by_id:
        steps, target = steps + 1, by_id[target.undoes]
    return target, steps % 2 == 0


def _written(db: Database, column: str, wanted: Sequence[int | str]) -> dict[int, Decision]:
    """Entries by number or id, as the log has them."""
    rows = db.conn.execute(
        f"SELECT seq, {DECISION.select()} FROM decisions WHERE {column} {_IN}", (as_json(wanted),)
    )
    return {row[0]: decision_from_row(row[1:]) for row in rows}


def _as_today(db: Database, entries: Mapping[int, Decision]) -> dict[int, Decision]:
    """The entries with each claim under the id that it has today."""
    return dict(zip(entries, as_today(db, entries.values()), strict=True))


def _events_of(db: Database, entries: Sequence[Decision]) -> dict[str, tuple[str, str]]:
    """Each entry's id to the id and label of its event today; those without one are left out."""
    labels = _labels(db, {entry.event for entry in entries})
    moved = [entry for entry in entries if entry.event not in labels]
    asked = {entry.id: list(islice(entry.claims, _CLAIMS_ASKED)) for entry in moved}
    home_of = reviewed.event_ids_of(db, chain(*asked.values()))
    home = {
        entry: next((home_of[claim] for claim in claims if home_of.get(claim)), "")
        for entry, claims in asked.items()
    }
    labels |= _labels(db, set(home.values()))
    of_entry = {entry.id: home.get(entry.id, entry.event) for entry in entries}
    return {entry: (event, labels[event]) for entry, event in of_entry.items() if event in labels}


def _labels(db: Database, events: set[str]) -> dict[str, str]:
    rows = db.conn.execute(f"SELECT id, label FROM events WHERE id {_IN}", (as_json(sorted(events)),))
    return dict(rows.fetchall())

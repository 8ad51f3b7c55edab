"""What the screens ask of the database: one difference with its evidence, and taking decisions on it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from workbench.decisions import log as decision_log
from workbench.decisions import verdicts
from workbench.errors import DecisionError
from workbench.models import AttributeValue, Claim, Decision, Discrepancy, Source, Status
from workbench.reviewing import decide, last_taken, last_taken_back, taking_back
from workbench.store import QueueFilter, Store
from workbench.tui.appearance import UNDECIDED
from workbench.tui.passages import Piece, passage

Clock = Callable[[], datetime]
_SOURCES_KEPT = 16


@dataclass(frozen=True, slots=True)
class Case:
    """One difference as it is put before the reviewer.

    ``values`` are ordered by label in the labels' order; ``claims`` by id. ``in_force`` is the verdict
    that holds now, ``history`` every entry of the log on this difference, oldest first.
    """

    discrepancy: Discrepancy
    event_label: str
    status: Status
    values: tuple[AttributeValue, ...]
    claims: dict[str, Claim]
    in_force: Decision | None
    history: tuple[Decision, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        return self.discrepancy.labels

    def values_of(self, label: str) -> list[AttributeValue]:
        """The claims' values that read `label`."""
        return [value for value in self.values if value.label == label]


class ReviewSession:
    """A reviewer at work on one open store. Belongs to the store's thread.

    `clock` gives the time, with zone, that decisions are stamped with; `today` decides which
    deferrals are over.
    """

    def __init__(self, store: Store, reviewer: str, *, clock: Clock, today: date) -> None:
        self.store = store
        self.reviewer = reviewer
        self.today = today
        self._clock = clock
        self._sources: OrderedDict[str, Source] = OrderedDict()
        self.changed: Mapping[str, Status] = {}
        """The statuses that the last entry gave to the differences that it bears on."""
        self.taken = 0
        """How many entries this session has written."""

    def case(self, discrepancy_id: str) -> Case:
        """Everything about one difference. Raises StoreError when it is not there."""
        discrepancy = self.store.discrepancy(discrepancy_id)
        entries = self.store.decisions_about([discrepancy])
        log = [entry for entry in entries if decision_log.concerns(entry, discrepancy)]
        order = {label: index for index, label in enumerate(discrepancy.labels)}
        return Case(
            discrepancy=discrepancy,
            event_label=self.store.event(discrepancy.event).label,
            status=decision_log.status_of(log, discrepancy, today=self.today),
            values=tuple(sorted(discrepancy.values, key=lambda value: order[value.label])),
            claims=self.store.claims_by_id({value.claim for value in discrepancy.values}),
            in_force=decision_log.in_force(log, discrepancy),
            history=tuple(log),
        )

    def source(self, source_id: str) -> Source:
        """A source with its text; the last few are kept."""
        if source_id not in self._sources:
            self._sources[source_id] = self.store.source(source_id)
            if len(self._sources) > _SOURCES_KEPT:
                self._sources.popitem(last=False)
        self._sources.move_to_end(source_id)
        return self._sources[source_id]

    def passage(self, value: AttributeValue, claim: Claim | None) -> tuple[Piece, ...]:
        """The value's words in their sentence."""
        text = self.source(value.source).text
        clause = (claim.start, claim.end) if claim else (value.start, value.end)
        sentence = clause
        if claim and claim.context_end > claim.context_start:
            sentence = (claim.context_start, claim.context_end)
        return passage(text, (value.start, value.end), clause, sentence)

    def accept(self, discrepancy: Discrepancy, number: int) -> Decision:
        return self._take(verdicts.accept(discrepancy, number, reviewer=self.reviewer, at=self._now()))

    def enter(self, discrepancy: Discrepancy, text: str) -> Decision:
        return self._take(verdicts.enter(discrepancy, text, reviewer=self.reviewer, at=self._now()))

    def dismiss(self, discrepancy: Discrepancy) -> Decision:
        return self._take(verdicts.dismiss(discrepancy, reviewer=self.reviewer, at=self._now()))

    def split(self, discrepancy: Discrepancy) -> Decision:
        return self._take(verdicts.different_events(discrepancy, reviewer=self.reviewer, at=self._now()))

    def defer(self, discrepancy: Discrepancy, until: str) -> Decision:
        return self._take(verdicts.defer(discrepancy, until, reviewer=self.reviewer, at=self._now()))

    def note(self, discrepancy: Discrepancy, text: str) -> Decision:
        return self._take(verdicts.note(discrepancy, text, reviewer=self.reviewer, at=self._now()))

    def undo(self) -> Decision:
        """Takes back the reviewer's latest decision and returns it. DecisionError when there is none."""
        last = last_taken(self.store, self.reviewer)
        if last is None:
            raise DecisionError("Nothing to undo", "you have taken no decision yet")
        self._take(taking_back(self.store, last, reviewer=self.reviewer, at=self._now()))
        return last

    def redo(self) -> Decision:
        """Brings back what the latest undo took back, and returns it. DecisionError when nothing was."""
        undo = last_taken_back(self.store, self.reviewer)
        brought_back = self.store.decision(undo.undoes or "") if undo else None
        if undo is None or brought_back is None:
            raise DecisionError("Nothing to bring back", "your latest entry is not an undo")
        self._take(taking_back(self.store, undo, reviewer=self.reviewer, at=self._now()))
        return brought_back

    def forget(self) -> None:
        """Lets go of what was read before: another program may have changed the database."""
        self._sources.clear()

    def _now(self) -> str:
        return self._clock().isoformat(timespec="microseconds")

    def _take(self, decision: Decision) -> Decision:
        self.changed = decide(self.store, decision, today=self.today)
        self.taken += 1
        return decision


def load_queue(store: Store, chosen: QueueFilter) -> tuple[list[str], frozenset[str]]:
    """The ids of the queue under a filter, and those of all differences that are still undecided."""
    return store.queue_ids(chosen), frozenset(store.queue_ids(QueueFilter(statuses=UNDECIDED)))

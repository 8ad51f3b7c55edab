"""What the screens ask of the database: one difference with its evidence, and taking decisions on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from workbench.decisions import verdicts
from workbench.errors import DecisionError
from workbench.models import AttributeValue, Claim, Decision, Discrepancy, Source, Status
from workbench.reviewing import decide, last_taken, last_taken_back, taking_back
from workbench.store import Store
from workbench.tui.cases import Case as Case
from workbench.tui.cases import Sources, read_case
from workbench.tui.passages import Piece, passage

Clock = Callable[[], datetime]


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
        self._sources = Sources(store)
        self.changed: Mapping[str, Status] = {}
        """The statuses that the last entry gave to the differences that it bears on."""
        self.taken = 0
        """How many entries this session has written."""

    def case(self, discrepancy_id: str) -> Case:
        """Everything about one difference. Raises StoreError when it is not there."""
        return read_case(self.store, discrepancy_id, self.today)

    def source(self, source_id: str) -> Source:
        """A source with its text; the last few are kept."""
        return self._sources(source_id)

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
        self._sources.forget()

    def _now(self) -> str:
        return self._clock().isoformat(timespec="microseconds")

    def _take(self, decision: Decision) -> Decision:
        self.changed = decide(self.store, decision, today=self.today)
        self.taken += 1
        return decision

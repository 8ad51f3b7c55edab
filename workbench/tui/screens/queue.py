"""The review screen: verdicts on the difference under the cursor, each written to the log at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from workbench.decisions.log import BELONGING
from workbench.models import Attribute, Decision
from workbench.tui.actions import bindings_of
from workbench.tui.appearance import UNDECIDED, decision_phrase
from workbench.tui.screens.browsing import BrowsingScreen
from workbench.tui.screens.prompts import Prompt
from workbench.tui.session import Case
from workbench.tui.widgets.detail import short

_DEFER_DAYS = 7
_NUMBERS = "Type a number (390) or a range (390-400)."
_WHAT_TO_TYPE: dict[Attribute, str] = {
    "count": _NUMBERS,
    "total": _NUMBERS,
    "date": "Type a day (2026-02-03) or two (2026-02-03/2026-02-04).",
    "time": "Type a time of day (14:30).",
}


class QueueScreen(BrowsingScreen):
    """After a verdict the cursor goes on to the next open difference."""

    PLACE = "queue"
    BINDINGS = bindings_of("queue")

    def do_accept(self, number: int) -> None:
        self._decide(lambda case: self.session.accept(case.discrepancy, number))

    def do_dismiss(self) -> None:
        self._decide(lambda case: self.session.dismiss(case.discrepancy))

    def do_split(self) -> None:
        self._decide(lambda case: self.session.split(case.discrepancy))

    def do_enter(self) -> None:
        case = self.here()
        values = ", ".join(short(label) for label in case.labels[:9])
        expected = _WHAT_TO_TYPE.get(case.discrepancy.attribute, "Type the value in words.")
        self._ask(
            "Enter another value",
            f"The sources give: {values}.\n{expected}",
            lambda case, text: self.session.enter(case.discrepancy, text),
        )

    def do_defer(self) -> None:
        self._ask(
            "Defer",
            "Until which day? It opens again when that day is over.",
            lambda case, text: self.session.defer(case.discrepancy, text.strip()),
            value=(self.session.today + timedelta(days=_DEFER_DAYS)).isoformat(),
        )

    def do_note(self) -> None:
        self._ask(
            "Comment",
            "A note for whoever looks at this difference next; it decides nothing.",
            lambda case, text: self.session.note(case.discrepancy, text),
        )

    def do_undo(self) -> None:
        self._go_back_to(self.session.undo(), "Taken back")

    def do_redo(self) -> None:
        self._go_back_to(self.session.redo(), "Brought back")

    def _go_back_to(self, decision: Decision, what: str) -> None:
        self._refresh_after()
        self.return_to(decision.discrepancy)
        self.show_case()
        self.say(f"↶ {what}: {decision_phrase(decision)}{self._matched_again(decision)}")

    def _decide(self, verdict: Callable[[Case], Decision]) -> None:
        self._decided(verdict(self.here()))

    def _ask(
        self, title: str, question: str, verdict: Callable[[Case, str], Decision], *, value: str = ""
    ) -> None:
        case = self.here()

        def done(decision: Decision | None) -> None:
            if decision is not None:
                self._decided(decision)

        self.app.push_screen(Prompt(title, question, lambda text: verdict(case, text), value=value), done)

    def _decided(self, decision: Decision) -> None:
        self._refresh_after()
        moved = decision.kind != "note" and bool(self.undecided) and self.go_to_open(1)
        if not moved:
            self.show_case()
        rest = "" if self.undecided or decision.kind == "note" else ". Nothing is left open"
        rest += self._matched_again(decision, at_next=True)
        self.say(f"✓ Saved: {decision_phrase(decision)}{rest}. u takes it back")

    def _matched_again(self, decision: Decision, *, at_next: bool = False) -> str:
        """Starts matching where a verdict on it parts events or no longer does; what to say of it."""
        if decision.kind not in BELONGING:
            return ""
        self.match_again(go_to=None if at_next else decision.discrepancy)
        return ". Matching again"

    def _refresh_after(self) -> None:
        changed = self.session.changed
        still = {one for one, status in changed.items() if status in UNDECIDED}
        self.undecided = self.undecided.difference(changed) | still
        self.queue.forget_rows()

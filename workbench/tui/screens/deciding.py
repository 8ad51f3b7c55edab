"""All verdicts on the difference in hand: what the queue and the decide screen have in common.

Each is made in the UI thread, where what was typed can be refused at once, and written by the desk's writer
thread, where the log may refuse it. Acts asked for meanwhile follow in their order.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Generic

from workbench.decisions import verdicts
from workbench.decisions.entering import RANGED, range_parts
from workbench.decisions.log import REGROUPING, VERDICTS
from workbench.errors import WorkbenchError
from workbench.models import Decision, Status
from workbench.reviewing import decide
from workbench.store import Store
from workbench.told.deciding import decision_phrase
from workbench.tui.actions import action_named
from workbench.tui.cases import Case
from workbench.tui.going_back import Moved, bring_back, take_back
from workbench.tui.refusals import refused
from workbench.tui.screens import questions
from workbench.tui.screens.acting import ActingScreen, Result
from workbench.tui.screens.prompts import Prompt
from workbench.tui.screens.splitting import SplitScreen
from workbench.words import _

VERDICT_ACTIONS = ("accept", "enter", "range", "supersede", "dismiss", "split", "unsettled", "defer")
DECIDING = frozenset((*VERDICT_ACTIONS, "reason", "note", "assign", "undo", "redo"))
"""The actions that this class does."""
_WITHOUT_CASE = frozenset(("undo", "redo"))

Make = Callable[[Case, str], Decision]


class DecidingScreen(ActingScreen[Result], Generic[Result]):
    """Takes decisions on `case`, the difference in hand, which the host keeps up to date.

    The host says in `decided`, `remarked` and `went_back` what comes after each, and in `show_again` how the
    difference in hand is read anew. They are called in the UI thread, when the entry is in the database.
    """

    case: Case | None = None
    reason = ""
    """The note that goes with the next verdict."""
    _known: tuple[str, frozenset[str]] = ("", frozenset())
    """The difference in hand, and the entries on it when its reviewer took it in hand or was told of more."""

    # What the host does

    def take_in_hand(self, case: Case | None) -> None:
        """Another difference is in hand, or its reviewer has come back to it: what is shown has been seen.

        What others decide while it is in hand is not seen by being shown: the first verdict after it is
        refused, with what happened.
        """
        self.case = case
        if case is not None:
            self._known = case.discrepancy.id, case.seen

    def decided(self, entry: Decision, statuses: Mapping[str, Status]) -> None:
        """A verdict is written, and gives these statuses: go on to the next undecided difference."""
        raise NotImplementedError

    def remarked(self, entry: Decision, statuses: Mapping[str, Status]) -> None:
        """A note or an assignment is written: the difference stays in hand."""
        self.show_again()

    def went_back(self, entry: Decision, statuses: Mapping[str, Status]) -> None:
        """An entry was taken back or brought back: show what it was on."""
        raise NotImplementedError

    def show_again(self) -> None:
        """Read the difference in hand anew: it is not what its reviewer had before them."""
        raise NotImplementedError

    def left_open(self) -> int | None:
        """How many differences are still undecided, None where that is not known."""
        return None

    # Refusing

    def refusal(self, action_id: str, number: int | None = None) -> str | None:
        if action_id not in DECIDING or action_id in _WITHOUT_CASE:
            return super().refusal(action_id, number)
        if self.case is None:
            return _("There is no difference here to decide on.")
        return self._refusal_on(self.case, action_id, number)

    def _refusal_on(self, case: Case, action_id: str, number: int | None) -> str | None:
        found = case.discrepancy
        if action_id == "accept" and number and number > len(case.labels):
            return _("There are only {n} values here. {key} enters another one.").format(
                n=len(case.labels), key=self.key("enter")
            )
        if action_id == "range" and found.attribute not in RANGED:
            return _("Only numbers, days and times have a range. {key} enters another value.").format(
                key=self.key("enter")
            )
        if action_id == "supersede" and len(case.labels) < 2:
            return _("There is one value only: nothing that it could have replaced.")
        if action_id == "split" and len({value.claim for value in case.values}) < 2:
            return _("All values stand in one claim: there are no two events to tell apart.")
        return None

    def key(self, action_id: str) -> str:
        """The key of an action of this place, as the reviewer reads it."""
        return action_named(f"{self.PLACE}.{action_id}").main_key

    # Verdicts

    def do_accept(self, number: int) -> None:
        self._take(partial(verdicts.accept, self._here().discrepancy, number))

    def do_dismiss(self) -> None:
        self._take(partial(verdicts.dismiss, self._here().discrepancy))

    def do_unsettled(self) -> None:
        self._take(partial(verdicts.unsettled, self._here().discrepancy))

    def do_enter(self) -> None:
        case = self._here()
        self._ask(questions.enter(case), lambda text: partial(verdicts.enter, case.discrepancy, text))

    def do_range(self) -> None:
        case = self._here()

        def make(text: str) -> Callable[..., Decision]:
            low, best, high = range_parts(text)
            return partial(verdicts.give_range, case.discrepancy, low, high, best=best)

        self._ask(questions.give_range(case), make)

    def do_supersede(self) -> None:
        case = self._here()

        def make(text: str) -> Callable[..., Decision]:
            number = int(text) if text.strip().isdecimal() else 0
            return partial(verdicts.supersede, case.discrepancy, number)

        self._ask(questions.supersede(case), make)

    def do_defer(self) -> None:
        case = self._here()
        asked = questions.defer(self.desk.today)
        self._ask(asked, lambda text: partial(verdicts.defer, case.discrepancy, text))

    def do_split(self) -> None:
        case = self._here()

        def done(sides: Sequence[Sequence[str]] | None) -> None:
            if sides is not None:
                self._take(partial(verdicts.different_events, case.discrepancy, sides=sides))

        self.app.push_screen(SplitScreen(case), done)

    # Remarks

    def do_reason(self) -> None:
        def done(text: str | None) -> None:
            if text is not None:
                self.reason = text
                self.say(self._reason_kept())

        asked = questions.reason(self.reason)
        self.app.push_screen(Prompt(asked.title, asked.question, str.strip, value=asked.value), done)

    def _reason_kept(self) -> str:
        if not self.reason:
            return _("The next verdict is written without a reason")
        return _("Reason for the next verdict: {reason}").format(reason=self.reason)

    def do_note(self) -> None:
        case = self._here()
        at, who = self.desk.now(), self.desk.reviewer
        self._ask_for(
            questions.note(), lambda text: verdicts.note(case.discrepancy, text, reviewer=who, at=at)
        )

    def do_assign(self) -> None:
        case = self._here()
        at, who = self.desk.now(), self.desk.reviewer

        def ask(names: Sequence[str]) -> None:
            if self.case is None or self.case.discrepancy.id != case.discrepancy.id:
                return
            self._ask_for(
                questions.assign(case, who, names),
                lambda text: verdicts.assign(case.discrepancy, text, reviewer=who, at=at),
            )

        self.desk.read(lambda store: store.people(), ask, group="people")

    # Back and forward

    def do_undo(self) -> None:
        self.desk.write(
            partial(take_back, reviewer=self.desk.reviewer, at=self.desk.now(), today=self.desk.today),
            partial(self._moved, back=True),
            self._refused,
        )

    def do_redo(self) -> None:
        self.desk.write(
            partial(bring_back, reviewer=self.desk.reviewer, at=self.desk.now(), today=self.desk.today),
            partial(self._moved, back=False),
            self._refused,
        )

    def _moved(self, moved: Moved | None, *, back: bool) -> None:
        if moved is None:
            nothing = _("You have taken no decision that could be taken back")
            self.say(nothing if back else _("Your latest entry is no undo: there is nothing to bring back"))
            return
        self.went_back(moved.entry, moved.statuses)
        said = _("↶ Taken back: {what}") if back else _("↷ Brought back: {what}")
        self.say(said.format(what=decision_phrase(moved.entry)) + self._matching(again=moved.regroups))

    # Writing

    def _here(self) -> Case:
        if self.case is None:
            raise WorkbenchError(_("There is no difference here to decide on."))
        return self.case

    def _ask(self, asked: questions.Question, make: Callable[[str], Callable[..., Decision]]) -> None:
        at, who = self.desk.now(), self.desk.reviewer
        self._ask_for(asked, lambda text: make(text)(reviewer=who, at=at, note=self.reason or None))

    def _ask_for(self, asked: questions.Question, attempt: Callable[[str], Decision]) -> None:
        """Asks until what is typed makes an entry, or the reviewer gives up; then writes it."""
        case = self._here()

        def done(entry: Decision | None) -> None:
            if entry is not None:
                self._write(entry, case)

        self.app.push_screen(questions.prompt(asked, attempt), done)

    def _take(self, make: Callable[..., Decision]) -> None:
        who, at = self.desk.reviewer, self.desk.now()
        self._write(make(reviewer=who, at=at, note=self.reason or None), self._here())

    def _write(self, entry: Decision, case: Case) -> None:
        today, seen = self.desk.today, self._seen(case)

        def job(store: Store) -> Mapping[str, Status]:
            return decide(store, entry, today=today, seen=seen)

        self.desk.write(job, partial(self._written, entry), self._refused)

    def _seen(self, case: Case) -> frozenset[str]:
        item, seen = self._known
        return seen if item == case.discrepancy.id else case.seen

    def _written(self, entry: Decision, statuses: Mapping[str, Status]) -> None:
        self._known = self._known[0], self._known[1] | {entry.id}
        if entry.kind in VERDICTS:
            self.reason = ""
            self.desk.lessons.decided()
            self.decided(entry, statuses)
            self.teach()
        else:
            self.remarked(entry, statuses)
        parts = [_("✓ Saved: {what}").format(what=decision_phrase(entry))]
        if entry.kind in VERDICTS and self.left_open() == 0:
            parts.append(_("Nothing is left open"))
        said = ". ".join(parts) + self._matching(again=entry.kind in REGROUPING)
        self.say(said + ". " + _("{key} takes it back").format(key=self.key("undo")))

    def _matching(self, *, again: bool) -> str:
        """Starts matching where an entry asks for it; what to say of that."""
        if not again:
            return ""
        self.desk.match_again()
        return ". " + _("Matching again")

    def _refused(self, error: WorkbenchError) -> None:
        self.show_again()
        self.take_in_hand(self.case)
        if told := refused(error):
            title, text = told
            self.notify(text, title=title, severity="error", timeout=10, markup=False)
        else:
            self.show_error(error)

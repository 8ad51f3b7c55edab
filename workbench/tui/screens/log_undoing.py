"""Taking entries of the log back and bringing them back, after showing what that would do."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.models import Decision
from workbench.reviewing import last_taken_back
from workbench.store import LogRow, Store
from workbench.tui.screens.log_browsing import BrowsingLog
from workbench.tui.screens.prompts import Prompt
from workbench.tui.screens.undo_plan import Answer, PlanScreen
from workbench.undoing import Plan, Taken, plan, take_back
from workbench.words import _, ngettext

_PLANNING = "undo plan"


class UndoingLog(BrowsingLog):
    """What the keys that write to the log do."""

    _reason = ""

    @property
    def picked(self) -> set[int]:
        """The numbers of the picked entries."""
        return self.log_view.picked

    def undoing_refusal(self, action_id: str) -> str | None:
        """Why nothing can be taken back, brought back or let go now."""
        row = self.here
        if action_id == "let_go" and not self.picked:
            return _("No entry is picked. Space picks one.")
        if action_id == "undo" and not self.picked and row and row.undone:
            return _("This is undone already. U brings it back.")
        return None

    def do_pick(self) -> None:
        view = self.log_view
        if view.seqs:
            view.pick(view.seqs[view.cursor])
            view.move_to(view.cursor + 1)
            self.show_state()

    def do_let_go(self) -> None:
        self.log_view.let_go()
        self.show_state()

    def do_reason(self) -> None:
        def done(reason: str | None) -> None:
            if reason is not None:
                self._reason = reason
                self.say(_("Reason for the next undo: {reason}").format(reason=reason) if reason else "")

        self.app.push_screen(
            Prompt(
                _("Reason"),
                _("Why the next entries are taken back or brought back; it stands in the log."),
                str.strip,
                value=self._reason,
            ),
            done,
        )

    def do_undo(self) -> None:
        seqs = [*self.picked] or [row.seq for row in [self.here] if row]
        self._plan(seqs)

    def do_redo(self) -> None:
        row = self.here
        if row and row.undone:
            self._plan([seq for seq in [self.found.undone.get(row.seq)] if seq])
        elif row and row.decision.kind == "undo":
            self._plan([row.seq])
        else:
            self._plan_latest()

    def _plan_latest(self) -> None:
        def job(store: Store) -> int | None:
            latest = last_taken_back(store, self.desk.reviewer)
            return store.log_seq(latest.id) if latest else None

        def done(seq: int | None) -> None:
            if seq is None:
                self.say(_("Nothing to bring back: your latest entry is not an undo."))
            else:
                self._plan([seq])

        self.desk.read(job, done, group=_PLANNING)

    def _plan(self, seqs: Sequence[int]) -> None:
        """Shows what taking these entries back, newest first, would do."""
        reviewer, at, today, undone = self.desk.reviewer, self.desk.now(), self.desk.today, self.found.undone

        def job(store: Store) -> tuple[list[LogRow], Plan]:
            found = store.log_rows(seqs, undone)
            rows = sorted(
                found.values(), key=lambda row: (row.decision.placed, row.decision.id), reverse=True
            )
            return rows, plan(store, [row.decision for row in rows], reviewer=reviewer, at=at, today=today)

        def done(planned: tuple[list[LogRow], Plan]) -> None:
            screen = PlanScreen(*planned, self.clock(), self._reason)
            self.app.push_screen(screen, lambda answer: self._answered(planned[1], answer))

        self.desk.read(job, done, group=_PLANNING)

    def _answered(self, planned: Plan, answer: Answer | None) -> None:
        if answer is None:
            return
        if answer.go_to:
            seq = self.desk.store.log_seq(answer.go_to)
            if seq is not None:
                self.go_to(seq)
            return
        self._reason = answer.reason
        reviewer, today, now = self.desk.reviewer, self.desk.today, self.desk.now
        steps, note = planned.steps, answer.reason or None

        def job(store: Store) -> Taken:
            return take_back(store, steps, reviewer=reviewer, now=now, today=today, note=note)

        self.desk.write(job, self._taken)

    def _taken(self, taken: Taken) -> None:
        if taken.error:
            self.show_error(taken.error)
        if taken.entries:
            self._reason = ""
            self.log_view.let_go()
            self.say(said(taken.entries, matches=taken.matches))
        if taken.matches:
            self.desk.match_again()
        self.load()


def said(entries: Sequence[Decision], *, matches: bool) -> str:
    """What has just been taken back or brought back."""
    number = len(entries)
    if all(entry.kind == "undo" for entry in entries):
        text = ngettext("↷ Brought back: {n} entry", "↷ Brought back: {n} entries", number)
    else:
        text = ngettext("↶ Taken back: {n} entry", "↶ Taken back: {n} entries", number)
    text = text.format(n=number)
    return _("{what}. Matching again").format(what=text) if matches else text

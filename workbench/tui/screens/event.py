"""What a reviewer does to an event: adopts values, joins it, takes claims out, says of what it is a stage."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

from workbench.decisions import belonging
from workbench.decisions.verdicts import accept
from workbench.models import Decision, Event
from workbench.records.grid import Given
from workbench.records.rows import event_row
from workbench.reviewing import decide
from workbench.store import Store
from workbench.told import event_label, label
from workbench.told.deciding import decision_phrase
from workbench.tui import opening
from workbench.tui.actions import bindings_of
from workbench.tui.event import stops
from workbench.tui.event.dossier import Dossier
from workbench.tui.event.outlook import Aim, entry_of
from workbench.tui.going_back import Moved, bring_back, take_back
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.event_choosing import Chosen, EventChooser, KinChooser
from workbench.tui.screens.event_view import EventView
from workbench.tui.screens.prompts import Prompt
from workbench.words import _, ngettext

_ANYTIME = frozenset({"back", "next_pane", "previous_pane", "undo", "redo"})
_CELLS = frozenset({"left", "right", "page_left", "page_right", "adopt"})


class EventScreen(EventView):
    """An event, with all that can be done to it."""

    PLACE = "event"
    BINDINGS = bindings_of("event")

    # Refusing

    def refusal(self, action_id: str, number: int | None = None) -> str | None:
        if action_id in _ANYTIME:
            return None
        dossier = self.dossier
        if dossier is None:
            return _("The event is still being read.")
        if action_id in _CELLS and self.pane != "grid":
            return _("That is for the cells of the grid: {key} goes there.").format(key=self.key("next_pane"))
        match action_id:
            case "adopt":
                return self._no_adopting(dossier)
            case "pick" if self.selected_claim is None:
                return _("There is no claim here to pick.")
            case "unpick" if not self.picked:
                return _("No claim is picked.")
            case "split":
                return self._no_splitting(dossier)
            case "goto" if not self._kin(dossier):
                return _("This event is no stage of another, and has none.")
            case "differences" if not dossier.discrepancies:
                return _("The sources of this event do not differ on anything.")
            case "article" if self.selected_claim is None:
                return _("There is no claim here whose article could be read.")
            case _other:
                return None

    def _no_splitting(self, dossier: Dossier) -> str | None:
        if len(dossier.claims) < 2:
            return _("This event has one claim only: nothing to split.")
        if not self.picked:
            return _("First pick the claims that tell of another event: {key} picks one.").format(
                key=self.key("pick")
            )
        if len(self.picked) == len(dossier.claims):
            return _("All claims are picked: some must stay.")
        return None

    def _no_adopting(self, dossier: Dossier) -> str | None:
        cell, row = self.grid.current, self.grid.current_row
        if cell is None or row is None or not cell.given:
            return _("This source says nothing of it.")
        if not row.discrepancies:
            return _("Nobody differs on this: there is nothing to decide.")
        given = cell.to_adopt()
        if not given:
            return _("This value was not compared with the others: there is nothing to decide.")
        if len({one.label for one in given}) > 1:
            return _("This source gives several values here: {key} opens the difference.").format(
                key=self.key("differences")
            )
        holds = dossier.in_force.get(given[0].discrepancy)
        if holds and holds.kind == "accept" and holds.label == given[0].label:
            return _("{who} accepted this value already.").format(who=holds.reviewer)
        return None

    # Deciding

    def do_adopt(self) -> None:
        dossier, cell = self.dossier, self.grid.current
        if dossier is None or cell is None:
            return
        given = cell.to_adopt()[0]
        about = next(one for one in dossier.discrepancies if one.id == given.discrepancy)
        entry = accept(about, given.number, reviewer=self.desk.reviewer, at=self.desk.now())
        seen = dossier.effective
        self.desk.write(
            lambda store: decide(store, entry, today=self.desk.today, seen=seen),
            lambda _statuses: self._adopted(given),
        )

    def _adopted(self, given: Given) -> None:
        self.remove_class("-opened")
        self.load(self._with_way_back(_("Accepted: {value}").format(value=label(given.label))))

    def do_open(self) -> None:
        stage = self.list.page.event(self.list.cursor) if self.pane != "grid" and self.list.page else None
        if stage:
            self._go_to(stage)
        elif self.pane == "grid" and self.has_class("-opened") and self.refusal("adopt") is None:
            self.do_adopt()
        else:
            self.toggle_class("-opened")
            cell = self.grid.current
            if self.pane == "grid" and self.has_class("-opened") and cell and self.refusal("adopt") is None:
                value = label(cell.to_adopt()[0].label)
                self.say(_("Enter again accepts {value}").format(value=value))

    def do_pick(self) -> None:
        claim = self.selected_claim
        if claim is None:
            return
        self.picked.symmetric_difference_update({claim.id})
        self.show_picks()
        self.list.step(1)

    def do_unpick(self) -> None:
        self.picked.clear()
        self.show_picks()

    def do_split(self) -> None:
        dossier = self.dossier
        if dossier is None:
            return
        event, leaving = dossier.event, sorted(self.picked)
        question = ngettext(
            "{n} of {all} claims leaves, the others stay. Why? May stay empty.",
            "{n} of {all} claims leave, the others stay. Why? May stay empty.",
            len(leaving),
        ).format(n=len(leaving), all=len(dossier.claims))
        who, at = self.desk.reviewer, self.desk.now()

        def attempt(note: str) -> Decision:
            return belonging.split(event, leaving, reviewer=who, at=at, note=note or None)

        def done(entry: Decision | None) -> None:
            if entry is not None:
                said = ngettext("{n} claim left the event", "{n} claims left the event", len(leaving))
                self._regroup(lambda _store: entry, said.format(n=len(leaving)))

        self.app.push_screen(Prompt(_("Split"), question, attempt), done)

    def do_merge(self) -> None:
        self._choose("merge")

    def do_parent(self) -> None:
        self._choose("parent")

    def _choose(self, aim: Aim) -> None:
        dossier = self.dossier
        if dossier is None:
            return
        event, who, at = dossier.event.id, self.desk.reviewer, self.desk.now()

        def done(chosen: Chosen | None) -> None:
            if chosen is None:
                return
            said = _("The two events are one now") if aim == "merge" else _("It is a stage of that event now")
            if chosen.event is None:
                said = _("It is a stage of no other event now")
            other, note = chosen.event, chosen.note
            self._regroup(
                lambda store: entry_of(aim, store, event, other, reviewer=who, at=at, note=note), said
            )

        self.app.push_screen(EventChooser(aim, dossier.event), done)

    def do_undo(self) -> None:
        self._go_back(back=True)

    def do_redo(self) -> None:
        self._go_back(back=False)

    def _go_back(self, *, back: bool) -> None:
        job = partial(
            take_back if back else bring_back,
            reviewer=self.desk.reviewer,
            at=self.desk.now(),
            today=self.desk.today,
        )

        def done(moved: Moved | None) -> None:
            if moved is None:
                self.say(_("You have nothing to take back") if back else _("You have nothing to bring back"))
                return
            said = _("↶ Taken back: {what}") if back else _("↷ Brought back: {what}")
            self.regrouping()
            self._written(said.format(what=decision_phrase(moved.entry)), again=moved.regroups, back=back)

        self.desk.write(job, done)

    # Matching again

    def _regroup(self, make: Callable[[Store], Decision], said: str) -> None:
        """Writes an entry on what belongs together, matches again, and shows what came of it."""
        today = self.desk.today
        self.regrouping()

        def job(store: Store) -> None:
            decide(store, make(store), today=today)

        self.desk.write(job, lambda _done: self._written(said, again=True))

    def _written(self, said: str, *, again: bool, back: bool = False) -> None:
        self.picked.clear()
        over = self._with_way_back(said, back=back)
        if not again:
            self.load(over)
            return
        self.say(_("{what}; matching again").format(what=said))
        self.desk.match_again(lambda _report: self._matched(over))

    def _matched(self, said: str) -> None:
        if self.is_attached:
            self.load(said)

    def _with_way_back(self, said: str, *, back: bool = False) -> str:
        if back:
            return _("{what}. {key} brings it back").format(what=said, key=self.key("redo"))
        return _("{what}. {key} takes it back").format(what=said, key=self.key("undo"))

    # Looking

    def _kin(self, dossier: Dossier) -> list[tuple[str, Event, str]]:
        above = [("▲", dossier.parent.event, dossier.parent.why)] if dossier.parent else []
        return [*above, *(("▼", kin.event, kin.why) for kin in dossier.stages)]

    def do_goto(self) -> None:
        kin = self._kin(self.dossier) if self.dossier else []
        if len(kin) == 1:
            self._go_to(kin[0][1].id)
        elif kin:
            self.app.push_screen(KinChooser(kin), lambda chosen: self._go_to(chosen) if chosen else None)

    def _go_to(self, event: str) -> None:
        self.app.push_screen(EventScreen(event))

    def do_differences(self) -> None:
        """The selected row's difference first, where it has one; else the first that is open."""
        dossier, row = self.dossier, self.grid.current_row
        if dossier is None:
            return
        here = row.discrepancies if self.pane == "grid" and row else ()
        first = [*(one for one in dossier.undecided if one in here), *here, *dossier.undecided]
        among = [one.id for one in dossier.discrepancies]
        opening.decide(self.app, (first or dossier.discrepancies)[0].id, among)

    def do_article(self) -> None:
        dossier, row, column = self.dossier, self.grid.current_row, self.grid.current_column
        if dossier is None:
            return
        if self.pane == "grid" and row and column:
            passages, first = stops.of_row(self.grid.grid, row, column.source.id)
        elif self.list.page:
            passages, first = stops.of_page(dossier, self.list.page, self.list.cursor)
        about = event_label(dossier.event.label)
        self.app.push_screen(ArticleScreen(passages, first, about=about))

    def do_json(self) -> None:
        self.as_json = not self.as_json if self.pane == "record" else True
        self.pane = "record"
        said = _("The record as it is exported; {key}: readable again").format(key=self.key("json"))
        self.load(said if self.as_json else "")

    def do_copy(self) -> None:
        if self.dossier is None:
            return
        text = json.dumps(event_row(self.dossier.record), ensure_ascii=False, indent=2)
        self.copy(text, _("the record of {event}").format(event=event_label(self.dossier.event.label)))

    def do_back(self) -> None:
        if self.has_class("-opened"):
            self.remove_class("-opened")
        else:
            self.dismiss(None)

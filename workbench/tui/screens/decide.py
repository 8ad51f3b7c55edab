"""One difference whole: its values side by side, decided with one letter, and then the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.css.query import NoMatches
from textual.widgets import Static

from workbench.errors import StoreError
from workbench.models import Decision, Source, Status
from workbench.passages import Piece
from workbench.store import QueueOrder
from workbench.told.deciding import decision_phrase
from workbench.tui import opening
from workbench.tui.actions import actions_of, bindings_of
from workbench.tui.appearance import UNDECIDED
from workbench.tui.cases import Case, Sources, read_case
from workbench.tui.columns import Witness, columns
from workbench.tui.screens.deciding import DecidingScreen
from workbench.tui.surroundings import in_context
from workbench.tui.widgets.case_head import CaseHead, history_line
from workbench.tui.widgets.coach import Coach
from workbench.tui.widgets.column_words import header_content
from workbench.tui.widgets.detail import short
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.value_columns import ValueColumns
from workbench.words import _

_ANYWHERE = frozenset(action.id for action in actions_of("anywhere"))
_WITHOUT_CASE = frozenset(("back", "next_open", "previous_open"))


class DecideScreen(DecidingScreen[str]):
    """Decides `item` and what follows it in the order. Gives the id of the difference that it left.

    `order` is asked anew each time: whoever opened this screen may have read the list again.
    """

    PLACE = "decide"
    CSS_PATH = "decide.tcss"
    BINDINGS = bindings_of("decide")

    def __init__(self, item: str, order: Callable[[], QueueOrder]) -> None:
        super().__init__()
        self.item = item
        self._order = order

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Static(id="title", markup=False)
            yield Static(id="progress", markup=False)
        yield CaseHead()
        yield ValueColumns(self._pieces)
        with VerticalScroll(id="log", can_focus=False):
            yield Static(id="history", markup=False)
        yield Coach()
        yield Static(id="message", markup=False)
        yield KeyBar(actions_of("decide", "anywhere"), self._allowed)

    def on_mount(self) -> None:
        self._sources = Sources(self.desk.store)
        title = Content.assemble(
            ("workbench", "bold $primary"), (f"  {short(self.desk.path.name)}", "$muted")
        )
        self.query_one("#title", Static).update(title)
        self.open(self.item)

    # What is shown

    @property
    def values(self) -> ValueColumns:
        return self.query_one(ValueColumns)

    def open(self, item: str) -> None:
        """Takes another difference in hand; the one before stays where that is gone."""
        try:
            case = read_case(self.desk.store, item, self.desk.today)
        except StoreError:
            self._gone(item)
            return
        self.item = item
        self.take_in_hand(case)
        self._show(case, anew=True)

    def show_again(self) -> None:
        if self.case is None:
            return
        try:
            case = read_case(self.desk.store, self.item, self.desk.today)
        except StoreError:
            self._gone(self.item)
            return
        if case != self.case:
            self.case = case
            self._show(case, anew=False)
        self._show_progress()

    def _gone(self, item: str) -> None:
        """Goes on from a difference that matching has taken away; back where none is left."""
        self.say(_("This difference is there no more: its claims have been matched anew"))
        self._order().settle({item: "resolved"})
        if not self._go(1) and item == self.item:
            self.case = None
            self.dismiss(item)

    def _show(self, case: Case, *, anew: bool) -> None:
        one = case.discrepancy
        self.query_one(CaseHead).show(case)
        shown = columns(case, self._find)
        standing = case.in_force.label if case.in_force else None
        headers = [
            header_content(
                column,
                one.attribute,
                suggested=column.label == one.suggestion,
                in_force=column.label == standing,
            )
            for column in shown
        ]
        (self.values.show if anew else self.values.renew)(shown, headers)
        entries = [history_line(entry, case) for entry in reversed(case.history)]
        log = _("Log") + "  "
        history = Content.styled(log, "bold") + Content("\n" + " " * len(log)).join(entries)
        self.query_one("#history", Static).update(history)
        self.query_one("#log").display = bool(entries)
        self._show_progress()
        self.query_one(KeyBar).refresh()

    def _show_progress(self) -> None:
        order = self._order()
        row = order.place_of(self.item)
        said = _("{n} open").format(n=order.waiting)
        if row is not None and self.case and self.case.status in UNDECIDED:
            said = _("{n} of {all} open").format(n=order.waiting_before(row) + 1, all=order.waiting)
        seconds = self.desk.matching_seconds
        if seconds is not None:
            said = _("matching again, {n} s").format(n=seconds) + " · " + said
        self.query_one("#progress", Static).update(Content(said))

    def _find(self, source_id: str) -> Source | None:
        try:
            return self._sources(source_id)
        except StoreError:
            return None

    def _pieces(self, witness: Witness) -> tuple[Piece, ...]:
        return in_context(witness.source, witness.value, witness.claim)

    # After an act

    def decided(self, entry: Decision, statuses: Mapping[str, Status]) -> None:
        self._order().settle(statuses)
        if not self._go(1):
            self.show_again()

    def went_back(self, entry: Decision, statuses: Mapping[str, Status]) -> None:
        self._order().settle(statuses)
        item = next((one for one in statuses if one != entry.discrepancy), entry.discrepancy)
        self.open(entry.discrepancy if entry.discrepancy in statuses else item)

    def left_open(self) -> int | None:
        return self._order().waiting

    def database_changed(self) -> None:
        before = self.case
        with suppress(NoMatches):  # the program may be on its way out
            self.show_again()
        if before is None or self.case is None or before.discrepancy.id != self.case.discrepancy.id:
            return
        news = [entry for entry in self.case.history if entry.id not in before.seen]
        if news:
            entry = news[-1]
            told = _("{name} was here at {time}: {what}").format(
                name=short(entry.reviewer), time=entry.at[11:16], what=decision_phrase(entry)
            )
            self.notify(told, title=_("Decided in the meantime"), timeout=10, markup=False)

    # Refusing

    def _allowed(self, action_id: str) -> bool:
        return self.refusal(action_id) is None

    def refusal(self, action_id: str, number: int | None = None) -> str | None:
        if action_id in _ANYWHERE:
            return None
        if self.case is None and action_id not in _WITHOUT_CASE:
            return _("There is no difference here to decide on.")
        if action_id in ("next_open", "previous_open") and self._next(1) is None:
            return _("No other difference of this list is open.")
        if action_id == "article" and self.values.selected is None:
            return _("This value has no passage.")
        if action_id == "all_passages" and not self.values.hidden_passages:
            return _("All passages are shown already.")
        return super().refusal(action_id, number)

    # Moving

    def _next(self, step: int) -> str | None:
        order = self._order()
        row = order.place_of(self.item)
        found = order.next_undecided(row if row is not None else -1, step)
        return None if found is None else order[found]

    def _go(self, step: int) -> bool:
        item = self._next(step)
        if item is not None:
            self.open(item)
        return item is not None

    def do_back(self) -> None:
        self.dismiss(self.item)

    def do_next_open(self) -> None:
        self._go(1)

    def do_previous_open(self) -> None:
        self._go(-1)

    def do_next_value(self) -> None:
        if not self.values.step_column(1):
            self.say(_("This is the last value"))

    def do_previous_value(self) -> None:
        if not self.values.step_column(-1):
            self.say(_("This is the first value"))

    def do_next_passage(self) -> None:
        if not self.values.step_passage(1):
            self.do_scroll_down()

    def do_previous_passage(self) -> None:
        if not self.values.step_passage(-1):
            self.do_scroll_up()

    def do_scroll_down(self) -> None:
        if view := self.values.view:
            view.scroll_by(max(view.lines - 1, 1))

    def do_scroll_up(self) -> None:
        if view := self.values.view:
            view.scroll_by(-max(view.lines - 1, 1))

    # Looking

    @on(ValueColumns.Chosen)
    def _passage_chosen(self) -> None:
        self.action_act("article")

    def do_article(self) -> None:
        witness = self.values.selected
        if witness is not None and self.case is not None:
            opening.passage(self.app, self.case, self.values.in_order, witness.value)

    def do_event(self) -> None:
        if self.case is not None:
            opening.event(self.app, self.case.discrepancy.event)

    def do_all_passages(self) -> None:
        self.values.show_everything(not self.values.everything)

    def do_unfold(self) -> None:
        self.toggle_class("-unfolded")

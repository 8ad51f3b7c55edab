"""Finding one's way in the queue: moving, looking at the evidence, and what cannot be done where one is."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import Static

from workbench.errors import WorkbenchError
from workbench.tui import opening
from workbench.tui.actions import actions_of
from workbench.tui.articles import stops_of
from workbench.tui.cases import Case, Sources, read_case
from workbench.tui.narrowing import NOTHING
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.decide import DecideScreen
from workbench.tui.screens.narrowing import NarrowingScreen
from workbench.tui.screens.prompts import PlainInput
from workbench.tui.widgets.chips import Chips
from workbench.tui.widgets.coach import Coach
from workbench.tui.widgets.detail import Detail, short
from workbench.tui.widgets.facets import FacetPanel
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.queue_header import QueueHeader
from workbench.tui.widgets.queue_list import QueueList
from workbench.tui.widgets.status import nothing_shown, progress
from workbench.words import _

_SCROLL_LINES = 5
_BESIDE = 180
"""Columns of the screen from which the evidence stands beside the queue, not below it."""
_WITHOUT_CASE = frozenset(
    {
        "next_open",
        "previous_open",
        "undo",
        "redo",
        "filter",
        "facets",
        "saved",
        "sort",
        "only_open",
        "clear_last",
        "clear_filter",
        "reload",
    }
)
_ANYWHERE = frozenset(action.id for action in actions_of("anywhere"))


class BrowsingScreen(NarrowingScreen):
    """The queue beside the case under the cursor."""

    AUTO_FOCUS = "QueueList"

    _case: Case | None = None
    _case_of: str | None = None

    def compose(self) -> ComposeResult:
        self._sources = Sources(self.desk.store)
        with Horizontal(id="top"):
            yield Static(id="title", markup=False)
            yield Static(id="progress", markup=False)
        yield Chips()
        with Horizontal(id="body"):
            yield FacetPanel()
            with Container(id="main"):
                with Vertical(id="left"):
                    with Horizontal(id="filter"):
                        yield Static("/ ", id="filter-sign", markup=False)
                        placeholder = _("words of the event or of a value")
                        yield PlainInput(placeholder=placeholder, compact=True, id="words")
                    yield QueueHeader()
                    yield QueueList(self.rows, self.desk.today)
                    yield Static(id="empty", markup=False)
                yield Detail(self._sources)
        yield Coach()
        yield Static(id="message", markup=False)
        yield KeyBar(actions_of("queue", "anywhere"), self._allowed)

    def on_mount(self) -> None:
        self.show_state()
        self.say(_("Reviewer: {name}. Every decision is saved at once.").format(name=self.desk.reviewer))
        self.load()

    def on_resize(self) -> None:
        self.set_class(self.size.width >= _BESIDE, "-beside")

    @property
    def detail(self) -> Detail:
        return self.query_one(Detail)

    @property
    def case(self) -> Case | None:
        """The difference under the cursor with its evidence, read when it is first asked for."""
        current = self.queue.current
        if current != self._case_of:
            self._case_of, self._case = current, None
            try:
                self._case = read_case(self.desk.store, current, self.desk.today) if current else None
            except WorkbenchError as error:
                self.show_error(error)
        return self._case

    @case.setter
    def case(self, case: Case | None) -> None:
        self._case, self._case_of = case, case.discrepancy.id if case else None

    @on(QueueList.Moved)
    def _cursor_moved(self) -> None:
        # The list is painted first, so that a key held down moves on at once.
        self.call_after_refresh(self._show_where_it_stands, self.queue.current)

    def _show_where_it_stands(self, moved_to: str | None) -> None:
        if moved_to == self.queue.current:
            self.show_case()

    def show_case(self) -> None:
        """Shows the difference under the cursor as it is now."""
        self._case_of = None
        self.detail.show(self.case)
        self.show_state()

    def show_state(self) -> None:
        """Brings everything but the list and the detail up to date."""
        empty = not self.queue.order
        text = nothing_shown(self.chosen, self.desk.path.name, loaded=self.loaded)
        self.query_one("#empty", Static).update(Content(text))
        self.set_class(empty, "-empty")
        title = Content.assemble(
            ("workbench", "bold $primary"), (f"  {short(self.desk.path.name)}", "$muted")
        )
        self.query_one("#title", Static).update(title)
        place = (self.queue.cursor + 1, len(self.queue.order))
        told = progress(place, self.counts, reading=self.reading_seconds, matching=self.desk.matching_seconds)
        self.query_one("#progress", Static).update(Content(told))
        self.query_one(KeyBar).refresh()

    @on(QueueList.Laid)
    def _lay_header(self, event: QueueList.Laid) -> None:
        self.query_one(QueueHeader).lay(event.sizes)
        self.show_chips()

    # Refusing

    def _allowed(self, action_id: str) -> bool:
        """Whether its key would do it now: where one types, letters are words."""
        typing = self.words.has_focus or self.panel.has_focus
        return not typing and self.refusal(action_id) is None

    @on(DescendantFocus)
    def _keys_mean_other_things(self) -> None:
        self.query_one(KeyBar).refresh()

    def refusal(self, action_id: str, number: int | None = None) -> str | None:
        if action_id in _ANYWHERE:
            return None
        if action_id not in _WITHOUT_CASE and self.case is None:
            return _("There is no difference here to work on.")
        if action_id in ("next_open", "previous_open") and not self.waiting:
            return _("Nothing is open: every difference is decided.")
        if action_id == "all_passages" and not self.detail.hidden_passages:
            return _("All passages are shown already.")
        typing = action_id == "clear_filter" and self.query_one("#filter").display
        if action_id in ("clear_filter", "clear_last") and self.chosen == NOTHING and not typing:
            return _("No filter is on.")
        return super().refusal(action_id, number)

    # Moving

    def do_next_open(self) -> None:
        if not self.go_to_open(1):
            self.say(_("No other open difference in this list"))

    def do_previous_open(self) -> None:
        if not self.go_to_open(-1):
            self.say(_("No other open difference in this list"))

    def do_down(self) -> None:
        self.queue.move_to(self.queue.cursor + 1)

    def do_up(self) -> None:
        self.queue.move_to(self.queue.cursor - 1)

    def do_page_down(self) -> None:
        self.queue.move_to(self.queue.cursor + self.queue.rows_shown)

    def do_page_up(self) -> None:
        self.queue.move_to(self.queue.cursor - self.queue.rows_shown)

    def do_first(self) -> None:
        self.queue.move_to(0)

    def do_last(self) -> None:
        self.queue.move_to(len(self.queue.order) - 1)

    def do_next_passage(self) -> None:
        if not self.detail.step(1):
            self.say(_("This is the last passage shown"))

    def do_previous_passage(self) -> None:
        if not self.detail.step(-1):
            self.say(_("This is the first passage"))

    def do_scroll_down(self) -> None:
        self.detail.scroll_relative(y=_SCROLL_LINES, animate=False)

    def do_scroll_up(self) -> None:
        self.detail.scroll_relative(y=-_SCROLL_LINES, animate=False)

    # Looking

    @on(QueueList.Opened)
    def _clicked_twice(self) -> None:
        self.action_act("open")

    def do_open(self) -> None:
        def back(left_at: str | None) -> None:
            self.queue.forget_rows()
            if left_at:
                self.return_to(left_at)
            self.show_case()

        if self.queue.current:
            self.app.push_screen(DecideScreen(self.queue.current, lambda: self.queue.order), back)

    def do_event(self) -> None:
        if self.case:
            opening.event(self.app, self.case.discrepancy.event)

    def do_article(self) -> None:
        values = self.detail.shown_values
        selected = self.detail.selected
        case = self.case
        if selected is None or case is None:
            self.say(_("This difference has no passage"))
            return
        index = values.index(selected)

        def back(last: int | None) -> None:
            if last is not None:
                self.detail.select(last)

        self.app.push_screen(ArticleScreen(stops_of(values), index, about=case.event_label), back)

    def do_all_passages(self) -> None:
        self.detail.show_everything(not self.detail.everything)

    def do_zoom(self) -> None:
        self.toggle_class("-zoomed")

    def do_reload(self) -> None:
        self._sources.forget()
        self.show_anew()
        self.count_facets()
        self.say(_("The queue was read again"))

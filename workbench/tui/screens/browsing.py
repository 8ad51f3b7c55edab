"""Finding one's way in the queue: reading it, filtering it, moving in it, and looking at the evidence."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from workbench.errors import WorkbenchError
from workbench.tui.actions import actions_of
from workbench.tui.articles import stops_of
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.prompts import PlainInput
from workbench.tui.screens.reading import ReadingScreen
from workbench.tui.session import Case
from workbench.tui.widgets.detail import Detail, short
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.queue_list import QueueList
from workbench.tui.widgets.status import nothing_shown, progress

_SCROLL_LINES = 5
_WITHOUT_CASE = frozenset(
    {"next_open", "previous_open", "undo", "redo", "filter", "only_open", "clear_filter", "reload"}
)
_ANYWHERE = frozenset(action.id for action in actions_of("anywhere"))


_LONG = 2_000
"""Differences from which a filter waits until typing pauses, for `_TYPING` seconds."""
_TYPING = 0.15


class BrowsingScreen(ReadingScreen):
    """The queue of one session beside the case under the cursor."""

    AUTO_FOCUS = "QueueList"

    case: Case | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Static(id="title", markup=False)
            yield Static(id="progress", markup=False)
        with Container(id="body"):
            with Vertical(id="left"):
                with Horizontal(id="filter"):
                    yield Static("/ ", id="filter-sign", markup=False)
                    yield PlainInput(placeholder="words of the event or of a value", compact=True)
                yield QueueList(self._rows)
            yield Detail(self.session.passage, self.session.source)
        yield Static(id="empty", markup=False)
        yield Static(id="message", markup=False)
        yield KeyBar(actions_of("queue", "anywhere"), self._allowed)

    def on_mount(self) -> None:
        self.show_progress()
        self.say(f"Reviewer: {self.session.reviewer}. Every decision is saved at once.")
        self.load()

    @property
    def detail(self) -> Detail:
        return self.query_one(Detail)

    @on(QueueList.Moved)
    def show_case(self) -> None:
        current = self.queue.current
        try:
            self.case = self.session.case(current) if current else None
            self.detail.show(self.case)
        except WorkbenchError as error:
            self.case = None
            self.show_error(error)
        self._show_state()

    def _show_state(self) -> None:
        """Brings everything but the list and the detail up to date."""
        empty = not self.queue.ids
        self.query_one("#empty", Static).update(Content(nothing_shown(self._chosen(), self._db_path.name)))
        self.query_one("#empty").display = empty
        self.detail.display = not empty
        self.set_class(empty, "-empty")
        self.show_progress()
        self.query_one(KeyBar).refresh()

    def show_progress(self) -> None:
        title = Content.assemble(("workbench", "bold $primary"), (f"  {short(self._db_path.name)}", "$muted"))
        self.query_one("#title", Static).update(title)
        place = (self.queue.cursor + 1, len(self.queue.ids))
        left = len(self.undecided) if self._loaded else None
        self.query_one("#progress", Static).update(
            Content(progress(place, left, self._chosen(), self.matching_seconds))
        )

    def say(self, text: str) -> None:
        """The line above the keys: what has just been done."""
        self.query_one("#message", Static).update(Content(short(text)))

    def here(self) -> Case:
        if self.case is None:
            raise WorkbenchError("Nothing to decide", "there is no difference here")
        return self.case

    # Refusing

    def _allowed(self, action_id: str) -> bool:
        return self.refusal(action_id) is None

    def refusal(self, action_id: str, number: int | None = None) -> str | None:
        if action_id in _ANYWHERE:
            return None
        if action_id not in _WITHOUT_CASE and self.case is None:
            return "There is no difference here to work on."
        if action_id == "accept" and self.case and number and number > len(self.case.labels):
            return f"There are only {len(self.case.labels)} values here. e enters another one."
        if action_id in ("next_open", "previous_open") and not self.undecided:
            return "Nothing is open: every difference is decided."
        if action_id == "all_passages" and not self.detail.hidden_passages:
            return "All passages are shown already."
        if action_id == "clear_filter" and not (self._text or self.query_one("#filter").display):
            return "No filter is on."
        return None

    # Moving

    def do_next_open(self) -> None:
        if not self.go_to_open(1):
            self.say("No other open difference in this list")

    def do_previous_open(self) -> None:
        if not self.go_to_open(-1):
            self.say("No other open difference in this list")

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
        self.queue.move_to(len(self.queue.ids) - 1)

    def do_next_passage(self) -> None:
        if not self.detail.step(1):
            self.say("This is the last passage shown")

    def do_previous_passage(self) -> None:
        if not self.detail.step(-1):
            self.say("This is the first passage")

    def do_scroll_down(self) -> None:
        self.detail.scroll_relative(y=_SCROLL_LINES, animate=False)

    def do_scroll_up(self) -> None:
        self.detail.scroll_relative(y=-_SCROLL_LINES, animate=False)

    # Looking

    def do_article(self) -> None:
        values = self.detail.shown_values
        selected = self.detail.selected
        if selected is None:
            self.say("This difference has no passage")
            return
        index = values.index(selected)

        def back(last: int | None) -> None:
            if last is not None:
                self.detail.select(last)

        self.app.push_screen(ArticleScreen(stops_of(values), index, about=self.here().event_label), back)

    def do_all_passages(self) -> None:
        self.detail.show_everything(not self.detail.everything)

    def do_zoom(self) -> None:
        self.toggle_class("-zoomed")

    def do_only_open(self) -> None:
        self._only_open = not self._only_open
        self.load()

    def do_reload(self) -> None:
        self.session.forget()
        self.load()
        self.say("The queue was read again")

    def do_filter(self) -> None:
        self.remove_class("-zoomed")
        self.query_one("#filter").display = True
        self.query_one(Input).focus()

    def do_clear_filter(self) -> None:
        self.query_one(Input).value = ""
        self.query_one("#filter").display = False
        self.queue.focus()

    @on(Input.Changed)
    def _filter_typed(self, event: Input.Changed) -> None:
        self._text = event.value.strip()
        self.load(after=_TYPING if self.longest > _LONG else 0.0)

    @on(Input.Submitted)
    def _filter_kept(self) -> None:
        self.query_one("#filter").display = bool(self._text)
        self.queue.focus()

"""Finding entries in the log of what reviewers did: reading it in a thread, narrowing it, moving in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from workbench.errors import WorkbenchError
from workbench.store import LogFilter, LogList, LogRow
from workbench.tui.actions import actions_of
from workbench.tui.log_lines import narrowing, told
from workbench.tui.screens.acting import ActingScreen
from workbench.tui.screens.prompts import PlainInput
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.log_view import LogView
from workbench.visible import one_line
from workbench.words import _, ngettext

_READING = "activity"
_LONG = 2_000
"""Entries from which a filter waits until typing pauses, for `_TYPING` seconds."""
_TYPING = 0.15
_TICK = 30.0
"""Seconds after which the lines say anew how long ago they were written."""


class BrowsingLog(ActingScreen[None]):
    """The list of entries under a filter, and all of the entry under the cursor below it."""

    AUTO_FOCUS = "LogView"
    CSS_PATH = "activity.tcss"

    def __init__(self, chosen: LogFilter | None = None) -> None:
        super().__init__()
        self.chosen = chosen or LogFilter()
        self.found = LogList()
        self._loaded = False
        self._longest = 0
        self._waiting: Timer | None = None
        self._go_to: int | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Static(id="title", markup=False)
            yield Static(id="progress", markup=False)
        yield Static(id="narrowed", markup=False)
        with Horizontal(id="filter"):
            yield Static("/ ", id="filter-sign", markup=False)
            yield PlainInput(
                self.chosen.text, placeholder=_("words of a note, a value, a name, an event"), compact=True
            )
        yield LogView(self._rows, self.clock)
        with VerticalScroll(id="entry", can_focus=False):
            yield Static(id="told", markup=False)
        yield Static(id="empty", markup=False)
        yield Static(id="message", markup=False)
        yield KeyBar(actions_of("activity", "anywhere"), lambda action: self.refusal(action) is None)

    def on_mount(self) -> None:
        title = Content.assemble(
            (_("Activity"), "bold $primary"), (f"  {one_line(self.desk.path.name)}", "$muted")
        )
        self.query_one("#title", Static).update(title)
        self.set_interval(_TICK, self.log_view.refresh)
        self.load()

    @property
    def log_view(self) -> LogView:
        return self.query_one(LogView)

    @property
    def here(self) -> LogRow | None:
        """The entry under the cursor."""
        return self.log_view.current if self._loaded else None

    def clock(self) -> datetime:
        return datetime.fromisoformat(self.desk.now())

    # Reading

    def _rows(self, seqs: Sequence[int]) -> dict[int, LogRow]:
        try:
            return self.desk.store.log_rows(seqs, self.found.undone)
        except WorkbenchError as error:
            # The list asks while it is being drawn, where nobody else would catch it.
            self.show_error(error)
            return {}

    def load(self, *, after: float = 0.0) -> None:
        """Reads the list `after` seconds, unless asked again before."""
        if self._waiting:
            self._waiting.stop()
        self._waiting = self.set_timer(after, self.load) if after else None
        if not after:
            chosen = self.chosen
            self.desk.read(lambda store: store.log_list(chosen), self.take, group=_READING)

    def take(self, found: LogList) -> None:
        """Shows the list that was read."""
        self.found = found
        self._loaded = True
        self._longest = max(self._longest, len(found.seqs))
        self.log_view.show(found.seqs)
        if self._go_to is not None:
            place = self.log_view.place_of(self._go_to)
            self._go_to = None
            if place is not None:
                self.log_view.move_to(place)

    def database_changed(self) -> None:
        self.load()

    def go_to(self, seq: int) -> None:
        """Puts the cursor on an entry; takes the filters off where they hide it."""
        place = self.log_view.place_of(seq)
        if place is not None:
            self.log_view.move_to(place)
            return
        self._go_to = seq
        self.narrow(LogFilter())

    def narrow(self, chosen: LogFilter) -> None:
        """Lists what a filter lets through."""
        self.chosen = chosen
        field = self.query_one(Input)
        if field.value.strip() != self.chosen.text:
            with field.prevent(Input.Changed):
                field.value = self.chosen.text
        self.query_one("#filter").display = bool(self.chosen.text) or field.has_focus
        self.load()

    # Showing

    @on(LogView.Moved)
    def show_entry(self) -> None:
        """Brings everything but the list up to date."""
        row = self.here
        parts = told(row, self.clock()) if row else []
        width = max((len(name) for name, _text in parts), default=0) + 2
        lines = [Content.assemble((name.ljust(width), "$muted"), one_line(text)) for name, text in parts]
        self.query_one("#told", Static).update(Content("\n").join(lines))
        self.query_one("#entry").scroll_home(animate=False)
        self.show_state()

    def show_state(self) -> None:
        """Brings the lines around the list up to date."""
        view = self.log_view
        empty = self._loaded and not view.seqs
        self.set_class(empty, "-empty")
        self.query_one("#empty", Static).update(Content(self._why_empty()))
        self.query_one("#progress", Static).update(Content(self._progress()))
        narrowed = self.query_one("#narrowed", Static)
        narrowed.update(Content(one_line(narrowing(self.chosen))))
        narrowed.display = bool(narrowing(self.chosen))
        self.query_one(KeyBar).refresh()

    def _progress(self) -> str:
        view = self.log_view
        parts = []
        if view.picked:
            parts.append(ngettext("{n} picked", "{n} picked", len(view.picked)).format(n=len(view.picked)))
        if view.seqs:
            parts.append(_("{n} of {total}").format(n=view.cursor + 1, total=len(view.seqs)))
        return " · ".join(parts)

    def _why_empty(self) -> str:
        if self.chosen != LogFilter():
            return _("No entry of the log is like this.\n\nBackspace takes all filters off.")
        return _("Nothing has been decided yet.\n\nEvery decision and every undo will be listed here.")

    # Moving

    def do_down(self) -> None:
        self.log_view.move_to(self.log_view.cursor + 1)

    def do_up(self) -> None:
        self.log_view.move_to(self.log_view.cursor - 1)

    def do_page_down(self) -> None:
        self.log_view.move_to(self.log_view.cursor + self.log_view.rows_shown)

    def do_page_up(self) -> None:
        self.log_view.move_to(self.log_view.cursor - self.log_view.rows_shown)

    def do_newest(self) -> None:
        self.log_view.move_to(0)

    def do_oldest(self) -> None:
        self.log_view.move_to(len(self.log_view.seqs) - 1)

    def do_counterpart(self) -> None:
        row = self.here
        other = row and (row.undone.id if row.undone else row.decision.undoes)
        seq = self.desk.store.log_seq(other) if other else None
        if seq is not None:
            self.go_to(seq)

    # Narrowing

    def do_filter(self) -> None:
        self.query_one("#filter").display = True
        self.query_one(Input).focus()

    def do_back(self) -> None:
        field = self.query_one(Input)
        if not field.has_focus:
            self.dismiss()
            return
        self.log_view.focus()
        self.narrow(replace(self.chosen, text=""))

    def do_in_effect(self) -> None:
        self.narrow(replace(self.chosen, in_effect=not self.chosen.in_effect))

    def do_everything(self) -> None:
        self.narrow(LogFilter())

    @on(Input.Changed)
    def _filter_typed(self, event: Input.Changed) -> None:
        self.chosen = replace(self.chosen, text=event.value.strip())
        self.load(after=_TYPING if self._longest > _LONG else 0.0)

    @on(Input.Submitted)
    def _filter_kept(self) -> None:
        self.query_one("#filter").display = bool(self.chosen.text)
        self.log_view.focus()

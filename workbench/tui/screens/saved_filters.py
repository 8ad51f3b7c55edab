"""The filters that were given a name: choose one, save the one in force, delete."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from workbench.store import SavedFilter, Store
from workbench.tui.desk import Desk
from workbench.tui.narrowing import chips
from workbench.tui.queue_words import SORTS, source_name
from workbench.tui.screens.prompts import PlainInput
from workbench.visible import one_line
from workbench.words import _

_LONGEST_NAME = 60


class SavedFilters(ModalScreen[SavedFilter | None]):
    """Gives the filter that was chosen, or None. Saving and deleting are done at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Close"),
        Binding("delete", "delete", "Delete"),
        Binding("u", "bring_back", "Bring back"),
    ]

    DEFAULT_CSS = """
    SavedFilters { align: center middle; background: $background 60%; }
    SavedFilters > Vertical {
        width: 72; max-width: 94%; height: auto; max-height: 90%; padding: 0 2; background: $surface;
        border: round $primary; border-title-color: $primary; border-title-style: bold;
    }
    SavedFilters OptionList {
        height: auto; max-height: 12; margin: 1 0 0 0; padding: 0; background: $surface; border: none;
        scrollbar-size-vertical: 1;
    }
    SavedFilters Static { height: auto; margin: 1 0 0 0; color: $muted; }
    SavedFilters Input { background: $panel; padding: 0 1; }
    SavedFilters #keys { margin: 1 0; }
    """

    def __init__(self, desk: Desk, present: SavedFilter) -> None:
        super().__init__()
        self._desk = desk
        self._present = present
        self._saved: list[SavedFilter] = []
        self._unread: list[str] = []
        self._names: dict[str, str] = {}
        self._deleted: SavedFilter | None = None
        self._replacing = ""

    def compose(self) -> ComposeResult:
        box = Vertical()
        box.border_title = _("Saved filters")
        with box:
            yield OptionList(markup=False, compact=True)
            yield Static(id="unread", markup=False)
            yield Static(id="none", markup=False)
            yield Static(id="what", markup=False)
            yield PlainInput(placeholder=_("a name"), compact=True, max_length=_LONGEST_NAME)
            yield Static(id="told", markup=False)
            yield Static(
                _("Enter uses or saves, Tab goes on, Del deletes, Esc closes"), id="keys", markup=False
            )

    def on_mount(self) -> None:
        self.query_one("#none", Static).update(
            _("None is saved yet. All reviewers of a database share them.")
        )
        self._tell("")
        self._read()

    def _tell(self, text: str) -> None:
        """What has just happened here."""
        told = self.query_one("#told", Static)
        told.update(Content(one_line(text)))
        told.display = bool(text)

    def _read(self, *, at: int = 0) -> None:
        def read(store: Store) -> tuple[list[SavedFilter], list[str], dict[str, str]]:
            saved = store.saved_filters()
            wanted = {source for one in (*saved, self._present) for source in one.filter.sources}
            names = {row.id: source_name(row) for row in store.source_rows(wanted)}
            return saved, store.unreadable_filters(), names

        def show(found: tuple[list[SavedFilter], list[str], dict[str, str]]) -> None:
            self._saved, self._unread, self._names = found
            self._show_unread()
            what = _("Save what is shown now ({what}) under:").format(what=self._told(self._present))
            self.query_one("#what", Static).update(Content(what))
            options = self.query_one(OptionList)
            options.clear_options()
            options.add_options([Option(self._line(one)) for one in self._saved])
            options.display = bool(self._saved)
            self.query_one("#none").display = not (self._saved or self._unread)
            if self._saved:
                options.highlighted = min(at, len(self._saved) - 1)
                options.focus()
            else:
                self.query_one(Input).focus()

        self._desk.read(read, show, group="saved filters")

    def _show_unread(self) -> None:
        unread = self.query_one("#unread", Static)
        unread.display = bool(self._unread)
        listed = ", ".join(f"“{one_line(name)}”" for name in self._unread)
        told = _("Not readable with this version of the program: {names}").format(names=listed)
        unread.update(Content(told))

    def _line(self, saved: SavedFilter) -> Content:
        return Content.assemble((one_line(saved.name), "bold"), ("  " + self._told(saved), "$muted"))

    def _told(self, saved: SavedFilter) -> str:
        """What a filter shows, in words."""
        told = [one_line(chip.text) for chip in chips(saved.filter, self._names)] or [_("everything")]
        if saved.sort != "severity":
            told.append(_("by {order}").format(order=_(SORTS[saved.sort])))
        return ", ".join(told)

    @on(OptionList.OptionSelected)
    def _use(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._saved[event.option_index])

    @on(Input.Submitted)
    def _save(self, event: Input.Submitted) -> None:
        name = " ".join(event.value.split())
        if not name:
            return
        saved = replace(self._present, name=name)
        others = [*(one.name for one in self._saved if one != saved), *self._unread]
        if name != self._replacing and name in others:
            self._replacing = name
            self._tell(_("“{name}” is there already: Enter once more replaces it.").format(name=name))
            return

        def over(_done: None) -> None:
            self.dismiss(saved)

        self._desk.write(lambda store: store.save_filter(saved), over)

    def action_delete(self) -> None:
        place = self.query_one(OptionList).highlighted
        if place is None or self.query_one(Input).has_focus:
            return
        self._deleted = deleted = self._saved[place]

        def over(_done: None) -> None:
            self._tell(_("“{name}” is deleted: u brings it back.").format(name=deleted.name))
            self._read(at=place)

        self._desk.write(lambda store: store.delete_filter(deleted.name), over)

    def action_bring_back(self) -> None:
        if self._deleted is None:
            return
        saved, self._deleted = self._deleted, None

        def over(_done: None) -> None:
            self._tell("")
            self._read()

        self._desk.write(lambda store: store.save_filter(saved), over)

    def action_give_up(self) -> None:
        self.dismiss(None)

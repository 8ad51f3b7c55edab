"""Hits of a search: a list drawn line by line from pages read out of the store, two lines a hit."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.store import FoundRow
from workbench.told import event_label
from workbench.tui.finding import fitted, runs, short_date
from workbench.tui.queue_cells import fitted as cut
from workbench.tui.sizes import count
from workbench.visible import visible
from workbench.words import ngettext

PAGE = 50
PAGES_KEPT = 20
ROW_LINES = 2

FetchRows = Callable[[Sequence[str]], dict[str, FoundRow]]


class FoundList(ScrollView, can_focus=True, inherit_bindings=False):
    """Hits over an ordered list of ids. `fetch` reads the rows of some ids."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "found--text",
        "found--word",
        "found--quiet",
        "found--open",
        "found--cursor",
        "found--bar",
    }

    DEFAULT_CSS = """
    FoundList {
        overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; scrollbar-size-vertical: 1;
    }
    FoundList > .found--text { color: $foreground; }
    FoundList > .found--word { color: $accent; text-style: bold underline; }
    FoundList > .found--quiet { color: $muted; }
    FoundList > .found--open { color: $primary; }
    FoundList > .found--cursor { background: $panel; }
    FoundList > .found--bar { color: $accent; text-style: bold; }
    """

    class Moved(Message):
        """The cursor stands on another hit, or on the same one of another list."""

    class Opened(Message):
        """The hit under the cursor was clicked a second time."""

    def __init__(self, fetch: FetchRows) -> None:
        super().__init__()
        self._fetch = fetch
        self._ids: Sequence[str] = ()
        self._pages: OrderedDict[int, dict[str, FoundRow]] = OrderedDict()
        self.cursor = 0

    @property
    def ids(self) -> Sequence[str]:
        """The ids in the list's order."""
        return self._ids

    @property
    def current(self) -> str | None:
        """The id under the cursor, or None when the list is empty."""
        return self._ids[self.cursor] if self._ids else None

    @property
    def current_row(self) -> FoundRow | None:
        """The hit under the cursor; None when there is none, or the store has it no more."""
        return self.row(self.cursor) if self._ids else None

    def show(self, ids: Sequence[str], *, keep: bool = False) -> None:
        """Shows other hits, from the first; with `keep` the cursor stays on its id if it is there."""
        held = self.current
        self._ids = ids
        self._pages.clear()
        self.cursor = ids.index(held) if keep and held in ids else 0
        self._resize_content()
        self._reveal()
        self.refresh()
        self.post_message(self.Moved())

    def move_to(self, row: int) -> None:
        """Puts the cursor on a row, the nearest one where there is none such."""
        row = max(0, min(row, len(self._ids) - 1))
        if self._ids and row != self.cursor:
            self.cursor = row
            self._reveal()
            self.refresh()
            self.post_message(self.Moved())

    @property
    def rows_shown(self) -> int:
        """How many rows fit on the screen."""
        return max(1, self.size.height // ROW_LINES)

    def row(self, index: int) -> FoundRow | None:
        """The row's content, from its page; None where the store has it no more."""
        number = index // PAGE
        if number not in self._pages:
            self._pages[number] = self._fetch(self._ids[number * PAGE : (number + 1) * PAGE])
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number].get(self._ids[index])

    def page(self) -> tuple[int, list[FoundRow]]:
        """Where the page of the cursor begins, and those of its hits that the store still has, in order."""
        first = self.cursor // PAGE * PAGE
        rows = (self.row(index) for index in range(first, min(first + PAGE, len(self._ids))))
        return first, [row for row in rows if row is not None]

    def _resize_content(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._ids) * ROW_LINES)

    def _reveal(self) -> None:
        region = Region(0, self.cursor * ROW_LINES, 1, ROW_LINES)
        self.scroll_to_region(region, animate=False, force=True)

    def on_resize(self) -> None:
        self._resize_content()
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None:
            row = (offset.y + self.scroll_offset.y) // ROW_LINES
            if row == self.cursor and event.chain > 1:
                self.post_message(self.Opened())
            elif row < len(self._ids):
                self.move_to(row)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        index, line = divmod(y + self.scroll_offset.y, ROW_LINES)
        if index >= len(self._ids):
            return Strip.blank(width, self.rich_style)
        at_cursor = index == self.cursor
        base = self.rich_style
        if at_cursor:
            base += self._style("cursor")
        row = self.row(index)
        segments = [Segment("▌" if at_cursor else " ", base + self._style("bar"))]
        if row is not None:
            parts = self._passage(row, width - 2) if line == 0 else self._facts(row, width - 2)
            segments += [Segment(text, base + style) for text, style in parts]
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"found--{name}", partial=True)

    def _passage(self, row: FoundRow, width: int) -> list[tuple[str, Style]]:
        plain, found = self._style("text"), self._style("word")
        return [(run.text, found if run.found else plain) for run in fitted(runs(row.text, row.marks), width)]

    def _facts(self, row: FoundRow, width: int) -> list[tuple[str, Style]]:
        day = f"{short_date(row.published)}  "
        sign = f" {told}" if (told := self._told(row)) else ""
        left = max(width - cell_len(day) - cell_len(sign), 0)
        who = visible(row.publisher or row.title)
        event = visible(event_label(row.event_label)) or (visible(row.title) if row.publisher else "")
        share = min(cell_len(who), left * 2 // 5) if event else left
        quiet = self._style("quiet")
        facts = [(day, quiet), (cut(who, share), self._style("text"))]
        if event:
            facts.append((cut(f"  {event}", left - share), quiet))
        return [*facts, (sign, self._style("open") if row.open else quiet)]

    @staticmethod
    def _told(row: FoundRow) -> str:
        """How much is in dispute, with a sign: "≠ 2 open"."""
        if row.open:
            return ngettext("≠ {n} open", "≠ {n} open", row.open).format(n=count(row.open))
        if row.discrepancies:
            number = len(row.discrepancies)
            return ngettext("✓ {n} decided", "✓ {n} decided", number).format(n=count(number))
        if row.claims:
            return ngettext("{n} claim", "{n} claims", row.claims).format(n=count(row.claims))
        return ""

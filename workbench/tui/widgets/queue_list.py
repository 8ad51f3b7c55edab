"""The queue: a list drawn line by line from pages read out of the store, so that its length costs nothing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.store import QueueOrder, QueueRow
from workbench.tui.queue_cells import ColumnName, first_line, in_columns, second_line, widths

PAGE = 100
PAGES_KEPT = 20

FetchRows = Callable[[Sequence[str]], dict[str, QueueRow]]
_MARGIN = 2
"""The bar that marks the cursor, and a blank at the other end."""


class QueueList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows over a packed order of ids, in columns where they fit and else in two lines each.

    `fetch` reads the rows of some ids; `today` is the day that ages are counted from.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "queue--event",
        "queue--text",
        "queue--quiet",
        "queue--done",
        "queue--cursor",
        "queue--bar",
        "queue--high",
        "queue--medium",
        "queue--low",
        "queue--conflict",
        "queue--tension",
        "queue--superseded",
        "queue--open",
        "queue--reopened",
        "queue--disputed",
        "queue--resolved",
        "queue--dismissed",
        "queue--deferred",
    }

    DEFAULT_CSS = """
    QueueList {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    QueueList > .queue--event { color: $foreground; text-style: bold; }
    QueueList > .queue--text { color: $foreground; }
    QueueList > .queue--quiet { color: $muted; }
    QueueList > .queue--done { color: $muted; }
    QueueList > .queue--cursor { background: $panel; }
    QueueList > .queue--bar { color: $accent; text-style: bold; }
    QueueList > .queue--high { color: $error; text-style: bold; }
    QueueList > .queue--medium { color: $warning; }
    QueueList > .queue--low { color: $muted; }
    QueueList > .queue--conflict { color: $foreground; text-style: bold; }
    QueueList > .queue--tension { color: $foreground; }
    QueueList > .queue--superseded { color: $muted; }
    QueueList > .queue--open { color: $primary; }
    QueueList > .queue--reopened { color: $primary; text-style: bold; }
    QueueList > .queue--disputed { color: $warning; text-style: bold; }
    QueueList > .queue--resolved { color: $success; }
    QueueList > .queue--dismissed { color: $muted; }
    QueueList > .queue--deferred { color: $secondary; }
    """

    class Moved(Message):
        """The cursor stands on another row, or on the same row of another list."""

    class Opened(Message):
        """The row under the cursor was clicked twice."""

    class Laid(Message):
        """The columns have other widths."""

        def __init__(self, sizes: dict[ColumnName, int] | None) -> None:
            super().__init__()
            self.sizes = sizes
            """None where rows are shown in two lines."""

    def __init__(self, fetch: FetchRows, today: date, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._fetch = fetch
        self._today = today
        self._pages: OrderedDict[int, dict[str, QueueRow]] = OrderedDict()
        self._sizes: dict[ColumnName, int] | None = None
        self._row_lines = 2
        self.order = QueueOrder()
        self.cursor = 0

    @property
    def current(self) -> str | None:
        """The id under the cursor, or None when the list is empty."""
        return self.order[self.cursor] if self.order else None

    def show(self, order: QueueOrder) -> None:
        """Shows another order. The cursor stays on its id (or the nearest) and on its line of the screen."""
        line = self.cursor * self._row_lines - self.scroll_offset.y
        self.cursor = order.nearest(self.order, self.cursor)
        self.order = order
        self._pages.clear()
        self._resize_content()
        self.scroll_to(y=self.cursor * self._row_lines - line, animate=False, force=True, immediate=True)
        self._reveal()
        self.refresh()
        self.post_message(self.Moved())

    def forget_rows(self) -> None:
        """Reads the rows again: something about them has changed."""
        self._pages.clear()
        self.refresh()

    def move_to(self, row: int) -> None:
        """Puts the cursor on a row, the nearest one where there is none such."""
        row = max(0, min(row, len(self.order) - 1))
        if self.order and row != self.cursor:
            left, top = self.cursor, self.scroll_offset.y
            self.cursor = row
            self._reveal()
            if self.scroll_offset.y == top:
                # The other rows stay as they are drawn.
                for changed in (left, row):
                    self.refresh_lines(changed * self._row_lines, self._row_lines)
            else:
                self.refresh()
            self.post_message(self.Moved())

    @property
    def rows_shown(self) -> int:
        """How many rows fit on the screen."""
        return max(1, self.size.height // self._row_lines)

    def row(self, index: int) -> QueueRow | None:
        """The row's content, from its page; None where the store has it no more."""
        number = index // PAGE
        if number not in self._pages:
            self._pages[number] = self._fetch(self.order[number * PAGE : (number + 1) * PAGE])
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number].get(self.order[index])

    def _resize_content(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.order) * self._row_lines)

    def _reveal(self) -> None:
        region = Region(0, self.cursor * self._row_lines, 1, self._row_lines)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        sizes = widths(self.size.width - _MARGIN)
        self._row_lines = 1 if sizes else 2
        self._resize_content()
        self._reveal()
        if sizes != self._sizes:
            self._sizes = sizes
            self.refresh()
            self.post_message(self.Laid(sizes))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        row = (offset.y + self.scroll_offset.y) // self._row_lines
        if row < len(self.order):
            self.move_to(row)
            if event.chain == 2:
                self.post_message(self.Opened())

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        index, line = divmod(y + self.scroll_offset.y, self._row_lines)
        if index >= len(self.order):
            return Strip.blank(width, self.rich_style)
        at_cursor = index == self.cursor
        base = self.rich_style
        if at_cursor:
            base += self._style("cursor")
        row = self.row(index)
        segments = [Segment("▌" if at_cursor else " ", base + self._style("bar"))]
        if row is not None:
            if self._sizes is not None:
                cells = in_columns(row, self._sizes, self._today)
            else:
                cells = (second_line if line else first_line)(row, width - _MARGIN)
            segments += [Segment(text, base + self._style(style)) for text, style in cells]
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"queue--{name}", partial=True)

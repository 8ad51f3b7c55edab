"""The line of column titles over the queue; a click on one orders the queue by it."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from workbench.store import QueueSort
from workbench.tui.queue_cells import COLUMNS, GAP, SORTED_SIGN, ColumnName, fitted


class QueueHeader(Widget):
    """Shown while the rows are in columns; the sign stands at the one that they are ordered by."""

    DEFAULT_CSS = """
    QueueHeader { height: 1; padding: 0 1; color: $muted; background: $surface; display: none; }
    """

    class Chosen(Message):
        """A column was clicked that the queue can be ordered by."""

        def __init__(self, sort: QueueSort) -> None:
            super().__init__()
            self.sort = sort

    def __init__(self) -> None:
        super().__init__()
        self._sizes: dict[ColumnName, int] = {}
        self._sort: QueueSort = "severity"

    def lay(self, sizes: dict[ColumnName, int] | None) -> None:
        """Takes the widths of the columns; None where there are none."""
        self.display = sizes is not None
        self._sizes = sizes or {}
        self.refresh()

    def show_sort(self, sort: QueueSort) -> None:
        """Marks the column that the queue is ordered by."""
        self._sort = sort
        self.refresh()

    def render(self) -> Content:
        parts = []
        for column in COLUMNS if self._sizes else ():
            chosen = column.sort == self._sort
            title = f"{column.title}{SORTED_SIGN}" if chosen else column.title
            text = fitted(title, self._sizes[column.name], right=column.right)
            parts.append(Content.styled(text, "bold $foreground" if chosen else "$muted"))
        return Content(" " * GAP).join(parts)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        at = offset.x if offset else -1
        for column in COLUMNS if self._sizes else ():
            if 0 <= at < self._sizes[column.name] and column.sort:
                self.post_message(self.Chosen(column.sort))
            at -= self._sizes[column.name] + GAP

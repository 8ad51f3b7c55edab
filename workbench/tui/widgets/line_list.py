"""A list of lines that are made when they are drawn, with a cursor: of any length, at no cost."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.event.lines import Page
from workbench.tui.widgets.tones import BAR, CLASSES, CURSOR, rules, segments


class LineList(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows a page; the cursor stands only where the page lets it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = CLASSES

    DEFAULT_CSS = (
        "LineList { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1;"
        " scrollbar-gutter: stable; }\n" + rules("LineList")
    )

    class Moved(Message):
        """The cursor stands on another line."""

    class Opened(Message):
        """A line was clicked twice."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.page: Page | None = None
        self.cursor = 0

    def show(self, page: Page, cursor: int = 0) -> None:
        """Shows another page, with the cursor on that line or the next one where it may stand."""
        self.page = page
        self.cursor = self._stop(min(cursor, max(len(page) - 1, 0)), 1)
        self._resize_content()
        self._reveal()
        self.refresh()

    @property
    def length(self) -> int:
        return len(self.page) if self.page else 0

    @property
    def rows_shown(self) -> int:
        """How many lines fit on the screen."""
        return max(1, self.size.height)

    def move_to(self, line: int, onward: int = 1) -> None:
        """Puts the cursor on a line, or the next one in that direction where it may stand."""
        if not self.length:
            return
        stop = self._stop(max(0, min(line, self.length - 1)), onward)
        if stop != self.cursor:
            self.cursor = stop
            self._reveal()
            self.refresh()
            self.post_message(self.Moved())

    def step(self, lines: int) -> None:
        """Moves the cursor by so many lines."""
        self.move_to(self.cursor + lines, 1 if lines > 0 else -1)

    def _stop(self, line: int, onward: int) -> int:
        page = self.page
        for direction in (onward, -onward) if page else ():
            place = line
            while page and 0 <= place < len(page):
                if page.stops(place):
                    return place
                place += direction
        return line

    def _resize_content(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self.length)

    def _reveal(self) -> None:
        # The heading above a line is shown with it.
        page = self.page
        above = 1 if page and 0 < self.cursor < len(page) and not page.stops(self.cursor - 1) else 0
        region = Region(0, self.cursor - above, 1, 1 + above)
        self.scroll_to_region(region, animate=False, force=True)

    def on_resize(self) -> None:
        self._resize_content()
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        line = offset.y + self.scroll_offset.y
        if self.page and line < self.length and self.page.stops(line):
            self.move_to(line)
            if event.chain > 1:
                self.post_message(self.Opened())

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        line = y + self.scroll_offset.y
        base = self.rich_style
        if self.page is None or line >= self.length:
            return Strip.blank(width, base)
        at_cursor = line == self.cursor and self.page.stops(line)
        if at_cursor:
            base += self.get_component_rich_style(CURSOR, partial=True)
        bar = base + self.get_component_rich_style(BAR, partial=True)
        drawn = segments(self, self.page.runs(line, width - 1), base)
        return Strip([Segment("▌" if at_cursor else " ", bar), *drawn]).adjust_cell_length(width, base)

"""A whole article, drawn line by line: only what is on the screen is ever styled."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.passages import Mark, flatten
from workbench.tui.wrapping import wrap
from workbench.visible import safe

GUTTER = 3
WIDEST_LINE = 100
"""Longer lines are hard to read."""


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
    """Text with marks. The gutter has ▌ beside the focus and │ beside claims, to be seen without colour."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--plain",
        "article--furniture",
        "article--heading",
        "article--claim",
        "article--value",
        "article--focus",
        "article--gutter",
        "article--pointer",
    }

    DEFAULT_CSS = """
    ArticleView { overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; padding: 0 1; }
    ArticleView > .article--plain { color: $foreground; }
    ArticleView > .article--furniture { color: $faint; text-style: dim; }
    ArticleView > .article--heading { color: $foreground; text-style: bold; }
    ArticleView > .article--claim { color: $foreground; text-style: underline; }
    ArticleView > .article--value { color: $accent; text-style: bold underline; }
    ArticleView > .article--focus { color: $background; background: $accent; text-style: bold underline; }
    ArticleView > .article--gutter { color: $primary; }
    ArticleView > .article--pointer { color: $accent; text-style: bold; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._marks: list[Mark] = []
        self._mark_starts: list[int] = []
        self._lines: list[tuple[int, int]] = []
        self._line_starts: list[int] = []
        self._focus_offset = 0

    def show(self, text: str, marks: Iterable[Mark], focus: int) -> None:
        """Shows an article with the line of offset `focus` in view."""
        self._text = safe(text)
        self._marks = flatten(marks)
        self._mark_starts = [mark.start for mark in self._marks]
        self._focus_offset = focus
        self._wrap()

    def reveal(self, offset: int) -> None:
        """Scrolls so that the line of an offset stands in the upper half."""
        height = max(self.size.height, 1)
        self.scroll_to(y=max(0, self.line_of(offset) - height // 3), animate=False, force=True)

    def line_of(self, offset: int) -> int:
        """The screen line that holds an offset."""
        return max(0, bisect_right(self._line_starts, offset) - 1)

    @property
    def middle_offset(self) -> int:
        """The offset that `reveal` would have been called with to scroll here."""
        line = self.scroll_offset.y + max(self.size.height, 1) // 3
        return self._line_starts[min(line, len(self._line_starts) - 1)] if self._line_starts else 0

    def on_resize(self) -> None:
        self._wrap()

    def _wrap(self) -> None:
        width = min(self.scrollable_content_region.width - GUTTER, WIDEST_LINE)
        if width < 1:
            return
        self._lines = wrap(self._text, width)
        self._line_starts = [start for start, _ in self._lines]
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._lines))
        self.reveal(self._focus_offset)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        if number >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        start, end = self._lines[number]
        segments: list[Segment] = []
        kinds: set[str] = set()
        for kind, low, high in self._runs(start, end):
            kinds.add(kind)
            style = self.get_component_rich_style(f"article--{kind}", partial=True)
            segments.append(Segment(self._text[low:high], self.rich_style + style))
        strip = Strip([self._gutter(kinds), *segments])
        return strip.adjust_cell_length(width, self.rich_style)

    def _gutter(self, kinds: set[str]) -> Segment:
        name, sign = ("article--gutter", "│") if kinds & {"claim", "value"} else ("article--plain", " ")
        if "focus" in kinds:
            name, sign = "article--pointer", "▌"
        style = self.rich_style + self.get_component_rich_style(name, partial=True)
        return Segment(sign.ljust(GUTTER), style)

    def _runs(self, start: int, end: int) -> list[tuple[str, int, int]]:
        """The line cut where its marks begin and end."""
        runs: list[tuple[str, int, int]] = []
        position = start
        first = max(0, bisect_right(self._mark_starts, start) - 1)
        last = bisect_left(self._mark_starts, end)
        for mark in self._marks[first:last]:
            low, high = max(mark.start, position), min(mark.end, end)
            if low >= high:
                continue
            if low > position:
                runs.append(("plain", position, low))
            runs.append((mark.kind, low, high))
            position = high
        if position < end:
            runs.append(("plain", position, end))
        return runs

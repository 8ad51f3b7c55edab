"""A whole article, drawn line by line: only what is on the screen is ever styled."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import ClassVar, get_args

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.passages import Mark, MarkKind
from workbench.tui.wrapping import cells, wrap
from workbench.visible import safe

GUTTER = 3
WIDEST_LINE = 100
"""Longer lines are hard to read."""
Span = tuple[int, int]
_MARKED = frozenset({"claim", "name", "date", "number"})


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
    """Text with marks, a cursor, and stretches laid over them: the claim at hand, the selection, a find.

    The gutter has ▌ beside the passage in question, ┃ beside the claim at the cursor, │ beside other claims
    and ✎ where a claim was corrected, to be seen without colour.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"article--{kind}" for kind in get_args(MarkKind)),
        *(f"article--{name}" for name in ("current", "selected", "found", "cursor", "gutter", "pointer")),
    }
    DEFAULT_CSS = """
    ArticleView { overflow-x: hidden; scrollbar-size-vertical: 1; scrollbar-gutter: stable; padding: 0 1; }
    ArticleView > .article--plain { color: $foreground; }
    ArticleView > .article--furniture { color: $faint; text-style: dim; }
    ArticleView > .article--heading { color: $foreground; text-style: bold; }
    ArticleView > .article--claim { color: $foreground; text-style: underline; }
    ArticleView > .article--corrected { color: $foreground; text-style: underline; }
    ArticleView > .article--name { color: $primary; text-style: underline; }
    ArticleView > .article--date { color: $success; text-style: italic underline; }
    ArticleView > .article--number { color: $warning; text-style: bold underline; }
    ArticleView > .article--value { color: $accent; text-style: bold underline; }
    ArticleView > .article--focus { color: $background; background: $accent; text-style: bold underline; }
    ArticleView > .article--current { background: $panel; }
    ArticleView > .article--found { color: $background; background: $success; }
    ArticleView > .article--selected { color: $background; background: $primary; }
    ArticleView > .article--cursor { text-style: reverse; }
    ArticleView > .article--gutter { color: $primary; }
    ArticleView > .article--pointer { color: $accent; text-style: bold; }
    """

    class Pointed(Message):
        """The mouse was pressed on a character, or drawn on to it while held down (`drawn`)."""

        def __init__(self, offset: int, *, drawn: bool) -> None:
            super().__init__()
            self.offset = offset
            self.drawn = drawn

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._marks: list[Mark] = []
        self._mark_starts: list[int] = []
        self._lines: list[Span] = []
        self._line_starts: list[int] = []
        self._focus_offset = 0
        self._drawing = False
        self._passages: list[Mark] = []
        self._over: list[tuple[str, Span]] = []
        """Components and the stretches that they are laid over, the weakest first."""

    def show(self, text: str, marks: Sequence[Mark], focus: int) -> None:
        """Shows an article with the line of offset `focus` in view."""
        text = safe(text)
        self.mark(marks)
        self._focus_offset = focus
        if text != self._text or not self._lines:
            self._text = text
            self._wrap()
        self.reveal(focus)

    def mark(self, marks: Sequence[Mark], passages: Iterable[Mark] = ()) -> None:
        """Marks the same text in another way: `marks` in order without overlap, `passages` above them."""
        self._marks = list(marks)
        self._passages = sorted(passages, key=lambda mark: mark.kind == "focus")
        self._mark_starts = [mark.start for mark in self._marks]
        self.refresh()

    def lay_over(
        self,
        cursor: int,
        *,
        current: Span | None = None,
        selected: Span | None = None,
        found: Span | None = None,
    ) -> None:
        """Shows where the cursor is, and what is in question at it."""
        over = (
            ("current", current),
            ("found", found),
            ("selected", selected),
            ("cursor", (cursor, cursor + 1)),
        )
        self._over = [(name, span) for name, span in over if span is not None]
        self._focus_offset = cursor
        self.refresh()

    def reveal(self, offset: int) -> None:
        """Scrolls so that the line of an offset stands in the upper half."""
        height = max(self.size.height, 1)
        self.scroll_to(y=max(0, self.line_of(offset) - height // 3), animate=False, force=True)

    def keep_in_view(self, offset: int) -> None:
        """Scrolls no further than that the line of an offset is there."""
        line, top, height = self.line_of(offset), self.scroll_offset.y, max(self.size.height, 1)
        if line < top:
            self.scroll_to(y=line, animate=False, force=True)
        elif line >= top + height:
            self.scroll_to(y=line - height + 1, animate=False, force=True)

    def line_of(self, offset: int) -> int:
        """The screen line that holds an offset."""
        return max(0, bisect_right(self._line_starts, offset) - 1)

    def below(self, offset: int, lines: int) -> int:
        """The offset that stands so many lines below another (above, where negative), in the same column."""
        if not self._lines:
            return offset
        line = self.line_of(offset)
        column = sum(map(cells, self._text[self._lines[line][0] : offset]))
        return self._offset_at(column, min(max(line + lines, 0), len(self._lines) - 1))

    def _offset_at(self, column: int, line: int) -> int:
        """The offset of the character in a column of a line; of its last one where it is shorter."""
        start, end = self._lines[line]
        used = 0
        for at in range(start, end):
            used += cells(self._text[at])
            if used > column:
                return at
        return max(start, end - 1)

    # The mouse

    def _pointed(self, event: events.MouseEvent) -> int | None:
        line = event.y + self.scroll_offset.y - self.gutter.top
        if not 0 <= line < len(self._lines):
            return None
        return self._offset_at(max(event.x - self.gutter.left - GUTTER, 0), line)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        offset = self._pointed(event)
        if offset is not None and event.button == 1:
            self._drawing = True
            self.capture_mouse()
            self.post_message(self.Pointed(offset, drawn=event.shift))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        offset = self._pointed(event) if self._drawing else None
        if offset is not None:
            self.post_message(self.Pointed(offset, drawn=True))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        self._drawing = False
        self.release_mouse()

    # Drawing

    def on_resize(self) -> None:
        self._wrap()
        self.reveal(self._focus_offset)

    def _wrap(self) -> None:
        width = min(self.scrollable_content_region.width - GUTTER, WIDEST_LINE)
        if width < 1:
            return
        self._lines = wrap(self._text, width)
        self._line_starts = [start for start, _ in self._lines]
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._lines))
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
            segments += self._laid_over(kind, low, high)
        if ("cursor", (end, end + 1)) in self._over:
            segments.append(Segment(" ", self._style("plain", "cursor")))
        strip = Strip([self._gutter(kinds, start, end), *segments])
        return strip.adjust_cell_length(width, self.rich_style)

    def _style(self, *names: str) -> Style:
        style = self.rich_style
        for name in names:
            style += self.get_component_rich_style(f"article--{name}", partial=True)
        return style

    def _laid_over(self, kind: str, low: int, high: int) -> list[Segment]:
        """A run cut where something is laid over it."""
        passages = [(mark.kind, (mark.start, mark.end)) for mark in self._passages]
        over = [(name, span) for name, span in (*passages, *self._over) if span[0] < high and low < span[1]]
        cuts = sorted({low, high, *(edge for _, span in over for edge in span if low < edge < high)})
        return [
            Segment(
                self._text[start:end],
                self._style(
                    *_layers(kind, [name for name, span in over if span[0] <= start and end <= span[1]])
                ),
            )
            for start, end in pairwise(cuts)
        ]

    def _gutter(self, kinds: set[str], start: int, end: int) -> Segment:
        name, sign = ("gutter", "│") if kinds & _MARKED else ("plain", " ")
        if any(name == "current" and span[0] < end and start < span[1] for name, span in self._over):
            name, sign = "gutter", "┃"
        here = {mark.kind for mark in self._passages if mark.start < end and start < mark.end}
        if "focus" in here:
            name, sign = "pointer", "▌"
        if "corrected" in kinds:
            sign = f"{sign.replace(' ', '│')}✎"
        return Segment(sign.ljust(GUTTER), self._style(name))

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


def _layers(kind: str, over: list[str]) -> list[str]:
    """What is laid over a run, the claim at hand below the run's own look: it only shades the ground."""
    return [
        *(name for name in over if name == "current"),
        kind,
        *(name for name in over if name != "current"),
    ]

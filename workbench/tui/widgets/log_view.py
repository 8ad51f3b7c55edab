"""The log, drawn line by line from pages read out of the store, so that its length costs nothing."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.store import LogRow
from workbench.tui.log_lines import Line, line_of
from workbench.tui.queue_cells import fitted
from workbench.visible import one_line

PAGE = 100
PAGES_KEPT = 20
ONE_LINE = 140
"""Columns from which an entry fits on one line; it takes two where there are fewer."""
_WHEN, _WHO = 13, 14

FetchRows = Callable[[Sequence[int]], dict[int, LogRow]]
Part = tuple[str, Style]


class LogView(ScrollView, can_focus=True, inherit_bindings=False):
    """Entries by their numbers, newest first, with a cursor and picked ones. `fetch` reads some entries."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "log--what",
        "log--quiet",
        "log--undone",
        "log--why",
        "log--cursor",
        "log--bar",
        "log--pick",
        "log--primary",
        "log--secondary",
        "log--success",
        "log--warning",
        "log--muted",
    }

    DEFAULT_CSS = """
    LogView { overflow-x: hidden; overflow-y: auto; scrollbar-gutter: stable; scrollbar-size-vertical: 1; }
    LogView > .log--what { color: $foreground; text-style: bold; }
    LogView > .log--quiet { color: $muted; }
    LogView > .log--undone { color: $faint; text-style: strike; }
    LogView > .log--why { color: $foreground; text-style: italic; }
    LogView > .log--cursor { background: $panel; }
    LogView > .log--bar { color: $accent; text-style: bold; }
    LogView > .log--pick { color: $accent; text-style: bold; }
    LogView > .log--primary { color: $primary; }
    LogView > .log--secondary { color: $secondary; }
    LogView > .log--success { color: $success; }
    LogView > .log--warning { color: $warning; }
    LogView > .log--muted { color: $muted; }
    """

    class Moved(Message):
        """The cursor stands on another entry, or the list is another one."""

    def __init__(self, fetch: FetchRows, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._fetch = fetch
        self._now = now
        self._seqs: array[int] = array("q")
        self._places: dict[int, int] = {}
        self._pages: OrderedDict[int, dict[int, LogRow]] = OrderedDict()
        self.cursor = 0
        self.picked: set[int] = set()

    @property
    def seqs(self) -> array[int]:
        """The numbers of the entries, newest first."""
        return self._seqs

    @property
    def current(self) -> LogRow | None:
        """The entry under the cursor, or None when the list is empty."""
        return self.row(self.cursor) if self._seqs else None

    def place_of(self, seq: int) -> int | None:
        """The row of an entry, or None where it is not in the list."""
        return self._places.get(seq)

    def show(self, seqs: array[int]) -> None:
        """Shows another list; the cursor stays on its entry, or goes to the next older one that is there."""
        places = {seq: place for place, seq in enumerate(seqs)}
        older = (places[seq] for seq in self._seqs[self.cursor :] if seq in places)
        self.cursor = next(older, max(0, len(seqs) - 1) if self._seqs else 0)
        self._seqs, self._places = seqs, places
        self._pages.clear()
        self._lay_out()
        self.post_message(self.Moved())

    def forget_rows(self) -> None:
        """Reads the entries again: what holds of them has changed."""
        self._pages.clear()
        self.refresh()

    def move_to(self, row: int) -> None:
        """Puts the cursor on a row, the nearest one where there is none such."""
        row = max(0, min(row, len(self._seqs) - 1))
        if self._seqs and row != self.cursor:
            self.cursor = row
            self._reveal()
            self.refresh()
            self.post_message(self.Moved())

    def pick(self, seq: int) -> None:
        """Picks an entry, or lets it go."""
        self.picked ^= {seq}
        self.refresh()

    def let_go(self) -> None:
        """Lets go of all picked entries."""
        self.picked.clear()
        self.refresh()

    @property
    def row_lines(self) -> int:
        """Lines that an entry takes at this width."""
        return 1 if self.size.width >= ONE_LINE else 2

    @property
    def rows_shown(self) -> int:
        """How many entries fit on the screen."""
        return max(1, self.size.height // self.row_lines)

    def row(self, index: int) -> LogRow | None:
        """The entry at a place, from its page; None where the store does not have it."""
        number = index // PAGE
        if number not in self._pages:
            self._pages[number] = self._fetch(self._seqs[number * PAGE : (number + 1) * PAGE])
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number].get(self._seqs[index])

    def _lay_out(self) -> None:
        height = len(self._seqs) * self.row_lines
        self.virtual_size = Size(self.scrollable_content_region.width, height)
        self._reveal()
        self.refresh()

    def _reveal(self) -> None:
        region = Region(0, self.cursor * self.row_lines, 1, self.row_lines)
        self.scroll_to_region(region, animate=False, force=True)

    def on_resize(self) -> None:
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None:
            row = (offset.y + self.scroll_offset.y) // self.row_lines
            if row < len(self._seqs):
                self.move_to(row)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        index, line = divmod(y + self.scroll_offset.y, self.row_lines)
        if index >= len(self._seqs):
            return Strip.blank(width, self.rich_style)
        at_cursor = index == self.cursor
        base = self.rich_style
        if at_cursor:
            base += self._style("cursor")
        picked = self._seqs[index] in self.picked
        segments = [
            Segment("▌" if at_cursor else " ", base + self._style("bar")),
            Segment("● " if picked and line == 0 else "  ", base + self._style("pick")),
        ]
        row = self.row(index)
        if row is not None:
            entry = line_of(row, self._now())
            parts = self._parts(entry, line, width - 4)
            segments += [Segment(text, base + style) for text, style in parts]
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"log--{name}", partial=True)

    def _parts(self, entry: Line, line: int, width: int) -> list[Part]:
        if self.row_lines == 1:
            return self._whole(entry, width)
        return self._second(entry, width) if line else self._first(entry, width)

    def _did(self, entry: Line, width: int) -> list[Part]:
        what = self._style("undone" if entry.undone else "what")
        text = one_line(entry.what)
        shown = fitted(text, min(width - 2, cell_len(text)))
        sign = self._style("quiet" if entry.undone else entry.style.removeprefix("$"))
        # Only the words are struck through, not the empty columns behind them.
        rest = width - 2 - cell_len(shown)
        return [(f"{entry.sign} ", sign), (shown, what), (" " * rest, Style())]

    def _remark(self, entry: Line, width: int) -> Part:
        if entry.undone:
            return fitted(f"↶ {one_line(entry.undone)}", width), self._style("warning")
        return fitted(one_line(entry.why and f"“{entry.why}”"), width), self._style("why")

    def _whole(self, entry: Line, width: int) -> list[Part]:
        left = width - _WHEN - _WHO - 3
        did, on = left * 3 // 10, left * 4 // 10
        quiet, about = self._style("quiet"), one_line(entry.about)
        parts = [
            (fitted(entry.when, _WHEN) + " ", quiet),
            (fitted(one_line(entry.who), _WHO) + " ", quiet),
            *self._did(entry, did),
        ]
        if not (entry.undone or entry.why):
            return [*parts, (" " + fitted(about, left - did), quiet)]
        return [*parts, (" " + fitted(about, on) + "  ", quiet), self._remark(entry, left - did - on - 2)]

    def _first(self, entry: Line, width: int) -> list[Part]:
        told = f"{one_line(entry.who)}, {entry.when}"
        told = fitted(told, min(cell_len(told), width // 2))
        return [*self._did(entry, width - cell_len(told) - 1), (" " + told, self._style("quiet"))]

    def _second(self, entry: Line, width: int) -> list[Part]:
        indent, quiet = ("  ", Style()), self._style("quiet")
        width -= 2
        on = one_line(entry.about)
        if not (entry.undone or entry.why):
            return [indent, (fitted(on, width), quiet)]
        share = width // 2 if entry.undone or cell_len(on) > width // 2 else cell_len(on)
        return [indent, (fitted(on, share) + "  ", quiet), self._remark(entry, width - share - 2)]

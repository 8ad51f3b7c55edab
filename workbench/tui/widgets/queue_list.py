"""The queue: a list drawn line by line from pages read out of the store, so that its length costs nothing."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from itertools import chain
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.models import Severity, Status, Verdict
from workbench.store import QueueRow
from workbench.tui.appearance import SEVERITIES, STATUSES, UNDECIDED, VERDICTS, Look
from workbench.visible import MARKS_SHOWN, one_line

PAGE = 100
PAGES_KEPT = 20
ROW_LINES = 2

FetchRows = Callable[[Sequence[str]], dict[str, QueueRow]]


def _width(looks: Sequence[Look]) -> int:
    return max(cell_len(look.text) for look in looks)


_SEVERITY_WIDTH = _width(list(SEVERITIES.values()))
_VERDICT_WIDTH = _width(list(VERDICTS.values()))


def fitted(text: str, width: int) -> str:
    """Text in exactly `width` columns, with an ellipsis where it is cut."""
    if width <= 0:
        return ""
    # What cannot show is not measured: a label may be as long as an article.
    text = text[: (width + 1) * (1 + MARKS_SHOWN)]
    if cell_len(text) > width:
        return set_cell_size(text, width - 1) + "…"
    return set_cell_size(text, width)


class QueueList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of two lines over an ordered list of ids. `fetch` reads the rows of some ids."""

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
    QueueList > .queue--resolved { color: $success; }
    QueueList > .queue--dismissed { color: $muted; }
    QueueList > .queue--deferred { color: $secondary; }
    """

    class Moved(Message):
        """The cursor stands on another row, or on the same row of another list."""

    def __init__(self, fetch: FetchRows, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._fetch = fetch
        self._ids: Sequence[str] = ()
        self._places: dict[str, int] = {}
        self._pages: OrderedDict[int, dict[str, QueueRow]] = OrderedDict()
        self.cursor = 0

    @property
    def ids(self) -> Sequence[str]:
        """The ids in the list's order."""
        return self._ids

    @property
    def current(self) -> str | None:
        """The id under the cursor, or None when the list is empty."""
        return self._ids[self.cursor] if self._ids else None

    def place_of(self, item: str) -> int | None:
        """The row of an id, or None when it is not in the list."""
        return self._places.get(item)

    def show(self, ids: Sequence[str]) -> None:
        """Shows another list; the cursor stays on its id, or takes the nearest row that is still there."""
        onward = chain(self._ids[self.cursor :], reversed(self._ids[: self.cursor]))
        self._ids = ids
        self._places = {item: index for index, item in enumerate(ids)}
        self._pages.clear()
        self.cursor = next((self._places[item] for item in onward if item in self._places), 0)
        self._resize_content()
        self._reveal()
        self.refresh()
        self.post_message(self.Moved())

    def forget_rows(self) -> None:
        """Reads the rows again: something about them has changed."""
        self._pages.clear()
        self.refresh()

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

    def row(self, index: int) -> QueueRow | None:
        """The row's content, from its page; None where the store has it no more."""
        number = index // PAGE
        if number not in self._pages:
            self._pages[number] = self._fetch(self._ids[number * PAGE : (number + 1) * PAGE])
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number].get(self._ids[index])

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
            if row < len(self._ids):
                self.move_to(row)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        index, line = divmod(y + self.scroll_offset.y, ROW_LINES)
        if index >= len(self._ids):
            return Strip.blank(width, self.rich_style)
        at_cursor = index == self.cursor
        base = self.rich_style
        if at_cursor:
            base += self.get_component_rich_style("queue--cursor", partial=True)
        row = self.row(index)
        segments = [Segment("▌" if at_cursor else " ", base + self._style("queue--bar"))]
        if row is not None:
            inner = width - 2
            parts = self._first_line(row, inner) if line == 0 else self._second_line(row, inner)
            segments += [Segment(text, base + style) for text, style in parts]
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    def _first_line(self, row: QueueRow, width: int) -> list[tuple[str, Style]]:
        status: Status = row.status
        look = STATUSES[status].text
        name = "queue--event" if status in UNDECIDED else "queue--done"
        return [
            (fitted(one_line(row.event_label), width - cell_len(look) - 1), self._style(name)),
            (" ", self._style("queue--text")),
            (look, self._style(f"queue--{status}")),
        ]

    def _second_line(self, row: QueueRow, width: int) -> list[tuple[str, Style]]:
        severity: Severity = row.severity
        verdict: Verdict = row.verdict
        sources = f"{row.sources} source" + ("" if row.sources == 1 else "s")
        values = one_line(" | ".join(row.labels))
        left = width - _SEVERITY_WIDTH - _VERDICT_WIDTH - cell_len(row.attribute) - len(sources) - 6
        quiet = self._style("queue--quiet")
        text = self._style("queue--text" if row.status in UNDECIDED else "queue--done")
        return [
            (fitted(SEVERITIES[severity].text, _SEVERITY_WIDTH + 2), self._style(f"queue--{severity}")),
            (fitted(VERDICTS[verdict].text, _VERDICT_WIDTH + 2), self._style(f"queue--{verdict}")),
            (f"{row.attribute} ", quiet),
            (fitted(values, left) + " ", text),
            (sources, quiet),
        ]

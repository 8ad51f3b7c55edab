"""The panel of what the queue can be narrowed to: facets with counts, chosen with Space, found by typing."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.store import FacetName, Facets, QueueFilter
from workbench.tui.narrowing import PanelLine, panel_lines
from workbench.tui.queue_cells import fitted
from workbench.words import _

_HEAD = 1
"""Lines above the facets: what was typed."""


class FacetPanel(ScrollView, can_focus=True, inherit_bindings=False):
    """Keys: arrows move, Space or Enter chooses, letters narrow what is listed, Escape closes.

    It handles keys itself, before the screen: in it, letters are words to find and not commands.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "facets--title",
        "facets--value",
        "facets--chosen",
        "facets--none",
        "facets--cursor",
        "facets--typed",
    }

    DEFAULT_CSS = """
    FacetPanel {
        width: 42; max-width: 45%; height: 1fr; display: none; overflow-x: hidden; overflow-y: auto;
        background: $surface; border-right: solid $panel;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    FacetPanel:focus { border-right: solid $primary; }
    FacetPanel > .facets--title { color: $primary; text-style: bold; }
    FacetPanel > .facets--value { color: $foreground; }
    FacetPanel > .facets--chosen { color: $accent; text-style: bold; }
    FacetPanel > .facets--none { color: $muted; }
    FacetPanel > .facets--cursor { background: $panel; }
    FacetPanel > .facets--typed { color: $accent; }
    """

    class Toggled(Message):
        """A value is to be chosen, or no longer."""

        def __init__(self, facet: FacetName, value: str) -> None:
            super().__init__()
            self.facet = facet
            self.value = value

    class Typed(Message):
        """Other words are typed to find values by."""

    class Closed(Message):
        """The panel is to be closed."""

    def __init__(self) -> None:
        super().__init__()
        self._facets: Facets = {}
        self._chosen = QueueFilter()
        self._unfolded: set[FacetName] = set()
        self._lines: list[PanelLine] = []
        self._at = 0
        self.typed = ""

    def show(self, facets: Facets, chosen: QueueFilter) -> None:
        """Shows other counts or another choice; the cursor stays on its value where that is still listed."""
        self._facets, self._chosen = facets, chosen
        self._list_again()

    def choose(self, chosen: QueueFilter) -> None:
        """Shows another choice under the same counts."""
        self.show(self._facets, chosen)

    def _list_again(self) -> None:
        before = self._lines[self._at] if self._lines else None
        self._lines = panel_lines(self._facets, self._chosen, self.typed, self._unfolded)
        places = [place for place, line in enumerate(self._lines) if _can_be_chosen(line)]
        same = [place for place in places if before and _same(self._lines[place], before)]
        self._at = (same or [place for place in places if place >= self._at] or places[-1:] or [0])[0]
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._lines) + _HEAD)
        self._reveal()
        self.refresh()

    def _reveal(self) -> None:
        # From the first value the title above it, and what was typed, are in sight too.
        first = self._at < 2
        region = Region(0, 0 if first else self._at + _HEAD, 1, self._at + _HEAD + 1 if first else 1)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def on_resize(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._lines) + _HEAD)
        self._reveal()

    # Keys

    async def _on_key(self, event: events.Key) -> None:
        if event.key in ("down", "up", "pagedown", "pageup", "home", "end"):
            page = max(self.size.height - 2, 1)
            steps = {"down": 1, "up": -1, "pagedown": page, "pageup": -page}
            self._move(steps.get(event.key, len(self._lines) * (1 if event.key == "end" else -1)))
        elif event.key in ("space", "enter"):
            self._toggle()
        elif event.key == "escape":
            if self.typed:
                self._type("")
            else:
                self.post_message(self.Closed())
        elif event.key == "backspace":
            self._type(self.typed[:-1])
        elif event.character and event.is_printable:
            self._type(self.typed + event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def _move(self, by: int) -> None:
        places = [place for place, line in enumerate(self._lines) if _can_be_chosen(line)]
        if places:
            here = places.index(self._at) if self._at in places else 0
            self._at = places[max(0, min(here + by, len(places) - 1))]
            self._reveal()
            self.refresh()

    def _toggle(self) -> None:
        line = self._lines[self._at] if self._lines else None
        if line and line.value:
            self.post_message(self.Toggled(line.facet, line.value.value))
        elif line and line.more:
            self._unfolded.add(line.facet)
            self._list_again()

    def _type(self, text: str) -> None:
        if text != self.typed:
            self.typed = text
            self._at = 0
            self._lines = []
            self._list_again()
            self.post_message(self.Typed())

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        place = offset.y + self.scroll_offset.y - _HEAD if offset else -1
        if 0 <= place < len(self._lines) and _can_be_chosen(self._lines[place]):
            self._at = place
            self.refresh()
            self._toggle()

    # Drawing

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        place = y + self.scroll_offset.y - _HEAD
        if place == -1:
            return self._strip([self._typed_line(width)], width)
        if place >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[place]
        if line.value is None and not line.more:
            return self._strip([(f" {line.text}", "title")], width)
        cursor = place == self._at and self.has_focus
        sign = " … " if line.more else "[✓]" if line.chosen else "[ ]"
        count = f"{line.value.count:,}".replace(",", " ") if line.value else ""
        room = width - len(sign) - cell_len(count) - 4
        style = "chosen" if line.chosen else "value" if count not in ("", "0") else "none"
        parts = [
            ("▌" if cursor else " ", "chosen"),
            (f"{sign} {fitted(line.text, room)} ", style),
            (f"{count} ", "none"),
        ]
        return self._strip(parts, width, cursor=cursor)

    def _typed_line(self, width: int) -> tuple[str, str]:
        if self.typed:
            return fitted(f" / {self.typed}▏", width), "typed"
        return fitted(" " + _("/ type to find"), width), "none"

    def _strip(self, parts: list[tuple[str, str]], width: int, *, cursor: bool = False) -> Strip:
        base = self.rich_style + (self._style("cursor") if cursor else Style())
        segments = [Segment(text, base + self._style(style)) for text, style in parts]
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"facets--{name}", partial=True)


def _can_be_chosen(line: PanelLine) -> bool:
    return line.value is not None or line.more


def _same(line: PanelLine, other: PanelLine) -> bool:
    value, others = line.value and line.value.value, other.value and other.value.value
    return (line.facet, line.more, value) == (other.facet, other.more, others)

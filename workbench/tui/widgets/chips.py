"""The line of what the queue is narrowed to: each can be taken off by a click, all of them at once."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from workbench.tui.narrowing import Chip
from workbench.tui.queue_cells import fitted
from workbench.words import _, ngettext

_LONGEST = 28


class Chips(Widget):
    """Hidden while nothing is chosen."""

    DEFAULT_CSS = """
    Chips {
        height: 1; padding: 0 1; background: $surface; display: none;
        link-color: $foreground; link-style: none; link-background: $panel;
        link-color-hover: $background; link-background-hover: $primary; link-style-hover: none;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._chips: Sequence[Chip] = ()
        self._order = ""

    def show(self, chips: Sequence[Chip], order: str) -> None:
        """Shows other chips; `order` says how the queue is ordered, "" where it is as usual."""
        self._chips, self._order = chips, order
        self.display = bool(chips or order)
        self.refresh()

    def render(self) -> Content:
        parts: list[Content] = []
        end = Content.styled(_("Esc clears"), "$muted") if self._chips else Content("")
        room = self.size.width - end.cell_length - 2
        if self._order:
            parts.append(Content.styled(f"↓ {self._order}", "$muted"))
        for place, chip in enumerate(self._chips):
            text = chip.text if cell_len(chip.text) <= _LONGEST else fitted(chip.text, _LONGEST)
            shown = Content(f" {text} ✕ ").stylize(f"@click=screen.take_off({place})")
            rest = len(self._chips) - place
            more = Content.styled(ngettext("{n} more", "{n} more", rest).format(n=rest), "$muted")
            if sum(part.cell_length + 1 for part in (*parts, shown)) + more.cell_length > room and rest:
                parts.append(more)
                break
            parts.append(shown)
        return Content(" ").join([*parts, end])

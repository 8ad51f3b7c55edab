"""What was read of the claim at the cursor, as rows that can be corrected."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from workbench.decisions.claim_fields import EXTENT
from workbench.tui.claim_rows import Row


class _Line(Horizontal):
    """A row: its name and, beside it, its value. A click on it chooses it."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self._place = place

    def compose(self) -> ComposeResult:
        yield Static(classes="name", markup=False)
        yield Static(classes="value", markup=False)

    def show(self, row: Row, *, chosen: bool) -> None:
        """Shows a row."""
        sign = ("› ", "bold $accent") if chosen else "  "
        name, value = self.query(Static)
        name.update(Content.assemble(sign, (row.name, "$foreground" if chosen else "$muted")))
        value.update(Content.styled(row.value, "$foreground" if row.is_open else "$muted"))

    def on_click(self, event: events.Click) -> None:
        self.post_message(ClaimPanel.Chosen(self._place))


class ClaimPanel(VerticalScroll, can_focus=False):
    """Shows rows under a title; one may be chosen."""

    DEFAULT_CSS = """
    ClaimPanel { scrollbar-size-vertical: 1; scrollbar-gutter: stable; padding: 0 1; background: $surface; }
    ClaimPanel Static, ClaimPanel Horizontal { height: auto; }
    ClaimPanel .name { width: 13; text-wrap: nowrap; text-overflow: ellipsis; }
    ClaimPanel .value { width: 1fr; }
    ClaimPanel #panel-title { color: $primary; text-style: bold; }
    ClaimPanel .unused { display: none; }
    ClaimPanel .one-line .value { text-wrap: nowrap; text-overflow: ellipsis; }
    ClaimPanel .chosen { background: $panel; }
    """

    class Chosen(Message):
        """A row was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[_Line] = []
        self._shown: tuple[str, tuple[Row, ...], int | None] | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="panel-title", markup=False)

    def show(self, title: str, rows: Sequence[Row], chosen: int | None) -> None:
        """Shows these rows; the chosen one, if any, is in view."""
        shown = (title, tuple(rows), chosen)
        if shown != self._shown:
            self._shown = shown
            self.query_one("#panel-title", Static).update(Content(title))
            # Lines that are new have no children before they are mounted.
            self.call_later(self._fill, rows, chosen)

    async def _fill(self, rows: Sequence[Row], chosen: int | None) -> None:
        missing = [_Line(place) for place in range(len(self._lines), len(rows))]
        if missing:
            await self.mount_all(missing)
            self._lines += missing
        for place, line in enumerate(self._lines):
            line.set_class(place >= len(rows), "unused")
            line.set_class(place == chosen, "chosen")
            if place < len(rows):
                # The words stand in the text already.
                line.set_class(rows[place].field == EXTENT, "one-line")
                line.show(rows[place], chosen=place == chosen)
        if chosen is None:
            self.scroll_home(animate=False)
        elif chosen < len(self._lines):
            self.call_after_refresh(self._lines[chosen].scroll_visible, animate=False)

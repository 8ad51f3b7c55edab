"""The values of a difference side by side: as many columns as can be read, the others announced."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from workbench.models import AttributeValue
from workbench.passages import Piece
from workbench.tui.columns import Column, Witness, window
from workbench.tui.widgets.column_words import facts_content, value_offset
from workbench.tui.widgets.detail import passage_content
from workbench.tui.wrapping import wrap
from workbench.words import ngettext

PASSAGES_FIRST = 6
"""Passages shown of each value until all are asked for."""

Read = Callable[[Witness], tuple[Piece, ...]]


class Passage(Static):
    """Who gives the value, and its words; a click selects it, a second one opens the article."""

    def __init__(self, place: int) -> None:
        super().__init__(markup=False)
        self.place = place
        self._words = ""
        self._value_at = 0

    def show(self, facts: Content | None, pieces: tuple[Piece, ...]) -> None:
        """Shows the words, behind who gives them where that does not stand elsewhere."""
        words = passage_content(pieces)
        content = Content("\n").join([facts, words]) if facts else words
        self._words = content.plain
        self._value_at = value_offset(pieces) + (len(facts.plain) + 1 if facts else 0)
        self.update(content)

    @property
    def value_line(self) -> int:
        """The line of the passage, as it is laid out, in which the value begins."""
        lines = wrap(self._words, self.content_size.width)
        return sum(start <= self._value_at for start, _end in lines) - 1


class ColumnView(Vertical):
    """One value. Its passages are widgets that are used again for the next difference."""

    def __init__(self) -> None:
        super().__init__()
        self._header = Static(classes="header", markup=False)
        self._body = VerticalScroll(can_focus=False)
        self._more = Static(classes="more", markup=False)
        self._passages = [Passage(place) for place in range(PASSAGES_FIRST)]
        self.number = 0
        self.shown = 0

    def compose(self) -> ComposeResult:
        yield self._header
        with self._body:
            yield from self._passages
            yield self._more

    def fill(self, column: Column, header: Content, read: Read, *, everything: bool) -> None:
        """Shows a value; the first of its passages, or all."""
        self.number = column.number
        # What stands behind a single passage stays in sight while its words are scrolled.
        alone = facts_content(column.witnesses[0]) if len(column.witnesses) == 1 else None
        self._header.update(Content("\n").join([header, alone]) if alone else header)
        witnesses = column.witnesses if everything else column.witnesses[:PASSAGES_FIRST]
        self.shown = len(witnesses)
        missing = [Passage(place) for place in range(len(self._passages), len(witnesses))]
        if missing:
            self._body.mount_all(missing, before=self._more)
            self._passages += missing
        for passage in self._passages:
            passage.display = passage.place < len(witnesses)
            if passage.display:
                witness = witnesses[passage.place]
                passage.show(None if alone else facts_content(witness), read(witness))
        hidden = len(column.witnesses) - len(witnesses)
        self._more.display = hidden > 0
        if hidden:
            more = ngettext("and {n} more passage: m shows it", "and {n} more passages: m shows them", hidden)
            self._more.update(Content(more.format(n=hidden)))
        self._shown_value(self._passages[0])

    def _shown_value(self, passage: Passage) -> None:
        """Scrolls so that the value of a passage is in sight, and who gives it too where both can be."""
        self.call_after_refresh(self._reveal, passage)

    def _reveal(self, passage: Passage) -> None:
        height = self._body.size.height
        if not (self.is_mounted and passage.display and height and passage.content_size.width):
            return
        line = passage.value_line
        top = passage.virtual_region.y
        self._body.scroll_to(y=top if line < height - 1 else top + line - height // 2, animate=False)

    def mark(self, selected: int | None) -> None:
        """Marks the passage that is selected, if the column is, and brings it into view."""
        self.set_class(selected is not None, "-selected")
        for passage in self._passages:
            passage.set_class(passage.place == selected, "-selected")
        if selected is not None and selected < len(self._passages):
            self._shown_value(self._passages[selected])

    def scroll_by(self, lines: int) -> None:
        """Scrolls the passages."""
        self._body.scroll_relative(y=lines, animate=False)

    @property
    def lines(self) -> int:
        """How many lines of passages are on the screen."""
        return max(self._body.size.height, 1)


class ValueColumns(Vertical, can_focus=False):
    """One column is selected, and in it one passage; the article opens on that."""

    DEFAULT_CSS = """
    ValueColumns { height: 1fr; }
    ValueColumns > Horizontal { height: 1fr; }
    ValueColumns #beside { height: 1; color: $muted; display: none; text-align: right; padding: 0 1; }
    ValueColumns ColumnView {
        width: 1fr; height: 1fr; border: round $panel; padding: 0 0 0 1;
    }
    ValueColumns ColumnView.-selected { border: heavy $primary; }
    ValueColumns .header {
        height: auto; margin-bottom: 1;
        link-color: $background; link-background: $primary; link-style: bold;
        link-color-hover: $background; link-background-hover: $accent; link-style-hover: bold;
    }
    DecideScreen.-short ValueColumns .header { margin-bottom: 0; }
    ValueColumns VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    ValueColumns Passage { height: auto; padding: 0 1; border-left: blank; margin-bottom: 1; }
    ValueColumns Passage.-selected { border-left: outer $accent; }
    ValueColumns .more { height: auto; color: $muted; padding-left: 2; display: none; }
    """

    class Chosen(Message):
        """A passage was clicked twice: its article is asked for."""

    def __init__(self, read: Read) -> None:
        super().__init__()
        self._read = read
        self._columns: Sequence[Column] = ()
        self._headers: Sequence[Content] = ()
        self._views: list[ColumnView] = []
        self._filled: list[tuple[int, bool] | None] = []
        self._first = 0
        self._column = 0
        self._passage = 0
        self.everything = False

    def compose(self) -> ComposeResult:
        yield Static(id="beside", markup=False)
        yield Horizontal()

    # What is shown

    def show(self, columns: Sequence[Column], headers: Sequence[Content]) -> None:
        """Shows another difference, its first value and passage selected."""
        self._first = self._column = self._passage = 0
        self.everything = False
        self.renew(columns, headers)

    def renew(self, columns: Sequence[Column], headers: Sequence[Content]) -> None:
        """Shows the same difference as it is now; the selection stays where it can."""
        self._columns, self._headers = columns, headers
        self._filled = [None] * len(self._filled)
        self._column = min(self._column, max(len(columns) - 1, 0))
        self._draw()

    def show_everything(self, everything: bool) -> None:
        """Shows all passages of each value, or only the first ones."""
        self.everything = everything
        self._passage = 0
        self._draw()

    @property
    def hidden_passages(self) -> bool:
        """Whether some value has more passages than are shown at first."""
        return any(len(column.witnesses) > PASSAGES_FIRST for column in self._columns)

    def _draw(self) -> None:
        if not self._columns or not self.size.width:
            return
        shown = window(len(self._columns), self.size.width, self._first, self._column)
        self._first = shown.start
        missing = [ColumnView() for _ in range(len(self._views), len(shown))]
        if missing:
            self.query_one(Horizontal).mount_all(missing)
            self._views += missing
            self._filled += [None] * len(missing)
        for place, view in enumerate(self._views):
            view.display = place < len(shown)
            if view.display:
                self._fill(place, shown[place])
        self._announce(shown)
        self._mark()

    def _fill(self, place: int, index: int) -> None:
        if self._filled[place] == (index, self.everything):
            return
        column = self._columns[index]
        self._views[place].fill(column, self._headers[index], self._read, everything=self.everything)
        self._filled[place] = (index, self.everything)

    def _announce(self, shown: range) -> None:
        left, right = shown.start, len(self._columns) - shown.stop
        beside = self.query_one("#beside", Static)
        beside.display = bool(left or right)
        parts = []
        if left:
            parts.append("← " + ngettext("{n} more value", "{n} more values", left).format(n=left))
        if right:
            parts.append(ngettext("{n} more value", "{n} more values", right).format(n=right) + " →")
        beside.update(Content("   ".join(parts)))

    def _mark(self) -> None:
        for place, view in enumerate(self._views):
            selected = self._first + place == self._column
            view.mark(self._passage if selected else None)

    def on_resize(self) -> None:
        self._draw()

    # The selection

    @property
    def selected(self) -> Witness | None:
        """The passage that is selected."""
        if not self._columns:
            return None
        witnesses = self._columns[self._column].witnesses
        return witnesses[self._passage] if self._passage < len(witnesses) else None

    @property
    def in_order(self) -> list[AttributeValue]:
        """All passages, column by column."""
        return [one.value for column in self._columns for one in column.witnesses]

    @property
    def view(self) -> ColumnView | None:
        """The column that is selected, as it is drawn."""
        place = self._column - self._first
        return self._views[place] if place < len(self._views) else None

    def step_column(self, by: int) -> bool:
        """Selects the column `by` places on; False at either end."""
        if not 0 <= self._column + by < len(self._columns):
            return False
        self._column += by
        self._passage = 0
        self._draw()
        return True

    def step_passage(self, by: int) -> bool:
        """Selects the passage `by` places on in the column; False at either end."""
        view = self.view
        if view is None or not 0 <= self._passage + by < view.shown:
            return False
        self._passage += by
        self._mark()
        return True

    def on_click(self, event: events.Click) -> None:
        under, _region = self.screen.get_widget_at(event.screen_x, event.screen_y)
        column = next((one for one in under.ancestors_with_self if isinstance(one, ColumnView)), None)
        passage = next((one for one in under.ancestors_with_self if isinstance(one, Passage)), None)
        if column is None:
            return
        place = self._first + self._views.index(column)
        if passage is not None or place != self._column:
            self._column, self._passage = place, passage.place if passage else 0
            self._mark()
        if passage is not None and event.chain > 1:
            self.post_message(self.Chosen())

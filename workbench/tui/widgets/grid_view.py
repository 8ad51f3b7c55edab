"""The grid of attributes against sources: only the cells on the screen are made; names and sources stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from workbench.records.agreement import SIGNS, Agreement
from workbench.records.grid import Cell, Column, Grid, Row
from workbench.records.said import held, published_day, publisher, row_name
from workbench.told import label
from workbench.tui.event.lines import Run, fit
from workbench.tui.event.pages import state
from workbench.tui.widgets.tones import BAR, CLASSES, CURSOR, rules, segments
from workbench.words import _

HEAD = 2
"""Lines of the header: who, and when."""
_NAME = 20
_HOLDS = 18
_CELL = 14
_NARROW = 100
_GAP = 1
_NUMBERED = 9


class GridView(Widget, can_focus=True, inherit_bindings=False):
    """Shows a grid with one cell selected. Columns scroll one by one; what is left out is counted."""

    COMPONENT_CLASSES: ClassVar[set[str]] = CLASSES
    DEFAULT_CSS = rules("GridView")

    class Moved(Message):
        """Another cell is selected."""

    class Opened(Message):
        """A cell was clicked twice."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.grid = Grid((), ())
        self.row = 0
        self.column = 0
        self._top = 0
        self._left = 0

    def show(self, grid: Grid) -> None:
        """Shows another grid; the selected attribute and source stay selected where they are in it."""
        before = (self.current_row, self.current_column)
        self.grid = grid
        names = [row.name for row in grid.rows]
        sources = [column.source.id for column in grid.columns]
        row, column = before
        self.row = names.index(row.name) if row and row.name in names else min(self.row, len(names) - 1)
        self.column = (
            sources.index(column.source.id)
            if column and column.source.id in sources
            else min(self.column, len(sources) - 1)
        )
        self.row, self.column = max(self.row, 0), max(self.column, 0)
        self._reveal()

    @property
    def current_row(self) -> Row | None:
        return self.grid.rows[self.row] if self.row < len(self.grid.rows) else None

    @property
    def current_column(self) -> Column | None:
        return self.grid.columns[self.column] if self.column < len(self.grid.columns) else None

    @property
    def current(self) -> Cell | None:
        """The selected cell."""
        row, column = self.current_row, self.current_column
        return row.cell(column.source.id) if row and column else None

    @property
    def rows_shown(self) -> int:
        """How many attributes fit on the screen."""
        return max(1, self.size.height - HEAD)

    def move(self, rows: int = 0, columns: int = 0) -> None:
        """Selects the cell so many rows and columns on, the last one where there are not so many."""
        row = max(0, min(self.row + rows, len(self.grid.rows) - 1))
        column = max(0, min(self.column + columns, len(self.grid.columns) - 1))
        if (row, column) != (self.row, self.column):
            self.row, self.column = row, column
            self._reveal()
            self.post_message(self.Moved())

    # Drawing

    @property
    def _fixed(self) -> int:
        """Columns of the screen that do not scroll."""
        return 1 + self._name_room + _GAP + self._holds_room + _GAP

    @property
    def _name_room(self) -> int:
        return _NAME if self.size.width >= _NARROW else _NAME - 4

    @property
    def _holds_room(self) -> int:
        return _HOLDS if self.size.width >= _NARROW else _HOLDS - 4

    @property
    def columns_shown(self) -> int:
        """How many sources fit on the screen."""
        return max(1, (self.size.width - self._fixed) // (_CELL + _GAP))

    @property
    def _cell(self) -> int:
        """The width of a cell: all the room there is, where few sources have it."""
        shown = max(1, min(self.columns_shown, len(self.grid.columns)))
        return max(8, min(2 * _CELL, (self.size.width - self._fixed) // shown - _GAP))

    def _reveal(self) -> None:
        shown, high = self.columns_shown, self.rows_shown
        self._left = max(min(self._left, self.column), self.column - shown + 1, 0)
        self._left = min(self._left, max(0, len(self.grid.columns) - shown))
        self._top = max(min(self._top, self.row), self.row - high + 1, 0)
        self.refresh()

    def on_resize(self) -> None:
        self._reveal()

    def render_line(self, y: int) -> Strip:
        width, base = self.size.width, self.rich_style
        shown = self.grid.columns[self._left : self._left + self.columns_shown]
        if y < HEAD:
            return self._strip([*self._corner(y), *self._head(y, shown)], base)
        index = self._top + y - HEAD
        if index >= len(self.grid.rows):
            return Strip.blank(width, base)
        return self._row(self.grid.rows[index], shown, at_cursor=index == self.row)

    def _corner(self, y: int) -> list[Run]:
        room = self._fixed - _GAP
        before, behind = self._left, len(self.grid.columns) - self._left - self.columns_shown
        if y == 0:
            return [
                (fit(" " + _("Attribute"), 1 + self._name_room + _GAP), "quiet"),
                (fit(_("What holds"), self._holds_room), "quiet"),
                (" ", "text"),
            ]
        more = [f"← {before}" if before > 0 else "", f"{behind} →" if behind > 0 else ""]
        return [(fit("  ".join(one for one in more if one).rjust(room), room), "mark"), (" ", "text")]

    def _head(self, y: int, shown: Sequence[Column]) -> list[Run]:
        runs: list[Run] = []
        for place, column in enumerate(shown, self._left):
            row = column.source
            if y == 0:
                sign = "⧉ " if column.copy else ""
                text = fit(sign + publisher(row), self._cell)
                runs.append((text, "mark") if place == self.column else (text, "head"))
            else:
                day = published_day(row.published.best if row.published else None)
                runs.append((fit(f"{day} {_('copy')}" if column.copy else day, self._cell), "quiet"))
            runs.append((" ", "text"))
        return runs

    def _row(self, row: Row, shown: Sequence[Column], *, at_cursor: bool) -> Strip:
        base = self.rich_style
        cursor = self.get_component_rich_style(CURSOR, partial=True)
        drawn = base + cursor if at_cursor else base
        bar = drawn + self.get_component_rich_style(BAR, partial=True)
        parts = [Segment("▌" if at_cursor else " ", bar)]
        sign = state(row)
        name = fit(row_name(row), self._name_room) + " "
        holds = fit(held(row), self._holds_room - len(sign[0])) + " "
        named: list[Run] = [(name, "strong" if row.undecided else "text"), sign, (holds, sign[1])]
        parts += segments(self, named, drawn)
        for place, column in enumerate(shown, self._left):
            cell = row.cell(column.source.id)
            selected = at_cursor and place == self.column
            style = drawn + Style(reverse=True) if selected else drawn
            parts += segments(self, [(cell_text(cell, self._cell), cell.agreement)], style)
            parts += segments(self, [(" ", "text")], drawn)
        return Strip(parts).adjust_cell_length(self.size.width, drawn)

    def _strip(self, runs: Sequence[Run], base: Style) -> Strip:
        return Strip(segments(self, runs, base)).adjust_cell_length(self.size.width, base)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or offset.y < HEAD:
            return
        row = self._top + offset.y - HEAD
        column = self._left + max(0, offset.x - self._fixed) // (self._cell + _GAP)
        self.move(row - self.row, column - self.column if offset.x >= self._fixed else 0)
        if event.chain > 1:
            self.post_message(self.Opened())

    def on_mouse_scroll_down(self) -> None:
        self.move(rows=1)

    def on_mouse_scroll_up(self) -> None:
        self.move(rows=-1)


def cell_text(cell: Cell, width: int) -> str:
    """Sign and value in `width` columns, with how many other values there are."""
    if not cell.given:
        return fit(SIGNS["silent"].sign, width)
    asking = [one for one in cell.given if one.agreement == cell.agreement]
    told = Counter(one.label for one in asking)
    first = max(asking, key=lambda one: told[one.label])
    more = f" +{len(cell.labels) - 1}" if len(cell.labels) > 1 else ""
    value = f"{sign_of(first.agreement, first.number)} {label(first.label)}"
    return (
        fit(value, width - len(more)) + more if len(value) + len(more) > width else fit(value + more, width)
    )


def sign_of(agreement: Agreement, number: int) -> str:
    """The sign of a value; while nothing holds its number, which accepts it on the difference's screen."""
    return str(number) if agreement == "open" and 1 <= number <= _NUMBERED else SIGNS[agreement].sign

"""One chart, drawn by plotext: series are told apart by filling as well as by colour, one bar is selected."""

from __future__ import annotations

from typing import Any

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual_plotext import Plot

from workbench.told.dates import numeric
from workbench.tui.charts import Chart, legend, table_of
from workbench.tui.queue_cells import fitted
from workbench.visible import one_line

FILLINGS = ("█", "▒", "▚", "░")
"""A filling for each series, so that a chart reads without colour."""
_LABEL = 18
"""Columns of a bar's name at most."""
_DAYS_NAMED = 4
_AXIS = 3
"""Lines below lying bars: the axis, its numbers and its name."""
_HIGHEST = 24
"""Lines of a chart of upright bars at most."""
_NOTHING = Chart("", "", "", (), (), (), "")
_SELECTED = "▸"


class ChartView(Widget, can_focus=True):
    """A chart with a title, a legend and how it is counted; or, with `as_table`, its numbers."""

    DEFAULT_CSS = """
    ChartView {
        height: 1fr; width: 1fr; padding: 0 1; background: $background;
        border: round $panel; border-title-color: $muted; border-title-style: bold;
    }
    ChartView:focus { border: round $primary; border-title-color: $primary; }
    """

    class Opened(Message):
        """Somebody wants to see what the selected bar counts."""

    def __init__(self, place: int) -> None:
        super().__init__(id=f"chart-{place}")
        self.chart = _NOTHING
        self.as_table = False
        self.selected = 0
        self._top = 0

    def show(self, chart: Chart) -> None:
        """Shows other numbers; the selection stays on the bar of that name."""
        name = self.chart.names[self.selected] if self.chart.names else None
        last = len(chart.names) - 1
        newest = last if chart.upright else 0
        self.selected = chart.names.index(name) if name in chart.names else max(0, newest)
        self.chart = chart
        self.border_title = one_line(chart.title)
        self.refresh()

    def select(self, place: int) -> None:
        """Selects a bar, the nearest one where there is none such."""
        self.selected = max(0, min(place, len(self.chart.names) - 1))
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        self.focus()

    def render(self) -> Content:
        width, height = self.content_size
        chart = self.chart
        if not chart.names or not any(any(one.values) for one in chart.series):
            return Content.styled(chart.empty, "$muted")
        note = [Content.styled(line, "$faint") for line in _wrapped(chart.note, width)]
        above = self._above(width)
        room = height - len(note) - len(above)
        drawn = self._table(width, room) if self.as_table else self._drawn(width, room)
        return Content("\n").join([*above, *drawn, *note])

    def _above(self, width: int) -> list[Content]:
        """The legend, and what is selected of a chart whose bars have no room for names."""
        chart, lines = self.chart, []
        if named := legend(chart, dict(enumerate(FILLINGS))):
            parts = [Content.styled(one_line(text), style) for text, style in named]
            lines.append(Content("   ").join(parts))
        if chart.upright and not self.as_table:
            values = ", ".join(
                f"{one_line(one.name)} {one.values[self.selected]:.0f}"
                for one in chart.series
                if one.values[self.selected]
            )
            name = numeric(chart.names[self.selected])
            lines.append(
                Content.assemble((f"{_SELECTED} {name}  ", "bold"), fitted(values or "0", width - 14))
            )
        return lines

    # As a chart

    def _drawn(self, width: int, height: int) -> list[Content]:
        plot: Any = Plot()
        # The widget says how large it is, not the terminal that the program was started in.
        plot._limit_size(False, False)
        plot.theme("clear")
        plot.xaxes(True, False)
        plot.yaxes(True, False)
        if self.chart.upright:
            plot.plotsize(width, min(max(height, 4), _HIGHEST))
            self._stand(plot)
        else:
            self._lie(plot, width, max(1, height - _AXIS))
        # Its own colours are left off: the theme's are put where a filling stands.
        text = plot.uncolorize(plot.build())
        return [self._coloured(line) for line in text.rstrip("\n").split("\n")]

    def _stand(self, plot: Any) -> None:
        """Upright bars over days; the selected one is named below the axis."""
        chart, places = self.chart, list(range(len(self.chart.names)))
        plot.stacked_bar(
            places, [list(one.values) for one in chart.series], marker=_fillings(chart), width=0.8
        )
        every = max(1, (len(places) - 1) // (_DAYS_NAMED - 1))
        days = [numeric(name, year=False) for name in chart.names]
        named = {place: days[place] for place in places[::-1][::every]}
        named = {place: name for place, name in named.items() if abs(place - self.selected) > every // 2}
        named[self.selected] = f"{_SELECTED}{days[self.selected]}"
        plot.xticks(list(named), list(named.values()))
        highest = int(max(_totals(chart)))
        step = max(1, -(-highest // 4))
        ticks = list(range(0, highest + step, step))
        plot.ylim(0, ticks[-1])
        plot.yticks(ticks, [str(tick) for tick in ticks])

    def _lie(self, plot: Any, width: int, room: int) -> None:
        """Lying bars with their numbers, the first one above; the selected one is among those that fit."""
        chart, totals = self.chart, _totals(self.chart)
        number = min(len(chart.names), room)
        self._top = _scrolled(min(self._top, len(chart.names) - number), self.selected, number)
        shown = range(self._top, self._top + number)
        # An empty line between bars where there is room for it: a bar takes one line.
        plot.plotsize(width, _AXIS + (2 * number - 1 if 2 * number - 1 <= room else number))
        names = min(_LABEL, max(cell_len(one_line(chart.names[place])) for place in shown))
        digits = len(f"{max(totals):.0f}")
        labels = [
            f"{_SELECTED if place == self.selected else ' '} "
            f"{fitted(one_line(chart.names[place]), names)} {totals[place]:>{digits}.0f} "
            for place in shown
        ]
        places = list(range(number, 0, -1))
        values = [[one.values[place] for place in shown] for one in chart.series]
        plot.stacked_bar(places, values, marker=_fillings(chart), orientation="h", width=0.01)
        plot.yticks(places, labels)
        plot.ylim(1, max(number, 2))
        end = chart.limit or max(*totals, 1)
        plot.xlim(0, end)
        ticks = sorted({round(end * part / 4) for part in range(5)})
        plot.xticks(ticks, [str(tick) for tick in ticks])
        plot.xlabel(chart.axis)

    def _coloured(self, line: str) -> Content:
        styles = {FILLINGS[place]: one.style for place, one in enumerate(self.chart.series)}
        parts: list[tuple[str, str]] = []
        for char in line:
            style = styles.get(char, "bold $accent" if char == _SELECTED else "$foreground")
            if parts and parts[-1][1] == style:
                parts[-1] = (parts[-1][0] + char, style)
            else:
                parts.append((char, style))
        return Content.assemble(*parts)

    # As a table

    def _table(self, width: int, height: int) -> list[Content]:
        heads, *rows = table_of(self.chart)
        widths = [
            max(cell_len(one_line(row[place])) for row in (heads, *rows)) for place in range(1, len(heads))
        ]
        first = max(8, min(width - sum(widths) - 2 * len(widths) - 3, 40))
        room = max(1, height - 1)
        self._top = _scrolled(self._top, self.selected, room)
        lines = [Content.styled(f"  {_row(heads, first, widths)}", "$muted")]
        for place, row in list(enumerate(rows))[self._top : self._top + room]:
            chosen = place == self.selected
            text = f"{_SELECTED if chosen else ' '} {_row(row, first, widths)}"
            lines.append(Content.styled(text, "bold $foreground on $panel" if chosen else "$foreground"))
        return lines


def _row(cells: list[str], first: int, widths: list[int]) -> str:
    numbers = (
        " " * (2 + width - cell_len(one_line(cell))) + one_line(cell)
        for cell, width in zip(cells[1:], widths, strict=True)
    )
    return fitted(one_line(cells[0]), first) + "".join(numbers)


def _fillings(chart: Chart) -> list[str]:
    return list(FILLINGS[: len(chart.series)])


def _totals(chart: Chart) -> list[float]:
    """What each bar comes to."""
    return [sum(values) for values in zip(*(one.values for one in chart.series), strict=True)]


def _scrolled(top: int, selected: int, room: int) -> int:
    """The first line shown, so that the selected one is among `room` of them."""
    return max(min(top, selected), selected - room + 1, 0)


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines

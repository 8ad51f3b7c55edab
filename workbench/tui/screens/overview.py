"""How the review stands, in charts: each bar leads to what it counts."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import Static

from workbench.store import LogFilter, QueueFilter
from workbench.store.overview import Overview
from workbench.tui import opening
from workbench.tui.actions import actions_of, bindings_of
from workbench.tui.charts import OutletArticles, as_text, charts_of, standing, waiting
from workbench.tui.screens.acting import ActingScreen
from workbench.tui.widgets.chart_view import ChartView
from workbench.tui.widgets.key_bar import KeyBar
from workbench.visible import one_line
from workbench.words import _

_READING = "overview"
_CHARTS = len(charts_of(Overview(), datetime.min.date().replace(year=2000)))
_ON_BAR = ("open", "down", "up", "first", "last", "copy")


class OverviewScreen(ActingScreen[None]):
    """Four charts where there is room for them, else one at a time."""

    PLACE = "overview"
    BINDINGS = bindings_of("overview")
    AUTO_FOCUS = "ChartView"
    CSS_PATH = "overview.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._current = 0
        self._loaded = False

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Static(id="title", markup=False)
            yield Static(id="progress", markup=False)
        yield Static(_("Counting …"), id="standing", markup=False)
        with Container(id="charts"):
            for place in range(_CHARTS):
                yield ChartView(place)
        yield Static(id="message", markup=False)
        yield KeyBar(actions_of("overview", "anywhere"), lambda action: self.refusal(action) is None)

    def on_mount(self) -> None:
        name = one_line(self.desk.path.name)
        self.query_one("#title", Static).update(
            Content.assemble((_("Overview"), "bold $primary"), (f"  {name}", "$muted"))
        )
        self._go(0)
        self.load()

    @property
    def charts(self) -> list[ChartView]:
        return list(self.query(ChartView))

    @property
    def current(self) -> ChartView:
        """The chart that the keys are for."""
        return self.charts[self._current]

    def load(self) -> None:
        """Counts everything in a thread."""
        today = self.desk.today
        self.desk.read(lambda store: store.overview(today), self._take, group=_READING)

    def _take(self, overview: Overview) -> None:
        self._loaded = True
        for view, chart in zip(self.charts, charts_of(overview, self.desk.today), strict=True):
            view.show(chart)
        lines = [line for line in (standing(overview), waiting(overview)) if line]
        self.query_one("#standing", Static).update(
            Content("\n".join(lines) or _("There are no differences."))
        )
        at = datetime.fromisoformat(self.desk.now()).strftime("%H:%M")
        self.query_one("#progress", Static).update(Content(_("counted at {time}").format(time=at)))
        self.query_one(KeyBar).refresh()

    def database_changed(self) -> None:
        self.load()

    def refusal(self, action_id: str, number: int | None = None) -> str | None:
        if action_id in _ON_BAR and not self._loaded:
            return _("The numbers are still being counted.")
        if action_id in _ON_BAR and not self.current.chart.names:
            return _("This chart has nothing to show.")
        return None

    # Moving

    def _go(self, place: int) -> None:
        self._current = place % _CHARTS
        for number, view in enumerate(self.charts):
            view.set_class(number == self._current, "-current")
        self.current.focus()
        self.query_one(KeyBar).refresh()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        if isinstance(event.widget, ChartView) and event.widget is not self.current:
            self._go(self.charts.index(event.widget))

    def do_next_chart(self) -> None:
        self._go(self._current + 1)

    def do_previous_chart(self) -> None:
        self._go(self._current - 1)

    def do_down(self) -> None:
        self.current.select(self.current.selected + 1)

    def do_up(self) -> None:
        self.current.select(self.current.selected - 1)

    def do_first(self) -> None:
        self.current.select(0)

    def do_last(self) -> None:
        self.current.select(len(self.current.chart.names) - 1)

    def do_back(self) -> None:
        self.dismiss()

    # Looking

    def do_open(self) -> None:
        chart = self.current.chart
        target = chart.targets[self.current.selected]
        if isinstance(target, QueueFilter):
            opening.queue(self.app, target)
        elif isinstance(target, LogFilter):
            opening.log(self.app, target)
        elif isinstance(target, OutletArticles):
            self._open_outlet(target.name)

    def _open_outlet(self, name: str) -> None:
        def done(sources: list[str]) -> None:
            opening.queue(self.app, QueueFilter(sources=tuple(sources)))

        self.desk.read(lambda store: store.sources_of_outlet(name), done, group=_READING)

    def do_numbers(self) -> None:
        for view in self.charts:
            view.as_table = not view.as_table
            view.refresh()

    def do_large(self) -> None:
        self.toggle_class("-one")

    def do_copy(self) -> None:
        self.copy(as_text(self.current.chart), self.current.chart.title)

    def do_reload(self) -> None:
        self.load()
        self.say(_("Everything was counted again"))

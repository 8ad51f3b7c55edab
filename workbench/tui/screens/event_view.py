"""One event in its panes: claims in time, attributes against sources, the record, what was decided."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from workbench.models import Claim
from workbench.store import Store
from workbench.tui.actions import action_named, actions_of
from workbench.tui.choosing import policy_set
from workbench.tui.event import about
from workbench.tui.event.dossier import Dossier, read_dossier
from workbench.tui.event.shown import PANES, Pane, Shown, event_now, laid_out
from workbench.tui.screens.acting import ActingScreen
from workbench.tui.widgets.grid_view import GridView
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.line_list import LineList
from workbench.words import N_, _

_NAMES: dict[Pane, str] = {
    "timeline": N_("Timeline"),
    "grid": N_("Grid"),
    "claims": N_("Claims"),
    "record": N_("Record"),
    "history": N_("History"),
}
_SCROLL_LINES = 3


class EventView(ActingScreen[None]):
    """The event `event_id`; where matching has given its claims another one since, that one."""

    CSS_PATH = "event.tcss"
    AUTO_FOCUS = "LineList"

    def __init__(self, event_id: str, pane: Pane = "timeline") -> None:
        super().__init__()
        self.event_id = event_id
        self.pane: Pane = pane
        self.as_json = False
        self.said = ""
        self._before: int | None = None
        """How many claims it had before it was regrouped."""
        self.picked: set[str] = set()
        self._shown: Shown | None = None
        self._cursors: dict[Pane, int] = {}

    def compose(self) -> ComposeResult:
        yield Static(id="head", markup=False)
        yield Static(id="tabs", markup=False)
        with Vertical(id="body"):
            yield LineList(id="list")
            yield GridView(id="grid")
            yield Static(id="legend", markup=False)
        with VerticalScroll(id="passages", can_focus=False):
            yield Static(id="passage", markup=False)
        yield Static(id="message", markup=False)
        yield KeyBar(actions_of("event", "anywhere"), lambda action: self.refusal(action) is None)

    def on_mount(self) -> None:
        self.query_one("#legend", Static).update(about.legend())
        self.say(_("Reading the event"))
        self.set_interval(1.0, self._tick)
        self.load()

    def _tick(self) -> None:
        """Shows for how long claims have been matched again."""
        seconds = self.desk.matching_seconds
        if seconds is not None:
            self.say(_("matching again, {n} s").format(n=seconds))

    # Reading

    def load(self, said: str = "") -> None:
        """Reads the event again; `said` is shown when it is there."""
        # Kept at once: somebody else's change may ask for another reading before this one is shown.
        self.said = said
        event_id, today, as_json, picked = self.event_id, self.desk.today, self.as_json, self.picked
        claims = self.dossier.event.claims if self.dossier else ()
        policy = policy_set()

        def read(store: Store) -> Shown | None:
            now = event_now(store, event_id, claims)
            return laid_out(read_dossier(store, now, today, policy), picked, as_json=as_json) if now else None

        self.desk.read(read, lambda shown: self._take(shown, said), group="event")

    def _take(self, shown: Shown | None, said: str) -> None:
        if not self.is_attached or not self.query(GridView):
            return
        if shown is None:
            self.app.notify(_("This event is there no more."), severity="warning", timeout=4, markup=False)
            self.dismiss(None)
            return
        moved = self.event_id != shown.dossier.event.id
        if said and self._before not in (None, len(shown.dossier.claims)):
            grown = _("{before} → {now} claims").format(before=self._before, now=len(shown.dossier.claims))
            said, self._before = f"{said} · {grown}", None
        self._shown = shown
        self.event_id = shown.dossier.event.id
        self.picked.intersection_update(shown.dossier.event.claims)
        self.grid.show(shown.grid)
        self._show_pane()
        if moved and not said:
            said = _("Matching has moved its claims: this is the event in which they stand now.")
        self.said = said
        self.say(said)

    def regrouping(self) -> None:
        """Has the next reading say how many claims the event had before it."""
        self._before = len(self.dossier.claims) if self.dossier else None

    def database_changed(self) -> None:
        if self._shown is not None:
            self.load(self.said)

    @property
    def dossier(self) -> Dossier | None:
        return self._shown.dossier if self._shown else None

    # Showing

    @property
    def list(self) -> LineList:
        return self.query_one("#list", LineList)

    @property
    def grid(self) -> GridView:
        return self.query_one("#grid", GridView)

    def show_pane(self, pane: Pane) -> None:
        """Brings a pane to the front."""
        self._cursors[self.pane] = self.list.cursor
        self.pane = pane
        self.remove_class("-opened")
        self.said, self._before = "", None
        self.say("")
        self._show_pane(self._cursors.get(pane, 0))

    def _show_pane(self, cursor: int | None = None) -> None:
        shown = self._shown
        if shown is None:
            return
        self.set_class(self.pane == "grid", "-grid")
        self.set_class(self.pane in ("record", "history"), "-whole")
        if self.pane != "grid":
            self.list.show(shown.pages[self.pane], self.list.cursor if cursor is None else cursor)
        (self.grid if self.pane == "grid" else self.list).focus()
        head = [
            about.title_line(shown.dossier),
            about.facts_line(shown.dossier),
            about.kin_line(shown.dossier),
        ]
        self.query_one("#head", Static).update(Content("\n").join(head))
        self.query_one("#tabs", Static).update(self._tabs())
        self.show_selected()

    def _tabs(self) -> Content:
        parts = []
        for pane in PANES:
            name = f" {_(_NAMES[pane])} "
            if pane == self.pane:
                parts.append(Content.styled(name, "bold $background on $primary"))
            else:
                parts.append(Content.styled(name, "$muted").stylize(f"@click=screen.pane('{pane}')"))
        picks = (f"   ◉ {len(self.picked)} {_('picked')}", "bold $accent") if self.picked else ""
        return Content.styled("│", "$faint").join(parts) + Content.assemble(picks)

    def show_picks(self) -> None:
        """Shows which claims are picked."""
        self.query_one("#tabs", Static).update(self._tabs())
        self.list.refresh()
        self.query_one(KeyBar).refresh()

    def action_pane(self, pane: str) -> None:
        self.show_pane(next(one for one in PANES if one == pane))

    @on(LineList.Moved)
    @on(GridView.Moved)
    def show_selected(self) -> None:
        """The passages of the selected cell or claim, and what can be done now."""
        dossier = self.dossier
        if dossier is None:
            return
        passages = self.query_one("#passages", VerticalScroll)
        content = Content("")
        row, cell, claim = self.grid.current_row, self.grid.current, self.selected_claim
        if self.pane == "grid" and row and cell is not None:
            content = about.cell_passages(dossier, row, cell)
        elif self.pane != "grid" and claim:
            content = about.claim_passage(dossier, claim)
        self.query_one("#passage", Static).update(content)
        passages.scroll_home(animate=False)
        self.query_one(KeyBar).refresh()

    @property
    def selected_claim(self) -> Claim | None:
        """The claim of the selected line, or the first one of the selected cell."""
        dossier, name = self.dossier, None
        if dossier is None:
            return None
        if self.pane == "grid":
            cell = self.grid.current
            name = cell.given[0].claim if cell and cell.given else None
        elif self.list.page and self.list.length:
            name = self.list.page.claim(self.list.cursor)
        return next((claim for claim in dossier.claims if claim.id == name), None)

    def key(self, action_id: str) -> str:
        """The key of an action of this place, as the reviewer reads it."""
        return action_named(f"event.{action_id}").main_key

    # Moving

    def _vertically(self, lines: int) -> None:
        self.remove_class("-opened")
        if self.pane == "grid":
            self.grid.move(rows=lines)
        else:
            self.list.step(lines)

    def do_down(self) -> None:
        self._vertically(1)

    def do_up(self) -> None:
        self._vertically(-1)

    def do_page_down(self) -> None:
        self._vertically(self.list.rows_shown if self.pane != "grid" else self.grid.rows_shown)

    def do_page_up(self) -> None:
        self._vertically(-(self.list.rows_shown if self.pane != "grid" else self.grid.rows_shown))

    def do_first(self) -> None:
        self._vertically(-max(self.list.length, len(self.grid.grid.rows)))

    def do_last(self) -> None:
        self._vertically(max(self.list.length, len(self.grid.grid.rows)))

    def do_right(self) -> None:
        self.remove_class("-opened")
        self.grid.move(columns=1)

    def do_left(self) -> None:
        self.remove_class("-opened")
        self.grid.move(columns=-1)

    def do_page_right(self) -> None:
        self.grid.move(columns=self.grid.columns_shown)

    def do_page_left(self) -> None:
        self.grid.move(columns=-self.grid.columns_shown)

    def do_next_pane(self) -> None:
        self.show_pane(PANES[(PANES.index(self.pane) + 1) % len(PANES)])

    def do_previous_pane(self) -> None:
        self.show_pane(PANES[(PANES.index(self.pane) - 1) % len(PANES)])

    def do_scroll_down(self) -> None:
        self.query_one("#passages").scroll_relative(y=_SCROLL_LINES, animate=False)

    def do_scroll_up(self) -> None:
        self.query_one("#passages").scroll_relative(y=-_SCROLL_LINES, animate=False)

    @on(LineList.Opened)
    @on(GridView.Opened)
    def _clicked_twice(self) -> None:
        self.action_act("open")

"""Importing: what is named or pasted is read beside reviewing, with all that becomes of it in sight."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from workbench.tui.actions import actions_of, bindings_of
from workbench.tui.importing_run import ImportRun
from workbench.tui.screens.acting import ActingScreen
from workbench.tui.widgets.import_form import ImportForm
from workbench.tui.widgets.import_report import bar, phase_line, report
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.pane import Pane
from workbench.visible import visible
from workbench.words import _

LOOKING = 0.2
"""Seconds between two looks at how far the import is."""
_SCROLLING = frozenset({"down", "up", "page_down", "page_up", "first", "last"})


class ImportScreen(ActingScreen[None]):
    """A form, or the import that runs or ran last. It goes on when the screen is left."""

    PLACE = "import"
    BINDINGS = bindings_of("import")
    CSS_PATH: ClassVar[str] = "importing.tcss"
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self._seen: ImportRun | None = None
        """The import whose end this screen has shown."""

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Static(id="title", markup=False)
            yield Static(id="progress", markup=False)
        yield ImportForm()
        with Vertical(id="run"):
            yield Static(id="phase", markup=False)
            yield Static(id="bar", markup=False)
            yield Static(id="file", markup=False)
            yield Pane(Static(id="report", markup=False))
        yield Static(id="message", markup=False)
        yield KeyBar(actions_of("import", "anywhere"), lambda action: self.refusal(action) is None)

    def on_mount(self) -> None:
        name = Content.styled("workbench", "bold $primary")
        path = Content.styled(f"  {visible(self.desk.path.name)}  ", "$muted")
        title = Content.assemble(name, path, (_("Import"), "bold"))
        self.query_one("#title", Static).update(title)
        self.set_interval(LOOKING, self.look)
        self._show(running=self.run is not None)

    @property
    def form(self) -> ImportForm:
        return self.query_one(ImportForm)

    @property
    def run(self) -> ImportRun | None:
        """The import that runs, or ran last and has been seen to its end by nobody."""
        return self.desk.importing

    def _show(self, *, running: bool) -> None:
        self.set_class(running, "-running")
        if running:
            self.query_one(Pane).focus()
        else:
            self.form.query_one("#path", Input).focus()
        self.look()

    def look(self) -> None:
        """Shows how far the import is."""
        self.query_one(KeyBar).refresh()
        run = self.run
        if run is None or not self.has_class("-running"):
            return
        now = run.standing
        self._seen = None if run.running else run
        self.query_one("#phase", Static).update(phase_line(run))
        self.query_one("#bar", Static).update(bar(now, max(self.size.width - 4, 1)))
        self.query_one("#file", Static).update(visible(now.file) if run.running else "")
        self.query_one("#report", Static).update(report(run))

    # Acting

    def refusal(self, action_id: str, number: int | None = None) -> str | None:
        run, shown = self.run, self.has_class("-running")
        going = run is not None and run.running
        if action_id == "start":
            if going:
                return _("One import at a time: this one is not over yet. s stops it.")
            if shown or self.form.empty:
                return _("Nothing is named or pasted.")
        if action_id == "stop":
            if not going:
                return _("No import is running.")
            if run is not None and run.stopping:
                return _("It stops behind the article that is being read.")
        if action_id == "again" and not shown:
            return _("Name or paste something, then Ctrl+S imports it.")
        if action_id == "again" and going:
            return _("One import at a time: this one is not over yet. s stops it.")
        if action_id == "review" and not shown:
            return _("Nothing has been imported here: F2 goes to the queue.")
        if action_id in _SCROLLING and not shown:
            return _("There is nothing to scroll.")
        return None

    def do_start(self) -> None:
        self.desk.importing = ImportRun(self.desk.path, self.form.wanted(), today=self.desk.today)
        self.desk.importing.start()
        self.say("")
        self._show(running=True)

    @on(Input.Submitted)
    def _start(self) -> None:
        self.action_act("start")

    def do_stop(self) -> None:
        assert self.run is not None  # refused before
        self.run.stop()
        self.say(_("It stops behind this article. Import the same again to go on."))
        self.look()

    def do_again(self) -> None:
        self.desk.importing = None
        self.form.clear()
        self._show(running=False)

    def do_review(self) -> None:
        self.app.action_act("queue")  # type: ignore[attr-defined]

    def do_back(self) -> None:
        self.dismiss()

    def on_unmount(self) -> None:
        # Whichever way the screen was left: a report that was shown to its end is no news elsewhere.
        if self._seen is not None and self.run is self._seen:
            self.desk.importing = None

    def do_down(self) -> None:
        self._scroll(1)

    def do_up(self) -> None:
        self._scroll(-1)

    def do_page_down(self) -> None:
        self._scroll(self._pane.size.height - 1)

    def do_page_up(self) -> None:
        self._scroll(1 - self._pane.size.height)

    def do_first(self) -> None:
        self._pane.scroll_home(animate=False)

    def do_last(self) -> None:
        self._pane.scroll_end(animate=False)

    @property
    def _pane(self) -> Pane:
        return self.query_one(Pane)

    def _scroll(self, lines: int) -> None:
        self._pane.scroll_relative(y=lines, animate=False)

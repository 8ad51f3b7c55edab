"""Exporting: what the keys do there, and the file that is being written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from textual import on
from textual.content import Content
from textual.widgets import Input, Static

from workbench.errors import UsageError
from workbench.records.output import check_target
from workbench.records.rows import POLICED, WHATS, What
from workbench.records.writers import writers
from workbench.tui.actions import bindings_of
from workbench.tui.desk import Outcome
from workbench.tui.exporting_run import ExportRun, told_objects, told_refusals
from workbench.tui.screens.choosing_export import STATES, ChoosingScreen
from workbench.tui.sizes import count, in_bytes
from workbench.tui.widgets.pane import Pane
from workbench.visible import visible
from workbench.words import _

_LOOKING = 0.2
"""Seconds between two looks at how far the writing is."""
_COLUMNS = 20
"""Columns that the preview moves to the side."""
T = TypeVar("T")


class ExportScreen(ChoosingScreen):
    """Letters choose while the preview has the focus. Leaving the screen breaks no writing off."""

    PLACE = "export"
    BINDINGS = bindings_of("export")

    def __init__(self) -> None:
        super().__init__()
        self._refused = ""
        """The path that was not overwritten."""

    def on_mount(self) -> None:
        self.set_interval(_LOOKING, self._look)

    @property
    def run(self) -> ExportRun | None:
        """The export that is being written, or was last."""
        return self.desk.exporting

    def _look(self) -> None:
        run = self.run
        running = run is not None and run.running
        if running != self.has_class("-writing"):
            self.set_class(running, "-writing")
            self._keys()
        if run is not None and running and run.total:
            self.query_one("#bar", Static).update(progress_bar(run.done, run.total, self.size.width - 30))

    def refusal(self, action_id: str, number: int | None = None) -> str | None:
        running = self.run is not None and self.run.running
        if action_id in ("write", "overwrite") and running:
            return _("A file is being written: x breaks it off.")
        if action_id == "overwrite" and self._refused != self.query_one("#path", Input).value:
            return _("Nothing has to be overwritten.")
        if action_id == "stop" and not running:
            return _("Nothing is being written.")
        if action_id == "copy" and (self.run is None or self.run.written is None):
            return _("Nothing has been written yet.")
        if action_id == "as_queue" and self.what != "discrepancies":
            return _("The queue's filter chooses differences: w turns to them.")
        if action_id == "policy" and self.what not in POLICED:
            return _("A policy chooses values of events and attributes: w turns to them.")
        return None

    # Writing

    def do_write(self) -> None:
        target = self.target()
        try:
            check_target(target, force=False)
        except UsageError as error:
            if not target.is_file():
                raise
            self._refused = self.query_one("#path", Input).value
            self._keys()
            raise UsageError(
                error.title,
                _("{file} is there already").format(file=target),
                _("o overwrites it"),
            ) from error
        self._write(force=False)

    def do_overwrite(self) -> None:
        self._write(force=True)

    def _write(self, *, force: bool) -> None:
        self._refused = ""
        app, what = self.app, self.what

        def over() -> None:
            app.post_message(Outcome(lambda: self._tell(run, what)))

        run = ExportRun(
            self.desk.path,
            self.choice(),
            self.format,
            self.target(),
            today=self.desk.today,
            force=force,
            over=over,
        )
        self.desk.exporting = run
        run.start()
        self.say("")
        self._look()

    def _tell(self, run: ExportRun, what: What) -> None:
        """Says what became of a file, here or, where this screen was left, as a note."""
        if run.error is not None and not run.broken_off:
            self.show_error(run.error)
            return
        if run.broken_off:
            text = _("Broken off: {file} is as it was.").format(file=visible(str(run.target)))
        else:
            told, size = told_objects(what, run.written or 0), in_bytes(run.size)
            text = _("✓ {told} in {file}, {size}. y copies the path.").format(
                told=told, file=visible(str(run.target)), size=size
            ) + told_refusals(run.refused)
        if self.is_attached:
            self.say(text)
            self._look()
            self._keys()
        else:
            self.app.notify(text, markup=False)

    def do_stop(self) -> None:
        assert self.run is not None  # refused before
        self.run.stop()

    def do_copy(self) -> None:
        assert self.run is not None  # refused before
        self.copy(str(self.run.target), str(self.run.target))

    def _keys(self) -> None:
        self.query_one("KeyBar").refresh()

    # Choosing

    def do_what(self) -> None:
        self.what = _next(WHATS, self.what)
        if self.what not in writers()[self.format].whats:
            self.format = self.formats()[0]
        self.choose()

    def do_format(self) -> None:
        self.format = _next(self.formats(), self.format)
        self.choose()

    def do_state(self) -> None:
        self.state = _next(STATES, self.state)
        self.choose()

    def do_policy(self) -> None:
        self.policy = _next(self.policies, self.policy)
        self.choose()

    def do_as_queue(self) -> None:
        self.as_queue = not self.as_queue
        self.choose()

    def do_words(self) -> None:
        self.query_one("#text", Input).focus()

    def do_file(self) -> None:
        self.query_one("#path", Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self._pane.focus()
        if event.input.id == "path":
            self.action_act("write")

    # Moving

    def do_back(self) -> None:
        if isinstance(self.focused, Input):
            self._pane.focus()
        else:
            self.dismiss()

    @property
    def _pane(self) -> Pane:
        return self.query_one("#preview", Pane)

    def do_down(self) -> None:
        self._pane.scroll_relative(y=1, animate=False)

    def do_up(self) -> None:
        self._pane.scroll_relative(y=-1, animate=False)

    def do_page_down(self) -> None:
        self._pane.scroll_relative(y=self._pane.size.height - 1, animate=False)

    def do_page_up(self) -> None:
        self._pane.scroll_relative(y=1 - self._pane.size.height, animate=False)

    def do_first(self) -> None:
        self._pane.scroll_home(animate=False)

    def do_last(self) -> None:
        self._pane.scroll_end(animate=False)

    def do_right(self) -> None:
        self._pane.scroll_relative(x=_COLUMNS, animate=False)

    def do_left(self) -> None:
        self._pane.scroll_relative(x=-_COLUMNS, animate=False)


def progress_bar(done: int, total: int, width: int) -> Content:
    """How far the writing is; attributes are more than the events that their total counts."""
    width = max(width, 1)
    full = min(width * done // total, width)
    told = _("{i} of {n}").format(i=count(done), n=count(total)) if done <= total else count(done)
    return Content.assemble(("━" * full, "$primary"), ("─" * (width - full), "$faint"), f"  {told}")


def _next(options: Sequence[T], present: T) -> T:
    return options[(options.index(present) + 1) % len(options)]

"""Choosing what to export, with the first lines of it in sight."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from workbench.decisions.policies import load_policy
from workbench.errors import WorkbenchError
from workbench.exporting import Choice
from workbench.records.output import check_target
from workbench.records.rows import POLICED, WHATS, What
from workbench.records.writers import writers
from workbench.store import EventFilter, EventState, QueueFilter
from workbench.told import of_error
from workbench.tui.actions import actions_of
from workbench.tui.choosing import policies
from workbench.tui.exporting_run import Preview, default_name, preview, told_objects
from workbench.tui.finding import kinds_typed
from workbench.tui.paths import path_typed
from workbench.tui.periods import first_day, last_day
from workbench.tui.screens.acting import ActingScreen
from workbench.tui.screens.prompts import PlainInput
from workbench.tui.screens.reading import ReadingScreen
from workbench.tui.widgets.import_form import PathInput
from workbench.tui.widgets.key_bar import KeyBar
from workbench.tui.widgets.pane import Pane
from workbench.visible import visible
from workbench.words import N_, _

_TYPING = 0.2
"""Seconds of rest in typing after which the preview is made anew."""
WHAT_WORDS: dict[What, str] = {
    "claims": N_("claims"),
    "events": N_("events"),
    "discrepancies": N_("differences"),
    "attributes": N_("attributes"),
    "decisions": N_("decisions"),
}
_FORMAT_WORDS = {
    "jsonl": "JSON Lines",
    "json": "JSON",
    "csv": "CSV",
    "xlsx": "Excel",
    "parquet": "Parquet",
    "sqlite": "SQLite",
    "markdown": "Markdown",
    "html": "HTML",
    "ics": "iCalendar",
    "claimreview": "ClaimReview",
    "ged": "UCDP GED",
    "acled": "ACLED",
    "prov": "PROV-JSON",
}
_BETWEEN = "   "
"""Between two options."""
_ROOM = 68
"""Columns for options beside the name of their row, in a terminal of 80."""
STATES: tuple[EventState | None, ...] = (None, "open", "reconciled")
_STATE_WORDS: dict[EventState | None, str] = {
    None: N_("all events"),
    "open": N_("something is open"),
    "reconciled": N_("nothing is open"),
}


class ChoosingScreen(ActingScreen[None]):
    """What, in which format, of which events, into which file; below it how the file would begin."""

    CSS_PATH: ClassVar[str] = "export.tcss"
    AUTO_FOCUS = "#preview"

    def __init__(self) -> None:
        super().__init__()
        self.what: What = "discrepancies"
        self.format = self.formats()[0]
        self.state: EventState | None = None
        self.as_queue = False
        self.policies = policies()
        self.policy = self.policies[0]
        self._kinds: Sequence[str] = ()
        self._rest: Timer | None = None
        self._named = ""
        """The file name that was given without anybody typing it."""

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Static(id="title", markup=False)
            yield Static(id="progress", markup=False)
        for name, label in (("what", _("what")), ("format", _("format")), ("state", _("of"))):
            with Horizontal(classes="row"):
                yield Static(label, classes="name", markup=False)
                yield Static(id=name, markup=False)
        with Horizontal(classes="row", id="as-queue"):
            yield Static(_("queue"), classes="name", markup=False)
            yield Static(id="queue", markup=False)
        with Horizontal(classes="row", id="by-policy"):
            yield Static(_("policy"), classes="name", markup=False)
            yield Static(id="policy", markup=False)
        with Horizontal(classes="row"):
            yield Static(_("events"), classes="name", markup=False)
            yield PlainInput(id="text", compact=True, placeholder=_("words of their names"))
            yield PlainInput(id="kind", compact=True, placeholder=_("kind of event"))
            for name, label in (("since", _("since")), ("until", _("until"))):
                yield Static(label, classes="day-name", markup=False)
                yield PlainInput(id=name, compact=True, placeholder=_("any"), classes="day")
        with Horizontal(classes="row"):
            yield Static(_("file"), classes="name", markup=False)
            yield PathInput(id="path", compact=True)
        yield Static(id="preview-title", markup=False)
        with Pane(id="preview"):
            yield Static(id="lines", markup=False)
        yield Static(id="bar", markup=False)
        yield Static(id="message", markup=False)
        yield KeyBar(actions_of("export", "anywhere"), lambda action: self.refusal(action) is None)

    def on_mount(self) -> None:
        name = Content.styled("workbench", "bold $primary")
        path = Content.styled(f"  {visible(self.desk.path.name)}  ", "$muted")
        self.query_one("#title", Static).update(Content.assemble(name, path, (_("Export"), "bold")))
        self.desk.read(lambda store: store.event_types(), self._learn_kinds, group="kinds")
        self.choose()

    def _learn_kinds(self, kinds: list[str]) -> None:
        self._kinds = kinds

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value

    def formats(self) -> tuple[str, ...]:
        """Those in which this can be written."""
        return tuple(name for name, writer in writers().items() if self.what in writer.whats)

    def choice(self) -> Choice:
        """What is chosen. Raises UsageError where a field cannot be read."""
        events = EventFilter(
            text=self._typed("text"),
            event_types=kinds_typed(self._typed("kind"), self._kinds),
            since=first_day(self._typed("since")),
            until=last_day(self._typed("until")),
            state=self.state,
        )
        filtered = self.what == "discrepancies" and self.as_queue
        policy = load_policy(self.policy) if self.what in POLICED else None
        return Choice(self.what, events, self._queue_filter() if filtered else QueueFilter(), policy)

    def _queue_filter(self) -> QueueFilter:
        """What the review queue shows now."""
        queues = (screen for screen in self.app.screen_stack if isinstance(screen, ReadingScreen))
        return next((queue.chosen for queue in queues), QueueFilter())

    def target(self) -> Path:
        """The file that is named. Raises UsageError where none is, or none may be written there at all."""
        path = path_typed(self._typed("path")).absolute()
        check_target(path, force=True, spared=self.desk.path)
        return path

    # Showing

    def choose(self) -> None:
        """Shows what is chosen and, as soon as it is read, how its file would begin."""
        for name, words, chosen in (
            ("what", {one: _(WHAT_WORDS[one]) for one in WHATS}, self.what),
            ("format", {one: _FORMAT_WORDS.get(one, one) for one in self.formats()}, self.format),
            ("state", {one: _(_STATE_WORDS[one]) for one in STATES}, self.state),
            ("policy", {one: visible(Path(one).name) for one in self.policies}, self.policy),
            ("queue", {False: _("all differences"), True: _("as the queue's filter shows")}, self.as_queue),
        ):
            parts = [_option(word, chosen=one == chosen) for one, word in words.items()]
            self.query_one(f"#{name}", Static).update(_in_lines(parts))
        self.query_one("#as-queue").set_class(self.what != "discrepancies", "-off")
        self.query_one("#by-policy").set_class(self.what not in POLICED, "-off")
        self._name_file()
        self._preview()

    def _name_file(self) -> None:
        field = self.query_one("#path", Input)
        if field.value == self._named:
            self._named = default_name(Choice(self.what), self.format)
            field.value = self._named

    @on(Input.Changed)
    def _choose_soon(self, event: Input.Changed) -> None:
        if event.input.id == "path":
            return
        if self._rest:
            self._rest.stop()
        self._rest = self.set_timer(_TYPING, self._preview)

    def _preview(self) -> None:
        try:
            choice = self.choice()
        except WorkbenchError as error:
            self.say(": ".join(of_error(error)))
            return
        form, today = self.format, self.desk.today
        self.desk.read(
            lambda store: preview(store, choice, form, today=today), self._show_preview, group="preview"
        )

    def _show_preview(self, made: Preview) -> None:
        self.query_one("#progress", Static).update(told_objects(made.what, made.total))
        begins = (
            _("The file would begin so:") if made.lines else _("Nothing is chosen: the file would be empty.")
        )
        title = (made.why if made.total else "") or begins
        self.query_one("#preview-title", Static).update(title)
        self.query_one("#lines", Static).update(Content("\n".join(made.lines)))
        self.query_one(KeyBar).refresh()

    def database_changed(self) -> None:
        if self.is_current:
            self._preview()

    def on_path_input_completes(self, event: PathInput.Completes) -> None:
        self.say(" · ".join(event.names) if len(event.names) > 1 else "")


def _in_lines(options: Sequence[Content]) -> Content:
    """The options beside each other, on as many lines as the smallest terminal needs for them."""
    lines: list[list[Content]] = [[]]
    for one in options:
        taken = sum(other.cell_length + len(_BETWEEN) for other in lines[-1])
        if lines[-1] and taken + one.cell_length > _ROOM:
            lines.append([])
        lines[-1].append(one)
    return Content("\n").join(Content(_BETWEEN).join(line) for line in lines)


def _option(word: str, *, chosen: bool) -> Content:
    return Content.assemble(
        ("● " if chosen else "○ ", "$accent" if chosen else "$faint"),
        (word, "bold" if chosen else "$muted"),
    )

"""Asking the search and showing what it finds: hits as you type, none of it in the way of a key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.timer import Timer
from textual.widgets import Input, Static

from workbench.errors import WorkbenchError
from workbench.store import Among, Found, FoundRow, Sought, Store
from workbench.told import event_type, of_error
from workbench.tui.actions import actions_of
from workbench.tui.finding import MODALITIES, Typed, sought, told_number
from workbench.tui.screens.acting import ActingScreen
from workbench.tui.screens.prompts import PlainInput
from workbench.tui.sizes import count
from workbench.tui.widgets.found_list import FoundList
from workbench.tui.widgets.hit_detail import hit_content, read_hit
from workbench.tui.widgets.key_bar import KeyBar
from workbench.visible import visible
from workbench.words import N_, _

HITS = 1_000
"""Hits that are listed; of more it is said that there are more."""
_TYPING = 0.12
"""Seconds of rest in typing after which is searched."""
_SHORT = 0.2
_LONG = 10.0
"""Seconds that a search may take at first, and where that was not enough."""
FIELDS = (
    ("source", N_("source"), "source"),
    ("since", N_("since"), "day"),
    ("until", N_("until"), "day"),
    ("kind", N_("kind of event"), "of-claims"),
    ("modality", N_("how far it got"), "of-claims"),
)

NAMES = tuple(name for name, _label, _kind in FIELDS)


class SearchingScreen(ActingScreen[None]):
    """The words and filters above, hits below them; beside them, where there is room, the one in focus."""

    CSS_PATH: ClassVar[str] = "search.tcss"
    AUTO_FOCUS = "#typed"

    def __init__(self) -> None:
        super().__init__()
        self.among: Among = "claims"
        self._kinds: Sequence[str] = ()
        self._asked = Sought("")
        self._found: dict[Among, Found] = {}
        self._rest: Timer | None = None
        self._to_hits = False
        self._stale = False

    def compose(self) -> ComposeResult:
        with Horizontal(id="top"):
            yield Static(id="title", markup=False)
            yield Static(id="progress", markup=False)
        with Horizontal(id="words"):
            yield Static("/ ", markup=False)
            yield PlainInput(id="typed", placeholder=_("words of a claim or an article"), compact=True)
        with Horizontal(id="fields"):
            for name, label, kind in FIELDS:
                if kind == "day":
                    yield Static(_(label), markup=False)
                hint = _("any") if kind == "day" else _(label)
                yield PlainInput(id=name, placeholder=hint, compact=True, classes=kind)
        with Horizontal(id="body"):
            yield FoundList(self._rows)
            yield VerticalScroll(Static(id="passage", markup=False), id="hit", can_focus=False)
        yield Static(id="empty", markup=False)
        yield Static(id="message", markup=False)
        yield KeyBar(actions_of("search", "anywhere"), lambda action: self.refusal(action) is None)

    def on_mount(self) -> None:
        self.query_one("#modality", Input).suggester = _suggesting(map(_, MODALITIES.values()))
        self.desk.read(lambda store: store.event_types(), self._learn_kinds, group="kinds")
        if self.desk.searched:
            typed, self.among = self.desk.searched
            for name, value in zip(("typed", *NAMES), astuple(typed), strict=True):
                self.query_one(f"#{name}", Input).value = value
        self._show_state()

    def _learn_kinds(self, kinds: list[str]) -> None:
        self._kinds = kinds
        self.query_one("#kind", Input).suggester = _suggesting(map(event_type, kinds))

    @property
    def hits(self) -> FoundList:
        return self.query_one(FoundList)

    def typed(self) -> Typed:
        """What stands in the fields."""
        return Typed(
            self.query_one("#typed", Input).value,
            *(self.query_one(f"#{name}", Input).value for name in NAMES),
        )

    def _rows(self, ids: Sequence[str]) -> dict[str, FoundRow]:
        try:
            return self.desk.store.found_rows(self._asked, ids)
        except WorkbenchError as error:
            # The list asks while it is being drawn, where nobody else would catch it.
            self.show_error(error)
            return {}

    # Asking

    @on(Input.Changed)
    def _ask_soon(self) -> None:
        if self._rest:
            self._rest.stop()
        self._to_hits = False
        self._rest = self.set_timer(_TYPING, self.ask)

    def ask(self, *, keep: bool = False, to_hits: bool = False) -> None:
        """Searches for what stands in the fields; with `keep` the cursor stays on its hit.

        With `to_hits` keys go to the hits as soon as there are any.
        """
        if self._rest:
            self._rest.stop()
        self._to_hits = to_hits
        typed = self.typed()
        self.desk.searched = (typed, self.among)
        try:
            wanted = sought(typed, self.among, self._kinds)
        except WorkbenchError as error:
            self.say(": ".join(of_error(error)))
            return
        self.say("")
        self._search(wanted, _SHORT, keep=keep)

    def _search(self, wanted: Sought, seconds: float, *, keep: bool) -> None:
        def job(store: Store) -> Found:
            return store.find(wanted, limit=HITS, seconds=seconds)

        def done(found: Found) -> None:
            self._take(wanted, found, keep=keep)
            if found.broken_off and seconds < _LONG:
                self.say(_("Looking through the rest …"))
                self._search(wanted, _LONG, keep=True)
            elif found.broken_off:
                self.say(_("Not all was looked through: more words, or a shorter period, find more."))

        self.desk.read(job, done, group="search")

    def _take(self, wanted: Sought, found: Found, *, keep: bool) -> None:
        self._asked = wanted
        self._found = {wanted.among: found}
        self.hits.show(found.ids, keep=keep)
        if self._to_hits and found.ids:
            self._to_hits = False
            self.hits.focus()
        self._show_state()
        if found.broken_off or not wanted.words.strip():
            return
        also_among = other(wanted.among)
        also = Sought(wanted.words, also_among, wanted.source, wanted.since, wanted.until)
        self.desk.read(
            lambda store: store.find(also, limit=HITS, seconds=_SHORT), self._count_others, group="others"
        )

    def _count_others(self, found: Found) -> None:
        self._found[other(self.among)] = found
        self._show_state()

    def database_changed(self) -> None:
        if self.is_current:
            self.ask(keep=True)
        else:
            self._stale = True

    def on_screen_resume(self) -> None:
        if self._stale:
            self._stale = False
            self.ask(keep=True)

    def turn_to(self, among: Among) -> None:
        """Looks among claims or among articles."""
        self.among = among
        self._show_state()
        self.ask()

    # Showing

    def _show_state(self) -> None:
        title = Content.assemble(
            ("workbench", "bold $primary"), (f"  {visible(self.desk.path.name)}", "$muted")
        )
        self.query_one("#title", Static).update(Content.assemble(title, ("  " + _("Search"), "bold")))
        self.query_one("#progress", Static).update(Content(self._counts()))
        empty = not self.hits.ids
        self.set_class(empty, "-nothing")
        self.query_one("#empty", Static).update(Content(self._why_empty()) if empty else "")
        for widget in self.query("#fields .of-claims"):
            widget.set_class(self.among == "articles", "-off")
        self.query_one(KeyBar).refresh()

    def _counts(self) -> str:
        """Where the cursor is among the hits, and how many there are of each kind."""
        parts = []
        for among in (self.among, other(self.among)):
            if found := self._found.get(among):
                parts.append(told_number(among, found))
        if self.hits.ids and parts:
            parts[0] = _("{i} of {n}").format(i=count(self.hits.cursor + 1), n=parts[0])
        return " · ".join(parts)

    def _why_empty(self) -> str:
        if not self._asked.words.strip():
            return _(
                "Type words: all of them must occur, the last one may be cut short.\n"
                "Case, accents and the dots of i do not matter: igdir finds Iğdır.\n\n"
                "Tab goes on to the filters."
            )
        others = self._found.get(other(self.among))
        lines = [
            _("No claim has all of this.") if self.among == "claims" else _("No article has all of this.")
        ]
        if others and others.ids:
            told = told_number(other(self.among), others)
            lines.append(_("Ctrl+L: {n}").format(n=told))
        if self.typed().filtered:
            lines.append(_("Filters are on: Ctrl+U empties them and the words."))
        return "\n".join(lines)

    @on(FoundList.Moved)
    def _show_hit(self) -> None:
        self._show_state()
        row = self.hits.current_row
        if row is None:
            self.query_one("#passage", Static).update("")
            return
        wanted = self._asked
        self.desk.read(
            lambda store: read_hit(store, row),
            lambda hit: self.query_one("#passage", Static).update(hit_content(hit, wanted)),
            group="hit",
        )
        self.query_one("#hit").scroll_home(animate=False)


def other(among: Among) -> Among:
    return "articles" if among == "claims" else "claims"


def _suggesting(names: Iterable[str]) -> SuggestFromList:
    return SuggestFromList(list(names), case_sensitive=False)

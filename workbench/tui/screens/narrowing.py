"""Narrowing the queue: words as one types, facets with counts, saved filters; and its order."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from textual import on
from textual.widgets import Input

from workbench.store import FacetName, Facets, QueueFilter, QueueSort, SavedFilter, Store
from workbench.tui.appearance import UNDECIDED
from workbench.tui.narrowing import NOTHING, chips, open_only, toggled
from workbench.tui.queue_words import SORTS, source_name
from workbench.tui.screens.reading import ReadingScreen
from workbench.tui.screens.saved_filters import SavedFilters
from workbench.tui.widgets.chips import Chips
from workbench.tui.widgets.facets import FacetPanel
from workbench.tui.widgets.queue_header import QueueHeader
from workbench.words import _

_LONG = 2_000
"""Differences from which a filter waits until typing pauses, for `_TYPING` seconds."""
_TYPING = 0.12
_SORTS: tuple[QueueSort, ...] = get_args(QueueSort)


class NarrowingScreen(ReadingScreen):
    """The filter in force stands in the line of chips, the order in the header or before the chips."""

    _source_names: dict[str, str] = {}  # noqa: RUF012 - what a source is called is so in every queue

    @property
    def panel(self) -> FacetPanel:
        return self.query_one(FacetPanel)

    @property
    def words(self) -> Input:
        return self.query_one("#words", Input)

    def narrow(self, chosen: QueueFilter, sort: QueueSort | None = None, *, after: float = 0.0) -> None:
        """Shows the queue under another filter, and in another order where one is given."""
        self.chosen = chosen
        self.sort = sort or self.sort
        if self.words.value.split() != chosen.text.split():
            with self.prevent(Input.Changed):
                self.words.value = chosen.text
        self.query_one("#filter").display = bool(chosen.text) or self.words.has_focus
        self.panel.choose(chosen)
        self.show_chips()
        self.query_one(QueueHeader).show_sort(self.sort)
        self.show_anew(after=after)
        self.count_facets()

    def show_difference(self, item: str) -> None:
        """Puts the cursor on a difference; a filter that hides it is taken off."""
        if self.queue.order.place_of(item) is None and self.chosen != NOTHING:
            self.narrow(NOTHING)
        self.return_to(item)

    def show_chips(self) -> None:
        """Brings the line of chips up to date."""
        unnamed = set(self.chosen.sources) - self._source_names.keys()
        if unnamed:
            rows = self.desk.store.source_rows(unnamed)
            self._source_names.update((row.id, source_name(row)) for row in rows)
        shown = chips(self.chosen, self._source_names)
        in_header = self.query_one(QueueHeader).display
        order = "" if in_header or self.sort == "severity" else _(SORTS[self.sort])
        self.query_one(Chips).show(shown, order)

    # Words

    def do_filter(self) -> None:
        self.remove_class("-zoomed")
        self.query_one("#filter").display = True
        self.words.focus()

    @on(Input.Changed, "#words")
    def _typed(self, event: Input.Changed) -> None:
        text = event.value.strip()
        if text != self.chosen.text:
            self.narrow(replace(self.chosen, text=text), after=_TYPING if self.longest > _LONG else 0.0)

    @on(Input.Submitted, "#words")
    def _kept(self) -> None:
        self.queue.focus()
        self.query_one("#filter").display = bool(self.chosen.text)

    def do_only_open(self) -> None:
        statuses = () if open_only(self.chosen) else UNDECIDED
        self.narrow(replace(self.chosen, statuses=statuses))

    def do_clear_last(self) -> None:
        self.narrow(chips(self.chosen, {})[-1].without)

    def do_clear_filter(self) -> None:
        """Takes off the words that are being typed; otherwise everything that the queue is narrowed to."""
        typing = self.words.has_focus
        self.queue.focus()
        self.query_one("#filter").display = False
        self.narrow(replace(self.chosen, text="") if typing else NOTHING)

    def action_take_off(self, place: int) -> None:
        """A click on a chip."""
        shown = chips(self.chosen, self._source_names)
        if place < len(shown):
            self.narrow(shown[place].without)

    # Facets

    def do_facets(self) -> None:
        if self.panel.display:
            self._close_panel()
            return
        self.remove_class("-zoomed")
        self.panel.display = True
        self.add_class("-narrowing")
        self.panel.focus()
        self.count_facets()
        self.say(_("Space chooses, letters find, Esc closes"))

    @on(FacetPanel.Closed)
    def _close_panel(self) -> None:
        self.panel.display = False
        self.remove_class("-narrowing")
        self.queue.focus()

    @on(FacetPanel.Toggled)
    def _toggle(self, event: FacetPanel.Toggled) -> None:
        self.toggle_facet(event.facet, event.value)

    def toggle_facet(self, facet: FacetName, value: str) -> None:
        """Chooses a value of a facet, or no longer."""
        self.narrow(toggled(self.chosen, facet, value))

    @on(FacetPanel.Typed)
    def count_facets(self) -> None:
        """Counts the facets again, in a thread, while the panel is open."""
        if not self.panel.display:
            return
        chosen, typed = self.chosen, self.panel.typed

        def read(store: Store) -> Facets:
            return store.queue_facets(chosen, source_text=typed)

        def counted(facets: Facets) -> None:
            self._source_names.update((one.value, one.label) for one in facets["sources"])
            self.panel.show(facets, self.chosen)
            self.show_chips()

        self.desk.read(read, counted, group="facets")

    # Saved filters

    def do_saved(self) -> None:
        def use(saved: SavedFilter | None) -> None:
            if saved is not None:
                self.narrow(saved.filter, saved.sort)
                self.say(_("Filter: {name}").format(name=saved.name))

        self.app.push_screen(SavedFilters(self.desk, SavedFilter("", self.chosen, self.sort)), use)

    # Order

    def do_sort(self) -> None:
        self._order_by(_SORTS[(_SORTS.index(self.sort) + 1) % len(_SORTS)])

    @on(QueueHeader.Chosen)
    def _header_clicked(self, event: QueueHeader.Chosen) -> None:
        self._order_by(event.sort)

    def _order_by(self, sort: QueueSort) -> None:
        self.narrow(self.chosen, sort)
        self.say(_("Ordered by: {order}").format(order=_(SORTS[sort])))

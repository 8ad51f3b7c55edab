"""Search over claims and articles: what the keys do there."""

from __future__ import annotations

from textual import on
from textual.widgets import Input

from workbench.store import FoundRow
from workbench.told import event_label
from workbench.tui import opening
from workbench.tui.actions import bindings_of
from workbench.tui.screens.searching import NAMES, SearchingScreen, other
from workbench.tui.widgets.found_list import FoundList
from workbench.words import _

_ON_A_HIT = frozenset(
    {"article", "event", "differences", "down", "up", "page_down", "page_up", "first", "last"}
)


class SearchScreen(SearchingScreen):
    """Letters act while the hits have the focus; the arrows move in them also while words are typed."""

    PLACE = "search"
    BINDINGS = bindings_of("search")

    def refusal(self, action_id: str, number: int | None = None) -> str | None:
        if action_id not in _ON_A_HIT:
            return None
        row = self.hits.current_row
        if row is None:
            return _("There is no hit here.")
        if action_id == "event" and not row.event:
            return self._only_claims() or _("This claim has not been matched yet: it is in no event.")
        if action_id == "differences" and not row.discrepancies:
            return self._only_claims() or _("Nobody says otherwise: this claim is in no difference.")
        return None

    def _only_claims(self) -> str | None:
        if self.among == "claims":
            return None
        return _("An article tells of many events: Ctrl+L shows its claims.")

    def _here(self) -> FoundRow:
        row = self.hits.current_row
        assert row is not None  # refused before
        return row

    # Moving

    def do_down(self) -> None:
        self.hits.move_to(self.hits.cursor + 1)

    def do_up(self) -> None:
        self.hits.move_to(self.hits.cursor - 1)

    def do_page_down(self) -> None:
        self.hits.move_to(self.hits.cursor + self.hits.rows_shown)

    def do_page_up(self) -> None:
        self.hits.move_to(self.hits.cursor - self.hits.rows_shown)

    def do_first(self) -> None:
        self.hits.move_to(0)

    def do_last(self) -> None:
        self.hits.move_to(len(self.hits.ids) - 1)

    def do_back(self) -> None:
        if isinstance(self.focused, Input) and self.focused.id != "typed":
            self.hits.focus()
        else:
            self.dismiss()

    # Asking

    @on(Input.Submitted)
    def _to_the_hits(self) -> None:
        self.ask(keep=True, to_hits=True)

    def do_words(self) -> None:
        self.query_one("#typed", Input).focus()

    def do_narrow(self) -> None:
        self.query_one("#source", Input).focus()

    def do_among(self) -> None:
        self.turn_to(other(self.among))

    def do_clear(self) -> None:
        for name in ("typed", *NAMES):
            self.query_one(f"#{name}", Input).value = ""
        self.do_words()

    # Looking

    @on(FoundList.Opened)
    def do_article(self) -> None:
        from workbench.tui.articles import Stop
        from workbench.tui.screens.article import ArticleScreen  # who never goes there need not wait for it

        here = self._here()
        first, rows = self.hits.page()

        def back(last: int | None) -> None:
            if last is not None:
                self.hits.move_to(first + last)

        stops = [Stop(row.source, *_place(row), label=self._label(row)) for row in rows]
        self.app.push_screen(ArticleScreen(stops, rows.index(here), about=self.typed().words), back)

    def _label(self, row: FoundRow) -> str:
        return event_label(row.event_label) if self.among == "claims" else row.title

    def do_event(self) -> None:
        opening.event(self.app, self._here().event)

    def do_differences(self) -> None:
        found = self._here().discrepancies
        opening.decide(self.app, found[0], found)


def _place(row: FoundRow) -> tuple[int, int]:
    """Where a hit stands in its article: a claim whole, of an article the first word that was found."""
    start, end = row.marks[0] if row.id == row.source and row.marks else (0, len(row.text))
    return row.start + start, row.start + end

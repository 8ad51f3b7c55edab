"""Moving through an article: by lines, words, claims, dates, numbers and finds; and selecting words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from textual import on

from workbench.errors import UsageError
from workbench.folding import fold
from workbench.tui import text_moves
from workbench.tui.articles import Span
from workbench.tui.screens.article_showing import ShowingArticle
from workbench.tui.screens.prompts import Prompt
from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.claim_panel import ClaimPanel
from workbench.words import _


class MovingArticle(ShowingArticle):
    """Arrow keys move the cursor, extend the selection, or choose a row of the panel."""

    _looked_for = ""
    _folded = ("", "")
    """The text as it was last looked through, and folded."""

    # The cursor

    def _move(self, to: int) -> None:
        if self.pinned is None:
            self.say_legend()
        self.point(to)

    def do_down(self) -> None:
        self._step(1)

    def do_up(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.chosen is None:
            self._move(self.view.below(self.cursor, by))
            return
        open_rows = [place for place, row in enumerate(self.rows) if row.is_open]
        at = open_rows.index(self.chosen) if self.chosen in open_rows else 0
        self.choose(open_rows[min(max(at + by, 0), len(open_rows) - 1)] if open_rows else None)

    def do_right(self) -> None:
        self._move(text_moves.next_word(self.text, self.cursor))

    def do_left(self) -> None:
        self._move(text_moves.previous_word(self.text, self.cursor))

    def do_screen_down(self) -> None:
        self._move(self.view.below(self.cursor, self.view.size.height - 1))

    def do_screen_up(self) -> None:
        self._move(self.view.below(self.cursor, 1 - self.view.size.height))

    def do_top(self) -> None:
        self._move(0)

    def do_bottom(self) -> None:
        self._move(len(self.text))

    # The panel

    def choose(self, place: int | None) -> None:
        """Has keys go to a row of the panel, or to the text."""
        self.chosen = place
        self.set_class(place is not None, "-fields")
        self.show_cursor()

    def do_fields(self) -> None:
        if self.chosen is not None:
            self.choose(None)
        else:
            self.let_go()
            self.choose(next(place for place, row in enumerate(self.rows) if row.is_open))

    @on(ClaimPanel.Chosen)
    def _row_clicked(self, event: ClaimPanel.Chosen) -> None:
        if self.rows[event.place].is_open:
            self.choose(event.place)

    def do_back(self) -> None:
        if self.chosen is not None:
            self.choose(None)
        elif self.pinned is not None:
            self.let_go()
        elif self.found is not None:
            self.found = None
            self.show_cursor()
        else:
            self.dismiss(self.index)

    # Selecting

    def do_select(self) -> None:
        if self.pinned is not None:
            self.let_go()
            return
        self._anchor_here()
        self.show_cursor()

    def _anchor_here(self) -> None:
        """Begins a selection at the word at the cursor, unless there is one."""
        if self.pinned is None:
            self.choose(None)
            self.pinned = self.cursor = text_moves.word_at(self.text, self.cursor)[0]

    def let_go(self) -> None:
        """Ends selecting."""
        self.pinned = self.extending = None
        self.say_legend()
        self.point()

    def do_select_right(self) -> None:
        self._extend(text_moves.next_word)

    def do_select_left(self) -> None:
        self._extend(text_moves.previous_word)

    def do_select_down(self) -> None:
        begun = self.pinned is not None
        low, high = text_moves.sentence_at(self.text, self.cursor)
        if not begun:
            self.cursor = low
        self._anchor_here()
        last = max(low, high - 1)
        if self.cursor >= text_moves.word_at(self.text, last)[0] and begun:
            behind = text_moves.sentence_at(self.text, text_moves.next_sentence(self.text, self.cursor))
            last = max(behind[1] - 1, last)
        self._move(text_moves.word_at(self.text, last)[0])

    def do_select_up(self) -> None:
        self._extend(text_moves.previous_sentence)

    def _extend(self, move: Callable[[str, int], int]) -> None:
        begun = self.pinned is not None
        self._anchor_here()
        self._move(move(self.text, self.cursor) if begun or move is not text_moves.next_word else self.cursor)

    @on(ArticleView.Pointed)
    def _mouse_pointed(self, event: ArticleView.Pointed) -> None:
        if event.drawn:
            self._anchor_here()
        elif self.pinned is not None:
            self.let_go()
        if self.chosen is not None:
            self.choose(None)
        self._move(event.offset)

    # From one to the next

    def do_next_value(self) -> None:
        self._go_to_stop(self.index + 1)

    def do_previous_value(self) -> None:
        self._go_to_stop(self.index - 1)

    def _go_to_stop(self, index: int) -> None:
        self.choose(None)
        self.pinned = self.extending = None
        self.index = index
        self.cursor = self.stop.start
        self.current = None
        if self.article and self.article.source.id == self.stop.source:
            self.view.reveal(self.cursor)
        self.read()

    def do_next_claim(self) -> None:
        self._next_claim(1)

    def do_previous_claim(self) -> None:
        self._next_claim(-1)

    def _next_claim(self, by: int) -> None:
        if self.article is None:
            return
        claims = self.article.claims
        claim = self.claim
        if claim is not None:
            at = self.article.place_of(claim) + by
        else:
            before = self.article.before(self.cursor)
            at = before if by > 0 else before - 1
        if 0 <= at < len(claims):
            self.say_legend()
            self.point(claims[at].start, claim=claims[at])
        else:
            self.say(_("There is no claim further on.") if by > 0 else _("There is no claim before."))

    def do_next_date(self) -> None:
        self._next_of(self.article.dates if self.article else [], 1)

    def do_previous_date(self) -> None:
        self._next_of(self.article.dates if self.article else [], -1)

    def do_next_number(self) -> None:
        self._next_of(self.article.numbers if self.article else [], 1)

    def do_previous_number(self) -> None:
        self._next_of(self.article.numbers if self.article else [], -1)

    def _next_of(self, spans: Sequence[Span], by: int) -> None:
        """Goes to the next of these stretches, or to the one before the cursor."""
        at = (
            bisect_right(spans, (self.cursor, len(self.text)))
            if by > 0
            else bisect_left(spans, (self.cursor, 0)) - 1
        )
        if 0 <= at < len(spans):
            self._move(spans[at][0])
        else:
            self.say(_("There is none further on.") if by > 0 else _("There is none before."))

    # Finding

    def do_find(self) -> None:
        def attempt(words: str) -> str:
            if not fold(words).strip():
                raise UsageError(_("Nothing to find"), "", _("Type some words."))
            if fold(words) not in self._folded_text():
                raise UsageError(_("These words do not stand in this article"), words)
            return words

        def found(words: str | None) -> None:
            if words is not None:
                self._looked_for = words
                self._find(1, self.cursor)

        question = _("Which words? Capitals and accents do not matter.")
        self.app.push_screen(
            Prompt(_("Find in this article"), question, attempt, value=self._looked_for), found
        )

    def do_next_found(self) -> None:
        self._find(1, self.cursor + 1)

    def do_previous_found(self) -> None:
        self._find(-1, self.cursor)

    def _find(self, by: int, start: int) -> None:
        """Goes to where the words stand next, or before, around the end."""
        text, words = self._folded_text(), fold(self._looked_for)
        if by > 0:
            at = text.find(words, start)
            at = text.find(words) if at < 0 else at
        else:
            at = text.rfind(words, 0, start)
            at = text.rfind(words) if at < 0 else at
        if at < 0:
            self.say(_("These words do not stand in this article"))
            return
        self.found = (at, at + len(words))
        self._move(at)
        place, total = text.count(words, 0, at + len(words)), text.count(words)
        self.say(_("“{words}”: {n} of {total}").format(words=self._looked_for, n=place, total=total))

    def _folded_text(self) -> str:
        if self._folded[0] is not self.text:
            self._folded = (self.text, fold(self.text))
        return self._folded[1]

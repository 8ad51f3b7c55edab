"""An article on the screen: read in a thread, shown with its marks, and the claim at the cursor beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from workbench import told
from workbench.errors import WorkbenchError
from workbench.models import Claim
from workbench.tui.actions import actions_of
from workbench.tui.articles import Around, Article, Span, Stop, read_around, read_article, read_text, warm_up
from workbench.tui.claim_rows import Row, claim_rows
from workbench.tui.editions import edition_line
from workbench.tui.log_lines import removed_line
from workbench.tui.passages import Mark, MarkKind
from workbench.tui.screens.acting import ActingScreen
from workbench.tui.text_moves import whole_words
from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.claim_panel import ClaimPanel
from workbench.tui.widgets.detail import short, source_lines
from workbench.tui.widgets.key_bar import KeyBar
from workbench.words import _

_READ = "article"
_READ_AROUND = "around a claim"
_NAMES = "names"
_WARM = "warming up"


class ShowingArticle(ActingScreen[int]):
    """Holds the article, where the cursor is, what is selected, and which row of the panel is chosen.

    `stops` are passages to go through, in one article or several; it opens on the one at `index`, and
    gives back the place of the last one. `about` says what they have in common.
    """

    AUTO_FOCUS = "ArticleView"
    CSS_PATH = "article.tcss"

    def __init__(self, stops: Sequence[Stop], index: int = 0, *, about: str = "") -> None:
        super().__init__()
        self.stops = stops
        self.index = index
        self.about = about
        self.article: Article | None = None
        self.around: Around | None = None
        self.cursor = stops[index].start
        self.current: str | None = None
        """The id of the claim that the panel shows."""
        self.pinned: int | None = None
        """Where a selection began, or None where nothing is selected."""
        self.extending: str | None = None
        """The id of the claim that the selection gives another extent."""
        self.found: Span | None = None
        self.chosen: int | None = None
        """The panel's row that keys go to, or None while they go to the text."""
        self.with_names = False
        self._going_to: str | None = None
        self._to_fields = False

    def compose(self) -> ComposeResult:
        yield Static(id="source", markup=False)
        yield Static(id="subject", markup=False)
        with Container(id="body"):
            yield ArticleView()
            yield ClaimPanel()
        yield Static(id="message", markup=False)
        yield KeyBar(actions_of("article", "anywhere"), lambda action: self.refusal(action) is None)

    def on_mount(self) -> None:
        self.read()

    @property
    def is_whole(self) -> bool:
        """Whether all parts are there: what was read may come while the screen is being closed."""
        return all(
            map(self.query, ("#source", "#subject", "#message", "ArticleView", "ClaimPanel", "KeyBar"))
        )

    # What is there

    @property
    def view(self) -> ArticleView:
        return self.query_one(ArticleView)

    @property
    def stop(self) -> Stop:
        return self.stops[self.index]

    @property
    def text(self) -> str:
        """The article's text; empty while it is being read."""
        return self.article.source.text if self.article else ""

    @property
    def claim(self) -> Claim | None:
        """The claim that the panel shows."""
        return self.article.claim(self.current) if self.article else None

    @property
    def selected(self) -> Span | None:
        """The words that are selected."""
        return None if self.pinned is None else whole_words(self.text, self.pinned, self.cursor)

    @property
    def rows(self) -> list[Row]:
        """The panel's rows."""
        return claim_rows(self.claim, self.around, self.article.corrections if self.article else ())

    @property
    def row(self) -> Row | None:
        """The row that keys go to."""
        rows = self.rows
        return rows[self.chosen] if self.chosen is not None and self.chosen < len(rows) else None

    # Reading

    def read(self, *, go_to: str | None = None, fields: bool = False) -> None:
        """Reads the article of the present stop anew; the cursor then stands on the claim `go_to`.

        With `fields`, keys go to what was read of it.
        """
        self._going_to = go_to or self._going_to
        self._to_fields = self._to_fields or fields
        source, known = self.stop.source, self.article
        if known is None or known.source.id != source:
            self.desk.read(lambda store: read_text(store, source), self._take_text, group=_READ)
        else:
            self.desk.read(
                lambda store: read_article(store, known), self._take, group=_READ, failed=self._not_read
            )

    def _not_read(self, error: WorkbenchError) -> None:
        """Goes on without claims where they cannot be read."""
        if self.is_whole:
            self.show_error(error)
            if self.article and self.article.claims_read is None:
                self.article = replace(self.article, claims_read=())
                self.show_cursor()

    def database_changed(self) -> None:
        self.read()

    def _take_text(self, article: Article) -> None:
        """Shows an article that is new; its claims follow."""
        if article.source.id != self.stop.source or not self.is_whole:
            return
        self.article = article
        self.cursor, self.current, self.pinned, self.found = self.stop.start, None, None, None
        self._show_source(article)
        self.view.show(self.text, article.marks, self.cursor)
        self._mark()
        self.show_cursor()
        self.read()
        self.desk.read(lambda _store: warm_up(article), lambda _: None, group=_WARM, failed=lambda _: None)

    def _take(self, article: Article) -> None:
        """Shows the claims of an article, and its text where that has changed."""
        if article.source.id != self.stop.source or not self.is_whole:
            return
        other_text = article.source.text != self.text
        self.article = article
        if article.claim(self.current) is None:
            self.current = None
        made = article.claim(self._going_to)
        if made:
            if not made.start <= self.cursor < made.end:
                self.cursor = made.start
            self.current, self._going_to = made.id, None
            self.chosen = 1 if self._to_fields else self.chosen
            self._to_fields = False
        self.cursor = min(self.cursor, len(self.text))
        self._show_source(article)
        if other_text:
            self.view.show(self.text, article.marks, self.cursor)
        self._mark()
        self.point()

    def _mark(self) -> None:
        article = self.article
        if article:
            marks = article.marks_with_names if self.with_names else article.marks
            here = [stop for stop in self.stops if stop.source == article.source.id]
            kinds: list[MarkKind] = ["focus" if stop == self.stop else "value" for stop in here]
            self.view.mark(
                marks, [Mark(stop.start, stop.end, kind) for stop, kind in zip(here, kinds, strict=True)]
            )

    def show_names(self, names: bool) -> None:
        """Marks the names as well, or no longer."""
        self.with_names = names
        article = self.article
        if article:
            self.desk.read(lambda _store: article.marks_with_names, lambda _marks: self._mark(), group=_NAMES)

    def _show_source(self, article: Article) -> None:
        lines = source_lines(article.source)
        self.query_one("#source", Static).update(lines)
        subject = Content.styled(short(told.event_label(self.about)), "$muted")
        if len(self.stops) > 1 or self.stop.label:
            place = _("passage {n} of {total}").format(n=self.index + 1, total=len(self.stops))
            subject = Content.assemble(
                (short(told.label(self.stop.label)), "bold $accent"), (f"  {place}  ", "$muted"), subject
            )
        if article.edition:
            line = Content.styled(short(edition_line(article.edition)), "$warning")
            subject = Content.assemble(line, "  ", subject)
        subject = removed_line(article.log) or subject
        self.query_one("#subject", Static).update(subject)
        self.query_one("#subject").display = bool(subject.plain.strip())

    # Showing

    def point(self, to: int | None = None, *, claim: Claim | None = None) -> None:
        """Puts the cursor on an offset and shows the claim there, or the one that is given."""
        if self.article is None:
            return
        if to is not None:
            self.cursor = min(max(to, 0), len(self.text))
        shown = self.article.claim(self.current)
        if claim is not None:
            self.current = claim.id
        elif self.pinned is None and (shown is None or not shown.start <= self.cursor < shown.end):
            at = self.article.claim_at(self.cursor)
            self.current = at.id if at else None
        self.view.keep_in_view(self.cursor)
        self.show_cursor()
        self._look_around()

    def show_cursor(self) -> None:
        """Brings the text, the panel and the keys up to where the cursor is."""
        claim = self.claim
        self.view.lay_over(
            self.cursor,
            current=(claim.start, claim.end) if claim else None,
            selected=self.selected,
            found=self.found,
        )
        self.query_one(ClaimPanel).show(self._title(), self.rows, self.chosen)
        if self.pinned is not None:
            self._say_selected()
        self.query_one(KeyBar).refresh()

    def _say_selected(self) -> None:
        low, high = self.selected or (0, 0)
        words = len(self.text[low:high].split())
        if self.extending:
            said = _("{n} words. Arrows extend, Enter gives the claim these words, Esc lets go")
        else:
            said = _("{n} words. Arrows extend, Enter makes a claim of them, Esc lets go")
        self.say(said.format(n=words))

    def say_legend(self) -> None:
        """What the marks mean."""
        legend = Content("  ").join(
            [
                _sign("▌", "bold $accent", _("this passage")),
                _sign("│", "$primary", _("claims")),
                _sign("✎", "$primary", _("corrected")),
                Content.styled(_("dates"), "italic underline $success"),
                Content.styled(_("numbers"), "bold underline $warning"),
                Content.styled(_("furniture"), "dim $faint"),
            ]
        )
        self.query_one("#message", Static).update(legend)

    def _title(self) -> str:
        if self.article is None or self.article.claims_read is None:
            return _("Reading…")
        claim = self.claim
        if claim is None:
            total = len(self.article.claims)
            return _("No claim here: Space selects words for one. {n} claims in all").format(n=total)
        place = self.article.place_of(claim) + 1
        title = _("Claim {n} of {total}").format(n=place, total=len(self.article.claims))
        return title + "  ✎ " + _("corrected") if claim.corrected_by else title

    def _look_around(self) -> None:
        claim = self.claim
        if claim is None:
            return

        def take(around: Around) -> None:
            self.around = around
            if around.claim == self.current and self.is_whole:
                self.show_cursor()

        key = claim.id
        self.desk.read(lambda store: read_around(store, key), take, group=_READ_AROUND)


def _sign(sign: str, style: str, meaning: str) -> Content:
    return Content.assemble((sign, style), (f" {meaning}", "$muted"))

"""A whole article with its claims marked, opened on the value of interest."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from workbench.models import AttributeValue, Claim, Source
from workbench.tui.actions import actions_of, bindings_of
from workbench.tui.passages import Mark, MarkKind
from workbench.tui.screens.acting import ActingScreen
from workbench.tui.session import Case, ReviewSession
from workbench.tui.widgets.article_view import ArticleView
from workbench.tui.widgets.detail import short, source_lines
from workbench.tui.widgets.key_bar import KeyBar

_BLOCK_MARKS: dict[str, MarkKind] = {
    "furniture": "furniture",
    "dateline": "furniture",
    "title": "heading",
    "heading": "heading",
    "date_heading": "heading",
}


def article_marks(
    source: Source, claims: Sequence[Claim], values: Sequence[AttributeValue], focus: AttributeValue
) -> list[Mark]:
    """What stands out: furniture and headings, claims, the difference's values, and the one in focus."""
    marks = [
        Mark(block.start, block.end, _BLOCK_MARKS[block.kind])
        for block in source.blocks
        if block.kind in _BLOCK_MARKS
    ]
    marks += [Mark(claim.start, claim.end, "claim") for claim in claims]
    marks += [Mark(value.start, value.end, "value") for value in values if value.source == source.id]
    return [*marks, Mark(focus.start, focus.end, "focus")]


class ArticleScreen(ActingScreen[int]):
    """Steps through a difference's passages, each in its whole article. Returns the last one's place."""

    PLACE = "article"
    BINDINGS = bindings_of("article")
    AUTO_FOCUS = "ArticleView"

    def __init__(
        self, session: ReviewSession, case: Case, values: Sequence[AttributeValue], index: int
    ) -> None:
        super().__init__()
        self._session = session
        self._case = case
        self._values = values
        self._index = index
        self._claims: list[Claim] = []

    def compose(self) -> ComposeResult:
        yield Static(id="source", markup=False)
        yield Static(id="subject", markup=False)
        yield ArticleView()
        yield Static(id="legend", markup=False)
        yield KeyBar(actions_of("article", "anywhere"), self._allowed)

    def on_mount(self) -> None:
        legend = Content.assemble(
            ("▌", "bold $accent"),
            " this value   ",
            ("│", "$primary"),
            " claims, underlined   ",
            ("furniture, dimmed", "dim"),
        )
        self.query_one("#legend", Static).update(legend)
        self._show()

    @property
    def view(self) -> ArticleView:
        return self.query_one(ArticleView)

    def _show(self) -> None:
        value = self._values[self._index]
        source = self._session.source(value.source)
        self._claims = self._session.store.claims(source=source.id)
        self.query_one("#source", Static).update(source_lines(source))
        place = f"passage {self._index + 1} of {len(self._values)}"
        self.query_one("#subject", Static).update(
            Content.assemble(
                (short(value.label), "bold $accent"),
                (f"  {place}  {short(self._case.event_label)}", "$muted"),
            )
        )
        marks = article_marks(source, self._claims, self._values, value)
        self.view.show(source.text, marks, value.start)
        self.query_one(KeyBar).refresh()

    def _allowed(self, action_id: str) -> bool:
        return self.refusal(action_id) is None

    def refusal(self, action_id: str, number: int | None = None) -> str | None:
        if action_id == "next_value" and self._index + 1 >= len(self._values):
            return "This is the last passage of the difference."
        if action_id == "previous_value" and self._index == 0:
            return "This is the first passage of the difference."
        if action_id in ("next_claim", "previous_claim") and not self._claims:
            return "No claim was found in this article."
        return None

    def do_back(self) -> None:
        self.dismiss(self._index)

    def do_next_value(self) -> None:
        self._index += 1
        self._show()

    def do_previous_value(self) -> None:
        self._index -= 1
        self._show()

    def do_next_claim(self) -> None:
        self._go_to_claim(forward=True)

    def do_previous_claim(self) -> None:
        self._go_to_claim(forward=False)

    def _go_to_claim(self, *, forward: bool) -> None:
        here = self.view.line_of(self.view.middle_offset)
        starts = sorted({claim.start for claim in self._claims})
        if forward:
            target = next((start for start in starts if self.view.line_of(start) > here), None)
        else:
            target = next((start for start in reversed(starts) if self.view.line_of(start) < here), None)
        if target is None:
            self.notify(
                f"There is no claim further {'down' if forward else 'up'}.", severity="warning", timeout=4
            )
        else:
            self.view.reveal(target)

    def do_line_down(self) -> None:
        self._scroll(1)

    def do_line_up(self) -> None:
        self._scroll(-1)

    def do_screen_down(self) -> None:
        self._scroll(self.view.size.height - 2)

    def do_screen_up(self) -> None:
        self._scroll(2 - self.view.size.height)

    def _scroll(self, lines: int) -> None:
        self.view.scroll_relative(y=lines, animate=False)

    def do_top(self) -> None:
        self.view.scroll_home(animate=False)

    def do_bottom(self) -> None:
        self.view.scroll_end(animate=False)

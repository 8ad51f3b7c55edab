"""Going from one screen to what another shows: a difference, an event, an article, the queue narrowed.

A screen's module is loaded when the screen is first opened, so that the desk starts without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from workbench.models import AttributeValue
from workbench.store import QueueOrder
from workbench.tui.appearance import UNDECIDED
from workbench.tui.cases import Case

if TYPE_CHECKING:
    from textual.app import App

    from workbench.store import LogFilter, QueueFilter
    from workbench.tui.app import ReviewApp
    from workbench.tui.screens.queue import QueueScreen


def queue(app: App[object], chosen: QueueFilter) -> None:
    """Shows what a filter leaves of the queue."""
    cast("ReviewApp", app).open_place("queue")
    cast("QueueScreen", app.screen).narrow(chosen)


def log(app: App[object], chosen: LogFilter) -> None:
    """Shows what a filter leaves of the log."""
    from workbench.tui.screens.activity import ActivityScreen

    cast("ReviewApp", app).open_place("queue")
    app.push_screen(ActivityScreen(chosen))


def decide(app: App[object], discrepancy: str, among: Sequence[str] = ()) -> None:
    """Puts a difference before the reviewer, to be decided; `among` are those that come with it, in order."""
    from workbench.tui.screens.decide import DecideScreen

    ids = list(among) or [discrepancy]
    rows = cast("ReviewApp", app).desk.store.queue_rows(ids)
    order = QueueOrder((one, rows[one].status not in UNDECIDED) for one in ids if one in rows)
    app.push_screen(DecideScreen(discrepancy, lambda: order))


def passage(app: App[object], case: Case, values: Sequence[AttributeValue], selected: AttributeValue) -> None:
    """Shows the article of one of a difference's passages; from there the others can be stepped through."""
    from workbench.tui.articles import stops_of
    from workbench.tui.screens.article import ArticleScreen

    app.push_screen(ArticleScreen(stops_of(values), values.index(selected), about=case.event_label))


def event(app: App[object], event: str) -> None:
    """Shows an event: its claims in time, and all that its sources are compared on."""
    from workbench.tui.screens.event import EventScreen

    app.push_screen(EventScreen(event))


def article(app: App[object], source: str, start: int, end: int) -> None:
    """Shows an article with a passage, over what is shown now."""
    from workbench.tui.articles import Stop
    from workbench.tui.screens.article import ArticleScreen

    app.push_screen(ArticleScreen([Stop(source, start, end)]))

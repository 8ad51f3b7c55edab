"""Going from one screen to what another shows: a difference, an event, an article, the queue narrowed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from textual.app import App

    from workbench.tui.app import ReviewApp
    from workbench.tui.screens.queue import QueueScreen


def difference(app: App[object], discrepancy: str) -> None:
    """Shows a difference in the queue."""
    cast("ReviewApp", app).open_place("queue")
    cast("QueueScreen", app.screen).load(go_to=discrepancy)


def event(app: App[object], event: str) -> bool:
    """Shows the gravest difference of an event; False where nothing differs in it."""
    found = cast("ReviewApp", app).desk.store.discrepancies(event=event)
    if found:
        difference(app, found[0].id)
    return bool(found)

"""An event read and laid out in its panes: made in a reading thread."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, get_args

from workbench.errors import StoreError
from workbench.records.grid import Grid, build_grid
from workbench.store import Store
from workbench.tui.event.dossier import Dossier
from workbench.tui.event.lines import Page
from workbench.tui.event.pages import ClaimsPage, HistoryPage, RecordPage, TimelinePage

Pane = Literal["timeline", "grid", "claims", "record", "history"]
PANES: tuple[Pane, ...] = get_args(Pane)


@dataclass(frozen=True, slots=True)
class Shown:
    """What is read and laid out in the thread."""

    dossier: Dossier
    grid: Grid
    pages: dict[Pane, Page]


def event_now(store: Store, event_id: str, claims: Collection[str]) -> str | None:
    """The event; where it is there no more, the one that holds the most of these claims of it, or None."""
    try:
        return store.event(event_id).id
    except StoreError:
        homes = [home for home in store.event_of(claims).values() if home]
        return max(sorted(set(homes)), key=homes.count, default=None)


def laid_out(dossier: Dossier, picked: Collection[str], *, as_json: bool) -> Shown:
    """The event as its panes show it."""
    return Shown(
        dossier,
        build_grid(dossier),
        {
            "timeline": TimelinePage(dossier, picked),
            "claims": ClaimsPage(dossier, picked),
            "record": RecordPage(dossier, as_json=as_json),
            "history": HistoryPage(dossier),
        },
    )

"""The registry of actions: what it feeds agrees with it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from textual.screen import Screen

from workbench.tui.actions import ACTIONS, Action, Place, actions_of, keys_document
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.queue import QueueScreen
from workbench.tui.widgets.key_bar import fitting

SCREENS: dict[Place, type[Screen]] = {"queue": QueueScreen, "article": ArticleScreen}
KEYS_PAGE = Path(__file__).parents[2] / "docs" / "keys.md"


def test_the_keys_page_is_the_registry() -> None:
    assert KEYS_PAGE.read_text(encoding="utf-8") == keys_document()


@pytest.mark.parametrize("place", ["queue", "article"])
def test_no_key_means_two_things_in_one_place(place: Place) -> None:
    keys = Counter(key for action in actions_of(place, "anywhere") for key in action.keys)
    assert [key for key, uses in keys.items() if uses > 1] == []


def test_ids_name_one_action_each() -> None:
    ids = Counter((action.place, action.id) for action in ACTIONS)
    assert [name for name, uses in ids.items() if uses > 1] == []


@pytest.mark.parametrize(
    "action",
    [action for action in ACTIONS if action.place != "anywhere"],
    ids=lambda action: f"{action.place}.{action.id}",
)
def test_every_action_is_bound_and_can_be_done(action: Action) -> None:
    screen = SCREENS[action.place]
    assert callable(getattr(screen, f"do_{action.id}"))
    bound = {binding.key for binding in screen.BINDINGS if not isinstance(binding, tuple)}
    assert set(action.keys) <= bound


@pytest.mark.parametrize("width", [20, 40, 80, 120, 200])
@pytest.mark.parametrize("place", ["queue", "article"])
def test_the_key_bar_never_overflows_and_keeps_the_way_out(place: Place, width: int) -> None:
    shown = fitting(actions_of(place, "anywhere"), width)
    text = "".join(f" {action.main_key} {action.label} " for action in shown)
    assert len(text) <= width
    assert "quit" in [action.id for action in shown]


def test_a_wide_key_bar_leaves_nothing_out() -> None:
    actions = actions_of("queue", "anywhere")
    assert fitting(actions, 400) == [action for action in actions if action.rank]

"""The registry of actions: what it feeds agrees with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from acting import screens_by_place, settled
from textual.binding import Binding

from workbench.errors import UsageError
from workbench.tui.actions import ACTIONS, PLACES, Action, Place, actions_of, keymap, keys_document, remap
from workbench.tui.actions.anywhere import SCREENS as OPENED
from workbench.tui.app import ReviewApp
from workbench.tui.widgets.key_bar import fitting

SCREENS = screens_by_place()
ELSEWHERE = [place for place in PLACES if place != "anywhere"]
KEYS_PAGE = Path(__file__).parents[2] / "docs" / "keys.md"


def test_the_keys_page_is_the_registry() -> None:
    assert KEYS_PAGE.read_text(encoding="utf-8") == keys_document()


@pytest.mark.parametrize("place", ELSEWHERE)
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
    bound = {binding.key for binding in Binding.make_bindings(screen.BINDINGS)}
    keys = {binding.key for binding in Binding.make_bindings([Binding(",".join(action.keys), "act")])}
    assert keys <= bound


@pytest.mark.parametrize("width", [20, 40, 80, 120, 200])
@pytest.mark.parametrize("place", ELSEWHERE)
def test_the_key_bar_never_overflows_and_keeps_the_way_out(place: Place, width: int) -> None:
    shown = fitting(actions_of(place, "anywhere"), width)
    text = "".join(f" {action.main_key} {action.label} " for action in shown)
    assert len(text) <= width
    assert "quit" in [action.id for action in shown]


def test_a_wide_key_bar_leaves_nothing_out() -> None:
    actions = actions_of("queue", "anywhere")
    assert fitting(actions, 400) == [action for action in actions if action.rank]


def test_every_place_has_its_screen_and_every_screen_its_place() -> None:
    assert set(SCREENS) == set(ELSEWHERE)


def test_every_place_with_a_key_opens_a_screen() -> None:
    ids = {action.id for action in actions_of("anywhere")}
    assert set(OPENED) <= ids
    for place, target in OPENED.items():
        module, _, name = target.partition(":")
        assert SCREENS[place] is getattr(import_module(module), name)  # type: ignore[index]


REFUSED = [
    pytest.param({"queue.wrong": "f9"}, "No such action", id="no such action"),
    pytest.param({"queue.accept": "a b"}, "These keys cannot be changed", id="digits number the values"),
    pytest.param({"queue.undo": " "}, "An action needs a key", id="no key"),
    pytest.param({"queue.undo": "x"}, "One key for two things", id="taken in this place"),
    pytest.param({"queue.undo": "q"}, "One key for two things", id="taken everywhere"),
]


@pytest.mark.parametrize(("keys", "title"), REFUSED)
def test_keys_that_cannot_be_given(keys: dict[str, str], title: str) -> None:
    with pytest.raises(UsageError) as caught:
        remap(keys)
    assert caught.value.title == title


def test_two_actions_can_change_keys() -> None:
    remap({"queue.undo": "x", "queue.dismiss": "u f8"})
    assert keymap() == {"queue.undo": "x", "queue.dismiss": "u,f8"}


async def test_another_key_does_the_act_and_the_old_one_does_not(make_app: Callable[..., ReviewApp]) -> None:
    app = make_app(keys=(("queue.dismiss", "f8 z"), ("queue.zoom", "x")))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "x")
        assert app.desk.store.decisions() == []
        await settled(pilot, "f8")
        assert [one.kind for one in app.desk.store.decisions()] == ["dismiss"]

"""Searching as a reviewer: what is found as one types, what the keys do with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from acting import LANGUAGES, SIZES, marked, settled, untried
from test_reviewing import shown
from textual.pilot import Pilot
from textual.widgets import Input

from workbench.store import Found, Sought, Store, open_store
from workbench.tui.app import ReviewApp
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.decide import DecideScreen
from workbench.tui.screens.event import EventScreen
from workbench.tui.screens.search import SearchScreen

MakeApp = Callable[..., ReviewApp]
WIDE = (120, 40)


def screen_of(app: ReviewApp) -> SearchScreen:
    assert isinstance(app.screen, SearchScreen)
    return app.screen


async def searched(pilot: Pilot[Any], words: str, *keys: str) -> SearchScreen:
    """The search for these words, behind its pause for typing; then further keys."""
    await settled(pilot, "f3")
    screen = screen_of(pilot.app)  # type: ignore[arg-type]
    screen.query_one("#typed", Input).value = words
    await asked(pilot)
    await settled(pilot, *keys)
    return screen


async def asked(pilot: Pilot[Any]) -> None:
    """Waits until what is typed has been looked for."""
    await pilot.pause()
    screen_of(pilot.app).ask()  # type: ignore[arg-type]
    await settled(pilot)


def texts(screen: SearchScreen) -> list[str]:
    return [row.text for index in range(len(screen.hits.ids)) if (row := screen.hits.row(index))]


async def test_hits_come_as_one_types(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot, "f3", *"akcakum")
        await pilot.pause(0.3)
        await settled(pilot)
        found = texts(screen_of(app))
        assert len(found) == 3
        assert all("Akçakum" in text for text in found)
        assert "1 of 3 claims · 3 articles" in shown(app)


MOVES = [
    pytest.param("down", ["down"], 1, id="down while words are typed"),
    pytest.param("down", ["enter", "j"], 1, id="down"),
    pytest.param("up", ["down", "down", "up"], 1, id="up while words are typed"),
    pytest.param("up", ["enter", "j", "j", "k"], 1, id="up"),
    pytest.param("page_down", ["pagedown"], 2, id="page down while words are typed"),
    pytest.param("page_down", ["enter", "pagedown"], 2, id="page down"),
    pytest.param("page_up", ["pagedown", "pageup"], 0, id="page up while words are typed"),
    pytest.param("page_up", ["enter", "G", "pageup"], 0, id="page up"),
    pytest.param("last", ["enter", "G"], 2, id="last"),
    pytest.param("last", ["enter", "end"], 2, id="end"),
    pytest.param("first", ["enter", "G", "g"], 0, id="first"),
    pytest.param("first", ["enter", "G", "home"], 0, id="home"),
]


@pytest.mark.parametrize(("action", "keys", "cursor"), MOVES)
async def test_moving(make_app: MakeApp, action: str, keys: list[str], cursor: int) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await searched(pilot, "akcakum", *keys)
        assert screen.hits.cursor == cursor


async def test_home_and_end_stay_in_the_words_while_they_are_typed(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await searched(pilot, "akcakum", "end", "home")
        assert (screen.hits.cursor, screen.query_one("#typed", Input).cursor_position) == (0, 0)
        await settled(pilot, "end")
        assert (screen.hits.cursor, screen.query_one("#typed", Input).cursor_position) == (0, 7)


@pytest.mark.tries("search.narrow", "search.clear")
async def test_filters_narrow(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await searched(pilot, "akcakum", "enter", "f")
        assert screen.focused is screen.query_one("#source")
        screen.query_one("#source", Input).value = "sahil"
        await asked(pilot)
        assert len(screen.hits.ids) == 1
        await settled(pilot, "escape")
        assert screen.focused is screen.hits
        await settled(pilot, "ctrl+u")
        await asked(pilot)
        assert not screen.typed().filtered
        assert not screen.hits.ids


async def test_a_filter_that_cannot_be_read_says_so_and_keeps_the_hits(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await searched(pilot, "akcakum")
        screen.query_one("#since", Input).value = "2026-13"
        await asked(pilot)
        assert "2025-05-17, 2025-05, 2025" in shown(app)
        assert len(screen.hits.ids) == 3


@pytest.mark.tries("search.among")
async def test_articles_instead_of_claims_and_back(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await searched(pilot, "hastane OR hava durumu")
        assert not screen.hits.ids
        screen.query_one("#typed", Input).value = "hava durumu"
        await asked(pilot)
        assert "Ctrl+L: 1 article" in shown(app)
        await settled(pilot, "ctrl+l")
        assert len(texts(screen)) == 1
        await settled(pilot, "enter", "v")
        assert any("many events" in note.message for note in app._notifications)
        await settled(pilot, "ctrl+l")
        assert not screen.hits.ids


@pytest.mark.tries("search.words", "search.back")
async def test_slash_goes_back_to_the_words_and_escape_leaves(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await searched(pilot, "akcakum", "enter", "slash")
        assert screen.focused is screen.query_one("#typed")
        await settled(pilot, "escape")
        assert not isinstance(app.screen, SearchScreen)


@pytest.mark.parametrize("key", ["enter", "v", "d", "down"])
async def test_without_a_hit_the_keys_say_so(make_app: MakeApp, key: str) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await searched(pilot, "nowhere")
        screen.hits.focus()
        await settled(pilot, key)
        assert any("no hit" in note.message for note in app._notifications)


async def test_the_cursor_keeps_its_hit_when_others_import(make_app: MakeApp, db_path: Path) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await searched(pilot, "akcakum", "down")
        held = screen.hits.current
        with open_store(db_path) as other:
            source = other.source(screen.hits.current_row.source)  # type: ignore[union-attr]
            other.replace_claims(source, other.claims(source=source.id)[:1], {})
        screen.database_changed()
        await settled(pilot)
        assert screen.hits.current == held or held not in screen.hits.ids


async def test_a_search_that_takes_long_shows_what_it_has_and_goes_on(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed: list[float] = []
    real = Store.find

    def slow(self: Store, sought: Sought, *, limit: int = 0, seconds: float = 0) -> Found:
        found = real(self, sought, limit=limit, seconds=60)
        if sought.among == "articles":
            return found
        allowed.append(seconds)
        return Found(found.ids[:1], broken_off=True) if len(allowed) == 1 else found

    monkeypatch.setattr(Store, "find", slow)
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await searched(pilot, "akcakum")
        assert len(screen.hits.ids) == 3
    assert len(allowed) >= 2
    assert allowed[0] < allowed[1]


async def test_hits_from_a_hostile_article_are_shown_inertly(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await searched(pilot, "[@click=app.quit]akcakum\x1b[2J", "enter", "down")
        assert "\x1b" not in shown(app)


async def test_the_words_are_still_there_when_one_comes_back(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await searched(pilot, "akcakum", "enter", "escape", "f3")
        screen = screen_of(app)
        await asked(pilot)
        assert screen.typed().words == "akcakum"
        assert len(screen.hits.ids) == 3


@pytest.mark.tries("search.differences", "search.event")
async def test_a_hit_leads_to_its_difference_and_its_event(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await searched(pilot, "limanındaki", "enter", "d")
        assert isinstance(app.screen, DecideScreen)
        assert app.screen.case and app.screen.case.discrepancy.id == "d1"
        await searched(pilot, "iki vilayetin", "enter", "v")
        assert isinstance(app.screen, EventScreen)
        assert app.screen.event_id == "e2"
        await settled(pilot, "escape")
        assert screen_of(app).hits.current


@pytest.mark.tries("search.article")
async def test_the_article_opens_at_the_hit_and_goes_through_the_others(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await searched(pilot, "akcakum", "down", "enter", "enter")
        row = screen.hits.current_row
        assert isinstance(app.screen, ArticleScreen)
        assert row and (app.screen.stop.source, app.screen.stop.start) == (row.source, row.start)
        await settled(pilot, "n", "escape")
        assert app.screen is screen
        assert screen.hits.cursor == 2


async def test_an_article_opens_at_the_word_that_was_found(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await searched(pilot, "hava durumu", "ctrl+l", "enter", "a")
        assert isinstance(app.screen, ArticleScreen)
        stop = app.screen.stop
        assert app.desk.store.source(stop.source).text[stop.start : stop.end] == "Hava"


def test_every_action_is_tried() -> None:
    tried = {str(case.values[0]) for case in MOVES}
    assert untried("search", tried | marked(__name__, "search")) == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("words", "keys"),
    [
        pytest.param("akcakum", ["enter", "down"], id="found"),
        pytest.param("", [], id="nothing_typed"),
    ],
)
def test_screen(
    snap_compare: Callable[..., bool],
    make_app: MakeApp,
    words: str,
    keys: list[str],
    size: tuple[int, int],
    language: str,
) -> None:
    async def act(pilot: Pilot[Any]) -> None:
        await searched(pilot, words, *keys)

    assert snap_compare(make_app(language=language), terminal_size=size, run_before=act)

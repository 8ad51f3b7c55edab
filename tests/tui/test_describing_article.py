"""Articles described, taken out and brought back in the article screen and from the log."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from acting import LANGUAGES, settled
from article_material import claims, imported, opened, source_of
from textual.pilot import Pilot
from textual.widgets import Input, Static

from workbench import pipeline, sourcing
from workbench.decisions import accept
from workbench.reviewing import decide
from workbench.store import open_store
from workbench.tui.app import ReviewApp
from workbench.tui.screens.activity import ActivityScreen
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.prompts import Prompt

MakeApp = Callable[..., ReviewApp]
AT = "2026-02-10T08:00:00.000000+00:00"


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return imported(tmp_path_factory.mktemp("read once"))


@pytest.fixture
def path(tmp_path: Path, read_once: Path) -> Path:
    return Path(copyfile(read_once, tmp_path / "articles.db"))


def shown(pilot: Pilot[Any], name: str) -> str:
    return str(pilot.app.screen.query_one(name, Static).render())


async def start(pilot: Pilot[Any], path: Path) -> ArticleScreen:
    await settled(pilot)
    screen = opened(path)
    pilot.app.push_screen(screen)
    await settled(pilot)
    return screen


async def answered(pilot: Pilot[Any], text: str) -> None:
    assert isinstance(pilot.app.screen, Prompt)
    pilot.app.screen.query_one(Input).value = text
    await settled(pilot, "enter")


def removed(path: Path) -> bool:
    with open_store(path) as store:
        return any(row.removed for row in store.sources(removed=True))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_rests_on_an_article_is_said_before_it_is_taken_out(
    path: Path, make_app: MakeApp, language: str
) -> None:
    with open_store(path) as store:
        (found,) = [one for one in store.discrepancies() if one.attribute == "count"]
        decide(store, accept(found, 1, reviewer="Zeynep", at=AT))
    app = make_app(path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await start(pilot, path)
        await settled(pilot, "X")
        said = "\n".join(str(one.render()) for one in app.screen.query(Static))
        assert {"en": "1 decision rests on them:", "tr": "Onlara 1 karar dayanıyor:"}[language] in said
        assert "Zeynep: " in said
        await settled(pilot, "escape")
        assert not removed(path)
        await settled(pilot, "X", "enter")
        assert removed(path) and claims(path) == []
        assert screen.claim is None and "⊟" in shown(pilot, "#subject")
        await settled(pilot, "m")
        assert claims(path) == [], "no claim is made of an article that is out"
        await settled(pilot, "X")
        assert not removed(path) and claims(path)
        assert "⊟" not in shown(pilot, "#subject")


async def test_undo_and_redo_of_a_removal(path: Path, make_app: MakeApp) -> None:
    app = make_app(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot, path)
        for keys, out in ((("X", "enter"), True), (("u",), False), (("U",), True)):
            await settled(pilot, *keys)
            assert removed(path) == out


async def test_a_new_day_is_refused_until_it_is_one_and_then_read_by(path: Path, make_app: MakeApp) -> None:
    app = make_app(path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await start(pilot, path)
        await settled(pilot, "i", "4")
        await answered(pilot, "yesterday")
        assert "✕" in shown(pilot, "#error")
        await answered(pilot, "01.02.2026")
        assert "2026-02-01" in shown(pilot, "#source") and "2026-02-03 → 2026-02-01" in screen.last_said
        await settled(pilot, "u")
        assert "2026-02-03" in shown(pilot, "#source")


async def test_what_somebody_else_has_set_meanwhile_is_not_overtaken(path: Path, make_app: MakeApp) -> None:
    app = make_app(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot, path)
        await settled(pilot, "i", "1")
        with open_store(path) as store:
            source = source_of(store)
            said = {"reviewer": "Zeynep", "at": AT}
            sourcing.describe(store, source, {"title": "Başka"}, today=app.desk.today, **said)
        await answered(pilot, "Benimki")
        with open_store(path) as store:
            assert source_of(store).title == "Başka"
            assert [entry.reviewer for entry in store.decisions()] == ["Zeynep"]


async def test_the_log_leads_to_an_article_that_is_out_and_brings_it_back(
    path: Path, make_app: MakeApp
) -> None:
    with open_store(path) as store:
        sourcing.remove(store, source_of(store), reviewer="Zeynep", at=AT, note="satire")
        pipeline.link_pending(store)
    app = make_app(path)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        app.push_screen(ActivityScreen())
        await settled(pilot, "enter")
        assert isinstance(app.screen, ArticleScreen)
        assert "Zeynep" in shown(pilot, "#subject")
        await settled(pilot, "escape", "u", "enter")
        assert not removed(path) and claims(path)

"""Going through the versions of an article."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from acting import LANGUAGES, settled
from textual.pilot import Pilot
from textual.widgets import Static
from version_articles import article, take_in, text

from workbench.pipeline import rematch
from workbench.store import open_store
from workbench.tui.app import ReviewApp
from workbench.tui.articles import Stop
from workbench.tui.screens.article import ArticleScreen

MakeApp = Callable[..., ReviewApp]
MARK = "Güncelleme: 29.05.2025 14:30"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "versions.db"
    with open_store(path) as store:
        for number, body in enumerate((text(66), text(76), text(78, 27, mark=MARK))):
            take_in(store, article(body, name=f"v{number}", published=date(2025, 5, 27 + number)))
        take_in(store, article(text(50), url="https://b.example/1", publisher="B", name="alone"))
        rematch(store)
    return path


async def start(pilot: Pilot[Any], path: Path, file: str) -> ArticleScreen:
    with open_store(path) as store:
        source = next(row.id for row in store.sources() if row.file == file)
        toll = next(claim for claim in store.claims(source=source) if claim.quantities)
    screen = ArticleScreen([Stop(source, toll.start, toll.end)])
    await settled(pilot)
    pilot.app.push_screen(screen)
    await settled(pilot)
    return screen


def subject(pilot: Pilot[Any]) -> str:
    return str(pilot.app.screen.query_one("#subject", Static).render())


LINES = {
    "en": (
        "version 2 of 3, changed silently: 66 → 76",
        "version 3 of 3, changed, and it says so: 76 → 78, 26 May 2025 → 27 May 2025",
    ),
    "tr": (
        "sürüm 2/3, sessizce değişti: 66 → 76",
        "sürüm 3/3, değişti ve bunu söylüyor: 76 → 78, 26 Mayıs 2025 → 27 Mayıs 2025",
    ),
}


@pytest.mark.tries("article.next_version", "article.previous_version")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_claim_is_followed_through_the_versions(
    path: Path, make_app: MakeApp, language: str
) -> None:
    app = make_app(path, language=language)
    async with app.run_test(size=(120, 30)) as pilot:
        screen = await start(pilot, path, "v1")
        assert subject(pilot).startswith(LINES[language][0])
        await settled(pilot, "right_square_bracket")
        assert subject(pilot).startswith(LINES[language][1])
        assert screen.claim is not None and [one.value for one in screen.claim.quantities] == [78]
        await settled(pilot, "right_square_bracket", "left_square_bracket", "left_square_bracket")
        assert screen.claim is not None and [one.value for one in screen.claim.quantities] == [66]
        assert screen.refusal("previous_version")


async def test_an_article_that_stands_alone_has_no_other_version(path: Path, make_app: MakeApp) -> None:
    app = make_app(path, language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await start(pilot, path, "alone")
        assert screen.refusal("next_version") == "There is one version of this article."
        assert "version" not in subject(pilot)

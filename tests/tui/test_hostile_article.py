"""An article that attacks the screen is shown as the text that it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from review_material import claim, source, value, write
from test_reviewing import press, shown

from workbench.models import Claim, Discrepancy, Event, Source
from workbench.tui.app import ReviewApp

ATTACK = "[bold red]Belediye[/] \x1b]0;ele geçirildi\x07 \x1b[2J 12 ev \u202enadley [@click=app.quit]bas[/]"
SHOWN = "[bold red]Belediye[/] ␛]0;ele geçirildi␇ ␛[2J 12 ev \ufffdnadley [@click=app.quit]bas[/]"


def hostile(path: Path, text: str, words: str) -> Path:
    article: Source = source("kotu.txt", text, title="[red]Başlık[/red]\x1b[5m")
    made: Claim = claim(article, text.strip("\n"))
    found = Discrepancy(
        "d1", "e1", "wording", "[key]", "conflict", "high",
        (value(article, made, words, "[on red]12\x1b[0m", 12), value(article, made, words, "[/]13", 13)),
        "[blink]because[/blink]\x1b[1A",
    )  # fmt: skip
    event = Event("e1", "[reverse]Olay[/]\x9b1m", "fire", (made.id,))
    return write(path, [article], [made], [event], [found])


@pytest.mark.parametrize("size", [(80, 24), (160, 48)], ids=["80x24", "160x48"])
async def test_markup_and_escapes_are_text(
    tmp_path: Path, make_app: Callable[..., ReviewApp], size: tuple[int, int]
) -> None:
    app = make_app(hostile(tmp_path / "kotu.db", ATTACK, "12 ev"))
    async with app.run_test(size=size) as pilot:
        await press(pilot)
        screen = shown(app)
        assert "[reverse]Olay[/]\ufffd1m" in screen
        assert "[blink]because[/blink]␛[1A" in screen
        assert "[on red]12␛[0m" in screen
        await press(pilot, "z")
        assert "\x1b" not in shown(app)
        await press(pilot, "a")
        article = " ".join(line[4:].strip() for line in shown(app).splitlines()[3:6])
        assert SHOWN in " ".join(article.split())


async def test_a_line_of_a_megabyte_opens_at_its_value(
    tmp_path: Path, make_app: Callable[..., ReviewApp]
) -> None:
    text = "uzun metin " * 45_000 + "tam 12 ev yandı " + "daha " * 100_000
    app = make_app(hostile(tmp_path / "uzun.db", text, "12 ev"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert "12 ev" in shown(app)
        await press(pilot, "a")
        assert "12 ev" in shown(app)
        await press(pilot, "end", "home")
        assert "uzun metin" in shown(app)

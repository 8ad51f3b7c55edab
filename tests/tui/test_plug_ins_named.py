"""The desk names plug-ins: those that broke at something that was done, and those that read a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from acting import settled
from review_material import claim, source

from workbench import plug_ins
from workbench.plug_ins import PlugIn, broke
from workbench.tui.app import ReviewApp
from workbench.tui.claim_rows import claim_rows

ODD = PlugIn("workbench.discrepancies", "odd\x1b[31m", "odd 1.0")


@pytest.fixture
def nothing_broke() -> Iterator[None]:
    plug_ins.forget()
    yield
    plug_ins.forget()


@pytest.mark.usefixtures("nothing_broke")
async def test_a_plug_in_that_broke_is_named_once(make_app: Callable[..., ReviewApp]) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await settled(pilot)
        for _ in range(2):
            app.desk.write(lambda _store: broke(ODD, ValueError("[bold]no[/bold]")))
            await settled(pilot)
        (notice,) = [one for one in app._notifications if "plug-in broke" in one.message]
    assert notice.message.endswith("passed over: ValueError: [bold]no[/bold]")
    assert "\x1b" not in notice.message


def test_the_claim_panel_names_the_extractor_that_had_a_hand_in_a_claim() -> None:
    article = source("a.txt", "Yangında 14 kişi yaralandı.", title="A", publisher="Ak", day=None)
    made = claim(article, article.text)
    both = (made, replace(made, aspects=("extractor=ships\x1b[31m",)))
    named = [[row.value for row in claim_rows(one, None, ()) if row.name == "Extractor"] for one in both]
    assert named[0] == []
    assert len(named[1]) == 1 and named[1][0].startswith("ships") and "\x1b" not in named[1][0]

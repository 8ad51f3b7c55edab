"""The desk names a plug-in that broke at something that was done, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from acting import settled

from workbench import plug_ins
from workbench.plug_ins import PlugIn, broke
from workbench.tui.app import ReviewApp

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

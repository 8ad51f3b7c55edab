from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from drawing import drawn_at_rest
from review_material import NOW, TODAY, sample
from textual.css.stylesheet import Stylesheet

from workbench import words
from workbench.tui import actions
from workbench.tui.app import ReviewApp
from workbench.tui.looks import Looks
from workbench.tui.screens.acting import ActingScreen

MakeApp = Callable[..., ReviewApp]


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Runs tests that are coroutines: Pilot's are, and nothing else here needs a plugin for it."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = pyfuncitem._fixtureinfo.argnames
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names}))
    return True


@pytest.fixture(autouse=True, scope="session")
def styles_parsed_once() -> Iterator[None]:
    """Every desk has the same style sheets: their rules, which nothing changes, are read once."""
    kept: dict[tuple[object, ...], Any] = {}
    parse = Stylesheet._parse_rules

    def parsed(sheet: Stylesheet, *args: Any, **kwargs: Any) -> Any:
        given = (*args, *kwargs.items(), *sheet._variables.items())
        if given not in kept:
            kept[given] = parse(sheet, *args, **kwargs)
        return kept[given]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parsed)
        yield


@pytest.fixture(autouse=True, scope="session")
def frames_drawn_at_rest() -> Iterator[None]:
    with drawn_at_rest():
        yield


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures must not depend on how the terminal of whoever runs the tests is set."""
    for name in ("NO_COLOR", "TEXTUAL_ANIMATIONS", "TEXTUAL_THEME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def nothing_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test opens a viewer on the machine of whoever runs it, or writes into their cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def first_words_and_keys() -> Iterator[None]:
    """The language and the keys of one test are not those of the next."""
    yield
    words.use("en")
    actions.remap({})


@pytest.fixture(autouse=True)
def tries_what_it_says(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test that is marked to try actions, or whose table names one, has done them when it is over."""
    done: set[str] = set()
    act = ActingScreen.action_act

    def noting(screen: ActingScreen[Any], action_id: str, number: int | None = None) -> None:
        done.add(f"{screen.PLACE}.{action_id}")
        act(screen, action_id, number)

    monkeypatch.setattr(ActingScreen, "action_act", noting)
    yield
    wanted = {name for mark in request.node.iter_markers("tries") for name in mark.args}
    assert wanted - done == set()
    params = getattr(request.node, "callspec", None)
    action = params.params.get("action") if params else None
    if isinstance(action, str):
        assert action in {name.partition(".")[2] for name in done}


@pytest.fixture
def db_path(tmp_path: Path) -> Path:
    """The sample database."""
    return sample(tmp_path / "claims.db")


@pytest.fixture
def make_app(db_path: Path) -> MakeApp:
    """The program on the sample database (or another), its clock standing still."""

    def make(
        path: Path = db_path,
        today: date = TODAY,
        language: str = "en",
        *,
        teach: bool = False,
        **looks: Any,
    ) -> ReviewApp:
        chosen = Looks(language, **looks)
        return ReviewApp(path, "Ayşe", today, clock=lambda: NOW, looks=chosen, teach=teach)

    return make

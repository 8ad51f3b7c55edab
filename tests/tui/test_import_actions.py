"""Importing as a reviewer: naming or pasting, watching, stopping, going on reviewing meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from acting import LANGUAGES, SIZES, marked, settled, untried
from loopback import Reply, Site, serving
from test_reviewing import queue_of, shown
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from workbench.importing import pool
from workbench.importing.expanding import Leaf
from workbench.importing.reading import Outcome
from workbench.sources.documents import Limits
from workbench.store import open_store
from workbench.tui import importing_run
from workbench.tui.app import ReviewApp
from workbench.tui.importing_run import Result, Standing
from workbench.tui.screens.importing import ImportScreen
from workbench.tui.widgets.import_form import SHOWN, PasteArea

MakeApp = Callable[..., ReviewApp]
WIDE = (120, 40)
TEXT = "Akçakum limanında 3 Şubat 2026'da çıkan depo yangınında 21 işçi yaralandı."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "haberler"
    path.mkdir()
    for number in (1, 2, 3):
        (path / f"{number}.txt").write_text(f"Haber {number}\n\n04.02.2026\n\n{TEXT}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return path


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a test can look into it."""
    monkeypatch.setattr(importing_run, "APART", False)


class Gate:
    """Lets files be read one at a time."""

    def __init__(self) -> None:
        self.open = Event()
        self.at: list[str] = []
        self._real = pool.read_leaf

    def read(self, leaf: Leaf, limits: Limits) -> Outcome:
        self.at.append(leaf.name)
        assert self.open.wait(60)
        return self._real(leaf, limits)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate()
    monkeypatch.setattr(pool, "read_leaf", made.read)
    yield made
    made.open.set()


def screen_of(app: ReviewApp) -> ImportScreen:
    assert isinstance(app.screen, ImportScreen)
    return app.screen


async def named(pilot: Pilot[Any], path: str) -> ImportScreen:
    """The screen with this path typed."""
    await settled(pilot, "f4")
    screen = screen_of(pilot.app)  # type: ignore[arg-type]
    screen.query_one("#path", Input).value = path
    await settled(pilot)
    return screen


async def over(pilot: Pilot[Any]) -> None:
    """Waits until the import has ended, and the screen has seen it."""
    run = pilot.app.desk.importing  # type: ignore[attr-defined]
    while run.running:
        await pilot.pause(0.02)
    if isinstance(pilot.app.screen, ImportScreen):
        pilot.app.screen.look()
    await settled(pilot)


async def reading(pilot: Pilot[Any], gate: Gate) -> None:
    """Waits until a file is being read."""
    while not gate.at:
        await pilot.pause(0.02)


@pytest.mark.tries("import.start", "import.review")
async def test_a_folder_is_imported_and_what_came_of_it_is_said(make_app: MakeApp, folder: Path) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await named(pilot, "haberler")
        await settled(pilot, "enter")
        await over(pilot)
        said = shown(app)
        assert "3 articles added" in said
        assert "Done in" in said
        await settled(pilot, "n")
        assert app.screen is queue_of(app)
        app._watch()
        await settled(pilot)
        assert "import" not in shown(app).splitlines()[0]


async def test_a_text_is_pasted_and_imported(make_app: MakeApp, db_path: Path) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await named(pilot, "")
        screen.query_one("#path").post_message(events.Paste(f"Liman\n\n{TEXT}\x1b[2J"))
        await settled(pilot)
        area = screen.query_one(PasteArea)
        assert screen.focused is area
        assert "␛[2J" in area.text
        screen.query_one("#publisher", Input).value = "Körfez Postası"
        screen.query_one("#published", Input).value = "2026-02-04"
        await settled(pilot, "ctrl+s")
        await over(pilot)
    with open_store(db_path) as store:
        (row,) = [row for row in store.sources() if row.file == "Liman.txt"]
        assert (row.publisher, row.published and row.published.basis) == ("Körfez Postası", "stated")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("a\u202eb\u200dc", "a\u202eb\u200dc", id="as it was, whatever is shown"),
        pytest.param("a\r\nb\rc", "a\nb\nc", id="but for line ends"),
        pytest.param("x" * (SHOWN + 7), "x" * (SHOWN + 7), id="whole, though only its beginning is shown"),
    ],
)
async def test_pasted_texts_are_kept_whole(make_app: MakeApp, text: str, whole: str) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await named(pilot, "")
        area = screen.query_one(PasteArea)
        area.take(text)
        assert area.whole == whole
        assert len(area.text) < SHOWN + 100
        assert "\u202e" not in area.text
        area.insert("!")
        assert area.whole == area.text


async def test_tab_completes_a_path_and_then_goes_on(make_app: MakeApp, folder: Path) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await named(pilot, "")
        await settled(pilot, *"hab", "tab")
        path = screen.query_one("#path", Input)
        assert path.value == "haberler/"
        await settled(pilot, "tab")
        assert "1.txt · 2.txt · 3.txt" in shown(app)
        await settled(pilot, *"1", "tab", "tab")
        assert path.value == "haberler/1.txt"
        assert screen.focused is screen.query_one(PasteArea)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        pytest.param("", "Nothing is named or pasted", id="nothing"),
    ],
)
async def test_what_cannot_be_imported_says_what_to_do(make_app: MakeApp, path: str, said: str) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await named(pilot, path)
        await settled(pilot, "ctrl+s")
        assert any(said in note.message for note in app._notifications)
        assert screen.run is None


async def test_an_address_is_fetched(make_app: MakeApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.fetching.connecting.why_not_public", lambda _address: None)
    page = Reply(TEXT.encode(), headers={"Content-Type": "text/plain; charset=utf-8"})
    app = make_app()
    with serving(Site({"/haber": page})) as site:
        async with app.run_test(size=WIDE) as pilot:
            await named(pilot, site.url("/haber"))
            await settled(pilot, "enter")
            await over(pilot)
            assert "1 article added" in shown(app)


async def test_an_address_that_is_not_fetched_says_why(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await named(pilot, "http://127.0.0.1:9/haber")
        await settled(pilot, "enter")
        await over(pilot)
        assert "Not a public address" in shown(app)


async def test_a_file_that_fails_is_listed_with_its_reason(make_app: MakeApp, folder: Path) -> None:
    (folder / "4.txt").write_bytes(b"")
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await named(pilot, "haberler")
        await settled(pilot, "enter")
        await over(pilot)
        said = shown(app)
        assert "1 failed" in said
        assert "4.txt" in said


@pytest.mark.tries("import.stop", "import.again")
async def test_stopped_it_says_where_it_was_and_how_to_go_on(
    make_app: MakeApp, folder: Path, gate: Gate, db_path: Path
) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await named(pilot, "haberler")
        await settled(pilot, "enter")
        await reading(pilot, gate)
        await settled(pilot, "s", "s")
        assert any("stops behind" in note.message for note in app._notifications)
        gate.open.set()
        await over(pilot)
        said = shown(app)
        assert "Stopped at 1 of 3" in said
        assert "2.txt" in said
        assert "Nothing is lost" in said
        await settled(pilot, "i")
        assert not screen_of(app).has_class("-running")
        screen_of(app).query_one("#path", Input).value = "haberler"
        await settled(pilot, "ctrl+s")
        await over(pilot)
        assert "2 articles added" in shown(app)
        assert "1 unchanged" in shown(app)


@pytest.mark.tries("import.back")
async def test_it_goes_on_when_the_screen_is_left_and_the_top_line_says_so(
    make_app: MakeApp, folder: Path, gate: Gate
) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await named(pilot, "haberler")
        await settled(pilot, "enter")
        await reading(pilot, gate)
        await settled(pilot, "escape")
        app._watch()
        await settled(pilot)
        assert "importing 0 of 3" in shown(app)
        await settled(pilot, "f4", "ctrl+s", "i")
        assert sum("One import at a time" in note.message for note in app._notifications) == 2
        gate.open.set()
        await over(pilot)
        assert "3 articles added" in shown(app)
        await settled(pilot, "escape")
        app._watch()
        await settled(pilot)
        assert "import" not in shown(app).splitlines()[0]


async def test_leaving_the_program_asks_once_while_it_runs(
    make_app: MakeApp, folder: Path, gate: Gate, db_path: Path
) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        await named(pilot, "haberler")
        await settled(pilot, "enter")
        await reading(pilot, gate)
        await settled(pilot, "f2", "q")
        assert app.is_running
        assert any("Leave once more" in note.message for note in app._notifications)
        gate.open.set()
        await pilot.press("q")
    with open_store(db_path) as store:
        assert store.integrity() == []


@pytest.mark.tries(
    "import.down", "import.up", "import.page_down", "import.page_up", "import.first", "import.last"
)
async def test_the_report_scrolls(make_app: MakeApp, folder: Path) -> None:
    for number in range(40):
        (folder / f"bad{number}.txt").write_bytes(b"")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await named(pilot, "haberler")
        await settled(pilot, "down")
        assert any("nothing to scroll" in note.message for note in app._notifications)
        screen.query_one("#path", Input).value = "haberler"
        await settled(pilot, "ctrl+s")
        await over(pilot)
        await settled(pilot, "pagedown", "j", "j")
        assert screen._pane.scroll_offset.y > 2
        await settled(pilot, "k", "k", "pageup")
        assert screen._pane.scroll_offset.y == 0
        await settled(pilot, "end")
        assert screen._pane.scroll_offset.y == screen._pane.max_scroll_y > 2
        await settled(pilot, "home")
        assert screen._pane.scroll_offset.y == 0


async def test_stop_says_that_nothing_runs(make_app: MakeApp, folder: Path) -> None:
    app = make_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await named(pilot, "haberler")
        await settled(pilot, "enter")
        await over(pilot)
        await settled(pilot, "s")
        assert any("No import is running" in note.message for note in app._notifications)
        assert screen.run is not None


def test_every_action_is_tried() -> None:
    assert untried("import", marked(__name__, "import")) == set()


class Stood:
    """An import that stands still, for its picture."""

    running = True
    stopping = False
    error = None
    result: Result | None = None
    seconds = 12.0
    standing = Standing("reading", 12, 40, "liman-yangini.txt", 12.0, 10, 123, 1, ())

    def stop(self) -> None:
        """Nothing runs."""

    def join(self, seconds: float | None = None) -> None:
        """Nothing runs."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scene", ["form", "running"])
def test_screen(
    snap_compare: Callable[..., bool], make_app: MakeApp, scene: str, size: tuple[int, int], language: str
) -> None:
    app = make_app(language=language)
    if scene == "running":
        app.desk.importing = Stood()  # type: ignore[assignment]

    async def act(pilot: Pilot[Any]) -> None:
        await settled(pilot, "f4")

    assert snap_compare(app, terminal_size=size, run_before=act)

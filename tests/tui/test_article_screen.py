"""The article screen: each action of its place, by keyboard and by mouse, and what it looks like."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from acting import LANGUAGES, SIZES, settled, untried
from article_material import claims, imported, opened
from textual.pilot import Pilot
from textual.widgets import Input

from workbench.decisions import corrections, verdicts
from workbench.errors import StoreError
from workbench.models import Claim
from workbench.reviewing import decide
from workbench.store import open_store
from workbench.tui import outside
from workbench.tui.app import ReviewApp
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.event import EventScreen
from workbench.tui.screens.prompts import Prompt
from workbench.tui.widgets.claim_panel import ClaimPanel

MakeApp = Callable[..., ReviewApp]
Check = Callable[[ArticleScreen, Path], object]
AT = "2026-02-10T08:00:00.000000+00:00"


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return imported(tmp_path_factory.mktemp("read once"))


@pytest.fixture
def path(tmp_path: Path, read_once: Path) -> Path:
    return Path(copyfile(read_once, tmp_path / "articles.db"))


@pytest.fixture
def own_cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "workbench"


def screen_of(pilot: Pilot[Any]) -> ArticleScreen:
    return next(one for one in reversed(pilot.app.screen_stack) if isinstance(one, ArticleScreen))


async def start(pilot: Pilot[Any], path: Path) -> ArticleScreen:
    await settled(pilot)
    pilot.app.push_screen(opened(path))
    await settled(pilot)
    return screen_of(pilot)


async def typed(pilot: Pilot[Any], text: str) -> None:
    """Answers the question that is asked."""
    assert isinstance(pilot.app.screen, Prompt)
    pilot.app.screen.query_one(Input).value = text
    await settled(pilot, "enter")


def said(screen: ArticleScreen) -> str:
    return str(screen.query_one("#message").render())


def at_cursor(screen: ArticleScreen) -> str:
    return screen.text[screen.cursor :][:12]


def words(screen: ArticleScreen) -> str:
    low, high = screen.selected or (0, 0)
    return screen.text[low:high]


def corrected(path: Path) -> list[Claim]:
    return [one for one in claims(path) if one.corrected_by]


HURT = "2 Şubat 2026'da Akçakum limanında çıkan yangında 14 işçi yaralandı."

# What is pressed, and what is so then; "=text" answers a question.
CASES: dict[str, tuple[str, Check]] = {
    "correct": ("enter", lambda s, _: s.row is not None and s.row.field == "extent"),
    "reject": ("x", lambda s, p: HURT not in [one.text for one in claims(p)]),
    "select": ("space right right", lambda s, _: words(s) == "14 işçi yaralandı."),
    "make": ("right space right m", lambda s, p: [one.text for one in corrected(p)] == ["işçi yaralandı."]),
    "reason": ("r =kötü_okunmuş x", lambda s, p: last(p).note == "kötü_okunmuş"),
    "undo": ("x u", lambda s, p: HURT in [one.text for one in claims(p)]),
    "details": ("i 1 =Limanda_yangın", lambda s, _: s.article and s.article.source.title == "Limanda_yangın"),
    "remove": ("X =hiciv", lambda s, p: (claims(p), last(p).kind, last(p).note) == ([], "remove", "hiciv")),
    "redo": ("x u U", lambda s, p: HURT not in [one.text for one in claims(p)]),
    "back": ("enter escape space escape", lambda s, _: (s.row, s.selected) == (None, None) and s.is_attached),
    "next_claim": ("c", lambda s, _: s.claim is not None and s.claim.start > s.text.index(HURT)),
    "previous_claim": ("c C", lambda s, _: s.claim is not None and s.claim.text == HURT),
    "next_value": ("n", lambda s, _: (s.index, s.article and s.article.source.file) == (1, "sahil.txt")),
    "previous_value": ("n N", lambda s, _: (s.index, at_cursor(s)[:7]) == (0, "14 işçi")),
    "next_date": ("home t t", lambda s, _: at_cursor(s).startswith("5 Şubat'ta")),
    "previous_date": ("home t t T", lambda s, _: at_cursor(s).startswith("2 Şubat 2026")),
    "next_number": ("home s", lambda s, _: at_cursor(s).startswith("14 işçi")),
    "previous_number": ("home s s S", lambda s, _: at_cursor(s).startswith("14 işçi")),
    "fields": ("tab", lambda s, _: s.chosen == 0),
    "down": ("tab down down", lambda s, _: s.row is not None and s.row.field == "modality"),
    "up": ("tab down down up", lambda s, _: s.row is not None and s.row.field == "event_type"),
    "right": ("right", lambda s, _: at_cursor(s).startswith("işçi yaral")),
    "left": ("right left", lambda s, _: at_cursor(s).startswith("14 işçi")),
    "select_right": ("shift+right shift+right", lambda s, _: words(s) == "14 işçi"),
    "select_left": ("shift+right shift+right shift+left", lambda s, _: words(s) == "14"),
    "select_down": ("shift+down", lambda s, _: words(s) == HURT),
    "select_up": ("space shift+up", lambda s, _: words(s) == HURT[: HURT.index("14") + 2]),
    "screen_down": ("home pagedown", lambda s, _: s.cursor > 100),
    "screen_up": ("end pageup", lambda s, _: s.cursor < len(s.text) - 100),
    "top": ("home", lambda s, _: s.cursor == 0),
    "bottom": ("end", lambda s, _: s.cursor == len(s.text)),
    "find": ("slash =LIMAN", lambda s, _: s.text[slice(*(s.found or (0, 0)))].lower() == "liman"),
    "next_found": ("home slash =liman full_stop", lambda s, _: at_cursor(s).startswith("limanında")),
    "previous_found": ("home slash =liman full_stop comma", lambda s, _: s.found == (0, 5)),
    "names": ("a", lambda s, _: s.with_names),
    "event": ("e", lambda s, _: isinstance(s.app.screen, EventScreen)),
    "original": ("o", lambda s, _: "No viewer here" in said(s) and str(outside.cache()) in said(s)),
    "copy": ("y", lambda s, _: HURT in s.app.clipboard and "korfez.txt" in s.app.clipboard),
}  # fmt: skip


def last(path: Path) -> Any:
    with open_store(path) as store:
        return store.decisions()[-1]


@pytest.mark.parametrize("case", CASES)
async def test_every_action(path: Path, make_app: MakeApp, case: str) -> None:
    keys, check = CASES[case]
    app = make_app(path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await start(pilot, path)
        for key in keys.split():
            if key.startswith("="):
                await typed(pilot, key[1:])
            else:
                await settled(pilot, key)
        assert check(screen, path)


def test_every_action_is_tried() -> None:
    # Versions are gone through in test_article_versions.py.
    assert untried("article", CASES) == {"next_version", "previous_version"}


FIELDS = [
    pytest.param("event_type", "meeting", lambda c: c.event_type == "meeting", id="what happened"),
    pytest.param("modality", "planned", lambda c: c.modality == "planned", id="how far it got"),
    pytest.param("date", "2026-02-01", lambda c: c.date.start.day == 1, id="when"),
    pytest.param("place", "-", lambda c: c.place is None, id="where"),
    pytest.param("participants", "A; B", lambda c: c.participants == ("A", "B"), id="who"),
    pytest.param("speaker", "Vali", lambda c: c.speaker == "Vali", id="who says it"),
    pytest.param(".count", ">17", lambda c: c.quantities[0].modifier == "more_than", id="how many"),
    pytest.param(".counted", "sailor", lambda c: c.quantities[0].counted == "sailor", id="of what"),
    pytest.param(".side", "each", lambda c: c.quantities[0].side == "each", id="whose"),
]


@pytest.mark.parametrize(("field", "text", "so"), FIELDS)
async def test_a_field_is_corrected_in_place(
    path: Path, make_app: MakeApp, field: str, text: str, so: Callable[[Claim], bool]
) -> None:
    app = make_app(path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await start(pilot, path)
        await settled(pilot, "enter")
        while not (screen.row and screen.row.field.endswith(field)):
            await settled(pilot, "down")
        await settled(pilot, "enter")
        await typed(pilot, text)
        (claim,) = corrected(path)
        assert so(claim)
        assert screen.claim == claim
        assert "corrected" in said(screen)
        assert screen.row and screen.row.field.endswith(field)


async def test_a_number_that_is_none_is_taken_out(path: Path, make_app: MakeApp) -> None:
    app = make_app(path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await start(pilot, path)
        await settled(pilot, "enter")
        while not (screen.row and screen.row.field.endswith(".count")):
            await settled(pilot, "down")
        await settled(pilot, "x")
        (claim,) = corrected(path)
        assert (claim.text, claim.quantities) == (HURT, ())


async def test_a_row_is_chosen_with_the_mouse(path: Path, make_app: MakeApp) -> None:
    app = make_app(path)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await start(pilot, path)
        await pilot.click(ClaimPanel, offset=(20, 3))
        await settled(pilot)
        assert screen.row and screen.row.field == "modality"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_cannot_be_read_is_refused_where_it_was_typed(
    path: Path, make_app: MakeApp, language: str
) -> None:
    app = make_app(path, language=language)
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot, path)
        await settled(pilot, "enter", "down", "enter")
        await typed(pilot, "nothing such")
        prompt = app.screen
        assert isinstance(prompt, Prompt)
        error = str(prompt.query_one("#error").render())
        assert "✕" in error and {"en": "summit", "tr": "zirve"}[language] in error
        assert corrected(path) == []


async def test_how_far_it_got_is_typed_in_the_readers_language(path: Path, make_app: MakeApp) -> None:
    app = make_app(path, language="tr")
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot, path)
        await settled(pilot, "enter", "down", "down", "enter")
        await typed(pilot, "Yalanlandı")
        assert corrected(path)[0].modality == "denied"


async def test_a_selection_becomes_a_claim_whose_fields_are_there(path: Path, make_app: MakeApp) -> None:
    app = make_app(path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await start(pilot, path)
        screen.point(screen.text.index("gemilere"))
        await settled(pilot, "space", "right", "right", "enter")
        (made,) = corrected(path)
        assert made.text == "gemilere kapalı kaldı."
        assert screen.claim == made
        assert screen.row and screen.row.field == "event_type"


async def test_a_selection_that_is_a_claim_already_leads_to_it(path: Path, make_app: MakeApp) -> None:
    app = make_app(path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await start(pilot, path)
        await settled(pilot, "m", "enter")
        assert screen.row and screen.row.field == "extent"
        assert "already" in said(screen)
        assert corrected(path) == []


async def test_a_claim_is_given_other_words(path: Path, make_app: MakeApp) -> None:
    app = make_app(path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await start(pilot, path)
        await settled(pilot, "enter", "enter")
        assert words(screen) == HURT
        await settled(pilot, "left", "enter")
        (claim,) = corrected(path)
        assert claim.text == HURT.rsplit(" ", 1)[0]


async def test_the_corrections_are_listed_and_each_can_be_undone(path: Path, make_app: MakeApp) -> None:
    app = make_app(path)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await start(pilot, path)
        await settled(pilot, "x", "c", "x")
        listed = [row.entry for row in screen.rows if row.kind == "correction"]
        assert len(listed) == 2
        await settled(pilot, "tab")
        while not (screen.row and screen.row.entry == listed[1]):
            await settled(pilot, "down")
        await settled(pilot, "enter")
        assert HURT in [one.text for one in claims(path)]
        assert [row.entry for row in screen.rows if row.kind == "correction"] == listed[:1]


async def test_a_claim_that_decisions_rest_on_is_rejected_at_the_second_asking(
    path: Path, make_app: MakeApp
) -> None:
    with open_store(path) as store:
        (found,) = [one for one in store.discrepancies() if one.attribute == "count"]
        decide(store, verdicts.accept(found, 1, reviewer="Ali", at=AT))
    app = make_app(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot, path)
        await settled(pilot, "x")
        assert HURT in [one.text for one in claims(path)]
        assert any("Ali" in notice.message for notice in app._notifications)
        await settled(pilot, "x")
        assert HURT not in [one.text for one in claims(path)]


async def test_what_another_has_rejected_meanwhile_is_taken_up(path: Path, make_app: MakeApp) -> None:
    app = make_app(path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await start(pilot, path)
        claim, before = screen.claim, screen.cursor
        assert claim is not None
        with open_store(path) as store:
            decide(store, corrections.reject(claim, [], reviewer="Ali", at=AT))
        app.tell_screens()
        await settled(pilot)
        assert screen.claim != claim
        assert screen.cursor == before


async def test_a_text_whose_claims_cannot_be_read_is_still_shown(
    path: Path, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise StoreError("The database cannot be used", "claims are damaged", "Restore a copy.")

    monkeypatch.setattr("workbench.tui.screens.article_showing.read_article", broken)
    app = make_app(path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await start(pilot, path)
        assert HURT in screen.text
        assert any("claims are damaged" in notice.message for notice in app._notifications)
        await settled(pilot, "home", "right", "escape")
        assert not screen.is_attached


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        pytest.param("home down down enter", "There is no claim here", id="nothing to correct"),
        pytest.param("home down down x", "There is no claim here", id="nothing to reject"),
        pytest.param("N", "first passage", id="no passage before"),
        pytest.param("u", "Nothing was corrected", id="nothing to undo"),
        pytest.param("full_stop", "Nothing was looked for", id="nothing was looked for"),
    ],
)
async def test_what_cannot_be_done_says_why(path: Path, make_app: MakeApp, keys: str, why: str) -> None:
    app = make_app(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot, path)
        await settled(pilot, *keys.split())
        assert any(why in notice.message for notice in app._notifications)


async def test_a_word_is_pointed_at_and_a_stretch_is_drawn_with_the_mouse(
    path: Path, make_app: MakeApp
) -> None:
    app = make_app(path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await start(pilot, path)
        await settled(pilot, "home")
        line = screen.view.line_of(screen.text.index("2 Şubat 2026")) - screen.view.scroll_offset.y
        await pilot.click(screen.view, offset=(4 + 4, line))
        await settled(pilot)
        assert screen.text[screen.cursor - 4 :].startswith("2 Şubat 2026")
        await pilot.mouse_down(screen.view, offset=(4, line))
        await pilot.hover(screen.view, offset=(4 + 10, line))
        await pilot.mouse_up(screen.view, offset=(4 + 10, line))
        await settled(pilot)
        assert words(screen) == "2 Şubat 2026'da"


async def test_the_original_opens_outside_where_there_is_a_screen(
    path: Path, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, own_cache: Path
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(outside, "open_outside", lambda address: seen.append(address) or True)
    monkeypatch.setenv("DISPLAY", ":0")
    app = make_app(path)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await start(pilot, path)
        await settled(pilot, "o")
        assert "Opened" in said(screen)
    (address,) = seen
    assert address.startswith("file://") and address.endswith(".txt")
    (written,) = (own_cache / "originals").iterdir()
    assert written.read_text(encoding="utf-8").startswith("Liman yangınında bilanço")


@pytest.mark.parametrize(
    ("address", "page"),
    [
        pytest.param("https://example.org/a", True, id="a page"),
        pytest.param("file:///etc/passwd", False, id="a file"),
        pytest.param("javascript:alert(1)", False, id="a script"),
        pytest.param(None, False, id="none"),
    ],
)
def test_a_browser_is_sent_to_pages_only(address: str | None, page: bool) -> None:
    assert outside.is_page(address) is page


async def test_what_is_copied_is_in_a_file_too(path: Path, make_app: MakeApp, own_cache: Path) -> None:
    app = make_app(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot, path)
        await settled(pilot, "shift+right", "shift+right", "y")
    written = (own_cache / "clipboard.txt").read_text(encoding="utf-8")
    assert written == "14 işçi\n— Liman yangınında bilanço, 2026-02-03, korfez.txt\n"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_snapshot(
    path: Path, make_app: MakeApp, snap_compare: Any, size: tuple[int, int], language: str
) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        await start(pilot, path)

    assert snap_compare(make_app(path, language=language), terminal_size=size, run_before=run)


@pytest.mark.parametrize("language", LANGUAGES)
def test_snapshot_of_fields_and_corrections(
    path: Path, make_app: MakeApp, snap_compare: Any, language: str
) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        await start(pilot, path)
        await settled(pilot, "c", "x", "C", "enter", "down", "down", "enter")
        await typed(pilot, "planned")

    assert snap_compare(make_app(path, language=language), terminal_size=(120, 40), run_before=run)


def test_snapshot_of_a_selection(path: Path, make_app: MakeApp, snap_compare: Any) -> None:
    async def run(pilot: Pilot[Any]) -> None:
        await start(pilot, path)
        await settled(pilot, "shift+down", "shift+down")

    assert snap_compare(make_app(path), terminal_size=(80, 24), run_before=run)

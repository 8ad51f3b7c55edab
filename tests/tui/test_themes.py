"""Every theme can be read, and its colours of states stay apart for people who see fewer colours."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from acting import settled
from textual.color import Color
from textual.theme import Theme

from workbench.config import Settings
from workbench.errors import UsageError
from workbench.tui.app import ReviewApp
from workbench.tui.appearance import SEVERITIES, STATUSES, THEMES, VERDICTS
from workbench.tui.looks import looks_of

IN_FULL_COLOUR = [pytest.param(theme, id=theme.name) for theme in THEMES if not theme.ansi]
TEXT = 4.5
"""WCAG 2.1 AA: contrast of text."""
LESSER_TEXT = 3.0
"""WCAG 2.1: of large text and of what is not needed to read on."""


def luminance(color: Color) -> float:
    """Relative luminance after WCAG 2.1."""
    parts = [part / 255 for part in color.rgb]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    """Contrast ratio after WCAG 2.1, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", IN_FULL_COLOUR)
@pytest.mark.parametrize("ground", ["background", "surface", "panel"])
def test_text_can_be_read(theme: Theme, ground: str) -> None:
    behind = Color.parse(getattr(theme, ground))
    for name in ("foreground", "primary", "success", "warning", "error", "accent", "secondary"):
        assert contrast(Color.parse(getattr(theme, name)), behind) >= TEXT, name
    assert contrast(Color.parse(theme.variables["muted"]), behind) >= TEXT
    # Only what may be overlooked is faint.
    assert contrast(Color.parse(theme.variables["faint"]), Color.parse(theme.background)) >= LESSER_TEXT


@pytest.mark.parametrize(
    "looks",
    [
        pytest.param(SEVERITIES, id="severities"),
        pytest.param(VERDICTS, id="verdicts"),
        pytest.param(STATUSES, id="states"),
    ],
)
def test_no_state_is_told_by_colour_alone(looks: dict[str, object]) -> None:
    for one, other in combinations(looks.values(), 2):
        assert one.sign != other.sign  # type: ignore[attr-defined]
        assert one.word != other.word  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", [theme.name for theme in THEMES])
async def test_every_theme_can_be_chosen(make_app: Callable[..., ReviewApp], name: str) -> None:
    app = make_app(theme=name)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert app.current_theme.name == name
        await settled(pilot, "ctrl+t")
        assert app.current_theme.name != name


WRONG = [
    pytest.param({"interface": "xx"}, "No such language of the desk", id="language"),
    pytest.param({"theme": "pink"}, "No such theme", id="theme"),
]


@pytest.mark.parametrize(("settings", "title"), WRONG)
def test_looks_that_there_are_not(tmp_path, settings: dict[str, str], title: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UsageError) as caught:
        looks_of(Settings(tmp_path / "c.db", "Ayşe", **settings), {})
    assert caught.value.title == title


def test_the_setting_stands_above_the_locale(tmp_path) -> None:  # type: ignore[no-untyped-def]
    settings = Settings(tmp_path / "c.db", "Ayşe", interface="en")
    assert looks_of(settings, {"LANG": "tr_TR.UTF-8"}).language == "en"
    assert looks_of(None, {"LANG": "tr_TR.UTF-8"}).language == "tr"

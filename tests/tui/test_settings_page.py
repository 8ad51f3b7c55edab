"""docs/settings.md shows settings that work, and names what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workbench.config import VARIABLES, load_settings
from workbench.tui.actions import action_named, remap
from workbench.tui.appearance import THEMES
from workbench.tui.looks import looks_of

PAGE = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")


def test_the_file_that_the_page_shows_is_taken(tmp_path: Path) -> None:
    found = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert found
    path = tmp_path / "config.toml"
    path.write_text(found[1], encoding="utf-8")
    looks = looks_of(load_settings(environment={"WORKBENCH_CONFIG": str(path)}))
    remap(dict(looks.keys))
    assert (looks.language, looks.theme) == ("tr", "workbench-light")
    assert action_named("activity.in_effect").keys == ("f9",)


@pytest.mark.parametrize("name", [*VARIABLES, *(theme.name for theme in THEMES)])
def test_the_page_names_every_setting_and_theme(name: str) -> None:
    assert name in PAGE

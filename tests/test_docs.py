"""What people read must name what there is: commands, options, settings, export fields, keys."""

import re
from pathlib import Path
from typing import Any

import click
import pytest

from workbench.cli import main
from workbench.cli_export import WHATS, export
from workbench.config import CONFIG_VARIABLE, VARIABLES
from workbench.records.formats import csv
from workbench.records.rows import WHATS as ROW_WHATS
from workbench.records.writers import writers

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
FORMATS_PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def _commands(group: click.Group, above: str = "") -> dict[str, click.Command]:
    """Every command by its words, those of a group under the group's."""
    found = {}
    for name, one in group.commands.items():
        found[f"{above}{name}"] = one
        if isinstance(one, click.Group):
            found |= _commands(one, f"{above}{name} ")
    return found


COMMANDS = _commands(main)
NAMED = [("", main), *COMMANDS.items()]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_every_command(name: str) -> None:
    assert re.search(rf"`workbench {name}\b", README)


@pytest.mark.parametrize(("name", "command"), NAMED, ids=[name for name, _ in NAMED])
def test_help_has_an_example_that_begins_with_the_command(name: str, command: click.Command) -> None:
    help_text = command.help or ""
    assert "Examples:" in help_text
    examples = [line.strip() for line in help_text.split("Examples:")[1].splitlines() if line.strip()]
    assert examples and all(example.startswith("workbench") for example in examples)
    assert not name or any(f" {name}" in example for example in examples)


@pytest.mark.parametrize(("name", "command"), NAMED, ids=[name for name, _ in NAMED])
def test_every_option_has_help(name: str, command: click.Command) -> None:
    options = [one for one in command.params if isinstance(one, click.Option)]
    assert [one.name for one in options if not one.help] == []


def test_what_the_command_line_exports_is_all_that_is_exported() -> None:
    assert ROW_WHATS == WHATS


@pytest.mark.parametrize("name", writers())
def test_the_formats_page_and_the_help_name_every_format(name: str) -> None:
    (option,) = [one for one in export.params if one.name == "format_"]
    assert isinstance(option, click.Option)
    assert name in (option.help or "")
    assert f"`{name}`" in FORMATS_PAGE


@pytest.mark.parametrize("name", [*VARIABLES, *VARIABLES.values(), CONFIG_VARIABLE])
def test_the_readme_names_every_setting(name: str) -> None:
    assert f"`{name}`" in README


@pytest.mark.parametrize("what", WHATS)
def test_the_formats_page_names_every_field(what: Any) -> None:
    page = FORMATS_PAGE.split(f"### {what}")[1].split("\n#")[0]
    keys = {column.split(".")[0] for column in csv.COLUMNS[what]}
    assert {key for key in keys if f"`{key}`" not in page} == set()


def test_the_readme_names_the_keys_of_the_screen() -> None:
    from workbench.tui.actions import actions_of

    shown = [one.main_key for one in actions_of("queue") if one.rank > 0]
    assert [key for key in shown if f"`{key.lower()}`" not in README.lower()] == []


@pytest.mark.parametrize(
    "page", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md")), ids=lambda p: p.name
)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not link.endswith(".svg") and not (page.parent / link).exists()] == []

"""docs/languages.md says what a pack must give, and names only keys that there are."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from workbench.languages.loader import FILES

PAGE = (Path(__file__).parents[2] / "docs" / "languages.md").read_text(encoding="utf-8")
WORDS = frozenset(
    {
        "en",
        "seien",
        "verbs",
        "person",
        "ordinal",
        "distributive",
        "possessive",
        "general",
        "triggers",
        "nouns",
    }
)
"""Words in the page's code that are no keys of a file: values, kinds, keys of a table's entry."""


def keys_of(schema: type[msgspec.Struct]) -> set[str]:
    return {field.name for field in msgspec.structs.fields(schema)}


@pytest.mark.parametrize("name", FILES)
def test_the_guide_says_what_a_pack_must_give(name: str) -> None:
    line = re.search(rf"^\| `{name}\.toml` \| (.*) \|$", PAGE, re.MULTILINE)
    assert line is not None
    required = {field.name for field in msgspec.structs.fields(FILES[name]) if field.required}
    assert set(re.findall(r"`\[{0,2}(\w+)\]{0,2}`", line[1])) == required


def test_the_guide_names_only_keys_that_there_are() -> None:
    steps = PAGE.split("## File by file")[1].split("## Testing it")[0]
    named = set(re.findall(r"`\[{0,2}([a-z]+(?:_[a-z]+)*)\]{0,2}(?: = [^`]*)?`", steps))
    known = {key for schema in FILES.values() for key in keys_of(schema)}
    assert named - known - WORDS == set()

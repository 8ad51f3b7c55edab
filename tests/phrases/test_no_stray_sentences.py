"""Rooms that tell a reader why say it by phrases: no sentence stands in their code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import workbench

PACKAGE = Path(workbench.__file__).parent
EVENTS = ("likeness", "barriers", "parties", "stages", "outlines")
FILES = [
    *sorted((PACKAGE / "discrepancies").glob("*.py")),
    *(PACKAGE / "events" / f"{name}.py" for name in EVENTS),
]
SENTENCE = re.compile(r"\b[a-z]+,? [a-z]+,? [a-z]+\b")
"""Three words in a row: no name of a rule, key or query is as long."""
NOT_TOLD = frozenset(
    {"denies=that it took place", "denies=that it did it", "ready to be handed over", "day of month"}
)
"""Aspects, by the values that language packs give them, and the name of a query."""


def texts(tree: ast.Module) -> Iterator[str]:
    """The constants of a module, those of f-strings included, without its docstrings."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


@pytest.mark.parametrize("file", [pytest.param(file, id=f"{file.parent.name}/{file.stem}") for file in FILES])
def test_no_sentence_stands_outside_the_phrases(file: Path) -> None:
    found = set(texts(ast.parse(file.read_text(encoding="utf-8")))) - NOT_TOLD
    assert sorted(text for text in found if SENTENCE.search(text)) == []


def test_a_sentence_would_be_found() -> None:
    tree = ast.parse('"""A docstring is no sentence."""\nwhy = f"{a} and that is why {b}"')
    assert [text for text in texts(tree) if SENTENCE.search(text)] == [" and that is why "]

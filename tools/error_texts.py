"""Reads out of the code what errors say, so that the desk can say it in the reader's language.

Texts without values are translated as they stand. One with values must be a phrase
(`workbench/phrases/errors.py`), so that it can be found again: `with_values` finds those that are not.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

_ERROR = "Error"
_ENGLISH = ("cli", "config.py", "errors.py", "languages", "serving")
"""How the paths of modules begin whose errors only the command line shows; it speaks English."""


@dataclass(frozen=True, slots=True)
class ErrorText:
    """What an error says: its text, or that of an f-string with an ellipsis for each value."""

    file: Path
    text: str
    has_values: bool


def error_texts(package: Path) -> Iterator[ErrorText]:
    """Titles, details and hints of the errors that the desk may show."""
    for file in sorted(package.rglob("*.py")):
        if not file.relative_to(package).as_posix().startswith(_ENGLISH):
            yield from _in_module(file, ast.parse(file.read_text(encoding="utf-8")))


def with_values(package: Path) -> list[str]:
    """Where an error says a sentence with values that is no phrase."""
    return [
        f"{one.file.relative_to(package)}: {one.text}"
        for one in error_texts(package)
        if one.has_values and any(part.isalpha() for part in one.text.split())
    ]


def _in_module(file: Path, tree: ast.Module) -> Iterator[ErrorText]:
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    makers = {
        node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and _makes_error(node)
    }
    own = {id(call) for node in ast.walk(tree) if _is_error(node) for call in ast.walk(node)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if _named(node.func, makers) or (id(node) in own and ast.unparse(node.func) == "super().__init__"):
            for given in node.args:
                said = constants.get(given.id, given) if isinstance(given, ast.Name) else given
                yield from _texts(file, said)


def _makes_error(node: ast.AST) -> TypeGuard[ast.FunctionDef]:
    """True for a function that gives an error: its callers say what the error says."""
    returned = node.returns if isinstance(node, ast.FunctionDef) else None
    return isinstance(returned, ast.Name) and returned.id.endswith(_ERROR)


def _is_error(node: ast.AST) -> bool:
    """True for a kind of error, which says some of its texts itself."""
    return isinstance(node, ast.ClassDef) and node.name.endswith(_ERROR)


def _named(called: ast.expr, makers: set[str]) -> bool:
    name = (
        called.id
        if isinstance(called, ast.Name)
        else called.attr
        if isinstance(called, ast.Attribute)
        else ""
    )
    own = name.endswith(_ERROR) and not hasattr(builtins, name)
    return own or name in makers


def _texts(file: Path, said: ast.expr) -> Iterator[ErrorText]:
    match said:
        case ast.Constant(value=str(text)) if text:
            yield ErrorText(file, text, has_values=False)
        case ast.JoinedStr(values=parts):
            literal = [str(p.value) if isinstance(p, ast.Constant) else "…" for p in parts]
            yield ErrorText(file, "".join(literal), has_values=True)
        case ast.IfExp(body=one, orelse=other):
            yield from _texts(file, one)
            yield from _texts(file, other)

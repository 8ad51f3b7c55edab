"""Libraries that only some formats need: installed by an extra, and asked for where they are missing."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any

from workbench.errors import SourceError
from workbench.sources.documents import Document

_PACKAGES = {"docx": "python-docx"}
"""Packages that are not called as the module that they bring."""


def needs(module: str, extra: str, document: Document) -> Any:
    """The module, for a reader that cannot do without. Raises SourceError naming the extra that has it."""
    try:
        found: ModuleType = import_module(module)
    except ImportError as error:
        top = module.partition(".")[0]
        detail = f"{document.name} needs {_PACKAGES.get(top, top)}"
        hint = f"pip install 'workbench[{extra}]'"
        raise SourceError("A part is not installed", detail, hint) from error
    return found

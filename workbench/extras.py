"""Libraries that only some formats need: installed by an extra, and asked for where they are missing."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any

from workbench.errors import MissingPackageError

_PACKAGES = {"docx": "python-docx", "xlsxwriter": "XlsxWriter"}
"""Packages that are not called as the module that they bring."""


def needs(module: str, extra: str, who: str) -> Any:
    """The module, which `who` cannot do without. Raises MissingPackageError naming the extra that has it."""
    try:
        found: ModuleType = import_module(module)
    except ImportError as error:
        top = module.partition(".")[0]
        detail = f"{who} needs {_PACKAGES.get(top, top)}"
        hint = f"pip install 'workbench[{extra}]'"
        raise MissingPackageError("A part is not installed", detail, hint) from error
    return found

"""Libraries that only some formats need: installed by an extra, and asked for where they are missing."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any

from workbench.errors import MissingPackageError, WorkbenchError

_PACKAGES = {"docx": "python-docx", "xlsxwriter": "XlsxWriter"}
"""Packages that are not called as the module that they bring."""


def needs(module: str, extra: str, who: str, error: type[WorkbenchError] = MissingPackageError) -> Any:
    """The module, for `who` cannot do without. Raises `error` naming the extra that has it."""
    try:
        found: ModuleType = import_module(module)
    except ImportError as missing:
        top = module.partition(".")[0]
        detail = f"{who} needs {_PACKAGES.get(top, top)}"
        raise error("A part is not installed", detail, f"pip install 'workbench[{extra}]'") from missing
    return found

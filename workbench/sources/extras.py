"""Libraries that only some formats of documents need."""

from __future__ import annotations

from typing import Any

from workbench import extras
from workbench.errors import MissingPackageError, SourceError
from workbench.sources.documents import Document


def needs(module: str, extra: str, document: Document) -> Any:
    """The module, for a reader that cannot do without. Raises SourceError naming the extra that has it."""
    try:
        return extras.needs(module, extra, document.name)
    except MissingPackageError as error:
        raise SourceError(error.title, error.detail, error.hint) from error

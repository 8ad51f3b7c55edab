"""The tables of this folder: TOML by a model that knows every key, TSV by its rows."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from typing import TypeVar

import msgspec

Table = TypeVar("Table")


def toml(name: str, model: type[Table]) -> Table:
    """A table of keys."""
    return msgspec.toml.decode(_text(name), type=model)


def tsv(name: str) -> Iterator[list[str]]:
    """The rows of a table, without its comments."""
    return (line.split("\t") for line in _text(name).splitlines() if not line.startswith("#"))


def _text(name: str) -> str:
    return resources.files("workbench.records.coding").joinpath(name).read_text("utf-8")

"""The registry of export formats: each is one module of `workbench.records.formats`, named here.

Others add theirs by an entry point of the group ``workbench.writers`` that names a module or an object with
the hook ``workbench_writers``; ours stand before theirs. A writer that fails to load is left out and named in
`broken()`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import cast

from workbench.errors import UsageError
from workbench.plug_ins import hookspec, offered
from workbench.records.rows import What
from workbench.records.writing import Writer

GROUP = "workbench.writers"
_BUILT_IN = (
    "jsonl",
    "json",
    "csv",
    "xlsx",
    "parquet",
    "sqlite",
    "markdown",
    "html",
    "ics",
    "claimreview",
    "ged",
    "acled",
    "prov",
)
"""Modules of `workbench.records.formats` in the order in which they are offered; each holds a `WRITER`."""


class Writers:
    """What a plug-in may offer."""

    @hookspec
    def workbench_writers(self) -> Sequence[Writer]:
        """Writers of further formats."""
        raise NotImplementedError


@cache
def _loaded() -> tuple[Mapping[str, Writer], Mapping[str, str]]:
    modules = (import_module(f"workbench.records.formats.{name}") for name in _BUILT_IN)
    ours = {writer.name: writer for writer in (cast("Writer", module.WRITER) for module in modules)}
    others = offered(GROUP, Writers, "workbench_writers")
    theirs = {writer.name: writer for writer in others.things if writer.name not in ours}
    return ours | theirs, others.broken


def writers() -> Mapping[str, Writer]:
    """All formats by name, in the order in which they are offered."""
    return _loaded()[0]


def broken() -> Mapping[str, str]:
    """Plug-ins that could not be loaded, by name, and why."""
    return _loaded()[1]


def writer_named(name: str, what: What) -> Writer:
    """The writer of a format. Raises UsageError where there is none, or it cannot write `what`."""
    found = writers().get(name)
    if found is None:
        raise UsageError("No such format", name, f"there are {', '.join(writers())}")
    if what not in found.whats:
        able = ", ".join(one.name for one in writers().values() if what in one.whats)
        held = " and ".join(found.whats)
        raise UsageError(f"{name} holds {held}", what, f"{what} can be written as {able}")
    return found

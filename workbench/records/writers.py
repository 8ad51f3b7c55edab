"""The registry of export formats: each is one module of `workbench.records.formats`, named here.

Others add theirs by an entry point of the group ``workbench.writers`` that names a module or an object with
the hook ``workbench_writers``; ours stand before theirs, also where a name is the same. One that breaks is
named (`workbench.plug_ins`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import cast

from workbench.errors import UsageError, WorkbenchError
from workbench.phrases import errors
from workbench.plug_ins import Offered, PlugIn, each_of, guarded, hookspec, lacks, offered
from workbench.records.rows import What
from workbench.records.writing import Export, Writer

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


_NEEDED = ("name", "ending", "media_type", "is_text", "write")


class _Guarded:
    """A writer of others: where it breaks, the export fails with its name."""

    def __init__(self, plug_in: PlugIn, writer: Writer) -> None:
        self._plug_in = plug_in
        self._writer = writer
        self.name = writer.name
        self.ending = writer.ending
        self.media_type = writer.media_type
        self.whats = tuple(writer.whats)
        self.is_text = writer.is_text

    def write(self, export: Export) -> Iterator[bytes]:
        """What it writes. Raises WorkbenchError where it breaks."""

        def failed(why: str) -> WorkbenchError:
            detail = errors.PLUG_IN_BROKE(file=self.name, name=self._plug_in.name, text=why)
            return WorkbenchError("A plug-in broke", detail, "Tell whoever made it.")

        with guarded(self._plug_in, failed):
            yield from each_of((bytes,), self._writer.write(export))


@cache
def plugged() -> Offered:
    """The plug-ins that write, those that could not be loaded among them."""
    return offered(GROUP, Writers, "workbench_writers", lambda one: lacks(one, _NEEDED, ("whats",)))


def _built_in(name: str) -> Writer:
    return cast("Writer", import_module(f"workbench.records.formats.{name}").WRITER)


@cache
def _loaded() -> Mapping[str, Writer]:
    ours = {one.name: one for one in map(_built_in, _BUILT_IN)}
    theirs: dict[str, Writer] = {
        writer.name: _Guarded(plug_in, writer) for plug_in, writer in plugged().named
    }
    return ours | {name: one for name, one in theirs.items() if name not in ours}


def writers() -> Mapping[str, Writer]:
    """All formats by name, in the order in which they are offered."""
    return _loaded()


def writer_named(name: str, what: What) -> Writer:
    """The writer of a format. Raises UsageError where there is none, or it cannot write `what`."""
    # One of ours is found without loading all others.
    found = _built_in(name) if name in _BUILT_IN else writers().get(name)
    if found is None:
        raise UsageError("No such format", name, f"there are {', '.join(writers())}")
    if what not in found.whats:
        able = ", ".join(one.name for one in writers().values() if what in one.whats)
        held = " and ".join(found.whats)
        raise UsageError(f"{name} holds {held}", what, f"{what} can be written as {able}")
    return found

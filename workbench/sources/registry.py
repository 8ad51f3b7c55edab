"""The readers that there are, and which of them reads a document.

Others add theirs by an entry point of the group ``workbench.readers`` that names a module or an object with
the hook ``workbench_readers``; theirs are asked before ours. One that breaks is named (`workbench.plug_ins`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast, get_args

from workbench.errors import SourceError
from workbench.phrases import errors
from workbench.plug_ins import Offered, PlugIn, broke, each_of, guarded, hookspec, lacks, offered
from workbench.sources.documents import Document, Found, Limits

GROUP = "workbench.readers"

_BUILT_IN = (
    "record",
    "pdf",
    "docx",
    "warc",
    "archives",
    "gzipped",
    "mhtml",
    "mail",
    "mbox",
    "feeds",
    "sitemaps",
    "html",
    "delimited",
    "json_tables",
    "text",
)
"""Modules of `workbench.sources.readers` in the order in which they are asked; each holds a `READER`.

The last one reads whatever is text.
"""


class Reader(Protocol):
    """Reads documents of one format. It imports what it needs when it reads."""

    name: str
    """How the format is called ("html"): sources remember it, to be read again."""
    endings: tuple[str, ...]
    """Endings of file names, in small letters with the dot; a folder is searched for all of them."""
    media_types: tuple[str, ...]
    holds_many: bool
    """True for what holds documents or many articles: it is gone through piece by piece."""

    def recognises(self, head: bytes) -> bool:
        """True where the first bytes say that a document is of this format."""
        ...

    def read(self, document: Document, limits: Limits) -> Iterator[Found]:
        """What is in a document, in its order. Raises SourceError where it cannot be read."""
        ...


class Readers:
    """What a plug-in may offer."""

    @hookspec
    def workbench_readers(self) -> Sequence[Reader]:
        """Readers of further formats."""
        raise NotImplementedError


_NEEDED = ("name", "holds_many", "recognises", "read")
_TUPLES = ("endings", "media_types")


class _Guarded:
    """A reader of others: where it breaks, it reads nothing, and is named."""

    def __init__(self, plug_in: PlugIn, reader: Reader) -> None:
        self._plug_in = plug_in
        self._reader = reader
        self.name = reader.name
        self.endings = tuple(reader.endings)
        self.media_types = tuple(reader.media_types)
        self.holds_many = reader.holds_many

    def recognises(self, head: bytes) -> bool:
        """What it says itself; False where it breaks."""
        try:
            return bool(self._reader.recognises(head))
        except Exception as error:
            broke(self._plug_in, error)
            return False

    def read(self, document: Document, limits: Limits) -> Iterator[Found]:
        """What it finds. Raises SourceError where it breaks: another reader would only guess."""

        def failed(why: str) -> SourceError:
            detail = errors.PLUG_IN_BROKE(file=document.name, name=self._plug_in.name, text=why)
            return SourceError("A plug-in broke", detail, "Tell whoever made it.")

        with guarded(self._plug_in, failed):
            yield from each_of(get_args(Found), self._reader.read(document, limits))


@cache
def plugged() -> Offered:
    """The plug-ins that read, those that could not be loaded among them."""
    return offered(GROUP, Readers, "workbench_readers", lambda one: lacks(one, _NEEDED, _TUPLES))


@cache
def _loaded() -> tuple[Reader, ...]:
    theirs = (_Guarded(plug_in, reader) for plug_in, reader in plugged().named)
    modules = (import_module(f"workbench.sources.readers.{name}") for name in _BUILT_IN)
    return (*theirs, *(cast("Reader", module.READER) for module in modules))


def readers() -> tuple[Reader, ...]:
    """All readers, in the order in which they are asked."""
    return _loaded()


def endings() -> tuple[str, ...]:
    """The endings of file names that some reader claims."""
    return tuple(dict.fromkeys(ending for reader in readers() for ending in reader.endings))


def reader_named(name: str) -> Reader:
    """The reader of a format. Raises SourceError where there is none."""
    for reader in readers():
        if reader.name == name:
            return reader
    raise SourceError("No reader", errors.NOBODY_READS(text=name), "Install the plug-in that read it.")


def reader_for(document: Document) -> Reader:
    """Whoever recognises the first bytes, else claims the media type, else the ending, else text."""
    head = document.head
    for reader in readers():
        if reader.recognises(head):
            return reader
    media_type = document.media_type.partition(";")[0].strip().lower()
    name = document.name.lower()
    return next(
        (reader for reader in readers() if media_type in reader.media_types),
        next((reader for reader in readers() if name.endswith(reader.endings)), readers()[-1]),
    )


def read(document: Document, limits: Limits) -> Iterator[Found]:
    """What is in a document. Raises SourceError where it cannot be read."""
    yield from reader_for(document).read(document, limits)

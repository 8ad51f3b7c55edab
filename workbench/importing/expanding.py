"""Goes through what was named until only articles, and documents that are one, are left."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from workbench.errors import SourceError, WorkbenchError
from workbench.phrases import errors
from workbench.sources.columns import Columns
from workbench.sources.documents import (
    LIMITS,
    Address,
    Article,
    Document,
    Fetcher,
    Found,
    Limits,
    PassedOver,
    Unchanged,
    Unread,
)
from workbench.sources.registry import reader_for

Leaf = Document | Article | Unread | Unchanged | PassedOver
"""What is left: a document to read as it is, an article that was in one, a failure, nothing to do."""
_AHEAD = 24
"""Addresses that are fetched before their turn: a server that is slow keeps no other waiting."""


@dataclass(frozen=True, slots=True)
class Options:
    """How an import goes about its work. Without a `fetcher` nothing is had from the network.

    ``follow`` says whether the addresses in a feed or a list are fetched, too: None, where that was fetched
    itself. What came as a file reaches for the network only where the user says so. `workers` is how many
    processes read: by default as many as there are cores.
    """

    limits: Limits = LIMITS
    fetcher: Fetcher | None = None
    follow: bool | None = None
    workers: int | None = None
    columns: Columns = ()
    """Which column of a table holds what, where the user has said so."""

    def within(self, document: Document) -> Options:
        """The options for what stands in a document."""
        follow = document.retrieval is not None if self.follow is None else self.follow
        return self if follow else replace(self, fetcher=None)


class _Taken:
    """How much one thing has given, with all that stands in it however deep: archives multiply."""

    def __init__(self) -> None:
        self._documents = 0
        self._bytes = 0

    def add(self, one: Found, of: str, limits: Limits) -> None:
        """Counts what was found in the document called `of`. Raises SourceError where that is too much."""
        self._documents += 1
        if isinstance(one, Document) and isinstance(one.payload, bytes):
            self._bytes += len(one.payload)
        if self._documents > limits.members:
            detail = errors.HOLDS_TOO_MANY(file=of, number=f"{limits.members:,}")
            raise SourceError("Too many", detail, "Import it in parts.")
        if self._bytes > limits.expanded:
            detail = errors.UNPACKS_TO(file=of, number=f"{limits.expanded // 1_000_000:,}")
            raise SourceError("Too large", detail, "Import it in parts.")


def expand(found: Found, options: Options) -> Iterator[Leaf]:
    """The leaves of one thing, in its order; what cannot be read is `Unread` and stops nothing else."""
    yield from _expand(found, options, _Taken())


def _expand(found: Found, options: Options, taken: _Taken) -> Iterator[Leaf]:
    try:
        match found:
            case Address():
                yield from _behind(found, options, taken)
            case Document() if reader_for(found).holds_many:
                yield from _inside(found, options, taken)
            case _:
                yield found
    except Exception as error:
        yield unread(found.url if isinstance(found, Address) else found.name, error)


def unread(name: str, error: Exception) -> Unread:
    """What could not be gone through or read, and why.

    Other people's documents may hit a fault that nobody foresaw: the others must still come in.
    """
    if isinstance(error, WorkbenchError):
        return Unread(name, error)
    if isinstance(error, MemoryError):
        return Unread(
            name, SourceError("Takes too much memory", name, "Save the article as plain text, alone.")
        )
    detail = f"{name}: {type(error).__name__}: {error}"
    return Unread(name, SourceError("Cannot be read", detail, "This is a fault of workbench: report it."))


def _inside(document: Document, options: Options, taken: _Taken) -> Iterator[Leaf]:
    if document.inside >= options.limits.inside:
        detail = f"{document.name} stands in {document.inside} others"
        raise SourceError("Too deep", detail, "Unpack it, and import what is in it.")
    options = options.within(document)
    document = replace(document, columns=options.columns)
    inside = ahead(reader_for(document).read(document, options.limits), options.fetcher)
    for one in inside:
        taken.add(one, document.name, options.limits)
        yield from _expand(one, options, taken)


def _behind(address: Address, options: Options, taken: _Taken) -> Iterator[Leaf]:
    if options.fetcher is None:
        if address.instead is None:
            raise SourceError("Not fetched", address.url, "Name it in `workbench import` to fetch it.")
        yield address.instead
        return
    fetched = options.fetcher.fetch(address)
    if isinstance(fetched, Unchanged):
        yield fetched
    else:
        yield from _expand(replace(fetched, inside=address.inside), options, taken)


def ahead(found: Iterable[Found], fetcher: Fetcher | None) -> Iterator[Found]:
    """These in their order, addresses named to the fetcher before it is their turn."""
    if fetcher is None:
        yield from found
        return
    waiting: deque[Found] = deque()
    try:
        for one in found:
            if isinstance(one, Address):
                fetcher.expect(one)
            waiting.append(one)
            if len(waiting) > _AHEAD:
                yield waiting.popleft()
    except WorkbenchError:
        # What stands before the place that cannot be read is read all the same.
        yield from waiting
        raise
    yield from waiting

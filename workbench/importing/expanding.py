"""Goes through what was named until only articles, and documents that are one, are left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.errors import SourceError, WorkbenchError
from workbench.sources.documents import LIMITS, Address, Article, Document, Fetcher, Found, Limits, Unread
from workbench.sources.registry import reader_for

Leaf = Document | Article | Unread
"""What is left: a document that a reader reads as it is, an article that was in one, or a failure."""


@dataclass(frozen=True, slots=True)
class Options:
    """How an import goes about its work. Without a `fetcher` nothing is had from the network."""

    limits: Limits = LIMITS
    fetcher: Fetcher | None = None


def expand(found: Found, options: Options) -> Iterator[Leaf]:
    """The leaves of one thing, in its order; what cannot be read is `Unread` and stops nothing else."""
    try:
        match found:
            case Address():
                yield from _behind(found, options)
            case Document() if reader_for(found).holds_many:
                yield from _inside(found, options)
            case _:
                yield found
    except WorkbenchError as error:
        yield Unread(found.url if isinstance(found, Address) else found.name, error)


def _inside(document: Document, options: Options) -> Iterator[Leaf]:
    if document.inside >= options.limits.inside:
        detail = f"{document.name} stands in {document.inside} others"
        raise SourceError("Too deep", detail, "Unpack it, and import what is in it.")
    for number, one in enumerate(reader_for(document).read(document, options.limits)):
        if number >= options.limits.members:
            detail = f"{document.name} holds over {options.limits.members:,} documents"
            raise SourceError("Too many", detail, "Import it in parts.")
        yield from expand(one, options)


def _behind(address: Address, options: Options) -> Iterator[Leaf]:
    if options.fetcher is None:
        if address.instead is None:
            raise SourceError("Not fetched", address.url, "Name it in `workbench import` to fetch it.")
        yield address.instead
        return
    document = options.fetcher.fetch(address)
    yield from expand(replace(document, inside=address.inside), options)

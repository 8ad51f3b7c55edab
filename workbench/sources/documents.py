"""What an import works on: documents as they came, addresses, and the articles that are read from them."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol

from workbench.errors import SourceError, WorkbenchError
from workbench.models import DateSign, Retrieval

_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of hostile input is taken in, so that nothing fills memory or never ends."""

    document: int = 64_000_000
    """Bytes of one document that is read as an article."""
    text: int = 1_500_000
    """Characters of one article, without markup: a long novel. Claims take some 200 bytes a character."""
    members: int = 200_000
    """Documents in one archive, feed or table."""
    expanded: int = 4_000_000_000
    """Bytes that all members of one archive come to."""
    inside: int = 3
    """How deep archives may stand in archives."""


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Known:
    """What is told of an article beside its text: by its page's metadata, a feed's entry, a table's row."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    signs: tuple[DateSign, ...] = ()

    def over(self, other: Known) -> Known:
        """These facts, with those of `other` where one is lacking; the signs of both, these first."""
        return Known(
            self.title or other.title,
            self.publisher or other.publisher,
            self.author or other.author,
            self.url or other.url,
            self.language or other.language,
            tuple(dict.fromkeys((*self.signs, *other.signs))),
        )


@dataclass(frozen=True, slots=True)
class Document:
    """Bytes that came from somewhere, not yet read. `payload` is they, or the file that holds them.

    ``name`` is how it is shown; what stands in an archive is named ``archive.zip/folder/page.html``.
    ``inside`` is how many archives it stands in.
    """

    name: str
    payload: bytes | Path = field(repr=False)
    media_type: str = ""
    known: Known = Known()
    inside: int = 0
    retrieval: Retrieval | None = None
    columns: tuple[tuple[str, str], ...] = ()
    """Where it is or holds a table: which column the user has said to hold what."""

    def open(self) -> BinaryIO:
        """The bytes as a stream from the beginning. Raises SourceError where the file cannot be opened."""
        if isinstance(self.payload, bytes):
            return io.BytesIO(self.payload)
        try:
            return self.payload.open("rb")
        except (OSError, ValueError) as error:
            raise unreadable(self.payload, error) from error

    @property
    def head(self) -> bytes:
        """Its first bytes, by which a format is known."""
        with self.open() as stream:
            return stream.read(_HEAD)

    def data(self, limits: Limits) -> bytes:
        """All bytes. Raises SourceError where they cannot be read or are more than a document may have."""
        if isinstance(self.payload, bytes):
            if len(self.payload) > limits.document:
                raise too_large(self.name, limits.document)
            return self.payload
        with self.open() as stream:
            try:
                data = stream.read(limits.document + 1)
            except OSError as error:
                raise unreadable(self.payload, error) from error
        if len(data) > limits.document:
            raise too_large(self.name, limits.document)
        return data

    def member(self, name: str, data: bytes, *, media_type: str = "", known: Known | None = None) -> Document:
        """A document that stands in this one."""
        return replace(
            self,
            name=f"{self.name}/{name}",
            payload=data,
            media_type=media_type,
            known=(known or Known()).over(Known(publisher=self.known.publisher)),
            inside=self.inside + 1,
        )


@dataclass(frozen=True, slots=True)
class Article:
    """An article that a reader has found. `original` are the bytes that `format` reads it from again.

    ``text`` is without markup, but still with furniture; ``encoding`` is that of the original's text.
    """

    name: str
    text: str
    original: bytes = field(repr=False)
    format: str
    encoding: str = "utf-8"
    known: Known = Known()
    notes: tuple[str, ...] = ()
    """What could not be had from it, for the user."""
    retrieval: Retrieval | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """A URL to fetch from. `known` is told of it already; `instead` is read where nothing is fetched."""

    url: str
    known: Known = Known()
    instead: Article | None = None
    inside: int = 0


@dataclass(frozen=True, slots=True)
class Unread:
    """What gave nothing, and why."""

    name: str
    error: WorkbenchError


@dataclass(frozen=True, slots=True)
class Unchanged:
    """What is in already, as the source of that id, and was not read again.

    ``retrieval`` is set where its server was asked, and said so.
    """

    name: str
    source: str
    retrieval: Retrieval | None = None


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Files of a folder or an archive that no reader reads, by the endings of their names ("" for none)."""

    name: str
    endings: tuple[tuple[str, int], ...]


Found = Document | Article | Address | Unread | PassedOver


class Fetcher(Protocol):
    """What gets documents from the network."""

    def expect(self, address: Address) -> None:
        """Says that `fetch` will be asked for this, so that it may begin; the order of both is the same."""
        ...

    def fetch(self, address: Address) -> Document | Unchanged:
        """The document behind an address, its `retrieval` with it. Raises SourceError saying why not."""
        ...


def passed_over(name: str, files: Iterable[str]) -> Iterator[PassedOver]:
    """What says that these files of a folder or an archive are not read; nothing where there are none."""
    counted = Counter(PurePosixPath(file).suffix.lower() for file in files)
    if counted:
        yield PassedOver(name, tuple(counted.most_common()))


def unreadable(path: Path, error: Exception) -> SourceError:
    """The error of a file that cannot be opened or read."""
    reason = getattr(error, "strerror", None) or type(error).__name__
    return SourceError("Cannot read the file", f"{path}: {reason}", "Check the name and the permissions.")


def too_large(name: str, limit: int) -> SourceError:
    """The error of a document that has more bytes than is read."""
    return SourceError(
        "Too large", f"{name} is over {limit // 1_000_000} MB", "Give the article alone, or raise --max-size."
    )


def only_article(found: Iterable[Found], name: str) -> Article:
    """The one article of what was found. Raises SourceError where there is none or more than one."""
    articles = []
    for one in found:
        if isinstance(one, Unread):
            raise one.error
        if isinstance(one, Article):
            articles.append(one)
    if len(articles) != 1:
        detail = f"{name} holds {len(articles)} articles" if articles else f"{name} holds no article"
        raise SourceError("Not one article", detail, "`workbench import` reads what holds several.")
    return articles[0]

"""Feeds: RSS, Atom, RDF and JSON Feed. Their entries are addresses, with the text that the feed has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workbench.errors import SourceError
from workbench.phrases import errors as words
from workbench.sources.documents import Address, Document, Found, Known, Limits, Unread
from workbench.sources.readers.html import charset_of
from workbench.sources.readers.record import article_of
from workbench.sources.stamps import sign_of
from workbench.sources.xml_text import root_name

_MOST = 16_000_000
"""Bytes of a feed: what is in it is held in memory as objects."""
_TEXT = 400
"""Characters from which a summary without a text beside it is read as the article."""
_JSON_FEED = b"jsonfeed.org/version"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed has of one article. `stamp` is when it was published, as the feed writes it."""

    title: str
    url: str
    stamp: str
    publisher: str
    author: str
    language: str
    html: str
    text: str = ""
    summary: bool = False
    """True where all that there is of its text is a summary."""

    @property
    def known(self) -> Known:
        sign = sign_of("feed", self.stamp)
        return Known(
            self.title or None,
            self.publisher or None,
            self.author or None,
            self.url or None,
            self.language or None,
            (sign,) if sign else (),
        )

    @property
    def fields(self) -> Mapping[str, object]:
        """Its record, to be read again (see `readers.record`)."""
        return {
            "title": self.title,
            "text": self.text,
            "html": "" if self.text else self.html,
            "url": self.url,
            "published": self.stamp,
            "published_by": "feed",
            "publisher": self.publisher,
            "author": self.author,
            "language": self.language,
        }


class FeedReader:
    """Gives an address for each entry, to be fetched, and its text where the feed has all of it."""

    name = "feed"
    endings = (".rss", ".atom", ".rdf", ".xml")
    media_types = (
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/xml",
        "text/xml",
    )
    holds_many = True

    def recognises(self, head: bytes) -> bool:
        """True where the outermost element is a feed's, or JSON names the version of its feed."""
        return root_name(head) in ("rss", "feed", "rdf") or (
            head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and _JSON_FEED in head
        )

    def read(self, document: Document, limits: Limits) -> Iterator[Found]:
        """Its entries in their order. Raises SourceError where it is no feed, or has none."""
        from workbench.sources import feed_entries

        data = document.data(limits)
        if len(data) > _MOST:
            detail = words.FEED_TOO_LARGE(file=document.name, number=str(_MOST // 1_000_000))
            raise SourceError("Too large", detail, "Import it in parts.")
        if _JSON_FEED in data[:4096] and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            entries: Iterable[Entry] = feed_entries.of_json(data, document.name)
        else:
            entries = feed_entries.of_xml(
                data, document.name, charset_of(document.media_type), document.known.url
            )
        empty = True
        for number, entry in enumerate(entries, start=1):
            empty = False
            yield _found(entry, f"{document.name}/{number}", document, limits)
        if empty:
            detail = words.NO_ENTRIES(file=document.name)
            raise SourceError("Nothing in the feed", detail, "Look whether its address has changed.")


def _found(entry: Entry, name: str, document: Document, limits: Limits) -> Found:
    article = None
    try:
        if entry.html or entry.text:
            article = article_of(name, entry.fields, limits, retrieval=document.retrieval)
    except SourceError as error:
        if not entry.url:
            return Unread(name, error)
    if article and entry.summary and len(article.text) < _TEXT:
        article = None
    if entry.url:
        return Address(entry.url, entry.known.over(document.known), article, document.inside + 1)
    if article:
        return article
    return Unread(name, SourceError("No text", words.ENTRY_WITHOUT(file=name), "Ask whoever makes the feed."))


READER = FeedReader()

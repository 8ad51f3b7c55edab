"""Sitemaps and indexes of sitemaps: addresses of a site's pages, with what news sitemaps tell of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.errors import SourceError
from workbench.phrases import errors as words
from workbench.sources.documents import Address, Document, Found, Known, Limits
from workbench.sources.readers.html import charset_of
from workbench.sources.stamps import sign_of
from workbench.sources.xml_text import root_name, xml_text

_LONGEST = 2_000
"""Characters of an address."""
_FED = 1 << 16
"""Characters that are parsed at a time."""
_PLACES = ("url", "sitemap")


class SitemapReader:
    """Gives an address for each page or sitemap. Days of change are not of publication: they are left."""

    name = "sitemap"
    endings: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    holds_many = True

    def recognises(self, head: bytes) -> bool:
        """True where the outermost element is a sitemap's."""
        return root_name(head) in ("urlset", "sitemapindex")

    def read(self, document: Document, limits: Limits) -> Iterator[Found]:
        """Its addresses in their order. Raises SourceError where there are none."""
        text = xml_text(document.data(limits), document.name, charset_of(document.media_type))
        empty = True
        for told in _places(text):
            address = _address(told, document)
            if address:
                empty = False
                yield address
        if empty:
            detail = words.NO_ADDRESSES(file=document.name)
            raise SourceError("Nothing in the sitemap", detail, "Look whether its address has changed.")


def _places(text: str) -> Iterator[Mapping[str, str]]:
    """What is told in each place, by the names of its elements without their namespaces."""
    from lxml import etree

    parser = etree.XMLPullParser(
        events=("end",), recover=True, resolve_entities=False, no_network=True, load_dtd=False
    )
    for begin in range(0, len(text), _FED):
        parser.feed(text[begin : begin + _FED].encode(errors="replace"))
        for _, element in parser.read_events():
            if isinstance(element.tag, str) and _local(element.tag) in _PLACES:
                yield {
                    _local(one.tag): (one.text or "").strip()
                    for one in reversed(list(element.iter()))
                    if isinstance(one.tag, str)
                }
                # What has been told would else be kept to the end.
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]


def _local(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2].lower()


def _address(told: Mapping[str, str], document: Document) -> Address | None:
    link = told.get("loc", "")
    if not link.lower().startswith(("http://", "https://")) or len(link) > _LONGEST:
        return None
    sign = sign_of("feed", told.get("publication_date", ""))
    known = Known(
        told.get("title") or None,
        told.get("name") or None,
        None,
        link,
        told.get("language") or None,
        (sign,) if sign else (),
    )
    return Address(link, known.over(document.known), None, document.inside + 1)


READER = SitemapReader()

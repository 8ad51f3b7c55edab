"""Web pages, as they are fetched or saved from a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message

from workbench.sources.documents import Article, Document, Found, Limits

_START = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


class HtmlReader:
    """Reads the article of a page; menus, comments, related stories and scripts are left out."""

    name = "html"
    endings = (".html", ".htm", ".xhtml", ".xht")
    media_types = ("text/html", "application/xhtml+xml")
    holds_many = False

    def recognises(self, head: bytes) -> bool:
        """True where a document type or an outer element of HTML comes first."""
        return bool(
            _START.match(head.replace(b"\x00", b"") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head)
        )

    def read(self, document: Document, limits: Limits) -> Iterator[Found]:
        """The one article of a page. Raises SourceError where there is no text in it."""
        from workbench.sources.webpages.page import read_page

        data = document.data(limits)
        url = document.retrieval.final_url if document.retrieval else document.known.url
        page = read_page(data, document.name, charset=charset_of(document.media_type), url=url)
        known = page.known.over(document.known)
        yield Article(
            document.name,
            page.text,
            data,
            self.name,
            page.encoding,
            known,
            page.notes,
            document.retrieval,
        )


def charset_of(media_type: str) -> str | None:
    """The charset that a media type names, if any ("text/html; charset=utf-8")."""
    message = Message()
    message["Content-Type"] = media_type
    return message.get_content_charset() or None


READER = HtmlReader()

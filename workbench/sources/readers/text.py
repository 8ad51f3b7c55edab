"""Plain text and Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.sources.decoding import decode
from workbench.sources.documents import Article, Document, Found, Limits


class TextReader:
    """Reads whatever is text; Markdown's signs stand as they are."""

    name = "text"
    endings = (".txt", ".text", ".md", ".markdown")
    media_types = ("text/plain", "text/markdown")
    holds_many = False

    def recognises(self, head: bytes) -> bool:
        """Nothing at the beginning of a text says that it is one."""
        return False

    def read(self, document: Document, limits: Limits) -> Iterator[Found]:
        """The one article of a text. Raises SourceError where it is none."""
        data = document.data(limits)
        text, encoding = decode(data, document.name)
        yield Article(
            document.name,
            text,
            data,
            self.name,
            encoding,
            document.known,
            retrieval=document.retrieval,
        )


READER = TextReader()

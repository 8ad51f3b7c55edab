"""One document packed with gzip."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator

from workbench.sources.documents import Document, Found, Limits, too_large
from workbench.sources.member_names import tidy_name
from workbench.sources.readers.archives import broken


class GzipReader:
    """Unpacks the document in a gzip file; it is named as the file is, without the ending."""

    name = "gzip"
    endings = (".gz",)
    media_types = ("application/gzip", "application/x-gzip")
    holds_many = True

    def recognises(self, head: bytes) -> bool:
        """The mark that every gzip file begins with."""
        return head.startswith(b"\x1f\x8b")

    def read(self, document: Document, limits: Limits) -> Iterator[Found]:
        """The one document. Raises SourceError where it is damaged or too large."""
        name = tidy_name(document.name).rpartition("/")[2]
        inner = name[: -len(".gz")] if name.lower().endswith(".gz") else name
        with document.open() as stream:
            try:
                with gzip.GzipFile(fileobj=stream) as packed:
                    data = packed.read(limits.document + 1)
            except (EOFError, OSError, zlib.error) as error:
                raise broken(document.name, error) from error
        if len(data) > limits.document:
            raise too_large(document.name, limits.document)
        yield document.member(inner or "document", data)


READER = GzipReader()

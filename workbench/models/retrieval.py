"""How articles were had from the network."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Retrieval:
    """How a document was had from the network, kept as evidence.

    ``url`` is the address that was asked for, ``final_url`` the one that answered after all redirects. ``at``
    is an ISO 8601 timestamp with zone; ``headers`` are the response's, in order, as they came; ``sha256`` is
    the hash of the body after its transfer and content coding were undone; ``warc`` is the compressed WARC
    record, with those of the redirects before it. A ``status`` of 304 says that the document of this hash
    was still the same.
    """

    url: str
    final_url: str
    at: str
    status: int
    headers: tuple[tuple[str, str], ...]
    sha256: str
    warc: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Held:
    """An article that is in already, by the address it was had from; `file` is its name.

    ``etag`` and ``modified`` are what the server last called its version of it, "" where it said nothing.
    """

    source: str
    file: str
    sha256: str
    etag: str
    modified: str

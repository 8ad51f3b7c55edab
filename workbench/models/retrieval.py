"""How articles were had from the network."""

from __future__ import annotations

from collections.abc import Mapping
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


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, sitemap or page that is watched: what it was when it was last read through.

    ``etag``, ``modified`` and ``sha256`` are "" where it is to be read again whatever its server says.
    ``seen`` is when it last answered, ``due`` when it is to be asked again, both ISO 8601 in UTC or "";
    ``failures`` is how often in a row it did not answer. ``failing`` maps addresses in it that could not be
    had to the reason.
    """

    url: str
    etag: str = ""
    modified: str = ""
    sha256: str = ""
    seen: str = ""
    due: str = ""
    failures: int = 0
    failing: Mapping[str, str] = field(default_factory=dict)

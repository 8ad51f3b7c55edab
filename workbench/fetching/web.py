"""Documents behind addresses, fetched beside the caller, with the evidence of how they were had."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from types import TracebackType
from typing import Protocol, Self

import httpx

from workbench.errors import WorkbenchError
from workbench.fetching.addresses import web_address
from workbench.fetching.evidence import warc_of
from workbench.fetching.failures import FetchError
from workbench.fetching.lanes import Lanes
from workbench.fetching.rules import Rules, Surroundings
from workbench.fetching.shelf import Got, Shelf
from workbench.fetching.ways import Ways, not_fetched
from workbench.models import Held, Retrieval
from workbench.sources.documents import Address, Document, Known, Unchanged


class Memory(Protocol):
    """What knows which articles are in already."""

    def held(self, url: str) -> Held | None:
        """The article that was last had from this address, or None."""
        ...


class Web:
    """Fetches what addresses name. One for a whole import: it knows what was asked of which host, and when.

    `memory` is asked by the thread that calls `expect` and `fetch`, and by no other.
    """

    def __init__(
        self, rules: Rules | None = None, memory: Memory | None = None, around: Surroundings | None = None
    ) -> None:
        self._rules = rules or Rules()
        self._memory = memory
        self._lanes: Lanes[Got] = Lanes()
        self._shelf = Shelf(self._rules.at_once)
        self._ways = Ways(self._rules, around or Surroundings(), self._shelf.grown)
        self._expected: dict[str, Future[Got]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Begins nothing more; what is under way ends by itself, unheard."""
        self._ways.close()
        self._shelf.close()
        self._lanes.drop()

    def expect(self, address: Address) -> None:
        """Begins to fetch this beside whatever the caller does until it asks for it."""
        if address.url not in self._expected:
            self._expected[address.url] = self._begun(address)

    def fetch(self, address: Address) -> Document | Unchanged:
        """The document behind an address; `Unchanged` where it is in already or its server says so.

        Raises FetchError saying why there is none.
        """
        begun = self._expected.pop(address.url, None) or self._begun(address)
        with _in_words(address.url):
            return self._shelf.taken(address.url, begun)

    def fetch_again(self, address: Address, held: Held) -> Document | Unchanged:
        """What is there now; `Unchanged` where the server says that it still is what is `held`.

        Raises FetchError saying why there is none.
        """
        with _in_words(address.url):
            return self._had(web_address(address.url), held, address.known)

    def _begun(self, address: Address) -> Future[Got]:
        begun: Future[Got] = Future()
        try:
            url = web_address(address.url)
        except FetchError as error:
            begun.set_exception(error)
            return begun
        held = self._memory.held(str(url)) if self._memory else None
        if held and not self._rules.refresh:
            begun.set_result(Unchanged(str(url), held.source))
            return begun

        def work() -> Got:
            with self._shelf.place(address.url):
                return self._shelf.put(address.url, self._had(url, held, address.known))

        return self._lanes.submit(url.host, work)

    def _had(self, url: httpx.URL, held: Held | None, known: Known) -> Got:
        answers = self._ways.answers(url, held)
        last = answers[-1]
        unchanged = last.status == 304 and held is not None
        retrieval = Retrieval(
            str(url),
            last.url,
            last.at,
            last.status,
            last.headers,
            held.sha256 if held and unchanged else hashlib.sha256(last.body).hexdigest(),
            warc_of(answers),
        )
        if held and unchanged:
            return Unchanged(str(url), held.source, retrieval)
        return Document(
            str(url),
            last.body,
            media_type=last.header("content-type"),
            known=Known(url=last.url).over(known),
            retrieval=retrieval,
        )


@contextmanager
def _in_words(url: str) -> Iterator[None]:
    """Whatever goes wrong within is an error that names the address, so that others come in all the same."""
    try:
        yield
    except CancelledError as error:
        raise not_fetched(url) from error
    except WorkbenchError:
        raise
    except Exception as error:
        # Servers may hit a fault of ours, or of a library, that nobody foresaw.
        hint = "This is a fault of workbench: report it."
        raise FetchError("Cannot be fetched", f"{url}: {type(error).__name__}: {error}", hint) from error

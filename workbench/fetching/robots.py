"""What a host's robots.txt (RFC 9309) lets a program fetch, and how quickly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

import httpx
from protego import Protego

from workbench.fetching.failures import FetchError
from workbench.fetching.rules import ROBOT
from workbench.phrases import fetching

_LENGTH = 512_000
"""Bytes of it that are read, as the RFC asks for at least."""
_KEPT = 24 * 3600.0
"""Seconds after which it is asked for again."""
_ALLOWED = "Save the page in a browser and import the file, or fetch it with --ignore-robots if you may."


@dataclass(frozen=True, slots=True)
class _Rules:
    parsed: Protego | None
    status: int
    until: float


class Robots:
    """The rules of each host, asked for once.

    `get` answers with the status and body behind a URL, which is asked for because of another.
    """

    def __init__(
        self,
        get: Callable[[httpx.URL, httpx.URL], tuple[int, bytes]],
        clock: Callable[[], float],
        longest: float,
    ) -> None:
        self._get = get
        self._clock = clock
        self._longest = longest
        self._known: dict[str, _Rules] = {}
        self._guard = Lock()

    def delay(self, url: httpx.URL) -> float:
        """Seconds that the host wants between two requests, 0 where it says nothing."""
        parsed = self._rules(url).parsed
        asked = parsed.crawl_delay(ROBOT) if parsed else None
        return min(asked or 0.0, self._longest)

    def check(self, url: httpx.URL) -> None:
        """Raises FetchError where the rules forbid a URL, or where it cannot be known whether they do."""
        rules = self._rules(url)
        if rules.parsed is None and rules.status >= 500:
            said = fetching.NO_RULES(text=url.host, number=str(rules.status))
            raise FetchError("Not known whether programs may fetch it", said, _ALLOWED)
        if rules.parsed is not None and not rules.parsed.can_fetch(str(url), ROBOT):
            said = fetching.DISALLOWED(text=url.host, file=str(url))
            raise FetchError("Programs may not fetch it", said, _ALLOWED)

    def _rules(self, url: httpx.URL) -> _Rules:
        place = url.copy_with(raw_path=b"/robots.txt")
        with self._guard:
            known = self._known.get(str(place))
        if known is None or known.until < self._clock():
            status, body = self._get(place, url)
            # Whatever is no 2xx and no failure of the server means that there are no rules (RFC 9309, 2.3.1).
            text = body[:_LENGTH].decode("utf-8-sig", "replace") if 200 <= status < 300 else ""
            parsed = Protego.parse(text) if status < 500 else None
            known = _Rules(parsed, status, self._clock() + _KEPT)
            with self._guard:
                self._known[str(place)] = known
        return known

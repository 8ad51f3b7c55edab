"""The way from an address to a document: redirects, robots.txt, pauses, and trying again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError
from datetime import UTC
from email.utils import parsedate_to_datetime
from threading import Event

import httpx

from workbench.errors import SourceError
from workbench.fetching.addresses import web_address
from workbench.fetching.exchange import Answer, ask
from workbench.fetching.failures import BROWSER, LATER, OPEN_IT, FetchError, of_status
from workbench.fetching.pace import Pace
from workbench.fetching.robots import Robots
from workbench.fetching.rules import Rules, Surroundings
from workbench.models import Held
from workbench.phrases import fetching

_LEADS_ON = frozenset({301, 302, 303, 307, 308})
_ROBOTS_REDIRECTS = 5
_BACKOFF = 2.0
"""Seconds before the second try; twice as long before each further one."""


class Ways:
    """Goes from addresses to what answers there, and knows which host was asked when. Threads share it.

    `grown` is called by whoever receives something large.
    """

    def __init__(self, rules: Rules, around: Surroundings, grown: Callable[[], None]) -> None:
        self._rules = rules
        self._around = around
        self._grown = grown
        self._closing = Event()
        self._pace = Pace(around.clock, self._sleep)
        self._robots = Robots(self._robots_txt, around.clock, rules.longest_delay)

    def close(self) -> None:
        """Wakes whoever waits: they go no further."""
        self._closing.set()

    def answers(self, url: httpx.URL, held: Held | None) -> list[Answer]:
        """The answers on the way to a document, or to a 304 where it still is what is `held`.

        Tried again where that may help. Raises FetchError saying why there is none.
        """
        for number in range(1, self._rules.tries + 1):
            try:
                return self._way(url, held)
            except FetchError as error:
                if not error.passing or number == self._rules.tries:
                    raise
                wait = _BACKOFF * 2 ** (number - 1) if error.wait is None else error.wait
                if wait > self._rules.patience:
                    said = fetching.ASKS_TO_WAIT(file=str(url), number=f"{wait:.0f}")
                    raise FetchError("Server asks for patience", said, LATER, wait=wait) from error
                self._sleep(wait)
        raise not_fetched(str(url))

    def _way(self, url: httpx.URL, held: Held | None) -> list[Answer]:
        """From address to address until one answers with a document, or that nothing has changed."""
        told = {"If-None-Match": held.etag, "If-Modified-Since": held.modified} if held else {}
        condition = {name: value for name, value in told.items() if value}
        answers: list[Answer] = []
        here, host = url, ""
        while True:
            delay = self._rules.delay
            if not self._rules.ignore_robots:
                self._robots.check(here)
                delay = max(delay, self._robots.delay(here))
            with self._pace.turn(here.host, delay, pause=here.host != host):
                answer = ask(here, self._rules, self._around, extra=condition, grown=self._grown)
            answers.append(answer)
            if answer.status not in _LEADS_ON:
                break
            here, host = self._next(answers, here), here.host
        if answer.good or (answer.status == 304 and held):
            return answers
        raise of_status(answer.url, answer.status, self._wait(answer))

    def _next(self, answers: Sequence[Answer], here: httpx.URL) -> httpx.URL:
        first, place = answers[0].url, answers[-1].header("location")
        if not place:
            raise FetchError("Leads nowhere", fetching.NOWHERE(file=str(here)), OPEN_IT)
        try:
            following = web_address(str(here.join(place)))
        except (httpx.InvalidURL, ValueError) as error:
            raise FetchError("Leads nowhere", fetching.NOWHERE(file=str(here)), OPEN_IT) from error
        if str(following) in {answer.url for answer in answers}:
            raise FetchError("Leads in a circle", fetching.ROUND_AGAIN(file=first), BROWSER)
        if len(answers) > self._rules.redirects:
            said = fetching.REDIRECTS(file=first, number=str(self._rules.redirects))
            raise FetchError("Leads on without end", said, OPEN_IT)
        return following

    def _wait(self, answer: Answer) -> float | None:
        """Seconds that a busy server asks for, or None."""
        asked = answer.header("retry-after").strip()
        if asked.isascii() and asked.isdigit():
            return float(asked)
        try:
            until = parsedate_to_datetime(asked)
        except (ValueError, TypeError, OverflowError, IndexError):
            return None
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
        return max((until - self._around.now()).total_seconds(), 0.0)

    def _robots_txt(self, place: httpx.URL, wanted: httpx.URL) -> tuple[int, bytes]:
        answers: list[Answer] = []
        while True:
            answers.append(ask(place, self._rules, self._around, shown=str(wanted)))
            if answers[-1].status not in _LEADS_ON or len(answers) > _ROBOTS_REDIRECTS:
                return answers[-1].status, answers[-1].body
            place = self._next(answers, place)

    def _sleep(self, seconds: float) -> None:
        if self._around.sleep:
            self._around.sleep(seconds)
        elif self._closing.wait(seconds):
            raise CancelledError


def not_fetched(url: str) -> SourceError:
    """The error of what was left when the fetching ended."""
    return SourceError("Not fetched", url, "Import it again to go on.")

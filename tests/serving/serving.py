"""A server as a user starts it, and how the tests ask it."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

STOPPED_WITHIN = 30.0
"""Seconds after which a process that does not end has hung."""


@dataclass(frozen=True)
class Served:
    """A running `workbench serve` and the address that it printed."""

    address: str
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    @property
    def token(self) -> str:
        return parse_qs(urlsplit(self.address).query)["token"][0]

    @property
    def cookie(self) -> dict[str, str]:
        return {"Cookie": f"workbench_{self.port}={self.token}"}

    def ask(
        self, path: str, headers: Mapping[str, str] | None = None
    ) -> tuple[http.client.HTTPResponse, str]:
        """The answer to a GET of `path`, and its body (bytes that are no text replaced)."""
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=STOPPED_WITHIN)
        asked.request("GET", path, headers=dict(headers or {}))
        answer = asked.getresponse()
        body = answer.read().decode("utf-8", "replace")
        asked.close()
        return answer, body

    def desks(self) -> list[int]:
        """The processes of its desks."""
        number = self.process.pid
        return [int(one) for one in Path(f"/proc/{number}/task/{number}/children").read_text().split()]


@contextmanager
def running(db: Path, *, language: str = "en") -> Iterator[Served]:
    """A server on `db` in this language, stopped afterwards if it still runs."""
    settings = db.with_name("settings.toml")
    settings.write_text("")
    words = [sys.executable, "-P", "-m", "workbench", "--db", str(db)]
    words += ["--reviewer", "Ayşe", "--interface", language, "serve"]
    environment = os.environ | {"PYTHONUTF8": "1", "WORKBENCH_CONFIG": str(settings)}
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stdout
            yield Served(process.stdout.readline().strip(), process)
        finally:
            process.terminate()
            process.wait(STOPPED_WITHIN)

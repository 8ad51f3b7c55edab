"""The server as it runs: what it answers, what it serves, how it ends."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import time
from pathlib import Path

import pytest
from serving import STOPPED_WITHIN, Served, running

aiohttp = pytest.importorskip("aiohttp", reason="the extra `serve` is not installed")

from workbench.serving.server import _SERVED  # noqa: E402

PATHS = ["/", "/ws", "/download/0123", *(f"/static/{name}" for name in _SERVED)]
TEXTS = ["/", *(f"/static/{name}" for name in _SERVED if not name.endswith(".ttf"))]
LINK = re.compile(r"""(?:src|href)=["']([^"']+)|url\(["']?([^"')]+)|@import\s+["']([^"']+)""")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_given_without_the_token(served: Served, path: str) -> None:
    answer, body = served.ask(path)
    assert answer.status == 403
    assert answer.getheader("Content-Type", "").startswith("text/plain")
    assert "The token is missing or wrong" in body
    assert served.token not in body


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_given_by_another_name(served: Served, path: str) -> None:
    answer, body = served.ask(path, {"Host": f"evil.example:{served.port}", **served.cookie})
    assert answer.status == 403
    assert "not one of the server's own" in body


@pytest.mark.parametrize("path", TEXTS)
def test_nothing_served_leads_elsewhere(served: Served, path: str) -> None:
    answer, body = served.ask(path, served.cookie)
    assert answer.status == 200
    body = COMMENT.sub("", body)
    assert re.findall(r"(?:https?|wss?):\\?/\\?/[\w.%-]+(?::\d+)?", body) == (
        [f"ws://127.0.0.1:{served.port}"] if path == "/" else []
    )
    if not path.endswith(".js"):
        led = {next(filter(None, found)) for found in LINK.findall(body)}
        assert {one for one in led if not one.startswith(("/static/", "data:"))} == set()


def test_the_page_sets_a_cookie_that_stays_here(served: Served) -> None:
    answer, _ = served.ask(f"/?token={served.token}")
    cookie = answer.getheader("Set-Cookie", "")
    assert cookie.startswith(f"workbench_{served.port}={served.token};")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    policy = answer.getheader("Content-Security-Policy", "")
    assert f"connect-src 'self' ws://127.0.0.1:{served.port};" in policy
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert answer.getheader("Referrer-Policy") == "no-referrer"


@pytest.mark.parametrize("path", ["/static/../../pyproject.toml", "/static/css", "/static/", "/nothing"])
def test_nothing_else_is_there(served: Served, path: str) -> None:
    assert served.ask(path, served.cookie)[0].status == 404


async def _open_tab(served: Served, expected: bytes = b"Depo") -> bytes:
    """What a tab is sent first, up to where what is expected has been drawn."""
    headers = served.cookie | {"Origin": f"http://127.0.0.1:{served.port}"}
    async with aiohttp.ClientSession() as session:
        tab = await session.ws_connect(
            f"http://127.0.0.1:{served.port}/ws?width=80&height=x", headers=headers
        )
        drawn = b""
        while expected not in drawn:
            drawn += (await tab.receive()).data
        for odd in ('["stdin"]', '["resize", {"width": -3, "height": 1e9}]', "[]", "7", '["run", "rm"]'):
            await tab.send_str(odd)
        await tab.send_str('["ping", "x"]')
        while (message := await tab.receive()).type != aiohttp.WSMsgType.TEXT:
            pass
        assert message.json() == ["pong", "x"]
        await tab.close()
    return drawn


def test_page_and_desk_speak_the_language_asked_for(served_db: Path) -> None:
    with running(served_db, language="tr") as one:
        _, page = one.ask("/", one.cookie)
        assert '<html lang="tr">' in page
        assert "Masa açılıyor" in page
        assert "Anahtar eksik" in one.ask("/")[1]
        word = b"Kabul"
        assert word in asyncio.run(_open_tab(one, word))


def _ended(served: Served) -> bool:
    until = time.monotonic() + STOPPED_WITHIN
    while served.desks() and time.monotonic() < until:
        time.sleep(0.05)
    return not served.desks()


def test_a_tab_is_a_desk_and_its_end(served: Served) -> None:
    assert b"Depo" in asyncio.run(_open_tab(served))
    assert _ended(served)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda how: how.name)
def test_with_the_server_its_desks_end(served_db: Path, how: signal.Signals) -> None:
    async def leave_open(one: Served) -> list[int]:
        headers = one.cookie | {"Origin": f"http://127.0.0.1:{one.port}"}
        async with aiohttp.ClientSession() as session:
            tab = await session.ws_connect(f"http://127.0.0.1:{one.port}/ws", headers=headers)
            await tab.receive()
            desks = one.desks()
            one.process.send_signal(how)
            await asyncio.to_thread(one.process.wait, STOPPED_WITHIN)
            await tab.close()
            return desks

    with running(served_db) as one:
        (desk,) = asyncio.run(leave_open(one))
        until = time.monotonic() + STOPPED_WITHIN
        while _runs(desk) and time.monotonic() < until:
            time.sleep(0.05)
        assert not _runs(desk)
        assert one.process.returncode == (-9 if how == signal.SIGKILL else 0)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True

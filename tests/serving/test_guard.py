"""Who gets in: the token, the name the server is called by, and the page that asks."""

from __future__ import annotations

import pytest

from workbench.serving.guard import Asked, Guard, is_loopback

TOKEN = "gizli-anahtar"
HOME = "127.0.0.1:8123"


def asked(host: str = HOME, *, origin: str | None = None, websocket: bool = False, **given: str) -> Asked:
    headers = {"host": host} | ({"origin": origin} if origin is not None else {})
    query = {"token": given["token"]} if "token" in given else {}
    cookies = {"workbench_8123": given["cookie"]} if "cookie" in given else {}
    return Asked(headers, query, cookies, websocket)


@pytest.mark.parametrize(
    ("bound", "request_", "refused"),
    [
        pytest.param("127.0.0.1", asked(token=TOKEN), None, id="the token in the address"),
        pytest.param("127.0.0.1", asked(cookie=TOKEN), None, id="the token in the cookie"),
        pytest.param("127.0.0.1", asked(), "token", id="neither"),
        pytest.param("127.0.0.1", asked(token=""), "token", id="an empty token"),
        pytest.param("127.0.0.1", asked(token=TOKEN[:-1]), "token", id="most of the token"),
        pytest.param("127.0.0.1", asked(token="ğ\ud800"), "token", id="a token that is no ASCII"),
        pytest.param("127.0.0.1", asked("localhost:8123", token=TOKEN), None, id="by the name localhost"),
        pytest.param("127.0.0.1", asked("[::1]:8123", token=TOKEN), None, id="by IPv6"),
        pytest.param("127.0.0.1", asked("127.0.0.1:9000", token=TOKEN), None, id="through a tunnel"),
        pytest.param("127.0.0.1", asked("evil.example:8123", token=TOKEN), "name", id="DNS rebinding"),
        pytest.param("127.0.0.1", asked("127.0.0.1.evil.org", token=TOKEN), "name", id="a name like ours"),
        pytest.param("127.0.0.1", asked("10.0.0.7:8123", token=TOKEN), "name", id="an address elsewhere"),
        pytest.param("127.0.0.1", asked("", token=TOKEN), "name", id="no Host"),
        pytest.param("127.0.0.1", asked("[::1", token=TOKEN), "name", id="a broken Host"),
        pytest.param("0.0.0.0", asked("10.0.0.7:8123", token=TOKEN), None, id="open to all: any address"),
        pytest.param("0.0.0.0", asked("evil.example", token=TOKEN), "name", id="open to all: no name"),
        pytest.param("desk.lan", asked("desk.lan:8123", token=TOKEN), None, id="bound to a name"),
        pytest.param(
            "127.0.0.1", asked(origin=f"http://{HOME}", websocket=True, cookie=TOKEN), None, id="our page"
        ),
        pytest.param("127.0.0.1", asked(websocket=True, cookie=TOKEN), "page", id="a websocket of no page"),
        pytest.param(
            "127.0.0.1", asked(origin="http://evil.example", websocket=True, cookie=TOKEN), "page",
            id="a websocket of another page",
        ),
        pytest.param(
            "127.0.0.1", asked(origin="http://127.0.0.1:3000", websocket=True, cookie=TOKEN), "page",
            id="a websocket of another server here",
        ),
        pytest.param(
            "127.0.0.1", asked(origin="null", token=TOKEN), "page", id="a request of a page without origin"
        ),
    ],
)  # fmt: skip
def test_who_gets_in(bound: str, request_: Asked, refused: str | None) -> None:
    assert Guard(bound, 8123, TOKEN).refusal(request_) == refused


def test_a_ticket_is_good_for_one_visit() -> None:
    guard = Guard.new("127.0.0.1", 8123)
    ticket = guard.address_once().split("token=")[1]
    assert ticket != guard.token
    assert guard.refusal(asked(token=ticket)) is None
    assert guard.refusal(asked(token=ticket)) is not None
    assert guard.refusal(asked(token=guard.token)) is None


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost"])
def test_what_only_this_machine_reaches(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["", "0.0.0.0", "::", "10.0.0.7", "desk.lan", "0", "localhost.evil.example"])
def test_what_others_may_reach(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("host", "begins"),
    [
        pytest.param("127.0.0.1", "http://127.0.0.1:8123/?token=", id="IPv4"),
        pytest.param("::1", "http://[::1]:8123/?token=", id="IPv6"),
        pytest.param("0.0.0.0", "http://127.0.0.1:8123/?token=", id="open to all"),
        pytest.param("::", "http://[::1]:8123/?token=", id="open to all, IPv6"),
    ],
)
def test_the_address_can_be_opened(host: str, begins: str) -> None:
    assert Guard.new(host, 8123).address.startswith(begins)

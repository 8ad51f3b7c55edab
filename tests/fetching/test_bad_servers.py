"""Servers on loopback that answer badly: each ends soon, and with words of its own."""

from __future__ import annotations

import gzip
import pickle
import socket
import ssl
import time
from collections.abc import Callable, Iterator

import pytest
import trustme
from loopback import HTML, PAGE, Reply, Site, Time, onward, serving, talking, web

from workbench.fetching import connecting
from workbench.fetching.failures import FetchError
from workbench.fetching.rules import Rules
from workbench.fetching.web import Web
from workbench.sources.documents import Address, Document

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
Talk = Callable[[socket.socket], None]


def says(*parts: bytes) -> Talk:
    return lambda connection: connection.sendall(b"".join(parts))


def endlessly(first: bytes, part: bytes, pause: float = 0.0) -> Talk:
    def talk(connection: socket.socket) -> None:
        connection.sendall(first)
        # As long as anybody listens: sending fails behind the end.
        for _ in range(100_000):
            connection.sendall(part)
            time.sleep(pause)

    return talk


def silent(connection: socket.socket) -> None:
    connection.recv(1)


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
BOMB = gzip.compress(b"\0" * 20_000_000)
LONG = b"\r\n".join(b"X-%d: y" % n for n in range(40_000))


@pytest.mark.parametrize(
    ("talk", "title", "says_too"),
    [
        pytest.param(silent, "Too slow", "took more than 0.4 seconds", id="silent"),
        pytest.param(endlessly(b"", b"H", 0.05), "Too slow", "0.4 seconds", id="drips its first line"),
        pytest.param(endlessly(OK, b"X: y\r\n", 0.02), "Too slow", "0.4 seconds", id="drips headers"),
        pytest.param(endlessly(OK + b"\r\n", b"x", 0.02), "Too slow", "0.4 seconds", id="drips its body"),
        pytest.param(endlessly(OK + b"\r\n", b"x" * 60_000), "Too large", "is over 1 MB", id="endless"),
        pytest.param(
            endlessly(CHUNKED, b"fff\r\n" + b"x" * 4095 + b"\r\n"), "Too large", "1 MB", id="endless chunks"
        ),
        pytest.param(
            says(OK, b"Content-Length: 9000000\r\n\r\n", b"x" * 2_000_000), "Too large", "1 MB", id="huge"
        ),
        pytest.param(
            says(OK, b"Content-Length: 99\r\n\r\nhaber"),
            "Answer cut short",
            "broke off after 5 bytes",
            id="cut",
        ),
        pytest.param(
            says(CHUNKED, b"5\r\nhaber\r\n9\r\nha"), "Answer cut short", "after 7 bytes", id="cut in a chunk"
        ),
        pytest.param(says(CHUNKED, b"zz\r\nhaber\r\n"), "Answer cut short", "", id="no chunk"),
        pytest.param(
            says(OK, b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(BOMB), BOMB),
            "Too large",
            "is over 1 MB",
            id="gzip bomb",
        ),
        pytest.param(says(b"haber\r\n\r\n"), "Answer malformed", "", id="no http"),
        pytest.param(
            says(b"HTTP/1.1 200 OK\r\n", LONG, b"\r\n\r\n"), "Answer malformed", "", id="too many headers"
        ),
        pytest.param(says(b""), "Connection lost", "", id="says nothing"),
        pytest.param(reset, "Connection lost", "", id="resets"),
    ],
)
def test_a_bad_answer_ends_in_words(talk: Talk, title: str, says_too: str) -> None:
    with talking(talk) as url, pytest.raises(FetchError) as caught:
        # Only where slowness is told has the answer little time: on a busy machine any other is slow too.
        web(total=0.4 if title == "Too slow" else 60, size=1_000_000, tries=1).fetch(Address(url))
    assert (caught.value.title, says_too in caught.value.detail) == (title, True), caught.value
    assert url in caught.value.detail
    assert caught.value.hint


def test_an_error_goes_from_process_to_process() -> None:
    error = FetchError("Too slow", "a", "b", passing=True, wait=3.0)
    same = pickle.loads(pickle.dumps(error))
    assert (same.title, same.detail, same.hint, same.passing, same.wait) == ("Too slow", "a", "b", True, 3.0)


def test_between_two_bytes_no_more_than_so_long() -> None:
    with talking(silent) as url, pytest.raises(FetchError) as caught:
        web(silence=0.1, tries=1).fetch(Address(url))
    assert caught.value.detail == f"{url} said nothing for 0.1 seconds"


def test_a_lost_answer_is_tried_again() -> None:
    answers = iter([b"", OK + b"Content-Length: 99\r\n\r\n", OK + b"Content-Length: 5\r\n\r\nhaber"])
    slow = Time()
    with talking(lambda connection: connection.sendall(next(answers))) as url:
        got = web(slow).fetch(Address(url))
    assert isinstance(got, Document) and got.payload == b"haber"
    assert slow.waits == [2.0, 4.0]


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(FetchError) as caught:
        web().fetch(Address(f"http://127.0.0.1:{port}/"))
    assert caught.value.title == "Connection refused"


@pytest.mark.parametrize(
    ("error", "title"),
    [
        (socket.gaierror(socket.EAI_NONAME, "x"), "No such host"),
        (socket.gaierror(socket.EAI_AGAIN, "x"), "Cannot look up the name"),
        (UnicodeError("label too long"), "No such host"),
    ],
)
def test_a_name_that_leads_nowhere_fails_at_once(error: Exception, title: str) -> None:
    asked: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        raise error

    time_ = Time()
    with pytest.raises(FetchError) as caught:
        Web(Rules(), around=time_.around(resolve=resolve)).fetch(Address("https://haber.example/1"))
    assert (caught.value.title, asked, time_.waits) == (title, ["haber.example"], [])


def test_a_name_server_that_says_nothing_is_not_waited_for() -> None:
    def resolve(_host: str, _port: int) -> list[str]:
        time.sleep(1)
        return []

    slow = Web(Rules(connect=0.05), around=Time().around(resolve=resolve))
    with pytest.raises(FetchError) as caught:
        slow.fetch(Address("https://haber.example/1"))
    assert caught.value.title == "Cannot look up the name"


@pytest.fixture
def rebinding(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Site, Site]]:
    """A public site and one that is not, by the same name and port: for the test, only .1 is public."""
    monkeypatch.setattr(
        connecting, "why_not_public", lambda address: None if address == "127.0.0.1" else "private"
    )
    with serving(Site({"/a": Reply()})) as public:
        inside = Site({"/a": Reply(b"secret"), "/b": Reply(b"secret")}, port=public.port)
        with serving(inside, host="127.0.0.2"):
            yield public, inside


def test_a_name_is_looked_up_once_and_what_was_checked_is_what_is_asked(
    rebinding: tuple[Site, Site],
) -> None:
    public, inside = rebinding
    answers = iter([["127.0.0.1"], ["127.0.0.2"], ["127.0.0.2"]])
    around = Time().around(resolve=lambda _host, _port: next(answers))
    fetching = Web(Rules(ignore_robots=True), around=around)
    got = fetching.fetch(Address(public.url("/a", "haber.example")))
    assert isinstance(got, Document) and got.payload == PAGE
    assert public.asked[0][1]["host"] == f"haber.example:{public.port}"
    with pytest.raises(FetchError) as caught:
        fetching.fetch(Address(public.url("/b", "haber.example")))
    assert (caught.value.title, inside.asked) == ("Not a public address", [])


def test_a_redirect_to_a_private_address_is_refused(rebinding: tuple[Site, Site]) -> None:
    public, inside = rebinding
    public.at["/c"] = onward(inside.url("/b", "127.0.0.2"))
    with pytest.raises(FetchError) as caught:
        Web(Rules(ignore_robots=True), around=Time().around()).fetch(Address(public.url("/c")))
    assert (caught.value.title, inside.asked) == ("Not a public address", [])


def test_a_private_robots_txt_is_refused_too(rebinding: tuple[Site, Site]) -> None:
    public, inside = rebinding
    public.at["/robots.txt"] = onward(inside.url("/robots.txt", "127.0.0.2"))
    with pytest.raises(FetchError) as caught:
        Web(Rules(), around=Time().around()).fetch(Address(public.url("/a")))
    assert (caught.value.title, inside.asked) == ("Not a public address", [])


def test_who_is_not_who_they_say_is_not_listened_to() -> None:
    authority = trustme.CA()
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("haber.example").configure_cert(server)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    here = {"resolve": lambda _host, _port: ["127.0.0.1"]}
    rules = Rules(allow_private=True, ignore_robots=True)
    with serving(Site({"/a": Reply()}), server) as site:
        url = f"https://haber.example:{site.port}/a"
        for around, host in (({}, "haber.example"), ({"tls": lambda: trusting}, "other.example")):
            with pytest.raises(FetchError) as caught:
                Web(rules, around=Time().around(**here, **around)).fetch(
                    Address(url.replace("haber.example", host))
                )
            assert caught.value.title == "Not who it says it is"
        got = Web(rules, around=Time().around(**here, tls=lambda: trusting)).fetch(Address(url))
        assert isinstance(got, Document) and got.payload == PAGE
        with pytest.raises(FetchError) as caught:
            Web(rules, around=Time().around()).fetch(Address(site.url("/a").replace("http:", "https:")))
    with serving(Site()) as plain, pytest.raises(FetchError) as caught:
        web().fetch(Address(plain.url("/a").replace("http:", "https:")))
    assert caught.value.title == "No secure connection"


def test_what_is_sent_as_another_encoding_comes_as_it_was_sent() -> None:
    body = "<p>Ankara'da 5 kişi öldü.</p>".encode("windows-1254")
    with serving(Site({"/a": Reply(body, headers=HTML)})) as site:
        got = web().fetch(Address(site.url("/a")))
    assert isinstance(got, Document) and got.payload == body

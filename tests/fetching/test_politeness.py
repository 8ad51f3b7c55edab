"""How hosts are treated: their robots.txt, pauses, patience, and several of them at once."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from threading import Event, Thread

import pytest
from loopback import PAGE, Reply, Site, Time, onward, serving, web

from workbench.fetching.failures import FetchError
from workbench.fetching.lanes import Lanes
from workbench.fetching.pace import Pace
from workbench.fetching.shelf import Shelf
from workbench.sources.documents import Address, Document, Unchanged

PATIENCE = 60.0
"""Seconds after which what is waited for counts as never coming, also on a machine with much to do."""


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site({f"/{n}": Reply() for n in range(5)})) as one:
        yield one


def robots(text: str) -> Reply:
    return Reply(text.encode(), headers={"Content-Type": "text/plain"})


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("User-agent: *\nDisallow: /1", False),
        ("\ufeffUser-agent: *\nDisallow: /1", False),
        ("User-agent: workbench\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: workbench\nAllow: /\n\nUser-agent: *\nDisallow: /", True),
        ("User-agent: *\nDisallow: /2", True),
        ("User-agent: *\nDisallow:", True),
        ("<html>no rules</html>", True),
    ],
)
def test_robots_txt_is_honoured_unless_the_user_says_otherwise(site: Site, rules: str, allowed: bool) -> None:
    site.at["/robots.txt"] = robots(rules)
    fetching = web(ignore_robots=False)
    for _ in range(2):
        if allowed:
            assert isinstance(fetching.fetch(Address(site.url("/1"))), Document)
        else:
            with pytest.raises(FetchError, match=r"the robots.txt of 127.0.0.1 keeps programs from http"):
                fetching.fetch(Address(site.url("/1")))
    assert site.paths.count("/robots.txt") == 1
    assert isinstance(web().fetch(Address(site.url("/1"))), Document)


@pytest.mark.parametrize(
    ("reply", "title"),
    [
        (Reply(b"", 404), None),
        (Reply(b"", 403), None),
        (onward("/elsewhere"), "Programs may not fetch it"),
        (Reply(b"", 500), "Not known whether programs may fetch it"),
        (Reply(b"", 503), "Not known whether programs may fetch it"),
    ],
    ids=["none", "forbidden", "elsewhere", "broken", "busy"],
)
def test_a_robots_txt_that_is_not_there(site: Site, reply: Reply, title: str | None) -> None:
    site.at |= {"/robots.txt": reply, "/elsewhere": robots("User-agent: *\nDisallow: /")}
    if title is None:
        assert isinstance(web(ignore_robots=False).fetch(Address(site.url("/1"))), Document)
        return
    with pytest.raises(FetchError) as caught:
        web(ignore_robots=False).fetch(Address(site.url("/1")))
    assert (caught.value.title, "--ignore-robots" in caught.value.hint) == (title, True)
    assert "/1" not in site.paths


def test_rules_hold_behind_redirects_too(site: Site) -> None:
    site.at |= {"/robots.txt": robots("User-agent: *\nDisallow: /2"), "/1": onward("/2")}
    with pytest.raises(FetchError, match="/2"):
        web(ignore_robots=False).fetch(Address(site.url("/1")))
    assert site.paths == ["/robots.txt", "/1"]


@pytest.mark.parametrize(
    ("rules", "waits"),
    [
        ("", [1.0, 1.0]),
        ("User-agent: *\nCrawl-delay: 7", [7.0, 7.0]),
        ("User-agent: *\nCrawl-delay: 0.1", [1.0, 1.0]),
        ("User-agent: *\nCrawl-delay: 86400", [60.0, 60.0]),
    ],
    ids=["ours", "theirs", "too short", "too long"],
)
def test_a_host_has_its_pauses(site: Site, rules: str, waits: list[float]) -> None:
    site.at["/robots.txt"] = robots(rules)
    time = Time()
    fetching = web(time, ignore_robots=False)
    for n in range(3):
        fetching.fetch(Address(site.url(f"/{n}")))
    assert time.waits == waits


def test_a_redirect_on_one_host_is_not_waited_for(site: Site) -> None:
    site.at["/0"] = onward("/1")
    time = Time()
    web(time).fetch(Address(site.url("/0")))
    assert (site.paths, time.waits) == (["/0", "/1"], [])


@pytest.mark.parametrize(
    ("headers", "waits"),
    [
        ({"Retry-After": "7"}, [7.0, 7.0]),
        ({"Retry-After": "Fri, 02 May 2025 10:00:09 GMT"}, [9.0, 1.0]),
        ({"Retry-After": "Fri, 02 May 2025 09:00:00 GMT"}, [1.0, 1.0]),
        ({"Retry-After": "soon"}, [2.0, 4.0]),
        ({}, [2.0, 4.0]),
    ],
    ids=["seconds", "date", "past", "words", "nothing"],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_given_time(
    site: Site, status: int, headers: dict[str, str], waits: list[float]
) -> None:
    busy = Reply(b"", status, headers)
    site.at["/1"] = [busy, busy, Reply()]
    time = Time()
    got = web(time).fetch(Address(site.url("/1")))
    assert isinstance(got, Document) and got.payload == PAGE
    assert [wait for wait in time.waits if wait] == waits


def test_patience_ends(site: Site) -> None:
    time = Time()
    site.at["/1"] = Reply(b"", 429, {"Retry-After": "3600"})
    with pytest.raises(FetchError, match="asks for 3600 seconds of patience"):
        web(time).fetch(Address(site.url("/1")))
    site.at["/2"] = Reply(b"", 500)
    with pytest.raises(FetchError, match="Server in trouble"):
        web(time).fetch(Address(site.url("/2")))
    assert site.paths == ["/1", "/2", "/2", "/2"]


def test_several_hosts_are_asked_at_once_and_one_host_once_at_a_time() -> None:
    lanes: Lanes[str] = Lanes()
    seen: list[str] = []
    first_may_end = Event()

    def slow() -> str:
        assert first_may_end.wait(PATIENCE)
        seen.append("a1")
        return "a1"

    one = lanes.submit("a", slow)
    two = lanes.submit("a", lambda: seen.append("a2") or "a2")
    assert lanes.submit("b", lambda: "b").result(PATIENCE) == "b"
    assert (one.done(), two.done(), seen) == (False, False, [])
    first_may_end.set()
    assert (one.result(PATIENCE), two.result(PATIENCE), seen) == ("a1", "a2", ["a1", "a2"])


def test_what_fails_in_a_lane_fails_alone_and_what_is_dropped_never_begins() -> None:
    lanes: Lanes[int] = Lanes()
    began, may_end = Event(), Event()

    def block() -> int:
        began.set()
        return int(may_end.wait(PATIENCE))

    failing = lanes.submit("a", lambda: 1 // 0)
    blocking = lanes.submit("a", block)
    dropped = lanes.submit("a", lambda: 3)
    assert isinstance(failing.exception(PATIENCE), ZeroDivisionError)
    assert began.wait(PATIENCE)
    lanes.drop()
    may_end.set()
    assert (blocking.result(PATIENCE), dropped.cancelled()) == (1, True)
    assert lanes.submit("a", lambda: 4).result(PATIENCE) == 4


def test_while_much_waits_only_what_is_wanted_is_fetched() -> None:
    shelf = Shelf(2)
    full = Document("a", b"x" * 60_000_000)
    with shelf.place("a"):
        shelf.put("a", full)
    began: Future[Unchanged] = Future()

    def later() -> None:
        with shelf.place("b"):
            began.set_result(Unchanged("b", "s"))

    Thread(target=later, daemon=True).start()
    assert not began.done()
    assert shelf.taken("b", began) == Unchanged("b", "s")


def test_one_large_answer_is_received_at_a_time_what_is_wanted_first() -> None:
    shelf, order = Shelf(3), list[str]()
    ended = {name: Future[Unchanged]() for name in "abc"}

    def receive(name: str) -> None:
        with shelf.place(name):
            shelf.grown()
            shelf.grown()
            order.append(name)
            ended[name].set_result(Unchanged(name, "s"))

    with shelf.place("first"):
        shelf.grown()
        for name in "abc":
            Thread(target=receive, args=(name,), daemon=True).start()
        shelf.put("first", Document("first", b"x" * 60_000_000))
        order.append("first")
    assert [shelf.taken(name, ended[name]).name for name in "cba"] == ["c", "b", "a"]
    assert order == ["first", "c", "b", "a"]
    shelf.grown()


def test_turns_of_one_host_are_kept_apart_by_its_pause() -> None:
    time = Time()
    pace = Pace(lambda: time.now, time.sleep)
    for host in ("a", "b", "a", "a"):
        with pace.turn(host, 3.0):
            time.now += 1.0
    assert time.waits == [2.0, 3.0]


def test_what_is_expected_is_fetched_beside_and_in_any_order(site: Site) -> None:
    with web() as fetching:
        for n in range(4):
            fetching.expect(Address(site.url(f"/{n}")))
        for n in (2, 0, 3, 1):
            assert isinstance(fetching.fetch(Address(site.url(f"/{n}"))), Document)
    assert site.paths == ["/0", "/1", "/2", "/3"]


def test_what_is_left_at_the_end_is_not_fetched(site: Site) -> None:
    fetching = web()
    fetching.close()
    with pytest.raises(Exception, match="Not fetched"):
        fetching.fetch(Address(site.url("/1")))
    assert site.asked == []

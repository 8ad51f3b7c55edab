"""Fetching from real servers on loopback that answer well: documents, redirects, conditions, evidence."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from loopback import HTML, PAGE, Reply, Site, Time, onward, serving, web
from warcio.archiveiterator import ArchiveIterator

from workbench.fetching.evidence import file_of, records_in
from workbench.fetching.failures import FetchError
from workbench.fetching.rules import Rules
from workbench.fetching.web import Web
from workbench.models import Held
from workbench.sources.documents import Address, Document, Known, Unchanged

ENDLESS: dict[str, Reply | list[Reply]] = {f"/{'a' * n}": onward(f"/{'a' * (n + 1)}") for n in range(1, 30)}


@dataclass
class Remembered:
    known: dict[str, Held] = field(default_factory=dict)

    def held(self, url: str) -> Held | None:
        return self.known.get(url)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site({"/haber": Reply()})) as one:
        yield one


def offline() -> Web:
    """Fetches from the test's server alone, with its robots.txt."""

    def resolve(host: str, _port: int) -> list[str]:
        if host != "127.0.0.1":
            raise OSError(host)
        return [host]

    return Web(Rules(allow_private=True, total=2.0, tries=1), around=Time().around(resolve=resolve))


def document(of: Web, url: str) -> Document:
    got = of.fetch(Address(url))
    assert isinstance(got, Document)
    return got


def test_a_page_comes_with_its_evidence(site: Site) -> None:
    got = document(web(), site.url("/haber#yorumlar"))
    assert (got.name, got.payload, got.media_type) == (site.url("/haber"), PAGE, HTML["Content-Type"])
    had = got.retrieval
    assert had is not None
    assert (had.status, had.at, had.sha256) == (
        200,
        "2025-05-02T10:00:00.000+00:00",
        hashlib.sha256(PAGE).hexdigest(),
    )
    assert ("Content-Type", HTML["Content-Type"]) in had.headers
    (kept,) = records_in(had.warc)
    assert (kept.url, kept.status, kept.body) == (site.url("/haber"), 200, PAGE)


def test_we_say_who_we_are_and_send_nothing_else_of_ours(site: Site) -> None:
    document(web(), site.url("/haber"))
    ((_, headers),) = site.asked
    assert headers["user-agent"].startswith("workbench/")
    assert headers.keys() == {"host", "accept", "accept-encoding", "connection", "user-agent"}


def test_cookies_are_not_given_back(site: Site) -> None:
    site.at["/haber"] = onward("/b")
    site.at["/b"] = Reply(headers=HTML | {"Set-Cookie": "kim=okur"})
    fetching = web()
    document(fetching, site.url("/haber"))
    document(fetching, site.url("/b"))
    assert not any("cookie" in headers for _, headers in site.asked)


def test_the_environments_proxy_is_not_taken(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert document(web(), site.url("/haber")).payload == PAGE


def test_redirects_are_followed_and_kept(site: Site) -> None:
    site.at |= {"/a": onward("b?c=1", 301), "/b?c=1": onward(f"//127.0.0.1:{site.port}/haber", 307)}
    got = document(web(), site.url("/a"))
    had = got.retrieval
    assert had and (had.url, had.final_url) == (site.url("/a"), site.url("/haber"))
    assert [(one.url, one.status) for one in records_in(had.warc)] == [
        (site.url("/a"), 301),
        (site.url("/b?c=1"), 307),
        (site.url("/haber"), 200),
    ]
    assert (got.name, got.known.url) == (site.url("/a"), site.url("/haber"))


@pytest.mark.parametrize(
    ("at", "title"),
    [
        pytest.param({"/a": onward("/b"), "/b": onward("/a")}, "Leads in a circle", id="circle"),
        pytest.param({"/a": onward("/a")}, "Leads in a circle", id="itself"),
        pytest.param(ENDLESS, "Leads on without end", id="endless"),
        pytest.param({"/a": onward("file:///etc/passwd")}, "Not a web address", id="file"),
        pytest.param({"/a": onward("http://a:b@a.example/")}, "Address with a password", id="password"),
        pytest.param({"/a": Reply(b"", 302, {})}, "Leads nowhere", id="nowhere"),
        pytest.param({"/a": onward("http://[::1")}, "Leads nowhere", id="malformed"),
    ],
)
def test_redirects_that_lead_nowhere(site: Site, at: dict[str, Reply | list[Reply]], title: str) -> None:
    site.at = at
    with pytest.raises(FetchError) as caught:
        document(web(), site.url("/a"))
    assert caught.value.title == title
    assert len(site.asked) <= 11


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.text(st.characters(codec="latin-1", exclude_characters="\r\n"), max_size=60))
def test_wherever_a_redirect_leads_it_ends_in_words(site: Site, place: str) -> None:
    site.at = {"/a": onward(place), "/robots.txt": Reply(place.encode("latin-1"))}
    with pytest.raises(FetchError) as caught:
        document(offline(), site.url("/a"))
    assert caught.value.title != "Cannot be fetched", caught.value


@pytest.mark.parametrize(
    ("status", "title"),
    [
        (401, "Page behind a login"),
        (403, "Page refused"),
        (404, "Page not found"),
        (410, "Page not found"),
        (418, "No document there"),
        (451, "Page withheld for legal reasons"),
        (500, "Server in trouble"),
        (304, "No document there"),
    ],
)
def test_each_refusal_has_its_words(site: Site, status: int, title: str) -> None:
    site.at["/haber"] = Reply(b"", status)
    with pytest.raises(FetchError) as caught:
        document(web(), site.url("/haber"))
    assert (caught.value.title, f"answers {status}" in caught.value.detail) == (title, True)


def test_a_page_that_was_missing_is_had_the_next_time(site: Site) -> None:
    site.at["/haber"] = [Reply(b"", 404), Reply()]
    with pytest.raises(FetchError):
        document(web(), site.url("/haber"))
    assert document(web(), site.url("/haber")).payload == PAGE


def test_what_is_in_is_not_asked_for_again_and_changed_only_where_it_has(site: Site) -> None:
    site.at["/haber"] = Reply(headers=HTML | {"ETag": '"v1"'})
    url = site.url("/haber")
    memory = Remembered({url: Held("s1", "haber", "f00", '"v1"', "Fri, 02 May 2025 10:00:00 GMT")})
    assert Web(Rules(allow_private=True), memory).fetch(Address(url)) == Unchanged(url, "s1")
    assert site.asked == []
    again = Web(Rules(allow_private=True, ignore_robots=True, refresh=True), memory, Time().around())
    got = again.fetch(Address(url))
    assert isinstance(got, Unchanged) and got.retrieval
    assert (got.source, got.retrieval.status, got.retrieval.sha256) == ("s1", 304, "f00")
    assert site.asked[0][1]["if-modified-since"] == "Fri, 02 May 2025 10:00:00 GMT"
    site.at["/haber"] = Reply(headers=HTML | {"ETag": '"v2"'})
    assert isinstance(again.fetch(Address(url)), Document)


def test_what_a_feed_told_stays_beside_where_it_was_found(site: Site) -> None:
    got = web().fetch(Address(site.url("/haber"), Known(title="Kaza", publisher="Ajans", url="http://x")))
    assert isinstance(got, Document)
    assert (got.known.title, got.known.publisher, got.known.url) == ("Kaza", "Ajans", site.url("/haber"))


def test_a_record_can_be_written_as_a_whole_file(site: Site) -> None:
    site.at["/haber"] = Reply(PAGE, 200, HTML | {"X-Yer": "Ankara\xe9"})
    had = document(web(), site.url("/haber")).retrieval
    assert had is not None
    records = list(ArchiveIterator(io.BytesIO(file_of([had.warc], "a.warc.gz")), check_digests="raise"))
    kinds = [one.rec_type for one in records]
    assert kinds == ["warcinfo", "response", "request"]

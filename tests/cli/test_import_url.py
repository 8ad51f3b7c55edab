"""`workbench import URL` against a server on loopback: what is fetched, what is not, and what is said."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_running import Run
from loopback import Reply, Site, serving

from workbench.store import open_store

TEXT = {"Content-Type": "text/plain; charset=utf-8"}


def article(day: int, dead: int) -> Reply:
    text = f"Ankara'da kaza\n\n{day} Mayıs 2025'te Ankara'da {dead} kişi öldü.\n"
    return Reply(text.encode(), headers=TEXT | {"ETag": f'"{day}-{dead}"'})


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.claims.read_claims", lambda _source: ())
    monkeypatch.setattr("workbench.fetching.ways.Ways._sleep", lambda _self, _seconds: None)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site({"/1": article(3, 5), "/2": article(4, 6)})) as one:
        yield one


def test_an_article_comes_in_with_its_evidence(run: Run, site: Site) -> None:
    result = run("import", "--allow-private", "--no-match", site.url("/1"))
    assert (result.exit_code, result.stdout) == (0, "added 1 article with 0 claims\n")
    with open_store(Path("claims.db")) as store:
        (row,) = store.sources()
        (had,) = store.retrievals(row.id)
        assert (row.file, row.url, had.url, had.status) == (*[site.url("/1")] * 3, 200)
        assert (had.sha256, bool(had.warc)) == (row.sha256, True)


def test_what_is_in_is_not_fetched_again_unless_asked(run: Run, site: Site) -> None:
    run("import", "--allow-private", "--no-match", site.url("/1"))
    asked = len(site.asked)
    result = run("import", "--allow-private", "--no-match", site.url("/1") + "#yorum")
    assert "1 already imported, unchanged" in result.stdout
    assert ("--refresh" in result.stderr, len(site.asked)) == (True, asked)
    result = run("import", "--allow-private", "--no-match", "--refresh", site.url("/1"))
    assert ("1 already imported" in result.stdout, "--refresh" in result.stderr) == (True, False)
    with open_store(Path("claims.db")) as store:
        (row,) = store.sources()
        assert [one.status for one in store.retrievals(row.id)] == [200, 304]


def test_a_page_that_was_changed_is_had_again_and_both_stay(run: Run, site: Site) -> None:
    run("import", "--allow-private", "--no-match", site.url("/1"))
    site.at["/1"] = article(3, 7)
    assert (
        "added 1 article"
        in run("import", "--allow-private", "--refresh", "--no-match", site.url("/1")).stdout
    )
    with open_store(Path("claims.db")) as store:
        texts = [store.source(row.id).text for row in store.sources()]
        assert sorted("5 kişi" in text for text in texts) == [False, True]


def test_what_fails_is_named_and_the_rest_comes_in(run: Run, site: Site) -> None:
    site.at["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /2\n", headers=TEXT)
    named = [site.url(path) for path in ("/nix", "/2", "/1")]
    result = run("import", "--allow-private", "--no-match", *named)
    assert (result.exit_code, "added 1 article with 0 claims, 2 failed" in result.stdout) == (1, True)
    assert f"Page not found: {named[0]} answers 404" in result.stderr
    assert f"keeps programs from {named[1]}" in result.stderr
    result = run("import", "--allow-private", "--ignore-robots", "--no-match", named[1])
    assert (result.exit_code, "added 1 article" in result.stdout) == (0, True)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("file:///etc/passwd", "Not a web address"),
        ("http://127.0.0.1:{port}/1", "Not a public address"),
        ("http://localhost:{port}/1", "Not a public address"),
        ("http://2130706433:{port}/1", "Not a public address"),
    ],
)
def test_this_machine_is_not_read_from_unless_asked(run: Run, site: Site, url: str, says: str) -> None:
    result = run("import", url.format(port=site.port))
    assert (result.exit_code, says in result.stderr, site.asked) == (3, True, [])
    assert "hint: " in result.stderr


def test_files_are_read_without_anything_of_the_network(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ankara'da 5 kişi öldü.\n")
    before = {name for name in sys.modules if name.startswith("httpx")}
    assert run("import", "--no-match", "a.txt").exit_code == 0
    assert {name for name in sys.modules if name.startswith("httpx")} == before


@pytest.mark.parametrize(
    ("words", "named", "fetched"),
    [
        pytest.param((), "url", ["/1", "/2"], id="a feed that is fetched leads to its articles"),
        pytest.param(("--no-follow",), "url", [], id="unless it is not to be followed"),
        pytest.param((), "file", [], id="a saved feed is read as it is"),
        pytest.param(("--follow",), "file", ["/1", "/2"], id="unless it is to be followed"),
    ],
)
def test_feeds_are_followed_where_they_are_to_be(
    run: Run, site: Site, words: tuple[str, ...], named: str, fetched: list[str]
) -> None:
    said = "Ankara'da 3 Mayıs günü kişi öldü. " * 20
    entry = f"<title>Kaza</title><description>{said}"
    items = "".join(f"<item>{entry}{n}</description><link>{site.url(f'/{n}')}</link></item>" for n in (1, 2))
    feed = f"<rss version='2.0'><channel><title>Ajans</title>{items}</channel></rss>".encode()
    site.at["/rss"] = Reply(feed, headers={"Content-Type": "application/rss+xml"})
    Path("saved.rss").write_bytes(feed)
    named = site.url("/rss") if named == "url" else "saved.rss"
    result = run("import", "--allow-private", "--ignore-robots", "--no-match", *words, named)
    assert "added 2 articles" in result.stdout
    assert sorted(path for path in site.paths if path != "/rss") == fetched
    with open_store(Path("claims.db")) as store:
        had = [[one.url for one in store.retrievals(row.id)] for row in store.sources()]
    of_the_feed = [site.url("/rss")] if site.asked else []
    assert sorted(had) == ([[site.url(path)] for path in fetched] or [of_the_feed] * 2)

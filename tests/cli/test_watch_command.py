"""`workbench watch`: what it prints, its exit codes, and how it ends."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_running import Run
from loopback import Reply, Site, serving

from workbench.store import open_store

TEXT = {"Content-Type": "text/plain; charset=utf-8"}


def rss(site: Site, *paths: str) -> Reply:
    items = "".join(f"<item><title>{path}</title><link>{site.url(path)}</link></item>" for path in paths)
    text = f"<rss version='2.0'><channel><title>Ajans</title>{items}</channel></rss>"
    return Reply(text.encode(), headers={"Content-Type": "application/rss+xml"})


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr("workbench.claims.read_claims", lambda _source: ())
    monkeypatch.setattr("workbench.fetching.ways.Ways._sleep", lambda _self, _seconds: None)
    one = Site({f"/{n}": Reply(f"Ankara'da {n} kişi öldü.".encode(), headers=TEXT) for n in (1, 2)})
    with serving(one):
        one.at["/rss"] = rss(one, "/1", "/2")
        yield one


def test_once_says_what_is_new_a_line_each(run: Run, site: Site) -> None:
    result = run("watch", "--allow-private", "--once", site.url("/rss"))
    assert result.exit_code == 0
    said = [line[18:] for line in result.stdout.splitlines()]
    assert [line.partition(" ")[0] for line in said] == ["new", "new", "looked"]
    assert "2 new, 0 in already, 0 failed; next " in said[2]
    assert run("watch", "--allow-private", "--once").stdout == ""


def test_programs_get_a_line_of_json_each(run: Run, site: Site) -> None:
    site.at["/rss"] = rss(site, "/1", "/gone")
    result = run("watch", "--allow-private", "--once", "--json", site.url("/rss"))
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["what"] for one in lines] == ["came", "failed", "looked"]
    assert (lines[0]["file"], lines[1]["title"]) == (site.url("/1"), "Page not found")
    assert (result.exit_code, lines[2]["failed"]) == (1, 1)


def test_a_feed_that_does_not_answer_fails_alone(run: Run, site: Site) -> None:
    assert run("watch", "--allow-private", "--once", site.url("/nix")).exit_code == 3
    assert run("watch", "--allow-private", "--once", site.url("/nix2"), site.url("/rss")).exit_code == 1
    assert f"{site.url('/nix')}  has not answered yet, 1 failure since" in run("watch", "--list").stdout


def test_what_is_watched_can_be_listed_and_forgotten(run: Run, site: Site) -> None:
    run("watch", "--allow-private", "--once", site.url("/rss"))
    assert run("watch", "--list").stdout.startswith(f"{site.url('/rss')}  answered 20")
    assert json.loads(run("watch", "--list", "--json").stdout)["url"] == site.url("/rss")
    assert run("watch", "--forget", site.url("/rss") + "#x").exit_code == 0
    assert run("watch", "--list").stdout == ""
    assert run("watch", "--forget", site.url("/rss")).exit_code == 2
    assert run("watch", "--forget").exit_code == 2
    with open_store(Path("claims.db")) as store:
        assert len(store.sources()) == 2


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("--once",), 3, "Nothing is watched"),
        (("--every", "1s", "http://a.example/"), 2, "Too often"),
        (("--every", "soon", "http://a.example/"), 2, "Not a span of time"),
        (("ftp://a.example/",), 3, "Not a web address"),
        (("--list", "--every", "1h"), 3, "No database"),
    ],
)
def test_wrong_use_is_said(run: Run, words: tuple[str, ...], code: int, says: str) -> None:
    result = run("watch", *words)
    assert (result.exit_code, says in result.stderr) == (code, True)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_after_the_article_that_is_being_read(
    run: Run, site: Site, sign: signal.Signals, monkeypatch: pytest.MonkeyPatch
) -> None:
    def press(_source: object) -> tuple[()]:
        os.kill(os.getpid(), sign)
        return ()

    monkeypatch.setattr("workbench.claims.read_claims", press)
    result = run("watch", "--allow-private", site.url("/rss"))
    assert (result.exit_code, result.stdout.count("  new  ")) == (0, 1)
    monkeypatch.setattr("workbench.claims.read_claims", lambda _source: ())
    result = run("watch", "--allow-private", "--once")
    assert "1 new, 1 in already" in result.stdout

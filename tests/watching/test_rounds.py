"""Looking at feeds on loopback: what is new comes in once and is said once, whatever happens in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from loopback import Reply, Site, Time, serving

from workbench.errors import SourceError
from workbench.fetching.rules import Rules
from workbench.fetching.web import Web
from workbench.models import Feed
from workbench.store import Store, open_store
from workbench.watching.news import Came, Differs, Failed, Looked, News
from workbench.watching.rounds import Watch, known_feeds

TEXT = {"Content-Type": "text/plain; charset=utf-8"}
QUARTER = timedelta(minutes=15)


def article(number: int, dead: int = 5) -> Reply:
    text = f"Ankara'da kaza {number}\n\n{number} Mayıs 2025'te Ankara'daki kazada {dead} kişi öldü.\n"
    return Reply(text.encode(), headers=TEXT)


def rss(site: Site, *paths: str, etag: str = "") -> Reply:
    items = "".join(f"<item><title>{path}</title><link>{site.url(path)}</link></item>" for path in paths)
    text = f"<rss version='2.0'><channel><title>Ajans</title>{items}</channel></rss>"
    return Reply(
        text.encode(), headers={"Content-Type": "application/rss+xml"} | ({"ETag": etag} if etag else {})
    )


@pytest.fixture
def site() -> Iterator[Site]:
    one = Site({"/1": article(1), "/2": article(2)})
    with serving(one):
        one.at["/rss"] = rss(one, "/1", "/2", etag='"a"')
        yield one


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "a.db") as one:
        yield one


class Watching:
    """A watch on one feed of a site; each look gives what was said."""

    def __init__(self, store: Store, site: Site) -> None:
        self.store, self.site, self.time = store, site, Time()
        self.said: list[News] = []
        self.stop: Callable[[], bool] = lambda: False
        self.tell: Callable[[News], None] = self.said.append

    def now(self) -> datetime:
        return datetime(2025, 5, 2, 10, tzinfo=UTC) + timedelta(seconds=self.time.now)

    def look(self, path: str = "/rss") -> list[News]:
        self.said.clear()
        web = Web(Rules(allow_private=True, ignore_robots=True), self.store, self.time.around(now=self.now))
        with web:
            watch = Watch(
                self.store, web, QUARTER, lambda news: self.tell(news), stop=lambda: self.stop(), now=self.now
            )
            watch.once(known_feeds(self.store, [self.site.url(path)]))
        return list(self.said)


@pytest.fixture
def watching(store: Store, site: Site, monkeypatch: pytest.MonkeyPatch) -> Watching:
    monkeypatch.setattr("workbench.claims.read_claims", lambda _source: ())
    return Watching(store, site)


def kinds(news: list[News]) -> list[str]:
    return [type(one).__name__ for one in news]


def test_what_is_new_is_said_once(watching: Watching, site: Site) -> None:
    assert kinds(watching.look()) == ["Came", "Came", "Looked"]
    assert [one.file for one in watching.said if isinstance(one, Came)] == [site.url("/1"), site.url("/2")]
    asked = len(site.asked)
    assert kinds(watching.look()) == ["Looked"]
    assert site.paths[asked:] == ["/rss"]
    site.at |= {"/3": article(3), "/rss": rss(site, "/3", "/1", etag='"b"')}
    news = watching.look()
    assert kinds(news) == ["Came", "Looked"]
    assert isinstance(news[-1], Looked) and (news[-1].added, news[-1].unchanged) == (1, 1)


def test_a_feed_without_versions_is_known_by_its_bytes(watching: Watching, site: Site) -> None:
    site.at["/rss"] = rss(site, "/1")
    watching.look()
    asked = len(site.asked)
    assert kinds(watching.look()) == ["Looked"]
    assert site.paths[asked:] == ["/rss"]


def test_a_page_that_changes_comes_in_again(watching: Watching, site: Site, store: Store) -> None:
    assert kinds(watching.look("/1")) == ["Came", "Looked"]
    assert kinds(watching.look("/1")) == ["Looked"]
    site.at["/1"] = article(1, dead=9)
    assert kinds(watching.look("/1")) == ["Came", "Looked"]
    assert len(store.sources()) == 2


def test_what_cannot_be_had_is_said_once(watching: Watching, site: Site) -> None:
    site.at["/rss"] = rss(site, "/1", "/gone", etag='"a"')
    news = watching.look()
    assert kinds(news) == ["Came", "Failed", "Looked"]
    site.at["/rss"] = rss(site, "/1", "/gone", "/2", etag='"b"')
    assert kinds(watching.look()) == ["Came", "Looked"]


def test_what_failed_for_a_moment_is_tried_again_though_the_feed_is_the_same(
    watching: Watching, site: Site
) -> None:
    site.at["/2"] = Reply(b"", 503)
    assert kinds(watching.look()) == ["Came", "Failed", "Looked"]
    site.at["/2"] = article(2)
    assert kinds(watching.look()) == ["Came", "Looked"]
    assert watching.store.feeds()[0].failing == {}


def test_a_feed_that_does_not_answer_is_left_alone_for_longer(watching: Watching, site: Site) -> None:
    watching.look()
    site.at["/rss"] = Reply(b"", 404)
    news = watching.look()
    assert kinds(news) == ["Failed", "Looked"]
    assert isinstance(news[0], Failed) and news[0].error.title == "Page not found"
    (feed,) = watching.store.feeds()
    pause = datetime.fromisoformat(feed.due) - watching.now()
    assert (feed.failures, timedelta(minutes=26) < pause < timedelta(minutes=34)) == (1, True)
    assert watching.look() == []
    watching.time.now += 3600
    assert kinds(watching.look()) == ["Looked"]
    site.at["/rss"] = rss(site, "/1")
    watching.time.now += 7200
    assert kinds(watching.look()) == ["Looked"]
    assert watching.store.feeds()[0].failures == 0


def test_what_was_stopped_on_the_way_goes_on_the_next_time(watching: Watching, site: Site) -> None:
    watching.stop = lambda: any(isinstance(one, Came) for one in watching.said)
    assert kinds(watching.look()) == ["Came"]
    assert watching.store.feeds()[0].seen == ""
    watching.stop = lambda: False
    asked = len(site.asked)
    assert kinds(watching.look()) == ["Came", "Looked"]
    assert "/1" not in site.paths[asked:]


def test_what_was_killed_before_its_feed_was_kept_goes_on_the_next_time(
    watching: Watching, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(feed: Feed) -> None:
        if feed.seen:
            raise KeyboardInterrupt

    known_feeds(store, [watching.site.url("/rss")])
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(store, "keep_feed", die)
        watching.look()
    news = watching.look()
    assert kinds(news) == ["Looked"]
    assert isinstance(news[0], Looked) and (news[0].added, news[0].unchanged) == (0, 2)


def test_new_differences_are_said(store: Store, site: Site) -> None:
    watching = Watching(store, site)
    site.at |= {"/1": article(3, 5), "/2": article(3, 7)}
    news = watching.look()
    assert kinds(news) == ["Came", "Came", "Differs", "Looked"]
    assert isinstance(news[2], Differs) and set(news[2].labels) == {"5", "7"}
    assert kinds(watching.look()) == ["Looked"]


def test_all_that_is_watched_is_meant_where_none_is_named(store: Store) -> None:
    with pytest.raises(SourceError, match="Nothing is watched"):
        known_feeds(store, [])
    known_feeds(store, ["HTTP://b.example/rss", "http://a.example/rss#x", "http://b.example/rss"])
    assert [feed.url for feed in known_feeds(store, [])] == ["http://a.example/rss", "http://b.example/rss"]
    kept = Feed(
        "http://a.example/rss", '"a"', "m", "f00", "s", "d", 3, {"http://a.example/1": "Page not found"}
    )
    store.keep_feed(kept)
    assert store.feeds()[0] == kept
    assert (store.forget_feed(kept.url), store.forget_feed(kept.url)) == (True, False)


def test_it_looks_when_a_feed_is_due_until_it_is_stopped(watching: Watching, site: Site) -> None:
    with Web(Rules(allow_private=True, ignore_robots=True), watching.store, watching.time.around()) as web:
        looks = lambda: sum(isinstance(one, Looked) for one in watching.said)  # noqa: E731
        watch = Watch(
            watching.store,
            web,
            QUARTER,
            watching.tell,
            stop=lambda: looks() == 3,
            now=watching.now,
            sleep=lambda _: watching.time.sleep(60),
        )
        watch.on(known_feeds(watching.store, [site.url("/rss")]))
    assert kinds(watching.said) == ["Came", "Came", "Looked", "Looked", "Looked"]
    assert 24 * 60 < watching.time.now < 40 * 60

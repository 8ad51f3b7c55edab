"""How articles were had from the network: kept with them in one transaction, and found by their address."""

from dataclasses import replace
from pathlib import Path

import pytest

from workbench.errors import StoreError
from workbench.models import Held, Retrieval, Source
from workbench.sources import source_from_text
from workbench.store import open_store

ASKED, ANSWERED = "http://a.example/1", "https://a.example/haber/1"
ARTICLE = source_from_text("Kazada 5 kişi öldü.", file=ASKED)
OTHER = source_from_text("Kazada 6 kişi öldü.", file="b")


def had(of: Source, minute: int, *, status: int = 200, etag: str = '"v1"') -> Retrieval:
    headers = (("ETag", etag), ("Last-Modified", "Fri, 02 May 2025 10:00:00 GMT"), ("Etag", "later"))
    return Retrieval(
        ASKED, ANSWERED, f"2025-05-02T10:{minute:02}:00+00:00", status, headers, of.sha256, b"warc"
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with open_store(tmp_path / "a.db") as store:
        store.add_source(ARTICLE, [], had(ARTICLE, 1))
    return tmp_path / "a.db"


@pytest.mark.parametrize("url", [ASKED, ANSWERED])
def test_an_article_is_found_by_both_ends_of_its_redirects(path: Path, url: str) -> None:
    with open_store(path) as store:
        held = store.held(url)
        assert held == Held(ARTICLE.id, ASKED, ARTICLE.sha256, '"v1"', "Fri, 02 May 2025 10:00:00 GMT")
        assert store.held(url + "2") is None
        assert store.retrievals(ARTICLE.id) == [had(ARTICLE, 1)]


def test_a_later_retrieval_is_what_counts(path: Path) -> None:
    with open_store(path) as store:
        store.add_retrieval(ARTICLE.id, had(ARTICLE, 2, status=304, etag='"v2"'))
        held = store.held(ASKED)
        assert held and (held.source, held.etag) == (ARTICLE.id, '"v2"')
        store.add_source(OTHER, [], had(OTHER, 3, etag='"v3"'))
        held = store.held(ASKED)
        assert held and (held.source, held.etag) == (OTHER.id, '"v3"')
        assert [one.status for one in store.retrievals(ARTICLE.id)] == [200, 304]


def test_a_page_that_says_the_same_in_other_bytes_is_its_article(path: Path) -> None:
    elsewhere = replace(
        had(OTHER, 4, etag='"v4"'), url="http://m.a.example/1", final_url="http://m.a.example/1"
    )
    with open_store(path) as store:
        store.add_retrieval(ARTICLE.id, elsewhere)
        held = store.held("http://m.a.example/1")
        assert held and (held.source, held.etag, held.sha256) == (ARTICLE.id, '"v4"', OTHER.sha256)


def test_what_only_stood_in_a_feed_is_not_the_feed(tmp_path: Path) -> None:
    feed = replace(had(ARTICLE, 1), sha256="of the feed", url="http://a.example/feed", final_url="")
    with open_store(tmp_path / "a.db") as store:
        for one in (ARTICLE, OTHER):
            store.add_source(one, [], feed)
        assert store.held("http://a.example/feed") is None
        assert store.retrievals(ARTICLE.id) == store.retrievals(OTHER.id) == [feed]
        assert store._db.execute("SELECT count(*) FROM retrievals").fetchone() == (1,)


def test_evidence_of_nothing_is_refused_and_a_source_that_was_in_changes_nothing(path: Path) -> None:
    with open_store(path) as store:
        with pytest.raises(StoreError, match="No such source"):
            store.add_retrieval("s0", had(ARTICLE, 5))
        assert not store.add_source(ARTICLE, [], had(ARTICLE, 5))
        assert len(store.retrievals(ARTICLE.id)) == 1


def test_retrieval_and_source_go_in_together_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(tmp_path / "a.db") as store:
        with pytest.raises(StoreError):
            store.add_source(ARTICLE, [], replace(had(ARTICLE, 1), url="http://\ud800"))
        assert store.sources() == []


def test_what_was_retrieved_is_part_of_the_dump(path: Path) -> None:
    with open_store(path) as store:
        assert [line for line in store.dump() if line.startswith("retrieval of") and ANSWERED in line]

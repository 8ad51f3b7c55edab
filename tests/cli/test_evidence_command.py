"""`workbench sources evidence`: how an article was had, shown and written as others read it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_running import Run
from loopback import Reply, Site, onward, serving
from warcio.archiveiterator import ArchiveIterator

from workbench.store import open_store

BODY = "Ankara'da kaza\n\n3 Mayıs 2025'te Ankara'da 5 kişi öldü.\n".encode()


@pytest.fixture
def site(run: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr("workbench.claims.read_claims", lambda _source: ())
    monkeypatch.setattr("workbench.fetching.ways.Ways._sleep", lambda _self, _seconds: None)
    headers = {"Content-Type": "text/plain", "Content-Encoding": "gzip", "ETag": '"1"', "X-Oda": "\x9b2J"}
    with serving(Site({"/1": onward("/2"), "/2": Reply(gzip.compress(BODY), headers=headers)})) as one:
        assert run("import", "--allow-private", "--no-match", one.url("/1")).exit_code == 0
        yield one


def test_it_says_when_where_and_what(run: Run, site: Site) -> None:
    result = run("sources", "evidence", site.url("/1"))
    assert result.exit_code == 0
    for said in (
        f"led on      {site.url('/1')} (302)",
        f"came from   {site.url('/2')}",
        "answer      200: the document",
        "what is kept gives this hash",
        "Content-Encoding: gzip",
    ):
        assert said in result.stdout
    assert "\x9b" not in result.stdout


def test_a_page_can_be_shown_as_it_was(run: Run, site: Site) -> None:
    site.at["/2"] = Reply(b"Something else was never said.", headers={"Content-Type": "text/plain"})
    assert run("sources", "evidence", site.url("/1"), "--page", "was.txt").exit_code == 0
    assert Path("was.txt").read_bytes() == BODY


def test_others_read_the_warc_file(run: Run, site: Site) -> None:
    run("import", "--allow-private", "--no-match", "--refresh", site.url("/1"))
    assert run("sources", "evidence", site.url("/1"), "--warc", "1.warc.gz").exit_code == 0
    with Path("1.warc.gz").open("rb") as stream:
        records = [
            (
                one.rec_type,
                one.http_headers and one.http_headers.get_statuscode(),
                one.content_stream().read(),
            )
            for one in ArchiveIterator(stream, check_digests="raise")
        ]
    kinds = [(kind, status) for kind, status, _ in records if kind != "request"]
    assert kinds == [("warcinfo", None), *[("response", status) for status in ("302", "200", "302", "304")]]
    assert [body for kind, status, body in records if (kind, status) == ("response", "200")] == [BODY]


def test_programs_get_a_line_each(run: Run, site: Site) -> None:
    run("import", "--allow-private", "--no-match", "--refresh", site.url("/1"))
    lines = [
        json.loads(line) for line in run("sources", "evidence", site.url("/1"), "--json").stdout.splitlines()
    ]
    assert [(one["status"], one["whole"], one["url"]) for one in lines] == [
        (200, True, site.url("/1")),
        (304, True, site.url("/1")),
    ]


def test_versions_of_one_address_are_told_in_their_order(run: Run, site: Site) -> None:
    later = {"Content-Type": "text/plain"}
    for text in ("6 kişi öldü.", "7 kişi öldü.", "8 kişi öldü."):
        site.at["/2"] = Reply(text.encode(), headers=later)
        run("import", "--allow-private", "--no-match", "--refresh", site.url("/1"))
    told = run("sources", "evidence", site.url("/1"), "--page", "was.txt", "--json").stdout.splitlines()
    times = [json.loads(line)["at"] for line in told]
    assert (times, len(set(times))) == (sorted(times), 4)
    assert Path("was.txt").read_text() == "8 kişi öldü."
    with open_store(Path("claims.db")) as store:
        first = next(row.id for row in store.sources() if "5 kişi" in store.source(row.id).text)
    assert run("sources", "evidence", first, "--page", "first.txt").exit_code == 0
    assert Path("first.txt").read_bytes() == BODY


def test_what_was_tampered_with_is_said(run: Run, site: Site) -> None:
    with open_store(Path("claims.db")) as store:
        (row,) = store.sources()
        store._db.execute("UPDATE retrievals SET sha256 = replace(sha256, substr(sha256, 1, 1), 'f0')")
    result = run("sources", "evidence", row.id)
    assert (result.exit_code, "does NOT give this hash" in result.stdout) == (1, True)


def test_a_file_that_is_there_is_kept_unless_said(run: Run, site: Site, tmp_path: Path) -> None:
    Path("mine").write_text("mine")
    result = run("sources", "evidence", site.url("/1"), "--warc", "mine")
    assert (result.exit_code, Path("mine").read_text()) == (2, "mine")
    assert run("sources", "evidence", site.url("/1"), "--warc", "mine", "--force").exit_code == 0
    assert run("sources", "evidence", site.url("/1"), "--page", "nowhere/x").exit_code == 2
    assert [one.name for one in tmp_path.glob(".*.part")] == []


def test_what_came_as_a_file_has_none(run: Run, db: Path) -> None:
    result = run("sources", "evidence", "sa.txt")
    assert (result.exit_code, "did not come from the network" in result.stderr) == (3, True)

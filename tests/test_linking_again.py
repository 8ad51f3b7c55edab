"""What reviewers say, and what turns out to be a copy, is linked again as if all had been matched anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from article_making import write_articles

from workbench import pipeline, reviewing
from workbench.cli_output import say_matching
from workbench.decisions import verdicts
from workbench.linking.report import MatchReport
from workbench.models import Decision, Discrepancy
from workbench.store import Store, open_store

TODAY = date(2026, 3, 1)
HEAD = "Depoda yangın\n\n12.06.2025\n\n"
STORY = (
    "Ulubey'de 11 Haziran 2025 gecesi bir kereste deposu yandı. Yangında 7 kişi yaralandı. "
    "Alevler rüzgarın etkisiyle kısa sürede yandaki iki atölyeye sıçradı. "
    "Ekipler sabaha karşı saat 04.30'da yangını denetim altına aldı. "
    "Vali Sedef Arıkan, yaralılardan ikisinin durumunun ağır olduğunu söyledi. "
    "Deponun sahibi, zararın büyük olduğunu ve sigortasının bulunmadığını anlattı. "
    "Savcılık olayla ilgili soruşturma başlattı ve üç kişinin ifadesine başvurdu. "
)
MORE = "Belediye, evleri zarar gören 12 aileyi öğretmenevine yerleştirdi."
AT = "2026-02-01T10:00:00.000000+03:00"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    write_articles(tmp_path / "articles", 40, 7)
    with open_store(tmp_path / "claims.db") as opened:
        pipeline.import_paths(opened, [tmp_path / "articles"])
        pipeline.link_pending(opened, today=TODAY)
        yield opened


def check_as_anew(store: Store) -> None:
    report = pipeline.link_pending(store, today=TODAY)
    linked = list(store.dump())
    assert report.changed is not None
    assert store.sources_to_link() == []
    pipeline.rematch(store, today=TODAY)
    assert list(store.dump()) == linked


def across(store: Store) -> Discrepancy:
    """A difference between several sources."""
    return next(one for one in store.discrepancies() if len({value.source for value in one.values}) > 1)


def test_a_verdict_that_parts_events_groups_their_claims_again(store: Store) -> None:
    before = store.events()
    parted = verdicts.different_events(across(store), reviewer="ayse", at=AT)
    reviewing.decide(store, parted, today=TODAY)
    check_as_anew(store)
    assert store.events() != before
    undo = verdicts.undo(parted, store.decisions(), reviewer="ayse", at=AT.replace("10:00", "11:00"))
    reviewing.decide(store, undo, today=TODAY)
    check_as_anew(store)
    assert store.events() == before


def test_a_verdict_that_joins_events_groups_their_claims_again(store: Store) -> None:
    first, *_, last = (event for event in store.events() if len(event.claims) > 1)
    said = Decision(
        "k1", "same_event", "", first.id, "event", "", (first.claims[0], last.claims[0]), "ayse", AT,
        value=f"{first.claims[0]},{last.claims[0]}",
    )  # fmt: skip
    reviewing.decide(store, said, today=TODAY)
    check_as_anew(store)
    home = store.event_of([first.claims[0], last.claims[0]])
    assert len(set(home.values())) == 1


def test_other_verdicts_leave_nothing_to_link(store: Store) -> None:
    reviewing.decide(store, verdicts.dismiss(across(store), reviewer="ayse", at=AT), today=TODAY)
    assert store.sources_to_link() == []


def test_a_copy_that_comes_later_changes_the_origins_of_what_it_repeats(store: Store, tmp_path: Path) -> None:
    short, full = tmp_path / "short.txt", tmp_path / "full.txt"
    short.write_text(HEAD + STORY, encoding="utf-8")
    full.write_text(HEAD + STORY + MORE, encoding="utf-8")
    pipeline.import_paths(store, [short])
    check_as_anew(store)
    pipeline.import_paths(store, [full])
    check_as_anew(store)
    rows = {row.file: row for row in store.sources()}
    assert rows["short.txt"].copy_of == rows["full.txt"].id


def forget_version(store: Store) -> None:
    store._db.conn.execute("UPDATE matcher SET version = 'older'")
    store._db.conn.commit()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        pytest.param(lambda store: None, None, id="nothing new"),
        pytest.param(forget_version, "the rules have changed", id="made by other rules"),
    ],
)
def test_why_all_is_matched_anew_is_said(
    store: Store, change: Callable[[Store], None], why: str | None
) -> None:
    before = list(store.dump())
    change(store)
    report = pipeline.link_pending(store, today=TODAY)
    assert (report.why_anew, report.changed is None) == (why, why is not None)
    assert list(store.dump()) == before


def test_pairs_that_were_not_compared_are_said_whatever_command_matched() -> None:
    report = MatchReport(2, 1, {}, changed=1, forgone={"day": 12_000, "word": 5})
    assert say_matching(report).splitlines()[1:] == [
        "at most so many pairs not compared, since too many claims share one: day 12,000, word 5"
    ]
    assert len(say_matching(replace(report, forgone={})).splitlines()) == 1
    assert "2 more claims might change too" in say_matching(replace(report, left=2))

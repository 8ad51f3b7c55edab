"""Articles read again: claims are replaced whole, the log stays, and what was decided is found again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from article_making import write_articles

from workbench import pipeline, reviewing
from workbench.claims import read_claims
from workbench.decisions import belonging, verdicts
from workbench.models import Claim, Discrepancy, Source
from workbench.rereading import RereadReport, reread
from workbench.store import Store, open_store

TODAY = date(2026, 3, 1)
AT = "2026-02-01T{}:00:00.000000+03:00"
FIRE = "3 Mayıs 2025'te Akçakum limanında çıkan yangında {} kişi yaralandı.\n"
Reader = Callable[[Source], tuple[Claim, ...]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "articles"
    path.mkdir()
    for name, hurt in (("a.txt", 4), ("b.txt", 7)):
        (path / name).write_text(
            f"Limanda yangın ({name})\n\n04.05.2025\n\n" + FIRE.format(hurt), encoding="utf-8"
        )
    return path


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with open_store(tmp_path / "claims.db") as opened:
        yield opened


def read_by(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> None:
    monkeypatch.setattr("workbench.claims.read_claims", reader)


def counted(claim: Claim) -> bool:
    return bool(claim.quantities) and not claim.heading


def one_less(source: Source) -> tuple[Claim, ...]:
    """An older reader: it overlooked whatever counts somebody in b.txt."""
    return tuple(claim for claim in read_claims(source) if source.file != "b.txt" or not counted(claim))


def misread(source: Source) -> tuple[Claim, ...]:
    """An older reader: it took every number of b.txt for nine."""

    def nine(claim: Claim) -> Claim:
        changed = (replace(one, value=9.0, low=9.0, high=9.0) for one in claim.quantities)
        return replace(claim, quantities=tuple(changed))

    return tuple(nine(claim) if source.file == "b.txt" else claim for claim in read_claims(source))


def cut_short(source: Source) -> tuple[Claim, ...]:
    """An older reader: it left the last character off every claim of b.txt."""

    def short(claim: Claim) -> Claim:
        return replace(claim, id=f"{claim.id}short", end=claim.end - 1, text=claim.text[:-1])

    return tuple(short(claim) if source.file == "b.txt" else claim for claim in read_claims(source))


def imported(store: Store, folder: Path) -> None:
    assert pipeline.import_paths(store, [folder]).failed == []
    pipeline.rematch(store, today=TODAY)


def read_again(store: Store) -> RereadReport:
    """Everything read again and matched; the database is sound at each step."""
    report = reread(store, [row.id for row in store.sources()])
    assert store.integrity() == []
    pipeline.rematch(store, today=TODAY)
    assert store.integrity() == []
    return report


def difference(store: Store) -> Discrepancy:
    (found,) = [one for one in store.discrepancies() if one.attribute == "count"]
    return found


def accept(store: Store, value: float) -> None:
    found = difference(store)
    number = 1 + found.labels.index(next(one.label for one in found.values if one.value == value))
    decision = verdicts.accept(found, number, reviewer="Ayşe", at=AT.format("10"))
    reviewing.decide(store, decision, today=TODAY)


def status(store: Store) -> str:
    found = difference(store)
    return store.queue_rows([found.id])[found.id].status


def logged(store: Store) -> list[str]:
    return [line for line in store.dump() if line.startswith("decision ")]


@pytest.mark.parametrize("reader", [one_less, misread, cut_short], ids=lambda reader: reader.__name__)
def test_reading_again_ends_where_a_first_import_would(
    store: Store, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: Reader
) -> None:
    with monkeypatch.context() as older:
        read_by(older, reader)
        imported(store, folder)
    report = read_again(store)
    assert [one.file for one in report.changed] == ["b.txt"]
    assert report.unchanged == ["a.txt"]
    with open_store(tmp_path / "fresh.db") as fresh:
        imported(fresh, folder)
        assert list(store.dump()) == list(fresh.dump())
        assert [hit.id for hit in store.search("yaralandı")] == [hit.id for hit in fresh.search("yaralandı")]


def test_reading_again_with_the_same_rules_writes_nothing(store: Store, tmp_path: Path) -> None:
    write_articles(tmp_path / "many", 12, 7)
    imported(store, tmp_path / "many")
    before = list(store.dump())
    report = reread(store, [row.id for row in store.sources()])
    assert (len(report.unchanged), report.changed) == (12, [])
    assert list(store.dump()) == before


def test_a_claim_under_another_id_that_says_the_same_takes_the_decision_over(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        read_by(older, cut_short)
        imported(store, folder)
        accept(store, 7.0)
        log = logged(store)
    report = read_again(store)
    assert {one.how for one in report.displaced} == {"taken_over"}
    assert status(store) == "resolved"
    assert reviewing.changed(store) == []
    assert logged(store) == log
    assert set(store.former_claims().values()) <= {claim.id for claim in store.claims()}


def test_a_claim_that_now_says_something_else_reopens(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        read_by(older, misread)
        imported(store, folder)
        accept(store, 4.0)
    report = read_again(store)
    assert {one.how for one in report.displaced} == {"read_otherwise"}
    assert status(store) == "reopened"
    (told,) = reviewing.changed(store)
    assert "b.txt is now read as" in " ".join(told.sentences)


def test_a_decision_whose_claim_is_gone_is_listed_with_what_stands_there(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(store, folder)
    accept(store, 4.0)
    read_by(monkeypatch, one_less)
    report = read_again(store)
    gone = [one for one in report.displaced if one.how == "gone"]
    assert gone and all(counted(one.claim) for one in gone)
    (told,) = reviewing.changed(store)
    assert told.change.gone
    assert set(store.former_claims()) >= {one.claim.id for one in gone}
    read_by(monkeypatch, read_claims)
    read_again(store)
    assert status(store) == "resolved"
    assert store.former_claims() == {}


def test_what_was_said_of_a_claim_binds_the_one_that_stands_for_it(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        read_by(older, cut_short)
        imported(store, folder)
        one, other = (claim for claim in store.claims() if counted(claim))
        events = store.events_of_claims([one.id, other.id])
        assert len(events) == 1
        entry = belonging.different(one, other, events, reviewer="Ayşe", at=AT.format("10"))
        reviewing.decide(store, entry, today=TODAY)
        log = logged(store)
    read_again(store)
    one, other = (claim for claim in store.claims() if counted(claim))
    event_of = store.event_of_claim()
    assert event_of[one.id] != event_of[other.id]
    assert logged(store) == log


def test_a_stop_leaves_the_rest_as_it_was(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(store, folder)
    before = [line for line in store.dump() if line.startswith("claim ")]
    read_by(monkeypatch, misread)
    answers = iter([False, True])
    report = reread(store, [row.id for row in store.sources()], stop=lambda: next(answers))
    assert (report.unchanged, report.not_read) == (["a.txt"], ["b.txt"])
    assert [line for line in store.dump() if line.startswith("claim ")] == before


def test_an_article_that_cannot_be_read_keeps_its_claims(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(store, folder)
    before = list(store.dump())

    def broken(source: Source) -> tuple[Claim, ...]:
        raise ValueError(source.file)

    read_by(monkeypatch, broken)
    report = reread(store, [row.id for row in store.sources()])
    assert [one.file for one in report.failed] == ["a.txt", "b.txt"]
    assert list(store.dump()) == before


def test_a_fault_while_claims_are_replaced_leaves_all_as_it_was(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(store, folder)
    before = list(store.dump())
    with monkeypatch.context() as faulty:
        read_by(faulty, cut_short)

        def dies(*_: object) -> None:
            raise KeyboardInterrupt

        faulty.setattr("workbench.store.writing.add_claims", dies)
        with pytest.raises(KeyboardInterrupt):
            reread(store, [row.id for row in store.sources()])
    assert list(store.dump()) == before
    assert store.integrity() == []

"""The stages in their order, on articles of our own: nothing half done, nothing lost, the same every time."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workbench import exporting, pipeline, reviewing
from workbench.decisions import verdicts
from workbench.linking.whole import Whole
from workbench.models import AttributeValue, Claim, Discrepancy, Event
from workbench.store import Store, open_store

TODAY = date(2026, 3, 1)
AT = "2026-02-01T10:00:00.000000+03:00"
ARTICLES = {
    "a.txt": (
        "Ankara'da ikinci tur\n\n12.06.2025\n\n"
        "Heyetler 11 Haziran 2025'te Ankara'da buluştu. Taraflar 450'şer esiri serbest bırakmayı kabul etti. "
        "Bakan Demir, görüşmenin iki saat sürdüğünü söyledi.\n"
    ),
    "b.txt": (
        "Esirler dönüyor\n\n13.06.2025\n\n"
        "Ankara'daki 11 Haziran 2025 tarihli görüşmede taraflar 500'er esirin takasında anlaştı.\n"
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "articles"
    path.mkdir()
    for name, text in ARTICLES.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with open_store(tmp_path / "claims.db") as opened:
        yield opened


def test_every_claim_stands_at_its_offsets(store: Store, folder: Path) -> None:
    report = pipeline.import_paths(store, [folder])
    assert [one.file for one in report.added] == ["a.txt", "b.txt"]
    texts = {row.id: store.source(row.id).text for row in store.sources()}
    claims = store.claims()
    assert sum(one.claims for one in report.added) == len(claims) > 0
    for claim in claims:
        assert claim.text == texts[claim.source][claim.start : claim.end]
        for quantity in claim.quantities:
            assert quantity.expr == texts[claim.source][quantity.start : quantity.end]


def test_matching_twice_gives_the_same_database(store: Store, folder: Path) -> None:
    pipeline.import_paths(store, [folder])
    first_report = pipeline.rematch(store, today=TODAY)
    first = list(store.dump())
    assert first_report == pipeline.rematch(store, today=TODAY)
    assert first == list(store.dump())
    assert first_report.events == len(store.events()) > 0


def test_every_claim_is_in_an_event(store: Store, folder: Path) -> None:
    pipeline.import_paths(store, [folder])
    pipeline.rematch(store, today=TODAY)
    assert {claim.id for claim in store.claims()} == set(store.event_of_claim())


def test_the_same_bytes_under_another_name_are_unchanged(store: Store, folder: Path) -> None:
    pipeline.import_paths(store, [folder])
    (folder / "c.txt").write_bytes((folder / "a.txt").read_bytes())
    report = pipeline.import_paths(store, [folder])
    assert (report.added, report.unchanged) == ([], ["a.txt", "b.txt", "c.txt"])


def test_a_file_named_twice_is_read_once(store: Store, folder: Path) -> None:
    report = pipeline.import_paths(store, [folder / "a.txt", folder, folder / "a.txt"])
    assert ([one.file for one in report.added], report.unchanged) == (["a.txt", "b.txt"], [])


def test_a_stop_leaves_the_rest_unread(store: Store, folder: Path) -> None:
    answers = iter([False, True])
    report = pipeline.import_paths(store, [folder], stop=lambda: next(answers))
    assert ([one.file for one in report.added], report.not_read) == (["a.txt"], [str(folder / "b.txt")])


@pytest.mark.skipif(os.name == "nt", reason="file names are text there")
def test_a_file_name_that_is_no_text_is_a_failure_not_a_crash(store: Store, folder: Path) -> None:
    name = os.fsdecode(b"bad-\xff.txt")
    (folder / name).write_text(ARTICLES["a.txt"] + "Ek.", encoding="utf-8")
    report = pipeline.import_paths(store, [folder])
    assert len(report.added) == 2
    assert [one.error.title for one in report.failed] == ["File name cannot be kept"]


class Rooms:
    """Matching that gives one event with one discrepancy, whose id can be changed."""

    def __init__(self) -> None:
        self.discrepancy = "d1"

    def link_whole(self, claims: list[Claim], _: object) -> Whole:
        return Whole([], [(claims, [])], [], {}, {})

    def make_event(self, claims: list[Claim], *_: object) -> Event:
        return Event("e1", "event", "talks", tuple(one.id for one in claims))

    def detect(self, _events: object, claims: dict[str, Claim], _: object, **__: object) -> list[Discrepancy]:
        values = tuple(
            AttributeValue(one.id, one.source, index, index, index, str(index), one.text, one.start, one.end)
            for index, one in enumerate(sorted(claims.values(), key=lambda one: one.id))
        )
        return [Discrepancy(self.discrepancy, "e1", "count", "esir", "conflict", "high", values, "why")]


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch, store: Store, folder: Path) -> Rooms:
    simple = Rooms()
    monkeypatch.setattr("workbench.linking.running.link_whole", simple.link_whole)
    monkeypatch.setattr("workbench.linking.running.make_event", simple.make_event)
    monkeypatch.setattr("workbench.linking.comparing.detect", simple.detect)
    pipeline.import_paths(store, [folder])
    pipeline.rematch(store, today=TODAY)
    return simple


def status(store: Store, key: str) -> str:
    return store.queue_rows([key])[key].status


def test_a_decision_changes_the_status_at_once(store: Store, rooms: Rooms) -> None:
    reviewing.decide(store, verdicts.accept(store.discrepancy("d1"), 1, reviewer="ayse", at=AT), today=TODAY)
    assert status(store, "d1") == "resolved"


def test_a_decision_outlives_matching_under_another_id(store: Store, rooms: Rooms) -> None:
    decision = verdicts.dismiss(store.discrepancy("d1"), reviewer="ayse", at=AT)
    reviewing.decide(store, decision, today=TODAY)
    rooms.discrepancy = "d2"
    pipeline.rematch(store, today=TODAY)
    assert status(store, "d2") == "dismissed"
    undo = verdicts.undo(decision, store.decisions(), reviewer="ayse", at=AT.replace("10:00", "11:00"))
    reviewing.decide(store, undo, today=TODAY)
    assert status(store, "d2") == "open"


def test_a_deferral_ends_with_its_day(store: Store, rooms: Rooms) -> None:
    decision = verdicts.defer(store.discrepancy("d1"), "2026-03-01", reviewer="ayse", at=AT)
    reviewing.decide(store, decision, today=TODAY)
    assert status(store, "d1") == "deferred"
    (row,) = exporting.export_rows(store, "discrepancies", today=date(2026, 3, 2))
    assert row["status"] == "open"


def test_new_evidence_reopens(store: Store, rooms: Rooms, folder: Path) -> None:
    decision = verdicts.accept(store.discrepancy("d1"), 1, reviewer="ayse", at=AT)
    seen = replace(decision, claims=decision.claims[:1])
    reviewing.decide(store, seen, today=TODAY)
    assert status(store, "d1") == "reopened"

"""Exporting what is stored: whole or not at all, with progress, and a preview that costs a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from store_samples import sample_claim, sample_source

from workbench.errors import UsageError
from workbench.exporting import BrokenOffError, Choice, choices, export, write_export
from workbench.models import Claim
from workbench.records.rows import WHATS, What
from workbench.store import EventFilter, QueueFilter, Store, open_store


@pytest.mark.parametrize(
    ("choice", "ids"),
    [
        pytest.param(Choice("events"), ["e1", "e2"], id="all"),
        pytest.param(Choice("events", EventFilter(state="open")), ["e1", "e2"], id="something open"),
        pytest.param(Choice("events", EventFilter(event_types=("fire",))), ["e1"], id="a type"),
        pytest.param(Choice("events", EventFilter(text="YANGINI depo")), ["e1"], id="words, folded"),
        pytest.param(Choice("events", EventFilter(events=("e",))), ["e1", "e2"], id="beginnings of ids"),
        pytest.param(Choice("discrepancies", EventFilter(events=("e2",))), ["d3"], id="of an event"),
        pytest.param(
            Choice("discrepancies", queue=QueueFilter(attributes=("place",))), ["d3"], id="as in the queue"
        ),
        pytest.param(
            Choice("discrepancies", EventFilter(events=("e1",)), QueueFilter(attributes=("place",))),
            [],
            id="both",
        ),
    ],
)
def test_what_is_chosen(filled: Store, choice: Choice, ids: list[str]) -> None:
    made = export(filled, choice)
    assert [row["id"] for row in made.rows] == ids
    assert made.total == len(ids)


@pytest.mark.parametrize("what", WHATS)
def test_the_total_counts_what_is_told_of(filled: Store, what: What) -> None:
    made = export(filled, Choice(what))
    key = "event" if what == "attributes" else "id"
    assert made.total == len({row[key] for row in made.rows})


def test_claims_of_other_events_that_a_difference_names_come_along(filled: Store) -> None:
    (one, *_), (claim, *_) = filled.discrepancies(event="e1"), filled.claims(event="e2")
    strange = replace(one.values[0], claim=claim.id, source=claim.source, origin=claim.source)
    filled.replace_matching(filled.events(), [], [replace(one, values=(*one.values, strange))])
    (dossier,) = export(filled, Choice("events", EventFilter(events=("e1",)))).dossiers
    assert dossier.others == (claim,) and claim not in dossier.claims
    assert dossier.text(claim.source)[claim.start : claim.end] == claim.text
    assert claim.source in dossier.sources


@pytest.mark.parametrize("what", WHATS)
def test_pages_leave_nothing_out(filled: Store, what: What, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(export(filled, Choice(what)).rows)
    monkeypatch.setattr(choices, "PAGE", 1)
    made = export(filled, Choice(what))
    assert list(made.rows) == whole


def test_claims_of_all_events_are_all_claims(filled: Store) -> None:
    chosen = EventFilter(events=("e1", "e2"))
    of_events = [row["id"] for row in export(filled, Choice("claims", chosen)).rows]
    every = [row["id"] for row in export(filled, Choice("claims")).rows if row["event"]]
    assert of_events == every


def test_a_few_rows_read_one_page(filled: Store, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join(f"Depo {number} yandı." for number in range(1_000))
    source = sample_source(text, "long.txt")
    filled.add_source(source, [sample_claim(source, f"Depo {n} yandı.") for n in range(1_000)])
    read: list[int] = []
    real = Store.claims_page

    def counted(self: Store, after: str | None = None, *, limit: int = 0) -> list[Claim]:
        read.append(limit)
        return real(self, after, limit=limit)

    monkeypatch.setattr(Store, "claims_page", counted)
    made = export(filled, Choice("claims"))
    assert len(list(islice(made.rows, 30))) == 30
    assert (read, made.total) == ([choices.PAGE], 1_004)


def test_progress_and_result(filled: Store, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = tmp_path / "out.jsonl"
    made = write_export(
        filled, Choice("claims"), "jsonl", path, progress=lambda done, total: told.append((done, total))
    )
    assert made.total == len(path.read_text(encoding="utf-8").splitlines()) == 4
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]


def test_broken_off_it_leaves_the_file_as_it_was(filled: Store, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    write_export(filled, Choice("events"), "jsonl", path)
    before = path.read_bytes()
    answers = iter([False, True])
    with pytest.raises(BrokenOffError):
        write_export(filled, Choice("claims"), "jsonl", path, stop=lambda: next(answers), force=True)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.glob("*.part")] == []


def test_somebodys_file_is_refused_before_anything_is_read(filled: Store, tmp_path: Path) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_text("mine")
    with pytest.raises(UsageError, match="Would overwrite"):
        write_export(filled, Choice("claims"), "jsonl", path)
    assert write_export(filled, Choice("claims"), "jsonl", path, force=True).total == 4


def test_it_tells_of_one_moment_whatever_others_write(filled: Store, tmp_path: Path) -> None:
    late = sample_source("Geç gelen haber. Depo söndü.", "z.txt")

    def rows() -> Iterable[str]:
        return [row["id"] for row in export(filled, Choice("claims")).rows]

    with filled.standing_still():
        before = rows()
        with open_store(tmp_path / "claims.db") as other:
            other.add_source(late, [sample_claim(late, "Depo söndü")])
        assert rows() == before
    assert len(list(rows())) == len(list(before)) + 1

"""Claims corrected by reviewers: written at once with what follows, and taken back without a trace."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from correcting_acts import (
    REVIEWER,
    TEXTS,
    TODAY,
    all_claims,
    at,
    claim_with,
    correct,
    imported,
    make,
    read_again,
    reject,
    source_of,
    take,
    undo,
    written,
)
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from workbench import correcting, pipeline, reviewing
from workbench.decisions import corrections, verdicts
from workbench.decisions.claim_fields import given, put, quantity_field, typed, typed_number
from workbench.errors import DecisionError, StoreError
from workbench.models import Decision
from workbench.store import Store, open_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "articles")


@pytest.fixture
def store(tmp_path: Path, folder: Path) -> Iterator[Store]:
    with open_store(tmp_path / "claims.db") as opened:
        imported(opened, folder)
        yield opened


def test_a_rejected_claim_is_gone_with_what_was_derived_from_it(store: Store) -> None:
    (found,) = [one for one in store.discrepancies() if one.attribute == "count"]
    wrong = claim_with(store, "a.txt", "4 kişi")
    assert wrong.id in {value.claim for value in found.values}
    entry = reject(store, wrong)
    pipeline.link_pending(store, today=TODAY)
    assert wrong.id not in all_claims(store)
    assert [one.id for one in store.discrepancies() if one.attribute == "count"] == []
    assert store.corrections(wrong.source) == [entry]
    assert store.search("4 kişi yaralandı") == [] or wrong.id not in {h.id for h in store.search("4 kişi")}


def test_a_corrected_claim_says_what_its_reviewer_says_and_by_which_decision(store: Store) -> None:
    claim = claim_with(store, "a.txt", "4 kişi")
    number = quantity_field(claim.quantities[0].start, claim.quantities[0].end)
    changed = put(put(claim, number, typed_number("7", given(claim, number))), "modality", "denied")
    entry = correct(store, claim, changed)
    now = all_claims(store)[claim.id]
    assert now == replace(changed, corrected_by=(entry.id,))
    assert entry.label and entry.label.endswith("modality occurred → denied, number 4 injured → 7 injured")
    pipeline.link_pending(store, today=TODAY)
    assert [one for one in store.discrepancies() if one.attribute == "count"] == []


def test_a_passage_becomes_a_claim_with_what_is_read_in_it(store: Store) -> None:
    entry = make(store, "b.txt", "Kent 5 Mayıs'ta yas", place="Akçakum")
    made = all_claims(store)[entry.claims[0]]
    assert made.text == "Kent 5 Mayıs'ta yas"
    assert made.date and made.date.start == date(2025, 5, 5)
    assert (made.place, made.corrected_by) == ("Akçakum", (entry.id,))
    pipeline.link_pending(store, today=TODAY)
    assert store.events_of_claims([made.id])


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda s: reject(s, claim_with(s, "a.txt", "4 kişi")), id="rejected"),
        pytest.param(
            lambda s: correct(
                s, claim_with(s, "a.txt", "4 kişi"), put(claim_with(s, "a.txt", "4 kişi"), "date", "2024")
            ),
            id="corrected",
        ),
        pytest.param(lambda s: make(s, "b.txt", "Kent 5 Mayıs'ta", modality="planned"), id="made"),
    ],
)
def test_undo_gives_back_what_was_read(store: Store, act: Callable[[Store], Decision]) -> None:
    before = [line for line in store.dump() if not line.startswith("decision ")]
    entry = act(store)
    assert [line for line in store.dump() if line.startswith("claim ")] != [
        line for line in before if line.startswith("claim ")
    ]
    back = undo(store, entry)
    pipeline.link_pending(store, today=TODAY)
    after = [line for line in store.dump() if not line.startswith(("decision ", "former "))]
    assert after == before
    undo(store, back, 51)
    pipeline.link_pending(store, today=TODAY)
    assert [line for line in store.dump() if line.startswith("claim ")] != [
        line for line in before if line.startswith("claim ")
    ]


def test_an_extent_is_read_anew_and_keeps_the_claims_id(store: Store) -> None:
    claim = claim_with(store, "a.txt", "4 kişi")
    source = source_of(store, "a.txt")
    start = claim.text.index("Akçakum") + claim.start
    base = correcting.read_passages(source, [(start, claim.end)])[start, claim.end]
    entry = corrections.correct(
        claim, put(base, "modality", "denied"), [], reviewer=REVIEWER, at=at(0), base=base
    )
    take(store, entry)
    now = all_claims(store)[claim.id]
    assert (now.text, now.modality) == (claim.text[claim.text.index("Akçakum") :], "denied")
    assert [one.value for one in now.quantities] == [4]
    assert corrections.correction_of(entry).was == {
        "extent": [claim.start, claim.end],
        "modality": "occurred",
    }
    correct(store, now, put(now, "place", "Derebaşı"), 1)
    undo(store, entry)
    later = all_claims(store)[claim.id]
    assert (later.text, later.place, later.modality) == (claim.text, "Derebaşı", "occurred")


@pytest.mark.parametrize(
    ("first", "hint"),
    [
        pytest.param("reject", "rejected it", id="somebody rejected it"),
        pytest.param("correct", "corrected it", id="somebody corrected the same field"),
    ],
)
def test_what_somebody_else_changed_meanwhile_is_refused_with_who(
    store: Store, first: str, hint: str
) -> None:
    claim = claim_with(store, "a.txt", "4 kişi")
    if first == "reject":
        reject(store, claim)
    else:
        correct(store, claim, put(claim, "modality", "denied"))
    before = list(store.dump())
    with pytest.raises(DecisionError) as refused:
        correct(store, claim, put(claim, "modality", "planned"), 1)
    assert f"{REVIEWER} {hint}" in refused.value.detail
    assert list(store.dump()) == before


def test_two_may_correct_two_fields_of_one_claim(store: Store) -> None:
    claim = claim_with(store, "a.txt", "4 kişi")
    first = correct(store, claim, put(claim, "modality", "denied"))
    second = correct(store, claim, put(claim, "place", "Derebaşı"), 1)
    now = all_claims(store)[claim.id]
    assert (now.modality, now.place, now.corrected_by) == ("denied", "Derebaşı", (first.id, second.id))


def test_an_entry_cannot_be_undone_twice(store: Store) -> None:
    entry = reject(store, claim_with(store, "a.txt", "4 kişi"))
    log = store.decisions()
    undo(store, entry)
    with pytest.raises(DecisionError):
        take(store, verdicts.undo(entry, log, reviewer="Ali", at=at(52)))


@pytest.mark.parametrize(
    ("words", "why"),
    [
        pytest.param("   ", "This passage is empty", id="nothing but blanks"),
        pytest.param("04.05.2025\n\n3 Mayıs", "This passage runs over paragraphs", id="two paragraphs"),
    ],
)
def test_what_cannot_be_a_claim_is_refused(store: Store, words: str, why: str) -> None:
    source = source_of(store, "a.txt")
    text = source.text if words.strip() else f"{source.text}{words}"
    start = text.index(words)
    with pytest.raises(DecisionError) as refused:
        correcting.draft_claim(store, replace(source, text=text), start, start + len(words))
    assert refused.value.title == why


def test_a_claim_that_stands_there_already_is_corrected_not_made(store: Store) -> None:
    claim = claim_with(store, "a.txt", "4 kişi")
    with pytest.raises(DecisionError) as refused:
        correcting.draft_claim(store, source_of(store, "a.txt"), claim.start - 1, claim.end)
    assert claim.id in refused.value.detail


def test_a_correction_of_nothing_is_refused(store: Store) -> None:
    claim = claim_with(store, "a.txt", "4 kişi")
    with pytest.raises(DecisionError):
        correct(store, claim, claim)


def test_decisions_that_rest_on_a_claim_are_named_and_stay(store: Store) -> None:
    (found,) = [one for one in store.discrepancies() if one.attribute == "count"]
    accepted = verdicts.accept(found, 1, reviewer=REVIEWER, at=at(0))
    reviewing.decide(store, accepted, today=TODAY)
    claim = claim_with(store, "a.txt", "4 kişi")
    assert [one.id for one in corrections.resting_on(store.decisions(), claim.id)] == [accepted.id]
    reject(store, claim, 1)
    assert accepted.id in {one.id for one in store.decisions()}
    assert store.former_claims() == {claim.id: None}


def test_nothing_is_written_where_the_claims_cannot_be(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    claim = claim_with(store, "a.txt", "4 kişi")
    before = list(store.dump())

    def broken(*_: object) -> None:
        raise StoreError("The disk is full", "", "")

    monkeypatch.setattr("workbench.store.rereading._rewrite", broken)
    with pytest.raises(StoreError):
        reject(store, claim)
    assert list(store.dump()) == before


def test_who_corrects_at_the_same_time_is_not_overwritten(store: Store) -> None:
    claim = claim_with(store, "a.txt", "4 kişi")
    entry = corrections.reject(claim, [], reviewer=REVIEWER, at=at(0))
    source = source_of(store, "a.txt")
    assert not store.append_correction(entry, source, [], {}, ["k-of-somebody-else"])
    assert store.decisions() == []


def test_a_new_database_reads_the_corrections_of_a_log_that_is_there_before_the_article(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    entry = reject(store, claim_with(store, "a.txt", "4 kişi"))
    with open_store(tmp_path / "other.db") as other:
        other.append_decision(entry)
        imported(other, folder)
        assert all_claims(other) == all_claims(store)


Step = tuple[str, int, str]
steps = st.lists(
    st.tuples(
        st.sampled_from(["reject", "modality", "date", "make", "undo"]),
        st.integers(0, 20),
        st.sampled_from(["planned", "denied", "2024-05", "2023"]),
    ),
    max_size=7,
)


@settings(max_examples=12, deadline=None)
@for_all(todo=steps, order=st.permutations(tuple(TEXTS)))
def test_reading_again_gives_the_same_claims_whatever_was_corrected(
    tmp_path_factory: pytest.TempPathFactory, todo: list[Step], order: list[str]
) -> None:
    folder = written(tmp_path_factory.mktemp("property") / "articles")
    with open_store(folder.parent / "one.db") as store, open_store(folder.parent / "other.db") as other:
        imported(store, folder)
        clean = all_claims(store)
        for minute, step in enumerate(todo):
            act(store, minute, *step)
        log = store.decisions()
        before = all_claims(store)
        read_again(store)
        assert all_claims(store) == before
        for file in order:
            imported(other, folder, (file,))
        for entry in log:
            reviewing.decide(other, entry, today=TODAY)
        assert all_claims(other) == before
        for minute, entry in enumerate(reversed(corrections.corrections_in_effect(log))):
            undo(store, entry, 10 + minute)
        assert all_claims(store) == clean


def act(store: Store, minute: int, what: str, nth: int, value: str) -> None:
    claims = list(store.claims())
    claim = claims[nth % len(claims)]
    if what == "undo":
        entries = corrections.corrections_in_effect(store.decisions())
        if entries:
            undo(store, entries[nth % len(entries)], minute)
    elif what == "reject":
        reject(store, claim, minute)
    elif what == "make":
        text = store.source(claim.source).text
        words = text[claim.start : claim.end].split()
        if len(words) > 3:
            file = store.source(claim.source).file
            # Words that are a claim already are refused: they are corrected instead.
            with suppress(DecisionError):
                make(store, file, " ".join(words[1:3]), minute)
    else:
        field = "date" if value[0].isdigit() else "modality"
        changed = put(claim, field, typed(field, value))
        if changed != claim:
            correct(store, claim, changed, minute)


def test_what_an_entry_says_is_compact_json(store: Store) -> None:
    entry = make(store, "b.txt", "Kent 5 Mayıs'ta yas", modality="planned")
    content = json.loads(str(entry.value))
    assert list(content) == ["claim", "start", "end", "text", "now", "beside"]
    assert content["now"] == {"modality": "planned"}
    assert ": " not in str(entry.value)

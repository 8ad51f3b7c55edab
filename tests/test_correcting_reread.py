"""What becomes of corrections when an article is read otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from correcting_acts import (
    Reader,
    all_claims,
    claim_with,
    correct,
    imported,
    make,
    read_again,
    reject,
    source_of,
    undo,
    written,
)

from workbench.claims import read_claims
from workbench.decisions import corrections
from workbench.decisions.claim_fields import put
from workbench.models import Claim, Source
from workbench.store import Store, open_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "articles")


@pytest.fixture
def store(tmp_path: Path, folder: Path) -> Iterator[Store]:
    with open_store(tmp_path / "claims.db") as opened:
        imported(opened, folder)
        yield opened


def short(source: Source) -> tuple[Claim, ...]:
    """Another reader: it leaves the last character off every claim of a.txt."""

    def cut(claim: Claim) -> Claim:
        return replace(claim, id=f"{claim.id}short", end=claim.end - 1, text=claim.text[:-1])

    return tuple(cut(one) if source.file == "a.txt" else one for one in read_claims(source))


def otherwise(source: Source) -> tuple[Claim, ...]:
    """Another reader: it takes whatever happened for planned."""
    return tuple(replace(one, modality="planned") for one in read_claims(source))


def short_otherwise(source: Source) -> tuple[Claim, ...]:
    """Another reader: both."""
    return tuple(replace(one, modality="planned") for one in short(source))


def blind(source: Source) -> tuple[Claim, ...]:
    """Another reader: it finds nothing in a.txt."""
    return tuple(one for one in read_claims(source) if source.file != "a.txt")


@pytest.mark.parametrize(
    ("reader", "how", "gone"),
    [
        pytest.param(read_claims, [], True, id="the same rules"),
        pytest.param(short, ["taken_over"], True, id="under another id, and it says the same"),
        pytest.param(otherwise, ["read_otherwise"], True, id="in its place, and it says something else"),
        pytest.param(blind, ["gone"], True, id="read no more"),
        pytest.param(short_otherwise, ["gone"], False, id="under another id, and it says something else"),
    ],
)
def test_what_becomes_of_a_rejection_when_the_article_is_read_otherwise(
    store: Store, monkeypatch: pytest.MonkeyPatch, reader: Reader, how: list[str], gone: bool
) -> None:
    reject(store, claim_with(store, "a.txt", "4 kişi"))
    monkeypatch.setattr("workbench.claims.read_claims", reader)
    assert read_again(store) == how
    standing = [one for one in store.claims(source=source_of(store, "a.txt").id) if "4 kişi" in one.text]
    assert (standing == []) is gone


def test_a_correction_holds_for_the_claim_that_takes_its_place(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = claim_with(store, "a.txt", "4 kişi")
    entry = correct(store, claim, put(claim, "modality", "denied"))
    monkeypatch.setattr("workbench.claims.read_claims", short)
    assert read_again(store) == ["taken_over"]
    (now,) = [one for one in store.claims() if one.corrected_by]
    assert (now.id, now.modality, now.corrected_by) == (f"{claim.id}short", "denied", (entry.id,))


def test_what_is_read_later_where_a_reviewer_made_a_claim_gives_way(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = source_of(store, "b.txt")
    entry = make(store, "b.txt", "Kent 5 Mayıs'ta yas")
    made = all_claims(store)[entry.claims[0]]

    def sharper(given_source: Source) -> tuple[Claim, ...]:
        found = read_claims(given_source)
        if given_source.id != source.id:
            return found
        return (*found, replace(made, id="cnew", end=made.end - 1, text=made.text[:-1], corrected_by=()))

    monkeypatch.setattr("workbench.claims.read_claims", sharper)
    assert read_again(store) == []
    assert "cnew" not in all_claims(store)
    undo(store, entry)
    assert "cnew" in all_claims(store)


def test_the_article_may_move_under_a_correction(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    made = make(store, "b.txt", "Kent 5 Mayıs'ta yas", place="Akçakum")
    rejected = reject(store, claim_with(store, "b.txt", "7 kişi"), 1)
    from workbench import sources

    before = source_of(store, "b.txt")
    moved = b"Bir sat\xc4\xb1r daha\n\n" + before.original

    def shifted(source: Source) -> Source:
        if source.id != before.id:
            return sources.making.read_again(source)
        fresh = sources.source_from_bytes(moved, source.file)
        return replace(fresh, id=before.id, sha256=before.sha256, original=before.original)

    monkeypatch.setattr(sources, "read_again", shifted)
    assert set(read_again(store)) <= {"taken_over"}
    now = all_claims(store)[made.claims[0]]
    assert (now.text, now.place) == ("Kent 5 Mayıs'ta yas", "Akçakum")
    assert now.start > corrections.correction_of(made).start
    assert not any("7 kişi" in one.text for one in store.claims(source=before.id))
    assert rejected in store.corrections(before.id)

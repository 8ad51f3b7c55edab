"""The commands that say how an article is to be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_running import Run
from click.testing import CliRunner

from workbench.cli import main
from workbench.models import Claim
from workbench.store import open_store

ARTICLE = """Limanda yangın

04.05.2025

3 Mayıs 2025'te Akçakum limanında çıkan yangında {} kişi yaralandı. Belediye 5 Mayıs'ta yas tuttu.
"""


@pytest.fixture
def db(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, hurt in (("a.txt", 4), ("b.txt", 7)):
        (folder / name).write_text(ARTICLE.format(hurt), encoding="utf-8")
    path = tmp_path / "claims.db"
    result = CliRunner().invoke(main, ["--db", str(path), "import", str(folder)])
    assert result.exit_code == 0, result.output
    return path


@pytest.fixture
def call(db: Path) -> Run:
    def run(*arguments: str, **_: object) -> object:
        return CliRunner().invoke(main, ["--db", str(db), "--reviewer", "Ayşe", *arguments])

    return run  # type: ignore[return-value]


def hurt(db: Path, words: str = "4 kişi") -> Claim:
    with open_store(db) as store:
        return next(one for one in store.claims() if words in one.text and not one.heading)


def now(db: Path, claim: str) -> Claim | None:
    with open_store(db) as store:
        return store.claims_by_id([claim]).get(claim)


def test_reject_takes_a_claim_away_and_undo_brings_it_back(db: Path, call: Run) -> None:
    claim = hurt(db)
    result = call("reject", claim.id[:8], "--note", "a caption")
    assert result.exit_code == 0, result.output
    assert "matched again" in result.output and '"a caption"' in result.output
    assert now(db, claim.id) is None
    assert call("undo").exit_code == 0
    assert now(db, claim.id) == claim


def test_a_claim_that_decisions_rest_on_is_rejected_only_on_purpose(db: Path, call: Run) -> None:
    claim = hurt(db)
    with open_store(db) as store:
        found = next(one for one in store.discrepancies() if one.attribute == "count")
    assert call("decide", found.id, "--accept", "1").exit_code == 0
    refused = call("reject", claim.id)
    assert refused.exit_code != 0
    assert "1 decision on this claim" in refused.output and "Ayşe accept 4" in refused.output
    assert now(db, claim.id) == claim
    assert call("reject", claim.id, "--yes").exit_code == 0
    assert now(db, claim.id) is None


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(("--modality", "denied"), {"modality": "denied"}, id="how far it got"),
        pytest.param(("--event-type", "summit"), {"event_type": "summit"}, id="what happened"),
        pytest.param(("--speaker", "Vali"), {"speaker": "Vali"}, id="who says it"),
        pytest.param(("--place", "-"), {"place": None}, id="nowhere"),
        pytest.param(("--participants", "A; B"), {"participants": ("A", "B")}, id="who took part"),
    ],
)
def test_correct_changes_what_is_named(
    db: Path, call: Run, options: tuple[str, ...], said: dict[str, object]
) -> None:
    claim = hurt(db)
    result = call("correct", claim.id, *options)
    assert result.exit_code == 0, result.output
    changed = now(db, claim.id)
    assert changed and {name: getattr(changed, name) for name in said} == said
    assert len(changed.corrected_by) == 1


def test_correct_changes_a_number_and_a_date(db: Path, call: Run) -> None:
    claim = hurt(db)
    result = call(
        "correct", claim.id, "--count", ">12", "--counted", "wounded", "--side", "-", "--date", "2024-05"
    )
    assert result.exit_code == 0, result.output
    changed = now(db, claim.id)
    assert changed and changed.date and changed.date.precision == "month"
    (one,) = changed.quantities
    assert (one.value, one.high, one.modifier, one.counted, one.side) == (
        12,
        None,
        "more_than",
        "wounded",
        None,
    )
    assert call("correct", claim.id, "--words", "4 kişi", "--count", "-").exit_code == 0
    without = now(db, claim.id)
    assert without and without.quantities == ()
    assert call("correct", claim.id, "--words", "4", "--count", "5").exit_code == 0
    again = now(db, claim.id)
    assert again and [(q.expr, q.value) for q in again.quantities] == [("4", 5)]


def test_correct_reads_a_new_extent(db: Path, call: Run) -> None:
    claim = hurt(db)
    start = claim.start + claim.text.index("Akçakum")
    assert call("correct", claim.id, "--extent", f"{start}-{claim.end}").exit_code == 0
    changed = now(db, claim.id)
    assert changed and changed.text.startswith("Akçakum") and changed.quantities == claim.quantities


@pytest.mark.parametrize("by_words", [True, False], ids=["by its words", "by its offsets"])
def test_claim_makes_a_claim_of_a_passage(db: Path, call: Run, by_words: bool) -> None:
    with open_store(db) as store:
        source = store.source(hurt(db).source)
    words = "Belediye 5 Mayıs'ta yas"
    start = source.text.index(words)
    passage = (words,) if by_words else (str(start), str(start + len(words)))
    result = call("claim", source.file, *passage, "--modality", "planned")
    assert result.exit_code == 0, result.output
    made = hurt(db, words)
    with open_store(db) as store:
        (made,) = [one for one in store.claims(source=source.id) if one.corrected_by]
    assert (made.text, made.modality) == (words, "planned")
    assert made.date and made.date.start.isoformat() == "2025-05-05"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(("correct", "CLAIM"), "Nothing is changed", id="nothing to correct"),
        pytest.param(("correct", "CLAIM", "--modality", "maybe"), "cannot be entered", id="no modality"),
        pytest.param(("correct", "CLAIM", "--date", "yesterday"), "2025-05-16", id="no date"),
        pytest.param(("correct", "CLAIM", "--extent", "here"), "Not an extent", id="no extent"),
        pytest.param(("correct", "CLAIM", "--words", "nine", "--count", "9"), "name one", id="no words"),
        pytest.param(("claim", "a.txt", "no such words"), "nowhere", id="words that are not there"),
        pytest.param(("claim", "a.txt", "a"), "times", id="words that are there often"),
        pytest.param(("claim", "a.txt", "0", "40"), "runs over paragraphs", id="over paragraphs"),
        pytest.param(("claim", "nowhere.txt", "0", "4"), "No such article", id="no such article"),
        pytest.param(("reject", "c-none"), "No such claim", id="no such claim"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_says_why(db: Path, call: Run, arguments: tuple[str, ...], says: str) -> None:
    claim = hurt(db)
    result = call(*(claim.id if one == "CLAIM" else one for one in arguments))
    assert result.exit_code != 0
    assert says in result.output


def test_an_export_says_by_which_decision_a_claim_stands_so(db: Path, call: Run) -> None:
    import json

    claim = hurt(db)
    assert call("correct", claim.id, "--place", "Derebaşı").exit_code == 0
    rows = [json.loads(line) for line in call("export", "claims").output.splitlines()]
    (row,) = [row for row in rows if row["id"] == claim.id]
    with open_store(db) as store:
        assert row["corrected_by"] == [store.decisions()[-1].id]
    assert all(row["corrected_by"] == [] for row in rows if row["id"] != claim.id)

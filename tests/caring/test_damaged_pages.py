"""A disk that loses a block: what was derived is made anew, what was given is told."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from caring_bases import damaging
from click.testing import CliRunner

from workbench.caring.checking import check, repair
from workbench.cli import main
from workbench.store import open_store

DAMAGED_TABLES = (
    *("events", "event_claims", "features", "discrepancies", "discrepancy_values", "reaches", "tallies"),
    *("matcher", "lineages", "decision_claims", "event_words", "claims_search_data", "events_search_idx"),
)


@pytest.mark.parametrize("table", DAMAGED_TABLES)
def test_a_derived_table_with_a_damaged_page_is_made_anew(base: Path, table: str) -> None:
    with open_store(base) as store:
        before = list(store.dump())
    lose_page(base, table)
    with open_store(base) as store:
        found = check(store)
        assert found.findings and all(one.mend for one in found.findings)
        repaired = repair(store, found, datetime(2025, 6, 1))
        assert (repaired.left.findings, repaired.failed) == ((), ())
        assert repaired.done[0] == "tables"
        assert list(store.dump()) == before
        assert check(store).findings == ()


def test_a_table_that_was_given_with_a_damaged_page_is_told_and_left(base: Path) -> None:
    lose_page(base, "quantities")
    with open_store(base) as store:
        found = check(store)
        assert [one.mend for one in found.findings if one.check == "file"] == [None]
        assert repair(store, found, datetime(2025, 6, 1)).left.findings


def lose_page(base: Path, table: str) -> None:
    """What a disk does that loses a block: the table's first page is zeros."""
    with damaging(base) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    with base.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes(size))


@pytest.mark.parametrize("table", ["decisions", "events"])
def test_what_is_wrong_is_told_as_json_where_nothing_names_the_content(base: Path, table: str) -> None:
    lose_page(base, table)
    result = CliRunner().invoke(main, ["--db", str(base), "check", "--json"], catch_exceptions=False)
    told = json.loads(result.stdout)
    assert (result.exit_code, told["whole"], told["fingerprint"]) == (1, False, None)
    assert told["findings"][0]["what"].startswith(f"file: {table}: ")
